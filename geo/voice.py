"""Whose voice a claim has, and which claims are one voice (sentences 5 to 7 of the rule)."""

import datetime
from collections.abc import Iterable, Sequence

import msgspec

from geo.claim import Claim, day_span

Span = tuple[datetime.date, datetime.date]

HOLDING = frozenset({"captured", "controls"})
LEAVING = frozenset({"lost", "withdrew"})


class Voice(msgspec.Struct, frozen=True, order=True, gc=False):
    """Somebody who vouches for a claim: the claimant, or the report where its own words say so; and whose voice it is.

    `side` is a side, or `press` for a publisher without a leaning.
    """

    speaker: str
    side: str


def side_of(claim: Claim) -> str:
    """Sentence 5: the claimant's side; a publisher's own words have the publisher's leaning, else they are press.

    Words of the press that a leaning publisher passes on count as its own: it chose them, and nobody else can be asked.
    """
    return claim.leaning if claim.side == "press" and claim.leaning != "none" else claim.side


def is_independent(side: str, holder: str) -> bool:
    """Sentence 6: a voice supports a holder independently if it is not that holder's own side."""
    return side != holder


def kind_of(event: str) -> str:
    """Events that say the same about holding: `hold`, `leave`, else the event itself."""
    return "hold" if event in HOLDING else "leave" if event in LEAVING else event


def voices(claims: Sequence[Claim], spans: dict[str, Span | None]) -> dict[str, tuple[Voice, ...]]:
    """Sentence 7: who vouches for each claim, by claim id.

    A report's own words that say what the same text, or a near-identical one (the same `origin`), gives to somebody
    are an echo: they have that speaker's voice and add none.
    """
    attributed: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if claim.side != "press" and claim.stance == "asserts" and claim.realis == "actual":
            for key in _texts(claim):
                attributed.setdefault(key, []).append(claim)
    found: dict[str, tuple[Voice, ...]] = {}
    named: dict[tuple[str, str], tuple[Voice, ...]] = {}
    for claim in claims:
        side = side_of(claim)
        if claim.side != "press":
            found[claim.id] = named.setdefault((claim.claimant, side), (Voice(claim.claimant, side),))
            continue
        echoed: set[Voice] = set()
        if claim.stance == "asserts" and claim.realis == "actual":
            for key in _texts(claim):
                for other in attributed.get(key, ()):
                    if overlap(spans[claim.id], spans[other.id]):
                        echoed.add(Voice(other.claimant, side_of(other)))
        found[claim.id] = tuple(sorted(echoed)) or (Voice(f"{claim.claimant} of {claim.article}", side),)
    return found


def spans_of(claims: Iterable[Claim]) -> dict[str, Span | None]:
    """First and last day of each claim's date, by claim id; many claims share few dates."""
    known: dict[str | None, Span | None] = {}
    spans = {}
    for claim in claims:
        if claim.date not in known:
            known[claim.date] = day_span(claim.date)
        spans[claim.id] = known[claim.date]
    return spans


def overlap(a: Span | None, b: Span | None) -> bool:
    """Whether two dates have a day in common; a missing date overlaps nothing."""
    return a is not None and b is not None and a[0] <= b[1] and b[0] <= a[1]


def _texts(claim: Claim) -> list[tuple[str, ...]]:
    # Two figures are two statements, unless they are the same figure.
    place, kind, actor = claim.place, kind_of(claim.event) + (claim.value or ""), claim.actor
    texts: list[tuple[str, ...]] = [("article", claim.article, place, kind, actor)]
    if claim.origin:
        texts.append(("origin", claim.origin, place, kind, actor))
    return texts


class Origin(msgspec.Struct, frozen=True):
    """One voice and the reports that carry it: `1 origin, 5 reports`."""

    voices: tuple[Voice, ...]
    independent: bool  # of the holder asked about
    claims: tuple[str, ...]
    reports: tuple[str, ...]  # source ids


def origins(claims: Sequence[Claim], vouched: dict[str, tuple[Voice, ...]], holder: str) -> list[Origin]:
    """Claims grouped by voice: of one claimant about one place and event with overlapping dates, or of one origin.

    `vouched` is what `voices` gives (Days.voices); `holder` is who independence is measured against.
    """
    spans = spans_of(claims)
    groups: list[list[Claim]] = []
    for claim in sorted(claims, key=lambda c: (c.date or "", c.id)):
        mine = [g for g in groups if any(_one_voice(claim, other, vouched, spans) for other in g)]
        merged = [c for g in mine for c in g] + [claim]
        groups = [g for g in groups if g not in mine] + [merged]
    made = []
    for group in groups:
        who = tuple(sorted({v for c in group for v in vouched[c.id]}))
        made.append(
            Origin(
                who,
                any(is_independent(v.side, holder) for v in who),
                tuple(sorted(c.id for c in group)),
                tuple(sorted({c.article for c in group})),
            )
        )
    return sorted(made, key=lambda o: (not o.independent, -len(o.reports), o.voices))


def _one_voice(a: Claim, b: Claim, vouched: dict[str, tuple[Voice, ...]], spans: dict[str, Span | None]) -> bool:
    if (a.place, kind_of(a.event), a.actor, a.stance) != (b.place, kind_of(b.event), b.actor, b.stance):
        return False
    if a.origin and a.origin == b.origin:
        return True
    return overlap(spans[a.id], spans[b.id]) and not set(vouched[a.id]).isdisjoint(vouched[b.id])
