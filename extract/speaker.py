"""Who the speaker beside a verb of saying is: right of it, left of it, behind a name with his title."""

from extract.resolve import Discourse, Voice
from extract.scan import Lex, Sentence
from extract.tables import word_set
from extract.unnamed import close_to, told_to, unnamed
from extract.voices import voice_of_actor, voices
from geo.claim import Leaning

SPEECH_STOP = {"that", ",", "verb", "said", "break", "op", "noun", "state", "group", ":", "rel", "change", "keep"}
_ISSUED = word_set("issued")
_SURNAMES = word_set("surnames")
_NAME = 6  # of a name before the title that says who that is


def first_voice(sentence: Sentence, at: int, most: int, talk: Discourse, leaning: Leaning) -> Voice | None:
    """The first speaker named from a lexeme on, within `most` lexemes."""
    lexes = sentence.lexes
    titled = _titled(sentence, at)
    if titled is not None:
        return first_voice(sentence, titled, 4, talk, leaning)
    for n in range(at, min(at + most, len(lexes))):
        y = lexes[n]
        if told_to(sentence, n, at) or _another_of_the_name(sentence, n):
            continue
        src = y.entry if y.kind == "src" else next((e for e in y.also if e.kind == "src"), None)
        if src:
            whose = lexes[n + 1] if n + 1 < len(lexes) else None
            if src.id == "army-command" and whose is not None and whose.kind == "actor" and whose.prep == "ل":
                return voice_of_actor(sentence, whose) or voices()[src.id]  # "the general command of the SDF"
            return _listed(sentence, n, src.id)
        if y.kind == "city" and y.entry.text == "دمشق" and not y.prep and n and lexes[n - 1].kind == "said":
            return voices()["syrian-government"]  # "Damascus accused"
        if y.kind == "actor":
            if n > at and lexes[n - 1].kind == "prep" and lexes[n - 1].id != "من" and not _issued(sentence, n):
                continue
            return voice_of_actor(sentence, y)
        if y.kind == "city" and n == at and y.entry.text == "دمشق" and at and lexes[at - 1].kind in ("said", "ana"):
            return voices()["damascus"]  # "what Damascus announced"
        if y.kind == "gsrc":
            if n > at and lexes[n - 1].kind == "prep" and lexes[n - 1].id in ("على", "في", "عبر"):
                continue  # where it is said, not by whom
            return unnamed(sentence, n, talk, leaning)
        if y.kind in SPEECH_STOP:
            return None
    return None


_NOBODYS = {"reports", "state-media"}  # media of which the words behind them may say whose they are


def _listed(sentence: Sentence, n: int, source: str) -> Voice:
    return (close_to(sentence, n) if source in _NOBODYS else None) or voices()[source]


def _issued(sentence: Sentence, n: int) -> bool:
    """ "A statement issued by X", "ascribed to X"."""
    return n > 1 and sentence.words[sentence.lexes[n - 2].i] in _ISSUED and sentence.lexes[n - 1].id in ("عن", "الى")


def _another_of_the_name(sentence: Sentence, n: int) -> bool:
    """ "Abu Abdulrahman": a name that is also the bare surname of somebody listed."""
    lexes = sentence.lexes
    x = lexes[n]
    return x.kind == "src" and x.entry.text in _SURNAMES and n > 0 and lexes[n - 1].kind == "w" and not x.conj


def named_before(sentence: Sentence, at: int, talk: Discourse) -> Voice | None:
    """The speaker whose name follows a verb of saying, if the text has said before who that is."""
    for y in sentence.lexes[at + 1 : at + 4]:
        if y.kind != "w":
            return None
        if sentence.words[y.i] in talk.names:
            return talk.names[sentence.words[y.i]]
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
        if lexes[n].kind not in ("w", "prep") and lexes[n].entry.text not in _SURNAMES:
            return None
        if lexes[n].kind == "prep" and lexes[n].id != "على":
            return None
    return None


_WHERE_HE_IS = {"qatala", "dafaa", "wujida", "rabata", "tamarkaza", "tawajada"}


def _describes(x: Lex) -> bool:
    """A verb in the present that says where a speaker fights."""
    return x.kind == "verb" and x.id in _WHERE_HE_IS and x.entry.tense in ("pres", "part") and not x.conj


_IS = ("وهو", "وهي", "هو", "هي")


def left_voice(sentence: Sentence, at: int, talk: Discourse, leaning: Leaning) -> tuple[Voice, int] | None:
    """The speaker named before a verb of saying, and at which lexeme."""
    lexes = sentence.lexes
    actor = None
    if at > 3 and lexes[at - 1].kind == ",":  # "A B, member of C, denies"
        for n in range(at - 2, max(0, at - 14), -1):
            if lexes[n].kind in SPEECH_STOP - {",", "group"}:
                break
            is_he = (
                n > 1 and sentence.words[lexes[n - 1].i] in _IS and lexes[n - 2].kind == ","
            )  # "A B, who is a member of C,"
            is_he = is_he or any(y.kind == "adv" and y.id == "nameless" for y in lexes[n + 1 : at])
            if lexes[n].kind == "gsrc" and (is_he or (n > 1 and lexes[n - 1].kind == "," and lexes[n - 2].kind == "w")):
                return unnamed(sentence, n, talk, leaning), n
    for n in range(at - 1, max(-1, at - 10), -1):
        y = lexes[n]
        if y.kind == "src":
            return _listed(sentence, n, y.id), n
        if y.kind == "gsrc":
            return unnamed(sentence, n, talk, leaning), n
        if y.kind == "actor" and actor is None and not y.prep:
            actor = n
        if _describes(y) or (y.kind == "group" and n > 1 and _describes(lexes[n - 2])):
            continue  # "an official who fights in X denied"
        if y.kind in SPEECH_STOP and not (y.kind == "group" and n >= at - 3 and y.members[0].level == "area"):
            break
    if actor is not None:
        voice = voice_of_actor(sentence, lexes[actor])
        return (voice, actor) if voice else None
    return None
