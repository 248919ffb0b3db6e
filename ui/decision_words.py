"""Decisions in plain words, for the record of the editors and the corrections that readers see."""

from collections.abc import Mapping

from geo.claim import Claim
from seeds.decision import (
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
)
from ui.field_words import amended_words
from ui.gloss import gloss
from ui.load import Archive
from ui.names import claimant_name, place_called, place_name, publisher_name
from ui.terms import N_
from ui.words import Words

VERDICTS = {
    "accepted": N_("Accepted: {claim}"),
    "rejected": N_("Rejected, no longer counted: {claim}"),
    "review": N_("Put back for review: {claim}"),
}


def decision_words(decision: Decision, data: Archive, claims: Mapping[str, Claim], w: Words) -> str:
    """What was decided, as one plain sentence; not HTML: escape it where it is shown."""
    what = decision.what
    if isinstance(what, SwitchSource):
        name = source_name(decision.target, data, w)
        return w._("Shown again: {source}", source=name) if what.on else w._("Not shown: {source}", source=name)
    if isinstance(what, DateSource):
        name, day = source_name(decision.target, data, w), w.day(what.published)
        return w._("Published on {day}: {source} ({basis})", day=day, source=name, basis=what.basis)
    if isinstance(what, JudgeClaim):
        return w._(VERDICTS[what.verdict], claim=claim_words(decision.target, data, claims, w))
    if isinstance(what, AmendClaim):
        fields = amended_words(what.fields, claims.get(decision.target), data, w)
        return w._("Amended ({fields}): {claim}", fields=fields, claim=claim_words(decision.target, data, claims, w))
    if isinstance(what, AddSource):
        return w._("Article added: {source}", source=str(what.record.get("title") or decision.target))
    if isinstance(what, AddSpelling):
        name = place_called(decision.target, data.city.places, w)
        return w._("{place} is also written {spelling}", place=name, spelling=what.text)
    if isinstance(what, AddSpeaker):
        return w._("Speaker added: {name}", name=what.name)
    if isinstance(what, MoveBoundary):
        names = [place_name(p, w) for i in sorted(what.coordinates) if (p := data.city.places.get(i))]
        return w._("Boundary moved: {places}", places=w.list(names))
    if isinstance(what, MovePoint):
        name = place_called(decision.target, data.city.places, w)
        where = f"{what.lat}, {what.lon}"
        return w._("Moved to {where}: {place} ({basis})", where=where, place=name, basis=what.basis)
    if isinstance(what, Undo):
        return w._("Decision {number} taken back", number=w.number(what.decision))
    # What is left is an Approve.
    return w._("Decision {number} approved by a second editor", number=w.number(what.decision))


def source_name(source: str, data: Archive, w: Words) -> str:
    """A report by its publisher and day, also one that is switched off."""
    known = data.all_sources.get(source)
    if known is None:
        return source
    day = w.day(known.record.published, "short")
    return w._("{publisher}, {day}", publisher=publisher_name(known.record, w), day=day)


def claim_words(claim: str, data: Archive, claims: Mapping[str, Claim], w: Words) -> str:
    """What a claim says, or its number where it is no longer read."""
    known = claims.get(claim)
    if known is None:
        return w._("reading {number}, which is no longer made", number=claim)
    name = place_called(known.place, data.city.places, w, known.place_text)
    source = data.all_sources.get(known.article)
    who = claimant_name(known, source.record if source else None, data.speakers, w)
    return gloss(known, name, who, w)
