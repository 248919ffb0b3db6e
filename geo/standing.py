"""How well a holding stands on a day (sentences 20 to 22 and 24 of the rule): the first that fits."""

import datetime

from geo.city import Baseline
from geo.effect import START, Effect
from geo.order import DIVIDED, UNKNOWN, named_day, settle
from geo.parameters import FIGHTING_DAYS, SAME_TIME_DAYS
from geo.run import BASELINE_REASON, Run
from geo.spread import spread_day
from geo.state import State
from geo.voice import HOLDING


class Ground:
    """One place as the rule works through its days: the run, the fighting inside, the denials of late."""

    __slots__ = ("begun", "denials", "fight_over", "fights", "hindsight", "run")

    def __init__(self, baseline: Baseline | None) -> None:
        self.run = (
            Run(baseline.holder, baseline.parties, START, BASELINE_REASON)
            if baseline
            else Run("", (), None, BASELINE_REASON)
        )
        if self.run.holder == UNKNOWN:
            self.run.left_by = self.run.parties
        self.hindsight = bool(baseline and baseline.hindsight)
        self.fights: list[Effect] = []
        self.fight_over = START - 1
        self.denials: list[Effect] = []
        self.begun: list[
            tuple[int, int, str]
        ] = []  # first day, day and holder of changes that may be older than their day

    def advance(self, day: int, effects: list[Effect]) -> None:
        """Let the claims that take effect on this day do what they do; their order does not matter (12)."""
        before = self.run
        named = settle([e for e in effects if e.role in ("whole", "part", "left") and e.reach != "area"])
        if not any(e.reach == "place" for e in named):
            spread = settle([e for e in effects if e.role in ("whole", "left") and e.reach == "area"])
            if spread:
                self.run = spread_day(self.run, day, spread)
        if named:
            self.run = named_day(self.run, day, named)
        run = self.run
        if run is not before and run.since == day:
            early = [e.first for e in run.support if e.day == day and e.first < day]
            if early:
                self.begun.append((min(early), day, run.holder))
        self._end_fight(day)
        self.fights = [f for f in self.fights if day - f.day <= FIGHTING_DAYS]
        self.fights += [e for e in effects if e.role == "fight"]
        self._deny(day, [e for e in effects if e.role == "denial"])

    def _end_fight(self, day: int) -> None:
        """Sentence 20: an independently supported change ends the fighting."""
        run = self.run
        if run.changed and any(
            e.day == day and (e.event != "controls" or run.since == day) and run.says_so_independently(e)
            for e in run.support
        ):
            self.fight_over = day

    def _deny(self, day: int, denials: list[Effect]) -> None:
        """Sentence 20: a denial stands against a holding that is claimed at about the same time."""
        self.denials = [d for d in self.denials if day - d.day <= SAME_TIME_DAYS] + denials
        for denial in self.denials:
            if self.run.denied_by(denial) and self.run.said_lately(denial.day):
                self.run.object(denial, day, 20)

    def fighting(self, day: int) -> list[Effect]:
        """The reports of fighting inside that keep the place contested on this day."""
        return [
            f
            for f in self.fights
            if self.fight_over < f.day <= day <= f.day + FIGHTING_DAYS
            # Who is independently known to hold a place does not fight by moving inside it.
            and not (f.event == "entered" and f.actor == self.run.holder and self.run.independent)
        ]

    def state(self, place: str, day: int, iso: str) -> State:
        """What the rule says of the place on a day up to which it has been worked through."""
        run = self.run
        objections = [o for o in run.objections if o.stands(day)]
        fights = self.fighting(day)
        faded = any(o.faded(day) for o in run.objections)
        notes = []
        if objections:
            standing = "disputed"
            reason = max(o.sentence for o in objections)
        elif fights:
            standing, reason = "contested", 20
            if all(f.event == "entered" for f in fights):
                notes.append("entered-only")
        else:
            standing, reason = _quiet(run, faded, any(o.ended is not None and o.ended <= day for o in run.objections))
            if faded and standing == "claimed":
                notes.append("once-disputed")
        basis = "place" if run.named else "area" if run.area else "baseline" if run.since is not None else ""
        if basis == "area":
            notes.append("from-area")
        if basis == "baseline" and self.hindsight:
            notes.append("hindsight")
        if run.part_only:
            notes.append("part-only")
        newest = max([run.newest, *(f.day for f in fights)])
        return State(
            place=place,
            day=iso,
            holder=run.holder,
            parties=run.left_by if run.holder == UNKNOWN else run.parties,
            standing=standing,
            since=None if run.since is None else datetime.date.fromordinal(run.since).isoformat(),
            age_days=None if run.since is None else day - newest,
            basis=basis,
            reason=reason,
            claims=ids(run.support),
            against=ids([o.effect for o in run.objections] + (fights if standing == "contested" else [])),
            notes=tuple(notes),
        )


def _quiet(run: Run, faded: bool, answered: bool) -> tuple[str, int]:
    """The standing of a place that is neither disputed nor contested, and the sentence that decides it."""
    if not run.holder:
        return "blank", BASELINE_REASON
    if run.holder == DIVIDED:
        return DIVIDED, 20 if run.reason == BASELINE_REASON else run.reason
    if run.holder == UNKNOWN:
        return UNKNOWN, run.reason
    if not (run.named or run.area):
        return "baseline", BASELINE_REASON
    standing = "confirmed" if run.independent and not faded else "claimed"
    if faded or answered:
        return standing, 21
    if not run.named:
        return standing, 18
    if run.reason in (9, 10) and not any(e.role == "whole" and e.event in HOLDING for e in run.support):
        return standing, run.reason
    return standing, 6 if run.independent else 15


def ids(effects: list[Effect]) -> tuple[str, ...]:
    """Claim ids in order of the day they take effect."""
    return tuple(dict.fromkeys(e.claim for e in sorted(effects, key=lambda e: (e.day, e.published, e.claim))))
