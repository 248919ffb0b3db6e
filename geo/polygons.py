"""The polygons: features of neighborhoods.geojson, read, written in one form, and measured in metres."""

import itertools
import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import geopandas
import msgspec
import shapely

from geo.places import HERE, DataError
from seeds.problem import Problem, misfit

FILE = "neighborhoods.geojson"
DEGREES = "EPSG:4326"  # WGS 84, as the file is written
METRES = "EPSG:32637"  # UTM zone 37N, in which lengths and areas are measured
DECIMALS = 5  # about a metre

Point = tuple[float, float]  # longitude, latitude
Ring = tuple[Point, ...]  # closed: the last point is the first


class Properties(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a feature says of itself: its names, from what and when it was drawn, and how sure its edges are."""

    id: str
    name_en: str
    name_ar: str
    drawn_from: str
    drawn_by: str
    drawn_on: str
    sure: str  # `high, about 30 m`: how far an edge may lie from the truth
    note: str


class Feature(msgspec.Struct, frozen=True):
    """One polygon: a single outer ring, WGS 84 degrees."""

    properties: Properties
    ring: Ring


def parse_features(text: str, name: str = FILE) -> tuple[list[Feature], list[str]]:
    """Features of a GeoJSON text in any layout, and what is wrong with the others as `name:line: found, expected`."""
    try:
        collection = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        return [], [Problem("{file}: found no JSON from here on, expected it", file=f"{name}:{line}")]
    members = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(members, list) or collection.get("type") != "FeatureCollection":
        return [], [_at(name, Problem("found no {kind}, expected one with a list", kind="FeatureCollection"))]
    found: list[Feature] = []
    problems: list[str] = []
    lines = text.splitlines()
    for number, member in enumerate(members, 1):
        properties = member.get("properties") if isinstance(member, dict) else None
        label = properties.get("id") if isinstance(properties, dict) else None
        which = str(label) if label else Problem("feature {number}", number=number)
        at = f"{name}:{_line_of(lines, label)}"
        try:
            found.append(Feature(msgspec.convert(properties, Properties), _ring(member.get("geometry"))))
        except msgspec.ValidationError as error:
            problems.append(_at(at, _at(which, misfit(error))))
        except ValueError as error:
            problems.append(_at(at, _at(which, error.args[0])))
    return found, problems


def _at(where: str, problem: str) -> str:
    return Problem("{file}: {problem}", file=where, problem=problem)


def _line_of(lines: list[str], label: object) -> int:
    """The line on which a feature's id stands; 1 where it has none."""
    key = json.dumps(label, ensure_ascii=False)
    return next((n for n, line in enumerate(lines, 1) if f'"id":{key}' in line.replace('": ', '":')), 1)


def _ring(geometry: object) -> Ring:
    """The one outer ring of a Polygon (or of a MultiPolygon of one), rounded to five decimals and closed."""
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        raise ValueError(Problem("found no {kind}, expected one", kind="Polygon"))
    rings = geometry.get("coordinates")
    if geometry["type"] == "MultiPolygon":
        if not isinstance(rings, list) or len(rings) != 1:
            raise ValueError(Problem("found a {kind} of several parts, expected one polygon", kind="MultiPolygon"))
        rings = rings[0]
    if not isinstance(rings, list) or len(rings) != 1:
        count = len(rings) if isinstance(rings, list) else 0
        raise ValueError(Problem("found {count} rings, expected one and no holes", count=count))
    points: list[Point] = []
    for pair in rings[0]:
        if not isinstance(pair, list) or len(pair) < 2 or not all(isinstance(n, int | float) for n in pair[:2]):
            raise ValueError(Problem("found the vertex {point}, expected [longitude, latitude]", point=str(pair)))
        points.append((round(float(pair[0]), DECIMALS), round(float(pair[1]), DECIMALS)))
    kept = [p for n, p in enumerate(points) if n == 0 or p != points[n - 1]]
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    if len(kept) < 3:
        raise ValueError(Problem("found a ring of {count} different vertices, expected three or more", count=len(kept)))
    return (*kept, kept[0])


def canonical(ring: Iterable[Point]) -> Ring:
    """The same ring counter-clockwise, beginning at its westernmost (then southernmost) vertex."""
    points = list(ring)[:-1]
    turned = sum((b[0] - a[0]) * (b[1] + a[1]) for a, b in zip(points, points[1:] + points[:1], strict=True))
    if turned > 0:
        points.reverse()
    first = points.index(min(points))
    points = points[first:] + points[:first]
    return (*points, points[0])


def to_text(features: Iterable[Feature]) -> str:
    """The one form of the file: features by id, one a line, canonical rings, newline at the end."""
    lines = [
        json.dumps(
            {
                "type": "Feature",
                "properties": msgspec.structs.asdict(feature.properties),
                "geometry": {"type": "Polygon", "coordinates": [canonical(feature.ring)]},
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for feature in sorted(features, key=lambda f: f.properties.id)
    ]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def read_features(folder: Path = HERE) -> list[Feature]:
    """All features of neighborhoods.geojson; DataError lists every one that cannot be used."""
    try:
        text = (folder / FILE).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError([f"{FILE}: cannot be read: {error}"]) from error
    features, problems = parse_features(text)
    ids = [feature.properties.id for feature in features]
    problems += [
        f"{FILE}: id {i} stands {ids.count(i)} times, expected once" for i in sorted(set(ids)) if ids.count(i) > 1
    ]
    if problems:
        raise DataError(problems)
    return features


def read_polygons(folder: Path = HERE) -> dict[str, shapely.Polygon]:
    """The polygons by id, in file order, WGS 84 degrees."""
    return {feature.properties.id: shapely.Polygon(feature.ring) for feature in read_features(folder)}


def feature_properties(folder: Path = HERE) -> dict[str, Properties]:
    """What each feature says of itself, by id."""
    return {feature.properties.id: feature.properties for feature in read_features(folder)}


def to_metres(polygons: Mapping[str, shapely.Polygon]) -> dict[str, shapely.Polygon]:
    """The same polygons in EPSG:32637; vertices that were shared stay shared."""
    projected = geopandas.GeoSeries(list(polygons.values()), crs=DEGREES).to_crs(METRES)
    return dict(zip(polygons, projected, strict=True))


def edges(polygons: Mapping[str, shapely.Polygon]) -> dict[tuple[Point, Point], list[str]]:
    """Every edge, as its two vertices in order, with the polygons on its sides (one at the outer boundary)."""
    found: dict[tuple[Point, Point], list[str]] = {}
    for name, polygon in polygons.items():
        points = list(polygon.exterior.coords)
        for a, b in itertools.pairwise(points):
            found.setdefault((min(a, b), max(a, b)), []).append(name)
    return found


def borders(polygons: Mapping[str, shapely.Polygon]) -> dict[tuple[str, str], float]:
    """Length of the shared edge of every two neighbours, in the units of the polygons; keys in order."""
    lengths: dict[tuple[str, str], float] = {}
    for (a, b), sides in edges(polygons).items():
        if len(sides) == 2:
            one, two = sorted(sides)
            lengths[one, two] = lengths.get((one, two), 0.0) + float(shapely.Point(a).distance(shapely.Point(b)))
    return dict(sorted(lengths.items()))
