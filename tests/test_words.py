"""Every word of the screen in both languages: nothing untranslated, plural forms right, days and numbers local."""

import re

import msgspec
import pytest

from seeds.problem import Problem, listed, misfit
from ui.catalogue import LOCALE, Message, all_said, read, said, updated
from ui.words import words

FIELD = re.compile(r"\{(\w+)\}")
TRANSLATED = {message.id: message.string for message in read("ar") if message.id}
LATIN = re.compile(r"[A-Za-z]{3,}")
# Names and formats that Arabic text writes in Latin letters too.
LATIN_TOO = {"GeoJSON", "CSV", "JSON", "Lines", "JSON-LD", "Shaar", "Conflict", "Urbanism", "Aleppo", "EPSG", "URL"}
LATIN_TOO |= {"HTML", "PDF", "UTF", "Windows", "docx", "txt", "http", "https", "pip", "install", "seeds"}
LATIN_TOO |= {"requirements", "read", "only", "false"}  # what stands in a command or a settings file


def forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return string if isinstance(string, tuple) else (string,)


def test_the_catalogue_holds_exactly_what_the_screen_says() -> None:
    spoken, kept = set(all_said()), {tuple(i) if isinstance(i, list) else i for i in TRANSLATED}
    assert not spoken - kept, f"not in the catalogue (run python -m ui.catalogue): {sorted(map(str, spoken - kept))}"
    assert not kept - spoken, f"no longer said (run python -m ui.catalogue): {sorted(map(str, kept - spoken))}"


def test_the_catalogue_is_in_its_one_form() -> None:
    assert (LOCALE / "ar" / "LC_MESSAGES" / "messages.po").read_bytes() == updated("ar")


def test_nothing_is_untranslated() -> None:
    empty = [message for message, string in TRANSLATED.items() if not all(forms(string))]
    assert not empty, f"{len(empty)} without a translation: {empty}"


@pytest.mark.parametrize("message", [m for m in TRANSLATED if isinstance(m, tuple)], ids=lambda m: m[0][:40])
def test_arabic_has_all_six_plural_forms(message: Message) -> None:
    assert len(TRANSLATED[message]) == 6


def test_translations_fill_the_same_parts() -> None:
    """`{count}` may be said in words for none, one and two; every other part stands in every form."""
    wrong = []
    for message, string in TRANSLATED.items():
        source = message if isinstance(message, str) else message[1]
        for number, form in enumerate(forms(string)):
            missing = set(FIELD.findall(source)) - set(FIELD.findall(form))
            strange = set(FIELD.findall(form)) - set(FIELD.findall(source))
            if isinstance(message, tuple) and number < 3:
                missing.discard("count")
            if missing or strange:
                wrong.append((source, form, missing | strange))
    assert not wrong, wrong


def test_no_english_is_left_in_arabic() -> None:
    left = []
    for message, string in TRANSLATED.items():
        if str(message).startswith("letter for"):
            continue
        for form in forms(string):
            found = set(LATIN.findall(FIELD.sub("", form))) - LATIN_TOO
            left += [(message, found)] if found else []
    assert not left, left


def test_no_dot_stands_beside_an_arabic_numeral() -> None:
    """A middle dot looks like an Arabic zero: 20 would be read as 200."""
    assert not [message for message, string in TRANSLATED.items() if "·" in "".join(forms(string))]


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "لا أقوال"), (1, "قول واحد"), (2, "قولان"), (3, "٣ أقوال"), (10, "١٠ أقوال"), (11, "١١ قولاً"), (56, "٥٦ قولاً"),
     (100, "١٠٠ قول"), (103, "١٠٣ أقوال"), (1234, "١٬٢٣٤ قولاً")],
)  # fmt: skip
def test_arabic_counts(count: int, said: str) -> None:
    assert words("ar").ngettext("{count} claim", "{count} claims", count) == said


def test_days_are_levantine_and_local() -> None:
    assert words("ar").day("2016-12-06", "full") == "الثلاثاء ٦ كانون الأول ٢٠١٦"
    assert words("ar").day("2016-11-15", "short") == "١٥ تشرين الثاني"
    assert words("en").day("2016-12-06", "full") == "Tuesday 6 December 2016"


def test_numbers_are_local() -> None:
    assert words("ar").number(1234.5, 1) == "١٬٢٣٤٫٥"
    assert words("en").number(1234.5, 1) == "1,234.5"
    assert words("ar").percent(0.374) == "٣٧٪"


@pytest.mark.parametrize(
    ("items", "english", "arabic"),
    [([], "", ""), (["a"], "a", "a"), (["a", "b"], "a and b", "a وb"), (["a", "b", "c"], "a, b and c", "a وb وc")],
)
def test_lists(items: list[str], english: str, arabic: str) -> None:
    assert (words("en").list(items), words("ar").list(items)) == (english, arabic)


def test_words_inside_f_strings_are_gathered() -> None:
    found = said("""x = f"<b>{w._('inner')}</b>{w.ngettext('{count} a', '{count} b', 2)}"; y = N_("other")""")
    assert set(found) == {"inner", ("{count} a", "{count} b"), "other"}


def test_a_moment_of_the_record_names_its_clock() -> None:
    assert words("en").moment("2026-11-24T22:55:07+00:00") == "24 November 2026 22:55 UTC"
    assert words("ar").moment("2026-11-24T22:55:07+00:00") == "٢٤ تشرين الثاني ٢٠٢٦ ٢٢:٥٥ UTC"


REFUSED = Problem("{name} has at most {longest} characters", name=Problem("a reason"), longest=2000)


@pytest.mark.parametrize(
    ("lang", "problem", "said"),
    [
        # What was found stands in the sentence of either language; numbers and problems within it are said there too.
        ("en", REFUSED, "a reason has at most 2,000 characters"),
        ("ar", REFUSED, "السبب: ٢٬٠٠٠ حرف على الأكثر"),
        ("ar", Problem("found published {found}, expected a day like 2016-12-06", found="'6/12'"),
         "وُجد تاريخ النشر '6/12'، والمنتظر يوم مثل 2016-12-06"),
        ("ar", Problem("Only editors may do this: sign in first"), "هذا للمحررين فقط: ادخل أولاً"),
        # A sentence that is none of ours stays as it is, braces and all.
        ("ar", "Expected `str`, got {null}", "Expected `str`, got {null}"),
        ("ar", Problem("{file}: {problem}", file="{x}.txt", problem="{y}"), "{x}.txt: {y}"),
    ],
)  # fmt: skip
def test_problems_are_said_in_the_language_of_the_page(lang: str, problem: str, said: str) -> None:
    assert words(lang).problem(problem) == said


def test_a_problem_is_its_english_sentence() -> None:
    assert REFUSED == "a reason has at most 2,000 characters"
    assert listed([REFUSED, "another"]) == "a reason has at most 2,000 characters; another"
    assert words("ar").problem(listed([REFUSED, "another"])) == "السبب: ٢٬٠٠٠ حرف على الأكثر؛ another"


@pytest.mark.parametrize(
    ("given", "english", "arabic"),
    [
        ({}, "found no id, expected one", "لم يوجد الحقل id"),
        ({"id": 3}, "id: found int, expected str", "id: وُجد int"),
        ({"id": "a", "b": 1}, "found the field b, expected no such field", "وُجد الحقل b"),
    ],
)
def test_what_msgspec_finds_wrong_is_said_in_the_language_of_the_page(given: object, english: str, arabic: str) -> None:
    with pytest.raises(msgspec.ValidationError) as refused:
        msgspec.convert(given, msgspec.defstruct("One", [("id", str)], forbid_unknown_fields=True))
    problem = misfit(refused.value)
    assert problem == english
    assert words("ar").problem(problem).startswith(arabic)
