"""Where each reading stands with the editors: found, accepted, rejected, amended, to review, waiting, reopened."""

from collections.abc import Iterable

import msgspec

from geo.claim import Claim
from seeds.decision import AmendClaim, Decision, Edits, JudgeClaim, reading_hash
from ui.terms import N_

STATES = {
    "found": N_("read by machine"),
    "review": N_("to review"),
    "reopened": N_("reopened"),
    "waiting": N_("waits for a second editor"),
    "accepted": N_("accepted"),
    "amended": N_("amended"),
    "rejected": N_("rejected"),
}
OPEN = ("review", "reopened", "waiting", "found")


class Item(msgspec.Struct, frozen=True):
    """One reading with its state, the decisions it rests on, and how it is shown to readers if it is."""

    claim: Claim  # as read
    state: str
    verdict: Decision | None = None
    amendment: Decision | None = None
    shown: Claim | None = None


def items(read: Iterable[Claim], shown: Iterable[Claim], edits: Edits) -> list[Item]:
    """Every reading, in the order of the texts."""
    now = {claim.id: claim for claim in shown}
    waiting = {d.target: d for d in edits.waiting if isinstance(d.what, JudgeClaim | AmendClaim)}
    return [_item(claim, now.get(claim.id), edits, claim.id in waiting) for claim in read]


def _item(claim: Claim, shown: Claim | None, edits: Edits, waits: bool) -> Item:
    verdict, amendment = edits.verdicts.get(claim.id), edits.amended.get(claim.id)
    reading = reading_hash(claim)
    stale = [d for d in (verdict, amendment) if d and _reading(d) != reading]
    good_verdict = verdict if verdict and verdict not in stale else None
    good_amendment = amendment if amendment and amendment not in stale else None
    if waits:
        state = "waiting"
    elif stale and not (good_verdict or good_amendment):
        state = "reopened"
    else:
        state = _state(good_verdict, good_amendment)
        state = "review" if state == "found" and claim.article in edits.added else state
    return Item(claim, state, verdict, amendment, shown)


def _state(verdict: Decision | None, amendment: Decision | None) -> str:
    said = verdict.what.verdict if verdict and isinstance(verdict.what, JudgeClaim) else ""
    if amendment and (not verdict or amendment.id > verdict.id or said == "accepted"):
        return "amended"
    return said or "found"


def _reading(decision: Decision) -> str:
    return decision.what.reading if isinstance(decision.what, JudgeClaim | AmendClaim) else ""
