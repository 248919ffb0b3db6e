"""The page of the data: the map as a table that anyone can read or hear, and everything as files."""

from collections.abc import Mapping

import streamlit as st

from geo.control import Days, State
from geo.polygons import read_polygons
from ui.escape import for_html
from ui.export import annotations, claims_csv, claims_jsonl, geojson
from ui.frame import framed, whole
from ui.links import href, link
from ui.load import Archive, days
from ui.names import both_names
from ui.reason import age
from ui.swatch import labelled
from ui.view import View
from ui.words import Words


@st.fragment
def page_data() -> None:
    """Files first, then the table."""
    whole()
    with framed() as (data, view, w):
        known = days(data, view)
        st.html(f"<h1>{w._('Data')}</h1>" + _intro(data, w))
        files(data, known, view, w)
        st.html(table(data, known, view, w))


def _intro(data: Archive, w: Words) -> str:
    text = w._(
        "Everything the map shows can be taken away. The files follow the day, the known-by clock and the switches of"
        " this view. The project’s data are free to use with its name; reports belong to their publishers."
    )
    return f'<p class="sum">{text} {w._("Data version {version}", version=data.version)}.</p>'


def files(data: Archive, known: Days, view: View, w: Words) -> None:
    """The download buttons; a file is made when it is asked for."""
    claims = list(known.claims.values())
    name = f"east-aleppo-{view.day}-{data.version}"
    with st.container(horizontal=True, key="files"):
        st.download_button(
            w._("Map of the day (GeoJSON)"),
            lambda: geojson(data, known, view.day, data.polygons or read_polygons()),
            f"{name}.geojson",
            "application/geo+json",
            on_click="ignore",
        )
        st.download_button(
            w._("Claims (CSV)"),
            lambda: claims_csv(claims, data.sources),
            f"{name}-claims.csv",
            "text/csv",
            on_click="ignore",
        )
        st.download_button(
            w._("Claims (JSON Lines)"),
            lambda: claims_jsonl(claims, data.sources),
            f"{name}-claims.jsonl",
            "application/x-ndjson",
            on_click="ignore",
        )
        st.download_button(
            w._("Citations (JSON-LD)"),
            lambda: annotations(claims, data.sources),
            f"{name}-citations.jsonld",
            "application/ld+json",
            on_click="ignore",
        )


def table(data: Archive, known: Days, view: View, w: Words) -> str:
    """What the map shows on the day, one row a polygon, then one a landmark: for all who prefer words, or hear them."""
    heads = (w._("Place"), w._("State"), w._("Since"), w._("Evidence"), w._("Claims for"), w._("Claims against"))
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    caption = w._("The map of {day} as a table", day=w.day(view.day))
    points = rows(known.points[view.day], data, known, view, w)
    landmarks = (
        f'<tbody><tr><th scope="rowgroup" colspan="{len(heads)}">{w._("Landmarks, by their own claims")}</th></tr>'
        f"{points}</tbody>"
    )
    return (
        f'<h2 id="table">{caption}</h2><div class="wide" tabindex="0" role="region" aria-label="{caption}"><table>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows(known.states[view.day], data, known, view, w)}</tbody>"
        f"{landmarks if points else ''}</table></div>"
    )


def rows(states: Mapping[str, State], data: Archive, known: Days, view: View, w: Words) -> str:
    """States by the English name of their place, as rows."""
    places = data.city.places
    made = []
    for name in sorted(states, key=lambda each: places[each].name_en.removeprefix("al-")):
        state = states[name]
        since = w.day(state.since, "short") if state.since else "–"
        place = link(both_names(places[name], w), href(view, "", place=name, source="", claim=""))
        made.append(
            f'<tr><th scope="row">{place}</th><td>{labelled(state, known, w)}</td><td class="num">{since}</td>'
            f"<td>{for_html(age(state, w))}</td>"
            f'<td class="num">{w.number(len(state.claims))}</td>'
            f'<td class="num">{w.number(len(state.against))}</td></tr>'
        )
    return "".join(made)
