"""The frames of a sentence: stretches of lexemes with the voice that governs them, as they are found."""

import msgspec

from extract.resolve import ARTICLE, Discourse, Voice
from extract.scan import Lex, Sentence
from geo.claim import Leaning


class Span(msgspec.Struct):
    """Lexemes `lo` up to `hi` are said by `voice`. `how` is the rule.

    `back`: a citation, standing at lexeme `at`, that governs what stands around it.
    """

    lo: int
    hi: int
    voice: Voice
    how: str
    back: bool = False
    at: int = 0


class Turns(msgspec.Struct):
    """The frames found so far in a sentence, and who speaks now."""

    sentence: Sentence
    talk: Discourse
    leaning: Leaning
    found: list[Span] = msgspec.field(default_factory=list)
    current: Voice | None = None

    @property
    def lexes(self) -> list[Lex]:
        """The lexemes of the sentence."""
        return self.sentence.lexes

    def speak(self, span: Span) -> None:
        """Open a frame: its voice is the one who speaks now, in the text too."""
        self.found.append(span)
        self.current = self.talk.speaker = span.voice

    def narrate(self, at: int, how: str) -> None:
        """The text speaks in its own voice from here on."""
        self.found.append(Span(at, len(self.lexes), ARTICLE, how))
        self.current = None

    def back_to(self, at: int) -> int:
        """How far back a citation reaches: to the last new turn if somebody spoke before, else to the start."""
        lo = max((s.lo for s in self.found if not s.back), default=-1)
        if lo < 0:
            return max((s.hi for s in self.found if s.back and s.hi <= at), default=0)
        for n in range(at - 1, lo, -1):
            if self.lexes[n].kind == "break":
                return n
        return lo


def voice_at(found: list[Span], at: int) -> tuple[Voice, str]:
    """The voice that governs a lexeme: a citation around it first, else the last frame opened before it."""
    for span in found:
        since = any(not later.back and span.at < later.lo <= at for later in found)  # somebody else has spoken
        if span.back and span.lo <= at < span.hi and not since:
            return span.voice, span.how
    for span in reversed(found):
        if not span.back and span.lo <= at < span.hi:
            return span.voice, span.how
    return ARTICLE, ""
