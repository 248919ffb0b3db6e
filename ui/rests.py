"""What rests on one source alone: the places and days whose holder would differ without it, as a list."""

import streamlit as st

from geo.control import Days
from geo.reliance import Reliance, reliance
from ui.escape import for_html
from ui.links import href, link
from ui.load import Archive, days
from ui.names import place_name
from ui.view import View
from ui.words import Words


def rests(article: str, data: Archive, view: View, w: Words) -> str:
    """The section on a source's page. It asks of all voices, whatever the reader has switched off."""
    found = _rests(data.version, article, _known=days(data, View()))
    whole = f"<h2>{w._('Rests on it alone')}</h2>"
    if not found.holders:
        said = w._("Nothing: without this source every place would have the same holder on every day.")
        return f"{whole}<p>{said}</p>{_support(found, w)}"
    said = w._(
        "Without this source another holder, or none, would be shown in {places} on {days}.",
        places=w.ngettext("{count} place", "{count} places", len(found.holders)),
        days=w.ngettext("{count} day", "{count} days", len({day for each in found.holders.values() for day in each})),
    )
    rows = "".join(_row(place, dates, data, view, w) for place, dates in found.holders.items())
    return f'{whole}<p>{said}</p><ul class="rows">{rows}</ul>{_support(found, w)}'


def _row(place: str, dates: tuple[str, ...], data: Archive, view: View, w: Words) -> str:
    name = for_html(place_name(data.city.places[place], w))
    target = href(view, "", place=place, day=dates[0], source="", claim="")
    first, last = (w.day(day, "short") for day in (dates[0], dates[-1]))
    count = w.ngettext("{count} day", "{count} days", len(dates))
    when = first if len(dates) == 1 else f"{first} – {last}, {count}"
    return f'<li>{link(name, target)}<span class="from">{when}</span></li>'


def _support(found: Reliance, w: Words) -> str:
    if not found.standings:
        return ""
    places = w.ngettext("{count} place", "{count} places", len(found.standings))
    said = w._(
        "In {places} the holder would stay the same and only how well it is supported would differ.", places=places
    )
    return f'<p class="fine">{said}</p>'


@st.cache_resource(max_entries=128, show_spinner=False)
def _rests(version: str, article: str, *, _known: Days) -> Reliance:
    return reliance(_known, article)
