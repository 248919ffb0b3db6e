"""What a reader sees when the data cannot be drawn: one list of what is wrong and where, instead of a traceback."""

import streamlit as st

from ui.escape import for_html
from ui.words import Words


def broken(problems: list[str], w: Words) -> None:
    """The list of problems."""
    rows = "".join(f'<li dir="auto"><code>{for_html(w.problem(problem))}</code></li>' for problem in problems)
    st.html(
        f'<div class="notice" role="alert"><h1>{w._("The map cannot be drawn from this data")}</h1>'
        f"<p>{w.ngettext('{count} thing is wrong:', '{count} things are wrong:', len(problems))}</p>"
        f"<ul>{rows}</ul></div>"
    )
