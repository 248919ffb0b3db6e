"""The scorer counts as its docstring says, and as the program that it was taken from."""

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.score import fits, read, score

HERE = Path(__file__).parent


def row(
    place: str = "shaar", event: str = "captured", date: str | None = "2016-12-05", **more: object
) -> dict[str, object]:
    fields = {"article": "a", "level": "place", "place": place, "event": event, "actor": "government", "side": "press"}
    return fields | {"stance": "asserts", "realis": "actual", "date": date} | more


def test_levels_count_sets_and_only_articles_that_the_gold_names() -> None:
    gold = [row(), row(), row("marjeh")]
    found = [row(), row("marjeh", "lost"), row(article="b")]
    result = score(gold, found)
    assert result["place"] == (1, 1, 1)
    assert result["core"] == (0.5, 0.5, 0.5)
    assert score(gold, found, also=("b",))["place"].precision == 2 / 3
    assert score([], [])["core"] == (1, 1, 1)


@pytest.mark.parametrize(
    ("found", "gold", "fit"),
    [
        ("2016-12-05", "2016-12-05", True),
        ("2016-12-04/2016-12-06", "2016-12-05", True),
        ("2016-12-03/2016-12-06", "2016-12-05", False),  # three days longer
        ("2016-12", "2016-12-05", False),
        ("2016-12-05", "2016-12", True),
        ("2016-12-04", "2016-12-05", False),
        (None, None, True),
        (None, "2016-12-05", False),
    ],
)
def test_dates_fit_if_they_overlap_and_are_not_much_longer(found: str | None, gold: str | None, fit: bool) -> None:
    assert fits(found, gold) is fit


@pytest.mark.gold
def test_the_scores_are_those_of_the_shared_program(gold: Path, tmp_path: Path) -> None:
    wanted = read(HERE / "gold" / "sources.jsonl")
    rng = random.Random(5)
    found = [
        r | {"place": rng.choice(["shaar", r["place"], r["place"]]), "date": rng.choice([r["date"], None])}
        for r in wanted
    ]
    claims = tmp_path / "claims.jsonl"
    claims.write_text("".join(json.dumps(r) + "\n" for r in rng.sample(found, 250)), "utf-8")
    said = [
        subprocess.run(
            [sys.executable, program, HERE / "gold" / "sources.jsonl", claims, "--show", "9"],
            capture_output=True, text=True, check=True,
        ).stdout
        for program in (gold.parent / "score.py", HERE / "score.py")
    ]  # fmt: skip
    assert said[0] == said[1]
    assert "F1 0." in said[0]
