"""A town outside Aleppo as what a text speaks of: "there", "in it" and a name that other towns have too are then its.

A town that somebody only goes to, or speaks from, is not what the text speaks of.
"""

import functools
import re

from extract.fold import fold
from extract.scan import Lex, Sentence
from extract.tables import read_rows, word_set

_TOWARDS = {"الى", "نحو", "صوب", "باتجاه", "عبر"}
_BUREAU = word_set("bureau")
_LANDS = word_set("lands")
_TOWN = word_set("town")
_VILLAGE = word_set("village")
_NO_NAME = word_set("no-name")
_OURS = "حلب"  # the countryside of the city is no other town
_SPEAKER = 14  # lexemes between a verb of saying and what is said


def is_town(sentence: Sentence, lexes: list[Lex], n: int) -> bool:
    """Whether a lexeme names a place outside that something is said of."""
    x = lexes[n]
    if x.kind == "head" and x.entry.text in _VILLAGE:
        after = lexes[n + 1] if n + 1 < len(lexes) else None
        if after is None or after.kind != "w" or after.conj or after.prep or sentence.words[after.i] in _NO_NAME:
            return False
    elif x.kind != "city" or x.entry.text in _LANDS:
        return False
    if x.entry.text in _BUREAU and not _in_capital(sentence, lexes, n):
        return False
    return not _goes_there(sentence, lexes, n)


def _in_capital(sentence: Sentence, lexes: list[Lex], n: int) -> bool:
    """Whether a capital is a town here, and not a government ("in the hands of Damascus") or where somebody speaks."""
    before = lexes[n - 1] if n else None
    inside = lexes[n].prep == "ب" or (
        before is not None
        and (before.id == "في" or before.kind in ("loc", "side") or sentence.words[before.i] in _TOWN)
    )
    return inside and not any(y.kind in ("said", ",") for y in lexes[n + 1 : n + 3])


def _goes_there(sentence: Sentence, lexes: list[Lex], n: int) -> bool:
    """Whether a town is only where somebody goes: "to Idlib", "to the countryside of Idlib"."""
    if lexes[n].prep == "ل":
        return True
    n -= 1
    while n >= 0 and sentence.words[lexes[n].j - 1] in _TOWN and not lexes[n].prep:
        n -= 1
    return n >= 0 and lexes[n].kind == "prep" and lexes[n].id in _TOWARDS


def town_before(sentence: Sentence, at: int) -> int:
    """The town last spoken of before a lexeme, with no sure place of Aleppo named after it; -1 for none."""
    lexes, n = sentence.lexes, at - 1
    while n >= 0:
        y = lexes[n]
        if y.kind in ("group", "place", "area") and not y.entry.needs:
            return -1
        if is_town(sentence, lexes, n):
            return n
        n = _said_before(lexes, n) if y.kind == "that" else n - 1
    return -1


def _said_before(lexes: list[Lex], that: int) -> int:
    """The lexeme before a verb of saying, if only who speaks, and where, stands between it and "that"."""
    for n in range(that - 1, max(-1, that - _SPEAKER), -1):
        if lexes[n].kind == "said":
            return n - 1
        if lexes[n].kind in ("verb", "that", "noun", "group", "state"):
            break
    return that - 1


def strike_elsewhere(sentence: Sentence) -> None:
    """ "The quarter of X in Homs": a name that other towns have too, with its town right behind it, is theirs."""
    lexes = sentence.lexes
    for n, x in enumerate(lexes):
        if x.kind != "group" or not all(m.needs for m in x.members):
            continue
        look = n + 1
        while look < min(n + 4, len(lexes)) and (
            lexes[look].id == "في" or lexes[look].kind == "side" or sentence.words[lexes[look].i].lstrip("ب") in _TOWN
        ):
            look += 1
        of_it = look == n + 1 and look + 1 < len(lexes) and lexes[look].id == "من" and x.members[0].level == "area"
        look += of_it  # "the eastern quarters of X"
        town = lexes[look] if look < len(lexes) else None
        if (
            town is not None
            and town.kind == "city"
            and (look > n + 1 or town.prep == "ب")
            and _OURS not in town.entry.text
        ):
            x.kind = "city"


def names_aleppo(sentence: Sentence) -> bool:
    """Whether a sentence names the city itself, or a place that is nobody else's."""
    return any(y.kind == "group" and not y.entry.needs for y in sentence.lexes)


def heads_sentence(sentence: Sentence, group: Lex) -> bool:
    """ "In Mosul the forces took X": a town opens the sentence, and no place of Aleppo is named since."""
    lexes = sentence.lexes
    town = town_before(sentence, next(n for n, x in enumerate(lexes) if x is group))
    return town >= 0 and all(y.kind in ("prep", "w", "head", "part", "side") for y in lexes[:town])


def is_masculine(x: Lex) -> bool:
    """A town is feminine, but its countryside or a quarter of it is not."""
    return x.entry.text.startswith(("ريف", "حي ", "مخيم", "جسر"))


@functools.cache
def _names() -> set[str]:
    rows = [row.columns for row in read_rows("words") if row.columns["kind"] == "city"]
    return {fold(form).text for columns in rows for form in columns["forms"].split("/")} - _LANDS - _BUREAU


@functools.cache
def _towns() -> re.Pattern[str]:
    names = _names()
    inside = r"(?<!\w)[وف]?(?:في|قرب|جنوب\w?|شمال\w?|شرق\w?|غرب\w?)\s+(?:\w+\s+)?"
    return re.compile(inside + rf"(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)")


@functools.cache
def _about() -> re.Pattern[str]:
    """A town that something is done in or to; not one that people go to."""
    names = "|".join(sorted(_names(), key=len, reverse=True))
    told = r"(?:مدينه|بلده|محافظه|تحرير|معركه|معارك|جبهات|احياء|ريف|سكان|اهالي|علي)\s+"
    return re.compile(rf"(?<!الي )(?<!نحو )(?<!\w){told}(?:{names})(?!\w)")


def tells_of_town(folded: str) -> bool:
    """Whether a text that never names Aleppo is about a town outside."""
    return _towns().search(folded) is not None or _about().search(folded) is not None


def passes_town(folded: str, start: int, end: int) -> bool:
    """Whether a sentence that was not read tells of something in a town outside."""
    return _towns().search(folded, start, end) is not None
