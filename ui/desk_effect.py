"""The map's change on the screen, before a decision is saved: a sentence, a row for each place, both maps."""

from collections.abc import Sequence

import msgspec
import streamlit as st

from geo.control import Days
from seeds.current import current, settings
from seeds.decision import Decision, What
from ui.decided import Found
from ui.effect import Change, changes, days_of, numbers, tried
from ui.escape import for_html
from ui.load import Archive, days
from ui.map import draw_map
from ui.names import place_called
from ui.swatch import labelled
from ui.terms import HOLDERS, N_
from ui.view import View
from ui.words import Words

MANY = 30  # rows shown
ALONE = N_("It changes the map, so a second editor must agree first.")
EACH = N_("Each decision of these that changes the map waits until a second editor agrees.")


def trial(target: str, what: What) -> Decision:
    """A decision as it would stand, to see what it would do."""
    return Decision(id=0, time="", who="", target=target, what=what, reason="-", request=f"{target} {what}")


def effect(data: Archive, more: Sequence[Decision], w: Words, *, key: str, rests: bool = False) -> list[Change]:
    """Show what these decisions would do together; the changes, for who asks whether there are any.

    With `rests` they take away what is to stay, so that what is shown is what rests on it.
    """
    before = days(data, View())
    store = current()
    if store is None or data.found is None:
        return []  # the desk is open only where both are
    after = _after(data.version, msgspec.json.encode(list(more)), _found=data.found, _rows=store.rows(), _more=more)
    found = changes(before, after)
    hands = len({change.polygon for change in found if change.hands})
    places = len({change.polygon for change in found})
    st.html(f"<h2>{w._('What rests on it') if rests else w._('What it does to the map')}</h2>")
    if not found:
        nothing = w._("Nothing on the map rests on it alone.") if rests else w._("No place changes on any day.")
        st.html(f'<p role="status">{nothing}</p>')
        return found
    titles = (w._("with it"), w._("without it")) if rests else (w._("now"), w._("then"))
    rows = "".join(_row(change, data, before, after, w) for change in found[:MANY])
    heads = (w._("Place"), w._("Days"), *titles)
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    rest = w.ngettext("and {count} more", "and {count} more", len(found) - MANY) if len(found) > MANY else ""
    st.html(
        f'<p role="status"><b>{counted(places, hands, w)}</b></p><div class="wide"><table class="small effect">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div><p class='fine'>{rest}</p>"
    )
    if not rests and settings().second_editor:
        st.html(f'<p class="fine" role="note">{w._(ALONE if len(more) == 1 else EACH)}</p>')
    st.html(_figures(found[0].first, before, after, titles, w))
    if st.toggle(w._("Show both maps"), key=f"maps-{key}"):
        _maps(data, found, (before, after), titles, w, key)
    return found


def second_note(w: Words) -> None:
    """Beforehand, where what a decision does is not shown: that it may wait."""
    if settings().second_editor:
        st.html(f'<p class="fine" role="note">{w._("What changes the map waits until a second editor agrees.")}</p>')


def counted(places: int, hands: int, w: Words) -> str:
    """How many places change, and how many of them change hands."""
    if places == 1:
        return w._("One place changes hands.") if hands else w._("One place changes, but not its holder.")
    said = w.ngettext("{count} place changes", "{count} places change", places)
    return f"{said}{w._(', ')}{w.ngettext('{count} of them changes hands.', '{count} of them change hands.', hands)}"


@st.cache_resource(max_entries=32, show_spinner=False)
def _after(version: str, more: bytes, *, _found: Found, _rows: Sequence[Decision], _more: Sequence[Decision]) -> Days:
    return days_of(tried(_found, _rows, _more)[0])


def _row(change: Change, data: Archive, before: Days, after: Days, w: Words) -> str:
    name = for_html(place_called(change.polygon, data.city.places, w))
    first, last = w.day(change.first, "short"), w.day(change.last, "short")
    span = first if first == last else f"{first} – {last}"
    was, now = labelled(change.before, before, w), labelled(change.after, after, w)
    bold = "b" if change.hands else "span"
    return f"<tr><td><{bold}><bdi>{name}</bdi></{bold}></td><td>{span}</td><td>{was}</td><td>{now}</td></tr>"


def _figures(day: str, before: Days, after: Days, titles: tuple[str, str], w: Words) -> str:
    """The first day of the first change in figures, those that differ."""
    was, now = numbers(before, day), numbers(after, day)
    rows = [
        (w._("Front drawn as certain"), w.number(was.certain_km, 1), w.number(now.certain_km, 1), "km"),
        (w._("Front drawn as uncertain"), w.number(was.uncertain_km, 1), w.number(now.uncertain_km, 1), "km"),
    ]
    for holder in sorted(was.confirmed | now.confirmed):
        name = w._("{holder}, confirmed area", holder=w._(HOLDERS[holder]))
        old, new = (w.number(one.confirmed.get(holder, 0) * 100, 1) for one in (was, now))
        rows.append((name, old, new, "%"))
    units = {"km": w._("km"), "%": w.numerals("%")}
    cell = '<td class="num">'
    body = "".join(
        f"<tr><td>{name}</td>{cell}{old} {units[unit]}</td>{cell}<b>{new} {units[unit]}</b></td></tr>"
        for name, old, new, unit in rows
        if old != new
    )
    head = "".join(f'<th scope="col">{title}</th>' for title in (w.day(day), *titles))
    return f'<table class="small"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>' if body else ""


def _maps(
    data: Archive, found: list[Change], drawn: tuple[Days, Days], titles: tuple[str, str], w: Words, key: str
) -> None:
    day = found[0].first
    flips = frozenset(c.polygon for c in found if c.first <= day <= c.last)
    view = View(day=day, place=found[0].polygon, lang="ar" if w.lang == "ar" else "en")
    dark = st.context.theme.type == "dark"
    for column, known, name, title in zip(st.columns(2), drawn, ("before", "after"), titles, strict=True):
        with column:
            st.html(f'<p class="fine">{title}, {w.day(day)}</p>')
            draw_map(
                known.city, known, view, flips=flips, dark=dark, key=f"{key}-{name}", slider="none", height=260,
                polygons=data.polygons,
            )  # fmt: skip
