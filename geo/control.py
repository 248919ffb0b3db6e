"""Control: who holds each place on each day, computed from claims by the rule of docs/method.md, with its reasons."""

import datetime
from collections.abc import Iterable, Sequence

from geo.city import BASELINE_DAY, LAST_DAY, City
from geo.claim import Claim
from geo.effect import Effect, effect_of, reached
from geo.landmarks import landmarks
from geo.policy import hearing
from geo.shown import with_shown
from geo.spread import cancelled, captures
from geo.standing import Ground
from geo.state import Flip, State
from geo.voice import Voice, spans_of, voices

__all__ = ["Days", "Flip", "State", "control", "flips"]

ROLES_FROM_AFAR = frozenset({"whole", "left"})  # area claims that may do something to a place
Column = list[State]


class Evidence:
    """The claims known by a day, as effects on each polygon and landmark: made once, whatever is then switched off."""

    def __init__(self, city: City, claims: Iterable[Claim], known: str | None) -> None:
        self.city = city
        self.claims = {c.id: c for c in claims if known is None or (c.published is not None and c.published <= known)}
        given = list(self.claims.values())
        spans = spans_of(given)
        self.voices: dict[str, tuple[Voice, ...]] = voices(given, spans)
        self.effects: list[Effect] = []
        self.reach: dict[str, tuple[str, ...]] = {}
        self.landmarks = frozenset(landmarks(city))
        self.by_place: dict[str, list[Effect]] = {p: [] for p in (*city.polygons, *sorted(self.landmarks))}
        ways = {name: reached(name, city) for name in {c.place for c in given}}
        for claim in given:
            reach, polygons = ways[claim.place]
            effect = effect_of(claim, spans[claim.id], self.voices[claim.id], reach)
            self.effects.append(effect)
            if effect.reach == "area" and effect.role not in ROLES_FROM_AFAR:
                polygons = ()  # listed with the area, not with each of its places
            for polygon in polygons:
                self.by_place[polygon].append(effect)
            if claim.place in self.landmarks:  # 23: what is listed with the polygon colours the landmark's own point
                own = effect_of(claim, spans[claim.id], self.voices[claim.id], "place")
                self.by_place[claim.place].append(own)
                polygons = (*polygons, claim.place)
            self.reach[claim.id] = polygons
        for effects in self.by_place.values():
            effects.sort(key=lambda e: (e.day, e.claim))


class Days:
    """The states of every polygon on every day, `states[day][polygon]`, with the claims they were computed from.

    `points[day][landmark]` are the states of landmarks without a polygon, by their own claims alone (23).
    `again` asks the same evidence with other sources switched off and works out only the places these touch.
    """

    def __init__(
        self,
        evidence: Evidence,
        policy: str,
        without: frozenset[str],
        first: datetime.date,
        last: datetime.date,
        base: "Days | None" = None,
    ) -> None:
        heard = hearing(policy, without)
        self.evidence = evidence
        self.city, self.policy, self.without = evidence.city, policy, without
        self.first, self.last = first, last
        self.heard = frozenset(e.claim for e in evidence.effects if heard(e))
        self.claims = {i: evidence.claims[i] for i in evidence.claims if i in self.heard}
        self.voices = evidence.voices
        self.days = [datetime.date.fromordinal(d).isoformat() for d in range(first.toordinal(), last.toordinal() + 1)]
        if base is None:
            touched: Iterable[str] = (*self.city.polygons, *sorted(evidence.landmarks))
            self.states: dict[str, dict[str, State]] = {day: {} for day in self.days}
            self.points: dict[str, dict[str, State]] = {day: {} for day in self.days}
        else:
            changed = self.heard ^ base.heard
            touched = sorted({p for i in changed for p in evidence.reach[i]})
            self.states = {day: dict(states) for day, states in base.states.items()}
            self.points = {day: dict(states) for day, states in base.points.items()}
        for place in touched:
            into = self.points if place in evidence.landmarks else self.states
            for day, state in zip(self.days, self._column(place, self.heard), strict=True):
                into[day][place] = state

    def again(self, *, policy: str | None = None, without: frozenset[str] = frozenset()) -> "Days":
        """The same evidence under another policy or with other voices switched off."""
        return Days(self.evidence, policy or self.policy, without, self.first, self.last, self)

    def state(self, day: str, place: str) -> State:
        """The state of a polygon, or of a landmark without one, on a day."""
        return (self.points if place in self.evidence.landmarks else self.states)[day][place]

    def flips(self, day: str, place: str) -> tuple[Flip, ...]:
        """What would change the state of a place on a day: single sources, claimants and sides."""
        state = self.state(day, place)
        involved = [self.claims[i] for i in (*state.claims, *state.against)]
        options = {c.article for c in involved}
        for claim in involved:
            options |= {f"side:{v.side}" for v in self.voices[claim.id]}
            options |= {f"claimant:{v.speaker}" for v in self.voices[claim.id] if " of " not in v.speaker}
        found = []
        until = self.days.index(day) + 1
        mine = self.evidence.by_place[place]
        for option in sorted(options - self.without):
            heard = hearing(self.policy, self.without | {option})
            other = self._column(place, frozenset(e.claim for e in mine if heard(e)), until)[-1]
            if (other.holder, other.parties, other.standing) != (state.holder, state.parties, state.standing):
                found.append(Flip(option, other.holder, other.standing, other.notes))
        return tuple(found)

    def _column(self, place: str, heard: frozenset[str], until: int | None = None) -> Column:
        """The states of one polygon or landmark on each day."""
        effects = [e for e in self.evidence.by_place[place] if e.claim in heard]
        return with_shown(effects, *_work(place, effects, self, until))


def control(
    city: City,
    claims: Sequence[Claim],
    *,
    known: str | None = None,
    policy: str = "all",
    without: frozenset[str] = frozenset(),
    first: datetime.date = BASELINE_DAY,
    last: datetime.date = LAST_DAY,
) -> Days:
    """Who holds what on each day from `first` to `last`, as the claims published by `known` (a day, or all) say.

    `without` holds source ids, `claimant:ID` and `side:NAME` (see geo.policy.expand for `publisher:NAME`). The order
    of the claims does not matter.
    """
    return Days(Evidence(city, claims, known), policy, frozenset(without), first, last)


def flips(
    city: City,
    claims: Sequence[Claim],
    day: str,
    polygon: str,
    *,
    known: str | None = None,
    policy: str = "all",
    without: frozenset[str] = frozenset(),
) -> tuple[Flip, ...]:
    """What would change the state of one place on one day; `Days.flips` does the same without starting afresh."""
    return control(city, claims, known=known, policy=policy, without=without).flips(day, polygon)


def _work(place: str, effects: list[Effect], days: Days, until: int | None) -> tuple[Column, Ground]:
    ground = Ground(days.city.baseline.get(place))
    taken = captures(effects)
    by_day: dict[int, list[Effect]] = {}
    for effect in effects:
        if effect.role != "shown" and not (effect.reach == "area" and cancelled(effect, taken)):
            by_day.setdefault(effect.day, []).append(effect)
    column = []
    start = days.first.toordinal()
    for day in sorted(d for d in by_day if d < start):
        ground.advance(day, by_day[day])
    for number, iso in enumerate(days.days[:until], start):
        if number in by_day:
            ground.advance(number, by_day[number])
        column.append(ground.state(place, number, iso))
    if until is None:  # a change of a later day may already have happened
        for day in sorted(d for d in by_day if d > days.last.toordinal()):
            ground.advance(day, by_day[day])
    return column, ground
