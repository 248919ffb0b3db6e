"""Citations: who is cited ("according to X", "in brackets", before a colon), through whom, and how far it reaches."""

from extract.resolve import Discourse, Voice
from extract.scan import Lex, Sentence
from extract.speaker import SPEECH_STOP, first_voice
from extract.unnamed import unnamed
from extract.voices import OF_ACTOR
from geo.claim import Leaning

_HEAD = 16  # lexemes of a headline's speaker with his titles


def cited(sentence: Sentence, at: int, talk: Discourse, leaning: Leaning) -> Voice | None:
    """The one whom a citation at a lexeme names, or the last speaker ("according to him")."""
    n, lexes = at + 1, sentence.lexes
    while n < len(lexes) and n < at + 3 and (lexes[n].kind in ("said", "w", "rel") or lexes[n].id == "ما"):
        n += 1
    for start in range(at + 1, n + 1):
        voice = first_voice(sentence, start, 4, talk, leaning)
        if voice:
            if any(y.kind == "said" and y.entry.event == "relay" for y in lexes[at + 1 : at + 3]):
                return relayed(sentence, start, voice, talk, leaning)
            return voice
    if sentence.words[lexes[at].j - 1] in ("بحسبه", "بحسبها", "وفقه") or any(
        sentence.words[y.i].startswith(("توقع", "تقدير")) for y in lexes[at + 1 : at + 2]
    ):
        return talk.speaker
    return None


def relayed(sentence: Sentence, at: int, relay: Voice, talk: Discourse, leaning: Leaning) -> Voice:
    """The voice behind a relay: "state television quoted a military source as saying"."""
    lexes = sentence.lexes
    for n in range(at + 1, min(at + 12, len(lexes))):
        y = lexes[n]
        if y.kind == "that":
            break
        if y.kind == "prep" and y.id in ("عن", "الى"):
            # state television quotes "a military source": whatever paper reports it, one of its own side
            own: Leaning = "government" if relay.side == "government" else "opposition"
            voice = first_voice(sentence, n + 1, 3, talk, own if relay.side in OF_ACTOR else leaning)
            if voice:
                if voice.id == "press-source" and relay.side in OF_ACTOR:
                    voice = Voice(f"{relay.side}-source", f"{relay.side} source", relay.side)
                return Voice(voice.id, voice.name, voice.side, relay.id)
    return relay


def as_told(lexes: list[Lex], at: int) -> bool:
    """ "..., as SANA reported": "as" before a verb of saying that nothing said follows."""
    if not at or lexes[at].entry.text != "كما" or lexes[at + 1 : at + 2] == [] or lexes[at + 1].kind != "said":
        return False
    return not any(y.kind in ("that", ":", "noun") or y.entry.tense == "masdar" for y in lexes[at + 2 : at + 7])


def _behind_the_hour(lexes: list[Lex], at: int) -> int:
    """Where a line begins behind its hour: "13:30 - ", "11.00: ", "6.00 in the evening: "."""
    if [y.kind for y in lexes[:4]] == ["num", ":", "num", "-"]:
        return 4
    for n in range(min(at, 5)):
        if lexes[n].kind in (":", "-") and lexes[0].kind in ("num", "t"):
            return n + 1
        if lexes[n].kind not in ("num", "t", "adv", "w"):
            break
    dash = next((n for n in range(1, min(at - 1, 5)) if lexes[n].kind == "-"), 0)
    return dash + 1 if dash and lexes[dash + 1].kind in ("src", "gsrc") else 0  # "province of X - the observatory:"


_BEFORE = {"امام", "ضد", "بين", "لدي"}  # "three courses before the army:" is no speaker


def headed(sentence: Sentence, at: int, talk: Discourse, leaning: Leaning) -> Voice | None:
    """The speaker before a colon: "13:30 - activists:", "General A, head of B in C, to reporters:"."""
    lexes = sentence.lexes
    lo = _behind_the_hour(lexes, at)
    head = lexes[lo:at]
    if not head or at - lo > _HEAD or not _BEFORE.isdisjoint(sentence.words[lexes[lo].i : lexes[at].i]):
        return None
    if not any(y.kind in SPEECH_STOP for y in head):
        return first_voice(sentence, lo, 4, talk, leaning) if at - lo < 7 else None
    titled = next((n for n in range(lo + 2, at) if lexes[n - 1].kind == "," and lexes[n].kind == "gsrc"), 0)
    if not titled or any(y.kind != "w" for y in lexes[lo : titled - 1]):
        return None
    if any(y.kind in SPEECH_STOP - {",", "group"} for y in head):
        return None
    return unnamed(sentence, titled, talk, leaning)


def cited_says(lexes: list[Lex], at: int) -> bool:
    """ "According to the observatory, which added that": the one cited goes on."""
    if (
        at < 3
        or lexes[at - 1].entry.text not in ("الذي", "التي")
        or not any(y.kind == "that" for y in lexes[at + 1 : at + 3])
    ):
        return False
    before = lexes[at - 3 : at - 1] if lexes[at - 2].kind == "," else lexes[at - 2 : at - 1]
    return any(y.kind in ("src", "gsrc") for y in before)


def in_brackets(lexes: list[Lex], at: int) -> bool:
    """Whether a sentence ends with its source in brackets: "... (state television)"."""
    after = [y.kind for y in lexes[at + 1 :]]
    spoken = any(y.kind in ("verb", "noun", "state", "group") for y in lexes[:at])
    return spoken and len(after) in (2, 3) and after[0] in ("src", "gsrc") and after[1] == ")"


def goes_on(lexes: list[Lex], at: int) -> bool:
    """Whether the clause around a citation in commas goes on after it."""
    if not at or lexes[at - 1].kind != ",":
        return False
    for n in range(at + 1, min(at + 12, len(lexes) - 1)):
        if lexes[n].kind == ",":
            after = lexes[n + 1]
            return not after.conj and after.kind != "break"
    return False


def in_passing(lexes: list[Lex], at: int) -> bool:
    """ "..., says X." : nothing that is said follows."""
    if not at or lexes[at - 1].kind != "," or lexes[at].conj or lexes[at].entry.event == "deny":
        return False
    after = lexes[at + 1 : at + 10]
    return bool(after) and not any(y.kind in ("that", ":", "verb", "noun", "group", "state") for y in after)
