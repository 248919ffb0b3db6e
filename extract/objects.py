"""Which places a verb takes: to its right behind the right preposition, by a pronoun, or named before it."""

from extract.actors import so_many
from extract.context import Context, Object
from extract.ground import unnamed
from extract.groups import RANGES
from extract.listing import closing, extend, list_after
from extract.meantime import passes_time
from extract.moment import NUMBERS
from extract.reference import anaphor, antecedent, number_of, part_of, relative
from extract.scan import Lex
from extract.tables import word_set

_POINTS = word_set("points")
_BASES = tuple(word_set("bases"))

_STOP = {"rel", "that", "said", "break", "noun", "op", "undergo", "change", "consequence", "failed"}


_APART = {("clashes", "في"): 1, ("clashes", "ب"): 1, ("shelled", "على"): 2}  # words between a noun and "in it", "on it"
_FILLS = ("w", "aux", "civil", "gsrc")
_RAGES = word_set("rages")  # "battles that rage in it"
_LIMIT = 10
_OF_TIME = {"بين", "عبر", "بعد", "في"}


def fits(prep: str, allowed: tuple[str, ...]) -> tuple[bool, bool]:
    """Whether a place behind this preposition is the verb's, and whether only on the way there."""
    if prep in allowed:
        return True, False
    return (True, True) if prep + "!" in allowed else (False, False)


def find_object(
    c: Context, at: int, allowed: tuple[str, ...], limit: int = _LIMIT, past: tuple[str, ...] = ()
) -> Object | None:
    """The object to the right of a verb, with the rest of its list. Lexemes of kinds `past` do not end the search."""
    lexes, prep, gap, n = c.lexes, "-", 0, at + 1
    between, part, passed, named = 0, False, False, False
    while n < len(lexes):
        x = lexes[n]
        kind = x.kind
        if kind == "part" and n + 1 < len(lexes) and lexes[n + 1].kind == "actor" and so_many(lexes, n + 1):
            gap += 1  # "most of the fighters left X": no part of a place
        elif kind in ("group", "ana", "pron", "head", "generic", "part"):
            behind = {"ب": "ب", "ل": "ل"}.get(x.prep, prep) if kind != "pron" else x.id
            ok, toward = fits(behind, allowed)
            if not ok and kind == "group" and behind == "-" and "في" in allowed and _sided(c, x):
                ok = True
            if not ok and behind == "ل" and "-" in allowed and named and lexes[at].entry.tense == "masdar":
                ok = True  # "the storming of it by the army"
            if not ok and behind == "ل" and "-" in allowed and n == at + 1 and lexes[at].entry.tense == "masdar":
                ok = not lexes[at].entry.text.startswith("ال")  # "an attempt at a storming of X"
            if not ok and behind == "ب" and "في" in allowed:
                ok = True
            if not ok and behind == "ل" and "الى" in allowed and n <= at + 2:
                ok = True  # "reached (to) the quarter"
            if kind == "pron":
                some = _some_of_them(c, at, n, allowed)
                if some:
                    return some
                points = _points_reached(c, at, n) if ok else None
                if points:
                    return points
                ok = ok and between <= _APART.get((c.lexes[at].entry.event, x.id), 0)
                if part and x.id in ("في", "من"):
                    members = antecedent(c, at, number_of(x.entry.text))
                    return (
                        Object([part_of(m) for m in members], n, n + 1, "part-in-it", inside=False) if members else None
                    )
            towned = kind == "group" and n > at + 1 and lexes[n - 1].kind == "city" and not x.conj and not x.prep
            if (passed or towned) and kind == "group" and x.members[0].level == "area":
                return None  # it only locates the place before it
            if ok and not (kind == "group" and x.locator):
                taken = _take(c, at, n, behind)
                if taken:
                    taken.toward = toward
                    return taken
                if kind in ("group", "pron", "ana"):
                    return None
            if kind == "group" and not ok and not x.locator and x.members[0].level == "place":
                passed = True
            part = part or (kind == "part" and ok)
            gap += x.j - x.i
            prep = prep if kind == "part" and ok else "-"  # "of any street in X"
        elif kind in past or x.id in past:
            gap += 1
            prep = "-" if kind == "noun" else prep  # "a hail of shells"
        elif kind == "keep" and x.conj:
            return None
        elif kind == "loc" and x.entry.text in RANGES and n + 2 < len(lexes) and lexes[n + 1].id == "من":
            return (
                _take(c, at, n + 2, "من") if "-" in allowed or any(y.id in allowed for y in lexes[at + 1 : n]) else None
            )
        elif kind == "prep" and x.id == "من" and "من" not in allowed and _from_positions(c, n):
            n += 3  # "from its positions in X"
        elif kind == "full" and x.prep:
            gap, prep = gap + 1, x.prep  # "holds on to all its points in it"
        elif kind in ("said", "op", "noun") and passes_time(c, at, n, allowed):
            gap, prep = gap + 1, "-"
        elif kind == "prep":
            if x.id == "agent":
                gap += 1
            middle = x.id == "داخل" and lexes[n - 1].kind == "prep"  # "reached (to) the middle of X"
            of_time = middle or (x.id in _OF_TIME and n + 1 < len(lexes) and lexes[n + 1].kind == "t")
            prep = prep if of_time else x.id
        elif kind in _STOP or (kind == "verb" and (x.entry.tense != "masdar" or gap > 3)) or kind == "verb":
            return None
        elif kind == ",":
            after = _parenthesis(lexes, n)
            if after is None:
                return None
            n = after
            continue
        elif kind == "(":
            n = closing(lexes, n)
        elif kind in ("state", "out"):
            return None
        else:
            gap += x.j - x.i
            named = named or kind == "actor"
            between = 0 if kind == "actor" else between + (kind in _FILLS and c.sentence.words[x.i] not in _RAGES)
            counted = c.sentence.words[x.i].lstrip("و") in NUMBERS or kind == "num"
            if kind not in ("t", "full", "adv", "keep", "neg") and not counted:
                prep = "-"
        if gap > limit:
            return None
        n += 1
    return None


def _some_of_them(c: Context, at: int, n: int, allowed: tuple[str, ...]) -> Object | None:
    """ "Entered several buildings in X, and they retook five of them": a part of X."""
    lexes, words = c.lexes, c.sentence.words
    if lexes[n].id != "من" or not fits("-", allowed)[0] or n > at + 4:
        return None
    counted = lexes[n - 1].kind == "num" or words[lexes[n - 1].i] in NUMBERS
    points = not _POINTS.isdisjoint(words[: lexes[at].i])
    if not counted or not points:
        return None
    members = antecedent(c, n, number_of(lexes[n].entry.text))
    return Object([part_of(m) for m in members], n - 1, n + 1, "some-of-them", inside=False) if members else None


def _points_reached(c: Context, at: int, n: int) -> Object | None:
    """ "The points which it advanced to at dawn in X": a part of X."""
    rel = relative(c.lexes, at)
    if rel < 1 or c.sentence.words[c.lexes[rel - 1].i] not in _POINTS:
        return None
    o = find_object(c, n, ("في", "داخل"))
    return Object([part_of(m) for m in o.members], o.lo, o.hi, "points-in", inside=o.inside) if o else None


def _from_positions(c: Context, n: int) -> bool:
    """ "From its positions in X": where fire comes from."""
    after = c.lexes[n + 1 : n + 4]
    if len(after) < 3 or after[1].id != "في" or after[2].kind != "group":
        return False
    return c.sentence.words[after[0].i].startswith(_BASES)


def _sided(c: Context, x: Lex) -> bool:
    """ "Advanced south of the citadel": a side stands without a preposition."""
    return x.members[0].level == "area" and c.sentence.words[x.i].startswith(("شرق", "غرب", "شمال", "جنوب", "وسط"))


def _parenthesis(lexes: list[Lex], at: int) -> int | None:
    """The lexeme after an aside in commas ("according to ...", "backed by ..."), if one begins here."""
    if at + 1 >= len(lexes):
        return None
    first = lexes[at + 1]
    aside = first.kind in ("cite", "said") or (
        first.kind in ("w", "t", "pron", "prep", "listhead", "adv") and not first.conj
    )
    aside = aside or (first.kind in ("listhead", "adv") and first.conj == "و")
    if not aside:
        return None
    for n in range(at + 2, min(at + 14, len(lexes))):
        if lexes[n].kind == ",":
            return n + 1
        if lexes[n].kind in ("break", "rel") or (lexes[n].kind == "group" and first.kind != "w"):
            return None
    return None


def _take(c: Context, at: int, n: int, prep: str) -> Object | None:
    x = c.lexes[n]
    if x.kind == "group":
        members = c.accepted(x)
        if not members or (n in c.used and members[0].level == "area"):
            return None
        named = all(m.place == "aleppo-city" for m in members) or (
            members[0].level == "area" and n + 1 < len(c.lexes) and c.lexes[n + 1].id == "following"
        )
        listed = list_after(c, n + 1) if named else None  # "from the following districts of the east: A, B"
        if listed:
            return listed
        return extend(c, Object(list(members), n, n + 1, "object"), prep)
    if x.kind == "pron":
        what = at and c.lexes[at - 1].kind in ("rel", "neg") and c.lexes[at - 1].entry.text in ("ما", "مما")
        if what and not (c.lexes[at].entry.event == "lost" and x.id == "في"):  # but "what they lost in it"
            return list_after(c, n + 1)
        listed = list_after(c, n + 1) if x.entry.text.endswith("ها") else None
        if listed and not any(y.kind == "group" and not y.locator for y in c.lexes[max(0, at - 6) : at]):
            return listed
        members = antecedent(c, at, number_of(x.entry.text))
        if not members:
            return None
        return extend(c, Object(members, n, n + 1, "pronoun", inside=False), x.id)  # "from it and from X"
    if x.kind == "ana":
        members = anaphor(c, at, x)
        return extend(c, Object(members, n, n + 1, f"anaphor:{x.id}", inside=False), prep) if members else None
    return unnamed(c, n)
