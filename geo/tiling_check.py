"""What is wrong with the partition: gaps, overlaps, vertices not shared, slivers, spikes, holes, form - all at once."""

import re

import geopandas
import numpy
import shapely

from geo.polygons import DEGREES, FILE, METRES, Feature, canonical, parse_features, to_metres, to_text

GAP = 1.0  # metres: a gap narrower than this between two neighbours is a mistake
SHORT_EDGE = 5.0  # metres: two vertices nearer than this are one corner drawn twice
SPIKE = 15.0  # degrees: a corner sharper than this is a slip of the hand
SLIVER = 40.0  # metres: no quarter is so narrow that a circle of this radius does not fit
SURE = re.compile(r"(high|medium|low), about [1-9]\d* m")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def check(text: str, name: str = FILE) -> list[str]:
    """Every problem of a file of features, as `name:line: id: found, expected`; none for a sound one."""
    features, problems = parse_features(text, name)
    lines = {f.properties.id: _line(text, f.properties.id) for f in features}

    def at(feature_id: str) -> str:
        return f"{name}:{lines[feature_id]}: {feature_id}"

    ids = [feature.properties.id for feature in features]
    problems += [f"{at(i)}: found the id {ids.count(i)} times, expected once" for i in lines if ids.count(i) > 1]
    for feature in features:
        problems += [f"{at(feature.properties.id)}: {wrong}" for wrong in _properties(feature)]
    polygons = {feature.properties.id: shapely.Polygon(feature.ring) for feature in features}
    broken = {name for name, polygon in polygons.items() if not polygon.is_valid}
    problems += [
        f"{at(i)}: found {shapely.is_valid_reason(polygons[i])}, expected a simple ring" for i in sorted(broken)
    ]
    metres = to_metres({i: polygon for i, polygon in polygons.items() if i not in broken})
    for feature in features:
        if feature.properties.id in metres:
            shape = metres[feature.properties.id]
            problems += [f"{at(feature.properties.id)}: {wrong}" for wrong in _shape(feature, shape)]
    problems += [f"{at(i)}: {wrong}" for i, wrong in _joints(metres)]
    problems += [f"{name}: {wrong}" for wrong in _whole(metres)]
    if not problems and text != to_text(features):
        problems.append(f"{name}: found another order or layout, expected the one form (`python -m geo.tiling repair`)")
    return problems


def _line(text: str, label: str) -> int:
    found = re.search(rf'"id": ?"{re.escape(label)}"', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _properties(feature: Feature) -> list[str]:
    said = feature.properties
    wrong = []
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", said.id):
        wrong.append(f"found id {said.id!r}, expected small letters and hyphens")
    if not SURE.fullmatch(said.sure):
        wrong.append(f"found sure {said.sure!r}, expected for example `medium, about 150 m`")
    if not DAY.fullmatch(said.drawn_on):
        wrong.append(f"found drawn_on {said.drawn_on!r}, expected a day as 2026-11-24")
    wrong += [
        f"found no {k}, expected one" for k in ("name_en", "name_ar", "drawn_from", "drawn_by") if not getattr(said, k)
    ]
    return wrong


def _shape(feature: Feature, polygon: shapely.Polygon) -> list[str]:
    wrong = []
    points = shapely.get_coordinates(polygon.exterior)[:-1]
    before, after = numpy.roll(points, 1, axis=0) - points, numpy.roll(points, -1, axis=0) - points
    lengths = numpy.hypot(*after.T)
    cosines = (before * after).sum(axis=1) / (numpy.hypot(*before.T) * lengths)
    angles = numpy.degrees(numpy.arccos(numpy.clip(cosines, -1, 1)))
    for n, (lon, lat) in enumerate(feature.ring[:-1]):
        if lengths[n] < SHORT_EDGE:
            wrong.append(f"found an edge of {lengths[n]:.1f} m at {lat}, {lon}, expected {SHORT_EDGE:.0f} m or more")
        if angles[n] < SPIKE:
            wrong.append(f"found a spike of {angles[n]:.0f} degrees at {lat}, {lon}, expected {SPIKE:.0f} or more")
    radius = float(shapely.maximum_inscribed_circle(polygon, tolerance=2).length)
    if radius < SLIVER:
        wrong.append(f"found a sliver where a circle of {radius:.0f} m fits, expected {SLIVER:.0f} m or more")
    if canonical(feature.ring) != feature.ring:
        wrong.append(
            "found a ring that runs or begins elsewhere, expected counter-clockwise from its westernmost vertex"
        )
    return wrong


def _joints(metres: dict[str, shapely.Polygon]) -> list[tuple[str, str]]:
    """Edges that do not fit the neighbour's: a gap, an overlap, or a vertex that only one of the two has."""
    shapes = numpy.array(list(metres.values()), dtype=object)
    if not len(shapes) or shapely.coverage_is_valid(shapes, gap_width=GAP):
        return []
    problems = []
    for name, bad in zip(metres, shapely.coverage_invalid_edges(shapes, gap_width=GAP), strict=True):
        for line in [] if bad is None or bad.is_empty else getattr(bad, "geoms", [bad]):
            lat, lon = degrees(line.interpolate(0.5, normalized=True))
            problems.append(
                (
                    name,
                    f"found {line.length:.0f} m of edge at {lat}, {lon} without a fitting neighbour, expected one",
                )
            )
    return problems


def _whole(metres: dict[str, shapely.Polygon]) -> list[str]:
    union = shapely.union_all(list(metres.values()))
    parts = list(getattr(union, "geoms", [union]))
    problems = [] if len(parts) == 1 else [f"found {len(parts)} pieces, expected one city in one piece"]
    for part in parts:
        for hole in getattr(part, "interiors", []):
            lat, lon = degrees(shapely.Polygon(hole).representative_point())
            problems.append(f"found a hole of {shapely.Polygon(hole).area:.0f} m2 at {lat}, {lon}, expected none")
    return problems


def degrees(point: shapely.Point) -> tuple[float, float]:
    """Latitude and longitude of a point in metres, as a person would type it into a map."""
    moved = geopandas.GeoSeries([point], crs=METRES).to_crs(DEGREES)[0]
    return round(moved.y, 5), round(moved.x, 5)
