"""East Aleppo, day by day: the entry point. Pages, the frame around them, and one list when the data is broken."""

import streamlit as st

from geo.places import DataError
from ui.address import language, read
from ui.broken import broken
from ui.frame import style
from ui.load import archive, stamp
from ui.pages import pages
from ui.words import words


def main() -> None:
    """Draw one run of the app."""
    w = words(language())
    st.set_page_config(page_title=w._("East Aleppo, day by day"), layout="wide", initial_sidebar_state="collapsed")
    style(w)
    try:
        data = archive(stamp())
    except DataError as error:
        broken(error.problems, w)
        return
    page = st.navigation(pages(w), position="top")
    read(page.url_path, data.choices)
    page.run()


main()
