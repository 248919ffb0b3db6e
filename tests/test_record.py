"""Which record a file on the command line gets, and what is said when there is none or a bad one."""

import json
from pathlib import Path

import pytest

from extract.record import is_day, read_partial, record_for
from seeds.source import DIGESTS


def test_the_record_beside_the_file_comes_first_then_seeds_then_the_day_given(tmp_path: Path) -> None:
    path = tmp_path / "000_2572b2cef950dffc.txt"
    in_seeds, wrong = record_for(path, "2016-01-01")
    assert not wrong
    assert in_seeds is not None
    assert (in_seeds.published, in_seeds.agency) == ("2016-12-05", "AFP")
    path.with_suffix(".json").write_text(json.dumps({"published": "2016-11-30", "leaning": "government"}), "utf-8")
    beside, wrong = record_for(path, "2016-01-01")
    assert not wrong
    assert beside is not None
    assert (beside.id, beside.published, beside.leaning) == (path.stem, "2016-11-30", "government")
    given, wrong = record_for(tmp_path / "other.txt", "2016-12-01")
    assert not wrong
    assert given is not None
    assert (given.id, given.published, given.leaning) == ("other", "2016-12-01", "none")


def test_without_a_record_or_a_day_a_file_cannot_be_read(tmp_path: Path) -> None:
    record, wrong = record_for(tmp_path / "x.txt", None)
    assert record is None
    assert wrong == [
        f"{tmp_path / 'x.txt'}: found no record x.json beside it or in seeds/, expected one or --published DATE"
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("{", "truncated"),
        ("[]", "Expected `object`"),
        ("[" * 100_000, "array"),
        ("{}", "published"),
        ('{"published": "6 December"}', "found published '6 December', expected a day like 2016-12-06"),
        ('{"published": "20161206"}', "found published '20161206'"),
        ('{"published": "2016-12-06", "leaning": "left"}', "leaning"),
        ('{"published": "2016-12-06", "id": "y"}', "found id 'y', expected 'x', the name of the file"),
        ('{"published": 5}', "Expected `str`"),
    ],
)
def test_a_bad_record_is_named_in_one_line(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, "utf-8")
    record, wrong = read_partial(path)
    assert record is None
    assert len(wrong) == 1
    assert wrong[0].startswith(f"{path}: ")
    assert said in wrong[0]
    assert "\n" not in wrong[0]


def test_what_a_record_adds_of_its_own_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_text('{"published": "2016-12-06", "remark": "mine"}', "utf-8")
    assert read_partial(path)[1] == []


def test_every_record_of_seeds_is_found_by_its_name() -> None:
    for path in DIGESTS.glob("*.txt"):
        record, wrong = record_for(Path("elsewhere") / path.name, None)
        assert not wrong
        assert record is not None
        assert record.id == path.stem


def test_a_day_is_a_day() -> None:
    assert is_day("2016-02-29")
    assert not any(map(is_day, ("2015-02-29", "2016-2-9", "2016-12", "", "2016-12-06T00:00")))
