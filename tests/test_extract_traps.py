"""The traps in the founding articles, at their offsets; tests/reading/traps.tsv has near-misses in own words."""

import json
from pathlib import Path

import pytest

import extract
from geo.claim import Claim
from seeds.source import DIGESTS, read_record

pytestmark = pytest.mark.originals

# trap, article, offset in the original, what must be claimed there ("-" before it: must not be claimed there)
TRAPS = [
    (1, "002", 2048, "shaar captured government denies actual opposition"),
    (1, "002", 2118, "shaar clashes government asserts actual opposition"),
    (2, "002", 1940, "shaar captured government asserts actual monitor"),
    (2, "002", 2000, "marjeh captured government unconfirmed actual monitor"),
    (2, "002", 2000, "karm-al-qaterji captured government unconfirmed actual monitor"),
    (2, "002", 2000, "-shaar captured government unconfirmed actual monitor"),
    (3, "002", 1810, "shaar captured government asserts actual government"),
    (3, "002", 1810, "marjeh captured government asserts actual government"),
    (3, "002", 1810, "-old-city captured government asserts actual government"),
    (3, "002", 20, "old-city entered government asserts attempted press"),
    (3, "002", 20, "-old-city captured government asserts actual press"),
    (4, "003", 410, "east-aleppo lost government denies actual government"),
    (4, "003", 490, "shaar entered government asserts actual government"),
    (4, "003", 490, "-shaar entered government denies actual government"),
    (5, "003", 2120, "karm-al-myassar captured opposition denies actual government"),
    (5, "003", 2150, "karm-al-myassar captured government asserts actual government"),
    (6, "000", 660, "karm-al-myassar captured government asserts actual monitor"),
    (6, "000", 1640, "shaar captured government asserts conditional monitor"),
    (6, "000", 1640, "-shaar captured government asserts actual monitor"),
    (7, "000", 1365, "shaar captured government asserts intended monitor"),
    (7, "003", 540, "shaar captured government asserts conditional press"),
    (7, "003", 945, "shaar captured government asserts conditional monitor"),
    (7, "000", 1500, "shaar captured government asserts conditional monitor"),
    (8, "004", 520, "shaar captured government asserts intended monitor"),
    (8, "004", 70, "east-aleppo entered government asserts attempted press"),
    (9, "000", 1860, "sheikh-saeed clashes government asserts actual monitor"),
    (9, "000", 1870, "sheikh-lutfi clashes government asserts actual monitor"),
    (9, "000", 1940, "bustan-al-qasr attack government asserts actual monitor"),
    (9, "000", 1960, "salah-al-din attack government asserts actual monitor"),
    (9, "000", 1940, "-west-aleppo attack government asserts actual monitor"),
    (10, "000", 670, "karm-al-qaterji captured government asserts actual monitor"),
    (10, "000", 690, "karm-al-tahhan captured government asserts actual monitor"),
    (11, "004", 410, "karm-al-myassar captured government asserts actual government"),
    (11, "004", 430, "karm-al-tahhan captured government asserts actual government"),
    (12, "003", 1920, "karm-al-myassar captured opposition asserts actual opposition"),
    (12, "003", 1935, "karm-al-qaterji captured opposition asserts actual opposition"),
    (13, "003", 1840, "eye-hospital captured opposition asserts actual opposition"),
    (13, "003", 1840, "-qadi-askar captured opposition asserts actual opposition"),
    (14, "003", 360, "qadi-askar captured opposition asserts actual opposition"),
    (14, "003", 1670, "east-aleppo captured opposition asserts actual opposition"),
    (15, "003", 1590, "west-aleppo shelled unknown asserts actual government"),
    (17, "000", 745, "east-aleppo share government asserts actual monitor"),
    (17, "003", 240, "east-aleppo share government asserts actual monitor"),
    (18, "002", 440, "east-aleppo share government asserts actual government"),
    (18, "002", 560, "east-aleppo share government asserts actual government"),
    (18, "004", 118, "east-aleppo share government asserts actual press"),
    (18, "004", 1453, "north-sector captured government asserts actual press"),
    (20, "000", 2245, "-east-aleppo withdrew opposition asserts actual monitor"),
    (23, "001", 0, "-aleppo-city controls government asserts actual press"),
    (24, "001", 60, "east-aleppo captured government asserts actual monitor"),
    (24, "001", 870, "east-aleppo withdrew opposition denies intended opposition"),
    (25, "003", 1830, "eye-hospital captured opposition asserts actual opposition"),
    (26, "002", 1803, "karm-al-qaterji captured government asserts actual government"),
]
ELSEWHERE = [("003", 637), ("003", 2198), ("003", 2301), ("003", 2479), ("003", 2553), ("004", 323)]


def claims(originals: Path) -> dict[str, tuple[str, tuple[Claim, ...]]]:
    found = {}
    for path in sorted(originals.glob("00*.txt")):
        record, wrong = read_record(DIGESTS / f"{path.stem}.json")
        assert record is not None
        assert wrong == []
        text = path.read_bytes().decode("utf-8-sig")
        found[path.stem[:3]] = text, extract.read(text, record).claims
    return found


def at(claims: tuple[Claim, ...], offset: int) -> list[str]:
    return [
        f"{c.place} {c.event} {c.actor} {c.stance} {c.realis} {c.side}"
        for c in claims
        if any(start <= offset < end for start, end in ((c.start, c.end), *c.also))
    ]


def test_every_trap_is_read_at_its_offset(originals: Path) -> None:
    found = claims(originals)
    wrong = []
    for trap, article, offset, what in TRAPS:
        there = at(found[article][1], offset)
        unwanted = what.startswith("-")
        if (what.lstrip("-") in there) == unwanted:
            wrong.append(f"trap {trap}, {article}@{offset}: {'found' if unwanted else 'missed'} {what}; there: {there}")
    assert not wrong, "\n".join(wrong)


def test_other_cities_claim_nothing_in_aleppo(originals: Path) -> None:
    found = claims(originals)
    wrong = [f"{a}@{o}: {there}" for a, o in ELSEWHERE if (there := at(found[a][1], o))]
    assert not wrong, "\n".join(wrong)


def test_relay_is_kept_apart_from_the_speaker(originals: Path) -> None:
    """Trap 19: agencies attribute to the Russian ministry of defence."""
    shares = [c for c in claims(originals)["002"][1] if c.event == "share" and c.value == "35 neighbourhoods"]
    assert [(c.claimant, c.relay) for c in shares] == [("russian-mod", "reports")]


def test_dates_of_the_traps(originals: Path) -> None:
    """Trap 5: the relative clause has its own day; trap 25: the date word holds on over "as also"."""
    articles = claims(originals)
    recaptured = [c for c in articles["003"][1] if c.place == "karm-al-myassar" and c.actor == "government"]
    assert "2016-12-04" in {c.date for c in recaptured}
    also = [c.date for c in articles["003"][1] if c.place == "karm-al-tarrab"]
    assert also == ["2016-12-05"]


def test_quotes_stand_at_their_offsets(originals: Path) -> None:
    """Traps 21, 22, 26: odd quotation marks, glued words and double spaces move no offset."""
    for text, found in claims(originals).values():
        assert found
        for claim in found:
            assert text[claim.start : claim.end] == claim.quote
            for start, end in claim.also:
                assert text[start:end].strip()
            json.dumps(claim.quote)
