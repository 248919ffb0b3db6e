"""The map behind one seam: Python says who holds what on all days, the browser draws and follows the day slider.

The geometry goes to the browser once (ui/map_city.py), the states of all days as one small table (ui/map_states.py).
Inside st_folium's frame our script (static/map/) follows the page's own slider, `st-key-<slider>`, so a step is
painted before the server hears of it. What Python tells it names no day, so it is the same on every day and Streamlit
sends it once. Whoever draws the map writes the day of this rerun on the page (`written`): where the slider is not
found, or shows other days, the map changes by that, the ordinary way.

What else on the page should follow at once is marked for it: inside an element with `data-follows="<slider>"`, every
element with `data-from` and `data-to` (ISO days) is shown on those days and hidden on others; `body[data-map-ahead]`
stands while the map shows another day than Python has written.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

import folium
import shapely
import streamlit as st
from jinja2 import Template
from streamlit_folium import st_folium

import geo
from geo.city import City
from geo.places import DataError
from geo.polygons import read_polygons
from ui.escape import for_script
from ui.heap import put_aside
from ui.map_city import CODE, STATIC, STYLE, city_data, points, publish, read_ground, script
from ui.map_states import SIGNS, Days, Table, front, table
from ui.terms import LETTERS, letter, state_words
from ui.view import View
from ui.words import Words, words

HEIGHT = 500
FOLDER = Path(geo.__file__).parent
SHAPES = ("neighborhoods.geojson", "ground.geojson", "places.csv", "areas.csv")
CLICK = ["last_object_clicked_count", "last_object_clicked_tooltip"]


class Base(folium.Map):
    """A constant map: no tiles, no file of another host, one script of ours, which fits the view to the city."""

    default_css: list[tuple[str, str]] = []  # noqa: RUF012  # folium's own attribute, replaced
    # folium's template writes a kilobyte of styles with every message, and forbids readers to enlarge the page.
    _template = Template(
        '{% macro html(this, kwargs) %}<div class="folium-map" id="{{ this.get_name() }}" ></div>{% endmacro %}'
        "{% macro script(this, kwargs) %}"
        'var {{ this.get_name() }} = L.map("{{ this.get_name() }}", {center: [36.2, 37.17], zoom: 13, zoomSnap: 0.25, '
        "maxZoom: 17, zoomControl: false, attributionControl: false});\n"
        "eastAleppo.start({{ this.get_name() }});"
        "{% endmacro %}"
    )

    def __init__(self, source: str) -> None:
        self.default_js = [("map", source)]
        super().__init__(tiles=None)


class Told(folium.FeatureGroup):
    """The one layer that changes: no shapes, only what the map is told. st_folium runs it whenever it differs."""

    _template = Template(
        "{% macro script(this, kwargs) %}"
        "var {{ this.get_name() }} = L.layerGroup(); eastAleppo.tell({{ this.message }});"
        "{% endmacro %}"
    )

    def __init__(self, message: object) -> None:
        super().__init__()
        self.message = for_script(message)


def draw_map(
    city: City,
    days: Days,
    view: View,
    *,
    flips: frozenset[str] | Mapping[str, frozenset[str]] = frozenset(),
    dark: bool = False,
    key: str = "map",
    slider: str = "day",
    backwards: bool = False,
    height: int = HEIGHT,
    on_click: Callable[[str], None] | None = None,
    polygons: Mapping[str, shapely.Polygon] | None = None,
) -> str | None:
    """Draw the map of a view; the id of the polygon or landmark clicked since the last run, if any.

    `flips` are polygons to outline: on the view's day, or for each day. `slider` is the key of the day slider that
    the map follows, `backwards` if its options run from the last day to the first. `on_click` is called with the
    polygon before the script runs, as Streamlit's callbacks are.
    """
    try:
        source = f"../../app/static/made/{_published(city, polygons)}"
    except DataError as error:
        st.warning(
            words(view.lang)._(
                "The map cannot be drawn, the rest of the page stands: {why}", why="; ".join(error.problems)
            )
        )
        return None
    message = tell(city, days, view, flips=flips, dark=dark, slider=slider, backwards=backwards)
    frame = f"{key}-{source[-19:-3]}"  # another city is another frame

    def clicked() -> None:
        if on_click and (polygon := _new_click(frame)):
            on_click(polygon)

    st_folium(
        Base(source),
        key=frame,
        height=height,
        use_container_width=True,
        returned_objects=CLICK,
        feature_group_to_add=Told(message),
        on_change=clicked,
        render=False,  # what st_folium sends, it renders itself
    )
    return None if on_click else _new_click(frame)


def written(day: str, slider: str = "day") -> str:
    """Attributes for an element of the page that say which day Python has drawn for the maps of a slider."""
    return f'data-written="{slider}" data-day="{day}"'


def _new_click(frame: str) -> str | None:
    """The polygon of a click that was not told before: the component repeats its last word on every run."""
    said = st.session_state.get(frame) or {}
    click = (said.get(CLICK[0]), said.get(CLICK[1]))
    if not click[0] or not click[1] or st.session_state.get(f"{frame}-told") == click:
        return None
    st.session_state[f"{frame}-told"] = click
    return str(click[1])


def tell(
    city: City,
    days: Days,
    view: View,
    *,
    flips: frozenset[str] | Mapping[str, frozenset[str]] = frozenset(),
    dark: bool = False,
    slider: str = "day",
    backwards: bool = False,
) -> dict[str, object]:
    """What the map is told: ids, numbers and words of the program's own; never a name and never a source's text."""
    w = words(view.lang)
    states = _tables(city, days)
    by_day = flips if isinstance(flips, Mapping) else {view.day: flips}
    return {
        "version": states.version,
        "slider": slider,
        "backwards": backwards,
        "first": states.days[0],
        "count": len(states.days),
        "signs": SIGNS[: len(states.looks)],
        "looks": ["|".join((a.holder, a.standing, "+".join(a.parties), a.rival)) for a in states.looks],
        "words": [state_words(each.holder, each.standing, each.parties, w) for each in states.looks],
        "fronts": ["".join(front(a, b) for b in states.looks) for a in states.looks],
        "states": states.rows,
        "points": states.points,
        "chosen": _chosen(city, view.place),
        "point": view.place if view.place in points(city) else "",
        "flips": {day: sorted(ids) for day, ids in by_day.items() if ids},
        "lang": view.lang,
        "dark": dark,
        "letters": {actor: letter(actor, w) for actor in LETTERS},
        "text": {
            "map": w._("Map of who held each neighbourhood"),
            "zoomIn": w._("Zoom in"),
            "zoomOut": w._("Zoom out"),
            "credit": w._("Drawn by the project after Conflict Urbanism: Aleppo, Columbia University"),
            "scale": {metres: _distance(metres, w) for metres in (200, 500, 1000, 2000, 5000, 10000)},
        },
    }


def _chosen(city: City, place: str) -> list[str]:
    """The polygons of a place, or of an area; none of a landmark that is a point."""
    if place in points(city):
        return []
    found = city.places.get(place)
    named = city.areas.get(place) or (found.polygons if found else ())
    return [each for each in city.polygons if each in named]


def _distance(metres: int, w: Words) -> str:
    if metres < 1000:
        return w._("{number} m", number=w.number(metres))
    return w._("{number} km", number=w.number(metres / 1000))


def _tables(city: City, days: Days) -> Table:
    return _table(id(city), id(days), _held=(city, days))[1]


# What is kept holds the objects it was made from, so no other object can come to have their identity.
@st.cache_resource(max_entries=32, show_spinner=False)
def _table(city: int, days: int, *, _held: tuple[City, Days]) -> tuple[object, Table]:
    told = table(_held[0].polygons, _held[1], points(_held[0]))
    put_aside()  # these days' states were just worked out and stay
    return _held, told


def _published(city: City, polygons: Mapping[str, shapely.Polygon] | None) -> str:
    """Name of the city's script as the files at hand make it: what they are is cheap to ask on every run."""
    files = [FOLDER / name for name in SHAPES] + [STATIC / name for name in CODE + STYLE]
    stamp = tuple((path.name, (s := path.stat()).st_size, s.st_mtime_ns) for path in files if path.exists())
    return _script(stamp, id(city), id(polygons), _held=(city, polygons))[1]


@st.cache_resource(max_entries=4, show_spinner=False)
def _script(
    stamp: tuple[tuple[str, int, int], ...],
    city: int,
    polygons: int,
    *,
    _held: tuple[City, Mapping[str, shapely.Polygon] | None],
) -> tuple[object, str]:
    shapes = read_polygons(FOLDER) if _held[1] is None else _held[1]
    return _held, publish(script(city_data(_held[0], shapes, read_ground(FOLDER / "ground.geojson"))))
