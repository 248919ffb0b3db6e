"""The sentence of a claim in both languages: every kind of claim has one, and no loaded verb is in any of them."""

import itertools

import msgspec
import pytest

from geo.city import load_city
from geo.claim import ACTORS, EVENTS, Claim
from ui.gloss import PROPOSITIONS, figure, gloss, point, when, with_article
from ui.words import words

BASE = Claim(
    id="0" * 12,
    article="a",
    level="place",
    place="shaar",
    place_text="الشعار",
    event="captured",
    actor="government",
    extent="unspecified",
    claimant="sohr",
    claimant_name="SOHR",
    side="monitor",
    date="2016-12-06",
    quote="x",
    start=0,
    end=1,
)
REALIS = ("actual", "attempted", "intended", "conditional")
STANCES = ("asserts", "denies", "unconfirmed")
LOADED = ("liberat", "fell", "regime", "terror", "militant", "rebel", "حرر", "تحرير", "سقوط", "إرهاب", "نظام", "مسلح")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_kind_of_claim_has_a_neutral_sentence(lang: str) -> None:
    for event, realis, stance, actor in itertools.product(EVENTS, REALIS, STANCES, ACTORS):
        claim = msgspec.structs.replace(
            BASE, event=event, realis=realis, stance=stance, actor=actor, value="~2/3 of neighbourhoods"
        )
        said = gloss(
            claim, "الشعار" if lang == "ar" else "al-Sha’ar", "المرصد" if lang == "ar" else "SOHR", words(lang)
        )
        assert "{" not in said
        assert said.endswith(".")
        assert not [word for word in LOADED if word in said], said


def test_every_event_and_realis_has_its_own_words() -> None:
    assert {(event, realis) for event, realis in PROPOSITIONS if realis != "lost"} == set(
        itertools.product(EVENTS, REALIS)
    )
    assert len(set(PROPOSITIONS.values())) == len(PROPOSITIONS)


# What is claimed, in English and in Arabic.
SENTENCES = [
    (
        {"event": "besieged", "extent": "partial"},
        "According to SOHR, government forces surrounded al-Sha’ar on some sides on 6 December 2016.",
        "بحسب المرصد: القوات الحكومية حاصرت الشعار من بعض الجهات في ٦ كانون الأول ٢٠١٦.",
    ),
    (
        {},
        "According to SOHR, government forces took al-Sha’ar on 6 December 2016.",
        "بحسب المرصد: القوات الحكومية أخذت الشعار في ٦ كانون الأول ٢٠١٦.",
    ),
    (
        {"stance": "denies"},
        "According to SOHR, it is not true that government forces took al-Sha’ar on 6 December 2016.",
        "بحسب المرصد: لا صحة للقول إن القوات الحكومية أخذت الشعار في ٦ كانون الأول ٢٠١٦.",
    ),
    (
        {"stance": "unconfirmed", "extent": "partial", "date": None},
        "SOHR could not confirm that government forces took a part of al-Sha’ar, on an unstated day.",
        "تعذّر على المرصد تأكيد أن القوات الحكومية أخذت بعض الشعار، في يوم غير مذكور.",
    ),
    (
        {"event": "share", "value": "lost 1/3", "of": "east-aleppo", "actor": "opposition", "date": "2016-11"},
        "According to SOHR, opposition forces lost a third of east Aleppo in November 2016.",
        "بحسب المرصد: فصائل المعارضة خسرت الثلث من شرق حلب في تشرين الثاني ٢٠١٦.",
    ),
    (
        {"event": "withdrew", "actor": "opposition", "date": "2016-12-05/2016-12-06"},
        "According to SOHR, opposition forces withdrew from al-Sha’ar between 5 December 2016 and 6 December 2016.",
        "بحسب المرصد: فصائل المعارضة انسحبت من الشعار بين ٥ كانون الأول ٢٠١٦ و٦ كانون الأول ٢٠١٦.",
    ),
]


@pytest.mark.parametrize(("fields", "english", "arabic"), SENTENCES)
def test_sentences(fields: dict[str, object], english: str, arabic: str) -> None:
    claim = msgspec.structs.replace(BASE, **fields)
    assert gloss(claim, "al-Sha’ar", "SOHR", words("en")) == english
    assert gloss(claim, "الشعار", "المرصد", words("ar")) == arabic


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("~2/3 of neighbourhoods", "about two thirds of the neighbourhoods"),
        (">60%", "more than 60%"),
        ("35 neighbourhoods", "35 neighbourhoods"),
        ("<=7 km2; <1/10", "at most 7 square kilometres and less than a tenth"),
        (">=85%", "at least 85%"),
        ("lost 1/3", "lost a third"),
        ("lost >40 neighbourhoods", "lost more than 40 neighbourhoods"),
        ("5 neighbourhoods (new)", "5 further neighbourhoods"),
        ("most of it", "most of it"),  # no figure: as it stands
        ("", "a part"),
    ],
)
def test_figures(value: str, said: str) -> None:
    assert figure(value, words("en")) == said


def test_precision_is_never_invented() -> None:
    assert when("2016", words("en")) == " in 2016"
    assert point("2012", words("ar")) == "٢٠١٢"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Last opposition pocket", "the last opposition pocket"),
        ("Northern sector", "the northern sector"),
        ("Quarters north of the citadel", "the quarters north of the citadel"),
        ("Eye Hospital", "the Eye Hospital"),
        ("Old City of Aleppo", "the Old City of Aleppo"),
        ("University of Aleppo", "the University of Aleppo"),
        ("Sheikh Saeed bridge", "the Sheikh Saeed bridge"),
        # Proper names stay without one.
        ("al-Sha'ar", "al-Sha'ar"),
        ("East Aleppo", "East Aleppo"),
        ("Aleppo International Airport", "Aleppo International Airport"),
        ("Masaken Hanano", "Masaken Hanano"),
    ],
)
def test_an_english_name_has_an_article_where_it_needs_one(name: str, said: str) -> None:
    assert with_article(name) == said
    taken = msgspec.structs.replace(BASE, event="captured", realis="actual", stance="asserts", extent="unspecified")
    assert f" took {said} " in gloss(taken, name, "SOHR", words("en"))
    assert f"{name}" in gloss(taken, name, "X", words("ar"))


def test_no_neighbourhood_takes_an_article() -> None:
    places = load_city().places.values()
    assert not [
        each.name_en for each in places if each.kind == "neighbourhood" and with_article(each.name_en) != each.name_en
    ]
