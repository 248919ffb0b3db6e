"""Ground that is cut in two: "cut the north of the east off from its south", "will split the east into two parts"."""

from extract.beside import left_actor
from extract.claiming import claim
from extract.context import Context, Object
from extract.scan import Member
from extract.scope import scope_of
from extract.stance import Scope, set_realis
from extract.tables import word_set

_SEVERS = word_set("severs")
_IN_TWO = word_set("in-two")
_THEREBY = word_set("thereby")
_ALLOWS = word_set("allows")
_GROUND = word_set("cut-ground")
_SAME = ("besieged", "entered")
_BETWEEN = {"w", "t", "adv", "prep", "rel", "keep", "head", "generic", "actor", "part", "pron"}


def read_severed(c: Context) -> None:
    """Add the claims that a part of the east, or all of it, was cut off, by whoever advances there."""
    words = c.sentence.words
    if not c.talk.aleppo or c.city or ("عن" not in words and _IN_TWO.isdisjoint(words)):
        return
    for at, x in enumerate(c.lexes):
        word = c.sentence.words[x.i]
        if not (word in _SEVERS or word.lstrip("وف") in _SEVERS or word.removeprefix("و")[1:] in _SEVERS):
            continue
        o = _sector(c, at) or _whole(c, at)
        if o is None or left_actor(c, at) == "opposition":
            continue
        # a listed verb may have been read as an enclosing of the same ground, without what is said of the cut
        c.found[:] = [f for f in c.found if f.event not in _SAME or f.level != "area" or not f.lo <= x.i < f.hi]
        scope = _scope(c, at, o)
        party = any(y.kind == "actor" and y.id == "government" for y in c.lexes)
        if scope.realis == "actual" and not party and "government" not in c.talk.actors.values():
            continue  # "the United Nations divided the east in two"
        claim(c, at, o, "besieged", "government", scope, ["T:severed"], lo=at)


def _sector(c: Context, at: int) -> Object | None:
    """ "The northern part from the southern": the first of them is cut off."""
    lexes = c.lexes
    for n in range(at + 1, min(at + 5, len(lexes) - 1)):
        y = lexes[n]
        if y.kind == "group":
            behind = n + 1
            if lexes[behind].id in ("في", "من") and behind + 2 < len(lexes) and lexes[behind + 1].kind == "group":
                behind += 2  # "the northern quarters in the east of Aleppo"
            if y.members[0].place not in ("north-sector", "south-sector") or lexes[behind].id != "عن":
                return None
            return Object(list(y.members), n, n + 1, "cut-off")  # the pair itself says of which ground
        if y.kind not in ("w", "t", "adv", "actor"):
            return None
    return None


def _whole(c: Context, at: int) -> Object | None:
    """ "The eastern quarters in two", "what is left of the opposition's areas into two halves"."""
    lexes, words = c.lexes, c.sentence.words
    hi = next((n for n in range(at + 1, min(at + 11, len(lexes))) if words[lexes[n].i] in _IN_TWO), -1)
    if hi < 0 or words[lexes[hi].i - 1] != "الي":
        return None
    named = next(
        (n for n in range(at, hi) if lexes[n].kind == "group" and lexes[n].members[0].place != "aleppo-city"), -1
    )
    if named >= 0:
        members = [m for m in c.accepted(lexes[named]) if m.place == "east-aleppo"]
        return Object(members, named, hi + 1, "cut-in-two") if members else None
    ground = next((n for n in range(at + 1, hi) if words[lexes[n].i] in _GROUND), -1)
    held = any(y.kind == "actor" and y.id == "opposition" for y in lexes[at + 1 : hi])
    if ground < 0 or not held or any(y.kind not in _BETWEEN and y.kind != "group" for y in lexes[at + 1 : hi]):
        return None
    g = lexes[ground]
    return Object([Member("east-aleppo", "area", c.sentence, g.i, g.j, "")], ground, hi + 1, "cut-in-two")


def _scope(c: Context, at: int, o: Object) -> Scope:
    """Done, meant or near: "which thereby cuts" was done, "so as to cut" has the surety of what it hangs on."""
    lexes, words, x = c.lexes, c.sentence.words, c.lexes[at]
    s = scope_of(c.sentence, at, o.hi)
    before = lexes[max(0, at - 5) : at]
    if not _THEREBY.isdisjoint(words[x.j : x.j + 1]) and s.rules[-1:] == ["O:purpose"]:
        s.realis = "actual"
    elif _THEREBY.isdisjoint(words[x.j : x.j + 1]) and words[x.i].removeprefix("و")[0] == "ل":
        set_realis(s, "intended", "purpose")
    if any(y.kind == "consequence" or words[y.i].removeprefix("و") in _ALLOWS for y in before):
        s.realis = "conditional"
        s.rules.append("O:consequence")
    if words[x.i].lstrip("وف").startswith(("سي", "ست")):
        whether = any(y.kind == "op" and y.id == "condition" for y in lexes[:at])
        set_realis(s, "conditional" if whether else "intended", "future")
    if any(y.kind == "loc" and y.entry.text.startswith("علي") for y in before):  # "at hundreds of metres from"
        s.realis = "conditional"
        s.rules.append("O:near")
    if at and lexes[at - 1].kind == "rel" and c.found:
        _hangs_on(c.found[-1].realis, s)
    return s


def _hangs_on(realis: str, s: Scope) -> None:
    if realis != "actual":
        set_realis(s, realis, "hangs-on")
