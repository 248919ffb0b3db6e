"""Fronts: where polygons of different holders meet; their length, what moved since the day before, enclosed ground."""

from collections.abc import Iterable, Mapping

import msgspec
import shapely

from geo.city import City
from geo.claim import Claim
from geo.polygons import edges
from geo.state import State

# A front is drawn as certain only where nobody doubts either side.
CERTAIN = frozenset({"confirmed", "baseline"})
Edge = tuple[str, str]


class Front(msgspec.Struct, frozen=True):
    """The line between two holders, as far as it is equally certain. Length in metres (EPSG:32637).

    `holders` in order of the alphabet; an edge names the two polygons that share it, in the same order as City.borders.
    """

    holders: tuple[str, str]
    standing: str  # certain | uncertain
    length_m: float
    edges: tuple[Edge, ...]


class Change(msgspec.Struct, frozen=True):
    """How the front between two holders differs from the day before, in metres: new line, line gone, the balance."""

    holders: tuple[str, str]
    new_m: float
    gone_m: float
    new: tuple[Edge, ...]
    gone: tuple[Edge, ...]

    @property
    def balance_m(self) -> float:
        """By how much the front is longer."""
        return self.new_m - self.gone_m


class Pocket(msgspec.Struct, frozen=True):
    """Ground of one holder that others enclose. An enclave lies in one other holder's ground, a pocket between several.

    `named` are the ids of places in it that a claim names (sentence 24: without such a claim it stays unnamed).
    """

    kind: str  # enclave | pocket
    holder: str
    around: tuple[str, ...]
    polygons: tuple[str, ...]
    square_metres: float
    named: tuple[str, ...]


def fronts(city: City, states: Mapping[str, State]) -> list[Front]:
    """The fronts of one day, by pair of holders and certainty; where nothing is known there is none."""
    found: dict[tuple[tuple[str, str], str], list[Edge]] = {}
    for edge in sorted(city.borders):
        a, b = states[edge[0]], states[edge[1]]
        if a.holder and b.holder and _side(a) != _side(b):
            holders = _pair(a.holder, b.holder)
            standing = "certain" if {a.standing, b.standing} <= CERTAIN else "uncertain"
            found.setdefault((holders, standing), []).append(edge)
    return [
        Front(holders, standing, _length(city, line), tuple(line))
        for (holders, standing), line in sorted(found.items())
    ]


def _side(state: State) -> tuple[str, ...]:
    return (state.holder, *(state.parties if state.holder == "divided" else ()))


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a <= b else (b, a)


def _length(city: City, line: Iterable[Edge]) -> float:
    return round(sum(city.borders[edge] for edge in line), 1)


def changes(city: City, before: Mapping[str, State], today: Mapping[str, State]) -> list[Change]:
    """What moved between two days, by pair of holders; an edge that merely became more certain did not move."""
    old, new = (_by_pair(fronts(city, states)) for states in (before, today))
    found = []
    for holders in sorted(old.keys() | new.keys()):
        added = tuple(sorted(new.get(holders, set()) - old.get(holders, set())))
        gone = tuple(sorted(old.get(holders, set()) - new.get(holders, set())))
        if added or gone:
            found.append(Change(holders, _length(city, added), _length(city, gone), added, gone))
    return found


def _by_pair(lines: list[Front]) -> dict[tuple[str, str], set[Edge]]:
    found: dict[tuple[str, str], set[Edge]] = {}
    for front in lines:
        found.setdefault(front.holders, set()).update(front.edges)
    return found


def pockets(
    city: City, states: Mapping[str, State], claims: Iterable[Claim] = (), outermost: frozenset[str] = frozenset()
) -> list[Pocket]:
    """Enclaves and encircled pockets of a day, largest first.

    `outermost` are the polygons at the edge of the map (see `rim`): ground that reaches it is not known to be enclosed.
    `claims` may name a pocket; those about later days name none.
    """
    neighbours: dict[str, set[str]] = {p: set() for p in city.polygons}
    for a, b in city.borders:
        neighbours[a].add(b)
        neighbours[b].add(a)
    spoken = _spoken(city, claims, states)
    found = []
    seen: set[str] = set()
    for start in city.polygons:
        holder = states[start].holder
        if start in seen or holder in ("", "unknown", "divided"):
            continue
        ground = _connected(start, neighbours, states)
        seen |= ground
        beyond = {q for p in ground for q in neighbours[p]} - ground
        around = {states[q].holder for q in beyond}
        if ground & outermost or not around or around & {"", "unknown"}:
            continue
        named = sorted({place for p in ground for place in spoken.get(p, ())})
        found.append(
            Pocket(
                "enclave" if len(around) == 1 else "pocket",
                holder,
                tuple(sorted(around)),
                tuple(sorted(ground)),
                round(sum(city.square_metres[p] for p in ground), 1),
                tuple(named),
            )
        )
    return sorted(found, key=lambda p: (-p.square_metres, p.polygons))


def _connected(start: str, neighbours: Mapping[str, set[str]], states: Mapping[str, State]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        for other in neighbours[waiting.pop()] - found:
            if states[other].holder == states[start].holder:
                found.add(other)
                waiting.append(other)
    return found


def _spoken(city: City, claims: Iterable[Claim], states: Mapping[str, State]) -> dict[str, set[str]]:
    """The places that claims name by the day of the states, by polygon; an area names no pocket."""
    day = next(iter(states.values())).day if states else ""
    found: dict[str, set[str]] = {}
    for claim in claims:
        place = city.places.get(claim.place)
        if claim.level == "place" and place and claim.date and claim.date.partition("/")[0] <= day:
            for polygon in place.polygons:
                found.setdefault(polygon, set()).add(place.id)
    return found


def rim(polygons: Mapping[str, shapely.Polygon]) -> frozenset[str]:
    """The polygons at the edge of the map: those with an edge that no other polygon shares."""
    return frozenset(sides[0] for sides in edges(polygons).values() if len(sides) == 1)
