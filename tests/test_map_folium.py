"""The facts that the escaping rests on, tried again with the installed folium, branca, st_folium and a browser."""

from pathlib import Path

import folium
import pytest
from playwright.sync_api import Page
from streamlit_folium import generate_js_hash

from tests.test_escape import HOSTILE
from ui.escape import for_map
from ui.map import Base, Told
from ui.map_city import STATIC

pytestmark = pytest.mark.browser

# Where a name can stand in a folium map: each builds a map with it there and says where the browser shows it.
PLACES = ("popup", "tooltip", "icon", "geojson")


# All that folium's popups ask of jQuery: HTML made into an element.
JQUERY = """<script>function $(html) {
    const box = document.createElement("div"); box.innerHTML = html; return [box.firstChild]; }</script>"""


def folium_map(place: str, name: str) -> folium.Map:
    chart = folium.Map((36.2, 37.1), tiles=None)
    chart.default_js = [("code", (STATIC / "leaflet/leaflet.js").as_uri())]
    chart.default_css = [("style", (STATIC / "leaflet/leaflet.css").as_uri())]
    chart.get_root().header.add_child(folium.Element(JQUERY), name="jquery")
    if place == "geojson":
        shape = {"type": "Point", "coordinates": [37.1, 36.2]}
        feature = {"type": "Feature", "properties": {"name": name}, "geometry": shape}
        collection = {"type": "FeatureCollection", "features": [feature]}
        tooltip = folium.GeoJsonTooltip(["name"], labels=False, permanent=True)
        folium.GeoJson(collection, marker=folium.CircleMarker(), tooltip=tooltip).add_to(chart)
        return chart
    words = {
        "popup": {"popup": folium.Popup(name, show=True)},
        "tooltip": {"tooltip": folium.Tooltip(name, permanent=True)},
        "icon": {"icon": folium.DivIcon(html=name, class_name="named")},
    }[place]
    folium.Marker((36.2, 37.1), **words).add_to(chart)
    return chart


SHOWN = {
    "popup": ".leaflet-popup-content",
    "tooltip": ".leaflet-tooltip",
    "icon": ".named",
    "geojson": ".leaflet-tooltip",
}


@pytest.mark.parametrize("place", PLACES)
def test_an_escaped_name_reads_the_same_and_runs_nothing(page: Page, tmp_path: Path, place: str) -> None:
    wrong = []
    for number, text in enumerate(HOSTILE):
        path = tmp_path / f"{number}.html"
        path.write_text(folium_map(place, for_map(text)).get_root().render(), "utf-8")
        page.goto(path.as_uri())
        shown = page.locator(SHOWN[place]).first
        said = shown.text_content(timeout=5000)
        if (said or "").strip() != text.strip() or page.evaluate("window.ran ?? null"):
            wrong.append(f"{place}: {text!r} was shown as {said!r}")
    assert not wrong, "\n".join(wrong)


def test_unescaped_a_name_would_run_on_the_server() -> None:
    """Why all this is needed: if this fails, branca has changed and `for_map` may be simplified."""
    assert "49" in folium_map("geojson", "{{ 7 * 7 }}").get_root().render()


def test_the_message_survives_folium_and_its_second_template() -> None:
    message = {"text": list(HOSTILE), "deep": {"in": {"it": {}}}}
    told = Told(message)
    base = Base("x.js")
    told.add_to(base)
    once = told._template.module.script(told)
    assert told.message in once
    base.get_root().render()
    assert told.message in base.get_root().render()


def test_the_base_map_names_one_script_and_nothing_else() -> None:
    base = Base("../../app/static/made/map-x.js")
    assert [link for _, link in base.default_js] == ["../../app/static/made/map-x.js"]
    assert base.default_css == []
    assert "http" not in base._template.module.script(base)


def test_two_scripts_that_differ_after_an_underscore_look_alike() -> None:
    """The trap: nothing that changes may stand in the base map alone; the frame's key carries the city's version."""
    assert generate_js_hash("draw(held_gov)", "map") == generate_js_hash("draw(held_opp)", "map")
    assert generate_js_hash("draw()", "map-1") != generate_js_hash("draw()", "map-2")
