"""One sentence for each claim, in either language, from fixed templates: what is said, never a loaded verb."""

import re

from geo.claim import Claim
from ui.terms import FORCES, N_
from ui.words import Words

# (event, realis) -> what is said of the place. Every template leaves the claimant's own verb to the quotation.
PROPOSITIONS = {
    ("captured", "actual"): N_("{actor} took {place}"),
    ("captured", "attempted"): N_("{actor} tried to take {place}"),
    ("captured", "intended"): N_("{actor} mean to take {place}"),
    ("captured", "conditional"): N_("{actor} may take {place}"),
    ("lost", "actual"): N_("{actor} lost {place}"),
    ("lost", "attempted"): N_("{actor} were being driven from {place}"),
    ("lost", "intended"): N_("{actor} are to lose {place}"),
    ("lost", "conditional"): N_("{actor} may lose {place}"),
    ("controls", "actual"): N_("{actor} hold {place}"),
    ("controls", "attempted"): N_("{actor} tried to hold {place}"),
    ("controls", "intended"): N_("{actor} mean to hold {place}"),
    ("controls", "conditional"): N_("{actor} may hold {place}"),
    ("withdrew", "actual"): N_("{actor} withdrew from {place}"),
    ("withdrew", "attempted"): N_("{actor} tried to withdraw from {place}"),
    ("withdrew", "intended"): N_("{actor} are to withdraw from {place}"),
    ("withdrew", "conditional"): N_("{actor} may withdraw from {place}"),
    ("entered", "actual"): N_("{actor} entered {place}"),
    ("entered", "attempted"): N_("{actor} tried to enter {place}"),
    ("entered", "intended"): N_("{actor} mean to enter {place}"),
    ("entered", "conditional"): N_("{actor} may enter {place}"),
    ("attack", "actual"): N_("{actor} attacked {place}"),
    ("attack", "attempted"): N_("{actor} tried to attack {place}"),
    ("attack", "intended"): N_("{actor} mean to attack {place}"),
    ("attack", "conditional"): N_("{actor} may attack {place}"),
    ("clashes", "actual"): N_("there was fighting in {place}, with {actor} attacking"),
    ("clashes", "attempted"): N_("fighting was sought in {place}, with {actor} attacking"),
    ("clashes", "intended"): N_("fighting is meant in {place}, with {actor} attacking"),
    ("clashes", "conditional"): N_("fighting may come to {place}, with {actor} attacking"),
    ("besieged", "actual"): N_("{actor} surrounded {place}"),
    ("besieged", "attempted"): N_("{actor} tried to surround {place}"),
    ("besieged", "intended"): N_("{actor} mean to surround {place}"),
    ("besieged", "conditional"): N_("{actor} may surround {place}"),
    ("shelled", "actual"): N_("{actor} shelled or bombed {place}"),
    ("shelled", "attempted"): N_("{actor} tried to shell or bomb {place}"),
    ("shelled", "intended"): N_("{actor} mean to shell or bomb {place}"),
    ("shelled", "conditional"): N_("{actor} may shell or bomb {place}"),
    ("share", "actual"): N_("{actor} hold {figure} of {place}"),
    ("share", "lost"): N_("{actor} lost {figure} of {place}"),
    ("share", "attempted"): N_("{actor} tried to hold {figure} of {place}"),
    ("share", "intended"): N_("{actor} mean to hold {figure} of {place}"),
    ("share", "conditional"): N_("{actor} may hold {figure} of {place}"),
}
# English names that are said with an article, and the first words that are then small.
COMMON = re.compile(
    r".*\b(pocket|sector|roundabout|camp|road|company|station|barracks|cemetery|bridge|complex|park|mosque|citadel)"
    r"|.*(\bcity\b|hospital|military airport).*|(university of|quarters) .*",
    re.IGNORECASE,
)
SMALL = ("Last ", "Northern ", "Southern ", "Quarters ", "Electricity ", "Schools ")
FRAMES = {
    "asserts": N_("According to {claimant}, {proposition}{when}."),
    "denies": N_("According to {claimant}, it is not true that {proposition}{when}."),
    "unconfirmed": N_("{claimant} could not confirm that {proposition}{when}."),
}
# A figure as the claim writes it: a loss, a bound, a number or fraction, what is counted.
FIGURE = re.compile(r"(lost )?([~<>]=?)?\s*(\d[\d./%–-]*)(?: (.+))?")
LOSS = re.compile(r"\blost ")
FRACTIONS = {
    "1/2": N_("half"),
    "1/3": N_("a third"),
    "2/3": N_("two thirds"),
    "1/4": N_("a quarter"),
    "3/4": N_("three quarters"),
    "1/10": N_("a tenth"),
}
BOUNDS = {
    "~": N_("about {number}"),
    "<": N_("less than {number}"),
    ">": N_("more than {number}"),
    "<=": N_("at most {number}"),
    ">=": N_("at least {number}"),
}
UNITS = {
    "of neighbourhoods": N_("{number} of the neighbourhoods"),
    "neighbourhoods": N_("{number} neighbourhoods"),
    "of districts": N_("{number} of the districts"),
    "districts": N_("{number} districts"),
    "km2": N_("{number} square kilometres"),
    "neighbourhoods (new)": N_("{number} further neighbourhoods"),
    "districts (new)": N_("{number} further districts"),
    "km2 (new)": N_("{number} further square kilometres"),
}
OF = {
    "east-aleppo": N_("east Aleppo"),
    "aleppo-city": N_("the city of Aleppo"),
    "unstated": N_("an unstated whole"),
}


def gloss(claim: Claim, place: str, claimant: str, w: Words) -> str:
    """What a claim says, in one sentence of the given words; `place` and `claimant` are names in that language."""
    place = with_article(place) if w.lang == "en" else place
    of = w._(OF[claim.of]) if claim.event == "share" and claim.of in OF else place
    if claim.extent == "partial" and claim.event != "share":
        of = w._("{place} on some sides", place=of) if claim.event == "besieged" else w._("a part of {place}", place=of)
    elif claim.extent == "full" and claim.event != "share":
        of = w._("all of {place}", place=of)
    value = claim.value or ""
    lost = claim.event == "share" and value.startswith("lost ")
    proposition = w._(
        PROPOSITIONS[claim.event, "lost" if lost else claim.realis],
        actor=w._(FORCES[claim.actor]),
        place=of,
        figure=figure(LOSS.sub("", value) if lost else value, w),  # the sentence says already that it is lost
    )
    said = w._(FRAMES[claim.stance], claimant=claimant, proposition=proposition, when=when(claim.date, w))
    return said[0].upper() + said[1:]


def with_article(place: str) -> str:
    """An English name as a sentence says it: `the Eye Hospital`, `the last opposition pocket`, but `Aleppo`."""
    if not COMMON.fullmatch(place):
        return place
    return "the " + (place[0].lower() + place[1:] if place.startswith(SMALL) else place)


def when(date: str | None, w: Words) -> str:
    """The date of a claim as the end of a sentence; its precision is what the source gave, no more."""
    if not date:
        return w._(", on an unstated day")
    first, _, last = date.partition("/")
    if last and last != first:
        return w._(" between {first} and {last}", first=point(first, w), last=point(last, w))
    return w._(" on {day}", day=point(first, w)) if len(first) == 10 else w._(" in {month}", month=point(first, w))


def point(date: str, w: Words) -> str:
    """A day, month or year as this language writes it."""
    if len(date) == 10:
        return w.day(date)
    if len(date) == 7:
        return w.day(date + "-01").split(" ", 1)[1]
    return w.numerals(date)


def figure(value: str, w: Words) -> str:
    """A figure as its source bounds it, in words: `~2/3 of neighbourhoods` becomes `about two thirds of ...`."""
    said = [_one_figure(part, w) for part in filter(None, (part.strip() for part in value.split(";")))]
    return w.list(said) or w._("a part")


def _one_figure(value: str, w: Words) -> str:
    match = FIGURE.fullmatch(value)
    if not match:
        return w.numerals(value)
    loss, sign, number, unit = match.groups()
    bounded = w._(FRACTIONS[number]) if number in FRACTIONS else w.numerals(number)
    if sign:
        bounded = w._(BOUNDS[sign], number=bounded)
    said = w._(UNITS[unit], number=bounded) if unit in UNITS else bounded
    return w._("lost {figure}", figure=said) if loss else said
