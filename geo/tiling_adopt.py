"""Adopt a file that a GeoJSON editor saved: what it did to one polygon is done to every neighbour that shared it.

An editor moves a vertex of one polygon and leaves the neighbour's. Here each edited ring is laid beside the ring as
it was, and the difference is read as edits of the partition - vertices moved, added, removed - which hold for all.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from math import cos, hypot, radians

import msgspec

from geo.polygons import Feature, Point, Ring, canonical
from seeds.problem import Problem

Edge = tuple[Point, Point]


class Edits(msgspec.Struct):
    """What an edited file does to the partition, and what of it cannot be adopted."""

    moved: dict[Point, Point]
    removed: set[Point]
    added: dict[Edge, tuple[Point, ...]]  # new vertices between two old ones, from the first to the second
    renamed: list[str]  # ids whose properties changed
    refused: list[str]


def adopt(before: Sequence[Feature], edited: Sequence[Feature]) -> tuple[list[Feature], Edits]:
    """The partition with all edits that fit together, and the list of edits."""
    edits = find_edits(before, edited)
    said = {feature.properties.id: feature.properties for feature in edited}
    after = [
        Feature(said.get(feature.properties.id, feature.properties), canonical(_apply(feature.ring, edits)))
        for feature in before
    ]
    return after, edits


def find_edits(before: Sequence[Feature], edited: Sequence[Feature]) -> Edits:
    """The edits of all features together; where two of them contradict each other, neither is taken."""
    edits = Edits({}, set(), {}, [], [])
    old = {feature.properties.id: feature for feature in before}
    meeting = Counter(point for feature in before for point in feature.ring[:-1])
    moves: dict[Point, dict[Point, list[str]]] = {}
    gone: dict[Point, list[str]] = {}
    new: dict[Edge, dict[tuple[Point, ...], list[str]]] = {}
    for feature in edited:
        name = feature.properties.id
        if name not in old:
            edits.refused.append(
                Problem("{polygon}: found a new polygon, expected only edits of those that are there", polygon=name)
            )
            continue
        if feature.properties != old[name].properties:
            edits.renamed.append(name)
        if not _read_ring(canonical(old[name].ring), canonical(feature.ring), name, moves, gone, new):
            edits.refused.append(
                Problem("{polygon}: found no vertex where it was, expected some to tell what moved by", polygon=name)
            )
    here = {feature.properties.id for feature in edited}
    edits.refused += [
        Problem("{polygon}: found no such polygon any more, expected it", polygon=name)
        for name in old
        if name not in here
    ]
    _settle(edits, moves, gone, new, meeting)
    return edits


def _read_ring(
    old: Ring,
    ring: Ring,
    name: str,
    moves: dict[Point, dict[Point, list[str]]],
    gone: dict[Point, list[str]],
    new: dict[Edge, dict[tuple[Point, ...], list[str]]],
) -> bool:
    """Note what one ring says moved, went or came; False if no vertex stayed to hold the two rings together by."""
    stayed = [point for point in old[:-1] if point in set(ring)]
    if not stayed:
        return False
    one, two = _from(old, stayed[0]), _from(ring, stayed[0])
    pairs: list[tuple[int, int]] = []  # which vertex became which, as positions in one and two
    for tag, i, j, k, m in SequenceMatcher(None, one, two, autojunk=False).get_opcodes():
        run = [(i + n, k + n) for n in range(j - i)] if tag == "equal" else []
        pairs += run or [(i + a, k + b) for a, b in _nearest(one[i:j], two[k:m])]
    became = dict(pairs)
    for at, point in enumerate(one):
        if at not in became:
            gone.setdefault(point, []).append(name)
        elif two[became[at]] != point:
            moves.setdefault(point, {}).setdefault(two[became[at]], []).append(name)
    for (at, start), (_, end) in zip(pairs, [*pairs[1:], (len(one), len(two))], strict=True):
        came = tuple(two[start + 1 : end])
        if came:
            following = one[(at + 1) % len(one)]
            edge, run_of = ((one[at], following), came) if one[at] < following else ((following, one[at]), came[::-1])
            new.setdefault(edge, {}).setdefault(run_of, []).append(name)
    return True


def _from(ring: Ring, first: Point) -> list[Point]:
    """The open ring, beginning at one of its vertices."""
    points = list(ring[:-1])
    at = points.index(first)
    return points[at:] + points[:at]


def _nearest(old: Sequence[Point], new: Sequence[Point]) -> list[tuple[int, int]]:
    """Which old vertex became which new one, in order, so that all together move the least; the rest came or went."""

    @cache
    def best(i: int, j: int) -> tuple[float, tuple[tuple[int, int], ...]]:
        if i == len(old) or j == len(new):
            return 0.0, ()
        cost, rest = best(i + 1, j + 1)
        choices = [(cost + _metres(old[i], new[j]), ((i, j), *rest))]
        if len(old) - i > len(new) - j:
            choices.append(best(i + 1, j))
        if len(new) - j > len(old) - i:
            choices.append(best(i, j + 1))
        return min(choices)

    return list(best(0, 0)[1])


def _metres(a: Point, b: Point) -> float:
    """Distance near Aleppo, good enough to tell the nearer of two vertices."""
    return hypot((a[0] - b[0]) * 111_320 * cos(radians(36.2)), (a[1] - b[1]) * 110_950)


def _settle(
    edits: Edits,
    moves: dict[Point, dict[Point, list[str]]],
    gone: dict[Point, list[str]],
    new: dict[Edge, dict[tuple[Point, ...], list[str]]],
    meeting: Counter[Point],
) -> None:
    for point, where in moves.items():
        if len(where) > 1 or point in gone:
            who = sorted({name for names in where.values() for name in names} | set(gone.get(point, [])))
            edits.refused.append(
                Problem(
                    "vertex {point}: found it moved in different ways by {who}, expected one way",
                    point=_spot(point),
                    who=", ".join(who),
                )
            )
        elif next(iter(where)) in meeting:
            edits.refused.append(
                Problem(
                    "vertex {point}: found it moved onto another vertex, expected a place of its own",
                    point=_spot(point),
                )
            )
        else:
            edits.moved[point] = next(iter(where))
    for point, names in gone.items():
        if point in moves:
            continue
        if meeting[point] > 2:
            edits.refused.append(
                Problem(
                    "vertex {point}: found it removed by {who}, expected it to stay: {count} polygons meet there",
                    point=_spot(point),
                    who=", ".join(names),
                    count=meeting[point],
                )
            )
        else:
            edits.removed.add(point)
    for edge, runs in new.items():
        if len(runs) > 1:
            who = sorted({name for names in runs.values() for name in names})
            edits.refused.append(
                Problem(
                    "vertex {point}: found different new vertices after it in {who}, expected the same",
                    point=_spot(edge[0]),
                    who=", ".join(who),
                )
            )
        else:
            edits.added[edge] = next(iter(runs))


def _spot(point: Point) -> str:
    return f"{point[1]}, {point[0]}"


def _apply(ring: Ring, edits: Edits) -> Ring:
    out: list[Point] = []
    for point, following in itertools.pairwise(ring):
        if point not in edits.removed:
            out.append(edits.moved.get(point, point))
        if (point, following) in edits.added:
            out += edits.added[point, following]
        elif (following, point) in edits.added:
            out += edits.added[following, point][::-1]
    return (*out, out[0])
