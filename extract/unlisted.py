"""Unknowns are loud: a name in a place slot, a verb between an army and a place, a speaker, that no lexicon has."""

from extract.actors import RIVAL
from extract.context import Context
from extract.fold import Folded
from extract.reading import Unknown
from extract.tables import word_set

_NO_NAME = tuple(sorted(word_set("no-name")))


def unlisted(c: Context, folded: Folded, text: str) -> list[Unknown]:
    """What a sentence leaves unknown, with the sentence for an editor to judge."""
    if not c.talk.aleppo or c.city:
        return []
    found = [*_places(c), *_verbs(c), *_speakers(c)]
    if not found:
        return []
    s = c.sentence
    whole = text[folded.original(s.start) : folded.original(s.end)].strip()
    unknown = []
    for kind, i, j in found:
        start, end = folded.original(s.span(i)[0]), folded.original(s.span(j - 1)[1])
        unknown.append(Unknown(kind, text[start:end], start, end, whole))  # type: ignore[arg-type]  # one of the three
    return unknown


def _places(c: Context) -> list[tuple[str, int, int]]:
    """A word after "neighbourhood of" that is no listed name."""
    found = []
    for n, x in enumerate(c.lexes[:-1]):
        y = c.lexes[n + 1]
        if (
            x.kind == "head"
            and x.id in ("one", "two")
            and c.sentence.words[x.j - 1].lstrip("و").endswith(("حي", "حيي"))
        ):
            word = c.sentence.words[y.i]
            if y.kind == "w" and not word.startswith(_NO_NAME) and len(word) > 2:
                more = c.lexes[n + 2] if n + 2 < len(c.lexes) else None
                two = more is not None and more.kind == "w" and c.sentence.words[more.i].startswith("ال")
                found.append(("place", y.i, more.j if two and more is not None and not word.startswith("ال") else y.j))
    return found


def _verbs(c: Context) -> list[tuple[str, int, int]]:
    """An unlisted word between a party and a place that nothing else in the sentence takes."""
    taken = {f.place for f in c.found}
    found = []
    for n, x in enumerate(c.lexes):
        if x.kind != "group" or x.locator or any(m.place in taken for m in x.members):
            continue
        if any(m.level == "area" for m in x.members):
            continue
        before = c.lexes[max(0, n - 4) : n]
        if before and before[-1].kind == "prep" and before[-1].id not in ("على",):
            continue
        actor = next((k for k, y in enumerate(before) if y.kind == "actor" and y.id in RIVAL), -1)
        beside = [before[k] for k in (actor - 1, actor + 1) if actor >= 0 and 0 <= k < len(before)]
        word = next((y for y in beside if y.kind == "w" and not c.sentence.words[y.i].startswith(("ال", "وال"))), None)
        if word is not None and len(c.sentence.words[word.i]) > 2:
            found.append(("verb", word.i, word.j))
    return found


def _speakers(c: Context) -> list[tuple[str, int, int]]:
    """An unlisted name after a source verb."""
    found = []
    framed = {s.lo for s in c.frames}
    for n, x in enumerate(c.lexes):
        if (
            x.kind != "said"
            or x.entry.event not in ("say", "deny")
            or x.entry.tense not in ("past", "pres")
            or n in framed
        ):
            continue
        if n and c.lexes[n - 1].kind in ("rel", "cite"):
            continue
        after = c.lexes[n + 1 : n + 6]
        that = next((k for k, y in enumerate(after) if y.kind in ("that", ":")), -1)
        if that > 0 and all(y.kind in ("w", "prep", "actor") for y in after[:that]) and after[0].kind == "w":
            found.append(("speaker", after[0].i, after[that - 1].j))
    return found
