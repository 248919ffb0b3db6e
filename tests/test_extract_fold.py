"""The fold: one spelling, exact offsets back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.fold import fold

ARABIC = st.text(st.sampled_from("ابتةهوؤيىئأإآٱلكکی ًُِّـ\u200f\u200b\u00a0٣7٪«»“.،\n"), max_size=60)


@given(ARABIC | st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(ARABIC, st.data())
def test_a_span_of_the_fold_is_the_fold_of_its_span(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    assert fold(text[folded.original(start) : folded.original(end)]).text == folded.text[start:end]


@given(ARABIC)
def test_offsets_ascend(text: str) -> None:
    folded = fold(text)
    offsets = [folded.original(n) for n in range(len(folded.text) + 1)]
    assert offsets == sorted(set(offsets))
    assert offsets[-1] == len(text)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("إستعادة", "استعاده"),
        ("حى الشعار", "حي الشعار"),
        ("علي", "على"),
        ("سُلّمت", "سلمت"),
        ("حـــلب", "حلب"),
        ("٦٠٪", "60%"),
        ("أنه\u00a0 سيطر", "انه  سيطر"),
        ("مسئول", "مسيول"),
    ],
)
def test_spellings_that_writers_interchange_are_one(written: str, folded: str) -> None:
    assert fold(written).text == fold(folded).text


def test_different_letters_stay_different() -> None:
    assert fold("الميسر").text != fold("المسير").text
    assert fold("كرم").text != fold("كرب").text
