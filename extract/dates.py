"""Dates as news writes them: words relative to the day of publication, weekdays, nights, months by either name.

Precision is never invented: "days ago" is an interval, "since 2012" begins with a year.
"""

import datetime
import re

import msgspec

from extract.lexicon import word_values

_DAY = datetime.timedelta(days=1)
_WEEKDAYS = {word: int(value) for word, value in word_values("weekday").items()}
_MONTHS = {word: int(value) for word, value in word_values("month").items()}
_TWO = {("كانون", "الثاني"): 1, ("تشرين", "الاول"): 10, ("تشرين", "الثاني"): 11, ("كانون", "الاول"): 12}
_TWO |= {("تشرين", "الثانينوفمبر"): 11, ("كانون", "الاولديسمبر"): 12, ("تشرين", "الاولاكتوبر"): 10}
_ORDINALS = {word: int(value) for word, value in word_values("ordinal").items()}
NUMBERS = {word: int(value) for word, value in word_values("number").items()}
_UNITS = {word: int(value) for word, value in word_values("days").items()}
_PAST = {"الماضي", "الماضيه", "الفايت", "المنصرم", "الاخيره", "الاخير", "القليله", "السابقه"}
_NIGHT = {"ليل", "ليله"}
_PARTS = {"فجر", "صباح", "ظهر", "عصر", "مساء", "منتصف", "يوم", "نهار", "عشيه", "ضحى", "منذ", "خلال", "في", "حتي", "حتى"}
_CLITICS = ("و", "ف", "ب", "ل")
_CUES = {
    "امس", "البارحه", "اول", "اليوم", "موخرا", "ساعات", "الساعات", "ساعه", "الايام", "عام", "سنه", "صيف",
    "الشهر", "الاسبوع", "الليله", "تشرين", "كانون", *_WEEKDAYS, *_MONTHS, *_UNITS,
} | _NIGHT  # fmt: skip
_ISO = re.compile(r"(\d{1,4})[/-](\d{1,2})[/-](\d{1,4})")


class Time(msgspec.Struct, frozen=True):
    """Words `i` up to `j` name the days `first` to `last`; `since`: it began there and went on."""

    i: int
    j: int
    first: str
    last: str
    since: bool = False

    def value(self) -> str:
        """ISO 8601, a day or an interval."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


# Every cue with everything that may be written onto it: a sentence without any of them names no time.
_SIGNS = {front + cue for cue in (_CUES | set(_ORDINALS) | {"منتصف"}) for front in ("", *_CLITICS)}


def _bare(word: str) -> str:
    if word in _CUES or word in NUMBERS or len(word) < 4:
        return word
    rest = word[1:]
    return rest if word[0] in _CLITICS and (rest in _CUES or rest in _NIGHT or rest in _UNITS) else word


def find_times(words: list[str], published: datetime.date, figures: bool = True) -> list[Time]:
    """All times named in a sentence, in order. `figures`: whether any word is written in digits."""
    if _SIGNS.isdisjoint(words) and not figures:
        return []
    bare = [_bare(word) for word in words]
    found: list[Time] = []
    at = 0
    while at < len(bare):
        word = bare[at]
        figure = word[0].isdecimal() and (_ISO.fullmatch(word) or (word.isdecimal() and at + 1 < len(bare)))
        if word in _CUES or figure or word in _ORDINALS or word == "منتصف":
            time = _time(bare, at, published)
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


def _span(i: int, j: int, first: datetime.date, last: datetime.date | None = None) -> Time:
    return Time(i, j, first.isoformat(), (last or first).isoformat())


def _time(w: list[str], at: int, day: datetime.date) -> Time | None:
    def word(n: int) -> str:
        return w[n] if 0 <= n < len(w) else ""

    x = word(at)
    if x in ("امس", "البارحه"):
        j = at + 1
        if word(j) in ("الاول",):
            return _span(at, _over_weekday(w, j + 1), day - 2 * _DAY)
        if word(at - 1) in _NIGHT:
            return _span(at, _over_weekday(w, j), day - _DAY, day)
        j = _over_weekday(w, j)
        if word(j) in ("الايام", "والايام"):  # "yesterday and the few days before it"
            j += 1
            while word(j) in _PAST or word(j) in ("التي", "قبله", "قبلها", "سبقته"):
                j += 1
            return _span(at, j, day - 4 * _DAY, day - _DAY)
        return _span(at, _over_weekday(w, j), day - _DAY)
    if x == "اول" and (word(at + 1) == "امس" or (word(at + 1) == "من" and word(at + 2) == "امس")):
        return _span(at, _over_weekday(w, at + 2 + (word(at + 1) == "من")), day - 2 * _DAY)
    if x == "اليوم" and word(at - 1) not in ("ذلك", "في ذلك"):
        if word(at + 1) in ("السابق", "التالي", "الاول", "الثاني", "الثالث", "الرابع"):
            return None
        end = _over_weekday(w, at + 1)
        follow = _absolute(w, end, day)
        return _span(at, follow.j if follow else end, day)
    if x == "موخرا":
        return _span(at, at + 1, day - 3 * _DAY, day - _DAY)
    if x in _NIGHT or x == "الليله":
        if x == "الليله" and word(at + 1) in _PAST:
            return _span(at, at + 2, day - _DAY, day)
        if word(at + 1) in _WEEKDAYS:
            first = _weekday(word(at + 1), day)
            k = at + 2 + (word(at + 2) in ("-", "/"))
            if word(k) in _WEEKDAYS and (_WEEKDAYS[word(at + 1)] + 1) % 7 == _WEEKDAYS[word(k)]:
                last = _weekday(word(k), day)
                return _span(at, k + 1, last - _DAY, last)
            return _span(at, at + 2, first, min(first + _DAY, day))
        return None
    if x in _WEEKDAYS:
        if word(at + 1) in ("المقبل", "القادم", "المقبله"):
            ahead = _weekday(x, day) + 7 * _DAY
            return _span(at, at + 2, ahead)
        found = _weekday(x, day)
        follow = _absolute(w, at + 1, day)
        if follow:
            return Time(at, follow.j, follow.first, follow.last)
        return _span(at, at + 1 + (word(at + 1) in _PAST), found)
    if (x == "ساعات" and word(at - 1) not in ("ب", "خلال")) or x == "الساعات":
        if word(at - 1).isdecimal() or word(at - 1) in NUMBERS:
            return None
        if word(at + 1) in ("الاولي", "الاخيره") and word(at + 2) == "من":  # "of Sunday": that dates it
            return None
        j, count = at + 1, 24
        while word(j) in ("ال", "ساعه", "والعشرين") or word(j).isdecimal() or word(j).removeprefix("ال") in NUMBERS:
            count = int(word(j)[:3]) if word(j).isdecimal() else count
            j += 1
        return _span(at, j + (word(j) in _PAST), day - max(1, count // 24) * _DAY, day)
    if x == "ساعه" and word(at - 1).isdecimal():
        days = max(1, int(word(at - 1)[:4]) // 24)
        begin = at - 2 if word(at - 2) == "ال" else at - 1
        return _span(begin, at + 1 + (word(at + 1) in _PAST), day - days * _DAY, day)
    if x == "الايام":
        return _span(at, at + 1 + (word(at + 1) in _PAST), day - 4 * _DAY, day - _DAY)
    if x == "الاسبوع" and word(at - 1) in ("نهايه", "عطله"):
        return _span(at, at + 1, _weekday("الجمعه", day), _weekday("الاحد", day)) if 0 <= day.weekday() < 4 else None
    if x == "الاسبوع" and word(at - 1) in ("مطلع", "بدايه"):
        first = _weekday("السبت", day)
        return _span(at, at + 1, first, min(day, first + 2 * _DAY))
    if x in ("الشهر", "الاسبوع") and word(at + 1) in _PAST:
        if x == "الاسبوع":
            return _span(at, at + 2, day - 7 * _DAY, day - _DAY)
        last = day.replace(day=1) - _DAY
        if word(at - 1) == "منتصف":
            return _span(at, at + 2, last.replace(day=15))
        return _span(at, at + 2, last.replace(day=1), last)
    if x in _UNITS and not (x in ("يوم", "يوما") and word(at + 1) in _WEEKDAYS):
        return _ago(w, at, day)
    if x in ("عام", "سنه", "صيف") or (
        x.isdecimal() and len(x) == 4 and x.startswith("20") and word(at - 1) in ("منذ", "ومنذ")
    ):
        year = word(at + 1) if not x.isdecimal() else x
        if year == "عام":
            year, at = word(at + 2), at + 1
        if year.isdecimal() and len(year) == 4:
            j = at + (1 if x.isdecimal() else 2)
            return Time(at, j, year, year)
        return None
    return _absolute(w, at, day)


def _over_weekday(w: list[str], at: int) -> int:
    return at + 1 if at < len(w) and w[at] in _WEEKDAYS else at


def _weekday(word: str, day: datetime.date) -> datetime.date:
    """The last such day up to publication."""
    return day - ((day.weekday() - _WEEKDAYS[word]) % 7) * _DAY


def _ago(w: list[str], at: int, day: datetime.date) -> Time | None:
    before = w[at - 1] if at else ""
    count = 1
    i = at
    if before.isdecimal():
        count, i = int(before[:4]), at - 1
    elif before in NUMBERS:
        count, i = NUMBERS[before], at - 1
    cue = w[i - 1].lstrip("و") if i else ""
    days = _UNITS[w[at]] * count
    if days > 3000 or (w[at] in ("شهر", "يوم", "اسبوع") and cue not in ("قبل", "منذ", "خلال", "بعد")):
        return None
    if w[at] == "ايام" and i == at:
        if cue in ("قبل", "منذ", "خلال", "بعد") or (at + 1 < len(w) and w[at + 1] == "من"):
            return Time(at, at + 1, (day - 3 * _DAY).isoformat(), (day - _DAY).isoformat(), True)
        return None
    if w[at] == "اشهر" and i == at:
        if cue not in ("قبل", "منذ", "خلال"):
            return None
        return Time(i, at + 1, (day - 60 * _DAY).isoformat()[:7], day.isoformat(), True)
    if cue == "منذ":
        return Time(i, at + 1, (day - days * _DAY).isoformat(), day.isoformat(), True)
    if cue in ("خلال", "في"):
        return _span(i, at + 1, day - days * _DAY, day)
    if cue == "قبل" or (cue == "بعد" and at + 1 < len(w) and w[at + 1] == "من"):  # "a day after the taking of"
        return _span(i, at + 1, day - days * _DAY)
    return None


def _absolute(w: list[str], at: int, day: datetime.date) -> Time | None:
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
        return _span(
            at, end, datetime.date(year, month, first), datetime.date(year, month, min(last, 28 if month == 2 else 30))
        )
    if x.isdecimal() and at + 4 < len(w) and w[at + 1] == w[at + 3] == "-":
        x = "-".join((x, w[at + 2], w[at + 4]))
        match = _ISO.fullmatch(x)
        dashed = _numeric(match) if match else None
        return _span(at, at + 5, dashed) if dashed else None
    if x.isdecimal() and len(x) <= 2:
        number, j = int(x), at + 1
    elif x in _ORDINALS:
        number, j = _ORDINALS[x], at + 1
        if j < len(w) and w[j] == "عشر":
            number, j = number + 10, j + 1
        elif j < len(w) and w[j] in ("والعشرين", "والعشرون", "والثلاثين"):
            number, j = number + (30 if "ثلاث" in w[j] else 20), j + 1
    else:
        match = _ISO.fullmatch(x)
        if match:
            numeric = _numeric(match)
            return _span(at, at + 1, numeric) if numeric else None
    if j < len(w) and j > at and w[j] in ("من", "شهر"):
        j += 1
    month, end = _month(w, j)
    if not month:
        return None
    year = _year(w, end, month, day)
    if end < len(w) and w[end].isdecimal() and len(w[end]) == 4:
        year, end = int(w[end]), end + 1
    elif end < len(w) and w[end] in _PAST:
        end += 1
    try:
        if number:
            return _span(at, end, datetime.date(year, month, number))
        if at and w[at - 1] in ("منتصف",):
            return _span(at - 1, end, datetime.date(year, month, 15))
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
    elif x in _MONTHS:
        month, end = _MONTHS[x], at + 1
    else:
        return 0, at
    if end + 1 < len(w) and w[end] in ("/", "(", "-") and w[end + 1] in _MONTHS:
        end += 2
    elif end + 2 < len(w) and w[end] in ("/", "(", "-") and (w[end + 1], w[end + 2]) in _TWO:
        end += 3
    return month, end


def _year(w: list[str], end: int, month: int, day: datetime.date) -> int:
    return day.year if (month, 1) <= (day.month, day.day) or month <= day.month else day.year - 1
