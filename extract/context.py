"""What the rules of one sentence share: its lexemes, its frames and times, and what the text has said before."""

import msgspec

from extract.emit import Found
from extract.moment import Time
from extract.outside import heads_sentence, names_aleppo
from extract.resolve import Discourse, Voice
from extract.scan import Lex, Member, Sentence
from extract.turns import Span, voice_at


class Object(msgspec.Struct):
    """The places a verb takes: lexemes `lo` up to `hi`. `toward`: on the way there. `how`: the rule that found them."""

    members: list[Member]
    lo: int
    hi: int
    how: str
    toward: bool = False
    inside: bool = True  # whether the names stand within lo and hi


class Context(msgspec.Struct):
    """One sentence under reading."""

    sentence: Sentence
    talk: Discourse
    frames: list[Span]
    times: list[Time]
    published: str
    text: str  # the folded text, for the words of a place
    kinds: set[str] = msgspec.field(default_factory=set)  # of its lexemes
    found: list[Found] = msgspec.field(default_factory=list)
    used: set[int] = msgspec.field(default_factory=set)  # lexemes of figures, read already
    city: bool = False  # the sentence names another city
    last_time: Time | None = None

    @property
    def lexes(self) -> list[Lex]:
        """The lexemes of the sentence."""
        return self.sentence.lexes

    def accepted(self, group: Lex, company: bool = False) -> list[Member]:
        """The members of a group that count as places here: names that are also common words need company, in the
        group or, where it goes on a list of places, before it."""
        members = group.members
        sure = [m for m in members if not m.needs or (m.needs == "context" and self.talk.aleppo and not self.city)]
        if self.city:  # another city is named: names that other cities have too are theirs
            members = [m for m in members if m.needs != "never bare" or m.place in self.talk.established]
            if heads_sentence(self.sentence, group):
                members = [m for m in members if not m.needs or m.place in self.talk.established]
        outside = (self.talk.outside_here or self.talk.abroad) and not names_aleppo(self.sentence)
        abroad = self.city or outside
        if outside:  # so are they in a paragraph about it
            members = [m for m in members if not m.needs or m.place in self.talk.established]
        if group.headed and (self.talk.aleppo or not abroad):
            return members
        if len(sure) > 1 or (sure and len(members) > 1):
            return members
        if (company or len(members) > 1) and self.talk.aleppo and not self.city:
            return members
        kept = []
        for m in members:
            known = m.place in self.talk.established and not (self.city and m.level == "area")
            fair = m.needs == "head" and self.talk.aleppo and not self.city
            if m in sure or known or fair:
                kept.append(m)
        return kept

    def voice(self, at: int) -> tuple[Voice, str]:
        """Who says what stands at a lexeme."""
        return voice_at(self.frames, at)
