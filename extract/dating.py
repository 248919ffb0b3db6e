"""Which of the times of a sentence dates what happens at a lexeme, and which date of before goes on."""

import datetime
import re

from extract.context import Context
from extract.dates import find_times
from extract.moment import DAY_PARTS, Time
from extract.resolve import Discourse
from extract.scan import WORD, Lex, Sentence
from extract.tables import word_set

# Turns over which a date holds on: "took X on Sunday, as it also took Y", "after it had taken Z".
_DATE_GOES_ON = {"كما", "بعدما", "بعد ان"}
_WHEN = word_set("when")  # "the truce broke down on Sunday, when the army took X"
_GOES_ON = re.compile(r"\W*[وف]?(?:كما|ثم|كذلك|ايضا|بعدها|بعد ذلك)(?!\w)")
_DATED = re.compile(r"[\s*•-]*(?:\d|يوم |ال)")
_SHORT = 48  # signs of a line that is only a date
_BESIDE_DATE = {"-", ":", "(", ")", "،", ",", "في", *DAY_PARTS}


def date_of(c: Context, at: int, hi: int) -> Time | None:
    """The time of what happens at a lexeme: named beside it, or going on from before."""
    time = when(c, at, hi)
    if time is None and any(y.kind == "break" and y.entry.text == "كما" for y in c.lexes[max(0, at - 4) : at]):
        time = c.last_time
    if time is None and (_same_time(c) or (c.talk.carried and not c.times)):
        time = c.talk.time
    if time is None and reads_map(c):
        time = c.talk.map_time
    return time or c.talk.line or c.talk.under


def dated(time: Time | None, realis: str, published: str) -> str | None:
    """The date of a claim: what is only to come did not happen in the days before ("within days")."""
    if time is None or (realis in ("intended", "conditional") and time.first < time.last == published):
        return None
    return time.value()


_MAP = word_set("map")


def reads_map(c: Context) -> bool:
    """ "According to the map", or "as for X" behind it: what a map shows is as old as the map."""
    return not _MAP.isdisjoint(c.sentence.words[:9]) or c.sentence.words[:1] == ["اما"]


def remember_map(c: Context) -> None:
    """The date of a map shown "as of Saturday evening" holds for the sentences that read it out."""
    if c.times and not _MAP.isdisjoint(c.sentence.words):
        c.talk.map_time = c.times[0]
    elif not reads_map(c):
        c.talk.map_time = None


def when(c: Context, at: int, hi: int) -> Time | None:
    """The time that dates what happens at a lexeme: within its clause first, else one before it in its turn."""
    lexes, i = c.lexes, c.lexes[at].i
    end = lexes[min(hi, len(lexes)) - 1].j
    best: tuple[int, Time] | None = None
    for time in c.times:
        if time.i >= i:
            if time.of or not _reaches(c, at, end, time):
                continue
            distance = time.i - i
        else:
            between = [y for y in lexes[:at] if y.i >= time.j]
            if time.of and (len(between) > 3 or any(y.kind in ("verb", ",") for y in between)):
                continue  # "a day after the taking of A it entered B"
            if any(y.kind == "keep" and y.conj and _STILL.match(y.entry.text) for y in between):
                continue  # "it lost A yesterday, and still fights in B"
            if any(y.kind == "," for y in between) and _in_relative(c, time):
                continue  # "completed what it had begun on Saturday, and took A"
            said = any(y.kind in ("said", ":", "that") for y in lexes[:at])
            over = _DATE_GOES_ON if said else _DATE_GOES_ON | _WHEN
            if any(
                y.kind == "rel" or (y.kind == "break" and y.entry.text not in over) for y in _turns(c, time, between)
            ):
                continue
            if _in_aside(c, time, between):
                continue
            # the day of a speech gives way to the day of what is told: "said today that it took A on Sunday"
            distance = (i - time.j) + 2 + 6 * sum(y.kind in (",", "that") for y in between)
        if best is None or distance < best[0]:
            best = (distance, time)
    return best[1] if best else None


_STILL = re.compile("(?:ما|لا|لم) ?[يتنز]")


def _in_relative(c: Context, time: Time) -> bool:
    """Whether a time stands in a relative clause, behind its verb."""
    for y in reversed([y for y in c.lexes if y.i < time.i]):
        if y.kind in (",", "break", "that", "said"):
            return False
        if y.kind == "rel" and y.entry.text != "حيث":
            return True
    return False


def _finite(x: Lex) -> bool:
    """A verb between a deed and a day: the day is its own, "points that they lost two days ago in X"."""
    return x.entry.tense in ("past", "pres", "fut")


def _in_aside(c: Context, time: Time, between: list[Lex]) -> bool:
    """ "The quarter which it took on Friday, and that the guns fired": the day of a relative clause ends with it."""
    closes = any(y.kind == "that" and y.conj for y in between)
    before = [y for y in c.lexes if y.i < time.i][-6:]
    return closes and any(y.kind == "rel" and y.entry.text in _WHO for y in before)


_WHO = {"الذي", "التي", "الذين", "اللذين", "اللتين"}


def _turns(c: Context, time: Time, between: list[Lex]) -> list[Lex]:
    """Without the turns in which the same one speaks on: "admitted yesterday the loss of A, but he stressed that"."""
    if not _dates_speech(c, time):
        return between
    speaks_on = {
        n for n, y in enumerate(between[:-1]) if y.entry.text.endswith(_SUFFIXED) and between[n + 1].kind == "said"
    }
    return [y for n, y in enumerate(between) if n not in speaks_on]


def _dates_speech(c: Context, time: Time) -> bool:
    """Whether a time stands beside a verb of saying, before anything that is said."""
    for y in reversed([y for y in c.lexes if y.i < time.i]):
        if y.kind in ("verb", "noun", "group", "state", "that"):
            return False
        if y.kind == "said":
            return True
    return False


_SUFFIXED = ("نه", "نها", "نهم", "نهما")


def _reaches(c: Context, at: int, end: int, time: Time) -> bool:
    """Whether a time to the right of a verb, whose object ends at a word, is in its clause."""
    between = [y for y in c.lexes[at + 1 :] if y.i < time.i]
    if any(y.kind in ("break", "said", "rel") or (y.kind == "verb" and (y.conj or _finite(y))) for y in between):
        return False
    after = [y for y in between if y.i >= end]
    if not any(y.kind == "," for y in after):
        return time.i <= end + 4 and not any(y.kind in ("verb", "aux") for y in after)
    # "the taking of A, on the 28th of last month, was"
    aside = all(y.kind == "," or c.sentence.words[y.i] in _BESIDE_DATE for y in after)
    return aside and c.sentence.words[time.j : time.j + 1] in ([], ["،"], [","])


def _same_time(c: Context) -> bool:
    """ "In the same period": the date of the sentence before."""
    text = " ".join(c.sentence.words[:6])
    return any(phrase in text for phrase in ("المده نفسها", "الفتره نفسها", "المده ذاتها", "الفتره ذاتها"))


def begin_sentence(
    talk: Discourse, sentence: Sentence, before: Sentence | None, folded: str, day: datetime.date
) -> None:
    """Before a sentence is read: whether it goes on from the one before, and what a date on its own line says."""
    new_line = before is None or "\n" in folded[before.end : sentence.start]
    if new_line:
        talk.line = None
        talk.outside_here = False
    talk.carried = not new_line and _GOES_ON.match(folded, sentence.start) is not None
    if sentence.end - sentence.start <= _SHORT and _DATED.match(folded, sentence.start):
        words = WORD.findall(folded, sentence.start, sentence.end)
        _heads(talk, words, find_times(words, day, anchor=talk.anchor), day.isoformat())


def _heads(talk: Discourse, words: list[str], times: list[Time], published: str) -> None:
    """What a line says that is only a date: from when the lines under it report."""
    talk.anchor = _anchor(times) or talk.anchor
    if len(times) == 1 and len(words) < 12 and not times[0].since:
        rest = [word for n, word in enumerate(words) if not times[0].i <= n < times[0].j]
        if _BESIDE_DATE.issuperset(rest):
            talk.under = times[0] if times[0].last < published else None


def end_sentence(c: Context) -> None:
    """After a sentence was read: the day that the next one may count from, and the date that heads its line."""
    talk, words, first = c.talk, c.sentence.words, c.times[0] if c.times else None
    if c.found:
        talk.time = c.last_time if c.last_time and _is_whole(c, c.last_time) else None
    if first:
        talk.anchor = _anchor(c.times) or talk.anchor
        if words[first.j : first.j + 1] in ([":"], ["-"]) and _BESIDE_DATE.issuperset(words[: first.i]):
            talk.line = first


def _is_whole(c: Context, time: Time) -> bool:
    """Whether a date is that of the sentence, not of a later turn of it."""
    turns = [y for y in c.lexes if y.i < time.i and y.kind in ("break", "rel")]
    return c.found[0].date == time.value() and all(y.entry.text in _DATE_GOES_ON for y in turns)


def _anchor(times: list[Time]) -> Time | None:
    return next((t for t in reversed(times) if len(t.last) == 10 and not t.since and not t.of), None)


def lead(contexts: list[Context], day: datetime.date) -> str | None:
    """Yesterday or the day before it, if the text opens with it: what follows undated is as old."""
    for c in contexts:
        if c.times or (c.found and not c.sentence.heading):
            for days in (1, 2):
                before = (day - datetime.timedelta(days=days)).isoformat()
                if any(t.value() == before and not t.of for t in c.times):
                    return before
            return None
    return None
