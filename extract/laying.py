""" "Laid his hand on", "restored security and stability to", "raised the flag over"."""

from extract.beside import left_actor, right_actor
from extract.claiming import claim
from extract.context import Context, Object
from extract.objects import find_object
from extract.reference import antecedent, number_of
from extract.scope import scope_of
from extract.subject import subject
from extract.tables import word_set

_BACK = word_set("brings-back")


_LAY = {"lay", "full"}


def laid(c: Context, at: int) -> None:
    """ "Laid his hand on", "restored security and stability to"."""
    lexes, x = c.lexes, c.lexes[at]
    window = lexes[max(0, at - 8) : at] + lexes[at + 1 : at + 3]
    verb = next((y for y in window if y.kind in ("aux", "change") and (y.id in _LAY or y.entry.text in _BACK)), None)
    if verb is None and at and lexes[at - 1].kind == "w" and lexes[at - 1].id in _BACK:
        verb = lexes[at - 1]  # "announced the return of security to X"
    if verb is None:
        return
    o = find_object(c, at, x.entry.object) or (_to_it(c, lexes.index(verb), at) if x.id == "amn" else None)
    if o is None or (x.id == "alam" and any(m.partial for m in o.members)):  # a flag on one house holds no quarter
        return
    scope = scope_of(c.sentence, at, o.hi)
    if x.id == "amn":
        actor = left_actor(c, at) or "government"
        actor = "government" if actor == "opposition" else actor
    else:
        actor, _ = subject(c, at, o.hi)
        right = right_actor(c, lexes.index(verb), at)
        actor = right.id if right is not None and right.kind == "actor" else actor
    claim(c, at, o, x.entry.event, actor, scope, [f"T:{verb.id}"])


def _to_it(c: Context, verb: int, at: int) -> Object | None:
    """ "To which the army brought back security": the pronoun stands before the noun."""
    for n in range(verb + 1, at):
        y = c.lexes[n]
        if y.kind == "pron" and y.id == "الى":
            members = antecedent(c, n, number_of(y.entry.text))
            return Object(members, verb, at + 1, "to-it", inside=False) if members else None
    return None
