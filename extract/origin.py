"""Relays of one statement: who repeats an agency's copy adds no voice, so all its relays carry one `origin`.

Two texts are alike if they were published within DAYS of each other and share either their wording (copy printed as it
came) or most of what they say and who says it (the same copy in other words, as digests and translations are).
A named speaker's statement is one wherever it is relayed; a speaker without a name ("a source", "activists") is the
same one only in texts that are alike. A report's own words add nothing to what it, or a text alike, gives to somebody.
"""

import datetime
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence, Set
from itertools import combinations

import msgspec

from extract.fold import fold
from geo.claim import Claim, day_span
from seeds.source import Record

DAYS = 2
WORDS = 3  # in a shingle
# Of the shorter text's shingles. 000 and 003 (one agency's copy) share 0.22; no other pair of originals over 0.04.
# Short texts must share more than a speaker's title, which alone is two or three shingles.
SHARED_WORDING = 0.1
SHARED_SHINGLES = 20
SHARED_IF_SHORT = 0.6
# Of what the text with fewer claims tells. The digests of 000 and 003 share 0.8, with ten statements of one speaker;
# no other pair of sources has more than three of those.
SHARED_CLAIMS = 0.5
CLAIMS = 5  # fewer common statements of named speakers prove nothing: two reporters may quote one man
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


def _told(claim: Claim) -> tuple[str, str, str, str]:
    """What two wordings of one copy have in common even where they differ in how much of a place was taken."""
    return claim.place, claim.event, claim.stance, claim.realis


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
    words = [_shingles(text) for _, text, _ in texts]
    whats = [{_told(c) for c in found} for _, _, found in texts]
    whos = [{(c.claimant, *_told(c)) for c in found if not _is_own(c)} for _, _, found in texts]
    days = [datetime.date.fromisoformat(record.published) for record, _, _ in texts]
    copied = {(a, b) for (a, b), count in _common(words).items() if count >= _enough(min(len(words[a]), len(words[b])))}
    retold = {
        (a, b)
        for (a, b), count in _common(whos).items()
        if count >= CLAIMS and len(whats[a] & whats[b]) >= SHARED_CLAIMS * min(len(whats[a]), len(whats[b]))
    }
    near = {(a, b) for a, b in copied | retold if abs(days[b] - days[a]).days <= DAYS}
    return near | {(b, a) for a, b in near}


def _enough(shingles: int) -> float:
    """How many shingles two texts must share, the shorter of which has so many."""
    return max(SHARED_WORDING * shingles, min(SHARED_SHINGLES, SHARED_IF_SHORT * shingles))


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", fold(text).text)
    return set(zip(*(words[n:] for n in range(WORDS)), strict=False))


def _common(sets: Sequence[Set[Hashable]]) -> Counter[tuple[int, int]]:
    """How many members each pair of sets has in common, for pairs that have any: no pair is compared for nothing."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for number, members in enumerate(sets):
        for member in members:
            holders[member].append(number)
    return Counter(pair for numbers in holders.values() for pair in combinations(numbers, 2))
