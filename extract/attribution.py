"""Who says what: stretches of a sentence with the voice that governs them.

A source verb with its speaker opens a frame that runs to the next one; "according to X" governs what stands before
it, or, at the start of a sentence, what follows; participles ("adding that") keep the speaker.
"""

import functools

import msgspec

from extract.extra import Extra, extra_now
from extract.lexicon import read_rows, word_set
from extract.quotation import lexemes_quoted, quoted_until
from extract.resolve import ARTICLE, Discourse, Voice
from extract.scan import Lex, Sentence
from geo.claim import Leaning

_OF_ACTOR = {
    "government": ("syrian-army", "Syrian army"),
    "opposition": ("opposition", "the opposition"),
    "sdf": ("sdf", "Syrian Democratic Forces"),
}
_SPEECH_STOP = {"that", ",", "verb", "said", "break", "op", "noun", "state", "group", ":", "rel", "change", "keep"}
_HEAD = 16  # lexemes of a headline's speaker with his titles
_NAME = 6  # of a name before the title that says who that is
_NOUNS = {
    "source": "source", "activist": "activists", "reporter": "correspondent", "official": "official", "media": "media",
}  # fmt: skip
_TELLERS = {"source", "activist", "official"}
_OUTLETS = {
    "media", "state-tv", "sana", "state-media", "al-manar", "shaba", "al-masdar", "afp", "reuters", "ap", "dpa",
    "aljazeera", "alalam", "reporter",
}  # fmt: skip
_COMMANDERS = word_set("commander")
_OPPOSED = word_set("opposed")
_LOYAL = word_set("loyal")
_KURD = word_set("kurdish")
_PRESS = word_set("press")


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


def voices() -> dict[str, Voice]:
    """The listed speakers as voices, and those that editors added."""
    return _voices(extra_now())


@functools.lru_cache(maxsize=4)
def _voices(extra: Extra) -> dict[str, Voice]:
    listed = {
        r.columns["id"]: Voice(r.columns["id"], r.columns["name_en"], r.columns["side"]) for r in read_rows("speakers")
    }
    return listed | {s.speaker.id: Voice(s.speaker.id, s.speaker.name_en, s.speaker.side) for s in extra.speakers}


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
                if current and _cited_says(lexes, at):
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
            if how != "keeps" and _in_passing(lexes, at):
                found.append(Span(_turn(lexes, at, found), len(lexes), voice, "said-in-passing", back=True, at=at))
            else:
                found.append(Span(lo, len(lexes), voice, f"said:{x.id}:{how}"))
            current = voice
            talk.speaker = voice
        elif x.kind == ":" and at and not found:
            voice = _headed(sentence, at, talk, leaning)  # "The observatory: the army takes A"
            if voice is None:
                continue
            found.append(Span(at, len(lexes), voice, "colon"))
            current = voice
            talk.speaker = voice
        elif x.kind == "cite":
            voice = _cited(sentence, at, talk, leaning)
            if voice is None:
                continue
            first = at <= 1 or (at <= 3 and not any(y.kind in ("verb", "group", "noun", "state") for y in lexes[:at]))
            hi = len(lexes) if first or _goes_on(lexes, at) else at
            lo = 0 if first else _turn(lexes, at, found)
            found.append(Span(lo, hi, voice, f"according-to:{voice.id}", back=True, at=at))
            current = voice
            talk.speaker = voice
        elif x.kind == "(" and _in_brackets(lexes, at):
            voice = _first_voice(sentence, at + 1, 1, talk, leaning)
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


def _cited_says(lexes: list[Lex], at: int) -> bool:
    """ "According to the observatory, which added that": the one cited goes on."""
    if (
        at < 3
        or lexes[at - 1].entry.text not in ("الذي", "التي")
        or not any(y.kind == "that" for y in lexes[at + 1 : at + 3])
    ):
        return False
    before = lexes[at - 3 : at - 1] if lexes[at - 2].kind == "," else lexes[at - 2 : at - 1]
    return any(y.kind in ("src", "gsrc") for y in before)


def _headed(sentence: Sentence, at: int, talk: Discourse, leaning: Leaning) -> Voice | None:
    """The speaker before a colon: "13:30 - activists:", "General A, head of B in C, to reporters:"."""
    lexes = sentence.lexes
    lo = 4 if [y.kind for y in lexes[:4]] == ["num", ":", "num", "-"] else 0
    head = lexes[lo:at]
    if not head or at - lo > _HEAD:
        return None
    if not any(y.kind in _SPEECH_STOP for y in head):
        return _first_voice(sentence, lo, 4, talk, leaning) if at - lo < 7 else None
    titled = next((n for n in range(lo + 2, at) if lexes[n - 1].kind == "," and lexes[n].kind == "gsrc"), 0)
    if not titled or any(y.kind != "w" for y in lexes[lo : titled - 1]):
        return None
    if any(y.kind in _SPEECH_STOP - {",", "group"} for y in head):
        return None
    return _generic(sentence, titled, talk, leaning)


def _in_brackets(lexes: list[Lex], at: int) -> bool:
    """Whether a sentence ends with its source in brackets: "... (state television)"."""
    after = [y.kind for y in lexes[at + 1 :]]
    spoken = any(y.kind in ("verb", "noun", "state", "group") for y in lexes[:at])
    return spoken and len(after) in (2, 3) and after[0] in ("src", "gsrc") and after[1] == ")"


def _turn(lexes: list[Lex], at: int, found: list[Span]) -> int:
    """How far back a postposed citation reaches: to the last new turn if somebody spoke before, else to the start."""
    lo = max((s.lo for s in found if not s.back), default=-1)
    if lo < 0:
        return max((s.hi for s in found if s.back and s.hi <= at), default=0)
    for n in range(at - 1, lo, -1):
        if lexes[n].kind == "break":
            return n
    return lo


def _goes_on(lexes: list[Lex], at: int) -> bool:
    """Whether the clause around a citation in commas goes on after it."""
    if not at or lexes[at - 1].kind != ",":
        return False
    for n in range(at + 1, min(at + 12, len(lexes) - 1)):
        if lexes[n].kind == ",":
            after = lexes[n + 1]
            return not after.conj and after.kind != "break"
    return False


def _in_passing(lexes: list[Lex], at: int) -> bool:
    """ "..., says X." : nothing that is said follows."""
    if not at or lexes[at - 1].kind != ",":
        return False
    after = lexes[at + 1 : at + 10]
    return bool(after) and not any(y.kind in ("that", ":", "verb", "noun", "group", "state") for y in after)


def _speaker_of(
    sentence: Sentence, at: int, talk: Discourse, leaning: Leaning, current: Voice | None
) -> tuple[Voice | None, str, int]:
    lexes = sentence.lexes
    x = lexes[at]
    if x.entry.tense != "part" or x.id == "nafa":
        if x.id in ("ablagha", "akhtara", "akhbara") and not x.conj:  # who is told stands after these
            left = _left_voice(sentence, at, talk, leaning)
            if left:
                return left[0], "before", left[1]
        right = _first_voice(sentence, at + 1, 9, talk, leaning)
        if right and x.entry.event == "relay":
            return _relayed(sentence, at, right, talk, leaning), "relay", at
        if right:
            return right, "after", at
        if x.entry.tense != "masdar" and x.conj != "و":
            left = _left_voice(sentence, at, talk, leaning)
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


def _relayed(sentence: Sentence, at: int, relay: Voice, talk: Discourse, leaning: Leaning) -> Voice:
    lexes = sentence.lexes
    for n in range(at + 1, min(at + 12, len(lexes))):
        y = lexes[n]
        if y.kind == "that":
            break
        if y.kind == "prep" and y.id in ("عن", "الى"):
            voice = _first_voice(sentence, n + 1, 3, talk, leaning)
            if voice:
                if (
                    voice.id == "press-source" and relay.side in _OF_ACTOR
                ):  # state television quotes "a military source"
                    voice = Voice(f"{relay.side}-source", f"{relay.side} source", relay.side)
                return Voice(voice.id, voice.name, voice.side, relay.id)
    return relay


def _cited(sentence: Sentence, at: int, talk: Discourse, leaning: Leaning) -> Voice | None:
    n, lexes = at + 1, sentence.lexes
    while n < len(lexes) and n < at + 3 and (lexes[n].kind in ("said", "w", "rel") or lexes[n].id == "ما"):
        n += 1
    for start in range(at + 1, n + 1):
        voice = _first_voice(sentence, start, 4, talk, leaning)
        if voice:
            if any(y.kind == "said" and y.entry.event == "relay" for y in lexes[at + 1 : at + 3]):
                return _relayed(sentence, start, voice, talk, leaning)
            return voice
    if sentence.words[lexes[at].j - 1] in ("بحسبه", "بحسبها", "وفقه") or any(
        sentence.words[y.i].startswith(("توقع", "تقدير")) for y in lexes[at + 1 : at + 2]
    ):
        return talk.speaker
    return None


def _first_voice(sentence: Sentence, at: int, most: int, talk: Discourse, leaning: Leaning) -> Voice | None:
    lexes = sentence.lexes
    titled = _titled(sentence, at)
    if titled is not None:
        return _first_voice(sentence, titled, 4, talk, leaning)
    for n in range(at, min(at + most, len(lexes))):
        y = lexes[n]
        if _told(lexes, n, at):
            continue
        src = y.entry if y.kind == "src" else next((e for e in y.also if e.kind == "src"), None)
        if src:
            return voices()[src.id]
        if y.kind == "actor":
            if n > at and lexes[n - 1].kind == "prep" and lexes[n - 1].id != "من":
                continue
            return _of_actor(sentence, y)
        if y.kind == "gsrc":
            if n > at and lexes[n - 1].kind == "prep" and lexes[n - 1].id in ("على", "في", "عبر"):
                continue  # where it is said, not by whom
            return _generic(sentence, n, talk, leaning)
        if y.kind in _SPEECH_STOP:
            return None
    return None


def _titled(sentence: Sentence, at: int) -> int | None:
    """The title behind a name that a verb of saying precedes: "said A B, (who is) a commander in C"."""
    lexes = sentence.lexes
    if not at or lexes[at - 1].kind != "said":
        return None
    for n in range(at + 1, min(at + _NAME, len(lexes) - 1)):
        if lexes[n].kind == ",":
            then = n + 1 + (sentence.words[lexes[n + 1].i] in ("وهو", "وهي", "هو", "هي"))
            return then if then < len(lexes) and (then > n + 1 or lexes[then].kind == "gsrc") else None
        if lexes[n].kind not in ("w", "prep") or (lexes[n].kind == "prep" and lexes[n].id != "على"):
            return None
    return None


def _told(lexes: list[Lex], n: int, at: int) -> bool:
    """Whether an outlet is the one told: "said a fighter to Reuters", "who spoke to the paper"."""
    y, before = lexes[n], lexes[n - 1] if n else None
    if n <= at or before is None or y.kind not in ("src", "gsrc"):
        return False
    if y.prep == "ل" and y.id in _OUTLETS:
        return before.kind not in ("said", "cite") and not (before.kind == "gsrc" and before.id == "reporter")
    return before.kind == "prep" and before.id in ("الى", "مع") and y.id in _OUTLETS


def _left_voice(sentence: Sentence, at: int, talk: Discourse, leaning: Leaning) -> tuple[Voice, int] | None:
    lexes = sentence.lexes
    actor = None
    if at > 3 and lexes[at - 1].kind == ",":  # "A B, member of C, denies"
        for n in range(at - 2, max(1, at - 14), -1):
            if lexes[n].kind in _SPEECH_STOP - {",", "group"}:
                break
            if lexes[n].kind == "gsrc" and lexes[n - 1].kind == "," and lexes[n - 2].kind == "w":
                return _generic(sentence, n, talk, leaning), n
    for n in range(at - 1, max(-1, at - 10), -1):
        y = lexes[n]
        if y.kind == "src":
            return voices()[y.id], n
        if y.kind == "gsrc":
            return _generic(sentence, n, talk, leaning), n
        if y.kind == "actor" and actor is None and not y.prep:
            actor = n
        if y.kind in _SPEECH_STOP and not (y.kind == "group" and n >= at - 3 and y.members[0].level == "area"):
            break
    if actor is not None:
        voice = _of_actor(sentence, lexes[actor])
        return (voice, actor) if voice else None
    return None


def _of_actor(sentence: Sentence, y: Lex) -> Voice | None:
    if y.id not in _OF_ACTOR:
        return None
    if "حلب" in sentence.words[y.i : y.j] and "جيش" in sentence.words[y.i].removeprefix("و"):
        return voices()["jaysh-halab"]
    if sentence.words[y.i].endswith("الحكومه") and y.j - y.i <= 2:
        return voices()["syrian-government"]
    ident, name = _OF_ACTOR[y.id]
    return Voice(ident, name, y.id)


def _generic(sentence: Sentence, at: int, talk: Discourse, leaning: Leaning) -> Voice:
    """An unnamed source: the words beside the noun say whose; else "the source" is the one already quoted."""
    lexes = sentence.lexes
    noun = lexes[at].id
    words: list[str] = []
    actors: list[Lex] = []
    told: str | None = None
    for n in range(at + 1, min(at + 8, len(lexes))):
        y = lexes[n]
        if _told(lexes, n, at) or (words and y.kind == "src" and y.id in _OUTLETS and noun in _TELLERS):
            told = y.id if y.kind == "src" else None
            break
        if y.kind == "group" and noun == "media" and y.members[0].level == "area":
            continue  # "Aleppo news network"
        if y.kind in ("that", ",", "said", "verb", ":", "break", "group", "rel", "noun"):
            break
        if y.kind == "src":
            return Voice(y.id, voices()[y.id].name, voices()[y.id].side)
        words += sentence.words[y.i : y.j]
        if y.kind == "actor":
            actors.append(y)
    head = sentence.words[lexes[at].i].lstrip("و")
    side = _side(words, actors)
    if (
        (
            side is None
            and (head.startswith("ال") or head.endswith(("ه", "ها")))
            and talk.speaker
            and noun not in ("media",)
        )
        and noun != "activist"
        and not (noun == "official" and len(words) > 2)
    ):  # "the commander, so named"
        return talk.speaker
    if side is None and any(w.startswith("باسم") for w in words):  # "a spokesman for it"
        side = next((y.id for y in reversed(lexes[:at]) if y.kind == "actor" and y.id in _OF_ACTOR), None)
    if actors and actors[0].id == "opposition" and "حلب" in words and "جيش" in words:
        return Voice("jaysh-halab", "Jaysh Halab commander", "opposition")
    if head in ("اخرون", "اخرين") and talk.speaker:
        return talk.speaker
    if side is None and head.removeprefix("ال") in _COMMANDERS:
        side = "government" if leaning == "government" else "opposition"
    if noun == "reporter":
        side = "press"
    if side is None and noun == "activist":
        side = "opposition"
    if side is None and noun == "source" and leaning == "none" and "عسكري" in words[:1]:
        side = "government"  # "a military source" without a side is the army's
    if side is None and noun in ("source", "official") and leaning != "none" and not set(words) & set(_PRESS):
        side = leaning
    if side is None and told and noun == "source" and voices()[told].side in _OF_ACTOR:
        side = voices()[told].side  # "a source to state television"
    side = side or "press"
    name = f"{side} {_NOUNS[noun]}" if side != "press" else f"unnamed {_NOUNS[noun]}"
    return Voice(f"{side}-{noun}", name, side, told)


def _side(words: list[str], actors: list[Lex]) -> str | None:
    for word in words:
        if word in _KURD:
            return "sdf"
        if word in _OPPOSED and word != "جيش":
            return "opposition"
        if word in _LOYAL:
            return "government"
    for actor in actors:
        if actor.id in _OF_ACTOR:
            return actor.id
    return None
