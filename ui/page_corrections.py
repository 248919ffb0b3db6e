"""The public record: what editors changed, when and why. Who did it stays with them."""

from collections.abc import Mapping, Sequence

import streamlit as st

from geo.claim import Claim
from seeds.current import StoreError
from seeds.current import current as store_now
from seeds.decision import Approve, Decision, Undo
from ui.decision_words import decision_words
from ui.fate import Fate, fates, gone_claims, never_shown, struck, told_claims
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
        st.html(f'<h1>{w._("Corrections")}</h1><p class="sum">{intro}</p>{table(every(), data, w)}')


def every() -> list[Decision]:
    """All decisions of the store; none where there is none."""
    try:
        store = store_now()
    except StoreError:
        return []
    return store.rows() if store else []


def public(rows: Sequence[Decision]) -> list[Decision]:
    """Decisions that readers see, newest first: those in force and those that were once, without bookkeeping."""
    hidden = never_shown(rows)
    return [d for d in reversed(rows) if d.id not in hidden and not isinstance(d.what, Undo | Approve)]


def table(rows: Sequence[Decision], data: Archive, w: Words) -> str:
    """What, when and why; no names."""
    shown = public(rows)
    if not shown:
        return f"<p>{w._('Editors have corrected nothing here.')}</p>"
    became = fates(rows, data.edits, gone_claims(rows, data.edits))
    claims = told_claims(rows, data.edits, data.read)
    lines = [_line(decision, became.get(decision.id), data, claims, w) for decision in shown[:MANY]]
    heads = (w._("No."), w._("Day"), w._("What"), w._("Why"))
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    rest = w.ngettext("and {count} more", "and {count} more", len(shown) - MANY) if len(shown) > MANY else ""
    return (
        f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{"".join(lines)}</tbody></table></div>'
        f"<p>{rest}</p>"
    )


def _line(decision: Decision, fate: Fate | None, data: Archive, claims: Mapping[str, Claim], w: Words) -> str:
    """One decision; struck if it no longer holds, with what became of it, when and why."""
    what, why = struck(decision_words(decision, data, claims, w), decision.reason, fate, w)
    return (
        f'<tr id="decision-{decision.id}"><td class="num">{w.number(decision.id)}</td>'
        f'<td class="num">{w.day(decision.time[:10], "long")}</td><td><bdi>{what}</bdi></td><td>{why}</td></tr>'
    )
