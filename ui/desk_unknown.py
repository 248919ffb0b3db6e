"""Names and speakers that a text has and the lexicons have not: each can be added from where it was met."""

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from extract.reading import Unknown
from geo.claim import SIDES
from seeds.decision import Decision
from ui.desk_effect import second_note
from ui.desk_write import attempt
from ui.escape import for_html
from ui.load import Archive
from ui.names import place_name
from ui.terms import SIDES as SIDE_NAMES
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import SignIn

MANY = 20


def unknown_words(found: Sequence[Unknown], data: Archive, w: Words) -> None:
    """One row a word, with its sentence."""
    once = {(one.kind, one.text): one for one in reversed(found)}
    if not once:
        return
    st.html(f"<h3>{w._('Not known yet')}</h3>")
    second_note(w)
    for (kind, text), one in sorted(once.items(), key=lambda item: item[1].start)[:MANY]:
        st.html(
            f'<p><b class="q" lang="ar"><bdi>{for_html(text)}</bdi></b></p>'
            f'<p class="mut" lang="ar" dir="auto">{for_html(one.sentence[:300])}</p>'
        )
        mark = hashlib.sha256(f"{kind} {text}".encode("utf-8", "replace")).hexdigest()[:12]
        if kind == "place":
            _place(text, mark, data, w)
        elif kind == "speaker":
            _speaker(text, mark, data, w)


def _place(text: str, mark: str, data: Archive, w: Words) -> None:
    places = sorted(data.city.places, key=lambda name: place_name(data.city.places[name], w))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        place = st.selectbox(
            w._("It is a spelling of"), places, index=None, key=f"spell-{mark}",
            format_func=lambda name: place_name(data.city.places[name], w),
        )  # fmt: skip
        reason = _reason(mark, w)
        pressed = st.button(w._("Add spelling"), key=f"add-spelling-{mark}", disabled=not (place and reason))
    if pressed and place:

        def write(desk: "Desk", by: "SignIn | None", request: str) -> Decision:
            return desk.add_spelling(by, place, text, "ar", "", reason, request)

        attempt(f"spelling-{mark}", data, w, write)
        st.rerun()


def _speaker(text: str, mark: str, data: Archive, w: Words) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        name = st.text_input(w._("Name in English"), key=f"name-{mark}", max_chars=200)
        side = st.selectbox(w._("Whose voice"), SIDES, key=f"side-{mark}", format_func=lambda s: w._(SIDE_NAMES[s]))
        basis = st.text_input(w._("How we know"), key=f"basis-{mark}", max_chars=500)
        reason = _reason(mark, w)
        ready = bool(reason and name and basis and name.strip() and basis.strip())
        pressed = st.button(w._("Add speaker"), key=f"add-speaker-{mark}", disabled=not ready)
    if pressed:

        def write(desk: "Desk", by: "SignIn | None", request: str) -> Decision:
            return desk.add_speaker(by, f"added-{mark}", text, name or "", side, basis or "", reason, request)

        attempt(f"speaker-{mark}", data, w, write)
        st.rerun()


def _reason(mark: str, w: Words) -> str:
    """Asked each time, since readers see it: nothing of a draft goes to the public record by itself."""
    typed = st.text_input(w._("Reason (required, readers see it)"), key=f"word-reason-{mark}", max_chars=2000)
    return (typed or "").strip()
