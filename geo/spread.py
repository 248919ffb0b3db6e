"""What claims about an area do to its places (sentences 17 to 19 of the rule)."""

import bisect

from geo.effect import Effect
from geo.order import DIVIDED, ByActor, by_actor, hold, independent_for, leave
from geo.run import Run

# Who loses an area that the other takes, where the claims of the day do not say.
OPPONENT = {"government": "opposition", "opposition": "government"}


def spread_day(run: Run, day: int, effects: list[Effect]) -> Run:
    """Sentence 18: the run after the area claims of a day on which no claim names the place.

    An area claim takes a place only from the party that lost it, never from a third; `controls` confirms those
    already holding and moves nobody.
    """
    left = by_actor(effects, "left")
    taken = by_actor([e for e in effects if e.event == "captured"], "whole")
    winner = _winner(taken, left)
    if winner:
        support = taken[winner] + [e for actor in left if actor != winner for e in left[actor]]
        return _take(run, day, winner, support, set(left) - {winner})
    for effect in effects:
        if effect.event == "controls" and effect.actor == run.holder:
            run.add([effect], day)
    return leave(run, day, left) if left and not taken else run


def _winner(taken: ByActor, left: ByActor) -> str | None:
    """The one who took the area; of two, the one with independent support (15); else nobody moves."""
    if len(taken) == 1:
        return next(iter(taken))
    strong = [x for x in taken if independent_for(x, taken[x] + [e for y in left if y != x for e in left[y]])]
    return strong[0] if len(strong) == 1 else None


def _take(run: Run, day: int, winner: str, support: list[Effect], losers: set[str]) -> Run:
    if not losers and winner in OPPONENT:
        losers = {OPPONENT[winner]}
    lost = run.holder in losers or (run.holder == DIVIDED and set(run.parties) <= losers | {winner})
    if lost or run.holder == winner or (run.left_by and set(run.left_by) <= losers):
        return hold(run, day, winner, support, reason=18)
    return run


Captures = tuple[list[int], list[set[str]]]


def captures(named: list[Effect]) -> Captures:
    """The days on which somebody is said to have captured the place by name, in order, with who did."""
    by_day: dict[int, set[str]] = {}
    for effect in named:
        if effect.event == "captured" and effect.reach == "place" and effect.role in ("whole", "part"):
            by_day.setdefault(effect.day, set()).add(effect.actor)
    days = sorted(by_day)
    return days, [by_day[day] for day in days]


def cancelled(area: Effect, named: Captures) -> bool:
    """Sentence 19: whether a later claim says that the same side captured the place by name.

    Then the area claim did not hold there, unless another had taken the place by name in between.
    """
    days, actors = named
    following = bisect.bisect_right(days, area.day)
    return area.role == "whole" and following < len(days) and area.actor in actors[following]
