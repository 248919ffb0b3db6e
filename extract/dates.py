"""Dates as news writes them: words relative to the day of publication, weekdays, nights, months by every name.

Precision is never invented: "days ago" is an interval, "since 2012" begins with a year.
"""

import datetime

from extract.days import day_of_week, near_day, night, part_of_today
from extract.moment import (
    DAY,
    DAY_PARTS,
    DEIXIS,
    MONTH_PARTS,
    MONTHS,
    NIGHT,
    NUMBERS,
    ORDINALS,
    TEENS,
    UNITS,
    WEEKDAYS,
    Line,
    Time,
    span,
)
from extract.months import absolute
from extract.spells import SEASONS, counted, hours, running_day, season, this_month, week, year
from extract.tables import word_set
from extract.thence import Reader, joined, morrow, that_day

_CLITICS = ("و", "ف", "ب", "ل")
_ROUGHLY = word_set("roughly")


def _lately(w: Line, at: int) -> Time | None:
    return span(at, at + 1, w.day - 3 * DAY, w.day - DAY)


def _first_of(*readers: Reader) -> Reader:
    def read(w: Line, at: int) -> Time | None:
        return next((time for reader in readers if (time := reader(w, at))), None)

    return read


# Which reading a word begins; of several, the first that finds a time.
_READERS: dict[str, Reader] = {
    **dict.fromkeys({word.split()[0] for word in MONTHS} | set(ORDINALS) | set(MONTH_PARTS), absolute),
    **dict.fromkeys(UNITS, counted),
    **{f"ال{word}": counted for word in UNITS},
    **dict.fromkeys(("عام", "سنه", "العام", "السنه"), _first_of(year, counted)),
    **dict.fromkeys(DEIXIS, _first_of(near_day, that_day)),
    **dict.fromkeys(WEEKDAYS, day_of_week),
    **dict.fromkeys(NIGHT, night),
    **dict.fromkeys(("ساعات", "الساعات", "ساعه", "ساعتين"), hours),
    **dict.fromkeys([*SEASONS, *(f"ال{word}" for word in SEASONS)], season),
    **dict.fromkeys(("الليله", "الليل", "الصباح", "المساء", "الفجر", "ليلا"), part_of_today),
    "اول": near_day,
    "يومها": that_day,
    "موخرا": _lately,
    "الشهر": _first_of(this_month, counted),
    "الاسبوع": _first_of(week, counted),
    "لليوم": running_day,
    "غداه": morrow,
}  # fmt: skip
_SHORT_MONTHS = {"ك", "ت"}  # before a number
# Every cue with everything that may be written onto it: a sentence without any of them names no time.
_SIGNS = {front + cue for cue in _READERS for front in ("", *_CLITICS)}
_FRAMES = {"قبل", "بعد", "منذ"} | (word_set("over-time") - {"مدي", "ظرف"})
_JOINABLE = {*_READERS, *NUMBERS, *(f"ال{word}" for word in NUMBERS), *TEENS, *DAY_PARTS, *_FRAMES}


def _line(words: list[str], published: datetime.date, anchor: Time | None) -> Line:
    bare, fronts = words[:], [""] * len(words)
    for n, word in enumerate(words):
        rest = word[1:]
        if word[0] in _CLITICS and word not in _JOINABLE and (rest in _JOINABLE):
            bare[n], fronts[n] = rest, word[0]
        elif word.isdecimal() and n and words[n - 1] == "و":
            fronts[n] = "و"
    return Line(bare, fronts, published, anchor)


def find_times(
    words: list[str], published: datetime.date, figures: bool = True, anchor: Time | None = None
) -> list[Time]:
    """All times named in a sentence, in order. `figures`: whether any word is written in digits."""
    if not figures and _SIGNS.isdisjoint(words):
        return []
    line = _line(words, published, anchor)
    found: list[Time] = []
    at = 0
    while at < len(words):
        word = line.words[at]
        if word not in _READERS and word not in _SHORT_MONTHS and not word[0].isdecimal():
            at += 1
            continue
        time = _read(line, at)
        if time and (not found or time.i >= found[-1].j):
            time = _since(line, joined(line, time, _read))
            found.append(time)
            if len(time.last) == 10:
                line.anchor = time
            at = time.j
        else:
            at += 1
    return found


def _read(w: Line, at: int) -> Time | None:
    word = w.at(at)
    reader = _READERS.get(word)
    if reader:
        return reader(w, at)
    if word[0].isdecimal():
        return absolute(w, at) or year(w, at)
    return absolute(w, at) if word in _SHORT_MONTHS else None


_FROM = {"منذ", "مند", "مذ"}
_BEGUN = word_set("begun")


def _since(w: Line, time: Time) -> Time:
    k = time.i - 1
    while w.at(k) in DAY_PARTS or w.at(k) in NIGHT or w.at(k) in _ROUGHLY or w.at(k) in MONTH_PARTS:
        k -= 1
    if w.at(k) not in _FROM:
        # "since its attack began in mid-November"
        begun = any(w.at(time.i - d) in _FROM and w.at(time.i - d + 1) in _BEGUN for d in range(2, 6))
        k = time.i if begun else -1
    if k < 0:
        return time
    today = w.day.isoformat()
    return Time(k, time.j, time.first, today if time.last < today else time.last, True)
