"""A place's whole history as one strip: a stretch for each run of days, ticks above for the claims about it."""

from collections.abc import Collection
from itertools import groupby

from geo.control import Days
from ui.escape import for_html
from ui.map_states import look
from ui.summary import DAYS, takes_effect
from ui.swatch import classes
from ui.terms import state_words
from ui.words import Words


def strip(known: Days, place: str, day: str, mentions: Collection[str], w: Words) -> str:
    """The states of a polygon or landmark over all days as HTML, the chosen day framed; told in words as well."""
    ticks: dict[str, int] = dict.fromkeys(DAYS, 0)
    for claim_id in mentions:
        effect = takes_effect(known.claims[claim_id])
        if effect in ticks:
            ticks[effect] += 1
    seen = groupby(classes(look(known.state(name, place), known.claims)) for name in DAYS)
    cells = [f'<i class="sw {kind}" style="--d:{len(list(run))}"></i>' for kind, run in seen]
    cells += [f'<b style="--x:{at};--n:{min(ticks[name], 6)}"></b>' for at, name in enumerate(DAYS) if ticks[name]]
    cells.append(f'<u style="--x:{DAYS.index(day)}"></u>')
    return (
        f'<div class="strip" role="img" aria-label="{for_html(told(known, place, w))}" style="--of:{len(DAYS)}">'
        f"{''.join(cells)}</div>"
        f'<div class="ends" aria-hidden="true"><span>{w.day(DAYS[0], "short")}</span>'
        f"<b>{w.day(day, 'short')}</b><span>{w.day(DAYS[-1], 'short')}</span></div>"
    )


def told(known: Days, place: str, w: Words) -> str:
    """The strip in words: every run of equal states with its first day."""
    runs: list[str] = []
    last = None
    for name in DAYS:
        state = known.state(name, place)
        here = (state.holder, state.standing, state.parties)
        if here != last:
            words = state_words(state.holder, state.standing, state.parties, w)
            runs.append(w._("from {day}: {state}", day=w.day(name, "day"), state=words))
            last = here
    return w._("; ").join(runs)
