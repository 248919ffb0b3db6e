"""The city's script: complete, sent as data, named by its content, and refused with a reason when it cannot be."""

import json
import re
from pathlib import Path

import pytest

from geo.city import load_city
from geo.places import HERE, DataError
from geo.polygons import read_polygons
from tests.test_escape import HOSTILE
from tests.toy_city import toy_city, toy_polygons
from ui.map_city import GROUND, KEPT, city_data, points, publish, read_ground, script

# A first visit may cost 600 kB beyond Streamlit's own files; this script is most of it (sizes without compression).
LARGEST = 330_000


def test_the_city_of_the_project_is_whole_and_small() -> None:
    city = load_city()
    data = city_data(city, read_polygons(), read_ground(HERE / "ground.geojson"))
    assert tuple(data["ids"]) == city.polygons
    assert {line["kind"] for line in data["ground"]} <= set(GROUND)
    assert sorted(data["order"]) == list(range(len(city.polygons)))
    assert all(room > 20 for room in data["room"])
    assert [landmark[0] for landmark in data["landmarks"]] == list(points(city))
    assert {"eye-hospital", "sakhour-bridge"} <= set(points(city)) <= set(city.places) - set(city.polygons)
    assert len(script(data)) < LARGEST


def test_names_travel_as_data_only() -> None:
    city = toy_city({f"block-0-{n}": (text, text) for n, text in enumerate(HOSTILE)})
    content = script(city_data(city, toy_polygons(), [])).decode()
    (written,) = re.findall(r"window\.eastAleppo = \{ city: JSON\.parse\((\".*\")\) \};", content)
    names = dict(zip(city.polygons, json.loads(json.loads(written))["names"], strict=True))
    for n, text in enumerate(HOSTILE):
        assert names[f"block-0-{n}"] == [text, text]


def test_the_script_asks_no_other_host() -> None:
    content = script(city_data(toy_city(), toy_polygons(), [])).decode()
    addresses = set(re.findall(r"""(?:url\(|src=|href=|fetch\(|import\()["']?(https?:[^"')\s]*)""", content))
    assert addresses <= {"https://leafletjs.com"}  # the link of a control that this map does not show


def test_a_script_is_named_by_what_it_holds(tmp_path: Path) -> None:
    name = publish(b"one", tmp_path)
    assert publish(b"one", tmp_path) == name
    assert (tmp_path / name).read_bytes() == b"one"
    others = [publish(str(n).encode(), tmp_path) for n in range(KEPT + 3)]
    assert len({name, *others}) == KEPT + 4
    assert len(list(tmp_path.iterdir())) == KEPT
    assert (tmp_path / others[-1]).exists()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    with pytest.raises(DataError, match="the map's script cannot be written there"):
        publish(b"x", blocked)


def test_a_missing_ground_layer_leaves_the_map_standing(tmp_path: Path) -> None:
    assert read_ground(tmp_path / "ground.geojson") == []


def test_all_problems_of_shapes_are_told_at_once() -> None:
    city = toy_city()
    polygons = toy_polygons()
    del polygons["block-3-3"], polygons["block-4-4"]
    with pytest.raises(DataError) as found:
        city_data(city, polygons, [])
    assert found.value.problems == [
        f"polygon {id_}: found no shape, expected one" for id_ in ("block-3-3", "block-4-4")
    ]
