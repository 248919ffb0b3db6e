"""How this map can be wrong: what it cannot know, what its numbers are of, and what it must not be used for."""

import streamlit as st

from ui.escape import for_html
from ui.frame import document, framed, whole
from ui.load import Archive, days
from ui.register import silent
from ui.terms import N_
from ui.view import View
from ui.words import Words

PARTS: tuple[tuple[str, ...], ...] = (
    (
        N_("Control is not a fact on the ground here"),
        N_(
            "The map shows who is reported to hold a neighbourhood. Armies define control as the physical ability to"
            " keep an enemy out; nobody measured that street by street, and reports seldom say what they mean by it."
        ),
        N_("A day has no hours: a morning’s capture and an evening’s recapture are the same day."),
    ),
    (
        N_("What the sources leave out"),
        N_(
            "Where nobody wrote of who holds a place, the pale colour of the starting position stays. Silence grows"
            " older."
        ),
        N_(
            "Most reports of these weeks repeat a few voices. The map counts voices, not reports, but a shared error"
            " of two voices looks like confirmation."
        ),
        N_("The sides claimed early and admitted late. Dates follow the reports, so real changes may be days apart."),
    ),
    (
        N_("The shapes"),
        N_(
            "The neighbourhoods were drawn for this project. Boundaries of neighbourhoods in Aleppo are not agreed;"
            " areas and lengths of fronts depend on them."
        ),
        N_(
            "A neighbourhood is drawn whole: one colour, or squares of two colours where it is divided, and never where"
            " the front ran in it."
        ),
    ),
    (
        N_("The shares"),
        N_(
            "“Two thirds of the east” can be of the area, of a list of neighbourhoods or of people. The map gives its"
            " share of the area and of its own neighbourhoods that the opposition held on 15 November, each as a"
            " range: confirmed only, and with what is claimed or disputed."
        ),
    ),
    (
        N_("The reader can misread"),
        N_(
            "A program reads the texts. Where its claims were compared with claims coded by people, it missed some"
            " and misread some; the measured error stands in the project’s documents."
        ),
        N_(
            "The texts that come with the map are digests, sentence by sentence, not the reports’ own words; a card"
            " says which."
        ),
    ),
    (
        N_("What it must not be used for"),
        N_("Not for finding a way, not for judging whether a place is safe, not for targeting anybody or anything."),
        N_("Not as proof against a person: it names no private persons and shows no positions of units."),
    ),
)


@st.fragment
def page_wrong() -> None:
    """Six ways, then the numbers of this very view."""
    whole()
    with framed() as (data, view, w):
        parts = "".join(
            f"<h2>{for_html(w._(name))}</h2>" + "".join(f"<p>{for_html(w._(text))}</p>" for text in texts)
            for name, *texts in PARTS
        )
        st.html(f'<div class="read"><h1>{w._("How this map can be wrong")}</h1>{parts}{numbers(data, view, w)}</div>')
        document("accuracy.md", w._("Measured error of the reader, in English"))


def numbers(data: Archive, view: View, w: Words) -> str:
    """How much of the map of this day rests on what."""
    known = days(data, view)
    states = known.states[view.day].values()
    total = len(data.city.polygons)
    parts = (
        (w._("rest on the starting position alone"), sum(s.standing == "baseline" for s in states)),
        (w._("rest on one side’s own word"), sum(s.standing == "claimed" for s in states)),
        (w._("rest on a statement about a whole area"), sum(s.basis == "area" for s in states)),
        (w._("are named by no source up to the day"), len(silent(data, known, view.day))),
    )
    rows = "".join(f"<li><b>{w.number(count)}</b> {for_html(what)}</li>" for what, count in parts)
    said = w._("Of the {total} polygons of the map on {day}:", total=w.number(total), day=w.day(view.day))
    return f"<h2>{w._('This view in numbers')}</h2><p>{said}</p><ul>{rows}</ul>"
