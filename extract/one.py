"""One sentence through all stages: words, places, speakers, times, figures, triggers, and what is kept for the next."""

import datetime

from extract.actors import remember
from extract.areas import read_areas, sectors_of_it
from extract.attribution import ALSO, frames
from extract.context import Context
from extract.dateline import strike_dateline
from extract.dates import find_times
from extract.dating import end_sentence
from extract.figures import read_figures
from extract.flight import is_goal, read_flights
from extract.fold import Folded
from extract.forms import settle
from extract.groups import build_groups
from extract.keeping import keep
from extract.leftover import join_leftovers, read_leftovers
from extract.ours import give_owners, we_go_on
from extract.outside import strike_elsewhere, town_before
from extract.passive import mark_passives
from extract.reported import read_reported
from extract.resolve import Discourse
from extract.scan import Sentence, read_words
from extract.severed import read_severed
from extract.states import read_state
from extract.triggers import read_trigger
from extract.verbless import read_verbless
from seeds.source import Record

# Words that a time may be made of: inside one they are nothing else (a month is no quarter).
_MAYBE_TIME = {"w", "num", "after", "prep", "part", "said", "place", "listhead", "rel", "adv", "change"}
_SPEECH = {"said", "cite", "break", ":", "("}
_TRIGGERS = {"verb", "noun"}
_STATES = {"state", "out", "notonly", "loc", "said", "enclosed", "keep", "presence", "change", "emptied"}
_CLAIMING = _TRIGGERS | _STATES


def listen(sentence: Sentence, folded: Folded, text: str, talk: Discourse, record: Record) -> Context:
    """A sentence without a place, before one with: only who speaks and who acts is kept."""
    read_words(sentence, folded.text)
    settle(sentence, lambda n: _final_ta(sentence, folded, text, n))
    talk.elsewhere = any(x.kind == "city" for x in sentence.lexes)
    talk.outside = talk.outside_here = town_before(sentence, len(sentence.lexes)) >= 0
    spoken = frames(sentence, talk, record.leaning)
    talk.said = spoken[-1].voice if spoken else None
    c = Context(sentence, talk, spoken, [], record.published, folded.text)
    remember(c)
    return c


def read_sentence(
    sentence: Sentence, folded: Folded, text: str, talk: Discourse, record: Record, day: datetime.date
) -> Context:
    """One sentence through all stages. A stage whose lexemes are not there is not entered."""
    read_words(sentence, folded.text)
    settle(sentence, lambda n: _final_ta(sentence, folded, text, n))
    mark_passives(sentence, folded, text)
    lexes = sentence.lexes
    if talk.aleppo:
        strike_dateline(sentence)
    kinds = {x.kind for x in lexes}
    city = "city" in kinds and not any(x.kind in ("place", "area") and not x.entry.needs for x in lexes)
    city = city and not (talk.aleppo and all(is_goal(lexes, n) for n, x in enumerate(lexes) if x.kind == "city"))
    times = find_times(sentence.words, day, "num" in kinds, talk.anchor)
    if times:
        for x in lexes:
            if x.kind in _MAYBE_TIME and any(t.i <= x.i < t.j for t in times):
                x.kind = "t"
    join_leftovers(sentence)
    build_groups(sentence)
    sectors_of_it(sentence)
    if "city" in kinds:
        strike_elsewhere(sentence)
    heard = talk.quoting or not kinds.isdisjoint(_SPEECH) or lexes[0].entry.text in ALSO
    spoken = frames(sentence, talk, record.leaning) if heard else []
    talk.said = spoken[-1].voice if spoken else None
    spoken = we_go_on(sentence, talk, spoken)
    give_owners(sentence, talk, spoken, record.leaning)
    c = Context(sentence, talk, spoken, times, record.published, folded.text, kinds, city=city)
    if "flight" in kinds:
        read_flights(c)
    read_figures(c)
    if not kinds.isdisjoint(_CLAIMING):
        for at, x in enumerate(c.lexes):
            if x.kind in _TRIGGERS:
                read_trigger(c, at)
            elif x.kind in _STATES:
                read_state(c, at)
        read_areas(c)
    read_verbless(c)
    read_severed(c)
    read_leftovers(c)
    if "said" in kinds and c.found:
        read_reported(c, record.leaning)
    if "actor" in kinds:
        remember(c)
    end_sentence(c)
    keep(c, "city" in kinds)
    return c


def _final_ta(sentence: Sentence, folded: Folded, text: str, n: int) -> bool:
    """Whether a word is written with the feminine ending, which the fold makes one with a pronoun."""
    end = sentence.span(n)[1]
    return "ة" in text[folded.original(end - 1) : folded.original(end)]
