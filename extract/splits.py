"""Phrases of the lexicon that are two words here: "of the control" behind leaving, "which it could not"."""

from extract.lexicon import lexicon
from extract.scan import Lex, Sentence
from extract.tables import word_set


def split_control(sentence: Sentence) -> None:
    """ "Of the control" after a verb of leaving is one phrase; elsewhere a preposition and a noun."""
    lexes = sentence.lexes
    for at in range(len(lexes) - 1, -1, -1):
        x = lexes[at]
        told_of = x.kind == "state" and x.entry.text == "الي سيطره" and at and _leads_to(sentence, lexes, at)
        if not told_of and (x.kind != "out" or not x.entry.text.startswith(("من سيطر", "عن سيطر"))):
            continue
        if not told_of and any(y.kind == "verb" and y.entry.event == "withdrew" for y in lexes[max(0, at - 10) : at]):
            continue
        first, second = x.entry.text.split()
        table = lexicon().words
        prep = next(e for e in table[first].entries if e.kind == "prep")
        noun = next(e for e in table[second].entries if e.kind == "verb" and e.tense == "masdar")
        lexes[at : at + 1] = [
            Lex("prep", prep.id, x.i, x.i + 1, prep, x.conj),
            Lex("verb", noun.id, x.i + 1, x.j, noun),
        ]


def split_unless(sentence: Sentence) -> None:
    """ "Which it could not confirm": behind "which is", "unless" is "what" and "not"."""
    lexes = sentence.lexes
    for at, x in enumerate(lexes):
        if x.entry.text != "ما لم" or not x.i or sentence.words[x.i - 1] not in ("وهو", "وهي", "الامر", "هو"):
            continue
        table = lexicon().words
        verb = (table["لم"].then or {}).get(sentence.words[x.j]) if x.j < len(sentence.words) else None
        op = next((e for e in verb.entries if e.kind == "op"), None) if verb else None
        if op is None or at + 1 >= len(lexes):
            continue
        rel = next(e for e in table["ما"].entries if e.kind == "rel")
        after = lexes[at + 1]
        lexes[at : at + 2] = [Lex("rel", rel.id, x.i, x.i + 1, rel), Lex("op", op.id, x.i + 1, after.j, op)]


_LEADS = word_set("leads-to")


def _leads_to(sentence: Sentence, lexes: list[Lex], at: int) -> bool:
    """ "Pointed to the control of", "led to the control of": no place that passes into a hand."""
    if lexes[at - 1].kind == "said":
        return True
    words = [sentence.words[y.i].removeprefix("و").removeprefix("ف") for y in lexes[max(0, at - 5) : at]]
    return not _LEADS.isdisjoint(words)
