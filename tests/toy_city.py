"""A made-up city for the map's tests: jittered squares that share their vertices, and a front that moves east to west.

Names and holders are invented; only the frame (where, how large, how many) is like the real thing.
"""

import random
from dataclasses import dataclass, field
from datetime import timedelta

import shapely

from geo.city import BASELINE_DAY, LAST_DAY, Baseline, City
from geo.claim import Claim
from geo.places import Place
from geo.state import State

ACROSS, UP = 12, 10
WEST, SOUTH, STEP = 37.105, 36.155, 0.0095
DATES = [(BASELINE_DAY + timedelta(n)).isoformat() for n in range((LAST_DAY - BASELINE_DAY).days + 1)]
STANDINGS = ("confirmed", "claimed", "disputed", "contested", "divided")


def toy_polygons() -> dict[str, shapely.Polygon]:
    """120 four-sided polygons, the same on every call."""
    dice = random.Random(7)
    nodes = {
        (x, y): (
            round(WEST + STEP * (x + dice.uniform(-0.3, 0.3)), 5),
            round(SOUTH + STEP * 0.8 * (y + dice.uniform(-0.3, 0.3)), 5),
        )
        for x in range(ACROSS + 1)
        for y in range(UP + 1)
    }
    return {
        f"block-{x}-{y}": shapely.Polygon([nodes[x, y], nodes[x + 1, y], nodes[x + 1, y + 1], nodes[x, y + 1]])
        for y in range(UP)
        for x in range(ACROSS)
    }


def toy_city(names: dict[str, tuple[str, str]] | None = None) -> City:
    """A city of these polygons; `names` replaces some of the English and Arabic names."""
    polygons = toy_polygons()
    places = {}
    for id_ in polygons:
        _, x, y = id_.split("-")
        english, arabic = (names or {}).get(id_, (f"Quarter {x}.{y}", f"حيّ {x}.{y}"))
        places[id_] = Place(
            id=id_, name_en=english, name_ar=arabic, kind="neighbourhood", lat=None, lon=None, point_basis="",
            confidence="", relation="drawn", polygons=(id_,), note="",
        )  # fmt: skip
    ids = tuple(sorted(polygons))
    east = frozenset(id_ for id_ in ids if int(id_.split("-")[1]) >= 4)
    old = frozenset(f"block-{x}-{y}" for x in (5, 6) for y in (4, 5))
    return City(
        places=places,
        polygons=ids,
        areas={"east-aleppo": east, "old-city": old},
        baseline={id_: Baseline(id_, "unknown", (), "", "", False) for id_ in ids},
        square_metres={},
        borders={},
    )


@dataclass
class ToyDays:
    """What the map needs of geo.control.Days."""

    states: dict[str, dict[str, State]] = field(default_factory=dict)
    points: dict[str, dict[str, State]] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)


def toy_days(moved: int = 0) -> ToyDays:
    """States of all days: each column falls on its day, first uncertainly, then surely; `moved` shifts the days."""
    states: dict[str, dict[str, State]] = {}
    for number, day in enumerate(DATES):
        states[day] = {}
        for id_ in toy_polygons():
            _, x, y = (int(part) if part.isdigit() else 0 for part in id_.split("-"))
            age = number + moved - (2 * (ACROSS - x) + y % 3 + 4)
            holder, parties, standing = ("government" if x < 4 else "opposition"), (), "baseline"
            if x in (5, 6, 7) and y >= UP - 2:
                holder, standing = "sdf", "confirmed" if x != 6 else "baseline"
            elif x >= 4 and 0 <= age < 3:
                standing = STANDINGS[(x + y + age) % len(STANDINGS)]
                holder = "divided" if standing == "divided" else "government"
                parties = ("government", "opposition") if standing == "divided" else ()
            elif x >= 4 and age >= 3:
                holder, standing = "government", "confirmed"
            if (x, y) == (11, 0):
                holder, standing = "unknown", "unknown"
            states[day][id_] = State(
                place=id_, day=day, holder=holder, parties=parties, standing=standing, since=None, age_days=None,
                basis="", reason=0, claims=(), against=(), shown=(), flips=(), notes=(),
            )  # fmt: skip
    return ToyDays(states)
