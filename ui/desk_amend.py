"""The fields of an amendment: each as read, each with what is wrong with it said under it."""

from collections.abc import Callable, Sequence

import streamlit as st

from geo.claim import Claim
from seeds.amendment import CHOICES, wrong_fields
from seeds.decision import AMENDABLE
from ui.desk_access import known
from ui.escape import for_html
from ui.field_words import VALUES, field_name, field_value
from ui.load import Archive
from ui.names import place_called, place_name, speaker_name
from ui.review import Item
from ui.words import Words

VOICES = ("claimant", "relay")
WRITTEN = ("date", "claimant_name", "value", "of")
NONE = ("relay", "value", "of")  # what a reading may lack


def amendment(item: Item, data: Archive, w: Words) -> tuple[dict[str, str | None], bool]:
    """The fields that differ from the reading, as the editor set them, and whether any of them is wrong."""
    claim, now = item.claim, item.shown or item.claim
    may = known(data)
    places = sorted(may.places, key=lambda name: place_name(data.city.places[name], w))
    voices = sorted(may.voices)
    options: dict[str, Sequence[str]] = {"place": places, **CHOICES, "claimant": voices, "relay": ["", *voices]}
    under = {}
    found: dict[str, str | None] = {}
    for name in (*options, *WRITTEN):
        value = str(getattr(now, name) or "")
        st.session_state.setdefault(_key(claim, name), value)
        if name in options:
            values = options[name]
            typed = st.selectbox(
                field_name(name, w), values if value in values else [value, *values], key=_key(claim, name),
                format_func=_named(name, data, w),
                on_change=_bring_speaker if name == "claimant" else None, args=(claim, data),
            )  # fmt: skip
        else:
            typed = st.text_input(field_name(name, w), key=_key(claim, name), max_chars=500).strip()
        under[name] = st.empty()
        lacks = name in NONE or getattr(claim, name) is None
        found[name] = typed or (None if lacks else "")
    fields = {name: value for name, value in found.items() if name in AMENDABLE and value != getattr(claim, name)}
    problems = wrong_fields(claim, fields, may)
    for name, problem in problems.items():
        under[name].html(f'<p class="notice" role="alert"><bdi>{for_html(w.problem(problem))}</bdi></p>')
    return fields, bool(problems)


def speaker_of(claimant: str, data: Archive) -> tuple[str, str] | None:
    """The name and the side of a speaker, as listed or as met in readings."""
    listed = data.speakers.get(claimant)
    if listed:
        return listed.name_en, listed.side
    return next(((claim.claimant_name, claim.side) for claim in data.read if claim.claimant == claimant), None)


def _bring_speaker(claim: Claim, data: Archive) -> None:
    """Another speaker was chosen: his name and side come with him, and may be changed after that."""
    known = speaker_of(st.session_state[_key(claim, "claimant")], data)
    if known:
        st.session_state[_key(claim, "claimant_name")], st.session_state[_key(claim, "side")] = known


def _key(claim: Claim, field: str) -> str:
    return f"amend-{claim.id}-{field}"


def _named(field: str, data: Archive, w: Words) -> Callable[[str], str]:
    """How the values of a field are shown: ids of places and listed speakers by their names."""

    def name(value: str) -> str:
        if not value:
            return w._("none")
        if field == "place":
            return place_called(value, data.city.places, w)
        if field in VOICES and value in data.speakers:
            return f"{speaker_name(value, value, data.speakers, w)} ({value})"
        return field_value(field, value, data, w) if field in VALUES else value

    return name
