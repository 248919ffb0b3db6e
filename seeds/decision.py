"""A decision: what an editor changed, who, when and why; the current state is the fold of all of them.

Decisions are only ever added. Undoing one is another decision, and so is approving one that waits for a second
editor. Claims and sources themselves are never edited in place.
"""

import hashlib
import re
from collections.abc import Iterable
from typing import Any

import msgspec

from geo.claim import Claim


class SwitchSource(msgspec.Struct, frozen=True, tag="switch-source"):
    """A source is shown to readers and counted, or not. Target: the source's id."""

    on: bool


class DateSource(msgspec.Struct, frozen=True, tag="date-source"):
    """A source's day of publication (ISO) is corrected. Target: the source's id."""

    published: str
    basis: str


VERDICTS = ("accepted", "rejected", "review")


class JudgeClaim(msgspec.Struct, frozen=True, tag="judge-claim"):
    """A reading is accepted, rejected or put back for review. Target: the claim's id.

    `reading` is the hash of the claim as the editor saw it; another reading re-opens the decision.
    """

    verdict: str  # one of VERDICTS
    reading: str


class AmendClaim(msgspec.Struct, frozen=True, tag="amend-claim"):
    """Fields of one reading are corrected. Target: the claim's id. `fields` as in geo.claim.Claim."""

    fields: dict[str, str | None]
    reading: str


class AddSource(msgspec.Struct, frozen=True, tag="add-source"):
    """An article enters. Target: its id. `record` as in seeds.source.Record; text null for an address alone."""

    record: dict[str, Any]
    text: str | None


class AddSpelling(msgspec.Struct, frozen=True, tag="add-spelling"):
    """A place may also be written so. Target: the place's id."""

    text: str
    language: str
    needs: str


class AddSpeaker(msgspec.Struct, frozen=True, tag="add-speaker"):
    """A speaker is known. Target: an id for it."""

    text: str
    name: str
    side: str
    basis: str


class MoveBoundary(msgspec.Struct, frozen=True, tag="move-boundary"):
    """A checked redrawing. Target: a polygon's id. `coordinates` are rings by polygon id, WGS 84."""

    coordinates: dict[str, list[list[list[float]]]]


class MovePoint(msgspec.Struct, frozen=True, tag="move-point"):
    """Where a landmark stands is corrected. Target: the place's id. Degrees, WGS 84."""

    lat: float
    lon: float
    basis: str


class Undo(msgspec.Struct, frozen=True, tag="undo"):
    """The decision with this number no longer holds."""

    decision: int


class Approve(msgspec.Struct, frozen=True, tag="approve"):
    """A second editor lets the decision with this number take effect."""

    decision: int


What = (
    SwitchSource | DateSource | JudgeClaim | AmendClaim | AddSource
    | AddSpelling | AddSpeaker | MoveBoundary | MovePoint | Undo | Approve
)  # fmt: skip
# Fields that an amendment may set; the words and where they stand are the source's, not the editor's.
AMENDABLE = frozenset(
    {
        "place", "level", "event", "actor", "extent", "claimant", "claimant_name",
        "side", "relay", "stance", "realis", "date", "value", "of",
    }
)  # fmt: skip


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the record. `id` ascends in the order in which decisions took effect."""

    id: int
    time: str  # UTC, ISO 8601 to the second
    who: str  # the editor's name in the allow-list
    target: str
    what: What
    reason: str
    request: str  # the same request twice is one decision
    waits: bool = False  # takes effect only once a second editor approves


# Decisions made by one press share the name before the sign; no other request has one.
TOGETHER = re.compile(r"([0-9a-f]{32})\+[0-9a-f]{32}")


def batch(decision: Decision) -> str:
    """The name of the press by which a decision was made together with others; empty if it was made alone."""
    found = TOGETHER.fullmatch(decision.request)
    return found[1] if found else ""


class Edits(msgspec.Struct, frozen=True):
    """What the decisions amount to. Each value is the last decision in force for its target."""

    off: dict[str, Decision] = {}
    dates: dict[str, Decision] = {}
    verdicts: dict[str, Decision] = {}
    amended: dict[str, Decision] = {}
    added: dict[str, Decision] = {}
    spellings: tuple[Decision, ...] = ()
    speakers: tuple[Decision, ...] = ()
    boundaries: tuple[Decision, ...] = ()
    points: dict[str, Decision] = {}
    waiting: tuple[Decision, ...] = ()
    undone: frozenset[int] = frozenset()
    last: int = 0  # number of the newest decision folded


def fold(decisions: Iterable[Decision]) -> Edits:
    """The state that decisions in ascending order of id leave behind."""
    rows = list(decisions)
    undone, approved = _later_word(rows)
    kept: dict[type, dict[str, Decision]] = {}
    lists: dict[type, list[Decision]] = {}
    waiting = []
    for row in rows:
        if row.id in undone or isinstance(row.what, Approve):
            continue
        if row.waits and row.id not in approved:
            waiting.append(row)
        elif isinstance(row.what, Undo):
            continue
        elif isinstance(row.what, AddSpelling | AddSpeaker | MoveBoundary):
            lists.setdefault(type(row.what), []).append(row)
        else:
            kept.setdefault(type(row.what), {})[row.target] = row
    switches = kept.get(SwitchSource, {})
    return Edits(
        off={k: d for k, d in switches.items() if isinstance(d.what, SwitchSource) and not d.what.on},
        dates=kept.get(DateSource, {}),
        verdicts=kept.get(JudgeClaim, {}),
        amended=kept.get(AmendClaim, {}),
        added=kept.get(AddSource, {}),
        spellings=tuple(lists.get(AddSpelling, ())),
        speakers=tuple(lists.get(AddSpeaker, ())),
        boundaries=tuple(lists.get(MoveBoundary, ())),
        points=kept.get(MovePoint, {}),
        waiting=tuple(waiting),
        undone=undone,
        last=rows[-1].id if rows else 0,
    )


def _later_word(rows: list[Decision]) -> tuple[frozenset[int], frozenset[int]]:
    """Numbers of decisions undone and of those approved, by undos and approvals that are themselves in force.

    From the newest back: whatever can undo or approve a row has been weighed before the row's turn comes.
    """
    who = {row.id: row.who for row in rows}
    undone: set[int] = set()
    approved: set[int] = set()
    for row in reversed(rows):
        if row.id in undone or (row.waits and row.id not in approved):
            continue
        if isinstance(row.what, Approve) and who.get(row.what.decision, row.who) != row.who:
            approved.add(row.what.decision)
        elif isinstance(row.what, Undo):
            undone.add(row.what.decision)
    return frozenset(undone), frozenset(approved)


def reading_hash(claim: Claim) -> str:
    """What an editor judged: every amendable field and the words. A changed reading has another hash."""
    shown = [str(getattr(claim, name)) for name in sorted(AMENDABLE)] + [claim.quote]
    return hashlib.sha256("\x1f".join(shown).encode("utf-8", "replace")).hexdigest()[:16]


def standing(claim: Claim, edits: Edits) -> Decision | None:
    """The decision about a reading that holds: the later of verdict and amendment, if it is about it as it is read.

    So a verdict after an amendment ends it: accepted is the reading as the machine made it. Undoing that verdict
    brings the amendment back.
    """
    reading = reading_hash(claim)
    told = [
        decision
        for decision in (edits.verdicts.get(claim.id), edits.amended.get(claim.id))
        if decision and isinstance(decision.what, JudgeClaim | AmendClaim) and decision.what.reading == reading
    ]
    return max(told, key=lambda decision: decision.id, default=None)


def pending(claim: Claim, edits: Edits) -> bool:
    """Whether a reading of an added article counts for nobody yet: no editor has accepted or amended it as it is read.

    Shipped sources were checked before they were shipped; what an editor adds is machine-read until somebody looks.
    """
    if claim.article not in edits.added:
        return False
    decision = standing(claim, edits)
    return decision is None or (isinstance(decision.what, JudgeClaim) and decision.what.verdict != "accepted")


def apply_edits(claims: Iterable[Claim], edits: Edits) -> list[Claim]:
    """The claims that readers see: sources off and readings rejected are gone, amendments and dates are in.

    Of a verdict and an amendment the later one holds. A decision about a reading that has changed since is not
    applied; `reopened` lists those. Readings of added articles are in once accepted.
    """
    shown = []
    for claim in claims:
        if claim.article in edits.off or pending(claim, edits):
            continue
        decision = standing(claim, edits)
        if decision and isinstance(decision.what, JudgeClaim) and decision.what.verdict == "rejected":
            continue
        if decision and isinstance(decision.what, AmendClaim):
            claim = msgspec.structs.replace(claim, **decision.what.fields)
        date = edits.dates.get(claim.article)
        if date and isinstance(date.what, DateSource):
            claim = msgspec.structs.replace(claim, published=date.what.published)
        shown.append(claim)
    return shown


def reopened(claims: Iterable[Claim], edits: Edits) -> list[Decision]:
    """Decisions about readings that a later extraction changed or no longer makes: they wait for an editor again."""
    now = {claim.id: reading_hash(claim) for claim in claims}
    return [
        decision
        for decision in (*edits.verdicts.values(), *edits.amended.values())
        if isinstance(decision.what, JudgeClaim | AmendClaim) and now.get(decision.target) != decision.what.reading
    ]
