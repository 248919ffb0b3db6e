"""A time that a text names, and the words that times are made of."""

import datetime

import msgspec

from extract.lexicon import word_values

DAY = datetime.timedelta(days=1)
WEEKDAYS = {word: int(value) for word, value in word_values("weekday").items()}
MONTHS = {word: int(value) for word, value in word_values("month").items()}
ORDINALS = {word: int(value) for word, value in word_values("ordinal").items()}
NUMBERS = {word: int(value) for word, value in word_values("number").items()}
UNITS = {word: int(value) for word, value in word_values("days").items()}
PAST = {"الماضي", "الماضيه", "الفايت", "المنصرم", "الاخيره", "الاخير", "القليله", "السابقه"}
NIGHT = {"ليل", "ليله"}


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


def span(i: int, j: int, first: datetime.date, last: datetime.date | None = None) -> Time:
    """Words `i` up to `j` as the days from the first to the last."""
    return Time(i, j, first.isoformat(), (last or first).isoformat())
