"""Lengths of time: so many days ago, within so many hours, since so many weeks, last week, this month, a year."""

import datetime

from extract.moment import (
    DAY,
    FUTURE,
    ORDINALS,
    PAST,
    PRESENT,
    TEENS,
    UNITS,
    Line,
    Time,
    number,
    span,
    weekday,
)
from extract.tables import word_set
from extract.thence import days_before

_OVER = word_set("over-time")
_ROUGHLY = word_set("roughly")
_FEW = {"ايام": (3, 1), "اسابيع": (28, 7), "اشهر": (60, 30), "شهور": (60, 30)}
_SINCE = {"من", "علي"}  # "two days after"
_EXACTLY = word_set("exactly")
_BACK = {"ذلك": 0, "بعدها": 1, "بعده": 1, "قبلها": -1, "قبله": -1}


def unit(word: str) -> int:
    """How many days a word for a unit of time has, with or without the article; 0 for none."""
    return UNITS.get(word) or UNITS.get(word.removeprefix("ال"), 0)


def counted(w: Line, at: int) -> Time | None:
    """ "Three days ago", "within two weeks", "for a month": a unit, its count and the word before them."""
    x, days = w.at(at), unit(w.at(at))
    count, i = _count(w, at)
    j = at + 1
    if x.startswith("ال"):  # "the past three days"
        after, j = _count_after(w, j)
        return _definite(w, i, j, days * (count or after or 1), x, bool(count or after))
    k = i - 1
    while w.at(k) in _ROUGHLY or (w.at(k) in ("من", "عن", "علي") and w.at(k - 1) in _ROUGHLY):
        k -= 1
    cue = w.joined[i] if w.joined[i] == "ب" else w.at(k)
    if w.at(j) in PAST or w.at(j) in FUTURE:
        return _definite(w, i, j, days * (count or 1), x, True) if count or cue in _OVER else None
    if days * max(1, count) > 3650:
        return None
    if not count and x in _FEW:
        return _few(w, at, cue)
    return _framed(w, i, j, days * max(1, count), cue, k)


def _framed(w: Line, i: int, j: int, days: int, cue: str, k: int) -> Time | None:
    day = w.day
    if cue == "منذ" or cue == "مند":
        if days >= 60:
            return Time(i, j, _coarse(day, days), day.isoformat(), True)
        return Time(i, j, (day - days * DAY).isoformat(), day.isoformat(), True)
    if cue == "ب":  # "two days before that"
        return _thence(w, i, j, days)
    if cue == "بعد" and w.at(j + (w.at(j) in _EXACTLY)) in _SINCE:  # "a day after the taking of"
        return days_before(w, i, j, days)
    if cue == "قبل":
        if days >= 60:
            coarse = _coarse(day, days)
            return Time(i, j, coarse, coarse)
        return span(i, j, day - days * DAY)
    if cue in _OVER and not (cue == "في" and w.at(j - 1) in ("يوم", "شهر", "عام", "سنه", "نهار")):
        return span(i, j, day - days * DAY, day)
    return None


def _coarse(day: datetime.date, days: int) -> str:
    """So long ago that only the month is meant, or the year."""
    return str(day.year - days // 365) if days >= 365 else (day - days * DAY).isoformat()[:7]


def _few(w: Line, at: int, cue: str) -> Time | None:
    """ "Days ago", "for weeks"."""
    far, near = _FEW[w.at(at)]
    first = w.day - far * DAY
    if cue == "منذ":
        return Time(at, at + 1, first.isoformat() if far < 60 else first.isoformat()[:7], w.day.isoformat(), True)
    if cue in _OVER:
        return span(at, at + 1, first, w.day)
    if cue == "قبل":
        return span(at, at + 1, first, w.day - near * DAY)
    if cue == "بعد" and w.at(at + 1) in _SINCE:
        return Time(at, at + 1, first.isoformat(), (w.day - near * DAY).isoformat(), of=True)
    return None


def _definite(w: Line, i: int, j: int, days: int, x: str, exact: bool) -> Time | None:
    """ "The past three days", "the next two weeks", "the few days past"."""
    j += w.at(j) in ("القليله", "المعدوده")
    if w.at(j) in FUTURE:
        return span(i, j + 1, w.day, w.day + max(days, 3) * DAY)
    if w.at(j) in PAST or w.at(j - 1) == "القليله":
        j += w.at(j) in PAST
        if x == "الايام" and not exact:
            return span(i, j, w.day - 4 * DAY, w.day - DAY)
        if days >= 365:
            year = str(w.day.year - days // 365)
            return Time(i, j, year, year) if x in ("العام", "السنه") else None
        return span(i, j, w.day - (days if exact or x.removeprefix("ال") not in _FEW else 3 * days) * DAY, w.day)
    return None


def _thence(w: Line, i: int, j: int, days: int) -> Time | None:
    """ "A day before that", "two days later"."""
    back = _BACK.get(w.at(i - 1))
    if back is None:
        return None
    begin = i - 1
    if back == 0:
        begin, back = i - 2, {"قبل": -1, "بعد": 1}.get(w.at(i - 2), 0)
    anchor = w.anchored()
    if anchor is None and back < 0:
        anchor = w.day
    if not back or anchor is None:
        return None
    return span(begin, j, anchor + back * days * DAY)


def _count(w: Line, at: int) -> tuple[int, int]:
    """The count before a unit and where it begins; 0 for none."""
    before = w.at(at - 1)
    if before.isdecimal():
        return int(before[:4]), at - 1 - (w.at(at - 2) == "ال")
    value = number(before)
    if not value:
        return 0, at
    i = at - 1
    lower = number(w.at(i - 1))
    if before in ("عشر", "عشره"):
        lower = lower or TEENS.get(w.at(i - 1), 0)
        return (value + lower, i - 1) if lower and lower < 10 else (value, i)
    if value >= 20 and w.joined[i] == "و" and 0 < lower < 10:
        return value + lower, i - 1
    return value, i


def _count_after(w: Line, at: int) -> tuple[int, int]:
    """The count after a unit with the article, and the word after it: "the three days", "the 24 hours"."""
    j = at + (w.at(at) == "ال")
    if w.at(j).isdecimal():
        return int(w.at(j)[:4]), j + 1
    value = number(w.at(j)) if w.at(j).startswith("ال") else 0
    if not value:
        return 0, at
    if number(w.at(j + 1)) >= 20 and w.joined[j + 1] == "و":
        return value + number(w.at(j + 1)), j + 2
    return value, j + 1


def hours(w: Line, at: int) -> Time | None:
    """ "The past 24 hours", "48 hours ago", "hours ago"."""
    x = w.at(at)
    if x == "ساعتين":
        return span(at, at + 1, w.day) if w.at(at - 1) in ("قبل", "منذ") else None
    if x == "ساعات":
        count, i = _count(w, at)
        ago = w.at(i - 1 - (w.at(i - 1) in _ROUGHLY)) in ("قبل", "منذ")
        if count or not ago:
            return span(i, at + 1, w.day) if ago and count <= 12 else None
        return span(at, at + 1, w.day - DAY, w.day)
    count, i, j = 0, at, at + 1
    if x == "ساعه":
        count, i = _count(w, at)
        if not count:
            return None
    elif w.at(j) in ("الاولي", "الاخيره") and w.at(j + 1) == "من":  # "of Sunday": that dates it
        return None
    elif x == "الساعات":
        count, j = _count_after(w, j)
        j += w.at(j) == "ساعه"
        j += w.at(j) == "القليله"
    days = max(1, (count or 24) // 24) * DAY
    if w.at(j) in FUTURE:
        return span(i, j + 1, w.day, w.day + days)
    if w.at(i - 1) == "قبل":
        return span(i, j, w.day - days) if count >= 24 else span(i, j, w.day)
    if x == "ساعه" and w.at(i - 1) == "بعد":
        return None
    return span(i, j + (w.at(j) in PAST), w.day - days, w.day)


def week(w: Line, at: int) -> Time | None:
    """ "Last week", "this week", "early in the week", "at the weekend"."""
    before, after, day = w.at(at - 1), w.at(at + 1), w.day
    j = at + 1 + (after in PAST or after in PRESENT or after in FUTURE)
    if before in ("نهايه", "عطله"):
        if after in PAST or 0 <= day.weekday() < 4:
            return span(at, j, weekday("الجمعه", day), weekday("الاحد", day)) if day.weekday() < 4 else None
        return None
    if after in FUTURE:
        return span(at, j, day + DAY, day + 7 * DAY)
    if before in ("مطلع", "بدايه", "اول") and after not in PAST:
        first = weekday("السبت", day)
        return span(at, j, first, min(day, first + 2 * DAY))
    if after in PAST:
        return span(at, j, day - 7 * DAY, day - DAY) if before != "قبل" else None
    if before == "هذا" or after in PRESENT:
        return span(at, j, weekday("الاحد", day), day)
    return None


def this_month(w: Line, at: int) -> Time | None:
    """ "Last month", "this month"."""
    after = w.at(at + 1)
    if after in PAST:
        last = w.day.replace(day=1) - DAY
        return span(at, at + 2, last.replace(day=1), last)
    if after in PRESENT or w.at(at - 1) == "هذا":
        return span(at, at + 1 + (after in PRESENT), w.day.replace(day=1), w.day)
    return None


SEASONS = {"ربيع": 3, "صيف": 6, "خريف": 9, "شتاء": 12}  # the month each begins with


def season(w: Line, at: int) -> Time | None:
    """ "Summer 2012", "last spring"."""
    j = at + 1 + (w.at(at + 1) in ("عام", "العام", "سنه"))
    if len(w.at(j)) == 4 and w.at(j).isdecimal():
        return Time(at, j + 1, w.at(j), w.at(j))
    if w.at(at).startswith("ال") and (w.at(j) in PAST or w.at(at - 1) == "منذ"):
        begins = SEASONS[w.at(at).removeprefix("ال")]
        year = w.day.year - (w.day.month < begins + 3)
        ends = f"{year + 1}-02" if begins == 12 else f"{year}-{begins + 2:02}"
        return Time(at, j + (w.at(j) in PAST), f"{year}-{begins:02}", ends)
    return None


_IN_YEAR = {"منذ", "في", "خلال", "مطلع", "بدايه", "اوائل", "منتصف", "اواخر", "نهايه", "طوال"}
_COUNTED = word_set("counted-things")


def year(w: Line, at: int) -> Time | None:
    """A year: "in 2012", "since 2012", "last year"."""
    x = w.at(at)
    if x.isdecimal():
        dated = w.at(at - 1) in _IN_YEAR and w.at(at + 1) not in _COUNTED
        return Time(at, at + 1, x, x) if x.startswith("20") and len(x) == 4 and dated else None
    named = w.at(at + 1)
    return Time(at, at + 2, named, named) if len(named) == 4 and named.isdecimal() else None


def running_day(w: Line, at: int) -> Time | None:
    """ "For the fourth day": it began three days before."""
    nth = ORDINALS.get(w.at(at + 1), 0)
    if not nth:
        return None
    j = at + 2
    if w.at(j) == "عشر":
        nth, j = nth + 10, j + 1
    if w.at(j) == "علي" and w.at(j + 1) == "التوالي":
        j += 2
    return span(at, j, w.day - (nth - 1) * DAY, w.day)
