"""Steps at words of time: new turns, "when", "after", "until", "will mean"."""

from extract.scan import Lex
from extract.stance import Scope, set_realis
from extract.tables import word_set
from extract.walk import Walk


def at_turn(w: Walk, n: int, x: Lex) -> bool:
    """A new turn; but "when" before a present looks ahead, and "before" behind "will not stop"."""
    if x.entry.text in _WHEN and w.lexes[w.at].entry.tense == "pres" and n >= w.at - 4:
        if not any(y.kind == "keep" for y in w.lexes[n + 1 : w.at]):
            set_realis(w.scope, "conditional", f"condition:{x.entry.text}")
    elif x.entry.text == "قبل ان" and _endures(w, n):
        set_realis(w.scope, "intended", "until")
    return True


_WHEN = {"عندما", "حين", "حينما", "حالما"}
_ENDURES = word_set("endures")


def _endures(w: Walk, n: int) -> bool:
    """Whether something is said to go on, or never to stop, before the word "until"."""
    words = w.sentence.words[max(0, w.lexes[n].i - 9) : w.lexes[n].i]
    return any(word in _ENDURES or word.lstrip("وف") in _ENDURES for word in words)


def at_until(w: Walk, n: int, x: Lex) -> bool:
    """ "The operations go on until the taking of X"."""
    if x.entry.text == "حتي" and n >= w.at - 2 and _endures(w, n):
        set_realis(w.scope, "intended", "until")
        return True
    return False


def at_consequence(w: Walk, n: int, x: Lex) -> bool:
    """ "Will mean the fall of": the fall has not happened."""
    if n >= w.at - 2 and not w.finite and x.entry.text.startswith(("سي", "ست")):
        set_realis(w.scope, "conditional", f"consequence:{x.entry.text}")
        return True
    return False


_UNSURE = {"unable", "unconfirmed", "unclear"}


def at_after(w: Walk, n: int, x: Lex) -> bool:
    """ "After": done, unless that is only expected; "not until after": not yet."""
    if n and w.lexes[n - 1].kind == "notonly" and n >= w.at - 2 and _endures(w, n):  # "will not stop but after"
        set_realis(w.scope, "intended", "until")
        return True
    if x.entry.text in ("قبل", "حتي") and n == w.at - 1 and _endures(w, n):
        set_realis(w.scope, "intended", "until")
        return True
    if x.entry.text == "قبل" and n == w.at - 1 and _still_meant(w, n):
        set_realis(w.scope, "intended", "before")
        return True
    if x.id not in ("done", "بعد") or n != w.at - 1:
        return False
    if any(y.kind == "op" and y.id in _UNSURE for y in w.lexes[max(0, n - 4) : n]):  # "has not confirmed yet"
        return False
    after_done(w.lexes, n, w.scope)
    return True


def _still_meant(w: Walk, n: int) -> bool:
    """ "Works to close the ring before entering": neither has been done."""
    for y in reversed(w.lexes[max(0, n - 10) : n]):
        if y.kind == "op" and y.id in ("intend", "attempt"):
            return True
        if y.kind in ("said", "that", "break") or (y.kind == "verb" and y.entry.tense == "past"):
            return False
    return False


def after(lexes: list[Lex], n: int) -> bool:
    """Whether "after" stands right before a lexeme."""
    return n > 0 and (lexes[n - 1].kind == "after" or (lexes[n - 1].kind == "prep" and lexes[n - 1].id == "بعد"))


def after_done(lexes: list[Lex], n: int, s: Scope) -> None:
    """ "After taking X": done, unless what comes after it is only expected."""
    for y in lexes[max(0, n - 12) : n]:
        if (y.kind == "said" and y.entry.event == "expect") or (y.kind == "op" and y.id in ("expect", "future")):
            set_realis(s, "conditional", "after-in-expectation")
        if y.kind == "change" and y.entry.text.startswith(("تصبح", "يصبح", "يصير", "تصير")):
            set_realis(s, "conditional", "after-in-expectation")
        if y.kind == "verb" and y.entry.tense == "fut":
            set_realis(s, "conditional", "after-in-expectation")
