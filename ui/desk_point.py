"""Where a landmark stands: proposed with its basis, taken only inside the polygon that the landmark lies in."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import shapely
import streamlit as st

from geo.places import Place
from geo.polygons import read_polygons
from seeds.decision import Decision
from seeds.problem import Problem
from ui.desk_reason import forget_reason, reason_box
from ui.desk_write import attempt, seen
from ui.escape import for_html
from ui.load import Archive
from ui.names import place_name
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import SignIn


def landmark(data: Archive, w: Words) -> None:
    """Choose a landmark, say where it stands, look at what is wrong with that, decide."""
    places = data.city.places
    names = sorted((i for i, p in places.items() if can_move(p)), key=lambda name: place_name(places[name], w))
    with st.expander(w._("Move a landmark")):
        name = st.selectbox(
            w._("Landmark"), names, index=None, key="point-place", format_func=lambda n: place_name(places[n], w)
        )
        if name is None:
            return
        place = places[name]
        lat = st.number_input(w._("Latitude"), 35.8, 36.8, place.lat, 0.0001, "%.5f", key=f"lat-{name}")
        lon = st.number_input(w._("Longitude"), 36.5, 37.8, place.lon, 0.0001, "%.5f", key=f"lon-{name}")
        basis = st.text_input(w._("How we know"), key=f"point-basis-{name}", max_chars=500) or ""
        reason = reason_box(f"point-reason-{name}", w)
        if lat is None or lon is None:
            return
        problem = outside(place, lat, lon, data.polygons or read_polygons())
        if problem:
            st.html(f'<p class="notice" role="alert"><bdi>{for_html(w.problem(problem))}</bdi></p>')
        moved = (round(lat, 5), round(lon, 5)) != (place.lat, place.lon)
        known = seen(name)
        ready = moved and not problem and basis.strip() and reason
        if st.button(w._("Save decision"), key="save-point", type="primary", disabled=not ready):

            def write(desk: "Desk", by: "SignIn | None", request: str) -> Decision:
                return desk.move_point(by, name, lat, lon, basis, reason, request, known)

            if attempt(f"point-{name}", data, w, write):
                forget_reason(f"point-reason-{name}")
                st.session_state.pop(f"point-basis-{name}", None)
            st.rerun()


def can_move(place: Place) -> bool:
    """Whether a place is a point in one polygon, and no polygon itself."""
    return place.relation == "within" and place.lat is not None


def outside(place: Place, lat: float, lon: float, polygons: Mapping[str, shapely.Polygon]) -> str:
    """What is wrong with a point for a place; nothing if it lies in the place's polygon."""
    home = polygons.get(place.polygons[0]) if place.polygons else None
    if home is None or home.covers(shapely.Point(lon, lat)):
        return ""
    there = next(
        (name for name, shape in polygons.items() if shape.covers(shapely.Point(lon, lat))), Problem("no polygon")
    )
    return Problem(
        "{place}: found {point} in {there}, expected it in {home}",
        place=place.id, point=f"{lat:.5f}, {lon:.5f}", there=there, home=place.polygons[0],
    )  # fmt: skip
