"""The pages and what they are called in the menu."""

import streamlit as st
from streamlit.navigation.page import Page

from ui.page_data import page_data
from ui.page_map import page_map
from ui.page_method import page_method
from ui.page_sources import page_sources
from ui.page_wrong import page_wrong
from ui.words import Words


def pages(w: Words) -> list[Page]:
    """Every page a reader can open; the map is the first."""
    made = [
        st.Page(page_map, title=w._("Map"), url_path="map", default=True),
        st.Page(page_sources, title=w._("Sources"), url_path="sources"),
        st.Page(page_method, title=w._("Method"), url_path="method"),
        st.Page(page_data, title=w._("Data"), url_path="data"),
        st.Page(page_wrong, title=w._("Limits"), url_path="wrong"),
    ]
    st.session_state["pages"] = {"map": made[0]}  # where a button may lead
    return made
