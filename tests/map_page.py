"""A page around the map for its tests: the toy city, a day slider, a switch, and what a click returned.

The address chooses the case: lang, dark, place, names=hostile, slider=other (a slider the map does not know),
shape=broken (a polygon is missing), pair=1 (two maps).
"""

import streamlit as st

from tests.test_escape import HOSTILE
from tests.toy_city import DATES, toy_city, toy_days, toy_polygons
from ui.map import draw_map, written
from ui.view import View

ask = st.query_params
st.set_page_config(layout="wide")
st.session_state.setdefault("place", ask.get("place", ""))
st.session_state.setdefault("clicks", [])


@st.cache_resource
def toys(names: str, shape: str) -> tuple[object, ...]:
    city = toy_city(
        {f"block-{6 + n % 4}-{2 + n // 4}": (text, text) for n, text in enumerate(HOSTILE)} if names else None
    )
    polygons = toy_polygons()
    if shape:
        del polygons["block-3-3"]
    return city, polygons, toy_days(), toy_days(3)


def chosen(polygon: str) -> None:
    st.session_state.place = polygon
    st.session_state.clicks.append(polygon)


def page() -> None:
    city, polygons, days, moved = toys(ask.get("names", ""), ask.get("shape", ""))
    key = "day" if ask.get("slider") != "other" else "another"
    day = st.session_state.setdefault(key, "2016-12-06")
    off = st.session_state.get("off", False)
    shown = moved if off else days
    changed = {
        date: frozenset(
            id_ for id_, state in shown.states[date].items() if state.holder != days.states[date][id_].holder
        )
        for date in DATES
    }
    draw_map(
        city, shown, View(day=day, place=st.session_state.place, lang=ask.get("lang", "en")),
        flips=changed, dark=ask.get("dark") == "1", on_click=chosen,
        polygons=polygons, backwards=ask.get("lang") == "ar",
    )  # fmt: skip
    if ask.get("pair"):
        draw_map(city, moved, View(day=day), polygons=polygons, key="second")
    st.select_slider("Day", DATES[::-1] if ask.get("lang") == "ar" else DATES, key=key)
    st.checkbox("Without one source", key="off")
    st.text(f"Python: {day} {st.session_state.place} clicks={len(st.session_state.clicks)}")
    parts = "".join(
        f"<b data-from='{date}' data-to='{date}' {'' if date == day else 'hidden'}>{date}</b>" for date in DATES
    )
    st.html(f"<div data-follows='{key}' class='headlines' {written(day)}>{parts}</div>")


page()
