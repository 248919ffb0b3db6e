"""The shared arcs of a tiling: each border once, with the polygon on either side of it.

The browser needs no more to draw polygons, the lines between holders and the outline of any group of them, and two
neighbours drawn from one arc can neither gape nor overlap.
"""

import itertools
from collections.abc import Mapping, Sequence

import msgspec
import shapely

# Coordinates travel as whole hundred-thousandths of a degree: the five decimals of the data, about a metre.
SCALE = 100_000

Point = tuple[int, int]  # longitude, latitude


class Arc(msgspec.Struct, frozen=True):
    """A border between two junctions. `left` and `right` number the polygons along it, -1 outside the city."""

    points: tuple[Point, ...]
    left: int
    right: int


class Tiling(msgspec.Struct, frozen=True):
    """Arcs, and each polygon's rings as arc numbers; `~n` is arc n walked backwards. The first ring is the shell."""

    arcs: tuple[Arc, ...]
    rings: tuple[tuple[tuple[int, ...], ...], ...]


def tiling(polygons: Sequence[shapely.Polygon]) -> Tiling:
    """Cut polygons that share vertices (WGS 84 degrees) into arcs. Neighbours must share every vertex of a border."""
    rings = [_rings(polygon) for polygon in polygons]
    beside: dict[tuple[Point, Point], int] = {}
    for number, own in enumerate(rings):
        for ring in own:
            for step in _steps(ring):
                if step in beside:
                    raise ValueError(f"polygons {beside[step]} and {number} overlap along {step}")
                beside[step] = number
    junctions = _junctions(beside)
    arcs: list[Arc] = []
    known: dict[tuple[Point, ...], int] = {}
    cut = tuple(
        tuple(tuple(_number(points, arcs, known, beside) for points in _cut(ring, junctions)) for ring in own)
        for own in rings
    )
    return Tiling(tuple(arcs), cut)


def _rings(polygon: shapely.Polygon) -> list[list[Point]]:
    """Shell counter-clockwise, holes clockwise, so that the polygon lies to the left; without the closing point."""
    oriented = shapely.orient_polygons(polygon)
    found = []
    for ring in (oriented.exterior, *oriented.interiors):
        points = [(round(x * SCALE), round(y * SCALE)) for x, y in ring.coords[:-1]]
        found.append([p for n, p in enumerate(points) if p != points[n - 1]])
    return found


def _steps(ring: list[Point]) -> list[tuple[Point, Point]]:
    return list(zip(ring, ring[1:] + ring[:1], strict=True))


def _junctions(beside: Mapping[tuple[Point, Point], int]) -> set[Point]:
    """Points where a border begins or ends: the pair of polygons beside the line changes there."""
    pairs: dict[Point, set[frozenset[int]]] = {}
    degree: dict[Point, set[Point]] = {}
    for (a, b), number in beside.items():
        pair = frozenset((number, beside.get((b, a), -1)))
        for here, there in ((a, b), (b, a)):
            pairs.setdefault(here, set()).add(pair)
            degree.setdefault(here, set()).add(there)
    return {point for point, found in pairs.items() if len(found) > 1 or len(degree[point]) > 2}


def _cut(ring: list[Point], junctions: set[Point]) -> list[tuple[Point, ...]]:
    """The ring's pieces from junction to junction; a ring without any (an island, an enclave) is one closed piece."""
    starts = [n for n, point in enumerate(ring) if point in junctions]
    if not starts:
        first = ring.index(min(ring))  # both sides of an enclave begin at the same point
        return [(*ring[first:], *ring[: first + 1])]
    turned = ring[starts[0] :] + ring[: starts[0] + 1]
    marks = [n for n, point in enumerate(turned) if point in junctions]
    return [tuple(turned[a : b + 1]) for a, b in itertools.pairwise(marks)]


def _number(
    points: tuple[Point, ...],
    arcs: list[Arc],
    known: dict[tuple[Point, ...], int],
    beside: Mapping[tuple[Point, Point], int],
) -> int:
    backwards = points[::-1]
    if backwards in known:
        return ~known[backwards]
    if points not in known:
        known[points] = len(arcs)
        step = (points[0], points[1])
        arcs.append(Arc(points, beside[step], beside.get((step[1], step[0]), -1)))
    return known[points]
