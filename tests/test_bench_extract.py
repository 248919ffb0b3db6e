"""The benchmark of reading runs, and measures the same texts everywhere."""

import hashlib

import pytest

from tests.bench.archive import archive, vocabulary
from tests.bench.bench_extract import NAMES, main, ratio, scan, without_names


def test_the_archive_is_the_same_on_every_machine() -> None:
    texts = archive(0.05, NAMES)
    assert hashlib.sha256("\n".join(texts).encode()).hexdigest()[:16] == "cbfd21fa01056112"
    assert archive(0.05, NAMES) == texts
    assert archive(0.05, NAMES, seed=2) != texts


def test_the_archive_is_varied_and_names_places_where_it_should() -> None:
    texts = archive(1, NAMES)
    words = " ".join(texts).split()
    assert len(set(words)) > 15_000
    sentences = [sentence for text in texts for sentence in text.split(".") if sentence.strip()]
    naming = sum(any(name in sentence for name in NAMES) for sentence in sentences)
    assert 0.07 < naming / len(sentences) < 0.13
    assert len(set(vocabulary())) > 1_500
    look = scan()
    assert look("سيطر على حي الشعار")
    empty = without_names(0.1)
    assert sum(len(text.encode()) for text in empty) >= 100_000


def test_ratios_are_taken_round_by_round() -> None:
    assert ratio({"a": [2.0, 4.0, 6.0], "b": [1.0, 2.0, 3.0]}, "a", "b") == "2.00 x (2.00-2.00)"
    assert ratio({"a": [3.0], "b": [2.0]}, "a", "b") == "1.50 x (1.50-1.50)"


def test_the_benchmark_prints_every_lot(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--megabytes", "0.02", "--rounds", "1"])
    said = capsys.readouterr().out
    for part in ("archive mix", "no place named", "shipped digests: 35 texts", "microseconds a claim", "of bare scan"):
        assert part in said
