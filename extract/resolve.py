"""What a text has said so far: who acts, which places were named, who speaks, which city is in focus."""

import msgspec

from extract.moment import Time
from extract.scan import Member
from geo.claim import Leaning


class Discourse(msgspec.Struct):
    """Carried from sentence to sentence."""

    leaning: Leaning = "none"  # whose the publisher's own words are
    actor: str = ""
    actors: dict[str, str] = msgspec.field(default_factory=dict)  # by number: the last one so described
    group: list[Member] = msgspec.field(default_factory=list)  # the group last named as what something happened to
    recent: list[list[Member]] = msgspec.field(default_factory=list)  # groups of this sentence and the one before
    named: list[Member] = msgspec.field(default_factory=list)  # all places of the sentence before, in order
    speaker: "Voice | None" = None
    said: "Voice | None" = None  # who spoke at the end of the sentence before
    names: "dict[str, Voice]" = msgspec.field(default_factory=dict)  # words of names, and whose they are
    we: "Voice | None" = None  # the party that spoke of itself in the first person
    quoting: "Voice | None" = None  # whose quotation the sentence before left open
    quoted_to: int = 0  # where the text of a statement, given in full, closes
    elsewhere: bool = False  # the sentence before was about another city
    outside: bool = False  # what the sentences before spoke of lies in a town outside
    outside_here: bool = False  # and it was named in this line
    abroad: bool = False  # it has not, and a town outside is what the text is about
    aleppo: bool = False  # the city has been named, or a name that is nobody else's
    established: set[str] = msgspec.field(default_factory=set)
    last: "tuple[str, str] | None" = None  # event and actor of the last claim
    map_time: "Time | None" = None  # the date of the map that the text reads out
    time: "Time | None" = None  # the date of the last claim, if it had one
    anchor: "Time | None" = None  # the day last named: what "the day after" counts from
    line: "Time | None" = None  # the date that heads this line: "26 November: ..."
    under: "Time | None" = None  # the date that stood on a line of its own above
    carried: bool = False  # the sentence goes on from the one before: "as ... also"
    besieged: bool = False  # that the east is besieged has been said
    army_named: dict[str, list[Member]] = msgspec.field(default_factory=dict)  # what each claimant listed last


class Voice(msgspec.Struct, frozen=True):
    """Somebody who says something, as the text names him."""

    id: str
    name: str
    side: str
    relay: str | None = None


ARTICLE = Voice("article", "the report itself", "press")
