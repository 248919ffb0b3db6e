"""The claim: dates, ids, and its one canonical line."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.claim import Claim, claim_id, day_span, read_claims, to_line

SAID = ("s1", "shaar", "captured", "government", "sohr", "asserts", "actual", "2016-12-06")


def make(**fields: object) -> Claim:
    base: dict[str, object] = {
        "id": claim_id(*SAID), "article": "s1", "level": "place", "place": "shaar", "place_text": "الشعار",
        "event": "captured", "actor": "government", "extent": "full", "claimant": "sohr", "claimant_name": "SOHR",
        "side": "monitor", "date": "2016-12-06", "quote": "x", "start": 0, "end": 1,
    }  # fmt: skip
    return Claim(**(base | fields))


@pytest.mark.parametrize(
    ("date", "first", "last"),
    [
        ("2016-12-06", "2016-12-06", "2016-12-06"),
        ("2016-11", "2016-11-01", "2016-11-30"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("2012", "2012-01-01", "2012-12-31"),
        ("2016-12-04/2016-12-05", "2016-12-04", "2016-12-05"),
        ("2012/2016-11-14", "2012-01-01", "2016-11-14"),
    ],
)
def test_dates_keep_their_precision(date: str, first: str, last: str) -> None:
    assert day_span(date) == (datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize("date", ["2016-13", "yesterday", "2016-12-06/2016-12-05", "16-12-06", "2016-12-6"])
def test_a_wrong_date_is_one_sentence(date: str) -> None:
    with pytest.raises(ValueError, match="date"):
        day_span(date)


def test_the_id_is_of_what_is_said() -> None:
    assert claim_id(*SAID) == claim_id(*SAID)
    assert len({claim_id(*SAID), claim_id(*SAID, part=True), claim_id(*SAID, value="~2/3")}) == 3
    for place in range(len(SAID)):
        assert claim_id(*SAID[:place], "another", *SAID[place + 1 :]) != claim_id(*SAID)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 10**6))
def test_a_line_comes_back_as_it_went(quote: str, start: int) -> None:
    claim = make(quote=quote, start=start, end=start + len(quote), also=((1, 2),), rules=("T:saytara",))
    line = to_line(claim)
    assert line.count(b"\n") == 1
    assert read_claims(line, "x") == ([claim], [])


def test_bad_lines_are_named_and_the_good_ones_stand() -> None:
    good = to_line(make())
    data = good + b"{nonsense\n" + good.replace(b'"captured"', b'"liberated"') + good.replace(b"-12-06", b"-13-06")
    claims, problems = read_claims(data, "claims.jsonl")
    assert claims == [make()]
    assert [problem.split(":")[1] for problem in problems] == ["2", "3", "4"]
    assert "liberated" in problems[1]
