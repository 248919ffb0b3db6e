"""The party named beside a verb: right after it, or before it in its sentence."""

from extract.actors import RIVAL, eligible, oblique, party
from extract.context import Context
from extract.paradigm import US, WE
from extract.resolve import ARTICLE
from extract.scan import Lex
from extract.sequel import subordinate_before
from extract.tables import word_set

_RELATIVE = {"الذي", "التي", "الذين"}
# "An attack of the factions": who is named so behind these nouns does it.
_OWNED = {"attack", "entered", "clashes", "captured", "withdrew"}
_MANY = word_set("many-of")
_SOME = word_set("some-of")
_COUNTED = _SOME | word_set("so-many-of")


def right_actor(c: Context, at: int, hi: int) -> Lex | None:
    """The party right after a verb, before its object ends."""
    lexes = c.lexes
    for n in range(at + 1, min(hi, at + 9, len(lexes))):
        x = lexes[n]
        if x.kind in ("actor", "civil", "plane") and (
            eligible(lexes, n)
            or (n <= at + 2 and lexes[at].entry.tense == "masdar" and _bare(lexes, n) and oblique(x))
            or (n <= at + 2 and lexes[at].entry.tense == "masdar" and x.prep == "ل" and lexes[at].entry.event in _OWNED)
        ):
            between = {y.kind for y in lexes[at + 1 : n]}
            if x.kind == "civil" and "pron" in between <= {"pron", "part"} and lexes[at].entry.tense != "masdar":
                return x  # "no aid came into it"
            if x.kind == "civil" and any(
                y.kind in ("ana", "pron") or c.sentence.words[y.i].startswith("ل") for y in lexes[at + 1 : n]
            ):
                return None  # "came into these districts to protect the civilians"
            if x.kind == "actor" and x.conj and n > at + 1 and lexes[n - 1].kind == "actor":
                continue
            after = lexes[n + 1] if n + 1 < len(lexes) else None
            if x.kind == "civil" and after is not None and after.kind == "actor" and c.sentence.words[x.i] in _MANY:
                return after  # "hundreds of the fighters"
            if x.conj == "و" and n == at + 1 and lexes[at].entry.tense in ("past", "pres", "fut"):
                return None  # "says that it entered it, and Y says"
            return x
        if x.kind == "group" and n > at:
            return _subject_last(c, at, n)
        if x.kind in ("that", "said", "break", "rel", "noun", "state") or (x.kind == "verb" and n > at + 1):
            return None
        if x.kind == "op" and x.id == "condition":  # "will storm it if the gunmen refuse"
            return None
        if x.kind == "," and n > at + 1 and lexes[n - 1].kind != "actor":
            return None
    return None


def _bare(lexes: list[Lex], n: int) -> bool:
    """Whether no preposition stands before a party: "its liberation from the gunmen" is not theirs."""
    return not lexes[n].prep and lexes[n - 1].kind != "prep"


_BEFORE_OBJECT = {"prep", "head", "part", "full"}
_BEFORE_LAST = {"prep", "full", "t", "adv", "civil", "w", "part"}


def _subject_last(c: Context, at: int, group: int) -> Lex | None:
    """ "Came into X, in Aleppo, the forces of Y": the party behind the place that stands right behind the verb."""
    lexes, e = c.lexes, c.lexes[at].entry
    if e.tense not in ("past", "pres") or e.suffix or e.number == WE or c.lexes[at].passive:
        return None
    if any(y.kind not in _BEFORE_OBJECT for y in lexes[at + 1 : group]) or (at and lexes[at - 1].kind == "actor"):
        return None
    n = group + 1
    while n < min(group + 8, len(lexes)):
        y = lexes[n]
        if y.kind in ("actor", "plane"):
            break
        area = y.kind == "group" and (y.members[0].level == "area" or y.conj == "و")
        of_some = y.kind != "prep" or y.id in ("في", "داخل") or c.sentence.words[lexes[n - 1].i] in _SOME
        if y.conj == "و" and y.kind != "group":
            return None
        counted = y.kind not in ("w", "civil", "part") or c.sentence.words[y.i] in _COUNTED
        if not area and (y.kind not in _BEFORE_LAST or not counted or not of_some):
            return y if y.kind == "civil" and not y.prep else None
        n += 1
    x = lexes[n] if n < min(group + 8, len(lexes)) else None
    if x is None or x.conj or x.prep or (lexes[n - 1].kind == "prep" and not eligible(lexes, n)):
        return None
    goes_on = n + 1 < len(lexes) and lexes[n + 1].kind == "verb" and lexes[n + 1].entry.tense in ("past", "pres")
    return None if goes_on or (e.number == "f" and x.entry.number == "s") else x


def left_actor(c: Context, at: int, number: str = "") -> str:
    """The party named before a verb in its sentence: a possible subject that agrees, else any that agrees, else any."""
    lexes = c.lexes
    if number in (WE, US):
        voice = c.voice(at)[0]
        side = c.talk.leaning if voice is ARTICLE and c.talk.leaning in RIVAL else voice.side
        return side if number == WE else RIVAL.get(side, "")
    any_subject, agreeing = "", ""
    aside = subordinate_before(c.sentence, at)
    for n in range(at - 1, -1, -1):
        x = lexes[n]
        if n in aside and any(y.kind == "actor" and eligible(lexes, m) for m, y in enumerate(lexes[: aside.start])):
            continue
        if x.kind == "rel" and n and x.entry.text in _RELATIVE:
            who = n - 1 - (lexes[n - 1].kind == "," and n > 1)
            if lexes[who].kind == "actor":
                return party(c, lexes[who])  # "the forces that failed to", "with the rebels, who still hold"
        if x.kind == "civil" and n == at - 1 and not (n and lexes[n - 1].kind == "prep"):
            return "civil"
        if x.kind != "actor":
            continue
        agrees = not number or x.entry.number == number or (number == "d" and x.entry.number != "p")
        if _joined(lexes, n):
            continue
        if eligible(lexes, n) and not _in_speaker(lexes, n) and not _is_object(lexes, n):
            if agrees or (n and n >= at - 4 and (lexes[n - 1].kind == "aux" or lexes[n - 1].id == "attempt")):
                return party(c, x)
            any_subject = any_subject or party(c, x)
        elif agrees and n == at - 1 and x.prep and not lexes[at].conj and not x.entry.text.startswith("ال"):
            return party(c, x)  # "an attack of armed groups that stole into X"
        elif agrees and not agreeing:
            agreeing = party(c, x)
    return agreeing or any_subject


def _joined(lexes: list[Lex], n: int) -> bool:
    """ "The army and the armed groups with it": the first of two that are joined says whose deed it is."""
    before = lexes[n - 1] if n else None
    return lexes[n].conj == "و" and before is not None and before.kind == "actor" and eligible(lexes, n - 1)


def _is_object(lexes: list[Lex], n: int) -> bool:
    """ "Surprised the factions the army": of two parties right after one another the second is acted on."""
    before = lexes[n - 1] if n else None
    if before is not None and before.id == "forced" and n + 1 < len(lexes) and lexes[n + 1].id in ("على", "الى"):
        return any(y.kind == "actor" for y in lexes[: n - 1])  # "after it forced the factions to withdraw"
    if before is None or before.kind != "actor" or lexes[n].conj or not eligible(lexes, n - 1):
        return False
    return before.id != lexes[n].id and n > 1 and lexes[n - 2].kind in ("w", "verb", "aux")


def _in_speaker(lexes: list[Lex], n: int) -> bool:
    """Part of a speaker's description: "sources close to the army"."""
    for m in range(n - 1, max(-1, n - 5), -1):
        if lexes[m].kind == "gsrc":
            return True
        if lexes[m].kind in ("that", "said", "verb", ",", "noun", "group"):
            return False
    return False
