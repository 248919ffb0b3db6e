"""A time that a text names, and the words that times are made of."""

import datetime

import msgspec

from extract.tables import word_set, word_values

DAY = datetime.timedelta(days=1)
WEEKDAYS = {word: int(value) for word, value in word_values("weekday").items()}
MONTHS = {word: int(value) for word, value in word_values("month").items()}
DAYED = {word: int(value) for word, value in word_values("month-with-day").items()}
ORDINALS = {word: int(value) for word, value in word_values("ordinal").items()}
NUMBERS = {word: int(value) for word, value in word_values("number").items()}
TEENS = {word: int(value) for word, value in word_values("teen").items()}
UNITS = {word: int(value) for word, value in word_values("days").items()}
DEIXIS = {word: int(value) for word, value in word_values("deixis").items()}
MONTH_PARTS = word_values("month-part")
PAST = word_set("past-time")
PRESENT = word_set("present-time")
FUTURE = word_set("future-time")
NIGHT = word_set("night")
DAY_PARTS = word_set("day-part")


class Time(msgspec.Struct, frozen=True):
    """Words `i` up to `j` name the days `first` to `last`.

    `since`: it began there and went on. `of`: it dates what is named right after it ("two days after the fall of").
    """

    i: int
    j: int
    first: str
    last: str
    since: bool = False
    of: bool = False

    def value(self) -> str:
        """ISO 8601, a day or an interval."""
        return self.first if self.first == self.last else f"{self.first}/{self.last}"


class Line(msgspec.Struct):
    """The words of a sentence as times are read in them: what is joined to the front of one stands apart."""

    words: list[str]
    joined: list[str]  # the conjunction or preposition of each
    day: datetime.date  # of publication
    anchor: "Time | None" = None  # the day last named: what "the day after" counts from

    def at(self, n: int) -> str:
        """The word at a place, or none."""
        return self.words[n] if 0 <= n < len(self.words) else ""

    def anchored(self) -> datetime.date | None:
        """The day last named, if it was one day or a night."""
        return datetime.date.fromisoformat(self.anchor.last) if self.anchor and len(self.anchor.last) == 10 else None


def span(i: int, j: int, first: datetime.date, last: datetime.date | None = None) -> Time:
    """Words `i` up to `j` as the days from the first to the last."""
    return Time(i, j, first.isoformat(), (last or first).isoformat())


def number(word: str) -> int:
    """What a number word counts, with or without the article; 0 for none."""
    return NUMBERS.get(word) or NUMBERS.get(word.removeprefix("ال"), 0)


def weekday(word: str, day: datetime.date) -> datetime.date:
    """The last such day up to publication."""
    return day - ((day.weekday() - WEEKDAYS[word]) % 7) * DAY
