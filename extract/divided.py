"""Control that is shared or that shrinks: "A and B share control of X", "the factions' control shrank to X"."""

from extract.actors import party
from extract.beside import left_actor
from extract.claiming import claim
from extract.context import Context, Object
from extract.objects import find_object
from extract.reference import part_of
from extract.scope import scope_of
from extract.tables import word_set

_SHARES = word_set("shares-control")
_SHRINKS = word_set("shrinks-to")
_PARTIES = ("government", "opposition", "sdf")


def _before(c: Context, at: int, words: frozenset[str], reach: int) -> int:
    """The lexeme before another that is one of these words, within its clause, or -1."""
    for n in range(at - 1, max(-1, at - reach), -1):
        y = c.lexes[n]
        if c.sentence.words[y.i].removeprefix("و") in words:
            return n
        if y.kind in ("group", "break", "said", "verb", "that"):
            return -1
    return -1


def shared(c: Context, at: int, o: Object) -> bool:
    """ "X and Y share the control of": each holds a part."""
    n = _before(c, at, _SHARES, 9)
    if n < 0:
        return False
    lo = next((k + 1 for k in range(n - 1, -1, -1) if c.lexes[k].kind in (",", "break", "group")), 0)
    named = {party(c, y): None for y in c.lexes[lo:at] if y.kind == "actor" and y.id in _PARTIES}
    some = Object([part_of(m) for m in o.members], o.lo, o.hi, o.how, inside=o.inside)
    for who in named if len(named) > 1 else ():
        claim(c, at, some, "controls", who, scope_of(c.sentence, at, o.hi), ["T:shares"])
    return True


def shrinks_to(c: Context, at: int) -> bool:
    """ "Their control has shrunk to X": they hold X."""
    if _before(c, at, _SHRINKS, 4) < 0:
        return False
    o = find_object(c, at, ("الى",))
    if o is None or any(m.level == "area" for m in o.members):
        return False
    own = c.lexes[at].entry.suffix
    who = next((party(c, y) for y in c.lexes[at + 1 : at + 4] if y.kind == "actor"), "")
    who = who or (left_actor(c, at, own) or c.talk.actors.get(own, "") if own else "")
    if who in _PARTIES:
        claim(c, at, o, "controls", who, scope_of(c.sentence, at, o.hi), ["T:shrinks-to"])
    return True
