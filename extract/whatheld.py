"""Which place a phrase of holding describes: behind "except", before a relative, beside it, or named after it."""

from extract.context import Context, Object
from extract.objects import find_object
from extract.reference import anaphor, antecedent, number_of, part_of
from extract.scan import Lex, Member


def what_is_held(c: Context, at: int, hi: int) -> Object | None:
    """The place that is held: behind "except", else the one the phrase describes, else one named after it."""
    lexes = c.lexes
    for n in range(hi, min(hi + 5, len(lexes))):
        if says_but(lexes, at, n):
            return find_object(c, n, ("-", "في", "من"), limit=6)
    rel = _relative_before(lexes, at)
    if rel >= 0:
        members = antecedent(c, rel + 1)
        return Object(members, rel, hi, "relative", inside=False) if members else None
    before = _aside(lexes, at)
    for n in range(before - 1, max(-1, before - 12), -1):
        y = lexes[n]
        if y.kind == "group":
            bare = not y.prep and not (n and lexes[n - 1].kind in ("prep", "loc", "side", "actor", "w", "gsrc"))
            members = [m for m in c.accepted(y) if m.place != "aleppo-city" or bare]
            if y.prep == "ب" or not members or (members[0].level == "area" and _located(c, n)):
                continue
            return Object(members, n, hi, "held", inside=True)
        if y.kind == "part" and y.id == "of it":  # "a third of it is still in the hands of"
            members = antecedent(c, n, number_of(y.entry.text))
            return Object([part_of(m) for m in members], n, hi, "rest-of-it", inside=False) if members else None
        if y.kind == "pron" and y.id == "من" and n and lexes[n - 1].kind == "part":
            members = antecedent(c, n, "s" if y.entry.text.endswith("ه") else "f")
            return Object([part_of(m) for m in members], n - 1, hi, "rest-of-it") if members else None
        if (
            y.kind in ("head", "generic")
            and n >= at - 2
            and not (n and c.sentence.words[lexes[n - 1].i] in ("وهو", "وهي", "هو", "هي"))
        ):
            return _districts(c, n, hi)
        if y.kind == "ana":
            members = [m for m in anaphor(c, n, y) if m.place != "aleppo-city"]
            return Object(members, n, hi, "held-those", inside=True) if members else None
        if y.kind in ("break", "that") and y.entry.text.endswith(
            ("نه", "نها", "نهما")
        ):  # "but it is now in the hands of"
            members = antecedent(c, n, "f" if y.entry.text.endswith("ها") else "s")
            return Object(members, n, hi, "held-it", inside=False) if members else None
        if y.kind in ("break", "said", "that", "rel", "verb", "noun", "pron") and n < at - 1:
            break
    listed = find_object(c, hi - 1, ("-",), limit=4)
    if listed and any(y.kind in ("change", "keep") for y in lexes[max(0, at - 3) : at]):
        return listed
    return None


def _aside(lexes: list[Lex], at: int) -> int:
    """ "X, which was a stronghold of Y, is now held by Z": where the phrase goes on before an aside, else itself."""
    end = next((n for n in range(at - 1, max(-1, at - 4), -1) if lexes[n].kind == ","), -1)
    if end < 0 or any(y.kind != "change" for y in lexes[end + 1 : at]):
        return at
    for n in range(end - 1, max(0, end - 14), -1):
        if lexes[n].kind == "rel" and lexes[n - 1].kind == ",":
            return n - 1
        if lexes[n].kind == ",":
            return at
    return at


def _districts(c: Context, n: int, hi: int) -> Object | None:
    """ "The districts held by X in Aleppo": the east or the west of it, where the sentence says so."""
    for m in range(hi, min(hi + 3, len(c.lexes))):
        y = c.lexes[m]
        if (
            y.kind == "group"
            and y.members[0].place in ("aleppo-city", "east-aleppo")
            and "opposition" in {z.id for z in c.lexes[n:m] if z.kind == "actor"}
        ):
            first = y.members[0]
            return Object(
                [Member("east-aleppo", "area", first.sentence, first.i, first.j, "", True)], n, m + 1, "districts-in"
            )
    return None


def _located(c: Context, n: int) -> bool:
    """An area right behind a place says where the place lies."""
    return any(y.kind == "group" and y.members[0].level == "place" for y in c.lexes[max(0, n - 3) : n])


def _relative_before(lexes: list[Lex], at: int) -> int:
    for n in range(at - 1, max(-1, at - 5), -1):
        y = lexes[n]
        if y.kind == "rel" and y.entry.text in ("الذي", "التي", "اللذين", "اللتين"):
            return n
        if y.kind not in ("change", "keep", "w", "neg", "state", "verb"):
            return -1
    return -1


def says_but(lexes: list[Lex], at: int, n: int) -> bool:
    """Whether the lexeme says "but" of a phrase that is denied: "nothing is in their hands except X"; but not in
    "all is in their hands, except X".
    """
    if lexes[n].kind != "notonly":
        return False
    return lexes[n].entry.text != "باستثناء" or any(y.kind in ("neg", "keep") for y in lexes[max(0, at - 8) : at])
