"""The lines that reading has reached, held: on the shipped digests, on the originals, and between the two."""

import os
from pathlib import Path

import pytest

from seeds.source import read_sources
from tests.accuracy import GOLD, PAGE, claims_of, page
from tests.score import Row, read, score

FOUNDING = "articles_digests.jsonl"
# F1 that a change of rules must not fall below; raise a line when it has been passed for good.
FLOORS = {
    "articles_digests.jsonl": {"place": 0.98, "core": 0.92, "full": 0.91, "share": 0.93, "area": 0.75},
    "sources.jsonl": {"place": 0.98, "core": 0.96, "full": 0.91, "share": 0.92, "area": 0.80},
}
ORIGINALS = {"place": 0.98, "core": 0.98, "full": 0.98, "share": 0.98, "area": 0.87}
AGREEMENT = 0.90  # core F1 of the claims of a digest against those of its original


def below(result: dict[str, tuple[float, float, float]], floors: dict[str, float]) -> list[str]:
    return [
        f"{level}: found F1 {result[level][2]:.3f}, expected at least {floor}"
        for level, floor in floors.items()
        if result[level][2] < floor
    ]


@pytest.fixture(scope="module")
def digests() -> list[Row]:
    sources, problems = read_sources(originals=GOLD)
    assert not problems
    return claims_of(sources.values())


def originals_read(folder: Path) -> list[Row]:
    sources, problems = read_sources(originals=folder)
    assert not problems
    read_here = [source for source in sources.values() if source.kind == "original"]
    assert len(read_here) == 5
    return claims_of(read_here)


@pytest.mark.parametrize("name", FLOORS)
def test_the_shipped_digests_are_read_as_well_as_before(name: str, digests: list[Row]) -> None:
    assert not below(score(read(GOLD / name), digests), FLOORS[name])


@pytest.mark.originals
@pytest.mark.gold
def test_the_originals_are_read_as_well_as_before(originals: Path, gold: Path) -> None:
    rows, found = read(gold / "articles.jsonl"), originals_read(originals)
    assert not below(score(rows, found), ORIGINALS)
    for row in found:
        text = (originals / f"{row['article']}.txt").read_bytes().decode("utf-8-sig")
        assert text[row["start"] : row["end"]] == row["quote"]


@pytest.mark.originals
def test_a_digest_and_its_original_give_the_same_claims(originals: Path, digests: list[Row]) -> None:
    found = originals_read(originals)
    mine = [row for row in digests if row["article"] in {r["article"] for r in found}]
    assert score(found, mine)["core"].f1 >= AGREEMENT


def test_the_accuracy_page_says_what_is_so_now() -> None:
    now = page()
    if os.environ.get("FIX"):
        PAGE.write_text(now, "utf-8")
    assert PAGE.read_text("utf-8") == now, "docs/accuracy.md is stale: FIX=1 rewrites it"
