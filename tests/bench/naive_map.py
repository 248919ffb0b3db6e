"""The naive way, for the benchmark: a new folium map on every rerun, coloured in Python, with the same polygons."""

import folium
import streamlit as st
from streamlit_folium import st_folium

from geo.polygons import read_polygons
from tests.bench.plain_fill import colour
from ui.load import archive, days, stamp
from ui.view import View

st.set_page_config(layout="wide")
shapes = st.cache_resource(read_polygons)
data = archive(stamp())
known = days(data, View())
day = st.session_state.setdefault("day", st.query_params.get("day", View().day))
states = known.states[day]
chart = folium.Map((36.2, 37.16), zoom_start=13, tiles=None)
chart.default_js = [("code", "../../app/static/leaflet/leaflet.js")]
chart.default_css = [("style", "../../app/static/leaflet/leaflet.css")]
features = [
    {"type": "Feature", "properties": {"fill": colour(states[id_])}, "geometry": shape.__geo_interface__}
    for id_, shape in shapes().items()
]
folium.GeoJson(
    {"type": "FeatureCollection", "features": features},
    style_function=lambda feature: {
        "fillColor": feature["properties"]["fill"], "fillOpacity": 1, "weight": 1, "color": "#fff",
    },
).add_to(chart)  # fmt: skip
st_folium(chart, use_container_width=True, height=500)
st.select_slider("Day", list(known.states), key="day")
st.html(f"<p id='evidence'>{day}: {states['shaar'].holder} {states['shaar'].standing}</p>")
