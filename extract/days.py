"""Days told from the day of publication: yesterday, a weekday, a night, so many days ago."""

import datetime

from extract.moment import DAY, NIGHT, NUMBERS, PAST, UNITS, WEEKDAYS, Time, span
from extract.months import absolute


def relative(w: list[str], at: int, day: datetime.date) -> Time | None:
    """The time that begins, or has its chief word, at a word."""

    def word(n: int) -> str:
        return w[n] if 0 <= n < len(w) else ""

    x = word(at)
    if x in ("امس", "البارحه"):
        j = at + 1
        if word(j) in ("الاول",):
            return span(at, _over_weekday(w, j + 1), day - 2 * DAY)
        if word(at - 1) in NIGHT:
            return span(at, _over_weekday(w, j), day - DAY, day)
        j = _over_weekday(w, j)
        if word(j) in ("الايام", "والايام"):  # "yesterday and the few days before it"
            j += 1
            while word(j) in PAST or word(j) in ("التي", "قبله", "قبلها", "سبقته"):
                j += 1
            return span(at, j, day - 4 * DAY, day - DAY)
        return span(at, _over_weekday(w, j), day - DAY)
    if x == "اول" and (word(at + 1) == "امس" or (word(at + 1) == "من" and word(at + 2) == "امس")):
        return span(at, _over_weekday(w, at + 2 + (word(at + 1) == "من")), day - 2 * DAY)
    if x == "اليوم" and word(at - 1) not in ("ذلك", "في ذلك"):
        if word(at + 1) in ("السابق", "التالي", "الاول", "الثاني", "الثالث", "الرابع"):
            return None
        end = _over_weekday(w, at + 1)
        follow = absolute(w, end, day)
        return span(at, follow.j if follow else end, day)
    if x == "موخرا":
        return span(at, at + 1, day - 3 * DAY, day - DAY)
    if x in NIGHT or x == "الليله":
        if x == "الليله" and word(at + 1) in PAST:
            return span(at, at + 2, day - DAY, day)
        if word(at + 1) in WEEKDAYS:
            first = _weekday(word(at + 1), day)
            k = at + 2 + (word(at + 2) in ("-", "/"))
            if word(k) in WEEKDAYS and (WEEKDAYS[word(at + 1)] + 1) % 7 == WEEKDAYS[word(k)]:
                last = _weekday(word(k), day)
                return span(at, k + 1, last - DAY, last)
            return span(at, at + 2, first, min(first + DAY, day))
        return None
    if x in WEEKDAYS:
        if word(at + 1) in ("المقبل", "القادم", "المقبله"):
            ahead = _weekday(x, day) + 7 * DAY
            return span(at, at + 2, ahead)
        found = _weekday(x, day)
        follow = absolute(w, at + 1, day)
        if follow:
            return Time(at, follow.j, follow.first, follow.last)
        return span(at, at + 1 + (word(at + 1) in PAST), found)
    if (x == "ساعات" and word(at - 1) not in ("ب", "خلال")) or x == "الساعات":
        if word(at - 1).isdecimal() or word(at - 1) in NUMBERS:
            return None
        if word(at + 1) in ("الاولي", "الاخيره") and word(at + 2) == "من":  # "of Sunday": that dates it
            return None
        j, count = at + 1, 24
        while word(j) in ("ال", "ساعه", "والعشرين") or word(j).isdecimal() or word(j).removeprefix("ال") in NUMBERS:
            count = int(word(j)[:3]) if word(j).isdecimal() else count
            j += 1
        return span(at, j + (word(j) in PAST), day - max(1, count // 24) * DAY, day)
    if x == "ساعه" and word(at - 1).isdecimal():
        days = max(1, int(word(at - 1)[:4]) // 24)
        begin = at - 2 if word(at - 2) == "ال" else at - 1
        return span(begin, at + 1 + (word(at + 1) in PAST), day - days * DAY, day)
    if x == "الايام":
        return span(at, at + 1 + (word(at + 1) in PAST), day - 4 * DAY, day - DAY)
    if x == "الاسبوع" and word(at - 1) in ("نهايه", "عطله"):
        return span(at, at + 1, _weekday("الجمعه", day), _weekday("الاحد", day)) if 0 <= day.weekday() < 4 else None
    if x == "الاسبوع" and word(at - 1) in ("مطلع", "بدايه"):
        first = _weekday("السبت", day)
        return span(at, at + 1, first, min(day, first + 2 * DAY))
    if x in ("الشهر", "الاسبوع") and word(at + 1) in PAST:
        if x == "الاسبوع":
            return span(at, at + 2, day - 7 * DAY, day - DAY)
        last = day.replace(day=1) - DAY
        if word(at - 1) == "منتصف":
            return span(at, at + 2, last.replace(day=15))
        return span(at, at + 2, last.replace(day=1), last)
    if x in UNITS and not (x in ("يوم", "يوما") and word(at + 1) in WEEKDAYS):
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
    return absolute(w, at, day)


def _over_weekday(w: list[str], at: int) -> int:
    return at + 1 if at < len(w) and w[at] in WEEKDAYS else at


def _weekday(word: str, day: datetime.date) -> datetime.date:
    """The last such day up to publication."""
    return day - ((day.weekday() - WEEKDAYS[word]) % 7) * DAY


def _ago(w: list[str], at: int, day: datetime.date) -> Time | None:
    before = w[at - 1] if at else ""
    count = 1
    i = at
    if before.isdecimal():
        count, i = int(before[:4]), at - 1
    elif before in NUMBERS:
        count, i = NUMBERS[before], at - 1
    cue = w[i - 1].lstrip("و") if i else ""
    days = UNITS[w[at]] * count
    if days > 3000 or (w[at] in ("شهر", "يوم", "اسبوع") and cue not in ("قبل", "منذ", "خلال", "بعد")):
        return None
    if w[at] == "ايام" and i == at:
        if cue in ("قبل", "منذ", "خلال", "بعد") or (at + 1 < len(w) and w[at + 1] == "من"):
            return Time(at, at + 1, (day - 3 * DAY).isoformat(), (day - DAY).isoformat(), True)
        return None
    if w[at] == "اشهر" and i == at:
        if cue not in ("قبل", "منذ", "خلال"):
            return None
        return Time(i, at + 1, (day - 60 * DAY).isoformat()[:7], day.isoformat(), True)
    if cue == "منذ":
        return Time(i, at + 1, (day - days * DAY).isoformat(), day.isoformat(), True)
    if cue in ("خلال", "في"):
        return span(i, at + 1, day - days * DAY, day)
    if cue == "قبل" or (cue == "بعد" and at + 1 < len(w) and w[at + 1] == "من"):  # "a day after the taking of"
        return span(i, at + 1, day - days * DAY)
    return None
