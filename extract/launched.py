"""An attack or a raid that somebody launched: "after an attack which it launched on the positions of Y" is not Y's."""

from extract.actors import party
from extract.beside import left_actor
from extract.context import Context

_BETWEEN = {"w", "adv", "rel", "t", "num", "full", "part"}
_GOES_ON = {"prep", "t", "adv", "after", "side", "group", "head", "part", ","}
_ITSELF = ("هما", "هم", "ها", "ه")


def launched_by(c: Context, at: int) -> str:
    """The party that launched what the noun at a lexeme names: named behind the verb, else the one spoken of."""
    lexes = c.lexes
    for n in range(at + 1, min(at + 7, len(lexes) - 1)):
        y, after = lexes[n], lexes[n + 1]
        if y.kind == "aux" and y.id == "shan":
            stem = next((y.entry.text.removesuffix(end) for end in _ITSELF if y.entry.text.endswith(end)), "")
            if not stem:
                return ""
            if after.kind == "actor" and not after.prep:
                return party(c, after)
            at_dawn = after.kind == "w" and c.sentence.words[after.i].endswith("ا")
            if not (at_dawn or after.kind in _GOES_ON) or _behind_place(c, n):
                return ""
            return left_actor(c, at, _number(stem))
        if y.kind not in _BETWEEN:
            return ""
    return ""


def _behind_place(c: Context, n: int) -> bool:
    """ "Raids which launched on X warplanes": who did it stands behind the place."""
    pairs = zip(c.lexes[n + 1 : n + 9], c.lexes[n + 2 : n + 10], strict=False)
    return any(y.kind == "group" and z.kind in ("actor", "plane") and not z.prep and not z.conj for y, z in pairs)


def _number(stem: str) -> str:
    """The number of who launched it, by the verb without its object."""
    if stem.endswith("و"):
        return "p"
    return "f" if stem.endswith("ت") or stem.startswith("ت") else "s"
