"""Texts that nobody had seen when they were scored: each round keeps the line it has reached."""

import csv
import json
from pathlib import Path

import msgspec
import pytest

from extract import read
from extract.input import from_file
from extract.record import record_for
from tests.score import Row, score
from tests.score import read as read_rows

BLIND = Path(__file__).parent / "blind"
COLUMNS = ["round", "texts", "first_core", "place", "core", "full"]
LEVELS = ("place", "core", "full")


def floors(folder: Path) -> tuple[dict[str, dict[str, str]], list[str]]:
    """The table of rounds, and where it and the folders disagree."""
    with (folder / "floors.tsv").open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, delimiter="\t")
        table = {row["round"]: row for row in reader}
        problems = (
            [] if reader.fieldnames == COLUMNS else [f"floors.tsv:1: found {reader.fieldnames}, expected {COLUMNS}"]
        )
    present = {path.name for path in folder.iterdir() if path.is_dir() and path.name != "__pycache__"}
    problems += [
        f"floors.tsv: found round {name}, expected a folder of that name" for name in sorted(table.keys() - present)
    ]
    problems += [f"{name}: found a folder, expected a row in floors.tsv" for name in sorted(present - table.keys())]
    return table, problems


def claims(folder: Path) -> tuple[list[Row], tuple[str, ...], list[str]]:
    """The claims of a round's texts, the ids of the texts, and what could not be read or stands off its offsets."""
    found: list[Row] = []
    ids, problems = [], []
    for path in sorted(folder.glob("*.txt")):
        record, wrong = record_for(path, None, seeds=folder)
        text = from_file(path)
        problems += [*wrong, *text.notes, *filter(None, [text.problem])]
        if record is None:
            continue
        ids.append(record.id)
        for claim in read(text.text, record).claims:
            found.append(msgspec.to_builtins(claim))
            if text.text[claim.start : claim.end] != claim.quote:
                problems.append(f"{path.name}: found quote {claim.quote!r} off its offsets {claim.start}-{claim.end}")
    return found, tuple(ids), problems


def shortfalls(folder: Path) -> list[str]:
    """All rounds that are missing, unlisted, incomplete or read worse than they were."""
    table, problems = floors(folder)
    for name, row in table.items():
        if not (folder / name).is_dir():
            continue
        found, ids, wrong = claims(folder / name)
        problems += [f"{name}/{one}" for one in wrong]
        if len(ids) != int(row["texts"]) or not ids:
            problems.append(f"{name}: found {len(ids)} texts with records, expected {row['texts']}")
        gold = read_rows(folder / name / "gold.jsonl")
        problems += [
            f"{name}/gold.jsonl: found article {one}, expected a text of that name"
            for one in sorted({g["article"] for g in gold} - set(ids))
        ]
        result = score(gold, found, also=ids)
        problems += [
            f"{name}: found {level} F1 {result[level].f1:.3f}, expected at least {row[level]}"
            for level in LEVELS
            if result[level].f1 < float(row[level])
        ]
    return problems


def test_every_listed_round_is_there_and_read_as_well_as_before() -> None:
    problems = shortfalls(BLIND)
    assert not problems, "\n".join(problems)


@pytest.fixture
def rounds(tmp_path: Path) -> Path:
    made = tmp_path / "one"
    made.mkdir()
    (made / "a.txt").write_text("سيطر الجيش السوري على حي الشعار.", "utf-8")
    (made / "b.txt").write_text("رفع المتظاهرون هذا الشعار في بيروت.", "utf-8")
    for name in "ab":
        (made / f"{name}.json").write_text(json.dumps({"published": "2016-12-06"}), "utf-8")
    gold = {"article": "a", "level": "place", "place": "shaar", "event": "captured", "actor": "government"}
    gold |= {"stance": "asserts", "realis": "actual", "side": "press", "date": "2016-12-06"}
    (made / "gold.jsonl").write_text(json.dumps(gold) + "\n", "utf-8")
    table = ["\t".join(COLUMNS), "\t".join(["one", "2", "1.000", "1.000", "1.000", "1.000"])]
    (tmp_path / "floors.tsv").write_text("\n".join(table) + "\n", "utf-8")
    return tmp_path


def test_a_round_that_reaches_its_floors_passes(rounds: Path) -> None:
    assert shortfalls(rounds) == []


def test_a_round_that_is_missing_unlisted_short_of_texts_or_read_worse_is_named(rounds: Path) -> None:
    (rounds / "two").mkdir()
    assert shortfalls(rounds) == ["two: found a folder, expected a row in floors.tsv"]
    (rounds / "two").rmdir()
    table = rounds / "floors.tsv"
    table.write_text(table.read_text("utf-8") + "three\t10\t0.900\t0.900\t0.900\t0.900\n", "utf-8")
    assert shortfalls(rounds) == ["floors.tsv: found round three, expected a folder of that name"]
    table.write_text(table.read_text("utf-8").split("three")[0], "utf-8")
    (rounds / "one" / "b.txt").write_text("سيطر الجيش السوري على حي المرجة.", "utf-8")
    assert [said.split(",")[0] for said in shortfalls(rounds)] == [f"one: found {level} F1 0.667" for level in LEVELS]
    (rounds / "one" / "b.json").unlink()
    assert "one: found 1 texts with records, expected 2" in shortfalls(rounds)
