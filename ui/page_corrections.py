"""The public record: what editors changed, when and why. Who did it stays with them."""

import streamlit as st

from seeds.current import StoreError
from seeds.current import current as store_now
from seeds.decision import Approve, Decision, Undo
from ui.decision_words import decision_words
from ui.escape import for_html
from ui.frame import framed
from ui.load import Archive
from ui.words import Words

MANY = 500  # shown; the rest is counted


def page_corrections() -> None:
    """The list, newest first."""
    with framed() as (data, _, w):
        intro = w._(
            "The map is computed from what sources say. Where editors corrected a reading, a date or a source, it"
            " stands here with the reason. Nothing is deleted: what was taken back stays in the list."
        )
        st.html(f'<h1>{w._("Corrections")}</h1><p class="sum">{intro}</p>{table(public(), data, w)}')


def public() -> list[Decision]:
    """Decisions that readers see, newest first: those in force and those that were once, without bookkeeping."""
    try:
        store = store_now()
    except StoreError:
        return []
    if store is None:
        return []
    edits, _ = store.look()
    waiting = {decision.id for decision in edits.waiting}
    return [d for d in reversed(store.rows()) if d.id not in waiting and not isinstance(d.what, Undo | Approve)]


def table(rows: list[Decision], data: Archive, w: Words) -> str:
    """What, when and why; no names."""
    if not rows:
        return f"<p>{w._('Editors have corrected nothing here.')}</p>"
    claims = {claim.id: claim for claim in data.read}
    lines = []
    for decision in rows[:MANY]:
        gone = decision.id in data.edits.undone
        what = for_html(decision_words(decision, data, claims, w))
        tag = f' <span class="tag">{w._("taken back")}</span>' if gone else ""
        lines.append(
            f'<tr id="decision-{decision.id}"><td class="num">{w.number(decision.id)}</td>'
            f'<td class="num">{w.day(decision.time[:10], "long")}</td>'
            f"<td><bdi>{'<s>' if gone else ''}{what}{'</s>' if gone else ''}</bdi>{tag}</td>"
            f"<td><bdi>{for_html(decision.reason)}</bdi></td></tr>"
        )
    heads = (w._("No."), w._("Day"), w._("What"), w._("Why"))
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    rest = w.ngettext("and {count} more", "and {count} more", len(rows) - MANY) if len(rows) > MANY else ""
    return (
        f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table></div>'
        f"<p>{rest}</p>"
    )
