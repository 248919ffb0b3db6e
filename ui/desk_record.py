"""The record of all decisions at the desk: undo, the second editor's yes, the export."""

from typing import TYPE_CHECKING

import streamlit as st

from seeds.backup import to_lines
from seeds.current import current, settings
from seeds.decision import Approve, Decision
from ui.decision_words import decision_words
from ui.desk_effect import second_note
from ui.desk_write import attempt
from ui.escape import for_html
from ui.load import Archive
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import Entry, SignIn

PAGE = 20


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
    reason = st.text_area(w._("Reason (required, kept in the record)"), key="record-reason", max_chars=2000, height=80)
    second_note(w)
    waiting = {d.id for d in data.edits.waiting}
    ordered = sorted(rows, key=lambda d: (d.id not in waiting, -d.id))
    pages = max(1, -(-len(ordered) // PAGE))
    page = min(st.session_state.get("record-page", 0), pages - 1)
    for decision in ordered[page * PAGE : (page + 1) * PAGE]:
        _row(decision, data, entry, (reason or "").strip(), w)
    with st.container(horizontal=True):
        st.button(w._("Newer"), key="record-back", disabled=page == 0, on_click=_turn, args=(page - 1,))
        st.button(w._("Older"), key="record-on", disabled=page + 1 >= pages, on_click=_turn, args=(page + 1,))


def _turn(page: int) -> None:
    st.session_state["record-page"] = page


def _row(decision: Decision, data: Archive, entry: "Entry", reason: str, w: Words) -> None:
    claims = {claim.id: claim for claim in data.read}
    waits = decision in data.edits.waiting
    gone = decision.id in data.edits.undone
    tag = w._("waits for a second editor") if waits else w._("taken back") if gone else ""
    shown, buttons = st.columns([5, 1.4], vertical_alignment="center")
    with shown:
        st.html(
            f'<div class="decision"><b class="num">{w.number(decision.id)}</b> <bdi>{for_html(decision.who)}</bdi>, '
            f"{for_html(decision.time[:16].replace('T', ' '))} {f'<span class=tag>{tag}</span>' if tag else ''}"
            f"<br><bdi>{for_html(decision_words(decision, data, claims, w))}</bdi>"
            f'<br><span class="mut"><bdi>{for_html(decision.reason)}</bdi></span></div>'
        )
    with buttons, st.container(horizontal=True):
        may = entry.role == "publisher" or not settings().publisher_approves
        second = waits and may and decision.who != entry.name
        if second and st.button(w._("Approve"), key=f"approve-{decision.id}", type="primary", disabled=not reason):
            _write(decision, "approve", reason, data, w)
        undoable = not gone and not isinstance(decision.what, Approve)
        if undoable and st.button(w._("Undo"), key=f"undo-{decision.id}", disabled=not reason):
            _write(decision, "undo", reason, data, w)


def _write(decision: Decision, name: str, reason: str, data: Archive, w: Words) -> None:
    def write(desk: "Desk", by: "SignIn | None", request: str) -> Decision:
        made: Decision = getattr(desk, name)(by, decision, reason, request)
        return made

    if attempt(f"{name}-{decision.id}", data, w, write):
        st.session_state.pop("record-reason", None)
    st.rerun()
