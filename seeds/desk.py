"""Every write an editor can make. Each checks the sign-in and the role itself, whoever calls it."""

import datetime

import msgspec

from geo.claim import SIDES, Claim, day_span
from seeds.decision import (
    AMENDABLE,
    AddSource,
    AddSpeaker,
    AddSpelling,
    AmendClaim,
    DateSource,
    Decision,
    JudgeClaim,
    MoveBoundary,
    SwitchSource,
    What,
    reading_hash,
)
from seeds.people import People, SignIn
from seeds.source import Record
from seeds.store import Store

LONGEST_REASON = 2_000  # characters


class Desk:
    """The store and the list of people, behind functions that check before they write.

    Every function takes the sign-in first, then the target; `seen` is the newest decision about the target that
    the editor's screen showed (0 for none), `request` names the attempt, so that a retry is not a second decision,
    and `waits` asks for a second editor before readers see it. They raise NotAllowedError, ConflictError,
    ReadOnlyError or ValueError, each with one sentence for the screen.
    """

    def __init__(self, store: Store, people: People) -> None:
        self.store = store
        self.people = people

    def switch_source(
        self, by: SignIn | None, source: str, on: bool, reason: str, request: str, seen: int, waits: bool = False
    ) -> Decision:
        """Show a source to readers, or stop showing it."""
        return self._write(by, source, SwitchSource(on), reason, request, seen, waits)

    def date_source(
        self, by: SignIn | None, source: str, published: str, basis: str, reason: str, request: str, seen: int,
        waits: bool = False,
    ) -> Decision:  # fmt: skip
        """Correct a source's day of publication and say how it is known."""
        self.people.check(by)
        try:
            datetime.date.fromisoformat(published)
        except ValueError:
            raise ValueError(f"{published!r} is not a day like 2016-12-06") from None
        if not basis.strip():
            raise ValueError("a date needs its basis: how is it known?")
        return self._write(by, source, DateSource(published, basis), reason, request, seen, waits)

    def judge_claim(
        self, by: SignIn | None, claim: Claim, verdict: str, reason: str, request: str, seen: int, waits: bool = False
    ) -> Decision:
        """Accept or reject a reading, or put it back for review."""
        self.people.check(by)
        if verdict not in ("accepted", "rejected", "review"):
            raise ValueError(f"{verdict!r} is not accepted, rejected or review")
        return self._write(by, claim.id, JudgeClaim(verdict, reading_hash(claim)), reason, request, seen, waits)

    def amend_claim(
        self, by: SignIn | None, claim: Claim, fields: dict[str, str | None], reason: str, request: str, seen: int,
        waits: bool = False,
    ) -> Decision:  # fmt: skip
        """Correct fields of one reading; the words and their place in the text stay the source's."""
        self.people.check(by)
        check_amendment(claim, fields)
        return self._write(by, claim.id, AmendClaim(fields, reading_hash(claim)), reason, request, seen, waits)

    def add_source(
        self, by: SignIn | None, record: Record, text: str | None, reason: str, request: str, waits: bool = False
    ) -> Decision:
        """Enter an article; an id that is taken is a conflict."""
        what = AddSource(msgspec.to_builtins(record), text)
        return self._write(by, record.id, what, reason, request, 0, waits)

    def add_spelling(
        self, by: SignIn | None, place: str, text: str, language: str, needs: str, reason: str, request: str
    ) -> Decision:
        """Let a place also be written so."""
        self.people.check(by)
        if not text.strip() or language not in ("ar", "en") or needs not in ("", "head", "context"):
            raise ValueError("a spelling needs its text, ar or en, and what it needs beside it")
        return self._write(by, place, AddSpelling(text.strip(), language, needs), reason, request, None, False)

    def add_speaker(
        self, by: SignIn | None, speaker: str, text: str, name: str, side: str, basis: str, reason: str, request: str
    ) -> Decision:
        """Let a speaker be known, with the side whose voice it is."""
        self.people.check(by)
        if side not in SIDES or not (text.strip() and name.strip() and basis.strip()):
            raise ValueError("a speaker needs its words, a name, a side and the basis of that side")
        return self._write(by, speaker, AddSpeaker(text.strip(), name, side, basis), reason, request, None, False)

    def move_boundary(
        self, by: SignIn | None, polygon: str, rings: dict[str, list[list[list[float]]]], reason: str, request: str,
        seen: int, waits: bool = False,
    ) -> Decision:  # fmt: skip
        """Record a redrawing that has passed the checks of the tiling."""
        return self._write(by, polygon, MoveBoundary(rings), reason, request, seen, waits)

    def undo(self, by: SignIn | None, decision: Decision, reason: str, request: str) -> Decision:
        """Take a decision back."""
        entry = self.people.check(by)
        return self.store.undo(entry.name, decision, _reason(reason), request)

    def approve(self, by: SignIn | None, decision: Decision, reason: str, request: str) -> Decision:
        """Let a decision that waits take effect: another editor's or a publisher's yes."""
        entry = self.people.check(by)
        return self.store.approve(entry.name, decision, _reason(reason), request)

    def save_draft(self, by: SignIn | None, name: str, text: str) -> None:
        """Keep what an editor has typed so far."""
        self.store.save_draft(self.people.check(by).name, name, text)

    def drop_draft(self, by: SignIn | None, name: str) -> None:
        """Forget a draft."""
        self.store.drop_draft(self.people.check(by).name, name)

    def _write(
        self, by: SignIn | None, target: str, what: What, reason: str, request: str, seen: int | None, waits: bool
    ) -> Decision:
        entry = self.people.check(by)
        return self.store.append(entry.name, target, what, _reason(reason), request, seen=seen, waits=waits)


def check_amendment(claim: Claim, fields: dict[str, str | None]) -> Claim:
    """The claim as amended; ValueError with all that is wrong with the fields."""
    wrong = sorted(set(fields) - AMENDABLE)
    if wrong:
        raise ValueError(f"an amendment cannot set {', '.join(wrong)}")
    if not fields:
        raise ValueError("an amendment changes at least one field")
    try:
        amended = msgspec.convert(msgspec.to_builtins(claim) | fields, Claim)
        day_span(amended.date)
    except msgspec.ValidationError as error:
        raise ValueError(str(error)) from None
    return amended


def _reason(reason: str) -> str:
    if len(reason) > LONGEST_REASON:
        raise ValueError(f"a reason has at most {LONGEST_REASON} characters")
    return reason.strip()
