"""Places that are emptied of a party: "X has become free of gunmen", "X was cleared of them": they have left it."""

from extract.actors import party
from extract.claiming import claim
from extract.context import Context, Object
from extract.objects import find_object
from extract.reference import anaphor, antecedent
from extract.scope import scope_of
from extract.tables import word_set

_PARTIES = ("government", "opposition", "sdf")
_FILLS = {"w", "full", "adv", "t", "part", "group", "prep", "head", "ana", "listhead", "side", "pron", "presence"}
_EMPTIED = ("خلا", "خلت")
_LAST = word_set("those-left")
_FAR = 10  # lexemes


def emptied(c: Context, at: int) -> None:
    """The party behind "of" has withdrawn from the place beside the word."""
    of = _of_whom(c, at)
    before = c.lexes[at - 1] if at else None
    unsaid = before is not None and before.kind == "neg"  # "is not free of gunmen"
    attached = c.lexes[at].entry.text.startswith("ال")  # "the districts free of gunmen": only right behind a name
    gone = c.lexes[at].entry.text.startswith(_EMPTIED) or any(y.kind == "change" for y in c.lexes[max(0, at - 7) : at])
    if of >= 0 and c.lexes[of].id != "opposition" and not gone:
        return  # "the quarter is free of any presence of the army": it never came
    if of < 0 or unsaid or (attached and (before is None or before.kind != "group")):
        return
    o = _place(c, at, of)
    if o is None or all(m.place == "aleppo-city" for m in o.members):
        return
    scope = scope_of(c.sentence, at, of + 1)
    claim(c, at, o, "withdrew", party(c, c.lexes[of]), scope, ["T:emptied-of"], lo=min(at, o.lo))


def _of_whom(c: Context, at: int) -> int:
    """The lexeme that names the party behind "of"; what else may be gone (people, mines) is none."""
    lexes = c.lexes
    for n in range(at + 1, min(at + _FAR, len(lexes))):
        x = lexes[n]
        if x.kind == "actor":
            behind = [y for y in lexes[max(at, n - 3) : n] if y.id == "من"]
            own = not x.prep or (x.prep == "ل" and lexes[n - 1].kind == "presence")  # "of any presence of X"
            return n if behind and x.id in _PARTIES and own else -1
        if x.kind not in _FILLS and c.sentence.words[x.i] not in _LAST:
            return -1
    return -1


def _place(c: Context, at: int, of: int) -> Object | None:
    """Behind the word, before the party; else the subject before it, or the one a pronoun or "the quarter" means."""
    lexes = c.lexes
    behind = find_object(c, at, ("-",), limit=2)
    if behind is not None and behind.lo < of:
        return behind
    for n in range(at - 1, max(-1, at - 8), -1):
        y = lexes[n]
        if y.kind == "group" and not y.locator and not y.prep and not (n and lexes[n - 1].kind in ("prep", "loc")):
            members = [m for m in c.accepted(y) if m.place != "aleppo-city"]
            if members:
                return Object(members, n, of + 1, "emptied")
        elif y.kind == "ana" and not y.prep:
            members = anaphor(c, n, y)
            return Object(members, n, of + 1, "emptied") if members else None
        elif y.kind in ("break", "that") and y.entry.text.endswith(("نه", "نها")):
            members = antecedent(c, n, "f" if y.entry.text.endswith("ها") else "s")
            return Object(members, n, of + 1, "emptied", inside=False) if members else None
        elif y.kind in ("break", "that", "said", "verb", "noun", ",", "rel"):
            return None
    return None
