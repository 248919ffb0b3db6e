"""Keeping the partition sound: check names what is wrong, repair mends form, adopt carries an edit to neighbours."""

import json
import re
import shutil
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path

import pytest

from geo.places import HERE
from geo.polygons import FILE, Feature, Point, Properties, parse_features, read_features, to_text
from geo.tiling import main
from geo.tiling_adopt import adopt
from geo.tiling_check import check
from ui.words import words

DATA = ("places.csv", "spellings.csv", "areas.csv", "baseline.csv", FILE, "ground.geojson")


# A toy city of three blocks, about 450 m wide: a and b side by side, c under both, so that b's corner meets all three.
#
#     1 --- 2 --- 3
#     |  a  |  b  |
#     4 --- 5 --- 6
#     |     c     |
#     7 --------- 8
NODE: dict[int, Point] = {
    1: (37.15, 36.21),
    2: (37.155, 36.21),
    3: (37.16, 36.21),
    4: (37.15, 36.205),
    5: (37.155, 36.205),
    6: (37.16, 36.205),
    7: (37.15, 36.2),
    8: (37.16, 36.2),
}
BLOCKS = {"a": (1, 4, 5, 2), "b": (2, 5, 6, 3), "c": (4, 7, 8, 6, 5)}


def toy(**rings: list[Point]) -> str:
    """The toy city as text; a ring given by name replaces that block's."""
    features = []
    for name, corners in BLOCKS.items():
        ring = rings.get(name, [NODE[n] for n in corners])
        said = Properties(name, name.upper(), "حي", "nothing: made up", "tests", "2026-11-24", "low, about 500 m", "")
        features.append(Feature(said, (*ring, ring[0])))
    return to_text(features)


def ring(text: str, name: str) -> set[Point]:
    features, problems = parse_features(text)
    assert not problems
    return set(next(f.ring for f in features if f.properties.id == name))


def test_the_toy_city_and_the_real_one_are_sound() -> None:
    assert check(toy()) == []
    assert check((HERE / FILE).read_text("utf-8")) == []


def at(*corners: int | Point) -> list[Point]:
    return [NODE[c] if isinstance(c, int) else c for c in corners]


# what was done to the toy city, and what the check must say of it
@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(toy(b=at((37.15501, 36.21), (37.15501, 36.205), 6, 3)), ":3: b: found 1,004 m of edge", id="gap"),
        pytest.param(toy(b=at((37.1548, 36.21), (37.1548, 36.205), 6, 3)), "without a fitting neighbour", id="overlap"),
        pytest.param(toy(c=at(4, 7, 8, 6)), "without a fitting neighbour", id="vertex not shared"),
        pytest.param(
            toy(a=at(1, 4, 5, (37.15501, 36.21), 2)), "found an edge of 0.9 m at 36.21, 37.155", id="short edge"
        ),
        pytest.param(
            toy(a=at(1, 4, 5, 2, (37.1527, 36.21), (37.1526, 36.215), (37.1525, 36.21))),
            "a: found a spike of 2 degrees at 36.215, 37.1526",
            id="spike",
        ),
        pytest.param(toy(c=at(4, (37.15, 36.2046), (37.16, 36.2046), 6, 5)), "found a sliver", id="sliver"),
        pytest.param(toy(a=at(1, 5, 4, 2)), "a: found a ring that crosses or touches itself at 36.2", id="crossing"),
        pytest.param(toy(c=at((37.15, 36.1), (37.15, 36.09), (37.16, 36.09))), "found 2 pieces", id="pieces"),
        pytest.param(toy().replace("low, about 500 m", "fairly", 1), ":2: a: found sure 'fairly'", id="sure"),
        pytest.param(toy().replace("2026-11-24", "today", 1), ":2: a: found drawn_on 'today'", id="day"),
        pytest.param(toy().replace('"id":"b"', '"id":"a"'), "a: found the id 2 times", id="twice"),
        pytest.param(toy().replace('"id":"b"', '"id":"B 2"'), ":3: B 2: found id 'B 2'", id="bad id"),
        pytest.param(toy().replace("nothing: made up", "", 1), "a: found no drawn_from", id="basis"),
        pytest.param(toy().replace(",\n", ", \n", 1), "found another order or layout", id="layout"),
        pytest.param(
            toy().replace('"note":""', '"notes":""', 1),
            ":2: a: found the field notes, expected no such field",
            id="field",
        ),
        pytest.param("[]", "found no FeatureCollection", id="no collection"),
    ],
)
def test_check_names_what_is_wrong(text: str, message: str) -> None:
    problems = check(text)
    assert any(message in problem for problem in problems), problems
    said = " ".join(map(words("ar").problem, problems))
    assert not re.search(r"\b(found|expected|feature)\b", said), said
    assert all(problem.startswith(FILE) for problem in problems)


def test_a_hole_between_polygons_is_found() -> None:
    """A courtyard that no polygon covers: every edge fits, the union does not."""
    inner = at((37.153, 36.203), (37.157, 36.203), (37.157, 36.207), (37.153, 36.207))
    outer = at((37.15, 36.2), (37.16, 36.2), (37.16, 36.21), (37.15, 36.21))
    south = [outer[0], outer[1], inner[1], inner[0]]
    rest = [outer[1], outer[2], outer[3], outer[0], inner[0], inner[3], inner[2], inner[1]]
    said = [Properties(n, n, "حي", "x", "tests", "2026-11-24", "low, about 500 m", "") for n in ("a", "b")]
    text = to_text(Feature(s, (*r, r[0])) for s, r in zip(said, (south, rest), strict=True))
    assert any("found a hole of" in problem for problem in check(text)), check(text)


def test_all_problems_are_named_at_once() -> None:
    text = toy(a=at(1, 5, 4, 2), c=at(4, 7, 8, 6)).replace("low, about 500 m", "fairly")
    problems = check(text)
    assert sum("found sure" in p for p in problems) == 3
    assert any("crosses or touches itself" in p for p in problems)
    assert any("without a fitting neighbour" in p for p in problems)


Change = Callable[[list[Point]], list[Point]]


def saved(text: str, **changes: Change) -> str:
    """What a GeoJSON editor saves: some polygons changed, everything laid out and rounded its own way, clockwise."""
    collection = json.loads(text)
    for feature in collection["features"]:
        points = [(lon, lat) for lon, lat in feature["geometry"]["coordinates"][0]][:-1]
        points = changes.get(feature["properties"]["id"], list)(points)[::-1]
        shifted = [[lon + 2e-9, lat - 2e-9] for lon, lat in [*points, points[0]]]
        feature["geometry"] = {"type": "MultiPolygon", "coordinates": [[shifted]]}
    collection["features"].reverse()
    return json.dumps(collection, indent=2)


def swap(old: int, *new: Point) -> Change:
    return lambda points: [p for q in points for p in (new if q == NODE[old] else (q,))]


def adopted(edited: str, before: str = toy()) -> tuple[str, list[str]]:
    was, now = parse_features(before)[0], parse_features(edited)
    assert not now[1], now[1]
    after, edits = adopt(was, now[0])
    return to_text(after), edits.refused


def test_a_file_that_an_editor_only_saved_changes_nothing() -> None:
    assert adopted(saved(toy())) == (toy(), [])
    real = (HERE / FILE).read_text("utf-8")
    assert adopted(saved(real), real) == (real, [])


def test_a_vertex_moved_in_one_moves_in_all_that_shared_it() -> None:
    there = (37.1556, 36.2046)
    text, refused = adopted(saved(toy(), a=swap(5, there)))
    assert not refused
    assert check(text) == []
    assert all(there in ring(text, name) and NODE[5] not in ring(text, name) for name in "abc")


def test_a_new_vertex_on_a_shared_edge_enters_both() -> None:
    new = (37.1552, 36.2075)
    text, refused = adopted(saved(toy(), b=swap(2, NODE[2], new)))
    assert not refused
    assert check(text) == []
    assert new in ring(text, "a") & ring(text, "b")


def test_a_vertex_moved_and_another_added_beside_it() -> None:
    text, refused = adopted(saved(toy(), a=swap(5, (37.1556, 36.2048), (37.1553, 36.2075))))
    assert not refused
    assert check(text) == []
    assert (37.1556, 36.2048) in ring(text, "c")
    assert (37.1553, 36.2075) in ring(text, "b") - ring(text, "c")


def test_a_vertex_between_two_polygons_can_go_a_meeting_point_cannot() -> None:
    more = adopted(saved(toy(), b=swap(2, NODE[2], (37.1556, 36.2075))))[0]
    text, refused = adopted(saved(more, a=lambda points: [p for p in points if p != (37.1556, 36.2075)]), more)
    assert (text, refused) == (toy(), [])
    text, refused = adopted(saved(toy(), a=swap(5)))
    assert text == toy()
    assert refused == ["vertex 36.205, 37.155: found it removed by a, expected it to stay: 3 polygons meet there"]


def test_edits_that_contradict_each_other_are_listed_and_the_others_adopted() -> None:
    text, refused = adopted(
        saved(toy(), a=swap(5, (37.1556, 36.2046)), b=swap(5, (37.1544, 36.2046)), c=swap(8, (37.161, 36.199)))
    )
    assert refused == ["vertex 36.205, 37.155: found it moved in different ways by a, b, expected one way"]
    assert NODE[5] in ring(text, "a")
    assert (37.161, 36.199) in ring(text, "c")
    edited = saved(toy(), a=swap(2, (37.1552, 36.2075), NODE[2]), b=swap(2, NODE[2], (37.1549, 36.207)))
    assert "found different new vertices after it in a, b" in adopted(edited)[1][0]


def test_what_is_no_edit_of_a_polygon_is_listed() -> None:
    far = [(lon + 0.01, lat) for lon, lat in (NODE[n] for n in BLOCKS["a"])]
    assert adopted(saved(toy(), a=lambda _: far))[1] == [
        "a: found no vertex where it was, expected some to tell what moved by"
    ]
    renamed = saved(toy()).replace('"id": "b"', '"id": "d"')
    text, refused = adopted(renamed)
    assert text == toy()
    assert refused == [
        "d: found a new polygon, expected only edits of those that are there",
        "b: found no such polygon any more, expected it",
    ]
    assert "moved onto another vertex" in adopted(saved(toy(), c=swap(8, NODE[3])))[1][0]


def test_descriptions_are_adopted() -> None:
    text, refused = adopted(saved(toy()).replace('"A"', '"Alpha"'))
    assert not refused
    assert text == toy().replace('"name_en":"A"', '"name_en":"Alpha"')


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in DATA:
        shutil.copy(HERE / name, tmp_path / name)
    return tmp_path


def test_the_commands_on_the_real_city(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An editor moves one corner of al-Sha'ar, saves, and adopts; repair then finds nothing left to do."""
    assert main(["--folder", str(folder), "check"]) == 0
    before = (folder / FILE).read_text("utf-8")
    shaar = ring(before, "shaar")
    corner = next(p for p in sorted(shaar) if sum(p in f.ring for f in read_features(folder)) == 3)
    there = (round(corner[0] + 0.0002, 5), round(corner[1] + 0.0002, 5))
    edited = folder / "edited.geojson"
    edited.write_text(saved(before, shaar=lambda r: [there if p == corner else p for p in r]), "utf-8")
    assert main(["--folder", str(folder), "adopt", str(edited)]) == 0
    assert (
        "1 vertices moved, 0 added, 0 removed; 0 descriptions changed; 0 edits not adopted" in capsys.readouterr().out
    )
    assert sum(there in f.ring for f in read_features(folder)) == 3
    assert main(["--folder", str(folder), "check"]) == 0
    after = (folder / FILE).read_text("utf-8")
    (folder / FILE).write_text(saved(after), "utf-8")
    assert main(["--folder", str(folder), "check"]) == 1
    assert "MultiPolygon" not in capsys.readouterr().err
    assert main(["--folder", str(folder), "repair"]) == 0
    assert (folder / FILE).read_text("utf-8") == after


def test_an_edit_that_would_break_the_partition_is_not_written(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / FILE).read_text("utf-8")
    corner = min(ring(before, "shaar"))
    edited = folder / "edited.geojson"
    edited.write_text(saved(before, shaar=lambda r: [(37.3, 36.3) if p == corner else p for p in r]), "utf-8")
    assert main(["--folder", str(folder), "adopt", str(edited)]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert (folder / FILE).read_text("utf-8") == before
    edited.write_text("not a file of polygons", "utf-8")
    assert main(["--folder", str(folder), "adopt", str(edited)]) == 2
    assert "edited.geojson:1: found no JSON" in capsys.readouterr().err
    assert main(["--folder", str(folder), "adopt", str(folder / "nowhere.geojson")]) == 2


def test_repair_leaves_alone_what_a_person_must_mend(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / FILE
    torn = path.read_text("utf-8").replace('"Polygon"', '"Point"', 1)
    path.write_text(torn, "utf-8")
    assert main(["--folder", str(folder), "repair"]) == 2
    assert "found no Polygon" in capsys.readouterr().err
    assert path.read_text("utf-8") == torn


def test_the_picture_names_every_polygon_in_both_scripts(folder: Path) -> None:
    out = folder / "city.svg"
    assert main(["--folder", str(folder), "draw", str(out)]) == 0
    root = ElementTree.fromstring(out.read_text("utf-8"))
    texts = {node.text for node in root.iter("{http://www.w3.org/2000/svg}text")}
    for feature in read_features(folder):
        assert {feature.properties.name_en, feature.properties.name_ar} <= texts, feature.properties.id
    assert "Eye Hospital" in texts
    assert "Police Hill" not in texts  # a point that is only an estimate is not drawn
    assert main(["--folder", str(folder), "draw", str(out), "shaar"]) == 0
    near = out.read_text("utf-8")
    assert "الشعار" in near
    assert "السكري" not in near
    assert main(["--folder", str(folder), "draw", str(out), "nowhere"]) == 2
