"""What is said of the whole east in passing: that it is besieged, that what its holders hold has shrunk."""

from itertools import pairwise

from extract.context import Context
from extract.emit import Found
from extract.resolve import ARTICLE, Voice
from extract.scan import Sentence
from extract.tables import word_set
from extract.turns import voice_at

_SHRINK = word_set("shrinks")
_OF = {"head", "generic", "group", "ana", "w", "part"}


def read_areas(c: Context) -> None:
    """Add the claims about the whole east that a sentence makes in passing."""
    if not c.talk.aleppo or c.city:
        return
    words = c.sentence.words
    if ("المحاصره" in words or "المحاصر" in words) and not c.talk.besieged:
        _besieged(c)
    if not _SHRINK.isdisjoint(words):
        _shrunk(c)


def _besieged(c: Context) -> None:
    """ "The besieged districts": one claim for a whole article, by nobody in particular."""
    for n, x in enumerate(c.lexes):
        end = c.sentence.words[x.j - 1]
        if end == "المحاصر" and n and c.lexes[n - 1].kind == "group" and c.lexes[n - 1].id == "east-aleppo":
            c.talk.besieged = True
            lo = c.lexes[n - 1].i
            c.found.append(_found(c, "besieged", "unknown", lo, x.j, ("T:besieged-adjective",), ARTICLE))
            return
        if end != "المحاصره":
            continue
        before = c.lexes[n - 1] if n else None
        if x.kind == "group" or (before is not None and before.kind in _OF):
            lo = x.i if x.kind == "group" else before.i if before is not None else x.i
            c.talk.besieged = True
            c.found.append(_found(c, "besieged", "unknown", lo, x.j, ("T:besieged-adjective",), ARTICLE))
            return


def _shrunk(c: Context) -> None:
    for n, x in enumerate(c.lexes):
        if c.sentence.words[x.i].lstrip("و") in _SHRINK:
            for y in c.lexes[n + 1 : n + 10]:
                if y.kind == "actor" and y.id == "opposition":
                    c.found.append(_found(c, "lost", "opposition", x.i, y.j, ("T:shrunk",), voice_at(c.frames, n)[0]))
                    return
                if y.kind in ("break", "said"):
                    break


def _found(c: Context, event: str, actor: str, lo: int, hi: int, rules: tuple[str, ...], voice: Voice) -> Found:
    return Found(
        place="east-aleppo", level="area", event=event, actor=actor, voice=voice, lo=lo, hi=hi,
        start=c.sentence.span(lo)[0],
        end=c.sentence.span(hi - 1)[1], partial=event == "lost", rules=("L:east-aleppo", *rules, f"A:{actor}"),
    )  # fmt: skip


def sectors_of_it(sentence: Sentence) -> None:
    """ "The northern section of it": a part of the quarter named before, no sector of the city."""
    lexes = sentence.lexes
    for x, after in pairwise(lexes):
        of_it = x.kind == "group" and after.kind == "pron" and after.entry.text == "منه"
        if of_it and _SECTIONS.issuperset(m.place for m in x.members):
            x.kind, x.id, x.members = "part", "some", []


_SECTIONS = {"north-sector", "south-sector", "east-aleppo", "west-aleppo"}
