"""Unnamed sources: the words beside "a source", "an official", "activists" say whose they are."""

import re

from extract.resolve import Discourse, Voice
from extract.scan import Lex, Sentence
from extract.tables import word_set
from extract.voices import OF_ACTOR, OUTLETS, voices
from geo.claim import Leaning

_NOUNS = {
    "source": "source", "activist": "activists", "reporter": "correspondent", "official": "official", "media": "media",
}  # fmt: skip
_TELLERS = {"source", "activist", "official"}
_COMMANDERS = word_set("commander")
_OPPOSED = word_set("opposed")
_LOYAL = word_set("loyal")
_SECURITY = word_set("security")
_SOLDIER = word_set("state-soldier")
_FIGHTER = word_set("fighter")
_KURD = word_set("kurdish")
_PRESS = word_set("press")
_ALIGNED = word_set("aligned")
_IN_STATEMENT = word_set("in-statement")
_PLURAL = re.compile("(?:ون|ين)$")  # no possessor stands right behind it, but an adjective of this form does
_BEFORE_PARTY = 4  # lexemes from a source to whom it is close to: "media loyal to the regime"
_CAMP = word_set("loyal-outlets")


def unnamed(sentence: Sentence, at: int, talk: Discourse, leaning: Leaning) -> Voice:
    """An unnamed source: the words beside the noun say whose; else "the source" is the one already quoted."""
    lexes = sentence.lexes
    noun = lexes[at].id
    words: list[str] = []
    plain: list[str] = []
    actors: list[Lex] = []
    told: str | None = None
    for n in range(at + 1, min(at + 8, len(lexes))):
        y = lexes[n]
        if told_to(sentence, n, at) or (words and y.kind == "src" and y.id in OUTLETS and noun in _TELLERS):
            told = y.id if y.kind == "src" else None
            break
        if y.kind == "group" and noun == "media" and y.members[0].level == "area":
            continue  # "Aleppo news network"
        if y.kind in ("that", ",", "said", "verb", ":", "break", "group", "rel", "noun"):
            break
        if y.kind == "prep" and not _IN_STATEMENT.isdisjoint(sentence.words[y.j : y.j + 1]):
            break  # "in a press statement": how it was said, not who said it
        if (
            y.kind == "actor"
            and n == at + 1
            and _PLURAL.search(lexes[at].entry.text)
            and not _PLURAL.search(y.entry.text)
        ):
            break  # "activists accused the forces of": no source of theirs
        if y.kind == "src" and (actors or y.id == "reports"):
            break
        if y.kind == "src":
            return Voice(y.id, voices()[y.id].name, voices()[y.id].side)
        words += sentence.words[y.i : y.j]
        if y.kind == "actor" and y.j > y.i + 1:
            plain.append(y.id)  # a force with its whole name: no word of it speaks for itself
        else:
            plain += sentence.words[y.i : y.j]
        if y.kind == "actor":
            actors.append(y)
    head = lexes[at].entry.text.split()[0]
    side = aligned(sentence, at) or _side(plain, actors, "units" in talk.actors)
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
        side = next((y.id for y in reversed(lexes[:at]) if y.kind == "actor" and y.id in OF_ACTOR), None)
    if actors and actors[0].id == "opposition" and "حلب" in words and "جيش" in words:
        return Voice("jaysh-halab", "Jaysh Halab commander", "opposition")
    if head in ("اخرون", "اخرين") and talk.speaker:
        return talk.speaker
    if side is None and (head.removeprefix("ال") in _COMMANDERS or head in _FIGHTER):
        side = "government" if leaning == "government" else "opposition"
    if noun == "reporter":
        side = "press"
    if side is None and noun == "activist":
        side = "opposition"
    if side is None and noun in ("source", "official") and leaning == "none" and not _SECURITY.isdisjoint(words[:1]):
        side = "government"  # "a military source" without a side is the army's
    if side is None and leaning != "opposition" and head in _SOLDIER:
        side = "government"
    if side is None and noun in ("source", "official") and leaning != "none" and not set(words) & set(_PRESS):
        side = leaning
    if side is None and told and noun == "source" and voices()[told].side in OF_ACTOR:
        side = voices()[told].side  # "a source to state television"
    if side is None and noun == "source" and words[:1] and words[0].startswith("ميداني") and _to_loyal(sentence, at):
        side = "government"
    side = side or "press"
    name = f"{side} {_NOUNS[noun]}" if side != "press" else f"unnamed {_NOUNS[noun]}"
    return Voice(f"{side}-{noun}", name, side, told)


def aligned(sentence: Sentence, at: int) -> str | None:
    """The party that a source is said to be close to: "pages close to the fighters", "media loyal to the regime"."""
    lexes = sentence.lexes
    close = not _ALIGNED.isdisjoint(sentence.words[lexes[at].i : lexes[at].j])
    for n in range(at + 1, min(at + 2 + _BEFORE_PARTY, len(lexes))):
        y = lexes[n]
        if y.kind == "actor" and close and (y.prep or lexes[n - 1].kind == "prep"):
            return y.id if y.id in OF_ACTOR else None
        if y.kind not in ("w", "prep", "loc", "gsrc"):
            return None
        close = close or sentence.words[y.i] in _ALIGNED
    return None


def close_to(sentence: Sentence, at: int) -> Voice | None:
    """Media or reports of nobody in particular that a party is named beside: its media."""
    side = aligned(sentence, at)
    return Voice(f"{side}-media", f"{side} {_NOUNS['media']}", side) if side else None


def _to_loyal(sentence: Sentence, at: int) -> bool:
    """ "A field source to (one of the papers and channels of the government's camp)"."""
    lexes = sentence.lexes
    until = next((n for n in range(at + 1, len(lexes)) if lexes[n].kind in ("that", ":", ",")), len(lexes))
    words = sentence.words[lexes[at].j : lexes[min(until, len(lexes) - 1)].i]
    return any(word in _CAMP or (word.startswith("لل") and "ال" + word[2:] in _CAMP) for word in words)


def _side(words: list[str], actors: list[Lex], kurdish: bool) -> str | None:
    for word in words:
        if word in OF_ACTOR:
            return word
        if word in _KURD:
            return "sdf"
        if word in _OPPOSED and word != "جيش":
            return "opposition"
        if word in _LOYAL:
            return "government"
    for actor in actors:
        if actor.entry.text == "الوحدات" and kurdish:
            return "sdf"
        if actor.id in OF_ACTOR:
            return actor.id
    return None


def told_to(sentence: Sentence, n: int, at: int) -> bool:
    """Whether an outlet is the one told: "said a fighter to Reuters", "who spoke to the paper"."""
    lexes = sentence.lexes
    y, before = lexes[n], lexes[n - 1] if n else None
    if before is None or y.kind not in ("src", "gsrc") or y.id not in (*OUTLETS, "reports"):
        return False
    if before.kind == "w" and sentence.words[before.i] == "ل":
        return True
    if before.kind == "gsrc" and before.id == "reporter" and before.prep == "ل":  # "to the reporter of X"
        return True
    if n == at and before.kind != "said":
        return False
    if y.prep == "ل":
        return before.kind != "cite" and not (before.kind == "gsrc" and before.id == "reporter")
    return n > at and before.kind == "prep" and before.id in ("الى", "مع")
