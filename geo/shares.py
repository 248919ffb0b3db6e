"""The map's own figures: how much of what a side holds on a day, by area and by count, at least and at most (24)."""

from collections.abc import Iterable, Mapping

import msgspec

from geo.city import City
from geo.parameters import BASELINE_DAYS
from geo.state import State

# What a share may be of: the opposition-held east of 15 November 2016 by our own list, and the whole city.
DENOMINATORS = ("east-aleppo", "aleppo-city")


class Share(msgspec.Struct, frozen=True):
    """What a side holds of some polygons. Lower: what is confirmed; upper: also what is claimed or partly held."""

    of: str
    polygons: int  # how many there are
    square_metres: float
    count_lower: int
    count_upper: int
    area_lower: float  # square metres
    area_upper: float

    @property
    def by_area(self) -> tuple[float, float]:
        """Lower and upper part of the area, 0 to 1."""
        return (self.area_lower / self.square_metres, self.area_upper / self.square_metres) if self.polygons else (0, 0)

    @property
    def by_count(self) -> tuple[float, float]:
        """Lower and upper part of the number of places, 0 to 1."""
        return (self.count_lower / self.polygons, self.count_upper / self.polygons) if self.polygons else (0, 0)


def surely(state: State, actor: str) -> bool:
    """Whether a place counts in the lower figure: confirmed, or the starting position while it is fresh."""
    fresh = state.standing == "baseline" and state.age_days is not None and state.age_days <= BASELINE_DAYS
    return state.holder == actor and (state.standing == "confirmed" or fresh)


def possibly(state: State, actor: str) -> bool:
    """Whether a place counts in the upper figure: whatever its standing, and also where the side holds a part."""
    return state.holder == actor or (state.holder == "divided" and actor in state.parties)


def share(city: City, states: Mapping[str, State], actor: str, of: str) -> Share:
    """What a side holds of an area on the day of the states."""
    whole = city.areas.get(of, frozenset())
    return _measure(
        city,
        of,
        [p for p in whole if surely(states[p], actor)],
        [p for p in whole if possibly(states[p], actor)],
    )


def gained(city: City, before: Mapping[str, State], states: Mapping[str, State], actor: str, of: str) -> Share:
    """What a side came to hold between two days, of what it did not hold at all before."""
    new = [p for p in city.areas.get(of, ()) if not possibly(before[p], actor)]
    return _measure(
        city, of, [p for p in new if surely(states[p], actor)], [p for p in new if possibly(states[p], actor)]
    )


def lost(city: City, before: Mapping[str, State], states: Mapping[str, State], actor: str, of: str) -> Share:
    """What a side lost between two days, of what it held at least in part before.

    Lower: what another is confirmed to hold or the side is said to have left; upper: also what another only claims,
    or holds in part.
    """
    old = [p for p in city.areas.get(of, ()) if possibly(before[p], actor) and states[p].holder not in ("", actor)]
    return _measure(
        city,
        of,
        [p for p in old if states[p].standing == "unknown" or surely(states[p], states[p].holder)],
        [p for p in old if before[p].holder == actor or states[p].holder != "divided"],
    )


def _measure(city: City, of: str, lower: Iterable[str], upper: Iterable[str]) -> Share:
    lower, upper, whole = sorted(lower), sorted(upper), sorted(city.areas.get(of, ()))
    area = city.square_metres
    return Share(
        of,
        len(whole),
        sum(area[p] for p in whole),
        len(lower),
        len(upper),
        sum(area[p] for p in lower),
        sum(area[p] for p in upper),
    )


def on_baseline_alone(states: Mapping[str, State]) -> tuple[str, ...]:
    """The places that no claim up to this day says anything of: they rest on 15 November alone."""
    return tuple(sorted(p for p, s in states.items() if s.basis == "baseline"))
