"""The gazetteer: its form, its relations, and that every broken row is named with file, line, found and expected."""

import csv
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely

from geo.city import AREA_COLUMNS, BASELINE_COLUMNS, load_city
from geo.places import AREA_IDS, HERE, PLACE_COLUMNS, SPELLING_COLUMNS, DataError, read_places, read_rows, same_letters
from geo.polygons import read_polygons

PLACES = read_places()
# file -> its columns, and the order of its rows: by id; in spellings Arabic first, the shown name before the others
ORDER: dict[str, tuple[tuple[str, ...], Callable[[dict[str, str]], tuple[object, ...]]]] = {
    "places.csv": (PLACE_COLUMNS, lambda r: (r["id"],)),
    "spellings.csv": (
        SPELLING_COLUMNS,
        lambda r: (
            r["place"],
            r["language"],
            r["text"] not in (PLACES[r["place"]].name_ar, PLACES[r["place"]].name_en),
            r["text"],
        ),
    ),
    "areas.csv": (AREA_COLUMNS, lambda r: (r["area"], r["polygon"])),
    "baseline.csv": (BASELINE_COLUMNS, lambda r: (r["polygon"],)),
}


@pytest.mark.parametrize("name", ORDER)
def test_a_data_file_has_its_one_form(name: str) -> None:
    columns, key = ORDER[name]
    rows, problems = read_rows(HERE / name, columns)
    assert not problems, "\n".join(problems)
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(sorted((row for _, row in rows), key=key))
    path = HERE / name
    found, expected = path.read_text("utf-8"), out.getvalue()
    if found != expected and os.environ.get("FIX"):
        path.write_text(expected, "utf-8")
    wrong = [
        f"{name}:{n}: found {a!r}, expected {b!r}"
        for n, (a, b) in enumerate(zip(found.splitlines(), expected.splitlines(), strict=False), 1)
        if a != b
    ]
    assert found == expected, "\n".join(wrong[:20]) + "\nFIX=1 writes the expected form"


def test_the_ids_of_the_gold_standard_stay() -> None:
    assert len(PLACES) >= 168
    assert set(AREA_IDS) <= set(PLACES)
    assert {"karm-al-myassar", "karm-al-tahhan", "sheikh-lutfi", "shaar", "eye-hospital"} <= set(PLACES)


@pytest.mark.reference
def test_every_row_of_the_reference_gazetteer_is_here(reference: Path) -> None:
    with (reference / "gazetteer.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 168
    missing = [row["id"] for row in rows if row["id"] not in PLACES]
    assert not missing, f"places.csv: found no row for {missing}, expected all 168"
    # a spelling may go only where the reader makes it up itself: a head noun, or a gloss in brackets or a list
    gone = [
        f"spellings.csv: {row['id']}: found no {text!r}, expected it or its bare form"
        for row in rows
        if row["kind"] != "area"
        for text in [row["name_ar"], *filter(None, row["arabic_variants"].split(";"))]
        if "(" not in text
        and not {same_letters(text), same_letters(text.removeprefix("حي ").removeprefix("حى "))}
        & {same_letters(s.text) for s in PLACES[row["id"]].spellings}
    ]
    known = {"sakhour-bridge", "sakhour", "ansari-sharqi", "bustan-al-qasr", "sheikh-maqsoud"}  # see docs/geography.md
    assert not [g for g in gone if g.split(": ")[1] not in known], "\n".join(gone)


def test_every_place_resolves() -> None:
    polygons = read_polygons()
    wrong = [
        f"places.csv: {place.id}: found polygons {place.polygons}"
        for place in PLACES.values()
        if not set(place.polygons) <= set(polygons)
        or (place.kind in ("neighbourhood", "quarter") and place.relation not in ("drawn", "within", "made-of"))
    ]
    assert not wrong, "\n".join(wrong)


def test_points_lie_in_their_polygons() -> None:
    polygons = read_polygons()
    wrong = [
        f"places.csv: {p.id}: found the point {p.lat}, {p.lon} outside {p.polygons}, expected it inside"
        for p in PLACES.values()
        if p.polygons
        and p.lat is not None
        and not shapely.union_all([polygons[n] for n in p.polygons]).contains(shapely.Point(p.lon, p.lat))
    ]
    assert not wrong, "\n".join(wrong)


# What the news wrote, and what must stand beside it before it counts.
@pytest.mark.parametrize(
    ("place", "text", "needs"),
    [
        ("shaar", "الشعار", "head"),  # the slogan
        ("sukkari", "السكري", "head"),  # diabetes
        ("salah-al-din", "صلاح الدين", "head"),  # Saladin
        ("marjeh", "المرجة", "head"),  # a square in Damascus
        ("tariq-al-bab", "طريق الباب", "head"),  # the road to al-Bab
        ("citadel", "القلعة", "context"),
        ("north-sector", "القطاع الشمالي", "context"),
        ("karm-al-qaterji", "كرم القاطرجي", ""),
        ("masaken-hanano", "مساكن هنانو", ""),
        ("bustan-al-qasr", "بستان القصر", ""),
        ("aghyor", "أغيور", ""),
    ],
)
def test_spellings_say_what_they_need(place: str, text: str, needs: str) -> None:
    assert [s.needs for s in PLACES[place].spellings if s.text == text] == [needs]


def test_fold_makes_careless_spellings_alike() -> None:
    assert same_letters("الإنذارات") == same_letters("الانذارات")
    assert same_letters("حلب القديمة") == same_letters("حلب القديمه")
    assert same_letters("أقيول") != same_letters("أغيور")


# file, text to replace, with what, and what the message must say
BROKEN = [
    ("places.csv", "shaar,al-Sha'ar,", "Shaar!,al-Sha'ar,", "found id 'Shaar!', expected small letters"),
    ("places.csv", "36.20904", "north", "could not convert string to float"),
    ("places.csv", "36.20904", "46.20904", "expected one near Aleppo"),
    ("places.csv", "drawn,shaar", "drawn,dudu", "expected its own id"),
    ("places.csv", "drawn,shaar", "within,nowhere", "shaar: found polygon nowhere"),
    ("places.csv", "id,name_en", "name_en,id", "found columns"),
    ("spellings.csv", 'shaar,الشعار,ar,head,"also ""the slogan"""', "shaar,الشعار,ar,head,", "without a reason"),
    ("spellings.csv", "shaar,الشعار,ar,", "nobody,الشعار,ar,", "found place nobody"),
    ("spellings.csv", "shaar,الشعار,ar,", "shaar,الشعار,en,", "expected the language of its letters"),
    ("spellings.csv", "sakhour,الصاخور,", "sakhour,الحيدرية,", "expected one place, or needs and a reason"),
    ("areas.csv", "last-pocket,sukkari", "last-pocket,nowhere", "nowhere: found no such polygon"),
    ("areas.csv", "last-pocket,sukkari", "lost-pocket,sukkari", "lost-pocket, sukkari: found no such area"),
    ("baseline.csv", "shaar,opposition,", "shaar,divided,", "shaar: found parties ''"),
    ("baseline.csv", "shaar,opposition,", "shaar,rebels,", "found holder 'rebels'"),
    ("baseline.csv", "shaar,opposition,", "sukkari,opposition,", "found no row for shaar"),
    ("neighborhoods.geojson", '"name_en":"al-Sha\'ar",', "", "found no name_en"),
    ("neighborhoods.geojson", '"name_en":"al-Sha\'ar"', '"name_en":"Shaar"', "shaar: found the names Shaar, الشعار"),
    ("neighborhoods.geojson", '"type":"Polygon"', '"type":"Point"', "found no Polygon"),
    ("neighborhoods.geojson", '{"type":"FeatureCollection"', "{", "found no JSON"),
]


@pytest.mark.parametrize(("name", "old", "new", "message"), BROKEN)
def test_a_broken_row_is_named(tmp_path: Path, name: str, old: str, new: str, message: str) -> None:
    for file in (*ORDER, "neighborhoods.geojson"):
        shutil.copy(HERE / file, tmp_path / file)
    text = (tmp_path / name).read_text("utf-8")
    assert old in text
    (tmp_path / name).write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DataError) as caught:
        load_city(tmp_path)
    assert any(
        message in p and p.startswith(("places", "spell", "areas", "base", "neigh")) for p in caught.value.problems
    ), caught.value.problems


def test_all_problems_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_city(tmp_path)
    named = {problem.split(":")[0] for problem in caught.value.problems}
    assert named >= {"places.csv", "spellings.csv", "areas.csv", "baseline.csv", "neighborhoods.geojson"}
