"""Out of somebody's hands: "X left the control of Y", "out of the hands of Y went A and B"."""

from extract.actors import RIVAL
from extract.claiming import claim
from extract.context import Context, Object
from extract.hands import in_whose_hands
from extract.objects import find_object
from extract.reference import antecedent, part_of, relative
from extract.scan import Member
from extract.scope import scope_of


def out_of_hands(c: Context, at: int) -> None:
    """ "X left the control of Y": Y lost it."""
    lexes = c.lexes
    named = next((n for n in range(at + 1, min(at + 4, len(lexes))) if lexes[n].kind == "actor"), at)
    actor, end = lexes[named].id if named > at else "", named + 1
    if lexes[at].id == "own":
        actor, end = in_whose_hands(c, at)[0], at + 1
    verb = next(
        (n for n in range(at - 1, max(-1, at - 10), -1) if lexes[n].kind == "verb" and lexes[n].id == "kharaja"), -1
    )
    if verb < 0:
        verb = next((n for n in range(at - 1, max(-1, at - 10), -1) if lexes[n].kind == "change"), -1)
    if not actor or verb < 0:
        return
    o = find_object(c, verb, ("-",), limit=2)
    if o is None:
        members: list[Member] = []
        lo = verb
        ahead = _named_after(c, at)
        if ahead is not None:
            members, lo, end = ahead.members, ahead.lo, ahead.hi
        elif relative(lexes, verb) >= 0:
            members = antecedent(c, verb)
        else:
            for n in range(verb - 1, max(-1, verb - 7), -1):
                members = [m for m in c.accepted(lexes[n]) if m.place != "aleppo-city"] if lexes[n].members else []
                if members:  # "X in Aleppo": the city only says where X lies
                    lo = n
                    break
                if lexes[n].kind in ("break", "verb", "said"):
                    break
        if not members:
            return
        if any(y.kind == "part" for y in lexes[verb + 1 : at]):  # "went, in the most of it, out of ..."
            members = [part_of(m) for m in members]
        o = Object(members, lo, end, "subject-before")
    o.hi = max(o.hi, end)
    scope = scope_of(c.sentence, verb, end)
    claim(c, verb, o, "lost", actor, scope, ["T:out-of-hands", f"R:not:{RIVAL.get(actor, '')}"])


def _named_after(c: Context, at: int) -> Object | None:
    """ "Out of the hands of X went A and B": the places behind his name."""
    behind = next((n for n in range(at + 1, min(at + 4, len(c.lexes))) if c.lexes[n].kind == "actor"), at)
    if c.lexes[at].id == "own" and behind + 1 < len(c.lexes) and c.lexes[behind + 1].kind == "prep":
        return None
    o = find_object(c, behind, ("-",), limit=6)
    return o if o and all(m.level == "place" for m in o.members) else None
