"""Whose deed it is by the way it is told: a speaker's own, somebody's accused, the rest that a rival takes."""

from extract.actors import RIVAL, party
from extract.context import Context
from extract.scan import Lex
from extract.voices import voices

PARTIES = ("government", "opposition", "sdf", "is")
_ITSELF = ("نه", "نها", "نهم")
_ABOUT = {"عن", "حول", "من", "بشان"}
_WHAT = {"ما", "مما", "عما"}


def same_as_said(c: Context, at: int, number: str) -> str:
    """ "Said that the army took X ..., and that it entered Y": the party behind the "that" before, if it agrees."""
    lexes = c.lexes
    that = next((n for n in range(at - 1, max(-1, at - 4), -1) if lexes[n].kind == "that"), -1)
    if that < 0 or not lexes[that].conj or not lexes[that].entry.text.endswith(_ITSELF):
        return ""
    before = next((n for n in range(that - 1, -1, -1) if lexes[n].kind == "that"), -1)
    named = next((y for y in lexes[before + 1 : before + 3] if y.kind == "actor"), None) if before >= 0 else None
    return party(c, named) if named is not None and number in ("", named.entry.number) else ""


def accused(c: Context, at: int) -> str:
    """ "X accused Y of shelling": Y."""
    lexes = c.lexes
    if lexes[at].prep != "ب" or lexes[at].entry.tense != "masdar":
        return ""
    who = ""
    for y in reversed(lexes[max(0, at - 9) : at]):
        if y.kind == "said":
            return who if y.entry.event == "accuse" and not y.entry.suffix else ""
        if y.kind == "actor" and not who:
            who = party(c, y)
        elif y.kind in ("that", "break", "verb", "group"):
            return ""
    return ""


def of_himself(lexes: list[Lex], at: int) -> bool:
    """ "The command said that it took X": the pronoun on "that", with no other party before it."""
    return any(y.kind == "that" and y.entry.text.endswith(("نه", "نها", "نهم")) for y in lexes[max(0, at - 3) : at])


def takes_rest(c: Context, at: int, hi: int) -> str:
    """ "What is left is in the hands of Y, and that the taking of X is near": Y's rival takes it; who "came to" hold
    much takes more.
    """
    lexes, e = c.lexes, c.lexes[at].entry
    if e.tense != "masdar" or e.suffix or e.event not in ("captured", "entered") or not at:
        return ""
    if lexes[at - 1].kind != "that" or any(y.kind == "actor" for y in lexes[hi : hi + 3]):
        return ""
    named = [n for n, y in enumerate(lexes[:at]) if y.kind == "actor"]
    if len(named) != 1 or not named[0] or lexes[named[0] - 1].kind != "state":
        return ""
    holder = party(c, lexes[named[0]])
    grew = any(y.kind == "change" for y in lexes[max(0, named[0] - 4) : named[0]])
    return holder if grew else RIVAL.get(holder, "")


def reporter(c: Context, at: int) -> str:
    """ "What X spreads about its taking of Y": X's, whoever denies it."""
    lexes = c.lexes
    if at < 3 or not {lexes[at - 1].id, lexes[at - 1].entry.text} & _ABOUT:
        return ""
    for n in range(at - 2, max(-1, at - 9), -1):
        y = lexes[n]
        if y.kind == "city" and y.entry.text == "دمشق" and lexes[n - 1].kind == "said":
            return "government"  # "what Damascus announced of its taking of X"
        if y.kind in ("src", "actor"):
            told = any(z.kind == "rel" and z.entry.text in _WHAT for z in lexes[max(0, n - 3) : n])
            side = voices()[y.id].side if y.kind == "src" else y.id
            return side if told and side in PARTIES else ""
        if y.kind in ("that", "verb", "break", ",", "group", "noun"):
            return ""
    return ""


def announced(c: Context, at: int) -> bool:
    """ "A commander announced the recapture of X": the speaker's own deed, unless somebody else is named."""
    for y in reversed(c.lexes[max(0, at - 8) : at]):
        if y.kind == "said":
            return y.entry.event == "say" and y.entry.tense in ("past", "pres") and c.voice(at)[0].side in PARTIES
        if y.kind in ("that", "verb", "break", ",", "group", "noun"):
            return False
    return False


def ahead(c: Context, at: int) -> str:
    """ "Days after its capture of X, the army ...": the owner is named after the comma."""
    lexes = c.lexes
    if any(
        y.kind in ("actor", "said", "verb") or (y.kind == "aux" and y.entry.text.endswith("ون")) for y in lexes[:at]
    ):
        return ""
    comma = next((n for n in range(at, min(at + 14, len(lexes))) if lexes[n].kind == ","), -1)
    if comma < 0:
        comma = next((n for n in range(at, min(at + 8, len(lexes))) if lexes[n].kind == "group"), -1)
    for y in lexes[comma + 1 : comma + 8] if comma > 0 else ():
        if y.kind == "actor":
            return party(c, y)
        if y.kind == "src" and y.id in ("army-command", "syrian-army"):
            return "government"
    return ""
