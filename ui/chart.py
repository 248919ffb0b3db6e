"""The share of the east over time: the map's own band, and the sources' figures as points on it."""

import base64
from typing import NamedTuple

from geo.claim import Claim
from geo.control import Days
from geo.figures import Check
from geo.shares import share
from ui.escape import for_html
from ui.gloss import figure
from ui.links import href
from ui.load import Archive
from ui.names import claimant_name, publisher_name
from ui.summary import DAYS
from ui.terms import N_
from ui.timeline import place
from ui.view import View, change
from ui.words import Words

OF, ACTOR = "east-aleppo", "government"
COLOURS = {False: ("#D55E00", "#F1CDB1", "#1C1B19"), True: ("#D55E00", "#4F3524", "#EFEDE8")}  # line, band, dots
LETTERS_A_DAY, NEAR_SHARE = 2.0, 0.06  # room of a label: closer ones would lie on each other
# Speakers who are known by a short name; others are named after their report's publisher.
SHORT = {"sohr": N_("SOHR"), "russian-mod": N_("Russian MoD"), "army": N_("army"), "sana": N_("SANA")}
LINES = (0, 25, 50, 75, 100)


class Band(NamedTuple):
    """The map's share on one day: by area from confirmed to all, and by count of all."""

    low: float
    high: float
    places: float


class Point(NamedTuple):
    """A source's figure: where it stands, what it says and whose it is."""

    day: int
    value: float
    own: bool
    claim: Claim
    words: str
    label: str


def bands(data: Archive, known: Days) -> list[Band]:
    """The band of every day."""
    found = []
    for day in DAYS:
        held = share(data.city, known.states[day], ACTOR, OF)
        found.append(Band(*held.by_area, held.by_count[1]))
    return found


def points(checks: list[Check], data: Archive, known: Days, w: Words) -> list[Point]:
    """Figures that are a part of the whole: of what the government holds, or what the opposition lost."""
    found = []
    for row in checks:
        quantity = row.quantity
        if quantity is None or quantity.kind != "part" or quantity.new or row.day not in DAYS:
            continue
        if (row.actor, quantity.lost) not in ((ACTOR, False), ("opposition", True)):
            continue
        claim = known.claims[row.claim]
        if claim.place != OF:
            continue
        value = (
            quantity.low
            if quantity.high == 1
            else quantity.high
            if quantity.low == 0
            else (quantity.low + quantity.high) / 2
        )
        record = data.sources[claim.article].record
        who = claimant_name(claim, record, data.speakers, w)
        short = w._(SHORT[claim.claimant]) if claim.claimant in SHORT else publisher_name(record, w)
        said = (claim.value or "").removeprefix("lost ").partition(" ")[0].replace(">=", "≥").replace("<=", "≤")
        label = f"{short} {w.numerals(said)}"
        words = f"{who}{w._(':')} {figure(claim.value or '', w)}"
        found.append(Point(DAYS.index(row.day), value, claim.side == ACTOR, claim, words, label))
    return found


def chart(data: Archive, known: Days, checks: list[Check], view: View, w: Words, *, dark: bool) -> str:
    """The chart as HTML: a drawing without words, with scale, points and labels in the page's own text over it.

    It is the same on every day, so that a step does not send it again: `now` places the line of the day.
    """
    found = bands(data, known)
    picture = base64.b64encode(drawing(found, dark=dark).encode()).decode()
    scale = "".join(f'<span class="y" style="--y:{at / 100}">{w.percent(at / 100)}</span>' for at in LINES)
    ticks = "".join(
        f'<span class="x" style="--x:{place(at)}">{w.day(DAYS[at], "short")}</span>'
        for at in (0, 7, 14, 21, 28, len(DAYS) - 1)
    )
    last = found[-1]
    said = w._(
        "From {first} to {last} the map’s share of the area of east Aleppo under government control goes from"
        " {low} to {high} at most.",
        first=w.day(DAYS[0], "day"),
        last=w.day(DAYS[-1], "day"),
        low=w.percent(found[0].high),
        high=w.percent(last.high),
    )
    marks = "".join(
        _mark(*placed, change(view, day=DAYS[placed[0].day], place=""))
        for placed in labelled(points(checks, data, known, w))
    )
    note = w._(
        "Band: the map’s area, from confirmed only (thick) to all (thin). Dotted: all by count."
        " Points: figures in the sources; hollow where the speaker’s own side gains."
    )
    return (
        f'<section aria-labelledby="share"><h2 id="share">'
        f"{w._('Share of east Aleppo reported under government control')}</h2>"
        f'<p class="fine">{note}</p><div class="chart">'
        f'<img alt="{for_html(said)}" src="data:image/svg+xml;base64,{picture}">{scale}'
        f'{ticks}<i class="now"></i>{marks}</div></section>'
    )


def drawing(found: list[Band], *, dark: bool) -> str:
    """Band, lines and grid as an image; stretched to the page, strokes keep their width."""
    line, band, dots = COLOURS[dark]
    last = len(found) - 1
    area = [*steps([each.high for each in found]), *reversed(steps([each.low for each in found]))]
    style = 'fill="none" vector-effect="non-scaling-stroke"'

    def stepped(values: list[float], look: str) -> str:
        return f'<polyline points="{_joined(steps(values))}" {look} {style}/>'

    grid = "".join(f'<path d="M0 {100 - at}H{last}" stroke="{dots}" stroke-opacity=".16" {style}/>' for at in LINES)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {last} 100" preserveAspectRatio="none">{grid}'
        f'<polygon points="{_joined(area)}" fill="{band}" fill-opacity=".75"/>'
        + stepped([each.high for each in found], f'stroke="{line}" stroke-width="1.3"')
        + stepped([each.places for each in found], f'stroke="{dots}" stroke-width="1.2" stroke-dasharray="1.5 3"')
        + stepped([each.low for each in found], f'stroke="{line}" stroke-width="2.8"')
        + "</svg>"
    )


def steps(values: list[float]) -> list[tuple[float, float]]:
    """A line that stays at a day's value until the next day; shares go up."""
    made = [(0.0, 100 - values[0] * 100)]
    for at, value in enumerate(values[1:], 1):
        made += [(at, made[-1][1]), (at, 100 - value * 100)]
    return made


def labelled(found: list[Point]) -> list[tuple[Point, str]]:
    """Each point with the side its label goes to: after it, before it, or nowhere where points or labels take both."""
    placed: list[tuple[Point, str]] = []
    taken: list[tuple[int, int, float]] = []
    for point in sorted(found, key=lambda p: (p.day, p.value)):
        others = [(p.day - 1, p.day + 1, p.value) for p in found if (p.day, p.value) != (point.day, point.value)]
        label = ""
        room = round(len(point.label) / LETTERS_A_DAY) + 1
        for side, first, last in (("after", point.day, point.day + room), ("before", point.day - room, point.day)):
            free = all(last <= a or first >= b or abs(point.value - y) > NEAR_SHARE for a, b, y in [*taken, *others])
            if free and first >= 0 and last < len(DAYS):
                label = side
                taken.append((first, last, point.value))
                break
        placed.append((point, label))
    return placed


def _mark(point: Point, label: str, view: View) -> str:
    claim = point.claim
    target = href(view, "sources", "claim", source=claim.article, claim=claim.id)
    shown = f"<span>{for_html(point.label)}</span>" if label else ""
    kind = f"pt {label}{' own' if point.own else ''}"
    return (
        f'<a class="{kind}" style="--x:{place(point.day)};--y:{point.value:.3f}" href="{target}"'
        f' title="{for_html(point.words)}" aria-label="{for_html(point.words)}">{shown}</a>'
    )


def _joined(found: list[tuple[float, float]]) -> str:
    return " ".join(f"{x:g},{y:.2f}" for x, y in found)
