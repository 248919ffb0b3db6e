"""The cascade: blocks, fold, scan, groups, frames, triggers, scope, resolution, claims."""

import datetime
import re

import msgspec

from extract.actors import remember
from extract.areas import read_areas, sectors_of_it
from extract.attribution import ALSO, frames
from extract.blocks import blocks, is_flash, silent
from extract.context import Context
from extract.dateline import strike_dateline
from extract.dates import find_times
from extract.dating import begin_sentence, end_sentence, lead, remember_map
from extract.denials import ANSWERS, answer_back
from extract.emit import Found, merge, to_claim
from extract.figures import read_figures
from extract.fold import Folded, fold
from extract.forms import settle
from extract.groups import build_groups
from extract.lexicon import lexicon
from extract.ours import give_owners, we_go_on
from extract.outside import passes_town, strike_elsewhere, town_before
from extract.passive import mark_passives
from extract.questions import drop_asked
from extract.quotation import still_open
from extract.reading import Block, Reading, Speaker, Trace, Unknown
from extract.reported import read_reported
from extract.resolve import ARTICLE, Discourse
from extract.scan import Lex, Sentence, hits, read_words, sentences
from extract.severed import read_severed
from extract.statement import Statement, opened
from extract.states import read_state
from extract.tables import read_rows
from extract.tracing import Tracing
from extract.triggers import read_trigger
from extract.unlisted import unlisted
from extract.verbless import read_verbless
from seeds.source import Record

# Words that a time may be made of: inside one they are nothing else (a month is no quarter).
_MAYBE_TIME = {"w", "num", "after", "prep", "part", "said", "place", "listhead", "rel", "adv", "change"}


def read(text: str, record: Record, trace: bool = False) -> Reading:
    """Read one text. Never raises on any text; every quote stands at its offsets."""
    folded = fold(text)
    names, aleppo = hits(folded.text)
    found_blocks = blocks(folded.text) if trace or (names and "\n" in folded.text) else []
    traced = Tracing(folded, text) if trace else None
    said: list[tuple[Context, Found]] = []
    unknown: list[Unknown] = []
    opening = None
    if names:
        day = datetime.date.fromisoformat(record.published)
        contexts = _read_sentences(
            folded, text, names, found_blocks, Discourse(aleppo=aleppo, leaning=record.leaning), record, day
        )
        for c in contexts:
            said += [(c, f) for f in c.found]
            unknown += unlisted(c, folded, text)
            if traced:
                traced.add(c)
        _pass_on(contexts, said)
        opening = lead(contexts, day)
    claims = []
    for c, f in said:
        _finish(f, record, opening, folded, text)
        claims.append(to_claim(f, c.sentence, folded, text, record))
    return Reading(merge(claims), tuple(unknown), traced.trace(found_blocks) if traced else Trace())


def _read_sentences(
    folded: Folded,
    text: str,
    names: list[int],
    found_blocks: list[Block],
    talk: Discourse,
    record: Record,
    day: datetime.date,
) -> list[Context]:
    """The sentences worth reading, one after the other, each with what it claims."""
    quiet = silent(found_blocks)
    headings = [b for b in found_blocks if b.kind == "heading"]
    contexts: list[Context] = []
    issued: Statement | None = None
    last = -2  # the sentence last read for claims
    all_sentences = sentences(folded.text, names)
    for number, sentence in enumerate(all_sentences):
        begin_sentence(talk, sentence, all_sentences[number - 1] if number else None, folded.text, day)
        if quiet and any(a <= sentence.start < b for a, b in quiet):
            continue
        opening = number == 0 and folded.text[sentence.end : sentence.end + 1] in ("", "\n")
        flash = is_flash(folded.text[sentence.start : sentence.end])
        sentence.heading = opening or flash or any(b.start <= sentence.start < b.end for b in headings)
        if talk.quoting and not still_open(folded.text, all_sentences[number - 1]):
            talk.quoting = None
        talk.quoted_to = 0
        issued = opened(sentence, folded, text, talk, record.leaning) or issued
        if issued and issued.start <= sentence.start < issued.end:
            talk.quoting, talk.quoted_to = issued.voice, issued.end
        if sentence.named:
            passed = all_sentences[max(0, last + 1) : number]
            talk.outside = talk.outside or any(passes_town(folded.text, s.start, s.end) for s in passed)
            c = _read_sentence(sentence, folded, text, talk, record, day)
            answer_back(c, contexts[-1].found if contexts else [])
            drop_asked(c, folded.text[sentence.end : sentence.end + 1] in ("؟", "?"))
            contexts.append(c)
            if c.frames and still_open(folded.text, sentence):
                talk.quoting = c.frames[-1].voice
            last = number
        elif number == last + 1 and contexts[-1].found and ANSWERS.search(folded.text, sentence.start, sentence.end):
            c = _listen(sentence, folded, text, talk, record)
            answer_back(c, contexts[-1].found)
            contexts.append(c)
        elif number + 1 < len(all_sentences):
            following = all_sentences[number + 1]
            if following.named and _goes_on(following, folded.text):
                _listen(sentence, folded, text, talk, record)
    return contexts


_AND = re.compile(r"\W*(?:و|ف|كما |ثم |لكن |غير |الا )")


def _goes_on(sentence: Sentence, folded: str) -> bool:
    """Whether a sentence continues the one before it: only then does it matter who spoke and acted there."""
    return _AND.match(folded, sentence.start) is not None


def _listen(sentence: Sentence, folded: Folded, text: str, talk: Discourse, record: Record) -> Context:
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


def _read_sentence(
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
    city = city and not (talk.aleppo and all(_is_goal(lexes, n) for n, x in enumerate(lexes) if x.kind == "city"))
    times = find_times(sentence.words, day, "num" in kinds, talk.anchor)
    if times:
        for x in lexes:
            if x.kind in _MAYBE_TIME and any(t.i <= x.i < t.j for t in times):
                x.kind = "t"
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
        _flights(c)
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
    if "said" in kinds and c.found:
        read_reported(c, record.leaning)
    if "actor" in kinds:
        remember(c)
    end_sentence(c)
    _keep(c, "city" in kinds)
    return c


_SPEECH = {"said", "cite", "break", ":", "("}
_TRIGGERS = {"verb", "noun"}
_STATES = {"state", "out", "notonly", "loc", "said", "enclosed", "keep", "presence", "change", "emptied"}
_CLAIMING = _TRIGGERS | _STATES


def _keep(c: Context, city: bool) -> None:
    """What the next sentences may refer back to: the places named here, and which city this was about."""
    talk = c.talk
    remember_map(c)
    groups = [m for x in c.lexes if x.kind == "group" for m in c.accepted(x)]
    talk.elsewhere = city and not groups
    town = town_before(c.sentence, len(c.lexes)) if city or talk.outside else -1
    talk.outside = not groups and (town >= 0 or talk.outside)
    talk.outside_here = not groups and (town >= 0 or talk.outside_here)
    if not groups:
        return
    last = c.found[-1] if c.found else None
    alike = {f.place for f in c.found if last and (f.event, f.actor) == (last.event, last.actor)}
    those = [m for m in groups if m.place in alike]  # "these districts" are those of what was said last, if several
    groups_meant = those if len({m.place for m in those}) > 1 else groups
    talk.recent = [list({m.place: m for m in groups_meant}.values())]
    talk.named = groups
    talk.established |= {m.place for m in groups}
    places = [m for m in groups if m.level == "place"]
    if places and not any(f.level == "place" for f in c.found):  # named without a claim: what "there" means next
        talk.group = places if len(places) == 1 else talk.group or places


def _final_ta(sentence: Sentence, folded: Folded, text: str, n: int) -> bool:
    """Whether a word is written with the feminine ending, which the fold makes one with a pronoun."""
    end = sentence.span(n)[1]
    return "ة" in text[folded.original(end - 1) : folded.original(end)]


def _is_goal(lexes: list[Lex], n: int) -> bool:
    """ "Withdrew to Idlib": another city that people go to is not what a sentence is about."""
    return n > 0 and lexes[n - 1].kind == "prep" and lexes[n - 1].id in _TOWARDS


_TOWARDS = {"الى", "نحو", "صوب", "باتجاه"}
_DESTINATION = {"الى", "من", "نحو", "صوب", "باتجاه"}


def _flights(c: Context) -> None:
    """Places that people flee to, or that they come from, only locate."""
    for at, x in enumerate(c.lexes):
        if x.kind == "flight":
            for n in range(at + 1, min(at + 7, len(c.lexes))):
                y = c.lexes[n]
                if y.kind == "group" and (
                    y.prep == "ل" or (c.lexes[n - 1].kind == "prep" and c.lexes[n - 1].id in _DESTINATION)
                ):
                    y.locator = True
                if y.kind in ("verb", "break", ","):
                    break


def _finish(found: Found, record: Record, lead: str | None, folded: Folded, text: str) -> None:
    if found.date is None:
        found.date = record.published if not lead or lead == record.published else f"{lead}/{record.published}"
    written = text[folded.original(found.start) : folded.original(found.end)]
    found.place_text = _plain_name(written, found.place)


def _plain_name(written: str, place: str) -> str:
    """The name as written, without a conjunction or preposition joined to it."""
    spelled = lexicon().spelled.get(place, frozenset())
    bare = fold(written).text
    if bare in spelled:
        return written
    for cut in (1, 2):
        if bare[cut:] in spelled:
            return written[cut:]
    return written


def _pass_on(contexts: list[Context], said: list[tuple[Context, Found]]) -> None:
    """ "The news was passed on by agency X from Y", said below, governs the first sentence with claims."""
    for c in contexts:
        for at, x in enumerate(c.lexes):
            if x.kind == "said" and x.entry.event == "relay" and c.sentence.words[x.j : x.j + 1] == ["الخبر"]:
                voice = next((s.voice for s in c.frames if s.lo == at), None)
                for first, f in said:
                    if voice and first is said[0][0] and f.voice is ARTICLE:
                        f.voice = voice
                        f.rules = (*f.rules, "S:passed-on-below")
                return


def speakers() -> dict[str, Speaker]:
    """All listed speakers by id."""
    return {
        r.columns["id"]: Speaker(
            r.columns["id"],
            r.columns["name_en"],
            r.columns["name_ar"],
            msgspec.convert(r.columns["side"], str),
            r.columns["basis"],
        )
        for r in read_rows("speakers")
    }


def lexicon_hash() -> str:
    """Sixteen hexadecimal digits of the lexicons that are in force."""
    return lexicon().hash
