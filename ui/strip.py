"""A place's whole history as one strip: a cell for each day, ticks above for the claims about it."""

from collections.abc import Collection

from geo.control import Days
from ui.escape import for_html
from ui.map_states import look
from ui.summary import DAYS, takes_effect
from ui.swatch import classes
from ui.terms import state_words
from ui.words import Words


def strip(known: Days, polygon: str, day: str, mentions: Collection[str], w: Words) -> str:
    """The states of a polygon over all days as HTML, the chosen day framed; told in words for screen readers."""
    ticks: dict[str, int] = dict.fromkeys(DAYS, 0)
    for claim_id in mentions:
        effect = takes_effect(known.claims[claim_id])
        if effect in ticks:
            ticks[effect] += 1
    cells = []
    for name in DAYS:
        state = known.states[name][polygon]
        mark = f'<b style="--n:{min(ticks[name], 6)}"></b>' if ticks[name] else ""
        chosen = " on" if name == day else ""
        cells.append(f'<i class="sw {classes(look(state, known.claims))}{chosen}">{mark}</i>')
    return (
        f'<div class="strip" role="img" aria-label="{for_html(told(known, polygon, w))}">{"".join(cells)}</div>'
        f'<div class="ends" aria-hidden="true"><span>{w.day(DAYS[0], "short")}</span>'
        f"<b>{w.day(day, 'short')}</b><span>{w.day(DAYS[-1], 'short')}</span></div>"
    )


def told(known: Days, polygon: str, w: Words) -> str:
    """The strip in words: every run of equal states with its first day."""
    runs: list[str] = []
    last = None
    for name in DAYS:
        state = known.states[name][polygon]
        here = (state.holder, state.standing, state.parties)
        if here != last:
            words = state_words(state.holder, state.standing, state.parties, w)
            runs.append(w._("from {day}: {state}", day=w.day(name, "day"), state=words))
            last = here
    return w._("; ").join(runs)
