"""What somebody else says, taken up by a speaker: "Y denied what X broadcast of the taking of A", "as Y confirmed".

Y denies it, and X asserts it; "contrary to what X says" leaves it X's alone; "which Y confirmed" is Y's word too.
"""

import msgspec

from extract.context import Context
from extract.emit import Found
from extract.resolve import ARTICLE, Voice
from extract.scan import Lex
from extract.speaker import first_voice
from extract.tables import word_set
from geo.claim import Leaning

_ALLEGED = word_set("allegations")
_CONTRARY = word_set("contrary")
_POINTS = word_set("which")
_THIS = word_set("this")
_BACK = 14  # lexemes between a denial and what it denies: the speaker's name and titles
_CONFIRMS = {"akkada", "aqarra", "iatarafa"}


def read_reported(c: Context, leaning: Leaning) -> None:
    """Give what is denied or confirmed as another's word to both voices."""
    for at, x in enumerate(c.lexes):
        if x.kind == "said" and x.id in _CONFIRMS and x.entry.suffix:
            _confirmed(c, at, leaning)
        elif _opens(c, at):
            _taken_up(c, at, leaning)
        elif x.kind == "op" and x.id == "deny" and _points_back(c, at):
            _contradicted(c, at)


def _points_back(c: Context, at: int) -> bool:
    """ "There is no truth to this news", "and this is not true", in a turn of its own."""
    x, words = c.lexes[at], c.sentence.words
    near = {w.lstrip("ول") for w in (*words[max(0, x.i - 2) : x.i], *words[x.j : x.j + 1])}
    return not _THIS.isdisjoint(near) and any(y.kind in (",", "break") for y in c.lexes[max(0, at - 4) : at])


def _contradicted(c: Context, at: int) -> None:
    """What a party claims of itself and the report then calls untrue: it asserts, the report denies."""
    for f in list(c.found):
        if f.hi > c.lexes[at].i or f.stance != "denies" or f.actor != f.voice.side:
            continue
        if any(rule.startswith("O:deny:") for rule in f.rules):
            c.found.append(_as_said_by(f, f.voice, "asserts"))
            f.voice = ARTICLE


def _opens(c: Context, at: int) -> bool:
    """Where another's words begin: "what X said", "X's announcement", "the allegations of X"."""
    x, before = c.lexes[at], c.lexes[at - 1] if at else None
    if before is None:
        return False
    if x.kind == "ana" and x.id == "theirs":
        return x.entry.text.startswith("ما ")
    if x.kind == "said" and x.entry.event != "deny":
        return x.entry.tense == "masdar" or before.kind == "rel"
    return c.sentence.words[x.i].removeprefix("ب") in _ALLEGED


def _taken_up(c: Context, at: int, leaning: Leaning) -> None:
    end = _end(c.lexes, at)
    first, last = c.lexes[at].i, c.lexes[end].i if end < len(c.lexes) else len(c.sentence.words)
    within = [f for f in c.found if first < f.hi <= last]
    if not within:
        return
    denier = _denier(c, at, end)
    contrary = any(c.sentence.words[y.i].removeprefix("و") in _CONTRARY for y in c.lexes[max(0, at - 3) : at])
    if denier is None and not contrary:
        _unconfirmed(c, at, within, leaning)
        return
    rival = first_voice(c.sentence, at + 1, 5, c.talk, leaning)
    for f in within:
        if rival and rival != denier:
            c.found.append(_as_said_by(f, rival, "asserts"))
        if denier:
            f.voice, f.stance, f.rules = denier, "denies", (*f.rules, "O:denies-report")
        elif rival:
            c.found.remove(f)


def _unconfirmed(c: Context, at: int, within: list[Found], leaning: Leaning) -> None:
    """ "Could not confirm what Y announced of its taking of X": Y says so."""
    rival = first_voice(c.sentence, at + 1, 3, c.talk, leaning)
    if rival is None or rival.side == "press":
        return
    for f in within:
        if f.stance == "unconfirmed" and f.voice != rival and f.actor == rival.side:
            c.found.append(_as_said_by(f, rival, "asserts"))


def _as_said_by(f: Found, voice: Voice, stance: str) -> Found:
    return msgspec.structs.replace(f, voice=voice, stance=stance, rules=(*f.rules, "S:reported"))


def _goes_on(y: Lex) -> bool:
    """ "..., for the quarter is ours", "..., and it took": what stands behind the comma is the speaker's own."""
    return y.conj == "ف" or (y.conj == "و" and y.kind in ("verb", "that", "keep", "change"))


def _party_goes_on(lexes: list[Lex], n: int) -> bool:
    """ "..., and the factions still hold X"."""
    follows = lexes[n + 1].kind if n + 1 < len(lexes) else ""
    return lexes[n].kind == "actor" and lexes[n].conj == "و" and follows in ("keep", "verb", "change", "state")


def _end(lexes: list[Lex], at: int) -> int:
    """Where another's words end: at the next statement, or where the sentence goes on without them."""
    for n in range(at + 1, len(lexes)):
        y = lexes[n]
        if y.kind == "said" and y.entry.tense != "masdar" and lexes[n - 1].kind != "rel":
            return n
        if y.kind == "break" and y.id == "but" and n > at + 2:
            return n
        if y.kind == "," and n + 1 < len(lexes) and (_goes_on(lexes[n + 1]) or _party_goes_on(lexes, n + 1)):
            return n
    return len(lexes)


def _denier(c: Context, at: int, end: int) -> Voice | None:
    """Who denies what begins at a lexeme: the speaker of the denial before it, or who calls it untrue after it."""
    lexes = c.lexes
    for n in range(at - 1, max(-1, at - _BACK), -1):
        y = lexes[n]
        if y.kind == "said" and y.entry.event == "deny":
            return c.voice(n)[0]
        if y.kind == "op" and y.id == "deny":
            return c.voice(n)[0]
        if y.kind == "group" and all(m.place == "aleppo-city" for m in y.members):
            continue  # "a source in Aleppo"
        if y.kind in ("that", "break", "group", "noun") or (y.kind == "said" and n < at - 1):
            break
        if y.kind == "verb" and y.entry.tense != "masdar":
            break
    if any(y.kind == "op" and y.id == "deny" for y in lexes[at + 1 : end]):
        return c.voice(at)[0]
    return None


def _confirmed(c: Context, at: int, leaning: Leaning) -> None:
    """ "..., which Y confirmed": what was just claimed is also Y's word."""
    lexes = c.lexes
    if at < 2 or lexes[at - 1].kind != "rel":
        return
    if not {c.sentence.words[y.i].removeprefix("و") for y in lexes[at - 2 : at]} & _POINTS:
        return
    voice = first_voice(c.sentence, at + 1, 5, c.talk, leaning)
    if voice is None:
        return
    for f in [f for f in c.found if f.hi <= lexes[at].i and f.stance == "asserts" and f.voice != voice]:
        c.found.append(_as_said_by(f, voice, "asserts"))
