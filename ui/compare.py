"""Two maps beside each other: two days, two states of knowledge, or two sides; and a table of what differs."""

from typing import NamedTuple

import streamlit as st

from geo.control import Days
from geo.difference import difference
from ui.address import go
from ui.banner import differences
from ui.clock import known_days
from ui.escape import for_html
from ui.legend import key
from ui.links import href, link
from ui.load import Archive, days
from ui.map import draw_map, written
from ui.names import both_names
from ui.summary import DAYS, counts, next_change, summary
from ui.swatch import labelled
from ui.terms import POLICIES
from ui.timeline import order, timeline
from ui.view import View, change
from ui.words import Words

HEIGHT = 400


class Half(NamedTuple):
    """One of the two maps: what it shows, what it is called, which slider moves it."""

    view: View
    name: str
    slider: str


def halves(data: Archive, view: View, w: Words) -> tuple[Half, Half]:
    """The two maps of a comparison, left and right as read: first the earlier or the less known."""
    if view.compare == "days":
        other = view.other or next_change(summary(data, view), view.day, -1)
        return (
            Half(change(view, day=min(other, DAYS[-1])), w.day(min(other, DAYS[-1])), "other"),
            Half(view, w.day(view.day), "day"),
        )
    if view.compare == "clocks":
        by = view.other or view.day
        late = view.known or data.choices.last_known
        return (
            Half(change(view, known=by), w._("Known by {day}", day=w.day(by, "day")), "day"),
            Half(view, w._("Known by {day}", day=w.day(late, "day")), "day"),
        )
    return (
        Half(change(view, policy="government"), w._(POLICIES["government"]), "day"),
        Half(change(view, policy="opposition"), w._(POLICIES["opposition"]), "day"),
    )


def compare(data: Archive, view: View, w: Words) -> None:
    """Captions, two maps, the sliders, and the table."""
    left, right = halves(data, view, w)
    known = days(data, left.view), days(data, right.view)
    hands, standing = compared(*known, left.view.day, right.view.day)
    st.html(f'<h1>{title(view, left, right, w)}</h1><p class="sum">{said(hands, standing, w)}</p>')
    key({s.holder for s in known[1].states[right.view.day].values()}, w, outlined=w._("different"))
    for column, half, states in zip(st.columns(2, gap="small"), (left, right), known, strict=True):
        with column:
            claims, sources, _ = counts(summary(data, half.view), half.view.day)
            st.html(
                f'<div class="cap" {written(half.view.day, half.slider)}><h2>{for_html(half.name)}</h2>'
                f"<span>{_counted(claims, sources, w)}</span></div>"
            )
            draw_map(
                data.city,
                states,
                half.view,
                flips=frozenset(hands + standing),
                dark=st.context.theme.type == "dark",
                key=f"map-{half.slider}-{'left' if half is left else 'right'}",
                slider=half.slider,
                backwards=w.direction == "rtl",
                polygons=data.polygons,
                height=HEIGHT,
                on_click=lambda polygon: go(place=polygon),
            )
    timeline(data, view, w)
    second(data, view, left, w)
    st.html(table(data, (left, right), known, hands + standing, w))


def compared(first: Days, second: Days, day: str, other: str) -> tuple[list[str], list[str]]:
    """Polygons that differ in holder, and in standing alone, between two drawings on two days."""
    if day == other:
        return differences(first, second, day)
    hands, standing = [], []
    for polygon, now in second.states[other].items():
        then = first.states[day][polygon]
        if (now.holder, now.parties) != (then.holder, then.parties):
            hands.append(polygon)
        elif now.standing != then.standing:
            standing.append(polygon)
    return hands, standing


def second(data: Archive, view: View, left: Half, w: Words) -> None:
    """The slider that only the left map has: its day, or its known-by day."""
    if view.compare == "sides":
        return
    by_days = view.compare == "days"
    known = known_days(data)
    options = order(w) if by_days else known if w.direction == "ltr" else known[::-1]
    st.session_state["other"] = left.view.day if by_days else left.view.known
    st.select_slider(
        w._("Day of the first map") if by_days else w._("What had been reported by, on the first map"),
        options,
        key="other",
        format_func=lambda day: w.day(day, "short"),
        on_change=lambda: go(other=st.session_state["other"]),
    )


def title(view: View, left: Half, right: Half, w: Words) -> str:
    """What is compared."""
    if view.compare == "days":
        return w._("{first} and {second}", first=w.day(left.view.day, "day"), second=w.day(right.view.day, "day"))
    if view.compare == "clocks":
        return w._("{day}, as known earlier and later", day=w.day(view.day, "day"))
    return w._("{day}, as each side’s sources say", day=w.day(view.day, "day"))


def said(hands: list[str], standing: list[str], w: Words) -> str:
    """How much differs, in a sentence."""
    if not hands and not standing:
        return w._("Both maps look the same.")
    first = w.ngettext(
        "{count} neighbourhood has another holder", "{count} neighbourhoods have another holder", len(hands)
    )
    second = w.ngettext(
        "{count} differs only in how well it is supported",
        "{count} differ only in how well they are supported",
        len(standing),
    )
    return f"{first}{w._(', ')}{second} {w._('(outlined).')}"


def table(data: Archive, pair: tuple[Half, Half], known: tuple[Days, Days], polygons: list[str], w: Words) -> str:
    """Each place that differs, with its two states and the way to the words."""
    if not polygons:
        return ""
    left, right = pair
    why = _why(*known, right.view.day, w) if right.view.compare == "clocks" else {}
    rows = []
    for polygon in polygons:
        first = known[0].states[left.view.day][polygon]
        second = known[1].states[right.view.day][polygon]
        words = link(w._("words"), href(right.view, "", compare="", other="", place=polygon))
        if polygon in why:
            words = f"{for_html(why[polygon])} {words}"
        rows.append(
            f'<tr><th scope="row">{both_names(data.city.places[polygon], w)}</th>'
            f"<td>{labelled(first, known[0], w)}</td><td>{labelled(second, known[1], w)}</td><td>{words}</td></tr>"
        )
    heads = (w._("Place"), for_html(left.name), for_html(right.name), w._("Evidence"))
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return (
        f'<div class="wide" tabindex="0" role="region" aria-label="{w._("What differs")}"><table><thead><tr>{head}</tr>'
        f"</thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _why(then: Days, now: Days, day: str, w: Words) -> dict[str, str]:
    """What the two clocks say of each place: reported late, or later no longer held to have happened."""
    said = {}
    for found in difference(then, now, day):
        if found.kind == "reversed":
            said[found.place] = w._("what was reported then is no longer held to have happened;")
        elif found.kind == "late" and found.days_late:
            said[found.place] = w.ngettext(
                "reported {count} day later;", "reported {count} days later;", found.days_late
            )
    return said


def _counted(claims: int, sources: int, w: Words) -> str:
    first = w.ngettext("{count} claim", "{count} claims", claims)
    return first + w._(", ") + w.ngettext("{count} source", "{count} sources", sources)
