"""Days told from another day: "the same day", "the day after", "that day"; and two times that make one span."""

import datetime
from collections.abc import Callable

from extract.moment import DAY, DAY_PARTS, DEIXIS, WEEKDAYS, Line, Time, span
from extract.tables import word_set

Reader = Callable[[Line, int], Time | None]

_SAME = word_set("same-time")
_TO = {"-", "/", "الي", "حتي", "و"}


def that_day(w: Line, at: int) -> Time | None:
    """ "The same day", "the day before", "the following day": from the day last named."""
    x, after, anchor = w.at(at), w.at(at + 1), w.anchored()
    if x == "يومها":
        return span(at, at + 1, anchor) if anchor else None
    if w.at(at - 1) == "ذلك" or after in _SAME:
        return span(at, at + 1 + (after in _SAME), anchor) if anchor else None
    if after == "السابق":
        return span(at, at + 2, (anchor or w.day) - DAY)
    if after == "التالي" and anchor:
        return span(at, at + 2, anchor + DAY)
    return None


def joined(w: Line, first: Time, read: Reader) -> Time:
    """A time and the one that goes on from it: "between Saturday and Monday", "from 3 to 5 December"."""
    k = first.j
    if first.since or first.of or len(first.first) != 10 or k >= len(w.words):
        return first
    to = w.at(k) in _TO
    k += to
    if not to and k < len(w.words) and w.joined[k] != "و" and not (w.at(k) in WEEKDAYS and not w.joined[k]):
        return first
    while w.at(k) in DAY_PARTS:
        k += 1
    second = read(w, k) if k < len(w.words) else None
    if second is None or second.since or second.of or len(second.last) != 10 or second.i > k:
        return first
    starts, ends = (datetime.date.fromisoformat(day) for day in (first.first, second.last))
    if ends < starts and w.at(k) in WEEKDAYS and w.at(first.i) in WEEKDAYS:
        starts -= 7 * DAY
    if ends < starts:
        starts, ends = datetime.date.fromisoformat(second.first), datetime.date.fromisoformat(first.last)
    return span(first.i, second.j, starts, ends) if ends - starts <= 31 * DAY else first


def days_before(w: Line, i: int, j: int, days: int) -> Time:
    """So many days before the day last named, else before publication: when that happened which something follows."""
    start = (w.anchored() if w.anchor and w.anchor.j <= i else None) or w.day
    day = (start - days * DAY).isoformat()
    return Time(i, j, day, day, of=True)


def morrow(w: Line, at: int) -> Time | None:
    """ "On the morrow of its taking of A it entered B": A was taken the day before; of a named day it says nothing."""
    following = w.at(at + 1)
    return None if not following or following in WEEKDAYS or following in DEIXIS else days_before(w, at, at + 1, 1)
