"""The cascade: blocks, fold, the sentences one after the other, claims."""

import datetime
import re

import msgspec

from extract.blocks import blocks, is_flash, silent
from extract.bullets import join_lists
from extract.context import Context
from extract.dating import begin_sentence, lead
from extract.denials import ANSWERS, answer_back
from extract.emit import Found, finish, merge, to_claim
from extract.fold import Folded, fold
from extract.lexicon import lexicon
from extract.one import listen, read_sentence
from extract.outside import passes_town, tells_of_town
from extract.questions import drop_asked
from extract.quotation import still_open
from extract.reading import Block, Reading, Speaker, Trace, Unknown
from extract.resolve import ARTICLE, Discourse
from extract.scan import Sentence, hits, sentences
from extract.statement import Statement, opened
from extract.tables import read_rows
from extract.tracing import Tracing
from extract.unlisted import unlisted
from seeds.source import Record


def read(text: str, record: Record, trace: bool = False) -> Reading:
    """Read one text. Never raises on any text; every quote stands at its offsets."""
    folded = fold(text)
    folded.text = join_lists(folded.text)
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
        finish(f, record, opening, folded, text)
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
    talk.abroad = not talk.aleppo and tells_of_town(folded.text)
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
            c = read_sentence(sentence, folded, text, talk, record, day)
            answer_back(c, contexts[-1].found if contexts else [])
            drop_asked(c, folded.text[sentence.end : sentence.end + 1] in ("؟", "?"))
            contexts.append(c)
            if c.frames and still_open(folded.text, sentence):
                talk.quoting = c.frames[-1].voice
            last = number
        elif number == last + 1 and contexts[-1].found and ANSWERS.search(folded.text, sentence.start, sentence.end):
            c = listen(sentence, folded, text, talk, record)
            answer_back(c, contexts[-1].found)
            contexts.append(c)
        elif number + 1 < len(all_sentences):
            following = all_sentences[number + 1]
            if following.named and _goes_on(following, folded.text):
                listen(sentence, folded, text, talk, record)
    return contexts


_AND = re.compile(r"\W*(?:و|ف|كما |ثم |لكن |غير |الا )")


def _goes_on(sentence: Sentence, folded: str) -> bool:
    """Whether a sentence continues the one before it: only then does it matter who spoke and acted there."""
    return _AND.match(folded, sentence.start) is not None


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
