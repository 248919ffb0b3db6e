"""The view: what a reader has chosen, which is exactly what the address says."""

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

import msgspec

from geo.city import BASELINE_DAY, LAST_DAY

Lang = Literal["en", "ar"]
Policy = Literal["all", "independent", "government", "opposition"]
Compare = Literal["", "days", "clocks", "sides"]
Mark = Literal["", "silence", "change"]

LANGS: tuple[str, ...] = get_args(Lang)
POLICIES: tuple[str, ...] = get_args(Policy)
COMPARES: tuple[str, ...] = get_args(Compare)
MARKS: tuple[str, ...] = get_args(Mark)
# What a switched-off entry may begin with; without a prefix it is the id of a source.
PREFIXES = ("claimant", "publisher", "side")


class View(msgspec.Struct, frozen=True, kw_only=True):
    """One state of the page. Days are ISO dates; an empty text means "not chosen"."""

    day: str = "2016-12-06"  # a first look at the day with a dispute to look into; an address says its own
    known: str = ""  # only what was published by this day; empty: all reports
    place: str = ""  # id in the gazetteer
    without: tuple[str, ...] = ()  # source ids, claimant:ID, publisher:NAME, side:NAME; sorted
    policy: Policy = "all"
    lang: Lang = "en"
    compare: Compare = ""
    other: str = ""  # the second day, or the second known-by day, of a comparison
    mark: Mark = ""  # what the map outlines: places never named, or what changed since the day before
    source: str = ""  # the source whose page is open
    claim: str = ""  # the claim to stand out in it


class Choices(msgspec.Struct, frozen=True):
    """What an address may name: everything else is refused."""

    places: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    claimants: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    claims: frozenset[str] = frozenset()
    last_known: str = LAST_DAY.isoformat()

    def can_switch(self, entry: str) -> bool:
        """Whether an entry of `without` names something that exists."""
        prefix, colon, name = entry.partition(":")
        if not colon:
            return entry in self.sources
        return {"claimant": self.claimants, "publisher": self.publishers, "side": self.sides}.get(
            prefix, frozenset()
        ).__contains__(name)


class Notice(msgspec.Struct, frozen=True):
    """A part of the address that was not understood, and what is shown instead."""

    parameter: str
    found: str
    shown: str


LONGEST = 80  # characters of a bad value that a notice repeats


def from_query(params: Mapping[str, Sequence[str]], choices: Choices) -> tuple[View, list[Notice]]:
    """The view an address names. A bad value falls back to its default with a notice; unknown names are ignored."""
    default = View()
    checks: dict[str, Callable[[str], bool]] = {
        "day": lambda text: is_day(text, LAST_DAY.isoformat()),
        "known": lambda text: is_day(text, choices.last_known),
        "place": choices.places.__contains__,
        "policy": POLICIES.__contains__,
        "lang": LANGS.__contains__,
        "compare": COMPARES.__contains__,
        "other": lambda text: is_day(text, choices.last_known),
        "mark": MARKS.__contains__,
        "source": choices.sources.__contains__,
        "claim": choices.claims.__contains__,
    }
    good: dict[str, object] = {}
    notices: list[Notice] = []
    for name, check in checks.items():
        given = params.get(name, ())
        if not given or not given[-1]:
            continue
        if check(given[-1]):
            good[name] = given[-1]
        else:
            notices.append(Notice(name, given[-1][:LONGEST], getattr(default, name)))
    off = sorted(set(params.get("without", ())))
    good["without"] = tuple(filter(choices.can_switch, off))
    notices += [Notice("without", entry[:LONGEST], "") for entry in off if not choices.can_switch(entry)]
    return msgspec.convert(good, View), notices


def to_query(view: View) -> dict[str, str | list[str]]:
    """The address of a view: day and language always, the rest where it differs from the default."""
    query: dict[str, str | list[str]] = {"day": view.day, "lang": view.lang}
    for name in ("known", "place", "policy", "compare", "other", "mark", "source", "claim"):
        value = getattr(view, name)
        if value != getattr(View(), name):
            query[name] = value
    if view.without:
        query["without"] = list(view.without)
    return query


def is_day(text: str, last: str) -> bool:
    """Whether a text is an ISO day from the baseline to the last one."""
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text and BASELINE_DAY.isoformat() <= text <= last


def change(view: View, **fields: object) -> View:
    """The same view with some fields changed; `without` is kept sorted and single."""
    if "without" in fields:
        fields["without"] = tuple(sorted(set(fields["without"])))  # type: ignore[call-overload]  # an iterable of names
    return msgspec.structs.replace(view, **fields)
