"""What was taken, where no plain object stands: widened control, a place freed "by the army", a securing done."""

from extract.context import Context, Object
from extract.objects import find_object
from extract.reference import anaphor, antecedent, part_of, relative
from extract.tables import word_set


def patient(c: Context, at: int) -> Object | None:
    """ "X was freed", written as a passive, "X was freed by the army": X, before the verb."""
    lexes, x = c.lexes, c.lexes[at]
    if x.entry.tense != "past" or x.entry.suffix or "-" not in x.entry.object:
        return None
    if not x.passive and not any(y.id == "agent" for y in lexes[at + 1 : at + 5]):
        return None
    if relative(lexes, at) >= 0:
        members = antecedent(c, at)
        return Object(members, at, at + 1, "patient", inside=False) if members else None
    for n in range(at - 1, max(-1, at - 7), -1):
        y = lexes[n]
        if y.kind == "group" and (n == 0 or lexes[n - 1].kind != "prep") and not y.prep and not y.locator:
            members = c.accepted(y)
            return Object(members, n, at + 1, "patient") if members else None
        if y.kind == "ana" and not y.prep:
            members = anaphor(c, n, y)
            return Object(members, n, at + 1, "patient") if members else None
        if y.kind in ("verb", "said", "break", ",", "noun", "actor"):
            return None
    return None


WIDENS, STRENGTHENS = word_set("widens"), word_set("strengthens")


def said_before(c: Context, at: int, words: frozenset[str]) -> bool:
    """Whether one of these words stands in the four before a lexeme."""
    i = c.lexes[at].i
    return any(w in words or w.removeprefix("و") in words for w in c.sentence.words[max(0, i - 4) : i])


def widened(c: Context, at: int) -> Object | None:
    """ "Widened its control in X": more of X was taken."""
    if c.lexes[at].id != "saytara" or c.lexes[at].entry.tense != "masdar" or not said_before(c, at, WIDENS):
        return None
    o = find_object(c, at, ("في", "داخل", "ضمن"), limit=4)
    if o is None or any(m.level == "area" for m in o.members):
        return None
    return Object([part_of(m) for m in o.members], o.lo, o.hi, "widened-in", inside=o.inside)


_SECURED = word_set("secured")


def secured(c: Context, at: int) -> bool:
    """ "The securing of X is done", with the place right behind it: else it is a way out or a convoy that is meant."""
    after = c.lexes[at + 1] if at + 1 < len(c.lexes) else None
    if after is None or after.kind not in ("group", "actor", "ana"):
        return False
    i = c.lexes[at].i
    return any(word.removeprefix("و") in _SECURED for word in c.sentence.words[max(0, i - 3) : i])
