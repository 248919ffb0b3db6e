"""Sources: what ships is whole, a broken record is named with all that is wrong, an original replaces its digest."""

import json
import shutil
from pathlib import Path

import pytest

from seeds.source import DIGESTS, read_record, read_sources

ONE = "2016-12-06-step-news-agency"
FOUNDING = (
    "000_2572b2cef950dffc",
    "001_53edab2f179b4b77",
    "002_620c49f9f88cd48c",
    "003_c61c90c4b29bbaca",
    "004_6d5e46cf97462cbf",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two shipped sources in a folder of their own."""
    for stem in (ONE, FOUNDING[0]):
        for suffix in (".json", ".txt"):
            shutil.copy(DIGESTS / f"{stem}{suffix}", tmp_path)
    return tmp_path


def change(folder: Path, stem: str, **fields: object) -> None:
    path = folder / f"{stem}.json"
    record = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps(record | fields), "utf-8")


def test_every_shipped_source_is_read_without_a_problem(tmp_path: Path) -> None:
    sources, problems = read_sources(originals=tmp_path)
    assert problems == []
    assert set(FOUNDING) < set(sources)
    assert len(sources) == len(list(DIGESTS.glob("*.txt"))) >= 35
    assert {source.kind for source in sources.values()} == {"digest"}


def test_sentence_maps_lie_within_their_digest_and_ascend(tmp_path: Path) -> None:
    sources, _ = read_sources(originals=tmp_path)
    for id_, source in sources.items():
        spans = [pair["digest"] for pair in source.record.sentence_map]
        assert spans == sorted(spans), id_
        assert all(start < end <= len(source.text) for start, end in spans), id_


def test_all_problems_come_at_once_and_the_good_source_stands(folder: Path) -> None:
    change(folder, ONE, published="6 December", url="ftp://x", title=" ")
    (folder / "stray.txt").write_text("x", "utf-8")
    sources, problems = read_sources(folder, folder / "none")
    assert list(sources) == [FOUNDING[0]]
    text = "\n".join(problems)
    for words in ("published '6 December'", "url 'ftp://x'", "empty title", "stray.txt: found a text without a record"):
        assert words in text
    assert all(problem.startswith((f"{ONE}.json: ", "stray.txt: ")) for problem in problems)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"id": "other"}, "found id 'other'"),
        ({"leaning": "both"}, "leaning"),
        ({"sentence_map": [{"digest": [9, 3]}]}, "start <= end"),
        ({"mood": "grim"}, "mood"),
    ],
)
def test_a_wrong_field_is_named(folder: Path, fields: dict[str, object], words: str) -> None:
    change(folder, ONE, **fields)
    _, problems = read_record(folder / f"{ONE}.json")
    assert len(problems) == 1
    assert words in problems[0]


def test_a_text_that_is_missing_or_not_utf_8_leaves_the_others(folder: Path) -> None:
    (folder / f"{ONE}.txt").write_bytes(b"\xff\xfe\x00")
    sources, problems = read_sources(folder, folder / "none")
    assert list(sources) == [FOUNDING[0]]
    assert problems[0].startswith(f"{ONE}.txt: found no readable text")


def test_an_original_is_read_instead_and_compared_with_the_record(folder: Path, tmp_path: Path) -> None:
    originals = tmp_path / "originals"
    originals.mkdir()
    (originals / f"{FOUNDING[0]}.txt").write_text("another text", "utf-8")
    source = read_sources(folder, originals)[0][FOUNDING[0]]
    assert (source.kind, source.text, source.same) == ("original", "another text", False)


@pytest.mark.originals
def test_the_founding_originals_are_the_recorded_ones(originals: Path) -> None:
    sources, problems = read_sources(originals=originals)
    assert problems == []
    assert [sources[id_].same for id_ in FOUNDING] == [True] * 5
