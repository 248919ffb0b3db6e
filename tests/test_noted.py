"""Whatever a record or a speaker says on the page is there in Arabic too, with no English left but names."""

import re

import pytest

import extract
from seeds.source import read_sources
from ui.noted import in_arabic, noted, titled
from ui.words import words

RECORDS = [source.record for source in read_sources()[0].values()]
BASES = {b for r in RECORDS for b in (r.leaning_basis, r.published_basis)} | {
    s.basis for s in extract.speakers().values()
}
TITLES = {r.title for r in RECORDS if re.search("[A-Za-z]{3}", r.title.replace("YPG", ""))}
ADDRESS = re.compile(r"[\w-]+(\.[\w-]+)+\S*")
SHOWN = re.compile(r"<[^>]*>")


@pytest.mark.parametrize("said", sorted(BASES | TITLES))
def test_every_shown_basis_and_title_has_both_languages(said: str) -> None:
    arabic = ADDRESS.sub("", SHOWN.sub("", noted(said, words("ar"))))
    assert re.search("[\u0600-\u06ff]", arabic)
    assert not re.search("[A-Za-z]{3}", arabic), arabic
    assert noted(said, words("en")).startswith('<bdi lang="en" dir="ltr">')


def test_nothing_is_kept_in_arabic_that_no_record_says() -> None:
    assert set(in_arabic()) == BASES | TITLES


def test_the_years_and_days_of_a_basis_are_those_of_the_english() -> None:
    """Every number of an English text stands in the Arabic, in either digits."""
    western = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
    for english, arabic in in_arabic().items():
        assert sorted(map(int, re.findall(r"\d+", english.translate(western)))) == sorted(
            map(int, re.findall(r"\d+", arabic.translate(western)))
        ), english


def test_what_nobody_translated_stays_and_says_its_language() -> None:
    assert noted("as <I> see it", words("ar")) == '<bdi lang="en" dir="ltr">as &lt;I&gt; see it</bdi>'
    assert titled("الجيش يشطر المسلحين", words("en")) == '<bdi lang="ar" dir="rtl">الجيش يشطر المسلحين</bdi>'
