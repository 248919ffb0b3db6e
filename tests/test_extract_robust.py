"""Any text is read: never an exception, exact offsets, the same claims again, time in proportion to the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import extract
from tests.test_extract_reading import record, rows

RECORD = record()
PIECES = st.sampled_from(
    [text for text, _ in rows("sentences.tsv")[:60]]
    + ["\n", " ", "«", '"', "(", ")", "،", ".", "و", "حي ", "أحياء ", "على ", "\u200f", "ُ"]
)


def check(text: str) -> None:
    reading = extract.read(text, RECORD, trace=True)
    for claim in reading.claims:
        assert text[claim.start : claim.end] == claim.quote != ""
    for unknown in reading.unknown:
        assert text[unknown.start : unknown.end] == unknown.text
    for lexeme in reading.trace.lexemes:
        assert text[lexeme.start : lexeme.end] == lexeme.text
    assert extract.read(text, RECORD, trace=True) == reading


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_pieces_of_news_in_any_order(text: str) -> None:
    check(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_unicode(text: str) -> None:
    check(text)
    check("سيطر الجيش على حي الكلاسة في حلب " + text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\ud800 حلب",
        "حلب\udfff",
        "\x00",
        "حي",
        "سيطر على",
        "حلب" * 1000,
        "و" * 5000 + " حلب",
        "ُ" * 500 + "حلب",
    ],
)
def test_odd_texts(text: str) -> None:
    extract.read(text, RECORD)


def test_a_long_text_takes_time_in_proportion() -> None:
    sentence = "سيطرت قوات النظام على حي الكلاسة وحي المعادي في حلب، وقال المرصد إن المعارك مستمرة "
    short, long = sentence * 100, sentence * 1600
    spent = []
    for text in (short, long):
        start = time.process_time()
        extract.read(text, RECORD)
        spent.append(time.process_time() - start)
    assert spent[1] < 16 * 4 * max(spent[0], 0.01)


def test_a_text_without_a_stop_is_cut_at_its_commas() -> None:
    text = "سيطر الجيش على حي المعادي في حلب، " * 600
    reading = extract.read(text, RECORD)
    (claim,) = reading.claims
    assert text[claim.start : claim.end] == claim.quote
    assert all(text[a:b].strip() and "،" not in text[a:b] for a, b in claim.also)
    assert len(claim.also) > 100


def test_nothing_is_remembered_between_texts() -> None:
    first = "سيطرت قوات النظام على حي الكلاسة في حلب."
    other = "نفى ناشطون ذلك."
    alone = extract.read(other, RECORD)
    extract.read(first, RECORD)
    assert extract.read(other, RECORD) == alone
