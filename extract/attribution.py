"""Who says what in a sentence.

A source verb with its speaker opens a frame that runs to the next one (`saying`); "according to X" governs what
stands before it, or, at the start of a sentence, what follows (`citing`). A sentence without a source has the voice
of the text, but where a quotation goes on or the report does: "it also took B".
"""

from extract.citing import as_told, cited, goes_on, headed, in_brackets
from extract.quotation import lexemes_quoted, quoted_until
from extract.resolve import ARTICLE, Discourse
from extract.saying import say
from extract.scan import Sentence
from extract.speaker import first_voice
from extract.tables import word_set
from extract.turns import Span, Turns
from geo.claim import Leaning

_INFERS = word_set("narrator-infers")
ALSO = word_set("also-turn")


def frames(sentence: Sentence, talk: Discourse, leaning: Leaning) -> list[Span]:
    """The frames of a sentence in order; `talk.speaker` moves on to the last explicit one."""
    t = Turns(sentence, talk, leaning)
    _goes_on_from_before(t)
    for at, x in enumerate(sentence.lexes):
        if x.kind == "said":
            say(t, at)
        elif x.kind == ":":
            _colon(t, at)
        elif x.kind == "cite":
            _citation(t, at)
        elif x.kind == "(":
            _brackets(t, at)
        elif x.kind == "break":
            if x.entry.text in _INFERS:
                t.narrate(at, "narrator-infers")
            elif as_told(sentence.lexes, at):
                _citation(t, at)
    return t.found


def _goes_on_from_before(t: Turns) -> None:
    """A quotation that is still open, or a report that goes on with "also"."""
    talk, lexes = t.talk, t.lexes
    if talk.quoting:
        end = lexemes_quoted(t.sentence, talk.quoted_to or quoted_until(t.sentence.folded, t.sentence))
        t.found.append(Span(0, end, talk.quoting, "quotation-goes-on"))
        t.current = talk.quoting
    elif lexes and talk.said not in (None, ARTICLE) and lexes[0].entry.text in ALSO:
        t.found.append(Span(0, len(lexes), talk.said or ARTICLE, "report-goes-on"))
        t.current = talk.said


def _colon(t: Turns, at: int) -> None:
    if not at or t.found:
        return
    voice = headed(t.sentence, at, t.talk, t.leaning)  # "The observatory: the army takes A"
    if voice is not None:
        t.speak(Span(at, len(t.lexes), voice, "colon"))


def _citation(t: Turns, at: int) -> None:
    lexes = t.lexes
    voice = cited(t.sentence, at, t.talk, t.leaning)
    if voice is None:
        return
    first = at <= 1 or (at <= 3 and not any(y.kind in ("verb", "group", "noun", "state") for y in lexes[:at]))
    hi = len(lexes) if first or goes_on(lexes, at) else at
    lo = 0 if first else t.back_to(at)
    t.speak(Span(lo, hi, voice, f"according-to:{voice.id}", back=True, at=at))


def _brackets(t: Turns, at: int) -> None:
    if not in_brackets(t.lexes, at):
        return
    voice = first_voice(t.sentence, at + 1, 1, t.talk, t.leaning)
    if voice is not None:
        t.speak(Span(t.back_to(at), at, voice, f"in-brackets:{voice.id}", back=True, at=at))
