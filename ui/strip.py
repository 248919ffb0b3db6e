"""A place's whole history as one strip: a stretch for each run of days, ticks above for the claims about it.

All of it but the label of the day is the same on every day, so it is sent once; the frame around the day stands where
the style of the page says that the day is (ui/timeline.py).
"""

from itertools import groupby

from geo.control import Days
from ui.escape import for_html
from ui.links import link, onward
from ui.map_states import look
from ui.summary import DAYS, takes_effect
from ui.swatch import classes, said, swatch
from ui.words import Words

HIGHEST = 6  # claims of one day that a tick can show


def strip(known: Days, place: str, w: Words) -> str:
    """The states of a polygon or landmark over all days as HTML: the strip, and the same in words, folded below."""
    seen = groupby(classes(look(known.state(day, place), known.claims)) for day in DAYS)
    cells = [f'<i class="sw {kind}" style="--run:{len(list(run))}"></i>' for kind, run in seen]
    cells += [
        f'<b style="--x:{at};--n:{min(count, HIGHEST)}"></b>' for at, count in enumerate(ticks(known, place)) if count
    ]
    heading = w._("All days of this place; the bars above count the claims about it.")
    return (
        f'<div class="strip" role="img" aria-label="{for_html(told(known, place, w))}" style="--of:{len(DAYS)}">'
        f'{"".join(cells)}<u></u></div><div class="ends fine" aria-hidden="true">'
        f"<span>{w.day(DAYS[0], 'short')}</span><span>{w.day(DAYS[-1], 'short')}</span></div>"
        f'<details class="inwords"><summary>{w._("Day by day, in words")}</summary>'
        f'<p class="fine">{heading}</p><ul class="rows">{_rows(known, place, w)}</ul></details>'
    )


def here(day: str, w: Words) -> str:
    """The label of the day under its frame: all of the strip that changes with the day."""
    return f'<div class="here" aria-hidden="true" style="--of:{len(DAYS)}"><b>{w.day(day, "short")}</b></div>'


def ticks(known: Days, place: str) -> list[int]:
    """How many claims about the place take effect on each day."""
    about = [takes_effect(known.claims[e.claim]) for e in known.evidence.by_place[place] if e.claim in known.claims]
    return [about.count(day) for day in DAYS]


def runs(known: Days, place: str, w: Words) -> list[tuple[str, str]]:
    """The first day of every run of equal states, and the state in words."""
    found: list[tuple[str, str]] = []
    for day in DAYS:
        state = known.state(day, place)
        words = said(state, w)
        if not found or found[-1][1] != words:
            found.append((day, words))
    return found


def told(known: Days, place: str, w: Words) -> str:
    """The strip in one sentence, for those who hear it."""
    parts = [w._("from {day}: {state}", day=w.day(day, "day"), state=words) for day, words in runs(known, place, w)]
    return w._("; ").join(parts)


def _rows(known: Days, place: str, w: Words) -> str:
    """Each run with its swatch, and its first day as a link to that day."""
    return "".join(
        f"<li>{swatch(known.state(day, place), known, w)} {link(w.day(day, 'day'), onward(day=day))} {words}</li>"
        for day, words in runs(known, place, w)
    )
