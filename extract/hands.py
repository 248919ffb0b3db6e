"""In whose hands: "under the control of X", "in its hands", "back in the fold of"."""

from itertools import pairwise

from extract.actors import RIVAL
from extract.beside import left_actor
from extract.context import Context
from extract.paradigm import WE


def in_whose_hands(c: Context, at: int) -> tuple[str, int]:
    """Who holds, and the lexeme after his name."""
    lexes, x = c.lexes, c.lexes[at]
    if x.id == "underown" and x.entry.number == WE:
        return left_actor(c, at, WE), at + 1
    if x.id == "with":
        stays = at and lexes[at - 1].kind in ("change", "keep")
        return (left_actor(c, at, WE), at + 1) if stays else ("", at)
    if x.id in ("underown", "own"):
        number = "p" if x.entry.text.endswith("هم") else "f" if x.entry.text.endswith("ها") else "s"
        return _owner(c, at, number), at + 1
    if x.id == "fold":
        at += 1
        named = at < len(lexes) and (lexes[at].kind == "actor" or c.sentence.words[lexes[at].i] == "الوطن")
        return ((lexes[at].id if lexes[at].kind == "actor" else "government"), at + 1) if named else ("", at)
    for n in range(at + 1, min(at + 4, len(lexes))):
        y = lexes[n]
        if y.kind == "actor":
            if x.id == "subject" and y.prep != "ل" and lexes[n - 1].kind != "state":
                return "", at
            if x.id == "under" and y.prep:
                return "", at
            return y.id, n + 1
        if y.kind not in ("w", "neg", "state", "gsrc"):
            break
    return "", at


def _owner(c: Context, at: int, number: str) -> str:
    """Whose hands "its hands" are: not those of the party named beside it as the other holder."""
    holder = left_actor(c, at, number) or c.talk.actors.get(number, c.talk.actor)
    lexes = c.lexes
    others = {z.id for y, z in pairwise(lexes[at + 1 :]) if y.kind == "state" and y.id == "under" and z.kind == "actor"}
    if holder in others:
        agree = [y.id for y in reversed(lexes[:at]) if y.kind == "actor" and y.entry.number == number]
        holder = next((z for z in agree if z not in others), RIVAL.get(holder, ""))
    return holder
