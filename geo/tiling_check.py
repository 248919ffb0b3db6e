"""What is wrong with the partition: gaps, overlaps, vertices not shared, slivers, spikes, holes, form - all at once."""

import re

import geopandas
import numpy
import shapely

from geo.polygons import DEGREES, FILE, METRES, Feature, canonical, parse_features, to_metres, to_text
from seeds.problem import Problem

GAP = 1.0  # metres: a gap narrower than this between two neighbours is a mistake
SHORT_EDGE = 5.0  # metres: two vertices nearer than this are one corner drawn twice
SPIKE = 15.0  # degrees: a corner sharper than this is a slip of the hand
SLIVER = 40.0  # metres: no quarter is so narrow that a circle of this radius does not fit
SURE = re.compile(r"(high|medium|low), about [1-9]\d* m")
REPAIR = "`python -m geo.tiling repair`"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def check(text: str, name: str = FILE) -> list[str]:
    """Every problem of a file of features, as `name:line: id: found, expected`; none for a sound one."""
    features, problems = parse_features(text, name)
    lines = {f.properties.id: _line(text, f.properties.id) for f in features}

    def at(feature_id: str) -> str:
        return f"{name}:{lines[feature_id]}: {feature_id}"

    ids = [feature.properties.id for feature in features]
    wrong = [(i, _twice(ids.count(i))) for i in lines if ids.count(i) > 1]
    wrong += [(feature.properties.id, problem) for feature in features for problem in _properties(feature)]
    polygons = {feature.properties.id: shapely.Polygon(feature.ring) for feature in features}
    broken = {name for name, polygon in polygons.items() if not polygon.is_valid}
    wrong += [(i, _invalid(polygons[i])) for i in sorted(broken)]
    metres = to_metres({i: polygon for i, polygon in polygons.items() if i not in broken})
    for feature in features:
        if feature.properties.id in metres:
            shape = metres[feature.properties.id]
            wrong += [(feature.properties.id, problem) for problem in _shape(feature, shape)]
    wrong += _joints(metres)
    problems += [Problem("{file}: {problem}", file=at(i), problem=problem) for i, problem in wrong]
    whole = _whole(metres)
    if not (problems or whole) and text != to_text(features):
        whole = [Problem("found another order or layout, expected the one form: {command}", command=REPAIR)]
    return problems + [Problem("{file}: {problem}", file=name, problem=problem) for problem in whole]


def _line(text: str, label: str) -> int:
    found = re.search(rf'"id": ?"{re.escape(label)}"', text)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _twice(count: int) -> str:
    return Problem("found the id {count} times, expected once", count=count)


def _invalid(polygon: shapely.Polygon) -> str:
    """Why a ring is none, and where: shapely says it as `Self-intersection[37.15 36.21]`."""
    reason, _, where = shapely.is_valid_reason(polygon).partition("[")
    if "intersection" not in reason:
        return Problem("found {reason}, expected a simple ring", reason=reason)
    lon, lat = (round(float(number), 5) for number in where.rstrip("]").split())
    return Problem(
        "found a ring that crosses or touches itself at {point}, expected a simple ring", point=f"{lat}, {lon}"
    )


def _properties(feature: Feature) -> list[str]:
    said = feature.properties
    wrong: list[str] = []
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", said.id):
        wrong.append(Problem("found id {found}, expected small letters and hyphens", found=repr(said.id)))
    if not SURE.fullmatch(said.sure):
        wrong.append(_unlike("sure", said.sure, "`medium, about 150 m`"))
    if not DAY.fullmatch(said.drawn_on):
        wrong.append(_unlike("drawn_on", said.drawn_on, "2026-11-24"))
    wrong += [
        Problem("found no {field}, expected one", field=k)
        for k in ("name_en", "name_ar", "drawn_from", "drawn_by")
        if not getattr(said, k)
    ]
    return wrong


def _unlike(field: str, value: str, example: str) -> str:
    return Problem(
        "found {field} {found}, expected one such as {example}", field=field, found=repr(value), example=example
    )


def _shape(feature: Feature, polygon: shapely.Polygon) -> list[str]:
    wrong: list[str] = []
    points = shapely.get_coordinates(polygon.exterior)[:-1]
    before, after = numpy.roll(points, 1, axis=0) - points, numpy.roll(points, -1, axis=0) - points
    lengths = numpy.hypot(*after.T)
    cosines = (before * after).sum(axis=1) / (numpy.hypot(*before.T) * lengths)
    angles = numpy.degrees(numpy.arccos(numpy.clip(cosines, -1, 1)))
    for n, (lon, lat) in enumerate(feature.ring[:-1]):
        if lengths[n] < SHORT_EDGE:
            wrong.append(
                Problem(
                    "found an edge of {length} m at {point}, expected {least} m or more",
                    length=f"{lengths[n]:.1f}", point=f"{lat}, {lon}", least=round(SHORT_EDGE),
                )
            )  # fmt: skip
        if angles[n] < SPIKE:
            wrong.append(
                Problem(
                    "found a spike of {angle} degrees at {point}, expected {least} or more",
                    angle=round(angles[n]), point=f"{lat}, {lon}", least=round(SPIKE),
                )
            )  # fmt: skip
    radius = float(shapely.maximum_inscribed_circle(polygon, tolerance=2).length)
    if radius < SLIVER:
        wrong.append(
            Problem(
                "found a sliver where a circle of {radius} m fits, expected {least} m or more",
                radius=round(radius), least=round(SLIVER),
            )
        )  # fmt: skip
    if canonical(feature.ring) != feature.ring:
        wrong.append(
            Problem(
                "found a ring that runs or begins elsewhere, expected counter-clockwise from its westernmost vertex"
            )
        )
    return wrong


def _joints(metres: dict[str, shapely.Polygon]) -> list[tuple[str, str]]:
    """Edges that do not fit the neighbour's: a gap, an overlap, or a vertex that only one of the two has."""
    shapes = numpy.array(list(metres.values()), dtype=object)
    if not len(shapes) or shapely.coverage_is_valid(shapes, gap_width=GAP):
        return []
    problems: list[tuple[str, str]] = []
    for name, bad in zip(metres, shapely.coverage_invalid_edges(shapes, gap_width=GAP), strict=True):
        for line in [] if bad is None or bad.is_empty else getattr(bad, "geoms", [bad]):
            lat, lon = degrees(line.interpolate(0.5, normalized=True))
            problem = Problem(
                "found {length} m of edge at {point} without a fitting neighbour, expected one",
                length=round(line.length), point=f"{lat}, {lon}",
            )  # fmt: skip
            problems.append((name, problem))
    return problems


def _whole(metres: dict[str, shapely.Polygon]) -> list[str]:
    union = shapely.union_all(list(metres.values()))
    parts = list(getattr(union, "geoms", [union]))
    problems: list[str] = []
    if len(parts) != 1:
        problems.append(Problem("found {count} pieces, expected one city in one piece", count=len(parts)))
    for part in parts:
        for hole in getattr(part, "interiors", []):
            lat, lon = degrees(shapely.Polygon(hole).representative_point())
            problems.append(
                Problem(
                    "found a hole of {area} m² at {point}, expected none",
                    area=round(shapely.Polygon(hole).area), point=f"{lat}, {lon}",
                )
            )  # fmt: skip
    return problems


def degrees(point: shapely.Point) -> tuple[float, float]:
    """Latitude and longitude of a point in metres, as a person would type it into a map."""
    moved = geopandas.GeoSeries([point], crs=METRES).to_crs(DEGREES)[0]
    return round(moved.y, 5), round(moved.x, 5)
