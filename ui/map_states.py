"""What the map is told: who holds each polygon on every day, one sign for a polygon and day, runs written once."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import msgspec

from geo.claim import ACTORS, Claim
from geo.fronts import CERTAIN
from geo.state import State

# One sign for a look; digits stay free for the length of a run, and no template or script acts on any of these.
SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!*+,-.:;=?@^|~"


class Look(NamedTuple):
    """What of a state can be seen on the map."""

    holder: str  # an actor, `divided`, `unknown` or empty
    standing: str
    parties: tuple[str, ...] = ()  # both, when divided
    rival: str = ""  # when disputed: whose side stands against the holder


BLANK = Look("", "blank")


class Days(Protocol):
    """What is needed of geo.control.Days."""

    @property
    def states(self) -> Mapping[str, Mapping[str, State]]:
        """State by day and polygon."""

    @property
    def points(self) -> Mapping[str, Mapping[str, State]]:
        """State by day and landmark."""

    @property
    def claims(self) -> Mapping[str, Claim]:
        """The claims that the states name."""


class Table(msgspec.Struct, frozen=True):
    """The looks that occur, and for each polygon and landmark (in the city's order) the runs of looks over the days."""

    version: str
    days: tuple[str, ...]
    looks: tuple[Look, ...]
    rows: tuple[str, ...]
    points: tuple[str, ...] = ()


def table(polygons: Sequence[str], days: Days, landmarks: Sequence[str] = ()) -> Table:
    """All days' states as looks; a polygon, landmark or day that control says nothing of is blank."""
    looks: dict[Look, int] = {}
    dates = tuple(sorted(days.states))

    def row(place: str, states: Mapping[str, Mapping[str, State]]) -> str:
        found = (states.get(day, {}).get(place) for day in dates)
        seen = (look(state, days.claims) if state else BLANK for state in found)
        return runs(looks.setdefault(each, len(looks)) for each in seen)

    rows = tuple(row(polygon, days.states) for polygon in polygons)
    points = tuple(row(landmark, days.points) for landmark in landmarks)
    whole = hashlib.sha256(msgspec.json.encode((dates, tuple(looks), rows, points)))
    return Table(whole.hexdigest()[:12], dates, tuple(looks), rows, points)


def look(state: State, claims: Mapping[str, Claim]) -> Look:
    """The look of a state."""
    if state.holder == "divided":
        return Look("divided", standing(state), state.parties[:2])
    return Look(state.holder, standing(state), (), rival(state, claims) if state.standing == "disputed" else "")


def standing(state: State) -> str:
    """The standing as it is shown: `baseline` too where divided since the start, `entered` where that is all told."""
    if state.standing == "divided" and state.basis == "baseline":
        return "baseline"
    return "entered" if "entered-only" in state.notes else state.standing


def rival(state: State, claims: Mapping[str, Claim]) -> str:
    """Whose side stands against the holder: who is said to hold it instead, else the side of who denies it."""
    against = [claims[each] for each in state.against if each in claims]
    said = [claim.actor for claim in against if claim.stance == "asserts" and claim.event in ("captured", "controls")]
    denied = [claim.side for claim in against if claim.stance == "denies"]
    return next((name for name in (*said, *denied) if name in ACTORS and name not in ("unknown", state.holder)), "")


def front(a: Look, b: Look) -> str:
    """Whether a front runs between neighbours that look like this: `c` certain, `u` uncertain, `.` none.

    The rule of geo.fronts, put so that the browser can look it up for any day.
    """
    if not a.holder or not b.holder or (a.holder, a.parties) == (b.holder, b.parties):
        return "."
    certain = {a.standing, b.standing} <= CERTAIN and "divided" not in (a.holder, b.holder)
    return "c" if certain else "u"


def runs(row: Iterable[int]) -> str:
    """Numbers as signs with the length of their runs: `[0, 0, 0, 1]` is `A3B`."""
    out: list[str] = []
    last, count = -1, 0
    for number in (*row, -1):
        if number == last:
            count += 1
            continue
        if last >= 0:
            out.append(SIGNS[last] + (str(count) if count > 1 else ""))
        last, count = number, 1
    return "".join(out)
