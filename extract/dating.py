"""Which of the times of a sentence dates what happens at a lexeme, and which date of before goes on."""

from extract.context import Context
from extract.lexicon import word_set
from extract.moment import Time

# Turns over which a date holds on: "took X on Sunday, as it also took Y", "after it had taken Z".
_DATE_GOES_ON = {"كما", "بعدما", "بعد ان"}


def date_of(c: Context, at: int, hi: int) -> Time | None:
    """The time of what happens at a lexeme: named beside it, or going on from before."""
    time = when(c, at, hi)
    if (
        time is None
        and c.lexes[max(0, at - 4) : at]
        and any(y.kind == "break" and y.entry.text == "كما" for y in c.lexes[max(0, at - 4) : at])
    ):
        time = c.last_time
    if time is None and _same_time(c):
        time = c.talk.time
    if time is None and reads_map(c):
        time = c.talk.map_time
    return time


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
    words = c.sentence.words
    for time in c.times:
        if time.i >= i:
            if words[time.i - 1] == "بعد" and words[time.j : time.j + 1] == ["من"]:
                continue  # "took A days after the taking of B": the days are B's
            between = [y for y in lexes[at + 1 :] if y.i < time.i]
            stops = [y for y in between if y.kind in ("break", "said", "rel") or (y.kind == "verb" and y.conj)]
            if stops or time.i > end + 4 or (time.i > end and any(y.kind == "," for y in between if y.i >= end)):
                continue
            distance = time.i - i
        else:
            between = [y for y in lexes[:at] if y.i >= time.j]
            if any(y.kind == "rel" or (y.kind == "break" and y.entry.text not in _DATE_GOES_ON) for y in between):
                continue
            if any(y.kind == "said" and y.entry.tense != "masdar" for y in between) and not (
                time.i > 0 and any(y.kind == "said" for y in lexes if y.i < time.i)
            ):
                pass
            distance = (i - time.j) + 2 + 6 * sum(y.kind == "," for y in between)
        if best is None or distance < best[0]:
            best = (distance, time)
    return best[1] if best else None


def _same_time(c: Context) -> bool:
    """ "In the same period": the date of the sentence before."""
    text = " ".join(c.sentence.words[:6])
    return any(phrase in text for phrase in ("المده نفسها", "الفتره نفسها", "اليوم نفسه", "اليوم ذاته", "المده ذاتها"))
