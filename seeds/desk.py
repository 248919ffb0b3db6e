"""Every write an editor can make. Each checks the sign-in and the role itself, whoever calls it."""

import datetime
import re
from collections.abc import Callable

import msgspec

from geo.claim import SIDES, Claim
from seeds.amendment import LONGEST_FIELD, Known, check_amendment
from seeds.decision import (
    VERDICTS,
    AddSource,
    AddSpeaker,
    AddSpelling,
    AmendClaim,
    DateSource,
    Decision,
    JudgeClaim,
    MoveBoundary,
    MovePoint,
    SwitchSource,
    Undo,
    What,
    reading_hash,
)
from seeds.log import log
from seeds.people import NotAllowedError, People, Role, SignIn
from seeds.problem import Problem, listed
from seeds.source import Record, check_record
from seeds.store import ConflictError, ReadOnlyError, Store

LONGEST_REASON = 2_000  # characters
LONGEST_TEXT = 500_000  # of an article: ten times the longest report known to the project
ID = re.compile(r"[0-9a-z][0-9a-z_-]{2,79}")
Flips = Callable[[Decision], bool]


class Desk:
    """The store and the list of people, behind functions that check before they write.

    Every function takes the sign-in first, then the target; `seen` is the newest decision about the target that
    the editor's screen showed (0 for none), `request` names the attempt, so that a retry is not a second decision.
    They raise NotAllowedError, ConflictError, ReadOnlyError or ValueError, each with one sentence for the screen.
    `flips` says of a decision whether it changes a place for readers: then it waits for a second editor. `known`
    are the ids that an amendment may name. With `publisher_approves` only a publisher's yes lets it take effect.
    """

    def __init__(
        self, store: Store, people: People, flips: Flips | None = None, known: Known | None = None,
        publisher_approves: bool = False,
    ) -> None:  # fmt: skip
        self.store = store
        self.people = people
        self._flips = flips
        self._known = known
        self._approver: Role = "publisher" if publisher_approves else "editor"

    def switch_source(self, by: SignIn | None, source: str, on: bool, reason: str, request: str, seen: int) -> Decision:
        """Show a source to readers, or stop showing it."""
        return self._write(by, source, SwitchSource(on), reason, request, seen)

    def date_source(
        self, by: SignIn | None, source: str, published: str, basis: str, reason: str, request: str, seen: int
    ) -> Decision:
        """Correct a source's day of publication and say how it is known."""
        self.people.check(by)
        try:
            datetime.date.fromisoformat(published)
        except ValueError:
            raise ValueError(Problem("{found} is not a day like 2016-12-06", found=repr(published))) from None
        if not basis.strip():
            raise ValueError(Problem("a date needs its basis: how is it known?"))
        _field(Problem("a basis"), basis)
        return self._write(by, source, DateSource(published, basis), reason, request, seen)

    def judge_claim(
        self, by: SignIn | None, claim: Claim, verdict: str, reason: str, request: str, seen: int
    ) -> Decision:
        """Accept or reject a reading, or put it back for review."""
        self.people.check(by)
        if verdict not in VERDICTS:
            raise ValueError(Problem("{found} is not accepted, rejected or review", found=repr(verdict)))
        return self._write(by, claim.id, JudgeClaim(verdict, reading_hash(claim)), reason, request, seen)

    def amend_claim(
        self, by: SignIn | None, claim: Claim, fields: dict[str, str | None], reason: str, request: str, seen: int
    ) -> Decision:
        """Correct fields of one reading; the words and their place in the text stay the source's."""
        self.people.check(by)
        check_amendment(claim, fields, self._known)
        return self._write(by, claim.id, AmendClaim(fields, reading_hash(claim)), reason, request, seen)

    def add_source(self, by: SignIn | None, record: Record, text: str | None, reason: str, request: str) -> Decision:
        """Enter an article; an id that is taken is a conflict."""
        self.people.check(by)
        problems = check_record(record, record.id)
        if not ID.fullmatch(record.id):
            problems.append(Problem("an id has 3 to 80 small letters, digits and hyphens"))
        if len(text or "") > LONGEST_TEXT:
            problems.append(
                Problem("{name} has at most {longest} characters", name=Problem("a text"), longest=LONGEST_TEXT)
            )
        if problems:
            raise ValueError(listed(problems))
        for name, value in msgspec.to_builtins(record).items():
            if isinstance(value, str):
                _field(name, value)
        return self._write(by, record.id, AddSource(msgspec.to_builtins(record), text), reason, request, 0)

    def add_spelling(
        self, by: SignIn | None, place: str, text: str, language: str, needs: str, reason: str, request: str
    ) -> Decision:
        """Let a place also be written so."""
        self.people.check(by)
        if not text.strip() or language not in ("ar", "en") or needs not in ("", "head", "context"):
            raise ValueError(Problem("a spelling needs its text, ar or en, and what it needs beside it"))
        _field(Problem("a spelling"), text)
        return self._write(by, place, AddSpelling(text.strip(), language, needs), reason, request, None)

    def add_speaker(
        self, by: SignIn | None, speaker: str, text: str, name: str, side: str, basis: str, reason: str, request: str
    ) -> Decision:
        """Let a speaker be known, with the side whose voice it is."""
        self.people.check(by)
        if side not in SIDES or not (text.strip() and name.strip() and basis.strip()):
            raise ValueError(Problem("a speaker needs its words, a name, a side and the basis of that side"))
        for value in (speaker, text, name, basis):
            _field(Problem("a speaker's field"), value)
        return self._write(by, speaker, AddSpeaker(text.strip(), name, side, basis), reason, request, None)

    def move_boundary(
        self, by: SignIn | None, polygon: str, rings: dict[str, list[list[list[float]]]], reason: str, request: str,
        seen: int,
    ) -> Decision:  # fmt: skip
        """Record a redrawing that has passed the checks of the tiling."""
        return self._write(by, polygon, MoveBoundary(rings), reason, request, seen)

    def move_point(
        self, by: SignIn | None, place: str, lat: float, lon: float, basis: str, reason: str, request: str, seen: int
    ) -> Decision:
        """Correct where a landmark stands, and say how that is known."""
        self.people.check(by)
        if not basis.strip():
            raise ValueError(Problem("a point needs its basis: how is it known?"))
        _field(Problem("a basis"), basis)
        return self._write(by, place, MovePoint(round(lat, 5), round(lon, 5), basis.strip()), reason, request, seen)

    def undo(
        self, by: SignIn | None, decision: Decision, reason: str, request: str, seen: int | None = None
    ) -> Decision:
        """Take a decision back."""
        return self._write(by, decision.target, Undo(decision.id), reason, request, seen)

    def approve(self, by: SignIn | None, decision: Decision, reason: str, request: str) -> Decision:
        """Let a decision that waits take effect: another editor's yes, or a publisher's where the settings say so."""
        entry = self.people.check(by, self._approver)
        made = self.store.approve(entry.name, decision, _reason(reason), request)
        log("decision", decision=made.id, kind="approve", outcome="recorded")
        return made

    def save_draft(self, by: SignIn | None, name: str, text: str) -> None:
        """Keep what an editor has typed so far."""
        entry = self.people.check(by)
        self.store.save_draft(entry.name, name, text.replace("\0", "\ufffd"))  # PostgreSQL stores no NUL

    def drop_draft(self, by: SignIn | None, name: str) -> None:
        """Forget a draft."""
        self.store.drop_draft(self.people.check(by).name, name)

    def _write(
        self, by: SignIn | None, target: str, what: What, reason: str, request: str, seen: int | None
    ) -> Decision:
        kind = str(what.__struct_config__.tag)
        try:
            entry = self.people.check(by)
            _field(Problem("a target"), target)
            made = self._append(entry.name, target, what, _reason(reason), request, seen)
        except (NotAllowedError, ConflictError, ReadOnlyError, ValueError) as error:
            log("decision", kind=kind, outcome=type(error).__name__)
            raise
        log("decision", decision=made.id, kind=kind, outcome="waits" if made.waits else "recorded")
        return made

    def _append(self, who: str, target: str, what: What, reason: str, request: str, seen: int | None) -> Decision:
        waits = False
        if self._flips and reason:
            tried = Decision(id=0, time="", who=who, target=target, what=what, reason=reason, request=request)
            waits = self._flips(tried)
        return self.store.append(who, target, what, reason, request, seen=seen, waits=waits)


def _reason(reason: str) -> str:
    return _field(Problem("a reason"), reason, LONGEST_REASON).strip()


def _field(name: str, value: str, longest: int = LONGEST_FIELD) -> str:
    """What can be stored everywhere and shown; hostile words are stored as they are and escaped when shown."""
    if len(value) > longest:
        raise ValueError(Problem("{name} has at most {longest} characters", name=name, longest=longest))
    if any(sign == "\0" or "\ud800" <= sign <= "\udfff" for sign in value):
        raise ValueError(Problem("{name} holds a sign that is no character", name=name))
    return value
