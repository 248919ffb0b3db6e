"""Holding that goes on: "keeps its control of X", "X holds out against the army"."""

from extract.actors import RIVAL
from extract.claiming import claim
from extract.context import Context, Object
from extract.scan import Lex
from extract.scope import scope_of
from extract.tables import word_set

_STAYS = word_set("keeps-holding")
_GOES_ON = word_set("going-on")
_WITHIN = {"actor", "w", "t", "prep", "adv", "full", "part"}


def goes_on(c: Context, at: int) -> bool:
    """ "Keeps its control of X", "the control of Y over X goes on", "is still complete": held before and now.

    "Went on to control A, B and C" may be one after the other: of going on with a bare "control" only "goes on in it".
    """
    lexes, words = c.lexes, c.sentence.words
    for n in range(at - 1, max(-1, at - 7), -1):
        y = lexes[n]
        both = {words[y.i], words[y.i].removeprefix("و")}
        if y.kind == "keep" or both & _STAYS:
            return True
        if both & _GOES_ON:
            own = bool(lexes[at].entry.suffix) and at - n <= 4
            its = n == at - 1 and not lexes[at].entry.text.startswith("ال")  # "the going on of X's control"
            return own or its or lexes[at - 1].id == "في"
        if y.kind not in _WITHIN:
            return False
    return False


def is_area(x: Lex) -> bool:
    """Whether a lexeme is a group that names an area: it may only say where a place lies."""
    return x.kind == "group" and x.members[0].level == "area"


def stands_fast(c: Context, at: int) -> bool:
    """ "X holds out against the army", "X has stayed out of its reach": X is its rival's."""
    lexes = c.lexes
    for n in range(at - 1, max(-1, at - 5), -1):
        y = lexes[n]
        if is_area(y) or (y.kind == "prep" and is_area(lexes[n + 1])):
            continue
        if y.kind == "group":
            members = [m for m in c.accepted(y) if m.level == "place"]
            if (
                y.locator
                or y.prep
                or not members
                or members[-1].partial
                or (n and lexes[n - 1].kind in ("prep", "verb", "actor"))
            ):
                return False
            against = next((z.id for z in lexes[at + 1 : at + 7] if z.kind == "actor"), "government")
            o = Object(members, n, at + 1, "stands-fast")
            claim(c, at, o, "controls", RIVAL.get(against, ""), scope_of(c.sentence, at, at + 1), ["T:stands-fast"])
            return True
        if y.kind not in ("keep", "full", "w", "t", "adv", "change"):
            return False
    return False
