"""What a decision does to the map: which places change on which days, before it is saved."""

import datetime
import itertools
from collections.abc import Sequence

import msgspec

from geo.control import Days, control
from geo.fronts import fronts
from geo.state import State
from seeds.decision import Decision, Edits, fold
from ui.decided import Decided, Found, decide


class Change(msgspec.Struct, frozen=True):
    """A place that differs from one day to another, both included, in one way."""

    polygon: str
    first: str
    last: str
    before: State
    after: State

    @property
    def hands(self) -> bool:
        """Whether the holder differs, and not his standing alone."""
        return (self.before.holder, self.before.parties) != (self.after.holder, self.after.parties)


def tried(found: Found, rows: Sequence[Decision], more: Sequence[Decision]) -> tuple[Decided, Edits]:
    """What readers would see if these decisions were made now and did not wait."""
    last = rows[-1].id if rows else 0
    following = [msgspec.structs.replace(d, id=last + n, waits=False) for n, d in enumerate(more, 1)]
    edits = fold([*rows, *following])
    return decide(found, edits), edits


def days_of(decided: Decided) -> Days:
    """The states of every day as all sources together give them."""
    return control(decided.city, decided.claims)


def changes(before: Days, after: Days) -> list[Change]:
    """Runs of days on which a place differs, longest first, changes of hands before those of standing."""
    found: list[Change] = []
    for polygon in before.city.polygons:
        differing = [
            (day, was, now)
            for day in before.days
            if _look(was := before.states[day][polygon]) != _look(now := after.states[day][polygon])
        ]
        for _, run in itertools.groupby(
            enumerate(differing), key=lambda at: (before.days.index(at[1][0]) - at[0], _look(at[1][1]), _look(at[1][2]))
        ):
            rows = [row for _, row in run]
            found.append(Change(polygon, rows[0][0], rows[-1][0], rows[0][1], rows[0][2]))
    return sorted(found, key=lambda c: (not c.hands, -_length(c), c.polygon, c.first))


class Numbers(msgspec.Struct, frozen=True):
    """A day in figures: kilometres of front by certainty, and the share of the city confirmed for each holder."""

    certain_km: float
    uncertain_km: float
    confirmed: dict[str, float]


def numbers(days: Days, day: str) -> Numbers:
    """The figures of one day."""
    lines = fronts(days.city, days.states[day])
    metres = days.city.square_metres
    held: dict[str, float] = {}
    for polygon, state in days.states[day].items():
        if state.standing == "confirmed":
            held[state.holder] = held.get(state.holder, 0.0) + metres[polygon] / sum(metres.values())
    return Numbers(
        sum(front.length_m for front in lines if front.standing == "certain") / 1000,
        sum(front.length_m for front in lines if front.standing == "uncertain") / 1000,
        held,
    )


def flips(found: Found, rows: Sequence[Decision], decision: Decision) -> bool:
    """Whether a decision changes who holds a place, or how surely, for readers."""
    before, _ = tried(found, rows, [])
    after, _ = tried(found, rows, [decision])
    return bool(changes(days_of(before), days_of(after)))


def alters(found: Found, rows: Sequence[Decision], decision: Decision) -> bool:
    """Whether a decision changes anything that readers see: readings, sources, boundaries, places."""
    before, after = (decide(found, fold(told)) for told in (rows, [*rows, decision]))
    return any(
        getattr(before, part) != getattr(after, part) for part in ("claims", "sources", "polygons", "city", "speakers")
    )


def _look(state: State) -> tuple[str, tuple[str, ...], str]:
    return state.holder, state.parties, state.standing


def _length(change: Change) -> int:
    first, last = (datetime.date.fromisoformat(day) for day in (change.first, change.last))
    return (last - first).days
