"""The presence of a party in a place: that it has ended, is being ended by somebody, or still is there.

"The factions no longer have a presence in X", "the army put an end to the gunmen's presence in X".
"""

from extract.actors import party
from extract.beside import left_actor, right_actor
from extract.cessation import no_longer
from extract.claiming import claim
from extract.context import Context
from extract.objects import find_object
from extract.reference import number_of
from extract.remains import LEFT
from extract.scope import scope_of
from extract.tables import word_set

_IS_OVER = word_set("is-over")
_ENDS = word_set("ends-it")
_PARTIES = ("government", "opposition", "sdf")
_BEFORE = 7  # lexemes


def presence(c: Context, at: int) -> None:
    """Lost by whose presence is over, captured by who ended it, held by who still has one."""
    o = find_object(c, at, ("في", "داخل"), limit=5)
    whose, by = _whose(c, at), ""
    if o is None or whose not in _PARTIES or any(m.level == "area" for m in o.members):
        return
    event = ""
    for n in range(at - 1, max(-1, at - _BEFORE), -1):
        y = c.lexes[n]
        both = {c.sentence.words[y.i], c.sentence.words[y.i].removeprefix("و").removeprefix("ل")}
        if y.kind == "keep":
            event = "controls"
        elif both & (LEFT | _IS_OVER):
            event = "lost"
        elif both & _ENDS:
            right = right_actor(c, n, at)
            by = party(c, right) if right is not None else left_actor(c, n)
            event = "captured" if by in _PARTIES and by != whose else ""
        if event or y.kind in (",", "break", "said", "group"):
            break
    if no_longer(c.sentence, at):
        event = "lost"
    if event:
        claim(c, at, o, event, by or whose, scope_of(c.sentence, at, o.hi), ["T:presence"])


def _whose(c: Context, at: int) -> str:
    """ "The presence of X", "X's presence", "X has a presence"."""
    lexes = c.lexes
    for n in range(at + 1, min(at + 4, len(lexes))):
        if lexes[n].kind == "actor" and (n == at + 1 or lexes[n].prep == "ل"):
            return party(c, lexes[n])
    for n in range(at - 1, max(-1, at - _BEFORE), -1):
        if lexes[n].kind == "actor" and lexes[n].prep == "ل":
            return party(c, lexes[n])
    text = lexes[at].entry.text
    return left_actor(c, at, number_of(text)) if text.endswith(("ه", "ها", "هم")) else ""
