"""The pages and what they are called in the menu."""

import streamlit as st
from streamlit.navigation.page import Page

from ui.page_map import page_map
from ui.words import Words


def pages(w: Words) -> list[Page]:
    """Every page a reader can open."""
    return [
        st.Page(page_map, title=w._("Map"), url_path="map", default=True),
    ]
