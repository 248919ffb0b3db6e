"""Sentences in own words with the claims that a careful coder would record, and hard negatives that give none."""

from pathlib import Path

import pytest

import extract
from extract.reading import Reading
from geo.claim import Claim
from seeds.source import Record

HERE = Path(__file__).parent / "reading"


def record(published: str = "2016-12-08", leaning: str = "none") -> Record:
    return Record(
        id="sentence",
        publisher=None,
        agency=None,
        leaning=leaning,
        leaning_basis="made for a test",
        url=None,
        title="a sentence",
        published=published,
        published_basis="made for a test",
        language="ar",
        original_language="ar",
        text_kind="digest",
    )


def rows(name: str) -> list[tuple[str, str]]:
    """Text and expectation of each row of a table, the last two columns; ` | ` stands for a line break."""
    lines = (HERE / name).read_text("utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines if line.strip()]
    return [(row[-2].replace(" | ", "\n"), row[-1]) for row in cells]


def said(claim: Claim) -> str:
    return f"{claim.place} {claim.event} {claim.actor} {claim.stance} {claim.realis}"


def problems(text: str, expected: str, reading: Reading) -> list[str]:
    """What differs from the expectation: `place event actor [stance realis] [date] [/ side]; ...`."""
    wanted: dict[str, tuple[str, str]] = {}
    for item in filter(None, (part.strip() for part in expected.split(";"))):
        what, _, side = item.partition(" / ")
        words = what.split()
        date = words.pop() if words[-1][0].isdigit() else ""
        words += ["asserts", "actual"][len(words) - 3 :] if len(words) < 5 else []
        wanted[" ".join(words)] = (date, side.strip())
    found = {said(claim) for claim in reading.claims}
    wrong = [f"missed: {key}" for key in wanted if key not in found]
    wrong += [f"found: {said(claim)} by {claim.rules}" for claim in reading.claims if said(claim) not in wanted]
    for claim in reading.claims:
        date, side = wanted.get(said(claim), ("", ""))
        if date and claim.date != date:
            wrong.append(f"{said(claim)}: found date {claim.date}, expected {date}")
        if side and claim.side != side:
            wrong.append(f"{said(claim)}: found side {claim.side} ({claim.claimant}), expected {side}")
        if text[claim.start : claim.end] != claim.quote:
            wrong.append(f"{said(claim)}: the quote does not stand at {claim.start}-{claim.end}")
    return wrong


@pytest.mark.parametrize("table", sorted(path.name for path in HERE.glob("*.tsv")))
def test_every_sentence_is_read_as_expected(table: str) -> None:
    wrong = [
        f"{text}\n    " + "\n    ".join(found)
        for text, expected in rows(table)
        if (found := problems(text, expected, extract.read(text, record())))
    ]
    assert not wrong, f"{table}: {len(wrong)} sentences read otherwise\n" + "\n".join(wrong)


def test_a_planted_difference_is_found() -> None:
    text = "سيطر الجيش السوري على حي الكلاسة في حلب."
    reading = extract.read(text, record())
    assert problems(text, "kallaseh captured government", reading) == []
    assert problems(text, "", reading)
    assert problems(text, "kallaseh captured opposition", reading)
    assert problems(text, "kallaseh captured government asserts actual 2016-01-01", reading)


def test_a_military_source_is_of_the_side_that_quotes_it() -> None:
    text = "أما التلفزيون السوري فنقل عن مصدر عسكري أن الجيش سيطر على حي المعادي في حلب."
    assert (
        problems(text, "maadi captured government / government", extract.read(text, record(leaning="opposition"))) == []
    )
    text = "أما رويترز فنقلت عن مصدر عسكري أن الجيش سيطر على حي المعادي في حلب."
    assert (
        problems(text, "maadi captured government / opposition", extract.read(text, record(leaning="opposition"))) == []
    )


OURS = (
    ("government", "أحكمت قواتنا المسلحة طوقها على حي الشعار في حلب.", "shaar besieged government"),
    ("opposition", "استعادت قواتنا حي الميسر في حلب وكبدت العدو خسائر.", "karm-al-myassar captured opposition"),
    ("opposition", "تمكنا بفضل الله من استعادة نقاط في حي الشيخ سعيد بحلب.", "sheikh-saeed captured opposition"),
    ("government", "حررنا حي الصاخور في حلب اليوم، والعدو يفر.", "sakhour captured government"),
    (
        "government",
        "تحرير أحياء المرجة والشيخ لطفي في حلب.",
        "marjeh captured government; sheikh-lutfi captured government",
    ),
    ("government", "دخلنا حي الصاخور في حلب برفقة الأهالي ورأينا الدمار.", ""),  # a reporter on his way
    ("none", "حررنا حي الصاخور في حلب اليوم، والعدو يفر.", ""),  # nobody knows whose "we"
    ("none", "دخلنا حي الصاخور في حلب ووصلنا إلى مشفى العيون.", ""),
)


@pytest.mark.parametrize(("leaning", "text", "expected"), OURS)
def test_a_paper_of_one_side_speaks_of_its_own(leaning: str, text: str, expected: str) -> None:
    assert problems(text, expected, extract.read(text, record(leaning=leaning))) == []
