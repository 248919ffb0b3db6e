"""Where each reading stands with the editors: found, accepted, rejected, amended, to review, waiting, reopened."""

from collections.abc import Iterable

import msgspec

from geo.claim import Claim
from seeds.decision import AmendClaim, Decision, Edits, JudgeClaim, standing
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
    holds = standing(claim, edits)
    if waits:
        state = "waiting"
    elif holds:
        state = holds.what.verdict if isinstance(holds.what, JudgeClaim) else "amended"
    elif verdict or amendment:
        state = "reopened"
    else:
        state = "review" if claim.article in edits.added else "found"
    return Item(claim, state, verdict, amendment, shown)
