"""Relays of one statement: who repeats an agency's copy adds no voice, so all its relays carry one `origin`.

Two texts are alike if they were published within DAYS of each other and share either their wording (copy printed as it
came) or the sequence of what they say and who says it (the same copy in other words, as digests and translations are).
A named speaker's statement is one wherever it is relayed; a speaker without a name ("a source", "activists") is the
same one only in texts that are alike. A report's own words add nothing to what it, or a text alike, gives to somebody.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set

import msgspec

from extract.fold import fold
from geo.claim import Claim, day_span
from seeds.source import Record

DAYS = 2
WORDS = 3  # in a shingle
# Of the shorter text's shingles. 000 and 003 (one agency's copy) share 0.22; no other pair of originals over 0.04.
SHARED_WORDING = 0.1
# Of the claims of the text with fewer. The digests of 000 and 003 share 0.7, the next pair of five or more 0.5.
SHARED_CLAIMS = 0.6
CLAIMS = 5  # fewer common claims than this prove nothing: two reporters may see one event
# A speaker whose id ends so is no particular one; nor is a correspondent whose paper is not named.
NAMELESS = re.compile(
    r"(?:sources?|activists?|officials?|commanders?|fighters?|residents?|witness(?:es)?|reports|media|opposition|rebels"
    r"|factions|reporters?|^correspondents?)$"
)

Read = tuple[Record, str, Sequence[Claim]]
Said = tuple[str, str, str, str, str, bool, str]


def mark_origins(read: Iterable[Read]) -> list[Claim]:
    """All claims, by article and place in the text, each with the origin it shares with its other relays.

    An origin is the id of the first claim of its group (by day of publication, then article, then place in the
    text), whatever the order of the articles.
    """
    texts = sorted(read, key=lambda one: (one[0].published, one[0].id))
    alike = _alike(texts)
    claims = [(c, n) for n, (_, _, found) in enumerate(texts) for c in sorted(found, key=lambda c: (c.start, c.id))]
    said: dict[Said, list[int]] = defaultdict(list)
    for index, (claim, _) in enumerate(claims):
        said[_what(claim)].append(index)
    first = list(range(len(claims)))
    for same in said.values():
        _join(same, claims, alike, first)
    marked = [msgspec.structs.replace(c, origin=claims[_root(first, i)][0].id) for i, (c, _) in enumerate(claims)]
    return sorted(marked, key=lambda c: (c.article, c.start, c.end, c.id))


def _what(claim: Claim) -> Said:
    part = claim.extent == "partial"
    return claim.place, claim.event, claim.actor, claim.stance, claim.realis, part, claim.value or ""


def _join(same: list[int], claims: list[tuple[Claim, int]], alike: set[tuple[int, int]], first: list[int]) -> None:
    """Join claims that say one thing, given as indices in order, where one is a relay of the other."""
    own = [i for i in same if _is_own(claims[i][0])]
    named = [i for i in same if not _is_own(claims[i][0])]
    for group in (named, own):
        for position, i in enumerate(group):
            for j in group[position + 1 :]:
                if _root(first, i) != _root(first, j) and _relays(claims[i], claims[j], alike):
                    first[_root(first, j)] = _root(first, i)
    for i in own:  # to one speaker only: joining two speakers through a report's own words would silence one
        root = _root(first, i)
        if root in own:
            giver = next(
                (j for j in named if _close(claims[i], claims[j], alike) and _meet(claims[i], claims[j])), None
            )
            if giver is not None:
                first[root] = _root(first, giver)


def _root(first: list[int], index: int) -> int:
    while first[index] != index:
        first[index] = first[first[index]]
        index = first[index]
    return index


def _is_own(claim: Claim) -> bool:
    return claim.claimant == "article"


def _relays(a: tuple[Claim, int], b: tuple[Claim, int], alike: set[tuple[int, int]]) -> bool:
    if a[0].claimant != b[0].claimant or not _meet(a, b):
        return False
    anybody = _is_own(a[0]) or NAMELESS.search(a[0].claimant)
    return _close(a, b, alike) if anybody else True


def _close(a: tuple[Claim, int], b: tuple[Claim, int], alike: set[tuple[int, int]]) -> bool:
    return a[1] == b[1] or (a[1], b[1]) in alike


def _meet(a: tuple[Claim, int], b: tuple[Claim, int]) -> bool:
    """Whether the dates of two claims overlap; no date meets only no date."""
    one, other = day_span(a[0].date), day_span(b[0].date)
    if one is None or other is None:
        return one is other
    return one[0] <= other[1] and other[0] <= one[1]


def _alike(texts: Sequence[Read]) -> set[tuple[int, int]]:
    """Pairs of texts, both ways round, that are one copy."""
    words = [shingles(text) for _, text, _ in texts]
    whats = [{_what(c) for c in found} for _, _, found in texts]
    whos = [{(c.claimant, *_what(c)) for c in found if not _is_own(c)} for _, _, found in texts]
    days = [datetime.date.fromisoformat(record.published) for record, _, _ in texts]
    pairs: set[tuple[int, int]] = set()
    for a in range(len(texts)):
        for b in range(a + 1, len(texts)):
            if (days[b] - days[a]).days > DAYS:
                break  # in order of publication
            wording = contained(words[a], words[b]) >= SHARED_WORDING
            common = len(whos[a] & whos[b]) >= CLAIMS and contained(whats[a], whats[b]) >= SHARED_CLAIMS
            if wording or common:
                pairs |= {(a, b), (b, a)}
    return pairs


def shingles(text: str) -> set[tuple[str, ...]]:
    """Every run of WORDS words of a text, folded."""
    words = re.findall(r"\w+", fold(text).text)
    return set(zip(*(words[n:] for n in range(WORDS)), strict=False))


def contained(a: Set[object], b: Set[object]) -> float:
    """How much of the smaller set is in the other, 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
