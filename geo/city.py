"""The city as control sees it: which polygons there are, what names them, who held them on 15 November 2016."""

import datetime

import msgspec

from geo.places import Place

BASELINE_DAY = datetime.date(2016, 11, 15)
LAST_DAY = datetime.date(2016, 12, 22)


class Baseline(msgspec.Struct, frozen=True):
    """Who held a polygon on 15 November 2016. `holder` is an actor, `divided` (then `parties` names both) or `unknown`.

    `hindsight` is true where the row rests on what was taken later or on its neighbours.
    """

    polygon: str
    holder: str
    parties: tuple[str, ...]
    confidence: str
    basis: str
    hindsight: bool


class City(msgspec.Struct, frozen=True):
    """All that control and fronts need to know of the ground: metres and square metres, in EPSG:32637."""

    places: dict[str, Place]
    polygons: tuple[str, ...]  # ids in canonical order
    areas: dict[str, frozenset[str]]  # area id -> polygon ids
    baseline: dict[str, Baseline]
    square_metres: dict[str, float]
    borders: dict[tuple[str, str], float]  # (a, b) with a < b -> length of their shared edge
