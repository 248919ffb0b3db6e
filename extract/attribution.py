"""Who says what: stretches of a sentence with the voice that governs them.

A source verb with its speaker opens a frame that runs to the next one; "according to X" governs what stands before
it, or, at the start of a sentence, what follows; participles ("adding that") keep the speaker.
"""

import msgspec

from extract.citing import cited, cited_says, goes_on, headed, in_brackets, in_passing, relayed
from extract.quotation import lexemes_quoted, quoted_until
from extract.resolve import ARTICLE, Discourse, Voice
from extract.scan import Lex, Sentence
from extract.speaker import first_voice, left_voice
from geo.claim import Leaning


class Span(msgspec.Struct):
    """Lexemes `lo` up to `hi` are said by `voice`. `how` is the rule.

    `back`: a citation, standing at lexeme `at`, that governs what stands around it.
    """

    lo: int
    hi: int
    voice: Voice
    how: str
    back: bool = False
    at: int = 0


def frames(sentence: Sentence, talk: Discourse, leaning: Leaning) -> list[Span]:
    """The frames of a sentence in order; `talk.speaker` moves on to the last explicit one."""
    lexes = sentence.lexes
    found: list[Span] = []
    current: Voice | None = None
    if talk.quoting:
        end = lexemes_quoted(sentence, quoted_until(sentence.folded, sentence))
        found.append(Span(0, end, talk.quoting, "quotation-goes-on"))
        current = talk.quoting
    for at, x in enumerate(lexes):
        if x.kind == "said":
            if (
                at and lexes[at - 1].kind == "rel" and lexes[at - 1].entry.text != "حيث" and x.entry.event != "deny"
            ):  # "what X broadcasts"
                if current and cited_says(lexes, at):
                    found.append(Span(at, len(lexes), current, f"said:{x.id}:of-cited"))
                continue
            if at and (
                lexes[at - 1].kind == "cite"
                or (
                    lexes[at - 1].kind == "rel"
                    and lexes[at - 1].id != "but"
                    and at > 1
                    and lexes[at - 2].kind == "cite"
                )
            ):
                continue
            voice, how, lo = _speaker_of(sentence, at, talk, leaning, current)
            if voice is None:
                continue
            if how != "keeps" and in_passing(lexes, at):
                found.append(Span(_turn(lexes, at, found), len(lexes), voice, "said-in-passing", back=True, at=at))
            else:
                found.append(Span(lo, len(lexes), voice, f"said:{x.id}:{how}"))
            current = voice
            talk.speaker = voice
        elif x.kind == ":" and at and not found:
            voice = headed(sentence, at, talk, leaning)  # "The observatory: the army takes A"
            if voice is None:
                continue
            found.append(Span(at, len(lexes), voice, "colon"))
            current = voice
            talk.speaker = voice
        elif x.kind == "cite":
            voice = cited(sentence, at, talk, leaning)
            if voice is None:
                continue
            first = at <= 1 or (at <= 3 and not any(y.kind in ("verb", "group", "noun", "state") for y in lexes[:at]))
            hi = len(lexes) if first or goes_on(lexes, at) else at
            lo = 0 if first else _turn(lexes, at, found)
            found.append(Span(lo, hi, voice, f"according-to:{voice.id}", back=True, at=at))
            current = voice
            talk.speaker = voice
        elif x.kind == "(" and in_brackets(lexes, at):
            voice = first_voice(sentence, at + 1, 1, talk, leaning)
            if voice is None:
                continue
            found.append(Span(_turn(lexes, at, found), at, voice, f"in-brackets:{voice.id}", back=True, at=at))
            current = voice
            talk.speaker = voice
        elif x.kind == "break" and x.entry.text in ("ما يجعل", "ما يعني", "مما يجعل", "مما يعني"):
            found.append(Span(at, len(lexes), ARTICLE, "narrator-infers"))
            current = None
    return found


def voice_at(found: list[Span], at: int) -> tuple[Voice, str]:
    """The voice that governs a lexeme: a citation around it first, else the last frame opened before it."""
    for span in found:
        since = any(not later.back and span.at < later.lo <= at for later in found)  # somebody else has spoken
        if span.back and span.lo <= at < span.hi and not since:
            return span.voice, span.how
    for span in reversed(found):
        if not span.back and span.lo <= at < span.hi:
            return span.voice, span.how
    return ARTICLE, ""


def _turn(lexes: list[Lex], at: int, found: list[Span]) -> int:
    """How far back a postposed citation reaches: to the last new turn if somebody spoke before, else to the start."""
    lo = max((s.lo for s in found if not s.back), default=-1)
    if lo < 0:
        return max((s.hi for s in found if s.back and s.hi <= at), default=0)
    for n in range(at - 1, lo, -1):
        if lexes[n].kind == "break":
            return n
    return lo


def _speaker_of(
    sentence: Sentence, at: int, talk: Discourse, leaning: Leaning, current: Voice | None
) -> tuple[Voice | None, str, int]:
    lexes = sentence.lexes
    x = lexes[at]
    if x.entry.tense != "part" or x.id == "nafa":
        if x.id in ("ablagha", "akhtara", "akhbara") and not x.conj:  # who is told stands after these
            left = left_voice(sentence, at, talk, leaning)
            if left:
                return left[0], "before", left[1]
        right = first_voice(sentence, at + 1, 9, talk, leaning)
        if right and x.entry.event == "relay":
            return relayed(sentence, at, right, talk, leaning), "relay", at
        if right:
            return right, "after", at
        if x.entry.tense != "masdar" and x.conj != "و":
            left = left_voice(sentence, at, talk, leaning)
            if left:
                return left[0], "before", left[1]
    follows = any(y.kind in ("that", ":") for y in lexes[at + 1 : at + 4])
    if x.entry.tense == "masdar":
        return None, "", at
    if x.entry.tense == "part" or follows or (x.entry.event == "deny"):
        voice = current or talk.speaker
        if voice:
            return voice, "keeps", at
    return None, "", at
