"""What would follow from a condition: "if the army takes X, it will cut off Y", "once it is in X, Y is surrounded"."""

from extract.scan import Lex, Sentence

_IF = {"اذا", "اذا ما", "متي", "في حال", "في حاله", "حال"}
_ENDS = {"break", "said", "rel", ":", "-"}
_FINITE = ("past", "pres", "fut")
_REACH = 24  # lexemes


def follows(sentence: Sentence, lexes: list[Lex], at: int) -> bool:
    """Whether the clause of the lexeme `at` is what a condition before it leads to."""
    head = _head(lexes, at)
    if head < 0:
        return False
    joined = lexes[head].conj == "و"  # "if it takes X and cuts off Y": a second condition
    between = 0  # finite verbs between the condition and this clause
    for n in range(head - 1, max(-1, head - _REACH), -1):
        y = lexes[n]
        if y.kind == "op" and y.id == "condition" and y.entry.text in _IF:
            asked = n > 0 and sentence.words[y.i - 1] in ("ما", "عما")
            return not asked and (between > 0 or y.entry.text.endswith(("حال", "حاله")))
        if n == 0 and y.kind == "that" and y.entry.text == "ان" and lexes[1].entry.tense == "past":
            return between > 0  # "in" at the head of a sentence, before a past, is "if"
        if y.kind in _ENDS or (y.kind == "that" and not y.entry.text.startswith("ف")) or (joined and y.kind == ","):
            return False
        if y.kind in ("verb", "change", "aux") and y.entry.tense != "masdar":
            first = n == 1 or _opens(lexes, n)
            if between > 1 or not (first or y.conj == "و") or (between and not first):
                return False
            between += 1
    return False


def _head(lexes: list[Lex], at: int) -> int:
    """The finite verb of the clause: the lexeme itself, or the verb of becoming before a predicate."""
    x = lexes[at]
    if x.entry.tense in _FINITE and x.kind == "verb":
        return at if x.conj != "و" or x.entry.tense == "past" else -1
    if x.kind not in ("enclosed", "state"):
        return -1
    n = next((n for n in range(at - 1, max(-1, at - 9), -1) if lexes[n].kind == "change"), -1)
    return n if n >= 0 and lexes[n].conj != "و" else -1


def _opens(lexes: list[Lex], n: int) -> bool:
    """Whether the verb of the condition stands here: right behind it, or behind its subject."""
    for y in reversed(lexes[max(0, n - 4) : n]):
        if y.kind == "op" and y.id == "condition":
            return True
        if y.kind not in ("actor", "w", "neg", "adv", "t"):
            return False
    return False
