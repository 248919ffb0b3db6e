"""From what was read to claims: ids, quotes at exact offsets, repeats merged."""

from typing import cast

import msgspec

from extract.fold import Folded, fold
from extract.lexicon import lexicon
from extract.resolve import Voice
from extract.scan import Sentence
from geo.claim import Actor, Claim, Event, Level, Realis, Side, Stance, claim_id
from seeds.source import Record


class Found(msgspec.Struct):
    """One reading of a sentence before it becomes a claim. Words `lo` to `hi` are the evidence."""

    place: str
    level: str
    event: str
    actor: str
    voice: Voice
    lo: int
    hi: int
    start: int = 0  # the words that name the place, in the folded text
    end: int = 0
    place_text: str = ""
    stance: str = "asserts"
    realis: str = "actual"
    partial: bool = False
    full: bool = False
    date: str | None = None
    value: str | None = None
    of: str | None = None
    rules: tuple[str, ...] = ()


def finish(found: Found, record: Record, lead: str | None, folded: Folded, text: str) -> None:
    """Date what has no date of its own, and give the place as it is written."""
    if found.date is None:
        found.date = record.published if not lead or lead == record.published else f"{lead}/{record.published}"
    written = text[folded.original(found.start) : folded.original(found.end)]
    found.place_text = _plain_name(written, found.place)


def _plain_name(written: str, place: str) -> str:
    """The name as written, without a conjunction or preposition joined to it."""
    spelled = lexicon().spelled.get(place, frozenset())
    bare = fold(written).text
    if bare in spelled:
        return written
    for cut in (1, 2):
        if bare[cut:] in spelled:
            return written[cut:]
    return written


def to_claim(found: Found, sentence: Sentence, folded: Folded, text: str, record: Record) -> Claim:
    """The claim, with its quote cut from the text as stored."""
    start = folded.original(sentence.span(found.lo)[0])
    end = folded.original(sentence.span(found.hi - 1)[1])
    part = found.partial and not found.full
    return Claim(
        id=claim_id(
            record.id, found.place, found.event, found.actor, found.voice.id, found.stance, found.realis, found.date,
            part, found.value,
        ),
        article=record.id,
        level=cast(Level, found.level),
        place=found.place,
        place_text=found.place_text,
        event=cast(Event, found.event),
        actor=cast(Actor, found.actor),
        extent="partial" if part else "full" if found.full else "unspecified",
        claimant=found.voice.id,
        claimant_name=found.voice.name,
        side=cast(Side, found.voice.side),
        relay=found.voice.relay,
        stance=cast(Stance, found.stance),
        realis=cast(Realis, found.realis),
        date=found.date,
        value=found.value,
        of=found.of,
        quote=text[start:end],
        start=start,
        end=end,
        published=record.published,
        leaning=record.leaning,
        rules=found.rules,
    )  # fmt: skip


def merge(claims: list[Claim]) -> tuple[Claim, ...]:
    """Claims that say the same are one: the first quote stays, further spans are kept in `also`; in order of words."""
    by_id: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: (c.start, c.end, c.place, c.id)):
        first = by_id.get(claim.id)
        if first is None:
            by_id[claim.id] = claim
        elif (claim.start, claim.end) != (first.start, first.end) and (claim.start, claim.end) not in first.also:
            by_id[claim.id] = msgspec.structs.replace(first, also=(*first.also, (claim.start, claim.end)))
    return tuple(sorted(by_id.values(), key=lambda c: (c.start, c.end, c.place, c.id)))
