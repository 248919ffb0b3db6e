"""Finding a place however its name is spelled: both scripts, with or without the article, with its usual variants."""

import difflib
import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping

import streamlit as st

from extract.fold import fold
from geo.places import Place
from ui.address import go
from ui.escape import for_html, for_label
from ui.names import place_name
from ui.words import Words

MANY = 6  # places offered
CLOSE = 0.6  # how alike a spelling must be to be offered at all
LATIN_ARTICLE = re.compile(r"^(?:a[a-z]{1,2}|el)[- ](?=\w)")
ARABIC_ARTICLE = re.compile(r"^ال(?=\w\w)")
HEAD = re.compile(r"^(?:حي|منطقة|neighbou?rhood of|district of) ")
# Ways of writing one sound in Latin letters, brought to one.
SOUNDS = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("ei", "ay"), ("ai", "ay"), ("ie", "i"), ("ey", "ay"), ("q", "k"))


def plain(text: str) -> str:
    """A name without article, marks and the variants of one sound; Arabic and Latin keep their own letters."""
    name = HEAD.sub("", fold(text.strip()).text.lower())
    name = "".join(c for c in unicodedata.normalize("NFKD", name) if c.isalnum() or c in " -")
    name = ARABIC_ARTICLE.sub("", LATIN_ARTICLE.sub("", name))
    for sound, letter in SOUNDS:
        name = name.replace(sound, letter)
    if name.isascii():
        name = re.sub(r"[ae]h?\b", "a", name)  # one ending, spelled -a, -ah, -e or -eh
    name = re.sub(r"(\w)\1", r"\1", name)  # doubled letters are spelled singly as often
    return re.sub(r"[ -]+", "", name)


def index(places: Mapping[str, Place]) -> list[tuple[str, str]]:
    """Every way to write every place, made plain, with the place's id."""
    ways = {
        (plain(way), place.id)
        for place in places.values()
        for way in (place.name_en, place.name_ar, *(spelling.text for spelling in place.spellings))
    }
    return sorted(way for way in ways if way[0])


def find(asked: str, ways: Iterable[tuple[str, str]]) -> list[str]:
    """Ids of the places a reader may mean, best first: the same name, one that begins so, holds it, or is close."""
    wanted = plain(asked)
    if not wanted:
        return []
    best: dict[str, float] = {}
    for way, place in ways:
        if way == wanted:
            score = 4.0
        elif way.startswith(wanted):
            score = 3 + len(wanted) / len(way) / 2
        elif len(wanted) > 2 and wanted in way:
            score = 2 + len(wanted) / len(way) / 2
        else:
            score = difflib.SequenceMatcher(None, wanted, way).ratio()
            score = score if score >= CLOSE else 0
        if score > best.get(place, 0):
            best[place] = score
    return sorted(best, key=lambda place: (-best[place], place))


@functools.lru_cache(maxsize=2)
def _index(version: str, places: tuple[Place, ...]) -> list[tuple[str, str]]:
    return index({place.id: place for place in places})


@st.fragment
def search(version: str, places: Mapping[str, Place], w: Words) -> None:
    """The search field and what it offers; typing reruns nothing but itself. Enter presses the first (ui/page.js)."""
    if st.session_state.pop("found", False):
        if st.session_state.get("page"):  # only the map shows a place
            st.switch_page(st.session_state["pages"]["map"])
        st.rerun()
    asked = st.text_input(
        w._("Find a place"),
        key="search",
        type="search",
        live="250ms",
        placeholder=w._("Find a place: Shaar, الشعار"),
        label_visibility="collapsed",
    )
    if not asked:
        return
    found = find(asked, _index(version, tuple(places.values())))
    with st.container(key="found", gap=None):
        for place in found[:MANY]:
            other = places[place].name_en if w.lang == "ar" else places[place].name_ar
            name = for_label(f"{place_name(places[place], w)} · {other}")
            st.button(name, key=f"found-{place}", type="tertiary", on_click=choose, args=(place,))
        none = "" if found else f'<p class="mut">{w._("No place is spelled like this.")}</p>'
        st.html(f'<div data-asked="{for_html(asked.strip())}">{none}</div>')


def choose(place: str) -> None:
    """Show a found place on the map, and empty the field."""
    go(place=place)
    st.session_state["search"] = ""
    st.session_state["found"] = True
