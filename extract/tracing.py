"""How a text was read, kept only when asked for: blocks, lexemes, groups and frames at their offsets in the text."""

from extract.context import Context
from extract.fold import Folded
from extract.reading import Block, Frame, Group, Lexeme, Trace

_PLAIN = {"w", ",", ":", "(", ")", "%", "-"}


class Tracing:
    """Collects the trace of a text, sentence by sentence."""

    def __init__(self, folded: Folded, text: str) -> None:
        self._folded, self._text = folded, text
        self._lexemes: list[Lexeme] = []
        self._groups: list[Group] = []
        self._frames: list[Frame] = []

    def add(self, c: Context) -> None:
        """Keep what one sentence was read as."""
        for x in c.lexes:
            start, end = self._span(c, x.i, x.j)
            if x.kind == "group":
                self._groups.append(Group(tuple(m.place for m in x.members), start, end))
            elif x.kind not in _PLAIN:
                self._lexemes.append(Lexeme(x.kind, x.id, self._text[start:end], start, end))
        for s in c.frames:
            if s.hi > s.lo:
                start, end = self._span(c, c.lexes[s.lo].i, c.lexes[s.hi - 1].j)
                self._frames.append(Frame(s.voice.id, s.voice.relay, s.how, start, end))

    def trace(self, found: list[Block]) -> Trace:
        """The whole trace; blocks come in folded offsets."""
        original = self._folded.original
        return Trace(
            tuple(Block(b.kind, original(b.start), original(b.end)) for b in found),
            tuple(self._lexemes),
            tuple(self._groups),
            tuple(self._frames),
        )

    def _span(self, c: Context, i: int, j: int) -> tuple[int, int]:
        return self._folded.original(c.sentence.span(i)[0]), self._folded.original(c.sentence.span(j - 1)[1])
