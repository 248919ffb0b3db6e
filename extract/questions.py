"""Questions: what is asked is not said. "How" and "why" ask about what has happened, and leave it said."""

from extract.context import Context
from extract.tables import word_set

_ASKS = word_set("asks")
_TAKES_FOR_GRANTED = word_set("asks-how")


def drop_asked(c: Context, mark: bool) -> None:
    """Take out of a sentence what it only asks; `mark`: it ends with a question mark."""
    words = c.sentence.words
    asks = _ASKS if mark else {"هل"}
    asked = next((i for i, word in enumerate(words) if word in asks or (word[:1] in "وف" and word[1:] in asks)), -1)
    if asked < 0 and mark and words[0].lstrip("وف") not in _TAKES_FOR_GRANTED:
        asked = 0
    if asked >= 0:
        c.found = [f for f in c.found if f.hi <= asked]
