"""The head of the map page: the day, one sentence, three counts, and what was not understood or is missing."""

import streamlit as st

from ui.clock import too_early
from ui.escape import for_html
from ui.load import Archive, days
from ui.map import written
from ui.summary import counts, sentence, summary
from ui.terms import POLICIES
from ui.view import Notice, View
from ui.words import Words


def head(data: Archive, view: View, w: Words) -> None:
    """Day, sentence and counts, as one piece of the page."""
    claims, sources, places = counts(summary(data, view), view.day)
    numbers = "".join(
        f"<div><b>{w.number(count)}</b> <span>{for_html(name)}</span></div>"
        for count, name in (
            (claims, w.ngettext("claim", "claims", claims)),
            (sources, w.ngettext("source", "sources", sources)),
            (places, w.ngettext("place", "places", places)),
        )
    )
    said = for_html(" ".join(filter(None, (sentence(data, days(data, view), view.day, w), too_early(view, w)))))
    st.html(
        f'<div class="head" {written(view.day)}><div><h1>{w.day(view.day, "full")}</h1><p class="sum">{said}</p></div>'
        f'<div class="counts" title="{w._("about this day, with what is switched on")}">{numbers}</div></div>'
    )


def notices(found: list[Notice], data: Archive, w: Words) -> None:
    """Plain sentences above the page: a bad address and sources that could not be read. The rest stands."""
    lines = misread(found, w)
    if data.problems:
        lines.append(
            for_html(
                w.ngettext(
                    "{count} problem with the sources: what it touches is missing, the map is drawn from the rest.",
                    "{count} problems with the sources: what they touch is missing, the map is drawn from the rest.",
                    len(data.problems),
                )
            )
            + "<ul>"
            + "".join(f'<li dir="auto">{for_html(w.problem(problem))}</li>' for problem in data.problems)
            + "</ul>"
        )
    if lines:
        noted(lines)


def noted(lines: list[str]) -> None:
    """Sentences, HTML already, above a page."""
    st.html('<div class="notice" role="status">' + "".join(f"<p>{line}</p>" for line in lines) + "</div>")


def misread(found: list[Notice], w: Words) -> list[str]:
    """A sentence for each part of the address that was not understood."""
    lines = []
    for notice in found:
        text = w._("Address not understood: {name}={found}.", name=notice.parameter, found=notice.found)
        if notice.shown:
            text += " " + w._("You see {shown} instead.", shown=shown(notice, w))
        else:
            text += " " + w._("It is left out.")
        lines.append(for_html(text))
    return lines


def shown(notice: Notice, w: Words) -> str:
    """A default as a reader would say it."""
    if notice.parameter in ("day", "known", "other"):
        return w.day(notice.shown)
    if notice.parameter == "policy":
        return w._(POLICIES[notice.shown])
    return notice.shown
