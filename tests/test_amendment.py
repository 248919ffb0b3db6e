"""What an amendment may say: each field alone, every figure and date of the shipped readings, nothing else."""

import pytest

from geo.claim import read_claims
from seeds.amendment import Known, check_amendment, wrong_fields
from tests.browser import ROOT
from tests.test_claim import make

KNOWN = Known({"shaar"}, {"sohr", "sana"})
CLAIMS = read_claims((ROOT / "seeds/claims.jsonl").read_bytes(), "")[0]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "yesterday-ish"), ("date", "2016-13-45"), ("date", "0000-01-01"), ("date", "2016-12-0٣"),
        ("date", "٢٠١٦"), ("date", "9999-12"), ("date", "20161206"), ("date", "2016-12-06/"),
        ("date", "2016-12-06/2016-12-01"), ("date", "2016-12-06\n"), ("date", ""), ("date", None),
        ("value", "abc"), ("value", "1/0"), ("value", "٣%"), ("of", "0"), ("of", "nowhere"), ("of", ""),
        ("claimant", "nobody-known"), ("claimant", None), ("claimant_name", ""), ("claimant_name", " "),
        ("claimant_name", "x" * 501), ("claimant_name", "a\0b"), ("relay", "zz"), ("relay", ""), ("place", "nowhere"),
        ("actor", "them"), ("level", None), ("quote", "other"), ("id", "x"),
    ],
)  # fmt: skip
def test_what_a_field_cannot_say_is_named(field: str, value: str | None) -> None:
    assert set(wrong_fields(make(), {field: value}, KNOWN)) == {field}
    with pytest.raises(ValueError, match=r"\w"):
        check_amendment(make(), {field: value}, KNOWN)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", "2016-12-06"), ("date", "2016-12"), ("date", "2012"), ("date", "2016-11-27/2016-12-06"),
        ("value", None), ("value", "lost ~13 neighbourhoods"), ("of", None), ("of", "shaar"), ("of", "unstated"),
        ("claimant", "sana"), ("relay", None), ("relay", "sana"), ("place", "shaar"), ("claimant_name", "A name"),
    ],
)  # fmt: skip
def test_what_a_field_may_say_is_taken(field: str, value: str | None) -> None:
    check_amendment(make(), {field: value}, KNOWN)


def test_a_share_needs_its_figure() -> None:
    assert set(wrong_fields(make(), {"event": "share"}, KNOWN)) == {"value"}
    assert wrong_fields(make(), {"event": "share", "value": ">60%"}, KNOWN) == {}


def test_every_field_of_every_shipped_reading_could_be_an_amendment() -> None:
    known = Known({c.place for c in CLAIMS}, {v for c in CLAIMS for v in (c.claimant, c.relay) if v})
    for claim in CLAIMS:
        fields = {
            name: getattr(claim, name)
            for name in ("place", "event", "claimant", "claimant_name", "relay", "date", "value", "of")
            if name != "date" or claim.date
        }
        assert wrong_fields(claim, fields, known) == {}
