"""The shipped archive as the pages load it, once a module, with the caches emptied around it."""

from collections.abc import Iterator

import pytest
import streamlit as st

from ui.load import Archive, archive, stamp


@pytest.fixture(scope="module")
def data() -> Iterator[Archive]:
    st.cache_resource.clear()
    yield archive(stamp())
    st.cache_resource.clear()
