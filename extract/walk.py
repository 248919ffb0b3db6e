"""A walk from a verb to the left: where it stands, and what it has passed."""

import msgspec

from extract.scan import Lex, Sentence
from extract.stance import Scope


class Walk(msgspec.Struct):
    """A walk from a verb to the left. Each step may change the scope; a step that returns true ends the walk."""

    sentence: Sentence
    at: int
    scope: Scope
    finite: bool
    that: bool = False
    reported: int = -1  # a verb of saying inside "what X says of", which does not end the scope

    @property
    def lexes(self) -> list[Lex]:
        """The lexemes of the sentence."""
        return self.sentence.lexes
