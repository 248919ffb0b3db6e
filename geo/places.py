"""The gazetteer: every place with its spellings, its point, and the polygons that draw it."""

import csv
import io
import re
from pathlib import Path
from typing import Literal

import msgspec

Kind = Literal["neighbourhood", "quarter", "landmark", "area", "outskirt"]
# How a place lies on the map: one polygon draws it; it lies in one; several make it up; it is a named set of
# polygons (a sector, the Old City); or no polygon holds it.
Relation = Literal["drawn", "within", "made-of", "set", "outside"]
# What a spelling needs before it counts as the place: nothing; a head noun (neighbourhood of ...), a list beside a
# sure name, or an Aleppo context.
Needs = Literal["", "head", "context"]

HERE = Path(__file__).parent
# How sure a point is: within some 100 m; within some 300-600 m; one polygon or sector at best; the middle of a set.
CONFIDENCE = ("high", "medium", "medium-low", "low", "composite")
# The nine ids that a claim names at level `area`.
AREA_IDS = (
    "east-aleppo",
    "west-aleppo",
    "north-sector",
    "south-sector",
    "old-city",
    "north-of-citadel",
    "south-of-citadel",
    "last-pocket",
    "aleppo-city",
)


class Spelling(msgspec.Struct, frozen=True):
    """One way of writing a place. `needs` says what must stand beside it, `reason` why."""

    place: str
    text: str
    language: Literal["ar", "en"]
    needs: Needs
    reason: str


class Place(msgspec.Struct, frozen=True):
    """A named place. The point is WGS 84 degrees; `polygons` are ids of features in neighborhoods.geojson."""

    id: str
    name_en: str
    name_ar: str
    kind: Kind
    lat: float | None
    lon: float | None
    point_basis: str
    confidence: str
    relation: Relation
    polygons: tuple[str, ...]
    note: str
    spellings: tuple[Spelling, ...] = ()


class DataError(Exception):
    """Data files that cannot be used; `problems` lists all of them as `file:line: found, expected`."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read_rows(path: Path, columns: tuple[str, ...]) -> tuple[list[tuple[int, dict[str, str]]], list[str]]:
    """Rows of a CSV file with their line numbers, and what is wrong with its form."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        return [], [f"{path.name}: cannot be read: {error}"]
    reader = csv.DictReader(io.StringIO(text), strict=True)
    if tuple(reader.fieldnames or ()) != columns:
        return [], [f"{path.name}:1: found columns {reader.fieldnames}, expected {list(columns)}"]
    rows: list[tuple[int, dict[str, str]]] = []
    problems: list[str] = []
    try:
        for row in reader:
            if None in row or None in row.values():
                problems.append(
                    f"{path.name}:{reader.line_num}: found a row of another length, expected {len(columns)}"
                )
            else:
                rows.append((reader.line_num, row))
    except csv.Error as error:
        problems.append(f"{path.name}:{reader.line_num}: {error}")
    return rows, problems


PLACE_COLUMNS = (
    "id", "name_en", "name_ar", "kind", "lat", "lon", "point_basis", "confidence", "relation", "polygons", "note",
)  # fmt: skip
SPELLING_COLUMNS = ("place", "text", "language", "needs", "reason")


FOLDED = str.maketrans("أإآٱىةؤئ", "اااايهوي", "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670")


def same_letters(text: str) -> str:
    """The spelling as a reader of careless Arabic (or of English capitals) sees it: two alike are one."""
    return text.translate(FOLDED).casefold()


def read_places(folder: Path = HERE) -> dict[str, Place]:
    """All places of places.csv with their spellings of spellings.csv, in file order; DataError lists every problem."""
    spellings, problems = _read_spellings(folder / "spellings.csv")
    rows, wrong = read_rows(folder / "places.csv", PLACE_COLUMNS)
    problems += wrong
    places: dict[str, Place] = {}
    for line, row in rows:
        fields: dict[str, object] = dict(row)
        try:
            fields["lat"], fields["lon"] = (float(row[k]) if row[k] else None for k in ("lat", "lon"))
            fields["polygons"] = tuple(filter(None, row["polygons"].split(";")))
            fields["spellings"] = spellings.pop(row["id"], [])
            place = msgspec.convert(fields, Place)
        except ValueError as error:  # msgspec's own errors are ValueErrors too
            problems.append(f"places.csv:{line}: {row['id']}: {error}")
            continue
        problems += [f"places.csv:{line}: {place.id}: {wrong}" for wrong in _wrong_with(place, places)]
        places[place.id] = place
    problems += [f"spellings.csv: found place {unknown}, expected one of places.csv" for unknown in spellings]
    problems += _two_places(places)
    if problems:
        raise DataError(problems)
    return places


def _wrong_with(place: Place, before: dict[str, Place]) -> list[str]:
    """What is wrong with one row, each as `found, expected`."""
    wrong = []
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", place.id):
        wrong.append(f"found id {place.id!r}, expected small letters and hyphens")
    if place.id in before:
        wrong.append("found the id a second time, expected once")
    if (place.lat is None) != (place.lon is None):
        wrong.append("found half a point, expected lat and lon or neither")
    if place.lat is not None and place.lon is not None and not (36 < place.lat < 36.4 and 36.9 < place.lon < 37.4):
        wrong.append(f"found the point {place.lat}, {place.lon}, expected one near Aleppo (36.0-36.4, 36.9-37.4)")
    if not place.point_basis or place.confidence not in CONFIDENCE:
        wrong.append(
            f"found confidence {place.confidence!r}, basis {place.point_basis!r}; expected {CONFIDENCE}, a basis"
        )
    expected = {"drawn": 1, "within": 1, "made-of": 2, "set": 0, "outside": 0}[place.relation]
    if len(place.polygons) != expected and not (place.relation == "made-of" and len(place.polygons) > 1):
        wrong.append(f"found {len(place.polygons)} polygons, expected {expected} for a place that is {place.relation}")
    if place.relation == "drawn" and place.polygons != (place.id,):
        wrong.append(f"found polygon {place.polygons}, expected its own id for a place that is drawn")
    if (place.relation == "set") != (place.id in AREA_IDS) or (place.kind == "area") != (place.id in AREA_IDS):
        wrong.append(f"found {place.kind}, {place.relation}; expected `area` and `set` for exactly {AREA_IDS}")
    texts = {spelling.text for spelling in place.spellings}
    wrong += [f"found no spelling {n!r}, expected both names" for n in (place.name_en, place.name_ar) if n not in texts]
    return wrong


def _two_places(places: dict[str, Place]) -> list[str]:
    """Spellings alike after folding: within one place one is too many; of two places both need a rule and a reason."""
    alike: dict[str, list[Spelling]] = {}
    for place in places.values():
        for spelling in place.spellings:
            alike.setdefault(same_letters(spelling.text), []).append(spelling)
    problems = []
    for rows in alike.values():
        named = [row.place for row in rows]
        if len(set(named)) < len(named):
            problems.append(f"spellings.csv: found {rows[-1].text!r} twice for one place of {named}, expected once")
        elif len(named) > 1 and not all(row.needs and row.reason for row in rows):
            problems.append(
                f"spellings.csv: found {rows[0].text!r} for {' and '.join(named)}, "
                "expected one place, or needs and a reason in both rows"
            )
    return problems


def _read_spellings(path: Path) -> tuple[dict[str, list[Spelling]], list[str]]:
    rows, problems = read_rows(path, SPELLING_COLUMNS)
    found: dict[str, list[Spelling]] = {}
    for line, row in rows:
        at = f"{path.name}:{line}: {row['place']}"
        try:
            spelling = msgspec.convert(row, Spelling)
        except msgspec.ValidationError as error:
            problems.append(f"{at}: {error}")
            continue
        if spelling.needs and not spelling.reason:
            problems.append(f"{at}: found needs {spelling.needs!r} without a reason, expected one")
        if not spelling.text or spelling.text != " ".join(spelling.text.split()):
            problems.append(f"{at}: found {spelling.text!r}, expected words with single spaces")
        if (spelling.language == "ar") != bool(re.search("[\u0621-\u064a]", spelling.text)):
            problems.append(
                f"{at}: found {spelling.text!r} as {spelling.language}, expected the language of its letters"
            )
        found.setdefault(spelling.place, []).append(spelling)
    return found, problems
