"""Figures check: what sources say a side holds, beside what the map says; a gap is shown, never closed by hand."""

import datetime

import msgspec

from geo.city import BASELINE_DAY
from geo.claim import Claim, day_span
from geo.control import Days
from geo.quantity import Quantity, added, quantities
from geo.shares import DENOMINATORS, Share, gained, lost, share
from geo.voice import overlap

Bounds = tuple[float, float]
VERDICTS = {
    "agrees": "agrees with the map",
    "agrees-only-by-count": "agrees with the map only by the number of places, not by area",
    "agrees-of-another-whole": "agrees with the map only if it is meant of the whole city",
    "cannot-agree": "cannot agree with the map",
    "cannot-be-checked": "cannot be checked against the map",
}
CONTRADICTS = "contradicts what the same speaker is quoted as saying elsewhere"


class Measure(msgspec.Struct, frozen=True):
    """The map's own figure for one denominator, lower and upper, in the unit of the claim; None where it has none."""

    of: str
    polygons: int
    by_area: Bounds | None
    by_count: Bounds | None
    gap_by_area: float | None  # how far the claimed bounds lie from the map's; 0 where they meet
    gap_by_count: float | None


class Check(msgspec.Struct, frozen=True):
    """A share claim beside the map. `verdict` is a key of VERDICTS; `contradicts` are claims of the same speaker."""

    claim: str
    day: str
    actor: str
    quantity: Quantity | None
    measures: tuple[Measure, ...]
    verdict: str
    contradicts: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The verdict in words."""
        return VERDICTS[self.verdict] + (f", and {CONTRADICTS}" if self.contradicts else "")


def check(days: Days) -> list[Check]:
    """Every figure that a heard claim asserts as actual, by day and claim."""
    rows = []
    for claim in days.claims.values():
        if claim.event == "share" and claim.stance == "asserts" and claim.realis == "actual":
            found: list[Quantity | None] = [added(quantity, claim.quote) for quantity in quantities(claim.value)]
            rows += [_check(days, claim, quantity) for quantity in found or [None]]
    rows.sort(key=lambda r: (r.day, r.claim))
    return [msgspec.structs.replace(row, contradicts=_contradicts(days, row, rows)) for row in rows]


def _check(days: Days, claim: Claim, quantity: Quantity | None) -> Check:
    span = day_span(claim.date)
    last = min(filter(None, (span and span[1].isoformat(), claim.published)), default="")
    if quantity is None or span is None or last not in days.states or claim.place not in DENOMINATORS:
        return Check(claim.id, last, claim.actor, quantity, (), "cannot-be-checked")
    # A figure of what was added, or a number of places over several days, tells of a change since the day before.
    over_days = quantity.new or (span[0] < span[1] and quantity.kind == "count")
    before = (span[0] - datetime.timedelta(1)).isoformat() if over_days else BASELINE_DAY.isoformat()
    if before not in days.states and (over_days or quantity.lost):
        return Check(claim.id, last, claim.actor, quantity, (), "cannot-be-checked")
    now = days.states[last]
    measures = []
    for of in DENOMINATORS:
        if quantity.lost:
            held = lost(days.city, days.states[before], now, claim.actor, of)
        elif over_days:
            held = gained(days.city, days.states[before], now, claim.actor, of)
        else:
            held = share(days.city, now, claim.actor, of)
        measures.append(_measure(quantity, held))
    wanted = claim.of if claim.of in DENOMINATORS else claim.place
    verdict = _verdict(quantity, [m for m in measures if m.of == wanted])
    if verdict == "cannot-agree" and claim.of not in DENOMINATORS:
        other = _verdict(quantity, [m for m in measures if m.of != wanted])
        verdict = verdict if other == "cannot-agree" else "agrees-of-another-whole"
    return Check(claim.id, last, claim.actor, quantity, tuple(measures), verdict)


def _measure(quantity: Quantity, held: Share) -> Measure:
    if quantity.kind == "part":
        return _against(quantity, held, None if quantity.of_places else held.by_area, held.by_count)
    if quantity.kind == "count":
        return _against(quantity, held, None, (held.count_lower, held.count_upper))
    return _against(quantity, held, (held.area_lower / 1e6, held.area_upper / 1e6), None)


def _against(quantity: Quantity, held: Share, area: Bounds | None, count: Bounds | None) -> Measure:
    by_area = (round(area[0], 4), round(area[1], 4)) if area else None
    by_count = (round(count[0], 4), round(count[1], 4)) if count else None
    return Measure(held.of, held.polygons, by_area, by_count, _gap(quantity, by_area), _gap(quantity, by_count))


def _gap(quantity: Quantity, bounds: Bounds | None) -> float | None:
    if bounds is None:
        return None
    return round(max(0.0, quantity.low - bounds[1], bounds[0] - quantity.high), 4)


def _verdict(quantity: Quantity, measures: list[Measure]) -> str:
    if any(m.gap_by_area == 0 for m in measures):
        return "agrees"
    if any(m.gap_by_count == 0 for m in measures):
        counted = quantity.kind == "count" or quantity.of_places
        return "agrees" if counted else "agrees-only-by-count"
    return "cannot-agree" if measures else "cannot-be-checked"


def _contradicts(days: Days, row: Check, rows: list[Check]) -> tuple[str, ...]:
    """Figures of the same speaker about the same day, side and whole that cannot both be true."""
    mine, a = days.claims[row.claim], row.quantity
    speakers = set(days.voices[row.claim])
    found = set()
    for other in rows:
        theirs, b = days.claims[other.claim], other.quantity
        if (
            a and b and other.claim != row.claim and _one_day(mine, theirs)
            and mine.place == theirs.place and mine.actor == theirs.actor
            and (a.kind, a.lost, a.new) == (b.kind, b.lost, b.new)
            and (mine.of == theirs.of or "unstated" in (mine.of, theirs.of) or None in (mine.of, theirs.of))
            and not speakers.isdisjoint(days.voices[other.claim])
            and (a.low > b.high or b.low > a.high)
        ):  # fmt: skip
            found.add(other.claim)
    return tuple(sorted(found))


def _one_day(a: Claim, b: Claim) -> bool:
    """Whether two figures may be of one day: their dates meet, and neither reaches a second day beyond the other."""
    spans = day_span(a.date), day_span(b.date)
    if not overlap(*spans) or spans[0] is None or spans[1] is None:
        return False
    return abs((spans[0][1] - spans[1][1]).days) <= 1
