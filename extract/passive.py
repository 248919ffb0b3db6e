"""Passives: the vowel sign u on the first letters of a past, or a stem that only the passive has."""

from extract.fold import Folded
from extract.scan import Lex, Sentence
from extract.tables import word_set

_U = "\u064f"
_STEMS = tuple(sorted(word_set("passive-forms")))


def mark_passives(sentence: Sentence, folded: Folded, text: str) -> None:
    """Note which verbs are written as passives: "was shelled", "were besieged"."""
    voweled = _U in text
    for x in sentence.lexes:
        if x.kind == "verb" and x.entry.tense == "past":
            x.passive = x.entry.text.startswith(_STEMS) or (
                voweled and _is_passive(_written(sentence, folded, text, x))
            )


def _written(sentence: Sentence, folded: Folded, text: str, x: Lex) -> str:
    """A word with its vowel signs, without what is joined before it."""
    start, end = sentence.span(x.i)
    return text[folded.original(start + len(x.conj) + len(x.prep)) : folded.original(end)]


def _is_passive(written: str) -> bool:
    return written[1:2] == _U or (written[:1] in "اأ" and _U in written[2:5])
