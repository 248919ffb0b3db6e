"""Scope operators: denial, inability to confirm, attempt, intent, condition, expectation, failure.

Read from the verb outwards to the left (`outwards`), on the verb itself, and a few on its right.
"""

from extract.outwards import walk_left
from extract.scan import Lex, Sentence
from extract.stance import Scope, set_realis


def scope_of(sentence: Sentence, at: int, end: int, heading: bool = False) -> Scope:
    """The scope over the lexeme `at`, whose object ends before the lexeme `end`."""
    lexes = sentence.lexes
    s = Scope()
    walk_left(sentence, lexes, at, s)
    _own(sentence, lexes, at, s)
    _right(lexes, at, end, s)
    return s


def _own(sentence: Sentence, lexes: list[Lex], at: int, s: Scope) -> None:
    x = lexes[at]
    tense = x.entry.tense
    before = lexes[at - 1] if at else None
    if before and before.kind == "neg" and tense in ("pres", "past"):
        s.stance = "denies"
        s.rules.append(f"O:{before.id}")
        if s.realis == "conditional":
            s.drop = True
        if before.id == "never":
            s.realis = "intended"
    if tense == "fut":
        set_realis(s, "intended", "future")
    if before and before.kind == "op" and before.id == "future" and tense == "pres":
        set_realis(s, "intended", "future")
    purpose = x.prep == "ل" and (tense == "masdar" or tense == "pres")
    suffers = any(y.kind == "undergo" for y in lexes[max(0, at - 6) : at])
    if purpose and not suffers and not (before and (before.kind == "state" or before.kind == "op")):
        set_realis(s, "intended", "purpose")


def _threat(lexes: list[Lex]) -> bool:
    """A threat is meant, whatever it is made to depend on."""
    return any(y.kind == "said" and y.id in ("haddada", "tawaada") for y in lexes)


_IF = {"اذا", "في حال", "في حاله", "اذا ما", "شريطه", "بشرط"}


def _right(lexes: list[Lex], at: int, end: int, s: Scope) -> None:
    noun = lexes[at].entry.tense == "masdar"
    for n in range(end, min(end + 8, len(lexes))):
        y = lexes[n]
        if y.kind == "failed" and noun:
            s.realis = "attempted"
            s.rules.append("O:failed")
            return
        if y.kind == "op" and y.id == "deny":
            if y.conj == "و":  # "and it is not true that" denies what follows
                return
            s.stance = "denies"
            s.rules.append(f"O:deny:{y.entry.text}")
            return
        if (
            y.kind == "op"
            and y.id == "condition"
            and y.entry.text in _IF
            and s.realis == "intended"
            and not _threat(lexes[:at])
        ):
            s.realis = "conditional"  # "will take X if"
            s.rules.append(f"O:condition:{y.entry.text}")
            return
        if y.kind == "consequence" and noun and n <= end + 2 and not y.conj:
            set_realis(s, "conditional", f"consequence:{y.entry.text}")
            return
        if y.kind in ("break", "rel", "said", "verb"):
            return
