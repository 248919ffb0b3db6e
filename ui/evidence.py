"""Why this colour: the state of a place on a day, its reason, the claims for and against, and what would change it.

Drawn in pieces: what a day leaves as it was, which is most cards, the browser has already and is not sent again.
"""

import streamlit as st

from geo.control import Days, State
from geo.landmarks import is_point, within
from geo.places import Place
from ui.balance import balance
from ui.clock import too_early
from ui.escape import for_html
from ui.groups import groups
from ui.links import link, onward
from ui.load import Archive, days
from ui.names import both_names, place_name
from ui.reason import age, notes, reason, would_change
from ui.strip import here, strip
from ui.summary import DAYS, changes
from ui.swatch import labelled, said, swatch
from ui.terms import KINDS
from ui.view import View
from ui.words import Words

# Stands in for the words while the map is ahead of them, so that no card is read under another day.
SKELETON = '<div class="skeleton" aria-hidden="true"><i></i><i></i><i></i><i></i></div>'
MANY = 12  # changes listed before the rest is folded


def panel(data: Archive, view: View, w: Words) -> None:
    """The evidence for the chosen place, or what changed on the day when none is chosen."""
    for piece in evidence(data, view, w):
        st.html(piece)


def evidence(data: Archive, view: View, w: Words) -> list[str]:
    """The panel as HTML, piece by piece: the first says the state, the last stands with its day."""
    known = days(data, view)
    place = data.city.places.get(view.place)
    if place is None:
        return [changed_today(data, known, view, w)]
    return (one if len(place.polygons) == 1 else several)(data, known, place, view, w)


def one(data: Archive, known: Days, place: Place, view: View, w: Words) -> list[str]:
    """A place that one polygon draws or holds; of a landmark its own state, for it never colours the polygon (23)."""
    subject = place if is_point(place) else data.city.places[place.polygons[0]]
    state = known.state(view.day, subject.id)
    return [
        f'<section class="panel" id="evidence" aria-label="{w._("Evidence")}">{title(place, w)}'
        f"{headlines(known, subject.id, view.day, w)}{SKELETON}"
        f'<div class="follows"><p class="fine">{age(state, w)}</p>{early(view, w)}{lies(place, data, known, view, w)}'
        f'<p class="why">{reason(state, subject, data, known, view, w)}</p>{notes(state, w)}'
        f"{balance(state, known, w)}{here(view.day, w)}</div></section>",
        strip(known, subject.id, w),
        *inside(place, data, known, view, w),
        *groups(state, data, known, view, w),
        f'<div class="follows" data-for="{view.day}">{would_change(state, data, known, view, w)}</div>',
    ]


def early(view: View, w: Words) -> str:
    """The sentence that the day was not yet known, where the known-by clock stands before it."""
    said = too_early(view, w)
    return f'<p class="mut">{for_html(said)}</p>' if said else ""


def lies(place: Place, data: Archive, known: Days, view: View, w: Words) -> str:
    """In which polygon a place without its own lies: a quarter shows its state, a landmark has one of its own."""
    polygon = place.polygons[0]
    if place.id == polygon:
        return ""
    here = both_names(data.city.places[polygon], w)
    if not is_point(place):
        said = w._("{place} lies in {polygon}, whose state is shown.", place="{place}", polygon="{polygon}")
        return f"<p>{said.format(place=both_names(place, w), polygon=here)}</p>"
    said = w._("It lies in {polygon}, which it never colours:", polygon="{polygon}")
    around = labelled(known.states[view.day][polygon], known, w)
    return f"<p>{said.format(polygon=link(here, onward(place=polygon)))} {around}</p>"


def inside(place: Place, data: Archive, known: Days, view: View, w: Words) -> list[str]:
    """The landmarks of a polygon, each with its own state; a piece of its own, for few days change it."""
    rows = "".join(
        f"<li>{link(both_names(data.city.places[name], w), onward(place=name))} "
        f"{labelled(known.points[view.day][name], known, w)}</li>"
        for name in within(data.city, place.id)
    )
    return [f'<h3 class="grp">{w._("Landmarks in it")}</h3><ul class="rows">{rows}</ul>'] if rows else []


def headlines(known: Days, place: str, day: str, w: Words) -> str:
    """The state on each day, in runs; the one of the day is shown, and the map's script shows another at once."""
    runs: list[tuple[str, str]] = []
    parts: dict[str, list[str]] = {}
    for name in DAYS:
        state = known.state(name, place)
        words = f"{swatch(state, known, w)} <b>{said(state, w)}</b>"
        if not runs or runs[-1][1] != words:
            runs.append((name, words))
            parts[name] = []
        parts[runs[-1][0]].append(name)
    lines = []
    for first, words in runs:
        last = parts[first][-1]
        hidden = "" if first <= day <= last else " hidden"
        lines.append(f'<div data-from="{first}" data-to="{last}"{hidden}>{words}</div>')
    return f'<div class="status" data-follows="day" aria-live="polite">{"".join(lines)}</div>'


def title(place: Place, w: Words) -> str:
    """The names of a place in both scripts."""
    return f'<h2 class="pname">{both_names(place, w)}</h2>'


def several(data: Archive, known: Days, place: Place, view: View, w: Words) -> list[str]:
    """An area, a place of several polygons, or one that no polygon draws: its parts, and what is said of it."""
    kind = w._(KINDS[place.kind])
    if not place.polygons:
        text = w._("No polygon of the map draws this {kind}; what sources say of it is listed.", kind=kind)
    else:
        text = w.ngettext(
            "An {kind} of {count} polygon.", "An {kind} of {count} polygons.", len(place.polygons), kind=kind
        )
    rows = "".join(
        f"<li>{link(both_names(data.city.places[p], w), onward(place=p))} "
        f"{labelled(known.states[view.day][p], known, w)}</li>"
        for p in place.polygons
    )
    state = State(
        place=place.id, day=view.day, holder="", parties=(), standing="blank", since=None, age_days=None, basis="",
        reason=23, claims=(), against=(), flips=(), notes=(),
        shown=tuple(c.id for c in known.claims.values() if c.place == place.id),
    )  # fmt: skip
    return [
        f'<section class="panel" id="evidence" aria-label="{w._("Evidence")}">{title(place, w)}'
        f'<p class="why">{text}</p><ul class="rows">{rows}</ul></section>',
        *groups(state, data, known, view, w),
    ]


def changed_today(data: Archive, known: Days, view: View, w: Words) -> str:
    """Every neighbourhood that changed hands since the day before."""
    at = DAYS.index(view.day)
    before = DAYS[max(at - 1, 0)]
    found = changes(known, before, view.day)
    heading = w._("What changed on {day}", day=w.day(view.day, "day"))
    if found:
        rows = [_change(data, known, polygon, before, view, w) for polygon in found]
        more = ""
        if len(rows) > MANY:
            count = w.ngettext("and {count} more", "and {count} more", len(rows) - MANY)
            more = f'<details><summary>{count}</summary><ul class="rows">{"".join(rows[MANY:])}</ul></details>'
        listed = f'<ul class="rows">{"".join(rows[:MANY])}</ul>{more}'
    else:
        listed = f"<p>{w._('No neighbourhood changed hands on this day, as far as the sources in play say.')}</p>"
    hint = w._("Choose a place on the map, or search in either script, to see the words behind its colour.")
    return (
        f'<section class="panel" id="evidence" aria-label="{w._("Evidence")}"><h2>{heading}</h2>{listed}'
        f'<p class="mut">{hint}</p></section>'
    )


def _change(data: Archive, known: Days, polygon: str, before: str, view: View, w: Words) -> str:
    place = data.city.places[polygon]
    then, now = known.states[before][polygon], known.states[view.day][polygon]
    was = said(then, w)
    name = for_html(place_name(place, w))
    return (
        f"<li>{swatch(now, known, w)} {link(f'<b>{name}</b>', onward(place=polygon))}"
        f'<span class="from">{w._("{before} → {after}", before=was, after=said(now, w))}</span></li>'
    )
