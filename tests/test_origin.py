"""Relays of one statement carry one origin; voices that only say the same keep their own."""

import random
from collections import defaultdict
from pathlib import Path

import pytest

from extract.origin import mark_origins
from geo.claim import Claim, claim_id
from seeds.source import Record, read_sources
from tests.accuracy import GOLD, claims_of
from tests.score import Row

COPY = (
    "دخلت وحدات الحي صباحاً من جهة الشمال بعد قصف دام ساعات وقال شهود إن الطرق المؤدية إليه خالية تماماً منذ الليل "
    "فيما تواصلت الرمايات على أطرافه حتى الظهر ولم يعرف عدد من بقي فيه من السكان"
)
OTHER = (
    "أعلنت الجهة المعنية أن فرقها بلغت الساحة وأنها تزيل الأنقاض منها وأن العمل يستمر يومين آخرين على الأقل ريثما تصل "
    "آليات إضافية من المدينة القريبة وتفتح الطرق أمام المدنيين"
)


def record(name: str, published: str = "2016-12-05") -> Record:
    return Record(
        id=name, publisher=None, agency=None, leaning="none", leaning_basis="x", url=None, title="x",
        published=published, published_basis="x", language="ar", original_language="ar", text_kind="digest",
    )  # fmt: skip


def claim(article: str, claimant: str = "sohr", place: str = "shaar", event: str = "captured", start: int = 0,
          date: str | None = "2016-12-05", extent: str = "full", stance: str = "asserts") -> Claim:  # fmt: skip
    return Claim(
        id=claim_id(article, place, event, "government", claimant, stance, "actual", date, extent == "partial"),
        article=article, level="place", place=place, place_text="x", event=event, actor="government", extent=extent,
        claimant=claimant, claimant_name=claimant, side="monitor", stance=stance, date=date, quote="x", start=start,
        end=start + 1,
    )  # fmt: skip


def groups(*read: tuple[Record, str, list[Claim]]) -> set[frozenset[tuple[str, str]]]:
    found = defaultdict(set)
    for one in mark_origins(read):
        found[one.origin].add((one.article, one.claimant))
    return {frozenset(members) for members in found.values()}


def test_a_named_speakers_statement_is_one_wherever_it_is_relayed() -> None:
    a, b = (record("a"), COPY, [claim("a")]), (record("b"), OTHER, [claim("b")])
    assert groups(a, b) == {frozenset({("a", "sohr"), ("b", "sohr")})}


@pytest.mark.parametrize(
    "other",
    [
        claim("b", claimant="syrian-army"),
        claim("b", place="marjeh"),
        claim("b", event="controls"),
        claim("b", date="2016-12-07"),
        claim("b", date=None),
        claim("b", extent="partial"),
        claim("b", stance="denies"),
    ],
)
def test_another_speaker_place_event_day_part_or_stance_is_another_statement(other: Claim) -> None:
    assert len(groups((record("a"), COPY, [claim("a")]), (record("b"), COPY, [other]))) == 2


@pytest.mark.parametrize("claimant", ["article", "military-source", "activists", "correspondent"])
def test_a_speaker_without_a_name_is_one_only_in_texts_that_are_alike(claimant: str) -> None:
    a = (record("a"), COPY, [claim("a", claimant)])
    assert len(groups(a, (record("b"), OTHER, [claim("b", claimant)]))) == 2
    assert len(groups(a, (record("b"), COPY[20:], [claim("b", claimant)]))) == 1
    # The same words a week later are another day's report.
    assert len(groups(a, (record("b", "2016-12-12"), COPY, [claim("b", claimant)]))) == 2


def test_short_texts_are_not_alike_for_a_speakers_title() -> None:
    a = "قال المرصد السوري لحقوق الإنسان إن القوات دخلت الحي"
    b = "أعلن المرصد السوري لحقوق الإنسان انسحاب المقاتلين مساء أمس"
    own = [(record(n), text, [claim(n, "article")]) for n, text in (("a", a), ("b", b))]
    assert len(groups(*own)) == 2
    assert len(groups(own[0], (record("b"), a, [claim("b", "article")]))) == 1


def test_copy_in_other_words_is_known_by_what_it_says() -> None:
    places = ["shaar", "marjeh", "sakhour", "haidariyah", "tariq-al-bab", "myassar"]
    told = {n: [claim(n, place=p, start=i) for i, p in enumerate(places)] + [claim(n, "article")] for n in "ab"}
    a, b = ((record(n), text, told[n]) for n, text in (("a", COPY), ("b", OTHER)))
    shared = frozenset({("a", "sohr"), ("b", "sohr"), ("a", "article"), ("b", "article")})
    assert shared in groups(a, b)
    few = {n: [*told[n][:4], claim(n, "article", event="controls")] for n in "ab"}
    a, b = ((record(n), text, few[n]) for n, text in (("a", COPY), ("b", OTHER)))
    assert frozenset({("a", "article"), ("b", "article")}) not in groups(a, b)


def test_a_reports_own_words_join_the_speaker_to_whom_the_text_gives_the_event() -> None:
    own = (record("a"), COPY, [claim("a", "article"), claim("a", "sohr", start=9)])
    assert groups(own) == {frozenset({("a", "article"), ("a", "sohr")})}
    # They never join two speakers into one voice.
    two = (record("a"), COPY, [*own[2], claim("a", "syrian-army", start=12)])
    assert frozenset({("a", "syrian-army")}) in groups(two)
    # In a text alike they join the speaker of the other text; in any other text they stand alone.
    assert len(groups((record("b"), COPY, [claim("b", "article")]), (record("a"), COPY, [claim("a")]))) == 1
    assert len(groups((record("b"), OTHER, [claim("b", "article")]), (record("a"), COPY, [claim("a")]))) == 2


def test_every_claim_gets_an_origin_and_the_order_of_articles_does_not_matter() -> None:
    read = []
    for i, n in enumerate("abcdefgh"):
        speakers = ("article", "sohr", "activists")
        told = [claim(n, who, start=j, date=f"2016-12-0{1 + i % 2}") for j, who in enumerate(speakers)]
        read.append((record(n, f"2016-12-0{1 + i % 3}"), COPY if i % 2 else OTHER, told))
    expected = mark_origins(read)
    assert [c.article for c in expected] == sorted(c.article for c in expected)
    assert len(expected) == 24
    ids = {c.id for c in expected}
    for seed in range(5):
        shuffled = [(r, t, random.Random(seed + n).sample(cs, len(cs))) for n, (r, t, cs) in enumerate(read)]
        random.Random(seed).shuffle(shuffled)
        assert mark_origins(shuffled) == expected
    assert all(c.origin in ids for c in expected)
    assert mark_origins([]) == []


def shared_by(read: list[Row]) -> set[tuple[str, str, str]]:
    """What 000 and 003, an agency's copy in two papers, are found to say as one: place, event, claimant in 003."""
    one, other = ({row["origin"] for row in read if row["article"].startswith(n)} for n in ("000_", "003_"))
    both = one & other
    return {
        (r["place"], r["event"], r["claimant"]) for r in read if r["origin"] in both and r["article"].startswith("003_")
    }


def test_the_agency_copy_among_the_shipped_digests_is_recognised() -> None:
    sources, _ = read_sources(originals=GOLD)
    shared = shared_by(claims_of(sources.values()))
    # The second paper prints as its own what the first gives to the monitor.
    assert {("qadi-askar", "captured", "article"), ("shaar", "besieged", "sohr")} <= shared


@pytest.mark.originals
def test_the_agency_copy_is_recognised_in_the_originals(originals: Path) -> None:
    sources, _ = read_sources(originals=originals)
    read = claims_of(source for source in sources.values() if source.kind == "original")
    shared = shared_by(read)
    assert {("qadi-askar", "captured", "article"), ("shaar", "besieged", "sohr")} <= shared
    # What 003 adds to the copy is its own: the counter-claims.
    assert not [said for said in shared if said[2] == "jaysh-halab"]
