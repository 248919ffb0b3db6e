"""Days told from the day of publication: yesterday, tomorrow, a weekday, a night."""

from extract.moment import DAY, DEIXIS, FUTURE, NIGHT, ORDINALS, PAST, WEEKDAYS, Line, Time, span, weekday
from extract.months import absolute
from extract.tables import word_set

_TITLES = word_set("newspaper-today")
_NO_FUTURE = tuple(word_set("no-future"))
_OTHER = word_set("other-day") | word_set("same-time")


def near_day(w: Line, at: int) -> Time | None:
    """Yesterday, the day before it, today or tomorrow."""
    x, j = w.at(at), at + 1
    away = DEIXIS.get(x)
    if x == "اول":
        j += w.at(j) == "من"
        if DEIXIS.get(w.at(j)) != -1:
            return None
        away, j = -2, j + 1
    elif away is None or (away == 0 and not _is_today(w, at)) or (x == "غدا" and not _is_tomorrow(w, at)):
        return None
    elif away == -1 and w.at(j) == "الاول":
        away, j = -2, j + 1
    elif away == 1 and w.at(at - 1) == "بعد":
        away = 2
    elif away == -1 and x == "امس" and w.at(at - 1) == "قبل":  # "before yesterday" is the day before it
        away = -2
    if w.at(at - 1) in NIGHT and away < 0:
        return span(at, over_weekday(w, j), w.day + away * DAY, w.day + (away + 1) * DAY)
    j = over_weekday(w, j)
    if w.at(j) == "الايام":  # "yesterday and the few days before it"
        j += 1
        while w.at(j) in PAST or w.at(j) in ("القليله", "التي", "قبله", "قبلها", "سبقته"):
            j += 1
        return span(at, j, w.day - 4 * DAY, w.day - DAY)
    follow = absolute(w, j + (w.at(j) == "(")) if w.at(j) else None
    return span(at, follow.j if follow and len(follow.first) == 10 else j, w.day + away * DAY)


def _is_today(w: Line, at: int) -> bool:
    if w.at(at - 1) in _TITLES or w.at(at - 1) == "ذلك" or w.joined[at] == "ل":
        return False
    return w.at(at + 1) not in _OTHER and w.at(at + 1) not in ORDINALS


def _is_tomorrow(w: Line, at: int) -> bool:
    """The word is also a verb, "became"."""
    if w.at(at + 1) in WEEKDAYS or not w.at(at + 1)[:1].isalpha() or w.at(at - 1) in ("يوم", "صباح", "مساء"):
        return True
    near = w.words[max(0, at - 6) : at + 2]
    return any(x == "سوف" or (x[:2] in ("سي", "ست") and not x.startswith(_NO_FUTURE)) for x in near)


def over_weekday(w: Line, at: int) -> int:
    """The word after a weekday that only repeats which day is meant."""
    return at + 1 if w.at(at) in WEEKDAYS and not w.joined[at] else at


def part_of_today(w: Line, at: int) -> Time | None:
    """ "This morning", "tonight", "last night", "during the night"."""
    x = w.at(at)
    if x == "الليله":
        return span(at, at + 2, w.day - DAY, w.day) if w.at(at + 1) in PAST else span(at, at + 1, w.day)
    if x == "الليل":
        over = w.at(at - 1) in ("خلال", "طوال", "طيله")
        return span(at, at + 1, w.day - DAY, w.day) if over else None
    if x == "ليلا":
        told = {w.at(at - 1), w.at(at + 1)} & {*WEEKDAYS, "امس", "اليوم"}  # "on Tuesday at night" says which night
        return None if told else span(at, at + 1, w.day - DAY, w.day)
    return span(at, at + 1, w.day) if w.at(at - 1) == "هذا" else None


def night(w: Line, at: int) -> Time | None:
    """ "The night of Friday to Saturday", "the night of 4-5 December", "the night of Friday"."""
    j = at + 1
    if w.at(j) in WEEKDAYS:
        first = weekday(w.at(j), w.day)
        k = j + 1 + (w.at(j + 1) in ("-", "/", "الي", "علي"))
        if w.at(k) in WEEKDAYS and (WEEKDAYS[w.at(j)] + 1) % 7 == WEEKDAYS[w.at(k)]:
            last = weekday(w.at(k), w.day)
            return span(at, k + 1, last - DAY, last)
        if w.at(j + 1) in PAST and first == w.day:
            first -= 7 * DAY
        return span(at, j + 1 + (w.at(j + 1) in PAST), first, min(first + DAY, w.day))
    date = absolute(w, j)
    if date and date.first == date.last and len(date.first) == 10:
        first = w.day.fromisoformat(date.first)
        return span(at, date.j, first, first + DAY)
    return date


def day_of_week(w: Line, at: int) -> Time | None:
    """A weekday: the last such day up to publication, unless more is said of it."""
    x, j = w.at(at), at + 1
    found = weekday(x, w.day)
    if w.at(j) in FUTURE:
        return span(at, j + 1, found + 7 * DAY)
    if w.at(j) == "قبل" and w.at(j + 1) in PAST:
        return span(at, j + 2, found - (14 if found == w.day else 7) * DAY)
    if w.at(j) in PAST:
        found -= 7 * DAY if found == w.day else 0 * DAY
        return span(at, j + 1, found)
    k = j + (w.at(j) in ("الموافق", "("))
    follow = absolute(w, k) if not (k < len(w.words) and w.joined[k]) else None
    if follow and follow.first == follow.last and len(follow.first) == 10:
        return Time(at, follow.j, follow.first, follow.last)
    return span(at, j, found)
