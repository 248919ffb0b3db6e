"""What became of a decision that no longer holds: taken back, replaced by a later one, or gone with its article."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from geo.claim import Claim
from seeds.decision import (
    AddSource,
    AmendClaim,
    Approve,
    DateSource,
    Decision,
    Edits,
    JudgeClaim,
    MovePoint,
    SwitchSource,
    Undo,
)
from seeds.source import Record
from ui.decided import extra_of, read_text
from ui.escape import for_html
from ui.terms import N_
from ui.words import Words

LAST_COUNTS = (SwitchSource, DateSource, JudgeClaim, AmendClaim, AddSource, MovePoint)  # of one kind and target

FATES = {
    "undone": N_("taken back on {day}"),
    "replaced": N_("replaced by no. {number} on {day}"),
    "gone": N_("gone with its report on {day}"),
}


class Fate(msgspec.Struct, frozen=True):
    """Why a decision no longer holds, and the decision that did it."""

    kind: str  # undone, replaced, gone
    by: Decision


def never_shown(rows: Sequence[Decision]) -> set[int]:
    """Numbers of decisions that waited for a second editor whose yes never came: readers saw nothing of them."""
    who = {row.id: row.who for row in rows}
    approved = {
        row.what.decision for row in rows if isinstance(row.what, Approve) and who.get(row.what.decision) != row.who
    }
    return {row.id for row in rows if row.waits and row.id not in approved}


def fates(rows: Sequence[Decision], edits: Edits, gone: Mapping[str, Claim]) -> dict[int, Fate]:
    """By number, what became of each decision that no longer holds; `gone` as `gone_claims` gives it."""
    hidden = never_shown(rows)
    found: dict[int, Fate] = {}
    holding = [row for row in rows if row.id not in edits.undone | hidden]
    undos = {row.what.decision: row for row in holding if isinstance(row.what, Undo)}
    for number, undo in undos.items():
        found[number] = Fate("undone", undo)
    articles = {row.target: undos[row.id] for row in rows if isinstance(row.what, AddSource) and row.id in undos}
    later: dict[str, list[Decision]] = {}
    for row in reversed(holding):
        following = next((other for other in reversed(later.get(row.target, [])) if _replaces(other, row)), None)
        if following:
            found.setdefault(row.id, Fate("replaced", following))
        claim = gone.get(row.target)
        article = claim.article if claim else row.target
        if article in articles and not isinstance(row.what, AddSource | Undo):
            found.setdefault(row.id, Fate("gone", articles[article]))
        later.setdefault(row.target, []).append(row)
    return found


def gone_claims(rows: Sequence[Decision], edits: Edits) -> dict[str, Claim]:
    """The readings of articles that were taken back, as they were made while the articles were there."""
    found: dict[str, Claim] = {}
    for row in rows:
        if not isinstance(row.what, AddSource) or row.target in edits.added or not row.what.text:
            continue
        record = msgspec.convert(row.what.record, Record)
        date = edits.dates.get(row.target)
        records = [record]
        if date and isinstance(date.what, DateSource):
            records.append(msgspec.structs.replace(record, published=date.what.published))
        for each in records:
            found |= {claim.id: claim for claim in read_text(row.what.text, each, extra_of(edits)).claims}
    return found


def told_claims(rows: Sequence[Decision], edits: Edits, read: Iterable[Claim]) -> dict[str, Claim]:
    """Every reading that a decision can be about: those made now, and those of articles that were taken back."""
    return {**gone_claims(rows, edits), **{claim.id: claim for claim in read}}


def struck(what: str, why: str, fate: Fate | None, w: Words) -> tuple[str, str]:
    """What was decided and why, as HTML: struck if it no longer holds, with what became of it, when and why."""
    what, why = for_html(what), f"<bdi>{for_html(why)}</bdi>"
    if fate:
        said = w._(FATES[fate.kind], number=w.number(fate.by.id), day=w.day(fate.by.time[:10], "long"))
        what = f"<s>{what}</s> <span class='tag'>{said}</span>"
        if fate.kind == "undone":
            why += f"<br>{w._('Taken back:')} <bdi>{for_html(fate.by.reason)}</bdi>"
    return what, why


def _replaces(later: Decision, earlier: Decision) -> bool:
    # Of verdicts and amendments of one reading the last one holds.
    judging = JudgeClaim | AmendClaim
    same = type(later.what) is type(earlier.what) and isinstance(earlier.what, LAST_COUNTS)
    return same or (isinstance(later.what, judging) and isinstance(earlier.what, judging))
