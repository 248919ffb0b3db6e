"""What the switches change on the day, place by place: who changes hands, and where only the support differs."""

from collections.abc import Sequence

from geo.control import Days
from ui.banner import differences
from ui.links import href, link
from ui.load import Archive, days
from ui.names import both_names
from ui.swatch import labelled
from ui.view import View, change
from ui.words import Words

OPEN = 12


def whatif(data: Archive, view: View, w: Words) -> str:
    """The list as HTML; empty while every source is on."""
    if not view.without and view.policy == "all":
        return ""
    whole, part = days(data, change(view, without=(), policy="all")), days(data, view)
    hands, standing = differences(whole, part, view.day)
    parts = (
        _group(w._("Change hands"), hands, data, whole, part, view, w),
        _group(w._("Change only in how well they are supported"), standing, data, whole, part, view, w),
        _group(w._("Landmarks that change"), landmarks(whole, part, view.day), data, whole, part, view, w),
    )
    heading = w._("What the switches change on {day}", day=w.day(view.day, "day"))
    return f'<section class="panel" aria-label="{heading}"><h2>{heading}</h2>{"".join(parts)}</section>'


def landmarks(whole: Days, part: Days, day: str) -> list[str]:
    """Landmarks whose points look different between two drawings of a day; they count among no neighbourhoods."""
    return [
        point
        for point, now in part.points[day].items()
        if (now.holder, now.parties, now.standing)
        != ((then := whole.points[day][point]).holder, then.parties, then.standing)
    ]


def _group(name: str, places: Sequence[str], data: Archive, whole: Days, part: Days, view: View, w: Words) -> str:
    if not places:
        return ""
    arrow = "←" if w.direction == "rtl" else "→"
    rows = []
    for place in places:
        then, now = whole.state(view.day, place), part.state(view.day, place)
        rows.append(
            f"<li>{link(both_names(data.city.places[place], w), href(view, place=place))}"
            f'<span class="turn">{labelled(then, whole, w)} {arrow} {labelled(now, part, w)}</span></li>'
        )
    rest = ""
    if len(rows) > OPEN:
        more = w.ngettext("and {count} more", "and {count} more", len(rows) - OPEN)
        rest = f'<details><summary>{more}</summary><ul class="rows">{"".join(rows[OPEN:])}</ul></details>'
    return f'<h3 class="grp">{name}</h3><ul class="rows">{"".join(rows[:OPEN])}</ul>{rest}'
