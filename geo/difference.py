"""Two clocks: what had been reported by a day beside what is now held to have happened by it."""

import datetime

import msgspec

from geo.control import Days, control
from geo.state import State


class Difference(msgspec.Struct, frozen=True):
    """A place whose state differs between two views of one day.

    `kind`: `late` where the change came to be known only afterwards (`days_late` from the day of the change to the
    first report of it), `reversed` where what was then reported to have happened is no longer held to have, and
    `standing` where the holder is the same and only the support differs.
    """

    place: str
    day: str
    then: State
    now: State
    kind: str
    days_late: int | None = None


def difference(then: Days, now: Days, day: str) -> list[Difference]:
    """How the view `now` of a day differs from the view `then`, by place."""
    found = []
    for place, new in sorted(now.states[day].items()):
        old = then.states[day][place]
        if (old.holder, old.parties) == (new.holder, new.parties):
            if old.standing != new.standing:
                found.append(Difference(place, day, old, new, "standing"))
        elif _reversed(old, now):
            found.append(Difference(place, day, old, new, "reversed"))
        else:
            found.append(Difference(place, day, old, new, "late", days_late(now, new)))
    return found


def _reversed(old: State, now: Days) -> bool:
    """Whether the change that was reported then is, as all sources now say, no change at all."""
    if old.basis not in ("place", "area") or old.since is None or old.since not in now.states:
        return False
    at_the_time = now.states[old.since][old.place]
    began = datetime.date.fromisoformat(old.since) > now.first
    return began and (at_the_time.holder, at_the_time.parties) != (old.holder, old.parties)


def days_late(now: Days, state: State) -> int | None:
    """From the first day of a holding to the first publication of a claim for it; None if it rests on no claim."""
    published = [p for i in state.claims if (p := now.claims[i].published)]
    if not published or state.since is None:
        return None
    return (datetime.date.fromisoformat(min(published)) - datetime.date.fromisoformat(state.since)).days


def reported_by(now: Days, day: str) -> Days:
    """The view of the same sources, policy and switches as of a day: what had been published by then."""
    return control(
        now.city,
        list(now.evidence.claims.values()),
        known=day,
        policy=now.policy,
        without=now.without,
        first=now.first,
        last=now.last,
    )
