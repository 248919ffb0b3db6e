"""An unbroken run of one holder in one place: what supports it, what stands against it, when that ends (16, 20, 21)."""

from geo.effect import START, Effect
from geo.parameters import SAME_TIME_DAYS, SILENCE_DAYS
from geo.voice import LEAVING, is_independent

BASELINE_REASON = 24


class Objection:
    """A denial (20) or a rival's claim (10, 15) against a run, from the day on which both stood."""

    __slots__ = ("effect", "ended", "opened", "sentence")

    def __init__(self, effect: Effect, opened: int, sentence: int) -> None:
        self.effect = effect
        self.opened = opened
        self.sentence = sentence
        self.ended: int | None = None  # the publication day of the report that ended it (21)

    def stands(self, day: int) -> bool:
        """Sentence 21: until a later report ends it, at most through a week of silence."""
        return day <= self.opened + SILENCE_DAYS and (self.ended is None or day < self.ended)

    def faded(self, day: int) -> bool:
        """Whether it ended by silence alone, so that the place is at best claimed."""
        return day > self.opened + SILENCE_DAYS and (self.ended is None or day < self.ended)


class Run:
    """Who holds a place since when, and why. Mutable: the rule works through the days on it."""

    __slots__ = (
        "area", "before", "holder", "independent", "left_by", "named", "newest",
        "objections", "part_only", "parties", "reason", "since", "support",
    )  # fmt: skip

    def __init__(
        self, holder: str, parties: tuple[str, ...], since: int | None, reason: int, before: "Run | None" = None
    ) -> None:
        self.holder = holder
        self.parties = parties
        self.since = since
        self.reason = reason
        self.before = (before.holder, before.parties) if before else ("", ())
        self.left_by: tuple[str, ...] = ()
        self.support: list[Effect] = []
        self.objections: list[Objection] = []
        self.independent = False
        self.named = self.area = self.part_only = False
        self.newest = since if since is not None else START

    @property
    def changed(self) -> bool:
        """Whether a claim began this run; the starting position is no change."""
        return self.reason != BASELINE_REASON

    def add(self, effects: list[Effect], day: int) -> None:
        """Sentence 16: further support refreshes the age; `since` stays. A later report may end an objection (21)."""
        for effect in effects:
            self.support.append(effect)
            if effect.reach == "area":
                self.area = True
            else:
                self.named = True
            if self.says_so_independently(effect):
                self.independent = True
                self.answer(effect)
        self.newest = max(self.newest, day)

    def says_so_independently(self, effect: Effect) -> bool:
        """Whether a voice that is not the holder's own says that he holds all, or that the other side left."""
        if effect.role == "part" and not self.part_only:
            return False
        return any(is_independent(v.side, self.holder) for v in effect.voices)

    def object(self, effect: Effect, day: int, sentence: int) -> None:
        """Let an objection stand from this day, unless a report already at hand answers it."""
        if any(o.effect.claim == effect.claim for o in self.objections):
            return
        objection = Objection(effect, day, sentence)
        self.objections.append(objection)
        self.newest = max(self.newest, effect.day)
        for support in reversed(self.support):  # in order of day; only a report about the same day or later answers
            if support.day < effect.day:
                break
            if self.says_so_independently(support):
                _answer(objection, support)

    def answer(self, effect: Effect) -> None:
        """Sentence 21: a later report in which a voice not the holder's own says again that he holds."""
        for objection in self.objections:
            _answer(objection, effect)

    def concede(self, effect: Effect, day: int) -> bool:
        """Sentence 21: the objector says that its side holds no more. Whether there was an objection of its own."""
        sides = {v.side for v in effect.voices}
        if effect.actor not in sides:
            return False
        if not any(sides & {v.side for v in o.effect.voices} for o in self.objections):
            return False
        self.add([effect], day)
        return True

    def denied_by(self, denial: Effect) -> bool:
        """Sentences 20 and 22: whether a denial stands against this holder, by a voice that is not his own."""
        if not all(is_independent(v.side, self.holder) for v in denial.voices):
            return False
        if (
            denial.event in LEAVING
        ):  # "X denies having lost it" stands against whoever took it from X, or against "left"
            return denial.actor != self.holder and denial.actor in (*self.before[1], self.before[0])
        return denial.actor == self.holder

    def said_lately(self, day: int) -> bool:
        """Whether a claim for this holder lies within the window of about the same time."""
        return any(abs(effect.day - day) <= SAME_TIME_DAYS for effect in self.support)


def _answer(objection: Objection, effect: Effect) -> None:
    if effect.reach == "area":  # too weak to settle a dispute about a place that was named
        return
    if effect.published > objection.effect.published and effect.day >= objection.effect.day:
        ended = effect.published
        objection.ended = ended if objection.ended is None else min(objection.ended, ended)
