"""The record of all decisions at the desk: what became of each, undo, the second editor's yes, the export."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from geo.claim import Claim
from seeds.backup import to_lines
from seeds.current import current
from seeds.decision import Decision, batch
from ui.decision_words import decision_words
from ui.desk_effect import second_note
from ui.desk_undo import buttons, form, together
from ui.escape import for_html
from ui.fate import Fate, fates, gone_claims, struck, told_claims
from ui.load import Archive
from ui.words import Words

if TYPE_CHECKING:
    from seeds.people import Entry

PAGE = 20
SHOWN = "record-shown"


def record(data: Archive, entry: "Entry", w: Words) -> None:
    """The newest decisions first; those that wait come before all others."""
    store = current()
    rows = store.rows() if store else []
    if not rows:
        st.html(f"<p>{w._('Nothing has been decided yet.')}</p>")
        return
    st.download_button(
        w._("All decisions (JSON Lines)"), to_lines(rows), "decisions.jsonl", "application/jsonl", on_click="ignore"
    )
    second_note(w)
    waiting = {d.id for d in data.edits.waiting}
    ordered = sorted(rows, key=lambda d: (d.id not in waiting, -d.id))
    pages = max(1, -(-len(ordered) // PAGE))
    page = min(st.session_state.get("record-page", 0), pages - 1)
    became = fates(rows, data.edits, gone_claims(rows, data.edits))
    claims = told_claims(rows, data.edits, data.read)
    made = together(rows)
    shown = st.session_state.get(SHOWN, rows[-1].id)
    for decision in ordered[page * PAGE : (page + 1) * PAGE]:
        more = made.pop(batch(decision), [])  # offered beside the first of them
        said, actions = st.columns([5, 1.6], vertical_alignment="center")
        with said:
            st.html(_row(decision, became.get(decision.id), len(more), data, claims, w))
        with actions, st.container(horizontal=True):
            buttons(decision, more, data.edits, entry, w)
        form(decision.id, shown, data, w)
    with st.container(horizontal=True):
        st.button(w._("Newer"), key="record-back", disabled=page == 0, on_click=_turn, args=(page - 1,))
        st.button(w._("Older"), key="record-on", disabled=page + 1 >= pages, on_click=_turn, args=(page + 1,))
    st.session_state[SHOWN] = rows[-1].id


def _turn(page: int) -> None:
    st.session_state["record-page"] = page


def _row(
    decision: Decision, fate: Fate | None, together: int, data: Archive, claims: Mapping[str, Claim], w: Words
) -> str:
    """One decision as on the public page, and who made it; the first of many that were made at once says so."""
    tags = [w._("waits for a second editor")] if decision in data.edits.waiting else []
    if together:
        tags.append(w.ngettext("{count} decided at once", "{count} decided at once", together))
    tagged = " ".join(f"<span class=tag>{tag}</span>" for tag in tags)
    what, why = struck(decision_words(decision, data, claims, w), decision.reason, fate, w)
    return (
        f'<div class="decision"><b class="num">{w.number(decision.id)}</b> <bdi>{for_html(decision.who)}</bdi>, '
        f"{w.moment(decision.time)} {tagged}"
        f'<br><bdi>{what}</bdi><br><span class="mut">{why}</span></div>'
    )
