"""Verbs of holding a place in every form but the verbal noun."""

from extract.cessation import no_longer, only
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.lasting import goes_on, stands_fast
from extract.laying import laid
from extract.reference import antecedent, relative
from extract.scope import scope_of
from extract.subject import subject


def controls(c: Context, at: int) -> None:
    """Holding, in every form but the verbal noun."""
    x = c.lexes[at]
    if x.kind == "noun":
        laid(c, at)
        return
    begun = x.id == "mashshata"
    if x.entry.tense == "masdar" and x.id != "haymana" and not begun and not goes_on(c, at):
        return
    said_of = at - 1 - (at > 1 and c.lexes[at - 1].kind == "keep")  # "the forces are still present in"
    if x.id == "wujida" and not (at and c.lexes[said_of].kind == "actor"):
        return
    if x.id == "tamarkaza" and any(w.startswith("قناص") for w in c.sentence.words[x.j : x.j + 2]):
        return  # snipers on a roof hold no quarter
    o = object_of(c, at)
    if x.id == "wujida" and o is not None and any(m.level == "area" for m in o.members):
        return  # an official present in the east of the city
    of_city = o is None or all(m.place == "aleppo-city" for m in o.members)
    if of_city and x.id == "samada" and stands_fast(c, at):
        return
    if o is None:
        o_rel = relative(c.lexes, at)
        if o_rel < 0:
            return
        members = (
            antecedent(c, at)
            if any(y.kind == "pron" and y.id in x.entry.object for y in c.lexes[at + 1 : at + 4])
            else []
        )
        if not members:
            return
        o = Object(members, at, at + 1, "relative", inside=False)
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = subject(c, at, o.hi)
    if not actor and x.id == "rabata" and x.entry.tense == "part":
        actor = "opposition"  # "the men on guard", the factions' own word
    if rule.startswith("subject-of") and x.id in ("tamarkaza", "tahassana", "adara"):
        return
    gone = x.entry.tense == "pres" and no_longer(c.sentence, at) and not only(c.sentence, at + 1, o.lo)
    claim(c, at, o, "lost" if gone else "controls", actor, scope, [f"R:{rule}"])
