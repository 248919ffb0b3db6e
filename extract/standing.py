"""Where a party stands: still in a place, now inside it, or close to it."""

from extract.actors import RIVAL, eligible
from extract.beside import left_actor
from extract.claiming import claim
from extract.context import Context, Object
from extract.objects import find_object
from extract.paradigm import WE
from extract.scan import Lex
from extract.scope import scope_of
from extract.stance import Scope
from extract.tables import word_set

_POSITIONS = word_set("own-positions")
DEEP = ("داخل", "وسط", "قلب", "عمق")
_KNOCKS = word_set("knocks")


def stays(c: Context, at: int) -> None:
    """ "The factions are still in X", "we are still in it": they hold it."""
    lexes = c.lexes
    n = at + 1
    who = lexes[at - 1].id if at and lexes[at - 1].kind == "actor" and eligible(lexes, at - 1) else ""
    if not who and lexes[at].entry.number == WE:
        who = left_actor(c, at, WE)
    elif not who and at and c.sentence.words[lexes[at - 1].i].lstrip("وف") in ("هم", "هي", "هو"):
        who = left_actor(c, at)
    elif not who and at and _that_they(lexes[at - 1]) and lexes[at].entry.text.startswith(("ما", "لا", "لم")):
        who = left_actor(c, at, "p" if lexes[at - 1].entry.text.endswith("نهم") else "f")  # "that they are still in"
    elif not who and n < len(lexes) and lexes[n].kind == "actor" and not lexes[n].prep:
        who, n = lexes[n].id, n + 1
    if n + 2 < len(lexes) and c.sentence.words[lexes[n].i] == "امام" and lexes[n + 1].kind == "actor":
        who = RIVAL.get(lexes[n + 1].id, "")  # "before the army there remain X and Y"
        o = find_object(c, n + 1, ("-",), limit=3)
        if who and o is not None and all(m.level == "place" for m in o.members):
            claim(c, at, o, "controls", who, scope_of(c.sentence, at, o.hi), ["T:remain-before"])
        return
    was = lexes[at].entry.text.startswith("كان")
    within = n < len(lexes) and not was and lexes[n].kind in ("prep", "pron") and lexes[n].id in ("في", "داخل")
    if (
        within
        and n + 2 < len(lexes)
        and lexes[n + 1].kind != "group"
        and c.sentence.words[lexes[n + 1].i] in _POSITIONS
    ):
        n += 2  # "in their positions in X"
    o = find_object(c, n - 1, ("في", "داخل"), limit=3) if who and within else None
    if o is not None and all(m.level == "place" for m in o.members):
        claim(c, at, o, "controls", who, scope_of(c.sentence, at, o.hi), ["T:still-in"])


def inside(c: Context, at: int) -> None:
    """ "The army is now inside X": it has come in."""
    lexes, words = c.lexes, c.sentence.words
    n = at + 1
    ahead = n < len(lexes) and lexes[n].kind == "actor" and not lexes[n].prep
    behind = at and lexes[at - 1].kind == "actor" and eligible(lexes, at - 1)
    before = left_actor(c, at, "f") if lexes[at].conj == "و" and not (ahead or behind) else ""
    if not (ahead or behind or before):
        return
    n += ahead
    if n + 1 >= len(lexes) or lexes[n].kind != "prep" or lexes[n].id not in ("في", "داخل"):
        return
    deep = words[lexes[n].i] in DEEP or words[lexes[n].j].startswith(DEEP)
    n += 1 + (lexes[n + 1].kind == "part" and deep)
    if n + 2 < len(lexes) and lexes[n + 1].kind == "prep" and lexes[n + 2].id == "aleppo-city":
        lexes = [*lexes[: n + 1], *lexes[n + 3 :]]  # "inside X in Aleppo"
    after = lexes[n + 1] if n + 1 < len(lexes) else None
    located = after is not None and after.kind == "group" and after.members[0].level == "area"
    ends = after is None or after.kind in (",", "break", "t") or after.conj or (located and len(lexes) == n + 2)
    if n >= len(lexes) or lexes[n].kind != "group" or not (ends or (deep and after is not None and after.kind == "w")):
        return
    members = [m for m in c.accepted(lexes[n]) if m.level == "place"]
    who = before or (lexes[at + 1].id if ahead else lexes[at - 1].id)
    if members and who in ("government", "opposition", "sdf"):
        o = Object(members, n, n + 1, "inside")
        claim(c, at, o, "entered", who, scope_of(c.sentence, at, n + 1), ["T:became-inside"])


def _that_they(x: Lex) -> bool:
    return x.kind == "that" and x.entry.text.endswith(("نهم", "نها"))


def near(c: Context, at: int) -> None:
    """ "Came to stand close to X": on the way there."""
    lexes = c.lexes
    far = lexes[at].entry.text in ("علي بعد", "علي مسافه")
    if lexes[at].entry.text not in ("علي مقربه", "مشارف", "تخوم", "ابواب") and not far:
        return
    who = at - 1 - (at > 1 and lexes[at - 1].kind == "prep")
    who -= who > 0 and c.sentence.words[lexes[who].i] in _KNOCKS
    who -= who > 0 and lexes[who].kind == "keep"  # "was metres away from X"
    stands = at and lexes[who].kind == "actor" and eligible(lexes, who)  # "the army on the outskirts of X"
    moved = stands or any(
        y.kind == "change" or (y.kind == "verb" and y.entry.event == "entered") for y in lexes[max(0, at - 5) : at]
    )
    n = at + 1
    while far and n < min(at + 5, len(lexes)) and lexes[n].kind in ("w", "num", "loc", "civil", "adv"):
        n += 1  # "some metres"
    n += n < len(lexes) and lexes[n].kind == "prep"
    if moved and n < len(lexes) and lexes[n].kind == "group":
        members = c.accepted(lexes[n])
        actor = left_actor(c, at)
        if members and actor:
            o = Object(members, n, n + 1, "near")
            claim(c, at, o, "entered", actor, Scope(realis="attempted", rules=["O:near"]), [])
