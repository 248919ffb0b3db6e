"""The editors' desk: one page with its sections, open only to who is on the list of editors now."""

from pathlib import Path

import streamlit as st

from seeds.current import settings
from ui.desk_access import editor
from ui.desk_add import add
from ui.desk_bounds import bounds
from ui.desk_record import record
from ui.desk_review import review
from ui.desk_sources import sources
from ui.desk_uploads import open_uploads
from ui.desk_write import said, unsay
from ui.escape import for_html
from ui.frame import framed
from ui.load import Archive
from ui.terms import N_
from ui.words import Words

HERE = Path(__file__).parent
SECTIONS = {
    "review": N_("Readings"),
    "sources": N_("Reports"),
    "add": N_("Add an article"),
    "bounds": N_("Boundaries"),
    "record": N_("Record"),
}


def page_desk() -> None:
    """The desk in the frame of every page."""
    with framed() as (data, _, w):
        _desk(data, w)


def _desk(data: Archive, w: Words) -> None:
    """Who is here, the outcome of the last attempt, the section."""
    entry = editor()
    if entry is None:
        st.html(f'<div class="notice" role="alert"><p>{w._("Your sign-in has run out: sign in again")}.</p></div>')
        return
    waiting = len(data.edits.waiting)
    note = w.ngettext(
        "{count} decision waits for a second editor.", "{count} decisions wait for a second editor.", waiting
    )
    closed = w._("Decisions are closed at the moment: the store is read-only.")
    notes = [entry.name, *([note] if waiting else []), *([closed] if settings().read_only else [])]
    st.html(f"<h1>{w._('The desk')}</h1><p class='fine'>{' · '.join(for_html(text) for text in notes)}</p>")
    said()
    _follow(data)
    section = st.segmented_control(
        w._("Section"), list(SECTIONS), key="desk-section", default="review", required=True,
        format_func=lambda name: w._(SECTIONS[name]), label_visibility="collapsed",
        on_change=unsay,
    )  # fmt: skip
    open_uploads()
    st.html(HERE / "desk.css")
    with st.container(key="desk"):
        if section == "sources":
            sources(data, w)
        elif section == "add":
            add(data, w)
        elif section == "bounds":
            bounds(data, w)
        elif section == "record":
            record(data, entry, w)
        else:
            review(data, w)


def _follow(data: Archive) -> None:
    """After an article was added: to its readings, if it has any."""
    added = st.session_state.pop("desk-next", None)
    if added and any(claim.article == added for claim in data.read):
        st.session_state["desk-section"] = "review"
        st.session_state.pop("desk-claim", None)
        st.session_state["desk-source"] = added
        st.session_state["desk-state"] = st.session_state["desk-claimant"] = ""
