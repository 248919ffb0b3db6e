"""What stands behind a deed and undoes it ("will not happen", "and this is false"), and deeds spared or remembered."""

from extract.scan import Lex, Sentence
from extract.tables import word_set

_THIS = word_set("this") | word_set("reports") | {"هو", "هي"}


def own_verdict(sentence: Sentence, lexes: list[Lex], end: int, n: int) -> bool:
    """ "Pages announce the taking of X, and this news is false": a clause of its own, in the report's words."""
    comma = next((k for k in range(n - 1, end - 1, -1) if lexes[k].kind == ","), -1)
    opening = sentence.words[lexes[comma].j : lexes[n].j] if comma >= 0 else []
    return bool(opening) and opening[0][0] == "و" and not _THIS.isdisjoint([opening[0][1:], *opening[1:]])


_HAPPENS = word_set("happens")


def comes_not(sentence: Sentence, y: Lex) -> bool:
    """ "The taking of X will not happen", "did not take place": said behind the verbal noun."""
    if y.entry.text not in ("لم", "لن", "لا") or _HAPPENS.isdisjoint(sentence.words[y.j : y.j + 1]):
        return False
    how = (sentence.words[y.j + 1 : y.j + 2] or [""])[0]  # "did not come about easily", "but by"
    return how not in _HOW and (how == "بعد" or not how.startswith("ب"))


_HOW = {"الا", "سوي", "دون", "من", "عبر"}


def spared(lexes: list[Lex], at: int) -> bool:
    """ "X did not come under any shelling"."""
    for n in range(at - 1, max(0, at - 12), -1):
        if lexes[n].kind == "undergo":
            return lexes[n - 1].kind == "neg"
        if lexes[n].kind in ("break", "said", "rel", "verb"):
            return False
    return False


_ANNIVERSARY = word_set("anniversary")


def remembered(sentence: Sentence, x: Lex) -> bool:
    """ "On the fourth anniversary of their entering X": no news of this war's days."""
    return x.entry.tense == "masdar" and not _ANNIVERSARY.isdisjoint(sentence.words[max(0, x.i - 4) : x.i])
