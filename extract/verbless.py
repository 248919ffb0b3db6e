"""Clauses without a verb: "the army in the heart of X", "the last pocket in the city is X"."""

from extract.claiming import claim
from extract.context import Context, Object
from extract.laststand import last_pockets
from extract.scope import scope_of
from extract.standing import DEEP

_PARTIES = ("government", "opposition", "sdf")
_ENDS = {",", "break", "t", "-", ":"}


def read_verbless(c: Context) -> None:
    """Add what the clauses without a verb claim."""
    if any(x.id == "last-pocket" for x in c.lexes):
        last_pockets(c)
    if len(c.lexes) > 2 and c.lexes[0].kind == "actor":
        _inside(c)


def _inside(c: Context) -> None:
    """ "The army inside X": a headline that says no more tells that it has come in."""
    lexes = c.lexes
    who, within, n = lexes[0], lexes[1], 2
    words = c.sentence.words
    if who.id not in _PARTIES or who.prep or (within.id not in ("في", "داخل") and words[within.i] not in DEEP):
        return
    deep = within.id == "داخل" or words[within.i] in DEEP or words[within.j] in DEEP
    n += lexes[n].kind == "part" and lexes[n].id == "inner"
    if not (deep or c.sentence.heading) or n >= len(lexes) or lexes[n].kind != "group":
        return
    members = [m for m in c.accepted(lexes[n]) if m.level == "place"]
    hi = n + 1
    while hi < len(lexes) and ((lexes[hi].kind == "prep" and lexes[hi].id != "بعد") or lexes[hi].members):
        if lexes[hi].members and lexes[hi].members[0].level == "place":
            return
        hi += 1  # "in Aleppo"
    if members and (hi == len(lexes) or (lexes[hi].kind in _ENDS or lexes[hi].id == "بعد")):
        o = Object(members, n, n + 1, "inside")
        claim(c, n, o, "entered", who.id, scope_of(c.sentence, n, n + 1), ["T:inside-now"], lo=0)
