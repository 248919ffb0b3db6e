"""The gazetteer: every place with its spellings, its point, and the polygons that draw it."""

import csv
import io
from pathlib import Path
from typing import Literal, get_args

import msgspec

Kind = Literal["neighbourhood", "quarter", "landmark", "area", "outskirt"]
# How a place lies on the map: one polygon draws it; it lies in one; several make it up; it is a named set of
# polygons (a sector, the Old City); or no polygon holds it.
Relation = Literal["drawn", "within", "made-of", "set", "outside"]
# What a spelling needs before it counts as the place: nothing; a head noun (neighbourhood of ...), a list beside a
# sure name, or an Aleppo context.
Needs = Literal["", "head", "context"]

HERE = Path(__file__).parent
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


def read_places(folder: Path = HERE) -> dict[str, Place]:
    """All places of places.csv with their spellings of spellings.csv, in file order; DataError lists every problem."""
    spellings, problems = _read_spellings(folder / "spellings.csv")
    rows, wrong = read_rows(folder / "places.csv", PLACE_COLUMNS)
    problems += wrong
    places: dict[str, Place] = {}
    for line, row in rows:
        fields: dict[str, object] = dict(row)
        fields["lat"], fields["lon"] = (float(row[k]) if row[k] else None for k in ("lat", "lon"))
        fields["polygons"] = tuple(filter(None, row["polygons"].split(";")))
        fields["spellings"] = spellings.pop(row["id"], [])
        try:
            place = msgspec.convert(fields, Place)
        except msgspec.ValidationError as error:
            problems.append(f"places.csv:{line}: {row['id']}: {error}")
            continue
        if place.id in places:
            problems.append(f"places.csv:{line}: id {place.id} stands twice, expected once")
        places[place.id] = place
    problems += [f"spellings.csv: place {unknown} is not in places.csv" for unknown in spellings]
    if problems:
        raise DataError(problems)
    return places


def _read_spellings(path: Path) -> tuple[dict[str, list[Spelling]], list[str]]:
    rows, problems = read_rows(path, SPELLING_COLUMNS)
    found: dict[str, list[Spelling]] = {}
    for line, row in rows:
        try:
            spelling = msgspec.convert(row, Spelling)
        except msgspec.ValidationError as error:
            problems.append(f"{path.name}:{line}: {row['place']}: {error}")
            continue
        if spelling.needs not in get_args(Needs):
            problems.append(f"{path.name}:{line}: found needs {spelling.needs!r}")
        found.setdefault(spelling.place, []).append(spelling)
    return found, problems
