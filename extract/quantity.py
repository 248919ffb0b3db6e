"""Quantities: a percentage, a fraction, a count of quarters or square kilometres, and how the source bounds it."""

import re

from extract.moment import NUMBERS, TEENS
from extract.tables import word_set, word_values

_FRACTIONS = word_values("fraction")
_SUFFIXED = word_values("fraction-of-it")
_FIFTHS = word_values("fraction-of-all")
_PARTS = {word: int(value) for word, value in word_values("parts").items()}
_COUNTED = word_set("counted")
_COMES_TO = word_set("comes-to")
_ABOUT = word_set("about")
_MORE = word_set("more-than")
_LESS = word_set("less-than")
_AT_MOST = re.compile(r"لا (?:ي|ت)(?:زيد|تجاوز|تعدي|تخطي)(?:ون)?(?: \w+)?(?: عن| علي)?$")
_AT_LEAST = re.compile(r"لا (?:ي|ت)قل عن$")
_UNITS = word_set("kilometres")

# Every number word with what may be written onto it: a sentence without any of them has no figure.
SIGNS = {
    front + word for word in (*_FRACTIONS, *_SUFFIXED, *_FIFTHS, *NUMBERS, *TEENS) for front in ("", "و", "ب", "ف", "ل")
}


def bare(word: str) -> str:
    """A word without the conjunction or preposition written onto it."""
    return word[1:] if word[0] in "وبفل" and len(word) > 3 else word


def quantity(words: list[str], i: int) -> tuple[str, int, str] | None:
    """The figure that begins at a word: its digits, the word after it, and of which kind."""
    word = words[i]
    if word == "%" and i + 1 < len(words) and words[i + 1][0].isdecimal():
        return f"{words[i + 1]}%", i + 2, "share"
    if word[0].isdecimal():
        return _of(words, word.replace(",", ""), i + 1)
    for form in dict.fromkeys((word, bare(word))):
        if form in _FRACTIONS:
            return _FRACTIONS[form], i + 1, "share"
        if form in _SUFFIXED:  # "two thirds of it"
            return _SUFFIXED[form], i + 1, "share of it"
        if form in _FIFTHS and _of_all(words[i + 1 : i + 3]):
            return _FIFTHS[form], i + 1, "share"
        if form in NUMBERS or form in TEENS:
            found = _spelled(words, i, form)
            if found:
                return found
    return None


def _of_all(following: list[str]) -> bool:
    """Whether "a fifth", written like "five", stands before something definite; five quarters would be masculine."""
    if following[:1] == ["احياء"]:
        return following[1:] != [] and following[1].startswith(("ال", "حلب"))
    return following != [] and following[0].startswith(("ال", "ما", "مساح"))


def _spelled(words: list[str], i: int, form: str) -> tuple[str, int, str] | None:
    """A number in words with what it counts: "eleven quarters", "ninety-three per cent", "three quarters"."""
    j, total = i + 1, NUMBERS.get(form, 0)
    following = words[j] if j < len(words) else ""
    if following in ("عشر", "عشره") and (TEENS.get(form) or total < 10):
        total, j = (TEENS.get(form) or total) + 10, j + 1
    elif not total:
        return None
    elif following in _PARTS:
        return f"{total}/{_PARTS[following]}", j + 1, "share"
    elif following.startswith("و") and NUMBERS.get(following[1:], 0) >= 20:
        total, j = total + NUMBERS[following[1:]], j + 1
    return _of(words, str(total), j)


def _of(words: list[str], number: str, j: int) -> tuple[str, int, str] | None:
    """What a number counts, from the word after it."""
    following = words[j] if j < len(words) else ""
    if following == "%":
        return f"{number}%", j + 1, "share"
    if following in ("في", "ب") and words[j + 1 : j + 2] in (["الميه"], ["المايه"], ["الماءه"]):
        return f"{number}%", j + 2, "share"
    if following in ("بالميه", "بالمايه", "بالماءه"):
        return f"{number}%", j + 1, "share"
    if following in _COUNTED:
        return f"{number} neighbourhoods", j + 1, "count"
    if not following.isalpha() and _counts_quarters(words, j - 1):
        return f"{number} neighbourhoods", j, "count"
    if following in _UNITS and words[j + 1 : j + 2] in (["مربع"], ["مربعا"], ["مربعه"], ["2"]):
        return f"{number} km2", j + 2, "ground"
    if following in ("كم²", "كلم²"):
        return f"{number} km2", j + 1, "ground"
    return None


def _counts_quarters(words: list[str], i: int) -> bool:
    """ "The number of quarters that ... came to six": the number stands alone."""
    return words[i - 1] in _COMES_TO and any(
        words[n : n + 2] in (["عدد", "الاحياء"], ["وعدد", "الاحياء"]) for n in range(max(0, i - 14), i)
    )


def bound(words: list[str], i: int, end: int) -> str:
    """How a source bounds the figure at words `i` up to `end`: about, more than, at least."""
    text = " ".join(bare(w) if w not in _MORE | _LESS | _ABOUT else w for w in words[max(0, i - 5) : i])
    if _AT_LEAST.search(text) or words[end : end + 2] == ["علي", "الاقل"]:
        return ">="
    if _AT_MOST.search(text) or words[end : end + 2] == ["علي", "الاكثر"]:
        return "<="
    near = text.split()[-2:]
    if near and (near[-1] in _ABOUT or near[-1] == "يقارب" or near in (["يقرب", "من"], ["يقارب", "من"])):
        return "~"
    if any(w in _MORE - {"بما"} for w in near):
        return ">"
    if any(w in _LESS - {"دون"} for w in near):
        return "<"
    return ""
