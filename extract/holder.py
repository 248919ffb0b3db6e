"""Whose the first places of a list are, told in the midst of it: "on A and B, held by the army, and on C"."""

from extract.scan import Lex

_HELD = ("ال", "خاضع")
_OF_HOLDING = {"state", "actor", "w", "pron", "keep", "t", "adv", "verb"}


def past_holder(lexes: list[Lex], at: int, prep: str) -> int:
    """Where the list goes on behind whose its places are; the same lexeme where it does not."""
    x = lexes[at] if at < len(lexes) else None
    if x is None or not (x.kind == "rel" or (x.kind == "state" and x.entry.text.startswith(_HELD))):
        return at
    for n in range(at + 1, min(at + 7, len(lexes) - 2)):
        y = lexes[n]
        behind = n + (y.kind == ",")
        if lexes[behind].kind == "prep" and lexes[behind].conj == "و":
            held = any(z.kind == "actor" for z in lexes[at:n])
            goes_on = lexes[behind].id == prep and lexes[behind + 1].kind == "group"
            return n if held and goes_on else at
        if y.kind not in _OF_HOLDING and not (y.kind == "prep" and not y.conj and y.id == "على"):
            return at
        if y.kind == "verb" and (x.kind != "rel" or y.entry.event not in ("captured", "controls")):
            return at
    return at
