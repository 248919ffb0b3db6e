"""Days of the calendar: "5 December", "the fifteenth of November", months by either name, days in figures."""

import datetime
import re

from extract.moment import MONTHS, ORDINALS, PAST, Time, span

_TWO = {("كانون", "الثاني"): 1, ("تشرين", "الاول"): 10, ("تشرين", "الثاني"): 11, ("كانون", "الاول"): 12}
_TWO |= {("تشرين", "الثانينوفمبر"): 11, ("كانون", "الاولديسمبر"): 12, ("تشرين", "الاولاكتوبر"): 10}
ISO = re.compile(r"(\d{1,4})[/-](\d{1,2})[/-](\d{1,4})")


def absolute(w: list[str], at: int, day: datetime.date) -> Time | None:
    """ "5 December", "the fifteenth of November", "mid-November", "7/12/2016"."""
    x = w[at] if at < len(w) else ""
    number, j = 0, at
    if x in ("منتصف", "نهايه", "اواخر", "مطلع", "بدايه", "اوايل"):
        j = at + 1
        month, end = _month(w, j)
        if not month:
            return None
        year = _year(w, end, month, day)
        first, last = {"منتصف": (15, 15), "نهايه": (26, 30), "اواخر": (24, 30)}.get(x, (1, 7))
        return span(
            at, end, datetime.date(year, month, first), datetime.date(year, month, min(last, 28 if month == 2 else 30))
        )
    if x.isdecimal() and at + 4 < len(w) and w[at + 1] == w[at + 3] == "-":
        x = "-".join((x, w[at + 2], w[at + 4]))
        match = ISO.fullmatch(x)
        dashed = _numeric(match) if match else None
        return span(at, at + 5, dashed) if dashed else None
    if x.isdecimal() and len(x) <= 2:
        number, j = int(x), at + 1
    elif x in ORDINALS:
        number, j = ORDINALS[x], at + 1
        if j < len(w) and w[j] == "عشر":
            number, j = number + 10, j + 1
        elif j < len(w) and w[j] in ("والعشرين", "والعشرون", "والثلاثين"):
            number, j = number + (30 if "ثلاث" in w[j] else 20), j + 1
    else:
        match = ISO.fullmatch(x)
        if match:
            numeric = _numeric(match)
            return span(at, at + 1, numeric) if numeric else None
    if j < len(w) and j > at and w[j] in ("من", "شهر"):
        j += 1
    month, end = _month(w, j)
    if not month:
        return None
    year = _year(w, end, month, day)
    if end < len(w) and w[end].isdecimal() and len(w[end]) == 4:
        year, end = int(w[end]), end + 1
    elif end < len(w) and w[end] in PAST:
        end += 1
    try:
        if number:
            return span(at, end, datetime.date(year, month, number))
        if at and w[at - 1] in ("منتصف",):
            return span(at - 1, end, datetime.date(year, month, 15))
        return Time(at, end, f"{year:04}-{month:02}", f"{year:04}-{month:02}")
    except ValueError:
        return None


def _numeric(match: re.Match[str]) -> datetime.date | None:
    """A day in figures: year first or last, the day before the month unless it cannot be."""
    a, b, c = (int(g) for g in match.groups())
    for y, m, d in ((a, b, c), (c, b, a), (c, a, b)):
        try:
            if y > 1900:
                return datetime.date(y, m, d)
        except ValueError:
            continue
    return None


def _month(w: list[str], at: int) -> tuple[int, int]:
    """The month named at a word, also as "tishreen II/November", and the word after it."""
    x = w[at] if at < len(w) else ""
    pair = (x, w[at + 1]) if at + 1 < len(w) else None
    if pair in _TWO:
        month, end = _TWO[pair], at + 2
    elif x in MONTHS:
        month, end = MONTHS[x], at + 1
    else:
        return 0, at
    if end + 1 < len(w) and w[end] in ("/", "(", "-") and w[end + 1] in MONTHS:
        end += 2
    elif end + 2 < len(w) and w[end] in ("/", "(", "-") and (w[end + 1], w[end + 2]) in _TWO:
        end += 3
    return month, end


def _year(w: list[str], end: int, month: int, day: datetime.date) -> int:
    return day.year if (month, 1) <= (day.month, day.day) or month <= day.month else day.year - 1
