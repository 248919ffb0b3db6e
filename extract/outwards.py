"""From a verb outwards to the left, as far as a new turn, a relative pronoun or another finished deed."""

from extract.clauses_said import at_relative, at_speech, at_that
from extract.clauses_time import at_after, at_consequence, at_turn, at_until
from extract.clauses_verb import at_auxiliary, at_change, at_comma, at_keep, at_verb, at_word
from extract.operators import operate
from extract.scan import Lex, Sentence
from extract.stance import Scope
from extract.walk import Walk

_REACH = 16  # words; a denial reaches further
_DENIAL_REACH = 30


def walk_left(sentence: Sentence, lexes: list[Lex], at: int, s: Scope) -> None:
    """Put into `s` what the words before the lexeme `at` do to it."""
    walk = Walk(sentence, at, s, lexes[at].entry.tense in ("past", "pres", "fut"))
    distance = 0
    skip = at
    for n in range(at - 1, max(-1, at - 32), -1):
        x = lexes[n]
        if n >= skip:
            continue
        if x.kind == "," and not walk.finite:
            skip = _before_aside(lexes, n)
            if skip < n:
                continue
            skip = at
        distance += x.j - x.i
        step = _STEPS.get(x.kind)
        if distance > _DENIAL_REACH:
            return
        if step is None or (distance > _REACH and x.kind not in _FAR):
            continue
        rules = len(s.rules)
        closed = step(walk, n, x)
        if len(s.rules) > rules:
            s.first = n
        if closed:
            return


def _before_aside(lexes: list[Lex], n: int) -> int:
    """The comma that opens a relative clause which the comma `n` closes ("the forces, which took A, came near to");
    `n` where none does."""
    for m in range(n - 1, max(0, n - 14), -1):
        if lexes[m].kind == ",":
            opens = lexes[m + 1].kind == "rel" and lexes[m + 1].entry.text in ("الذي", "التي", "الذين")
            return m if opens and lexes[m - 1].kind == "actor" else n
        if lexes[m].kind in ("break", "that"):
            return n
    return n


def _at_operator(w: Walk, n: int, x: Lex) -> bool:
    return operate(w.sentence, w.lexes, n, w.at, w.scope, w.that)


_STEPS = {
    "break": at_turn, "consequence": at_consequence, "w": at_word, "rel": at_relative, "aux": at_auxiliary,
    "op": _at_operator, "said": at_speech, "that": at_that, "after": at_after, "prep": at_after, ",": at_comma,
    "verb": at_verb, "keep": at_keep, "change": at_change, "listhead": at_until,
}  # fmt: skip
_FAR = {"said", "break", "rel", "that", ",", "verb"}
