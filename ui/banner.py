"""What switching sources off does: how many places change hands or standing, which, and the way back."""

import streamlit as st

from geo.control import Days
from ui.escape import for_html
from ui.load import Archive, days
from ui.switches import all_on, state_of
from ui.view import View, change
from ui.words import Words


def differences(whole: Days, part: Days, day: str) -> tuple[list[str], list[str]]:
    """Polygons whose holder differs between two drawings of a day, and those that differ in standing alone."""
    hands, standing = [], []
    for polygon, now in part.states[day].items():
        then = whole.states[day][polygon]
        if (now.holder, now.parties) != (then.holder, then.parties):
            hands.append(polygon)
        elif now.standing != then.standing:
            standing.append(polygon)
    return hands, standing


def banner(data: Archive, view: View, w: Words) -> None:
    """The line above the map while anything is switched off."""
    if not view.without and view.policy == "all":
        return
    part = days(data, view)
    hands, standing = differences(days(data, change(view, without=(), policy="all")), part, view.day)
    said = w.ngettext("{count} neighbourhood changes hands", "{count} neighbourhoods change hands", len(hands))
    more = w.ngettext("{count} changes standing", "{count} change standing", len(standing))
    if not part.claims:
        text = w._("No claims with these sources: the map shows the starting position.")
    else:
        text = f"{said}{w._(', ')}{more}."
    with st.container(horizontal=True, key="banner", vertical_alignment="center"):
        st.html(f'<p role="status"><b>{for_html(state_of(view, data, w))}{w._(":")}</b> {text}</p>')
        st.button(w._("All sources on"), key="all-on", on_click=all_on, type="primary")
