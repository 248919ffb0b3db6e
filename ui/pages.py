"""The pages and what they are called in the menu."""

import streamlit as st
from streamlit.navigation.page import Page

from ui.desk_access import decided, editor, offered
from ui.page_corrections import page_corrections
from ui.page_data import page_data
from ui.page_desk import page_desk
from ui.page_map import page_map
from ui.page_method import page_method
from ui.page_sign_in import page_no_desk, page_sign_in
from ui.page_sources import page_sources
from ui.page_wrong import page_wrong
from ui.words import Words


def pages(w: Words) -> list[Page]:
    """Every page that may be opened in this session; the map is the first, the desk is there for editors alone."""
    made = [
        st.Page(page_map, title=w._("Map"), url_path="map", default=True),
        st.Page(page_sources, title=w._("Sources"), url_path="sources"),
        st.Page(page_method, title=w._("Method"), url_path="method"),
        st.Page(page_data, title=w._("Data"), url_path="data"),
        st.Page(page_wrong, title=w._("Limits"), url_path="wrong"),
    ]
    named = {"map": made[0]}
    if decided():
        made.append(st.Page(page_corrections, title=w._("Corrections"), url_path="corrections"))
    if offered():
        entry = editor()
        if entry:
            named["desk"] = st.Page(page_desk, title=w._("Desk"), url_path="desk")
            made.append(named["desk"])
        else:  # where the desk was or would be: who reloads it, or is taken off the list, is told why it is not there
            made.append(st.Page(page_no_desk, title=w._("Sign in"), url_path="desk", visibility="hidden"))
        title = w._("Signed in") if entry else w._("Sign in")
        made.append(st.Page(page_sign_in, title=title, url_path="sign-in"))
    st.session_state["pages"] = named  # where a button may lead
    return made
