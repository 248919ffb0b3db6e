"""The starting position as evidence: what it rests on is said in words, in both languages, with addresses as links."""

import re

import pytest

from geo.city import load_city
from ui.start import basis_said
from ui.words import words

BASES = sorted({row.basis for row in load_city().baseline.values()})


@pytest.mark.parametrize("basis", BASES)
def test_no_basis_shows_an_address_or_is_left_in_english(basis: str) -> None:
    for lang in ("en", "ar"):
        said = re.sub(r"<[^>]*>", " ", basis_said(basis, words(lang)))
        assert "http" not in said
        assert ";" not in said
    assert not re.search("[A-Za-z]{3}", re.sub(r"[\w-]+(\.[\w-]+)+", "", said)), said
    assert basis_said(basis, words("en")).count("<a ") == basis.count("http")


def test_a_basis_that_nobody_put_into_words_is_shown_as_it_is() -> None:
    said = basis_said('a <b>map</b>; https://example.org/a?b=1"', words("ar"))
    assert '<bdi lang="en" dir="ltr">a &lt;b&gt;map&lt;/b&gt;</bdi>' in said
    assert "&quot;" in said
    assert ">example.org</a>" in said
