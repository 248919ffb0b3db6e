"""Sieges: places that are surrounded, with the men or the people in them."""

from extract.actors import RIVAL
from extract.beside import left_actor
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.doing import doer, is_finite, plain
from extract.objects import find_object
from extract.scope import scope_of
from extract.tables import word_set


def _men_in(c: Context, at: int) -> bool:
    """ "The army besieges the gunmen in X": X is besieged."""
    lexes, x = c.lexes, c.lexes[at]
    if x.kind != "verb" or x.passive or x.entry.suffix:
        return False
    men = next((n for n in range(at + 1, min(at + 4, len(lexes) - 1)) if lexes[n].id == "في"), -1) - 1
    if men <= at or lexes[men].kind != "actor" or lexes[men].id not in RIVAL:
        return False
    o = find_object(c, men, ("في",), limit=4)
    if o is None or any(m.level == "area" for m in o.members):
        return False
    claim(c, at, o, "besieged", RIVAL[lexes[men].id], scope_of(c.sentence, at, o.hi), ["R:besieges-men"])
    return True


_ENDS_SIEGE = {"verb", "said", "break", "that", "after", "noun", "actor"}


_UNDER = word_set("under-siege")


def _under_siege(c: Context, at: int) -> bool:
    """ "The quarter lies under a siege that the army lays", "suffers from a siege"."""
    lexes = c.lexes
    if lexes[at].kind != "noun":
        return False
    verb = next(
        (n for n in range(at - 1, max(-1, at - 9), -1) if c.sentence.words[lexes[n].i].lstrip("و") in _UNDER), -1
    )
    if verb < 0 or any(y.kind in _ENDS_SIEGE or y.id == "بعد" for y in lexes[verb + 1 : at]):
        return False
    near = [*range(verb + 1, at), *range(verb - 1, max(-1, verb - 4), -1)]
    group = next((n for n in near if lexes[n].kind == "group" and not lexes[n].locator), -1)
    members = [m for m in c.accepted(lexes[group]) if m.place != "aleppo-city"] if group >= 0 else []
    if not members:
        return False
    who = next((y.id for y in lexes[at + 1 : at + 6] if y.kind == "actor" and y.id in RIVAL), "unknown")
    o = Object(members, min(group, verb), at + 1, "under-siege")
    scope = scope_of(c.sentence, verb, at + 1)
    claim(c, at, o, "besieged", who, scope, [], lo=min(group, verb))
    c.talk.besieged = c.talk.besieged or any(m.place == "east-aleppo" for m in members)
    return True


_MEN = word_set("armed-man")


def _besieges_counted(c: Context, at: int) -> bool:
    """ "The regime besieges two hundred fighters in X": X is surrounded."""
    if not is_finite(c.lexes[at]) or c.lexes[at].entry.suffix or object_of(c, at) is not None:
        return False
    o = find_object(c, at, ("في", "داخل"))
    if o is None or _MEN.isdisjoint(c.sentence.words[c.lexes[at].j : c.lexes[o.lo].i]):
        return False
    scope = scope_of(c.sentence, at, o.hi)
    who, rule = doer(c, at, o.hi, scope)
    claim(c, at, o, "besieged", who, scope, [f"R:{rule}", "T:men-in"])
    return True


_TIGHTENS = word_set("tightens")


def _ring(c: Context, at: int) -> bool:
    """ "Tightened its ring around X", which is written like "surrounded it"."""
    x = c.lexes[at]
    if x.id != "tawwaqa" or x.entry.tense != "past" or not x.entry.suffix:
        return False
    before = [c.sentence.words[y.i].removeprefix("و") for y in c.lexes[max(0, at - 3) : at]]
    around_it = c.lexes[at + 2 : at + 3] if c.lexes[at + 1 : at + 2] and c.lexes[at + 1].id in ("على", "near") else []
    members = c.accepted(around_it[0]) if around_it and around_it[0].members else []
    if _TIGHTENS.isdisjoint(before) or not members:
        return False
    o = Object(members, at + 2, at + 3, "ring")
    scope = scope_of(c.sentence, at, o.hi)
    claim(c, at, o, "besieged", left_actor(c, at) or c.talk.actor, scope, ["T:ring"])
    return True


def besieged(c: Context, at: int) -> None:
    """Places that are surrounded; in part, where only some sides are named."""
    lexes, x = c.lexes, c.lexes[at]
    if x.id == "hisar" and any(
        c.sentence.words[y.i].lstrip("و") in ("فك", "كسر", "رفع", "لفك", "لكسر", "بفك")
        for y in lexes[max(0, at - 3) : at]
    ):
        return
    if _ring(c, at):
        return
    if not _men_in(c, at) and not _under_siege(c, at) and not _besieges_counted(c, at):
        plain(c, at)
    if c.found and c.found[-1].event == "besieged":
        after = c.sentence.words[lexes[at].j : lexes[at].j + 8]
        if "جهات" in after or "جوانب" in after or "محاور" in after:
            for f in c.found:
                if f.event == "besieged" and f.lo <= lexes[at].i < f.hi:
                    f.partial = True
