"""Harm in a place, and what did it: "three were killed in X by shelling" says that X was shelled."""

from extract.context import Context, Object
from extract.tables import word_set

_HARMED = word_set("harmed")
_CAUSE = word_set("cause")
_BACK = 12  # lexemes from the fire back to the harm
_BETWEEN = {"t", "w", "prep", "after", "civil", "num", "part", "adv", "side", "noun", "generic", "gsrc", "actor"}


def harmed_where(c: Context, at: int) -> Object | None:
    """The place in which somebody or something was struck by what the noun at a lexeme names."""
    if "رصاص" in c.sentence.words[c.lexes[at].i]:  # a bullet is no shelling
        return None
    lexes = c.lexes
    if not _caused(c, at):
        return None
    place = -1
    for n in range(at - 1, max(-1, at - _BACK), -1):
        y = lexes[n]
        if c.sentence.words[y.i].lstrip("وف") in _HARMED and place >= 0:
            members = [m for m in c.accepted(lexes[place]) if m.level == "place"]
            return Object(members, place, at + 1, "harmed-there") if members else None
        if y.kind == "group" and y.members[0].level == "place":
            inside = y.prep == "ب" or (n > 0 and lexes[n - 1].id in ("في", "داخل"))
            if place >= 0 or y.locator or not inside:
                return None
            place = n
        elif y.kind != "group" and y.kind not in _BETWEEN and y.id != "saqata":
            return None
    return None


def _caused(c: Context, at: int) -> bool:
    """Whether the noun is named as a cause: "because of the fall of shells", "by shelling"."""
    lexes = c.lexes
    if lexes[at].prep == "ب":
        return True
    for y in reversed(lexes[max(0, at - 3) : at]):
        word = c.sentence.words[y.j - 1]
        if word in _CAUSE or y.entry.text in _CAUSE:
            return True
        if y.id != "saqata" and y.kind not in ("w", "num", "noun", "part"):
            return False
    return False
