"""Quarters that are said to be surrounded: "X has become besieged", "X is cut off on three sides"."""

from extract.actors import RIVAL
from extract.claiming import claim
from extract.context import Context, Object
from extract.objects import find_object
from extract.scope import scope_of


def _besieged_men(c: Context, at: int) -> tuple[str, Object] | None:
    """ "The gunmen, families have become besieged in A and B": by their rival, in the places they hold."""
    lexes = c.lexes
    who, people = "", False
    for n in range(at - 1, max(-1, at - 5), -1):
        y = lexes[n]
        if y.kind == "actor" and y.id in RIVAL and not y.prep:
            who = RIVAL[y.id]
            break
        if y.kind == "civil" and not y.prep:  # "families are besieged in A", by whom else is not said
            people = True
            who = "government" if any(z.id == "government" for z in lexes if z.kind == "actor") else "unknown"
            break
        if y.kind not in _NEAR:
            return None
    o = find_object(c, at, ("في", "داخل", "ضمن"), limit=4) if who else None
    if o and people and not o.inside and not any(y.members for y in lexes[:at]):
        return None  # "in it", in a sentence that names nothing
    return (who, o) if o and all(m.level == "place" for m in o.members) else None


_NEAR = {"change", "keep", "full", "t", "adv", "w"}


def _fighters_in(c: Context, n: int) -> str:
    """ "The fighters in X have come to be besieged": those who are, if a verb of becoming stands before them."""
    lexes = c.lexes
    if n < 3 or lexes[n - 1].id not in ("في", "داخل") or lexes[n - 2].kind != "actor":
        return ""
    became = any(y.kind in ("change", "keep") for y in lexes[max(0, n - 4) : n - 2])
    return lexes[n - 2].id if became else ""


def _people_in(c: Context, n: int) -> bool:
    """ "The civilians in X are besieged"."""
    lexes = c.lexes
    inside = n > 1 and lexes[n - 1].id in ("في", "داخل") and lexes[n - 2].kind == "civil"
    after = next((y for y in lexes[n + 1 :] if y.kind == "enclosed"), None)
    by_snow = after is not None and c.sentence.words[after.j : after.j + 1]
    if (
        by_snow
        and by_snow[0].startswith("بال")
        and not any(y.kind == "actor" and y.i == after.j for y in lexes if after)
    ):
        return False  # "besieged by snow"
    return inside and lexes[n].members[0].level == "place"


def enclosed(c: Context, at: int) -> None:
    """A predicate, not an epithet: a verb of being or becoming, by whom, or on how many sides it is, stands with it."""
    lexes = c.lexes
    words = c.sentence.words[lexes[at].j : lexes[at].j + 5]
    sides = any(w in ("جهات", "جوانب", "محاور", "الجهات") for w in words)
    agent = next((n for n in range(at + 1, min(at + 4, len(lexes) - 1)) if lexes[n].id == "agent"), -1)
    by = lexes[agent + 1].id if agent > 0 and lexes[agent + 1].kind == "actor" else ""
    men = _besieged_men(c, at)
    if men is not None:
        claim(c, at, men[1], "besieged", by or men[0], scope_of(c.sentence, at, men[1].hi), ["T:enclosed-in"])
        return
    became = False
    for n in range(at - 1, max(-1, at - 9), -1):
        y = lexes[n]
        became = became or y.kind in ("change", "keep")
        if y.kind == "prep" or (y.kind == "group" and y.members[0].place == "aleppo-city"):
            continue  # "A and B in Aleppo"
        if y.kind == "group":
            before = any(z.kind in ("change", "keep") for z in lexes[max(0, n - 2) : n])
            whom = _fighters_in(c, n) if not became else ""
            before, by = before or bool(whom) or _people_in(c, n), by or RIVAL.get(whom, "")
            if y.locator or y.prep or not (became or before or sides or by):
                return
            members = [m for m in c.accepted(y) if m.place != "aleppo-city"]
            o = Object(members, n, at + 1, "enclosed")
            parties = {z.id for z in lexes if z.kind == "actor"}
            who = by or ("government" if "government" in parties else "unknown")
            claim(c, at, o, "besieged", who, scope_of(c.sentence, at, at + 1), ["T:enclosed"], lo=n)
            for f in c.found:
                f.partial = f.partial or (sides and f.event == "besieged" and f.hi > lexes[at].i >= f.lo)
            return
        if y.kind not in _NEAR:
            return
