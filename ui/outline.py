"""What the map outlines: what the switches change, what changed since the day before, or where nobody speaks."""

import streamlit as st

from geo.control import Days
from ui.address import go
from ui.banner import differences
from ui.load import Archive, days
from ui.register import silent
from ui.summary import DAYS, summary
from ui.terms import N_
from ui.view import View, change
from ui.words import Words

MARKS = {
    "": N_("No outline"),
    "change": N_("Changed since the day before"),
    "silence": N_("Named by nobody so far"),
}
BY_SWITCHES = N_("changed by the switches")


def outlined(data: Archive, view: View) -> dict[str, frozenset[str]]:
    """The polygons to outline on every day, so that the outline follows the slider as the colours do."""
    known = days(data, view)
    if view.mark == "change":
        return {day: frozenset(polygons) for day, polygons in summary(data, view).changed.items()}
    if view.mark == "silence":
        return _silent(data.version, view.known, view.policy, view.without, _data=data, _days=known)
    if not view.without and view.policy == "all":
        return {}
    whole = change(view, without=(), policy="all")
    return _by_switches(data.version, view.known, view.policy, view.without, _whole=days(data, whole), _part=known)


def label(view: View, w: Words) -> str:
    """What an outline means in this view, for the key; empty where nothing is outlined."""
    if view.mark:
        return w._(MARKS[view.mark])
    return w._(BY_SWITCHES) if view.without or view.policy != "all" else ""


def choose(view: View, w: Words) -> None:
    """The choice of the outline."""
    st.session_state["mark"] = view.mark
    st.selectbox(
        w._("Outline on the map"),
        list(MARKS),
        key="mark",
        format_func=lambda name: w._(MARKS[name]),
        on_change=lambda: go(mark=st.session_state["mark"]),
        label_visibility="collapsed",
    )


@st.cache_resource(max_entries=8, show_spinner=False)
def _silent(
    version: str, known: str, policy: str, without: tuple[str, ...], *, _data: Archive, _days: Days
) -> dict[str, frozenset[str]]:
    return {day: frozenset(silent(_data, _days, day)) for day in DAYS}


@st.cache_resource(max_entries=24, show_spinner=False)
def _by_switches(
    version: str, known: str, policy: str, without: tuple[str, ...], *, _whole: Days, _part: Days
) -> dict[str, frozenset[str]]:
    found = {}
    for day in DAYS:
        hands, standing = differences(_whole, _part, day)
        found[day] = frozenset(hands + standing)
    return found
