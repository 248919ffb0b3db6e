"""The city as control sees it: which polygons there are, what names them, who held them on 15 November 2016."""

import datetime
from pathlib import Path
from typing import get_args

import msgspec
import shapely

from geo.claim import Actor
from geo.places import AREA_IDS, HERE, DataError, Place, read_places, read_rows
from geo.polygons import Properties, borders, feature_properties, read_polygons, to_metres

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


BASELINE_COLUMNS = ("polygon", "holder", "parties", "confidence", "basis", "hindsight")
AREA_COLUMNS = ("area", "polygon", "basis")
HOLDERS = (*(actor for actor in get_args(Actor) if actor != "unknown"), "divided", "unknown")
CONFIDENCE = ("high", "medium-high", "medium", "low-medium", "low")


def load_city(folder: Path = HERE) -> City:
    """The city of the data files in a folder; DataError lists everything that is wrong with any of them."""
    problems: list[str] = []
    places: dict[str, Place] = {}
    polygons: dict[str, shapely.Polygon] = {}
    said: dict[str, Properties] = {}
    try:
        places = read_places(folder)
    except DataError as error:
        problems += error.problems
    try:
        polygons, said = read_polygons(folder), feature_properties(folder)
    except DataError as error:
        problems += error.problems
    baseline, wrong = _read_baseline(folder / "baseline.csv", polygons)
    problems += wrong
    areas, wrong = _read_areas(folder / "areas.csv", polygons)
    problems += wrong
    if places and polygons:
        problems += _unresolved(places, polygons) + _misnamed(places, said)
    if problems:
        raise DataError(problems)
    metres = to_metres(polygons)
    return City(
        places=places,
        polygons=tuple(sorted(polygons)),
        areas=areas,
        baseline=baseline,
        square_metres={name: float(polygon.area) for name, polygon in metres.items()},
        borders=borders(metres),
    )


def _unresolved(places: dict[str, Place], polygons: dict[str, shapely.Polygon]) -> list[str]:
    """Places whose polygons do not exist, and polygons that no place draws."""
    problems = [
        f"places.csv: {place.id}: found polygon {name}, expected one of neighborhoods.geojson"
        for place in places.values()
        for name in place.polygons
        if name not in polygons
    ]
    drawn = {place.id for place in places.values() if place.relation == "drawn"}
    return problems + [
        f"neighborhoods.geojson: found polygon {name}, expected a place of that id that is drawn"
        for name in polygons
        if name not in drawn
    ]


def _misnamed(places: dict[str, Place], said: dict[str, Properties]) -> list[str]:
    """Features whose names are not those of their place."""
    return [
        f"neighborhoods.geojson: {name}: found the names {feature.name_en}, {feature.name_ar}, "
        f"expected {places[name].name_en}, {places[name].name_ar} as in places.csv"
        for name, feature in said.items()
        if name in places and (feature.name_en, feature.name_ar) != (places[name].name_en, places[name].name_ar)
    ]


def _read_baseline(path: Path, polygons: dict[str, shapely.Polygon]) -> tuple[dict[str, Baseline], list[str]]:
    rows, problems = read_rows(path, BASELINE_COLUMNS)
    found: dict[str, Baseline] = {}
    for line, row in rows:
        at = f"{path.name}:{line}: {row['polygon']}"
        parties = tuple(filter(None, row["parties"].split(";")))
        if polygons and row["polygon"] not in polygons:
            problems.append(f"{at}: found no such polygon, expected one of neighborhoods.geojson")
        if row["polygon"] in found:
            problems.append(f"{at}: found a second row, expected one")
        if row["holder"] not in HOLDERS:
            problems.append(f"{at}: found holder {row['holder']!r}, expected one of {HOLDERS}")
        if row["holder"] == "divided" and (
            len(parties) != 2 or list(parties) != sorted(set(parties) & set(HOLDERS[:4]))
        ):
            problems.append(f"{at}: found parties {row['parties']!r}, expected two actors in order, as `a;b`")
        if row["holder"] != "divided" and parties:
            problems.append(f"{at}: found parties {row['parties']!r}, expected none but for divided")
        if row["confidence"] not in CONFIDENCE:
            problems.append(f"{at}: found confidence {row['confidence']!r}, expected one of {CONFIDENCE}")
        if not row["basis"]:
            problems.append(f"{at}: found no basis, expected one")
        if row["hindsight"] not in ("yes", "no"):
            problems.append(f"{at}: found hindsight {row['hindsight']!r}, expected yes or no")
        elif row["basis"].startswith(("implied", "inferred")) != (row["hindsight"] == "yes"):
            problems.append(
                f"{at}: found hindsight {row['hindsight']}, expected yes for a basis implied or inferred, else no"
            )
        found[row["polygon"]] = Baseline(
            row["polygon"], row["holder"], parties, row["confidence"], row["basis"], row["hindsight"] == "yes"
        )
    problems += [f"{path.name}: found no row for {name}, expected one" for name in polygons if name not in found]
    return found, problems


def _read_areas(path: Path, polygons: dict[str, shapely.Polygon]) -> tuple[dict[str, frozenset[str]], list[str]]:
    rows, problems = read_rows(path, AREA_COLUMNS)
    found: dict[str, set[str]] = {area: set() for area in AREA_IDS}
    for line, row in rows:
        at = f"{path.name}:{line}: {row['area']}, {row['polygon']}"
        if row["area"] not in found:
            problems.append(f"{at}: found no such area, expected one of {AREA_IDS}")
        elif row["polygon"] in found[row["area"]]:
            problems.append(f"{at}: found a second row, expected one")
        else:
            found[row["area"]].add(row["polygon"])
        if polygons and row["polygon"] not in polygons:
            problems.append(f"{at}: found no such polygon, expected one of neighborhoods.geojson")
        if not row["basis"]:
            problems.append(f"{at}: found no basis, expected one")
    problems += [
        f"{path.name}: found no polygon of {area}, expected some" for area, names in found.items() if not names
    ]
    return {area: frozenset(names) for area, names in found.items()}, problems
