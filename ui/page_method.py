"""The page of the method: from the words of a report to a colour, and the rule sentence by sentence."""

import streamlit as st

from ui.escape import for_html
from ui.frame import document, framed, whole
from ui.rules import RULES
from ui.terms import DEFINITIONS, N_
from ui.words import Words

STEPS = (
    (
        N_("Sources"),
        N_("Published reports in Arabic and English from all sides, each with its publisher, day and address."),
    ),
    (
        N_("Claims"),
        N_(
            "A program with written rules and word lists reads each text, a report or our digest of it, and notes who"
            " says that whom did or held what, where, when and how surely, with the words it was read from. It uses no"
            " model and guesses no name."
        ),
    ),
    (
        N_("Control"),
        N_("A rule of 24 sentences turns the claims into who held each neighbourhood on each day, with the reasons."),
    ),
    (
        N_("Map"),
        N_("Neighbourhoods are coloured by the result. Nobody paints the map: editors can only correct its sources."),
    ),
)


@st.fragment
def page_method() -> None:
    """Four steps, the definitions, the rule, and the full text."""
    whole()
    with framed() as (_, _, w):
        st.html(f'<div class="read"><h1>{w._("Method")}</h1>{steps(w)}{definitions(w)}{rules(w)}</div>')
        document("method.md", w._("The full text of the method, in English"))


def steps(w: Words) -> str:
    """The way from a report to a colour."""
    rows = "".join(f"<li><b>{w._(name)}</b>{w._(':')} {for_html(w._(text))}</li>" for name, text in STEPS)
    return f"<ol>{rows}</ol>"


def definitions(w: Words) -> str:
    """What the standings mean."""
    rows = "".join(f"<p>{for_html(w._(text))}</p>" for text in DEFINITIONS.values())
    return f"<h2>{w._('What the colours mean')}</h2>{rows}"


def rules(w: Words) -> str:
    """The rule, each sentence with an address of its own."""
    rows = "".join(
        f'<li id="rule-{number}" value="{number}">{for_html(w._(text))}</li>' for number, text in RULES.items()
    )
    return f"<h2>{w._('The rule of control')}</h2><ol>{rows}</ol>"
