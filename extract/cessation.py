"""What no longer is: "no longer controls", "is no longer in the hands of" - lost by who held it - and "only holds"."""

from extract.scan import Sentence
from extract.tables import word_set

_NO_LONGER = {(no, word) for no in ("لم", "لن") for word in word_set("longer")} | {
    ("ما", word) for word in word_set("longer-past")
}


def no_longer(sentence: Sentence, at: int) -> bool:
    """Whether "no longer" governs the holding at a lexeme: within its clause, to the left."""
    words, i = sentence.words, sentence.lexes[at].i
    for k in range(i - 1, max(-1, i - 9), -1):
        if words[k] in ("،", "؛"):
            return False
        if k and (words[k - 1].lstrip("وف"), words[k]) in _NO_LONGER:
            return True
    return False


def only(sentence: Sentence, lo: int, hi: int) -> bool:
    """Whether "but" stands between a negated verb and its object: "hold nothing but X"."""
    return any(y.kind == "notonly" for y in sentence.lexes[lo:hi])
