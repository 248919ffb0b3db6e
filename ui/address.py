"""The address bar and the view kept equal, in both directions.

The view lives in the session. A widget's callback changes it with `go`; each run then writes the address. When the
address is not the one last written and no callback ran, the reader has followed a link or pressed back: it wins.
"""

from collections.abc import Mapping

import streamlit as st

from ui.view import Choices, Notice, View, change, from_query, to_query


def current() -> View:
    """The view of this session as it stands now, also inside a fragment."""
    view: View = st.session_state.get("view", View())
    return view


def go(**fields: object) -> None:
    """Change the view; the address follows when the page is next drawn."""
    st.session_state["view"] = change(current(), **fields)
    st.session_state["touched"] = True
    st.session_state["notices"] = []  # what was wrong with the address has been read


def language() -> str:
    """The language before anything else is known: of the address, else of the session."""
    asked = st.query_params.get("lang", "")
    if not st.session_state.get("touched") and asked in ("en", "ar"):
        return asked
    return current().lang


def read(page: str, choices: Choices) -> list[Notice]:
    """Take over what the address says where it is news; what in it was not understood."""
    params = {name: tuple(st.query_params.get_all(name)) for name in st.query_params}
    here = _plain(params)
    turned = st.session_state.get("page") != page
    st.session_state["page"] = page
    touched = st.session_state.pop("touched", False)
    first = "view" not in st.session_state
    # A page chosen in the menu comes without parameters: the view goes along.
    if touched or (not params and not first) or (here == st.session_state.get("written") and not turned):
        return list(st.session_state.get("notices", ()))
    view, notices = from_query(params, choices)
    st.session_state["view"] = view
    st.session_state["notices"] = notices
    return notices


def write() -> None:
    """Make the address say what is shown."""
    query = to_query(current())
    here = _plain(query)
    st.session_state["touched"] = False
    if _plain({name: tuple(st.query_params.get_all(name)) for name in st.query_params}) != here:
        st.query_params.from_dict(query)
    st.session_state["written"] = here


def _plain(params: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {name: (value,) if isinstance(value, str) else tuple(value) for name, value in params.items()}  # type: ignore[arg-type]  # texts or lists of texts
