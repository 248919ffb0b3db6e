"""seeds/claims.jsonl is what the reader makes of the shipped digests; a change of rule shows what it moved."""

import os
from pathlib import Path

import msgspec

from extract import read
from extract.origin import mark_origins
from geo.claim import Claim, read_claims, to_line
from seeds.source import read_sources
from tests.accuracy import GOLD

SHOWN = 20  # claims that only changed in how they were found
CLAIMS = Path(__file__).parent.parent / "seeds" / "claims.jsonl"


def now() -> list[Claim]:
    sources, problems = read_sources(originals=GOLD)  # a folder without originals: always the digests
    assert not problems
    return mark_origins((s.record, s.text, read(s.text, s.record).claims) for s in sources.values())


def gloss(claim: Claim) -> str:
    what = " ".join([claim.place, claim.event, claim.actor, claim.extent, claim.stance, claim.realis])
    return f"{claim.article}: {what} {claim.value or ''} on {claim.date} by {claim.claimant}: {claim.quote[:90]}"


def difference(before: list[Claim], after: list[Claim]) -> str:
    """What an editor wants to know: claims gained, claims lost, and how many only moved in their words or rules."""
    old, new = ({claim.id: claim for claim in claims} for claims in (before, after))
    lines = [
        f"gained  {gloss(new[key])}"
        for key in sorted(new.keys() - old.keys(), key=lambda k: (new[k].article, new[k].start))
    ]
    lines += [
        f"lost    {gloss(old[key])}"
        for key in sorted(old.keys() - new.keys(), key=lambda k: (old[k].article, old[k].start))
    ]
    moved = []
    for key in sorted(new.keys() & old.keys()):
        fields = [f for f in Claim.__struct_fields__ if getattr(old[key], f) != getattr(new[key], f)]
        if fields:
            moved.append(f"changed {gloss(new[key])} ({', '.join(fields)})")
    if len(moved) > SHOWN:
        moved[SHOWN:] = [f"changed {len(moved) - SHOWN} more claims in their words, rules or origin alone"]
    lines += moved
    return "\n".join(lines)


def test_the_shipped_claims_are_those_of_the_rules_as_they_are() -> None:
    after = now()
    before, problems = read_claims(CLAIMS.read_bytes() if CLAIMS.exists() else b"", CLAIMS.name)
    lines = b"".join(map(to_line, after))
    moved = difference(before, after)
    if os.environ.get("FIX"):
        print(moved or "no claim gained or lost")
        CLAIMS.write_bytes(lines)
    else:
        assert not problems
        assert not moved, f"{moved}\nseeds/claims.jsonl is not what the rules make: FIX=1 rewrites it"
        assert CLAIMS.read_bytes() == lines, "seeds/claims.jsonl is not in canonical form: FIX=1 rewrites it"


def test_the_difference_names_what_was_gained_lost_and_changed() -> None:
    claims = now()
    assert len(claims) > 20
    one, *rest = claims
    other = msgspec.structs.replace(one, end=one.end + 1)
    assert difference(claims, rest) == f"lost    {gloss(one)}"
    assert difference(rest, claims) == f"gained  {gloss(one)}"
    assert difference(claims, [other, *rest]) == f"changed {gloss(other)} (end)"
    assert difference(claims, claims) == ""


def test_no_claim_stands_twice_and_every_quote_is_in_its_text() -> None:
    claims = now()
    sources, _ = read_sources(originals=GOLD)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        text = sources[claim.article].text
        for start, end in ((claim.start, claim.end), *claim.also):
            assert 0 <= start < end <= len(text), claim
        assert text[claim.start : claim.end] == claim.quote, claim
        assert claim.place_text in text, claim
        assert claim.origin
        assert claim.rules
        assert claim.published == sources[claim.article].record.published
        assert claim.leaning == sources[claim.article].record.leaning
