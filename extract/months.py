"""Days of the calendar: "5 December", "the fifteenth of November", months by every name, days in figures."""

import datetime
import re

from extract.moment import DAY, DAYED, MONTH_PARTS, MONTHS, ORDINALS, PAST, PRESENT, Line, Time, span

ISO = re.compile(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})")
_SHORT = re.compile(r"(\d{1,2})/(\d{1,2})")
_BEFORE_SHORT = {"يوم", "بتاريخ", "تاريخ"}


def absolute(w: Line, at: int) -> Time | None:
    """A day, some days or a month of the calendar that begins at a word."""
    x = w.at(at)
    if x in MONTH_PARTS:
        return _part(w, at)
    if x and x[0].isdecimal():
        figures = _figures(w, at)
        if figures:
            return figures
    number, j = _day_number(w, at)
    if not number:
        return _whole_month(w, at)
    begins = j + (w.at(j) in ("-", "الي", "حتي", "و"))
    following, k = _day_number(w, begins)
    if following > number and (begins > j or w.joined[j] == "و"):  # "between 3 and 5 December"
        month, year, end = _of_month(w, k)
        return _days(at, end, year, month, number, following) if month else None
    month, year, end = _of_month(w, j)
    return _days(at, end, year, month, number, number) if month else None


def _days(i: int, j: int, year: int, month: int, first: int, last: int) -> Time | None:
    try:
        return span(i, j, datetime.date(year, month, first), datetime.date(year, month, last))
    except ValueError:
        return None


def _day_number(w: Line, at: int) -> tuple[int, int]:
    """The number of a day, and the word after it; 0 for none."""
    x = w.at(at)
    if x == "ال" and w.at(at + 1).isdecimal():
        x, at = w.at(at + 1), at + 1
    if x.isdecimal() and len(x) <= 2:
        return int(x), at + 1
    number, j = ORDINALS.get(x, 0), at + 1
    if not number:
        return 0, at
    if w.at(j) == "عشر":
        return number + 10, j + 1
    if number < 10 and j < len(w.words) and w.joined[j] == "و" and ORDINALS.get(w.at(j), 0) >= 20:
        return number + ORDINALS[w.at(j)], j + 1
    return number, j


def _of_month(w: Line, at: int) -> tuple[int, int, int]:
    """Of which month and year a day is, and the word after them: named, this month, the last one, "of the same"."""
    j = at
    if w.at(j) == "من":
        j += 1
    if w.at(j) == "شهر":
        j += 1
    month, end = _month(w, j, dated=True)
    if month:
        year, end = _year(w, end, month)
        return month, year, end
    if w.at(j) == "الشهر" and w.at(j + 1) in PAST | PRESENT:
        j += 1
    if w.at(j) in PRESENT or (w.at(j) == "الشهر" and w.at(j - 1) in ("هذا", "من")):
        return w.day.month, w.day.year, j + 1
    if w.at(j) in PAST and w.at(j - 1) != "من":
        last = w.day.replace(day=1) - DAY
        return last.month, last.year, j + 1
    anchor = w.anchored()
    if w.at(j) == "منه" and (anchor or w.at(at - 1) in ORDINALS):
        of = anchor or w.day
        return of.month, of.year, j + 1
    return 0, 0, at


def _whole_month(w: Line, at: int) -> Time | None:
    month, end = _month(w, at)
    if not month:
        return None
    year, end = _year(w, end, month)
    return Time(at, end, f"{year:04}-{month:02}", f"{year:04}-{month:02}")


def _part(w: Line, at: int) -> Time | None:
    """ "Mid-November", "early this month", "late last month"."""
    x, j = w.at(at), at + 1 + (w.at(at + 1) == "شهر")
    month, end = _month(w, j, dated=True)
    if month:
        year, end = _year(w, end, month)
    elif w.at(j) == "الشهر":
        last = w.at(j + 1) in PAST
        of = w.day.replace(day=1) - DAY if last else w.day
        month, year, end = of.month, of.year, j + 1 + (last or w.at(j + 1) in PRESENT)
    else:
        return None
    first, last_day = (int(part) for part in MONTH_PARTS[x].split("-"))
    begin = datetime.date(year, month, first)
    stop = min(datetime.date(year, month, 28) + (last_day - 28) * DAY, _month_end(year, month))
    if begin <= w.day < stop:
        stop = w.day
    return span(at, end, begin, stop)


def _month_end(year: int, month: int) -> datetime.date:
    return (datetime.date(year, month, 28) + 4 * DAY).replace(day=1) - DAY


def _figures(w: Line, at: int) -> Time | None:
    """ "7/12/2016", "7 - 12 - 2016", "on 7/12"."""
    x = w.at(at)
    if x.isdecimal() and w.at(at + 1) == w.at(at + 3) == "-" and w.at(at + 4).isdecimal():
        match = ISO.fullmatch("-".join((x, w.at(at + 2), w.at(at + 4))))
        dashed = _numeric(match) if match else None
        return span(at, at + 5, dashed) if dashed else None
    match = ISO.fullmatch(x)
    if match:
        numeric = _numeric(match)
        return span(at, at + 1, numeric) if numeric else None
    match = _SHORT.fullmatch(x)
    if match and w.at(at - 1) in _BEFORE_SHORT:
        day, month = int(match[1]), int(match[2])
        year = w.day.year if month <= w.day.month else w.day.year - 1
        return _days(at, at + 1, year, month, day, day) or _days(at, at + 1, w.day.year, day, month, month)
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


def _named(w: Line, at: int, dated: bool) -> tuple[int, int]:
    x = w.at(at)
    month = MONTHS.get(f"{x} {w.at(at + 1)}", 0)
    if month:
        return month, at + 2
    month = MONTHS.get(x, 0) or (DAYED.get(x, 0) if dated else 0)
    return month, at + 1 if month else at


def _month(w: Line, at: int, dated: bool = False) -> tuple[int, int]:
    """The month named at a word, also by two names ("tishreen II/November"), and the word after it."""
    month, end = _named(w, at, dated)
    if month and w.at(end) in ("/", "(", "-"):
        again, after = _named(w, end + 1, True)
        if again == month:
            end = after + (w.at(end) == "(" and w.at(after) == ")")
    elif not month and DAYED.get(w.at(at)) and w.at(at + 1) in ("/", "("):
        again, after = _named(w, at + 2, True)
        if again == DAYED[w.at(at)]:
            return again, after
    return month, end


def _year(w: Line, end: int, month: int) -> tuple[int, int]:
    """The year of a month, named or the last one in which it has begun, and the word after it."""
    x = w.at(end)
    if x in ("من", "عام", "سنه") and len(w.at(end + 1)) == 4 and w.at(end + 1).isdecimal():
        return int(w.at(end + 1)), end + 2
    if x in ("من", "عام") and w.at(end + 1) in ("العام", "عام") and w.at(end + 2)[:4].isdecimal():
        return int(w.at(end + 2)[:4]), end + 3
    if x.isdecimal() and len(x) == 4:
        return int(x), end + 1
    year = w.day.year if month <= w.day.month else w.day.year - 1
    return year, end + (x in PAST or x in PRESENT)
