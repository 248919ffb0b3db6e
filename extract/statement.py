"""The text of a statement, given in full: all that stands in its marks is said by who issued it, over all its lines.

"The command of X issued a statement, whose text follows:" opens it; the mark that closes it ends it. Where the text
begins with the title of a statement and goes on in its own "we", without marks, the whole text is the statement.
"""

import re

import msgspec

from extract.fold import Folded
from extract.resolve import Discourse, Voice
from extract.scan import Sentence, read_words
from extract.speaker import first_voice
from extract.tables import word_set
from geo.claim import Leaning

_INTRODUCES = re.compile(r"(?<!\w)و?(?:" + "|".join(sorted(word_set("text-of"), key=len, reverse=True)) + r")(?!\w)")
_TITLED = re.compile(r"(?:بسم الله الرحمن الرحيم\W*)?بيان(?!\w)")
_OPENS = re.compile(r'\s*:?\s*"')
_CLOSES = {"«": "»", "“": "”", '"': '"'}
_FAR = 8000  # characters of a statement


class Statement(msgspec.Struct, frozen=True):
    """A statement given in full: who issued it, and between which places of the text it stands."""

    voice: Voice
    start: int
    end: int


def opened(sentence: Sentence, folded: Folded, written: str, talk: Discourse, leaning: Leaning) -> Statement | None:
    """The statement whose text follows a sentence, if it is introduced there, on a line of its own."""
    text = folded.text
    if _TITLED.match(text, sentence.start) is None and _INTRODUCES.search(text, sentence.start, sentence.end) is None:
        return None
    mark = _OPENS.match(text, sentence.end)
    if mark is None or "\n" not in mark.group():
        return _headed(sentence, text, talk, leaning)
    end = _closing(folded, written, mark.end(), written[folded.original(mark.end() - 1)])
    if end < 0:
        return None
    read_words(sentence, text)
    # "Pages spread a statement ascribed to X": X's words, whoever spread them.
    by = next((n for n, x in enumerate(sentence.lexes) if sentence.words[x.i] in _ISSUED), 0)
    at = next((n for n, x in enumerate(sentence.lexes) if n >= by and x.kind in ("src", "actor", "gsrc")), -1)
    voice = first_voice(sentence, at, 1, talk, leaning) if at >= 0 else None
    return Statement(voice, sentence.end, end) if voice else None


_ISSUED = word_set("issued")
_TITLE = 14  # words of a line that is only a title
_OURS = re.compile(r"(?<!\w)[وفبل]*(?:" + "|".join(sorted(word_set("ours"), key=len, reverse=True)) + r")(?!\w)")


def _headed(sentence: Sentence, text: str, talk: Discourse, leaning: Leaning) -> Statement | None:
    """ "A statement by the factions of X" as the title of a text that speaks of "our men" or "we declare"."""
    if (
        text[sentence.end : sentence.end + 1] != "\n"
        or _TITLED.match(text, sentence.start) is None
        or talk.group
        or _OURS.search(text, sentence.end) is None
    ):
        return None
    read_words(sentence, text)
    if len(sentence.words) > _TITLE or any(x.kind in ("verb", "that", "said") for x in sentence.lexes):
        return None
    at = next((n for n, x in enumerate(sentence.lexes) if x.kind in ("src", "actor")), -1)
    voice = first_voice(sentence, at, 1, talk, leaning) if at >= 0 else None
    return Statement(voice, sentence.end, len(text)) if voice else None


def _closing(folded: Folded, written: str, start: int, mark: str) -> int:
    """Where the marks opened before a place close, other marks between them closing first; -1 if they do not."""
    close, depth = _CLOSES.get(mark, mark), 1
    n = folded.text.find('"', start, start + _FAR)  # the fold makes all marks one
    while n >= 0:
        sign = written[folded.original(n)]
        depth += (sign == mark) - 2 * (sign == close) if mark == close else (sign == mark) - (sign == close)
        if not depth:
            return n
        n = folded.text.find('"', n + 1, start + _FAR)
    return -1
