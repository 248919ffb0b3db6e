"""What is listed beside a state without counting for it; the days on which a change may already have happened (2)."""

import datetime

import msgspec

from geo.effect import START, Effect
from geo.parameters import SILENCE_DAYS
from geo.standing import Ground
from geo.state import State


def with_shown(effects: list[Effect], column: list[State], ground: Ground) -> list[State]:
    """The states of one polygon with the claims of the last week, and of intervals that have begun, beside them.

    Effects in order of the day they take effect; states of consecutive days.
    """
    if not column:
        return column
    perhaps = _perhaps(ground)
    coming = _coming(effects)
    start = datetime.date.fromisoformat(column[0].day).toordinal()
    made = []
    low = high = 0
    for number, state in enumerate(column, start):
        while high < len(effects) and effects[high].day <= number:
            high += 1
        while low < high and effects[low].day <= number - SILENCE_DAYS:
            low += 1
        early = coming.get(number, [])
        if low == high and not early:
            made.append(state)
            continue
        counted = {*state.claims, *state.against}
        shown = tuple(dict.fromkeys(e.claim for e in (*effects[low:high], *early) if e.claim not in counted))
        already = perhaps.get(number, set()) - {state.holder}
        notes = (*state.notes, "perhaps-already") if already else state.notes
        made.append(msgspec.structs.replace(state, shown=shown, notes=notes))
    return made


def _perhaps(ground: Ground) -> dict[int, set[str]]:
    """Who may already hold the place, by day: a report says that he did by a later day, from an earlier one."""
    found: dict[int, set[str]] = {}
    for first, day, holder in ground.begun:
        for number in range(first, day):
            found.setdefault(number, set()).add(holder)
    return found


def _coming(effects: list[Effect]) -> dict[int, list[Effect]]:
    """Claims whose interval has begun and that take effect later, by day, within a week of that."""
    found: dict[int, list[Effect]] = {}
    for effect in effects:
        for number in range(max(effect.first, effect.day - SILENCE_DAYS, START), effect.day):
            found.setdefault(number, []).append(effect)
    return found
