"""Whether an article is here already: the same text, nearly the same, or copy that another source printed as well."""

import hashlib
import re
from collections.abc import Iterable
from typing import Literal

import msgspec

from extract.fold import fold
from extract.origin import SHARED_WORDING, WORDS

FEW = 5  # runs of words in common that prove nothing: a title and a speaker's name
NEARLY = 0.6  # of the shorter text's runs of words: another edition or an excerpt of one text


class Twin(msgspec.Struct, frozen=True):
    """A source whose words are in a text: how much of the shorter of the two, and what that means."""

    source: str
    kind: Literal["same", "nearly", "copy"]
    share: float


def twins(text: str, others: Iterable[tuple[str, str]]) -> list[Twin]:
    """The sources, given as (id, text), that share a text's wording, the likest first.

    `same`: letter for letter but for marks and white space; `nearly`: NEARLY or more of it; `copy`: as much as relays
    of one agency's words share, which is no mistake.
    """
    mine, print_ = _runs(text), fingerprint(text)
    found = []
    for source, other in others:
        if fingerprint(other) == print_:
            found.append(Twin(source, "same", 1.0))
        elif (share := _shared(mine, _runs(other))) >= SHARED_WORDING:
            found.append(Twin(source, "nearly" if share >= NEARLY else "copy", share))
    return sorted(found, key=lambda twin: (-twin.share, twin.source))


def fingerprint(text: str) -> str:
    """The hash of a text's letters: white space, marks and letter variants make no other text."""
    return hashlib.sha256(" ".join(fold(text).text.split()).encode("utf-8", "replace")).hexdigest()


def _runs(text: str) -> set[tuple[str, ...]]:
    """Every run of WORDS words, folded."""
    words = re.findall(r"\w+", fold(text).text)
    return set(zip(*(words[n:] for n in range(WORDS)), strict=False))


def _shared(a: set[tuple[str, ...]], b: set[tuple[str, ...]]) -> float:
    """How much of the smaller set is in the other; nothing if that is only a FEW."""
    common = len(a & b)
    return common / min(len(a), len(b)) if common > FEW else 0.0
