"""What one claim does, where and from which day on (sentences 1 to 4, 8, 17, 22 and 23 of the rule)."""

import datetime
from typing import Literal

import msgspec

from geo.city import BASELINE_DAY, City
from geo.claim import Claim
from geo.voice import HOLDING, LEAVING, Span, Voice

# What a claim may do to a polygon: say that its actor holds all, holds part, holds no more; tell of fighting inside;
# deny; or be listed only.
Role = Literal["whole", "part", "left", "fight", "denial", "shown"]
# How it reaches the polygon: by name, by the name of a quarter in it, by a landmark in it, by an area it belongs to.
Reach = Literal["place", "quarter", "landmark", "area"]

FIGHTING = frozenset({"clashes", "entered"})
# Sentence 17: the areas whose whole claims spread to their places; the whole city only where the extent is full.
BOUNDED_AREAS = frozenset(
    {"north-sector", "south-sector", "old-city", "north-of-citadel", "south-of-citadel", "last-pocket"}
)
WHOLE_CITY = "aleppo-city"
START = BASELINE_DAY.toordinal()
NEVER = datetime.date.max.toordinal()


class Effect(msgspec.Struct, frozen=True, gc=False):
    """A claim as the rule sees it. Days are ordinals; `sentence` says why a shown claim does not count (else 0)."""

    claim: str
    article: str
    claimant: str
    role: Role
    reach: Reach
    sentence: int
    event: str
    actor: str
    first: int  # first day of its date
    day: int  # the day it takes effect
    published: int
    voices: tuple[Voice, ...]


def effect_of(claim: Claim, span: Span | None, voices: tuple[Voice, ...], reach: Reach) -> Effect:
    """The effect of a claim that reaches its polygons in this way (see `reached`)."""
    role, sentence = role_of(claim, span, reach)
    published = datetime.date.fromisoformat(claim.published).toordinal() if claim.published else NEVER
    # Sentence 2: on the last day of its date, never later than its publication.
    first, last = (span[0].toordinal(), span[1].toordinal()) if span else (published, published)
    day = min(last, published)
    if day == NEVER:  # neither a date nor a day of publication: listed from the start
        first = day = START
    return Effect(
        claim.id, claim.article, claim.claimant, role, reach, sentence, claim.event, claim.actor,
        first, max(day, START), published, voices,
    )  # fmt: skip


def reached(name: str, city: City) -> tuple[Reach, tuple[str, ...]]:
    """Sentence 23: by which way claims about a place reach which of the city's polygons; none if none draws it."""
    if name in city.areas:
        return "area", tuple(p for p in city.polygons if p in city.areas[name])
    place = city.places.get(name)
    if place is None or place.relation == "outside":
        return "place", ()
    polygons = tuple(p for p in place.polygons if p in city.polygons)
    if place.relation == "within":
        return "landmark" if place.kind == "landmark" else "quarter", polygons
    return "place", polygons


def role_of(claim: Claim, span: Span | None, reach: Reach) -> tuple[Role, int]:
    """What a claim does, and for a claim that is only shown the sentence that says so."""
    if claim.realis != "actual" or claim.stance == "unconfirmed":
        return "shown", 1
    if span is None:
        return "shown", 2
    if span[0] < BASELINE_DAY:
        return "shown", 3
    if reach == "landmark":
        return "shown", 23
    if claim.stance == "denies":
        return _denial(claim, reach)
    if claim.event in FIGHTING:
        return ("shown", 17) if reach == "area" else ("fight", 0)
    if claim.event not in HOLDING | LEAVING or claim.actor == "unknown":
        return "shown", 1
    return _area(claim) if reach == "area" else _named(claim, reach)


def _denial(claim: Claim, reach: Reach) -> tuple[Role, int]:
    if claim.event not in HOLDING | LEAVING:
        return "shown", 1
    # A denial about a whole area is shown only (22); one about a quarter says nothing of the place around it (23).
    return ("denial", 0) if reach == "place" else ("shown", 22 if reach == "area" else 23)


def _named(claim: Claim, reach: Reach) -> tuple[Role, int]:
    if claim.event in LEAVING:
        if claim.extent == "partial":
            return "shown", 9
        return ("left", 0) if reach == "place" else ("shown", 23)
    return ("part" if claim.extent == "partial" or reach == "quarter" else "whole"), 0


def _area(claim: Claim) -> tuple[Role, int]:
    spreads = claim.place in BOUNDED_AREAS or (claim.place == WHOLE_CITY and claim.extent == "full")
    if not spreads or claim.extent == "partial":
        return "shown", 17
    if claim.event in LEAVING:
        return ("left", 0) if claim.extent == "full" else ("shown", 9)
    return "whole", 0
