"""Citing what is on the screen: the link, the sentence to quote in both languages, and the version of the data."""

from urllib.parse import urlencode, urlsplit

import streamlit as st

from ui.escape import for_html
from ui.load import Archive
from ui.names import place_name
from ui.switches import state_of
from ui.view import View, change, to_query
from ui.words import Words, words


def address(view: View) -> str:
    """The whole address of a view, as the browser knows this server."""
    base = (st.context.url or "").partition("?")[0]
    slash = "" if urlsplit(base).path else "/"
    return f"{base}{slash}?{urlencode(to_query(view), doseq=True)}"


def citation(data: Archive, view: View, lang: str) -> str:
    """The citation in one language: title, place and day, what was known and switched on, version, address."""
    w = words(lang)
    place = data.city.places.get(view.place)
    what = place_name(place, w) + w._(", ") if place else ""
    return w._(
        "{title}: {what}{day}. Known by {known}; {sources}. {texts} Data version {version}. {address}",
        title=w._("East Aleppo, day by day"),
        what=what,
        day=w.day(view.day),
        known=w.day(view.known or data.choices.last_known),
        sources=state_of(view, data, w),
        texts=texts(data, w),
        version=data.version,
        address=address(change(view, lang=lang)),
    )


def texts(data: Archive, w: Words) -> str:
    """Whose words stand behind the view, for whoever quotes them."""
    kinds = {source.kind for source in data.sources.values()}
    if kinds <= {"digest"}:
        return w._("Words shown are the project’s digests of the reports.")
    if kinds == {"original"}:
        return w._("Words shown are the reports’ own.")
    return w._("Words shown are the reports’ own or the project’s digests, as each card says.")


def cite(data: Archive, view: View) -> None:
    """The popover's content."""
    w = words(view.lang)
    st.html(f'<p class="lbl">{w._("Link to exactly this view")}</p>')
    st.code(address(view), language=None, wrap_lines=True)
    for lang, name in (("en", "English"), ("ar", "العربية")):
        direction = words(lang).direction
        here = for_html(address(change(view, lang=lang)))
        said = for_html(citation(data, view, lang)).replace(here, f'<bdi dir="ltr">{here}</bdi>')
        st.html(
            f'<p class="lbl" lang="{lang}">{name}</p><p class="citation" lang="{lang}" dir="{direction}">{said}</p>'
        )
    st.html(f'<p class="fine">{w._("Data version {version}", version=data.version)}</p>')
