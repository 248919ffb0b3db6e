"""The polygons: an exact partition, of our own drawing, that agrees with the public reference where it should."""

import csv
import json
import os
import statistics
from pathlib import Path

import geopandas
import pytest
import shapely

from geo.city import load_city
from geo.ground import read_ground
from geo.ground import to_text as ground_text
from geo.places import HERE, read_places
from geo.polygons import FILE, METRES, borders, canonical, edges, read_features, read_polygons, to_metres, to_text

POLYGONS = read_polygons()
IN_METRES = to_metres(POLYGONS)
CITY = load_city()
REFERENCE = "conflict-urbanism-neighborhoods.geojson"
# Places that the public reference lacks; each is drawn here, with its uncertainty.
LACKING = (
    "karm-al-tahhan", "sheikh-lutfi", "karm-al-tarrab", "tariq-al-bab", "inzarat", "turbet-lala", "hellok-fawqani",
    "hellok-tahtani", "ard-al-hamra", "maadi", "jub-al-jalabi", "bab-al-nayrab", "zaytunat", "maghayer", "jisr-al-haj",
    "karm-al-nuzha", "karm-al-beik", "mowasalat", "hashkal", "research-housing", "bani-zeid", "uwaija", "handarat",
    "old-sheikh-najjar", "aziza", "karm-al-qasr", "bab-al-hadid", "bab-al-nasr", "bab-antakya", "jub-al-qubba",
    "safsafa",
)  # fmt: skip


def test_at_least_110_polygons_tile_the_city() -> None:
    assert len(POLYGONS) >= 110
    shapes = list(IN_METRES.values())
    assert shapely.coverage_is_valid(shapes, gap_width=1)
    union = shapely.union_all(shapes)
    assert union.geom_type == "Polygon"
    assert not union.interiors
    assert sum(p.area for p in shapes) == pytest.approx(union.area, abs=1)


def test_an_edge_has_two_sides_at_most_and_runs_both_ways() -> None:
    for (a, b), sides in edges(POLYGONS).items():
        assert len(sides) in (1, 2), f"{FILE}: found {a} to {b} in {sides}, expected two polygons at most"
    lengths = borders(IN_METRES)
    a, b = IN_METRES["shaar"], IN_METRES["tariq-al-bab"]
    assert lengths["shaar", "tariq-al-bab"] == pytest.approx(a.intersection(b).length, abs=0.01)


@pytest.mark.parametrize("name", LACKING)
def test_places_that_the_reference_lacks_are_drawn_and_say_how_sure(name: str) -> None:
    said = next(f.properties for f in read_features() if f.properties.id == name)
    assert said.sure.startswith(("low", "medium"))
    assert "hand" in said.drawn_from


def test_the_files_have_their_one_form() -> None:
    for file, expected in ((FILE, to_text(read_features())), ("ground.geojson", ground_text(read_ground()))):
        path = HERE / file
        found = path.read_text("utf-8")
        if found != expected and os.environ.get("FIX"):
            path.write_text(expected, "utf-8")
        wrong = [
            f"{file}:{n}: found {a[:120]}, expected {b[:120]}"
            for n, (a, b) in enumerate(zip(found.splitlines(), expected.splitlines(), strict=False), 1)
            if a != b
        ]
        assert found == expected, "\n".join(wrong[:10]) + "\nFIX=1 (or geo.tiling repair) writes the expected form"


def test_coordinates_have_five_decimals_and_rings_run_counter_clockwise() -> None:
    for feature in read_features():
        assert canonical(feature.ring) == feature.ring
        assert shapely.Polygon(feature.ring).exterior.is_ccw
        assert all(round(n, 5) == n for point in feature.ring for n in point)


def test_an_area_holds_nothing_that_another_side_held() -> None:
    """Ramouseh is not in the opposition's south, nor the citadel in any set but the Old City as a whole."""
    theirs = ("east-aleppo", "north-sector", "south-sector", "north-of-citadel", "south-of-citadel", "last-pocket")
    wrong = [
        f"areas.csv: {area}: found {name}, held by {CITY.baseline[name].holder}; expected none that another side held"
        for area, side in [*((a, "opposition") for a in theirs), ("west-aleppo", "government")]
        for name in sorted(CITY.areas[area])
        if side not in (CITY.baseline[name].holder, *CITY.baseline[name].parties)
    ]
    assert not wrong, "\n".join(wrong)
    assert "ramouseh" not in CITY.areas["south-sector"] | CITY.areas["east-aleppo"]
    assert "citadel" in CITY.areas["old-city"] - CITY.areas["north-of-citadel"] - CITY.areas["south-of-citadel"]


def test_the_sectors_of_the_east_lie_in_the_east() -> None:
    for area in ("north-sector", "south-sector", "north-of-citadel", "south-of-citadel", "last-pocket"):
        assert CITY.areas[area] <= CITY.areas["east-aleppo"] <= CITY.areas["aleppo-city"], area
    middle = {n: IN_METRES[n].centroid.y for n in CITY.polygons}
    citadel = middle["citadel"]
    assert all(middle[n] > citadel for n in CITY.areas["north-sector"] | CITY.areas["north-of-citadel"])
    assert all(middle[n] < citadel for n in CITY.areas["south-sector"] | CITY.areas["south-of-citadel"])
    assert not CITY.areas["east-aleppo"] & CITY.areas["west-aleppo"]


def test_the_east_of_15_november_measures_40_to_50_square_kilometres() -> None:
    def km2(names: frozenset[str]) -> float:
        return sum(CITY.square_metres[n] for n in names) / 1e6

    east = CITY.areas["east-aleppo"]
    whole = frozenset(n for n in east if CITY.baseline[n].holder == "opposition")
    assert 40 <= km2(whole) < km2(east) <= 50, (km2(whole), km2(east))
    assert {CITY.baseline[n].holder for n in east} == {"opposition", "divided"}
    # docs/geography.md prints these figures
    page = (HERE.parent / "docs" / "geography.md").read_text("utf-8")
    for names in (whole, east, CITY.areas["aleppo-city"], frozenset(CITY.polygons)):
        assert f"| {len(names)} | {km2(names):.1f} |" in page, (
            f"docs/geography.md: expected | {len(names)} | {km2(names):.1f} |"
        )


def test_rows_of_the_baseline_that_look_back_say_so() -> None:
    assert all(row.basis for row in CITY.baseline.values())
    assert CITY.baseline["shaar"].hindsight  # known only because it was taken in December
    assert not CITY.baseline["bani-zeid"].hindsight  # reported in summer 2016
    # The reports of 7 and 9 December tell of attacks on al-Iza'a that its defenders repelled.
    assert CITY.baseline["izaa"].parties == ("government", "opposition")
    assert CITY.baseline["ramouseh"].holder == "government"


def test_ground_lies_on_the_map() -> None:
    union = shapely.union_all(list(POLYGONS.values()))
    for each in read_ground():
        assert each.shape().is_valid
        assert union.buffer(0.0005).contains(each.shape()), each.properties.id
        assert each.properties.drawn_from, each.properties.id
        assert each.properties.sure.startswith(("high", "medium")), each.properties.id
    kinds = {each.properties.kind for each in read_ground()}
    assert {"river", "road", "hill", "airfield"} <= kinds
    shape = {each.properties.id: each.shape() for each in read_ground()}
    assert POLYGONS["citadel"].contains(shape["citadel-hill"])
    assert POLYGONS["airport"].contains(shape["airfield"])
    assert shape["queiq-south"].intersects(POLYGONS["bustan-al-qasr"])


def reference_shapes(folder: Path) -> dict[str, shapely.Geometry]:
    """The reference polygons in metres, joined where several bear one name."""
    frame = geopandas.read_file(folder / REFERENCE).to_crs(METRES)
    return {name: shapely.union_all(list(part)) for name, part in frame.groupby("NAME").geometry}


@pytest.mark.reference
def test_units_that_both_name_overlap_with_the_reference(reference: Path) -> None:
    theirs = reference_shapes(reference)
    with (Path(__file__).parent / "reference_pairs.csv").open(encoding="utf-8") as file:
        pairs = [(row["polygons"].split(";"), row["reference"].split(";")) for row in csv.DictReader(file)]
    shares = []
    for ours, names in pairs:
        one, two = shapely.union_all([IN_METRES[n] for n in ours]), shapely.union_all([theirs[n] for n in names])
        shares.append((one.intersection(two).area / one.union(two).area, ours[0]))
    assert len(shares) >= 80
    assert statistics.median(share for share, _ in shares) >= 0.85
    worst = min(shares)
    assert worst[0] > 0.4, worst  # a pair joined by name alone would lie elsewhere


@pytest.mark.reference
@pytest.mark.parametrize("file", [FILE, "ground.geojson"])
def test_vertices_are_our_own(reference: Path, file: str) -> None:
    points = {
        tuple(p) for f in json.loads((HERE / file).read_text("utf-8"))["features"] for p in coordinates(f["geometry"])
    }
    ours = shapely.get_coordinates(list(geopandas.GeoSeries(shapely.points(sorted(points)), crs=4326).to_crs(METRES)))
    frame = geopandas.read_file(reference / REFERENCE).to_crs(METRES)
    tree = shapely.STRtree(shapely.points(shapely.get_coordinates(list(frame.geometry))))
    _, distances = tree.query_nearest(shapely.points(ours), return_distance=True, all_matches=False)
    copied = sum(d <= 0.5 for d in distances)
    assert copied <= 0.02 * len(points), f"{file}: {copied} of {len(points)} vertices lie on vertices of the reference"


def coordinates(geometry: dict[str, object]) -> list[list[float]]:
    found = geometry["coordinates"]
    assert isinstance(found, list)
    return found[0] if geometry["type"] == "Polygon" else found


@pytest.mark.reference
def test_points_agree_with_the_landmarks_that_are_fixed(reference: Path) -> None:
    with (reference / "landmarks.csv").open(encoding="utf-8") as file:
        fixed = {row["name"]: (float(row["lat"]), float(row["lon"])) for row in csv.DictReader(file)}
    places = read_places()
    for place, name in {
        "citadel": "Citadel",
        "umayyad-mosque": "Mosque, Umayyad Mosque",
        "bab-al-hadid": "Bab Hadid, City Gate",
        "bab-al-nasr": "Bab Nasr, City Gate",
        "bab-antakya": "Bab Antaki, City Gate",
    }.items():
        assert (places[place].lat, places[place].lon) == fixed[name], place
    # Fixed sites that bear a quarter's name lie in it or within 150 m.
    for place, name in {
        "qalat-al-sharif": "Qalaat Sharif, Castle",
        "sheikh-abu-bakr": "Mosque Sheikh Abu Bakr",
        "hanano-barracks": "Military Barracks (1832), Historic Building",
        "jdeydeh": "Jdeide Quarter Area",
    }.items():
        point = to_metres({"p": shapely.Point(fixed[name][::-1])})["p"]
        assert IN_METRES[place].distance(point) < 150, place
