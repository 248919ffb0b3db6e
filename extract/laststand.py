"""What is called the last that somebody holds: "the last stronghold of X in the city is A", "A is the last pocket".

"Took A, the last stronghold of X" tells of a taking: there it is no longer.
"""

from extract.claiming import claim
from extract.context import Context, Object
from extract.objects import find_object
from extract.scan import Lex
from extract.scope import scope_of
from extract.tables import word_set

_IS = word_set("is-the")
_COUNTS_AS = word_set("counts-as")
_BETWEEN = {"actor", "prep", "group", "area", "t", "adv", "side", "w"}
_POCKET = ("اخر", "الجيب")


def last_pockets(c: Context) -> None:
    """Read every "last pocket" of a sentence that says which place it is."""
    for n, x in enumerate(c.lexes):
        last = x.kind == "group" and x.members[0].place == "last-pocket"
        if last and c.sentence.words[x.i].startswith(_POCKET):
            which_is_last(c, n, "opposition")


def which_is_last(c: Context, at: int, holder: str) -> bool:
    """The place that a phrase of the last stronghold names: behind "is", or before it, told as a state."""
    o = _named_behind(c, at) or _counted_as(c, at)
    taken = {f.place for f in c.found if f.event == "captured"}
    if o is None or any(m.level == "area" or m.place in taken for m in o.members):
        return False
    claim(c, at, o, "controls", holder, scope_of(c.sentence, at, at + 1), ["T:last-stronghold"], lo=min(at, o.lo))
    return True


def _named_behind(c: Context, at: int) -> Object | None:
    """ "The last stronghold of the factions in the city is A"."""
    lexes = c.lexes
    if at and _came_to(lexes, at):
        return None
    for n in range(at + 1, min(at + 8, len(lexes) - 1)):
        y = lexes[n]
        if c.sentence.words[y.i].removeprefix("و") in _IS or (y.kind == ":" and n > at + 1):
            return find_object(c, n, ("-",), limit=2)
        if y.kind not in _BETWEEN or (y.kind == "group" and y.members[0].level == "place"):
            return None
    return None


def _came_to(lexes: list[Lex], at: int) -> bool:
    """Whether a deed before it takes the stronghold: "took the last stronghold"."""
    return any(y.kind in ("verb", "out", "said") for y in lexes[max(0, at - 3) : at])


def _counted_as(c: Context, at: int) -> Object | None:
    """ "A counts as the last pocket of X", "A, which is the last pocket"."""
    lexes, words = c.lexes, c.sentence.words
    for n in range(at - 1, max(-1, at - 6), -1):
        y = lexes[n]
        if y.kind == "group" and y.members[0].level == "place":
            if y.locator or y.prep:
                return None
            counts = n and words[lexes[n - 1].i].removeprefix("و") in _COUNTS_AS
            counts = counts or not _COUNTS_AS.isdisjoint(words[y.j : lexes[at].i])
            return Object(c.accepted(y), n, at + 1, "counts-as-last") if counts and c.accepted(y) else None
        if y.kind not in ("w", "prep", "group", "t", "adv", "rel", "change", "keep", "aux"):
            return None
    return None
