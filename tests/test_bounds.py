"""Edited boundaries at the desk: neighbours follow what one polygon changes; what does not tile is refused in words."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from geo.places import Place, read_places
from geo.polygons import Feature, parse_features, read_features, read_polygons, to_text
from seeds.decision import MoveBoundary, MovePoint
from tests.desk_app import PATIENCE, DeskApp, section, settled, sign_in, type_in
from ui.desk_bounds import propose, stamped
from ui.desk_point import can_move, outside

NOW = read_features()
Edit = Callable[[dict], None]


def shared() -> tuple[int, int, list[str]]:
    """A vertex that just two polygons share: the feature's position, the vertex's, and the ids of both."""
    meeting: dict[tuple[float, float], list[str]] = {}
    for feature in NOW:
        for point in feature.ring[:-1]:
            meeting.setdefault(point, []).append(feature.properties.id)
    for number, feature in enumerate(NOW):
        for at, point in enumerate(feature.ring[1:-1], 1):
            if len(meeting[point]) == 2:
                return number, at, meeting[point]
    raise AssertionError("no two polygons share a vertex")


NUMBER, AT, BOTH = shared()
SHAPES = read_polygons()


def edited(edit: Edit) -> bytes:
    collection = json.loads(to_text(NOW))
    edit(collection)
    return json.dumps(collection).encode()


def ring(collection: dict) -> list:
    return next(
        f["geometry"]["coordinates"][0]
        for f in collection["features"]
        if f["properties"]["id"] == NOW[NUMBER].properties.id
    )


def nudge(collection: dict) -> None:
    x, y = NOW[NUMBER].ring[AT]
    points = ring(collection)
    points[points.index([x, y])] = [round(x + 0.00003, 5), y]


def test_the_file_as_it_is_changes_nothing() -> None:
    rings, _, problems = propose(NOW, to_text(NOW).encode(), "a.geojson")
    assert (rings, problems) == ({}, [])


def test_a_vertex_moved_in_one_polygon_moves_in_both() -> None:
    rings, _, problems = propose(NOW, edited(nudge), "a.geojson")
    assert problems == []
    assert sorted(rings) == sorted(BOTH)
    x, y = NOW[NUMBER].ring[AT]
    assert all([round(x + 0.00003, 5), y] in moved[0] for moved in rings.values())


def test_a_file_from_before_another_boundary_moved_is_refused() -> None:
    taken = json.loads(stamped(NOW, 3))
    nudge(taken)
    data = json.dumps(taken).encode()
    assert propose(NOW, data, "a.geojson", 3)[2] == []
    (problem,) = propose(NOW, data, "a.geojson", 4)[2]
    assert "before decision 4" in problem


def far(collection: dict) -> None:
    points = ring(collection)
    points[AT] = [37.5, 36.4]


def gone(collection: dict) -> None:
    collection["features"].pop(NUMBER)


def new(collection: dict) -> None:
    feature = json.loads(json.dumps(collection["features"][NUMBER]))
    feature["properties"]["id"] = "somewhere"
    collection["features"].append(feature)


def infinite(collection: dict) -> None:
    ring(collection)[AT] = [float("inf"), float("nan")]


def huge(collection: dict) -> None:
    ring(collection)[AT] = [1e308, -1e308]


def many(collection: dict) -> None:
    x, y = NOW[NUMBER].ring[AT]
    ring(collection)[AT:AT] = [[round(x + n * 0.00001, 5), y] for n in range(20_000)]


@pytest.mark.parametrize("edit", [far, gone, new, infinite, huge, many])
def test_what_breaks_the_partition_is_refused(edit: Edit) -> None:
    _, _, problems = propose(NOW, edited(edit), "a.geojson")
    assert problems
    assert all("expected" in problem for problem in problems)


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"\xff\xfe{", b'{"type":"FeatureCollection","features":[1,null,{"properties":{"id":{}}}]}',
     b"[" * 200_000, b'{"a":' * 100_000, "الشعار".encode("cp1256")],
)  # fmt: skip
def test_what_is_no_geojson_is_one_or_more_sentences(data: bytes) -> None:
    rings, after, problems = propose(NOW, data, "a.geojson")
    assert (rings, after) == ({}, None)
    assert problems


def test_hostile_properties_reach_no_decision() -> None:
    def rename(collection: dict) -> None:
        for feature in collection["features"]:
            feature["properties"]["note"] = "{{ 7 * 7 }}<img src=x onerror=window.ran=1>"
        nudge(collection)

    rings, _, problems = propose(NOW, edited(rename), "a.geojson")
    assert problems == []
    assert "7 * 7" not in json.dumps(rings)


@pytest.mark.parametrize("place", [p for p in read_places().values() if can_move(p)], ids=lambda p: p.id)
def test_every_landmark_lies_in_its_polygon_and_may_not_leave_it(place: Place) -> None:
    assert place.lat is not None
    assert place.lon is not None
    assert outside(place, place.lat, place.lon, SHAPES) == ""
    assert "expected it in" in outside(place, 36.0, 37.0, SHAPES)


@pytest.mark.browser
def test_a_boundary_is_proposed_looked_at_and_decided(page: Page, desk_app: DeskApp) -> None:
    sign_in(page, desk_app.address)
    section(page, 3)
    with page.expect_download() as started:
        page.locator(".st-key-desk").get_by_test_id("stDownloadButton").locator("button").click()
    features, problems = parse_features(started.value.path().read_text("utf-8"))
    assert (features, problems) == (_canonical(NOW), [])
    upload = {"name": "a.geojson", "mimeType": "application/geo+json"}
    page.locator("input[type=file]").set_input_files({**upload, "buffer": edited(far)})
    expect(page.locator(".notice[role=alert]")).to_be_visible(timeout=PATIENCE)
    page.locator("input[type=file]").set_input_files({**upload, "buffer": edited(nudge)})
    expect(page.locator(".notice[role=alert]")).to_have_count(0, timeout=PATIENCE)
    settled(page)
    type_in(page, page.locator(".st-key-bounds-reason textarea"), "the street runs so")
    page.locator(".st-key-save-bounds button").click()
    expect(page.locator(".notice")).to_contain_text("Recorded as decision 1", timeout=PATIENCE)
    store = desk_app.store()
    (row,) = store.read()
    assert isinstance(row.what, MoveBoundary)
    assert sorted(row.what.coordinates) == sorted(BOTH)
    # A landmark may move inside its polygon, and not out of it.
    settled(page)
    page.locator(".st-key-desk").get_by_text("Move a landmark").click()
    point = page.locator(".st-key-point-place input")
    expect(point).to_be_visible(timeout=PATIENCE)
    page.wait_for_timeout(500)  # it unfolds
    point.click()
    point.press_sequentially("Baedeen round")
    page.get_by_role("option", name="Baedeen roundabout").click()
    settled(page)
    lat = page.locator(".st-key-lat-baedeen-roundabout input")
    type_in(page, lat, "36.00000")
    expect(page.locator(".notice[role=alert]")).to_contain_text("expected it in baedeen", timeout=PATIENCE)
    type_in(page, lat, "36.23760")
    type_in(page, page.locator(".st-key-point-basis-baedeen-roundabout input"), "a street plan")
    type_in(page, page.locator(".st-key-point-reason-baedeen-roundabout textarea"), "it stood further south")
    page.locator(".st-key-save-point button").click()
    expect(page.locator(".notice").first).to_contain_text("Recorded as decision 2", timeout=PATIENCE)
    assert store.read()[-1].what == MovePoint(36.2376, 37.1842, "a street plan")
    store.close()
    # Readers' map is another city now, and draws.
    page.goto(f"{desk_app.address}/?day=2016-12-06&lang=en")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".leaflet-container")).to_have_attribute("data-day", "2016-12-06", timeout=PATIENCE)


def _canonical(features: list[Feature]) -> list[Feature]:
    return parse_features(to_text(features))[0]
