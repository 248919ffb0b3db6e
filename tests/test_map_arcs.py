"""Arcs: every border once, and from them every polygon again, exactly."""

import pytest
import shapely

from geo.polygons import read_polygons
from tests.toy_city import toy_polygons
from ui.map_arcs import SCALE, Point, Tiling, tiling


def ring(cut: Tiling, numbers: tuple[int, ...]) -> list[Point]:
    points: list[Point] = []
    for n in numbers:
        points += (cut.arcs[n].points if n >= 0 else cut.arcs[~n].points[::-1])[1:]
    return points


def again(cut: Tiling, n: int) -> shapely.Polygon:
    shell, *holes = [[(x / SCALE, y / SCALE) for x, y in ring(cut, numbers)] for numbers in cut.rings[n]]
    return shapely.Polygon(shell, holes)


SQUARE = shapely.box(0, 0, 3, 3)
# What each case is a tiling of, and how many borders lie inside it and around it.
CASES = {
    "one square": ([SQUARE], 0, 1),
    "two squares": ([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)], 1, 2),
    "four squares": ([shapely.box(x, y, x + 1, y + 1) for x in (0, 1) for y in (0, 1)], 4, 4),
    "an enclave": ([SQUARE - shapely.box(1, 1, 2, 2), shapely.box(1, 1, 2, 2)], 1, 1),
    "touching at a corner": ([shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)], 0, 2),
}


@pytest.mark.parametrize("case", CASES)
def test_borders_are_found_once_and_polygons_come_back(case: str) -> None:
    polygons, inside, around = CASES[case]
    cut = tiling(polygons)
    assert sum(arc.right >= 0 for arc in cut.arcs) == inside
    assert sum(arc.right < 0 for arc in cut.arcs) == around
    for n, polygon in enumerate(polygons):
        assert again(cut, n).equals(polygon)


@pytest.mark.parametrize("polygons", [toy_polygons, read_polygons], ids=["toy city", "the city"])
def test_a_city_comes_back_exactly(polygons: object) -> None:
    shapes = list(polygons().values())
    cut = tiling(shapes)
    wrong = [n for n, shape in enumerate(shapes) if not shapely.normalize(again(cut, n)).equals(shape)]
    assert not wrong
    used = [n if n >= 0 else ~n for rings in cut.rings for numbers in rings for n in numbers]
    twice = {n for n, arc in enumerate(cut.arcs) if arc.right >= 0}
    assert sorted(used) == sorted([*range(len(cut.arcs)), *twice])


def test_the_sides_of_a_border_are_the_polygons_along_it() -> None:
    west, east = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
    (shared,) = [arc for arc in tiling([west, east]).arcs if arc.right >= 0]
    assert {shared.left, shared.right} == {0, 1}
    going_north = shared.points[0][1] < shared.points[-1][1]
    assert shared.left == (0 if going_north else 1)


def test_an_overlap_is_refused() -> None:
    with pytest.raises(ValueError, match="polygons 0 and 1 overlap"):
        tiling([SQUARE, SQUARE])
