"""Finding places however they are spelled, on the gazetteer itself."""

import pytest

from geo.places import read_places
from ui.search import find, index, plain

PLACES = read_places()
WAYS = index(PLACES)

# What a reader may type -> the place that is meant.
TYPED = [
    ("Shaar", "shaar"), ("al-Sha'ar", "shaar"), ("الشعار", "shaar"), ("شعار", "shaar"), ("ash-Shaar", "shaar"),
    ("Sakhour", "sakhour"), ("as-Sakhour", "sakhour"),
    ("الصاخور", "sakhour"), ("صاخور", "sakhour"), ("Sakhur", "sakhour"),
    ("Sukkari", "sukkari"), ("as-Sukkari", "sukkari"), ("السكّري", "sukkari"), ("السكرى", "sukkari"),
    ("masaken hanano", "masaken-hanano"), ("حي مساكن هنانو", "masaken-hanano"), ("Hanano", "masaken-hanano"),
    ("karm al myassar", "karm-al-myassar"), ("كرم الميسر", "karm-al-myassar"),
    ("Bustan al-Qasr", "bustan-al-qasr"), ("بستان القصر", "bustan-al-qasr"),
    ("old city", "old-city"), ("حلب القديمة", "old-city"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "place"), TYPED)
def test_the_place_meant_comes_first_or_nearly(typed: str, place: str) -> None:
    assert place in find(typed, WAYS)[:2]


def test_every_spelling_of_the_gazetteer_finds_its_place() -> None:
    missed = []
    for place in PLACES.values():
        for way in (place.name_en, place.name_ar, *(spelling.text for spelling in place.spellings)):
            if place.id not in find(way, WAYS)[:3]:
                missed.append((way, place.id))
    assert not missed, missed


@pytest.mark.parametrize("typed", ["", "   ", "'", "xqzw", "؟", "\u202e", "al-"])
def test_nothing_like_a_place_finds_nothing_or_little(typed: str) -> None:
    assert len(find(typed, WAYS)) < len(PLACES)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("as-Sukkari", "Sukari"),
        ("السُّكَّريّ", "السكري"),
        ("Jubb al-Qubbah", "jubb al-qubbeh"),
        ("ACHRAFIYEH", "Achrafiyah"),
    ],
)
def test_spellings_that_are_one(a: str, b: str) -> None:
    assert plain(a) == plain(b)
