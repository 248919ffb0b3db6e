"""Any text at all: no exception, every quote and place at its offsets, the same claims every time."""

import functools
import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import read
from extract.fold import fold
from extract.input import clean
from extract.lexicon import lexicon
from extract.reading import Reading
from extract.tables import FILES, read_rows
from geo.claim import EVENTS, claim_id, day_span, to_line
from geo.places import AREA_IDS
from seeds.source import Record, read_sources
from tests.accuracy import GOLD
from tests.test_blind_rounds import BLIND

RECORD = Record(
    id="fuzz", publisher=None, agency=None, leaning="none", leaning_basis="none", url=None, title="fuzz",
    published="2016-12-06", published_basis="none", language="ar", original_language="ar", text_kind="original",
)  # fmt: skip
MARKS = "\u064e\u0651\u0640\u200f\u200c\ufeff\u00a0\0\ud800"


def check(text: str) -> Reading:
    read(text, RECORD)  # as it comes; what is stored, and then quoted, has no lone halves of pairs
    text = clean(text)
    reading = read(text, RECORD, trace=True)
    for claim in reading.claims:
        for start, end in ((claim.start, claim.end), *claim.also):
            assert 0 <= start < end <= len(text)
        assert text[claim.start : claim.end] == claim.quote
        assert claim.place in lexicon().places
        assert (claim.level == "area") == (claim.place in AREA_IDS)
        assert claim.event in EVENTS
        assert claim.value or claim.event != "share"
        day_span(claim.date)
        assert claim.id == claim_id(
            claim.article, claim.place, claim.event, claim.actor, claim.claimant, claim.stance, claim.realis,
            claim.date, claim.extent == "partial", claim.value,
        )  # fmt: skip
        to_line(claim)
    assert len({claim.id for claim in reading.claims}) == len(reading.claims)
    starts = [claim.start for claim in reading.claims]
    assert starts == sorted(starts)
    for unknown in reading.unknown:
        assert fold(text[unknown.start : unknown.end]).text == fold(unknown.text).text
    trace = reading.trace
    for span in (*trace.blocks, *trace.lexemes, *trace.groups, *trace.frames):
        assert 0 <= span.start <= span.end <= len(text)
    for lexeme in trace.lexemes:
        assert text[lexeme.start : lexeme.end] == lexeme.text
    assert read(text, RECORD).claims == reading.claims
    return reading


@given(st.text(st.characters(exclude_categories=()), max_size=200))
def test_any_text(text: str) -> None:
    check(text)


@functools.cache
def pieces() -> list[str]:
    """Words of every lexicon as written there, names, and what stands between words."""
    cells = [cell for name in FILES for row in read_rows(name) for cell in row.columns.values()]
    words = {form for cell in cells for form in cell.split("/") if form and not form.isascii()}
    spellings = {s.text for place in lexicon().places.values() for s in place.spellings if s.language == "ar"}
    between = [
        "،",
        ".",
        "\n",
        ":",
        '"',
        "«",
        "(",
        "%",
        "2/3",
        "60%",
        "٣٥",
        "و",
        "ب",
        "ل",
        "في",
        "لم",
        "لن",
        "قال",
        "حي",
        "حيي",
    ]
    return [*sorted(words), *sorted(spellings), *between * 20]


@settings(max_examples=150)
@given(st.data())
def test_any_heap_of_the_words_the_reader_knows(data: st.DataObject) -> None:
    chosen = data.draw(
        st.lists(st.tuples(st.sampled_from(pieces()), st.sampled_from([" ", " ", " ", "", "\n", " و", " ال"])))
    )
    check("".join(word + gap for word, gap in chosen))


@functools.cache
def digests() -> list[str]:
    return [source.text for source in read_sources(originals=GOLD)[0].values()]


@settings(max_examples=60)
@given(st.data())
def test_a_report_with_marks_and_damage_in_it(data: st.DataObject) -> None:
    """Cut anywhere, letters dropped, signs of every kind put in: offsets stay exact."""
    text = data.draw(st.sampled_from(digests()))
    start = data.draw(st.integers(0, len(text)))
    text = text[start : start + data.draw(st.integers(0, 400))]
    for at, sign in data.draw(
        st.lists(st.tuples(st.integers(0, 400), st.sampled_from([*MARKS, "", "\n", "😀"])), max_size=12)
    ):
        text = text[:at] + sign + text[at + (not sign) :]
    check(text)


@functools.cache
def real_sentences() -> list[str]:
    texts = [path.read_text("utf-8") for path in sorted(BLIND.glob("*/*.txt"))]
    return [s for text in [*texts, *digests()] for s in re.split(r"(?<=[.!؟\n])\s+", text) if len(s.split()) > 2]


def test_a_sentence_that_breaks_off_or_begins_late() -> None:
    """What was still to come is what a rule may count on: every beginning and every end is read."""
    for sentence in real_sentences():
        words = sentence.split()
        for n in range(1, len(words), 2):
            read("في حلب. " + " ".join(words[:n]), RECORD)
            read("في حلب. " + " ".join(words[n:]), RECORD)


@settings(max_examples=150)
@given(st.data())
def test_the_beginning_of_one_sentence_and_the_end_of_another(data: st.DataObject) -> None:
    one, other = (data.draw(st.sampled_from(real_sentences())).split() for _ in range(2))
    cut = data.draw(st.integers(0, len(one)))
    check("حلب " + " ".join(one[:cut] + other[data.draw(st.integers(0, len(other))) :]))


def test_vowel_signs_change_no_claim_and_no_words() -> None:
    text = "قال المرصد السوري لحقوق الإنسان إن الجيش السوري سيطر على حيي الشعار والمرجة أمس."
    plain = check(text)
    assert len(plain.claims) == 2
    voweled = "".join(letter + ("\u064e" if letter.isalpha() else "") for letter in text)
    marked = check(voweled)
    assert [claim.id for claim in marked.claims] == [claim.id for claim in plain.claims]
    assert [fold(c.quote).text for c in marked.claims] == [fold(c.quote).text for c in plain.claims]
    for claim in marked.claims:  # a quote never leaves the last letter's mark behind
        assert claim.end == len(voweled) or voweled[claim.end] != "\u064e"


WRITTEN_OTHERWISE: dict[str, Callable[[str], str]] = {
    "no hamza": lambda text: re.sub("[أإآ]", "ا", text),
    "final ya": lambda text: text.replace("ى", "ي"),
    "final ha": lambda text: re.sub(r"ة\b", "ه", text),
    "no vowel signs": lambda text: re.sub("[\u064b-\u0652]", "", text),
    "straight quotes": lambda text: text.replace("«", '"').replace("»", '"'),
    "stretched": lambda text: text.replace("حي", "حـي"),
    "spaces that do not break": lambda text: text.replace("، ", "،\u00a0"),
    "space before a comma": lambda text: text.replace("،", " ،"),
    "Arabic digits": lambda text: text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")),
    "direction marks": lambda text: text.replace(". ", ".\u200f "),
    "a line each": lambda text: text.replace(". ", ".\r\n"),
}


@pytest.mark.parametrize("how", WRITTEN_OTHERWISE)
def test_a_report_written_otherwise_says_the_same(how: str) -> None:
    changed = 0
    for source in read_sources(originals=GOLD)[0].values():
        text = WRITTEN_OTHERWISE[how](source.text)
        changed += text != source.text
        claims = read(text, source.record).claims
        assert {claim.id for claim in claims} == {claim.id for claim in read(source.text, source.record).claims}
        assert all(text[claim.start : claim.end] == claim.quote for claim in claims)
    assert changed > 3


@pytest.mark.parametrize(
    "text",
    [
        "حي الشعار و" * 3000,
        "سيطر الجيش على حي الشعار " * 2000,
        "«" * 20_000 + "قال المرصد إن الجيش سيطر على الشعار",
        "لم " * 20_000,
        "أحياء " + "، ".join(["الشعار"] * 5000),
        "قال " * 8000 + "سيطر على حي المرجة",
        "\n".join(["حي الشعار"] * 5000),
        "ـ" * 50_000 + "الشعار",
    ],
    ids=range(8),
)
def test_long_heaps_of_one_thing(text: str) -> None:
    reading = read(text, RECORD)
    assert all(text[claim.start : claim.end] == claim.quote for claim in reading.claims)


@pytest.mark.long
@pytest.mark.parametrize("glue", ["\n", " "])
def test_five_megabytes(glue: str) -> None:
    text = glue.join(digests())
    text = (text + glue) * (5_000_000 // len(text.encode()))
    reading = read(text, RECORD)
    assert len(reading.claims) > 100
    assert all(text[claim.start : claim.end] == claim.quote for claim in reading.claims)
