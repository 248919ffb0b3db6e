"""Fold: one spelling for letters that writers interchange, and the way back to the offsets of the text as stored.

Letters are replaced one for one, so offsets stay; only dropped marks (vowel signs, the stretching sign, invisible
controls) shift them, and a sorted list of their positions restores those.
"""

import re
from bisect import bisect_right

# One for one; chained str.replace is the fast way to do it (about 25 times faster than str.translate). The second
# table is for letters so rare that one pass of a pattern finds them all.
_OFTEN = {"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "«": '"', "»": '"'}
_SELDOM = {
    "ٱ": "ا", "ی": "ي", "ک": "ك",  # Persian and Koranic letters
    "\u00a0": " ", "\u202f": " ",  # spaces that do not break
    "٪": "%", "٫": ".", "٬": ",", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "―": "-",
}  # fmt: skip
_SELDOM |= {chr(zero + n): str(n) for zero in (0x0660, 0x06F0) for n in range(10)}
_DROPPED = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_MARKS = re.compile(f"[{_DROPPED}]")
_ANY_SELDOM = re.compile(f"[{_DROPPED}{''.join(re.escape(letter) for letter in _SELDOM)}]")
_OFTEN_DROPPED = "ًٌٍَُِّْـ"
_SURROGATES = re.compile("[\ud800-\udfff]")


class Folded:
    """A folded text, and the way back to the offsets of the text it was made from."""

    def __init__(self, text: str, written: str) -> None:
        self.text = text
        self._written = written
        self._dropped: list[int] | None = None if len(text) != len(written) else []

    def original(self, offset: int) -> int:
        """The offset in the text as stored. A dropped mark belongs to the letter before it."""
        if self._dropped is None:  # where, in the folded text, the n-th dropped mark would stand
            self._dropped = [m.start() - n for n, m in enumerate(_MARKS.finditer(self._written))]
        return offset + bisect_right(self._dropped, offset) if self._dropped else offset


def _base(letter: re.Match[str]) -> str:
    return _SELDOM.get(letter.group(), "")


def fold(text: str) -> Folded:
    """Fold a text. Never raises; idempotent; `text[original(a):original(b)]` folds to `folded.text[a:b]`."""
    written = text
    if not text.isascii():
        for mark in _OFTEN_DROPPED:
            if mark in text:  # looking is ten times faster than a removal that finds nothing
                text = text.replace(mark, "")
        for letter, base in _OFTEN.items():
            text = text.replace(letter, base)
        text = _ANY_SELDOM.sub(_base, text)
    return Folded(text, written)


def without_surrogates(text: str) -> str:
    """Halves of a pair, which no encoder takes, replaced one for one."""
    return _SURROGATES.sub("\ufffd", text)
