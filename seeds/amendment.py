"""What an amendment may say: every field is checked alone, so that a form can name what is wrong beside it."""

import re
from collections.abc import Collection, Mapping
from typing import get_args

import msgspec

from geo.claim import ACTORS, EVENTS, SIDES, Claim, Extent, Level, Realis, Stance, day_span
from seeds.decision import AMENDABLE
from seeds.problem import Problem, listed

LONGEST_FIELD = 500  # of a name, a title, an address, a spelling
CHOICES: dict[str, tuple[str, ...]] = {
    "level": get_args(Level), "event": EVENTS, "actor": ACTORS, "extent": get_args(Extent), "side": SIDES,
    "stance": get_args(Stance), "realis": get_args(Realis),
}  # fmt: skip
WHOLES = ("east-aleppo", "aleppo-city", "unstated")  # what a figure may be a share of, beside a place
DAY = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?"
DATE = re.compile(rf"{DAY}(?:/{DAY})?")
YEARS = (1900, 2100)  # what a report of this battle can speak of
NUMBER = r"[0-9]+(?:\.[0-9]+)?"
FIGURE = rf"(?:lost )?(?:~|[<>]=?)?(?:{NUMBER}%|[0-9]+/[1-9][0-9]*|{NUMBER} (?:neighbourhoods|km2))"
FIGURES = re.compile(rf"{FIGURE}(?:; {FIGURE})*")


class Known(msgspec.Struct, frozen=True):
    """The ids that an amendment may name: places, and speakers listed, added or met in readings."""

    places: Collection[str]
    voices: Collection[str]


def check_amendment(claim: Claim, fields: Mapping[str, str | None], known: Known | None = None) -> None:
    """ValueError with all that is wrong with the fields."""
    if not fields:
        raise ValueError(Problem("an amendment changes at least one field"))
    problems = wrong_fields(claim, fields, known)
    if problems:
        raise ValueError(listed(list(problems.values())))


def wrong_fields(claim: Claim, fields: Mapping[str, str | None], known: Known | None = None) -> dict[str, str]:
    """What is wrong with each field, by its name."""
    found: dict[str, str] = {}
    for name, value in sorted(fields.items()):
        problem = _wrong(name, value, known)
        if problem:
            found[name] = problem
    event, figure = (fields.get(name, getattr(claim, name)) for name in ("event", "value"))
    if event == "share" and not figure and {"event", "value"} & set(fields) and "value" not in found:
        found["value"] = Problem("a share needs its figure, such as 1/3, >60% or 35 neighbourhoods")
    return found


def _wrong(name: str, value: str | None, known: Known | None) -> str:
    if name not in AMENDABLE:
        return Problem("an amendment cannot set {fields}", fields=name)
    if value and (len(value) > LONGEST_FIELD or any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in value)):
        return Problem(
            "{name} has at most {longest} characters, all of them readable", name=name, longest=LONGEST_FIELD
        )
    if name in CHOICES and value not in CHOICES[name]:
        return Problem("{name}: found {found}, expected one of the list", name=name, found=repr(value))
    if name == "date":
        return _wrong_date(value)
    if name == "claimant_name" and not (value or "").strip():
        return Problem("the speaker's name is not empty")
    if name == "value" and value and not FIGURES.fullmatch(value):
        return Problem("found the figure {found}, expected one such as 1/3, ~2/3, >60% or 35 neighbourhoods",
                       found=repr(value))  # fmt: skip
    return _unknown(name, value, known)


def _unknown(name: str, value: str | None, known: Known | None) -> str:
    """A place, a speaker or a whole that nobody knows; without a list, what is no id at all."""
    if name in ("relay", "of") and value is None:
        return ""
    if name == "place" and not (value and (known is None or value in known.places)):
        return Problem("found the place {found}, expected one of the gazetteer", found=repr(value))
    if name in ("claimant", "relay") and not (value and (known is None or value in known.voices)):
        return Problem("found the speaker {found}, expected a known one", found=repr(value))
    if name == "of" and value not in WHOLES and not (known and value in known.places):
        return Problem("found {found} as the whole, expected east-aleppo, aleppo-city, unstated or a place's id",
                       found=repr(value))  # fmt: skip
    return ""


def _wrong_date(value: str | None) -> str:
    if not value:
        return Problem("a date is required: a day like 2016-12-06, a month, a year or two of them with / between")
    if not DATE.fullmatch(value):
        return Problem("date {date} is not YYYY, YYYY-MM or YYYY-MM-DD", date=repr(value))
    if any(not YEARS[0] <= int(part[:4]) <= YEARS[1] for part in value.split("/")):
        return Problem("date {date} is not of the years 1900 to 2100", date=repr(value))
    try:
        day_span(value)
    except ValueError as error:
        return error.args[0] if isinstance(error.args[0], Problem) else str(error)
    return ""
