"""A main clause that goes on behind a subordinate one: "X entered A after the defences of Y fell, then took B".

Behind a comma the deed that follows is X's; without one, "then" goes on within the clause.
"""

from extract.scan import Lex, Sentence
from extract.tables import word_set

_THEN = word_set("then")
_WHEN = word_set("subordinates")
_GAVE_WAY = {"withdrew", "lost", "fell"}
_TAKING = {"captured", "entered", "controls", "shelled", "attack", "besieged"}
_BACK = 16  # lexemes of a subordinate clause


def subordinate_before(sentence: Sentence, at: int) -> range:
    """The lexemes of the subordinate clause that stands between a deed and the main clause it belongs to; or none."""
    lexes = sentence.lexes
    comma, then = _joined_on(sentence, at)
    if comma < 0:
        return range(0)
    for n in range(comma - 1, max(-1, comma - _BACK), -1):
        y = lexes[n]
        if y.kind == "break" and y.entry.text in _WHEN:
            inside = lexes[n + 1 : comma]
            gave_way = any(z.entry.event in _GAVE_WAY or sentence.words[z.i] in _GAVE for z in inside)
            return range(n, comma) if then or (gave_way and lexes[at].entry.event in _TAKING) else range(0)
        if y.kind in ("said", "that"):
            break
    return range(0)


_GAVE = word_set("gave-way")


def _joined_on(sentence: Sentence, at: int) -> tuple[int, bool]:
    """The comma before a deed that is joined on by "then" or "and", and whether it is "then"; -1 for none."""
    lexes = sentence.lexes
    for n in range(at, max(-1, at - 4), -1):
        y = lexes[n]
        comma = n > 0 and lexes[n - 1].kind == ","
        word = sentence.words[y.i]
        if word in _THEN:
            return (n - 1, True) if comma else (-1, False)
        if comma:
            return (n - 1, False) if y.conj == "و" and n >= at - 1 and not _new_subject(y) else (-1, False)
        if y.kind not in ("aux", "verb", "w", "adv", "t"):
            break
    return -1, False


def _new_subject(x: Lex) -> bool:
    return x.kind not in ("aux", "verb")
