"""The front lines of a day in words: how long, how sure, what moved since the day before, what they enclose."""

import streamlit as st

from geo.control import Days
from geo.fronts import Pocket, changes, fronts, pockets, rim
from geo.polygons import read_polygons
from ui.load import Archive
from ui.names import place_name
from ui.summary import DAYS
from ui.terms import HOLDERS
from ui.words import Words

NAMED = 3  # places of enclosed ground that the sentence names


def fronts_said(data: Archive, known: Days, day: str, w: Words) -> str:
    """Lengths in kilometres, measured on the map's own polygons."""
    found = fronts(data.city, known.states[day])
    length = sum(line.length_m for line in found)
    uncertain = sum(line.length_m for line in found if line.standing == "uncertain")
    said = w._(
        "Front lines: {length} km, {uncertain} km of it uncertain.",
        length=w.number(length / 1000, 1),
        uncertain=w.number(uncertain / 1000, 1),
    )
    at = DAYS.index(day)
    if at:
        moved = changes(data.city, known.states[DAYS[at - 1]], known.states[day])
        new, gone = (sum(each) for each in zip(*((m.new_m, m.gone_m) for m in moved), strict=True)) if moved else (0, 0)
        if new or gone:
            said += " " + w._(
                "Since the day before: {new} km new, {gone} km gone.",
                new=w.number(new / 1000, 1),
                gone=w.number(gone / 1000, 1),
            )
    return said + enclosed(data, known, day, w)


def enclosed(data: Archive, known: Days, day: str, w: Words) -> str:
    """Enclosed ground in which a claim names a place (24); nothing where there is none."""
    found = pockets(data.city, known.states[day], known.claims.values(), _rim(data.version, _data=data))
    named = [_enclosed(pocket, data, w) for pocket in found if pocket.named]
    return f" {w._('Enclosed by others: {ground}.', ground=w._('; ').join(named))}" if named else ""


def _enclosed(pocket: Pocket, data: Archive, w: Words) -> str:
    names = [place_name(data.city.places[place], w) for place in pocket.named]
    rest = len(names) - NAMED
    if rest > 0:
        names = [*names[:NAMED], w.ngettext("{count} more", "{count} more", rest)]
    return w._("{holder} in {places}", holder=w._(HOLDERS[pocket.holder]), places=w.list(names))


@st.cache_resource(max_entries=4, show_spinner=False)
def _rim(version: str, *, _data: Archive) -> frozenset[str]:
    return rim(_data.polygons or read_polygons())
