"""The second clock: what had been reported by a day. And the choice of what stands beside the map."""

import datetime

import streamlit as st

from geo.city import BASELINE_DAY
from ui.address import go
from ui.load import Archive
from ui.terms import N_
from ui.view import View
from ui.words import Words

COMPARES = {
    "": N_("One map"),
    "clocks": N_("Two clocks"),
    "days": N_("Two days"),
    "sides": N_("Two sides"),
}


def known_days(data: Archive) -> list[str]:
    """Every day on which something can have been known: from the first day to the last publication."""
    last = datetime.date.fromisoformat(data.choices.last_known)
    return [(BASELINE_DAY + datetime.timedelta(days=n)).isoformat() for n in range((last - BASELINE_DAY).days + 1)]


def known_by(data: Archive, view: View, w: Words) -> None:
    """The popover with the known-by clock."""
    days = known_days(data)
    label = w._("Known by: {day}", day=w.day(view.known, "short")) if view.known else w._("Known by: all reports")
    popover = st.popover(label, key="known-popover", on_change="rerun")
    if not popover.open:
        return
    with popover:
        st.session_state["known"] = view.known or days[-1]
        st.select_slider(
            w._("Show the map as it could be drawn from what had been published by"),
            days if w.direction == "ltr" else days[::-1],
            key="known",
            format_func=lambda day: w.day(day, "short"),
            on_change=lambda: go(known=_unless_last(st.session_state["known"], days)),
        )
        st.caption(w._("The starting position does not follow this clock: much of it rests on what was learnt later."))
        if view.known:
            st.button(w._("All reports"), key="known-all", on_click=go, kwargs={"known": ""})
        st.button(w._("As known on the day shown"), key="known-then", on_click=go, kwargs={"known": view.day})


def too_early(view: View, w: Words) -> str:
    """What a known-by day before the day shown means, in a sentence; empty where it is not before."""
    if not view.known or view.known >= view.day:
        return ""
    return w._(
        "On {known} nothing of this day was known yet: the map stands as it was known then.",
        known=w.day(view.known, "day"),
    )


def _unless_last(day: str, days: list[str]) -> str:
    return "" if day == days[-1] else day


def comparing(view: View, w: Words) -> None:
    """One map or two, and what the second shows."""
    st.session_state["compare"] = view.compare
    st.segmented_control(
        w._("Compare"),
        list(COMPARES),
        key="compare",
        format_func=lambda name: w._(COMPARES[name]),
        on_change=lambda: go(compare=st.session_state["compare"] or ""),
        label_visibility="collapsed",
    )
