"""A figure as a source bounds it: `~2/3 of neighbourhoods`, `>60%`, `35 neighbourhoods`, `lost 1/3`, `<=7 km2`."""

import re

import msgspec

# How far `about`, a fraction or a percentage may lie from the truth: sources round to the next third, half or tenth.
ROUNDING = 0.05
# How far `about 13 neighbourhoods` may lie from it, as a part of the number.
ABOUT = 0.15

_FORM = re.compile(
    r"(?P<lost>lost )?(?P<bound>~|>=|<=|>|<)?\s*(?P<number>\d+(?:[.,]\d+)?)(?:/(?P<below>\d+))?"
    r"\s*(?P<unit>%|km2|neighbourhoods?)?(?P<of> of neighbourhoods?)?(?P<new> \(new\))?"
)
# Words beside what is counted that make it a number of additions: "five new neighbourhoods"; not a place's own name.
_ADDED = re.compile(
    r"(?:أحياء|حياً|مناطق|منطقة)\s+(?:أخرى\s+)?(?:جديد|[إا]ضافي)|\b(?:new|additional|further) (?:neighbo|district|area)",
    re.IGNORECASE,
)


class Quantity(msgspec.Struct, frozen=True):
    """Bounds of a figure. `kind`: a `part` of the whole (0 to 1), a `count` of places, an area in `km2`."""

    kind: str
    low: float
    high: float
    lost: bool = False  # what the actor lost, not what it holds
    new: bool = False  # what was added, not the sum
    of_places: bool = False  # a part of the number of places, not of the ground


def quantities(value: str | None) -> tuple[Quantity, ...]:
    """The figures in a claim's value, in its order; what is no figure of ground (people, houses) is left out."""
    found = []
    for text in (value or "").split(";"):
        match = _FORM.fullmatch(text.strip())
        quantity = _quantity(match) if match else None
        if quantity:
            found.append(quantity)
    return tuple(found)


def added(quantity: Quantity, quote: str) -> Quantity:
    """The figure as one of what was added, where the words it was read from say so and its value does not."""
    if quantity.kind != "count" or quantity.new or not _ADDED.search(quote):
        return quantity
    return msgspec.structs.replace(quantity, new=True)


def _quantity(match: re.Match[str]) -> Quantity | None:
    number, unit = float(match["number"].replace(",", ".")), match["unit"]
    if match["below"]:
        if unit or not int(match["below"]):
            return None
        kind, number, most = "part", number / int(match["below"]), 1.0
    elif unit == "%":
        kind, number, most = "part", number / 100, 1.0
    elif unit == "km2":
        kind, most = "km2", float("inf")
    elif unit:
        kind, most = "count", float("inf")
    else:
        return None
    if number > most:
        return None
    low, high = _bounds(kind, number, match["bound"] or "", most)
    return Quantity(kind, low, high, bool(match["lost"]), bool(match["new"]), bool(match["of"]))


def _bounds(kind: str, number: float, bound: str, most: float) -> tuple[float, float]:
    if bound in (">", ">="):
        return number, most
    if bound in ("<", "<="):
        return 0.0, number
    if kind == "part":
        slack = ROUNDING
    elif bound == "~" or kind == "km2":
        slack = ABOUT * number
    else:
        slack = 0.0
    return max(0.0, number - slack), min(most, number + slack)
