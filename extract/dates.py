"""Dates as news writes them: words relative to the day of publication, weekdays, nights, months by either name.

Precision is never invented: "days ago" is an interval, "since 2012" begins with a year.
"""

import datetime

from extract.days import relative
from extract.moment import MONTHS, NIGHT, NUMBERS, ORDINALS, UNITS, WEEKDAYS, Time
from extract.months import ISO

_CLITICS = ("و", "ف", "ب", "ل")
_CUES = {
    "امس", "البارحه", "اول", "اليوم", "موخرا", "ساعات", "الساعات", "ساعه", "الايام", "عام", "سنه", "صيف",
    "الشهر", "الاسبوع", "الليله", "تشرين", "كانون", *WEEKDAYS, *MONTHS, *UNITS,
} | NIGHT  # fmt: skip


# Every cue with everything that may be written onto it: a sentence without any of them names no time.
_SIGNS = {front + cue for cue in (_CUES | set(ORDINALS) | {"منتصف"}) for front in ("", *_CLITICS)}


def _bare(word: str) -> str:
    if word in _CUES or word in NUMBERS or len(word) < 4:
        return word
    rest = word[1:]
    return rest if word[0] in _CLITICS and (rest in _CUES or rest in NIGHT or rest in UNITS) else word


def find_times(words: list[str], published: datetime.date, figures: bool = True) -> list[Time]:
    """All times named in a sentence, in order. `figures`: whether any word is written in digits."""
    if _SIGNS.isdisjoint(words) and not figures:
        return []
    bare = [_bare(word) for word in words]
    found: list[Time] = []
    at = 0
    while at < len(bare):
        word = bare[at]
        figure = word[0].isdecimal() and (ISO.fullmatch(word) or (word.isdecimal() and at + 1 < len(bare)))
        if word in _CUES or figure or word in ORDINALS or word == "منتصف":
            time = relative(bare, at, published)
            if time:
                found.append(_since(bare, time, published))
                at = time.j
                continue
        at += 1
    return found


def _since(bare: list[str], time: Time, published: datetime.date) -> Time:
    before = bare[time.i - 1] if time.i else ""
    if before in ("منذ", "ومنذ", "مند") and not time.since:
        if time.last < published.isoformat():
            return Time(time.i - 1, time.j, time.first, published.isoformat(), True)
        return Time(time.i - 1, time.j, time.first, time.last, True)
    return time
