"""Who does it: the party beside the verb, the one who tells it, or the one the text is about."""

from extract.actors import BANDS, RIVAL, eligible, party
from extract.beside import left_actor, right_actor
from extract.context import Context
from extract.paradigm import WE
from extract.scan import Lex
from extract.tables import word_set
from extract.told import PARTIES, accused, ahead, announced, of_himself, reporter, same_as_said, takes_rest

_ORDINALS = word_set("ordinals")
ADVERBS = word_set("adverbs")


def subject(c: Context, at: int, hi: int, object_suffix: bool = False) -> tuple[str, str]:
    """The subject of a verb and the rule that found it; "" if nobody is named."""
    lexes = c.lexes
    x = lexes[at]
    own = x.entry.suffix if x.entry.tense == "masdar" and not object_suffix else ""
    if x.passive:
        agent = _agent(c, at, hi)
        patient = right_actor(c, at, max(hi, at + 4))
        if agent or patient is not None:
            return agent or (RIVAL.get(patient.id, "") if patient else ""), "agent"
    if x.entry.number == WE:
        return left_actor(c, at, WE), "speaker-of-us"
    behind = x.entry.number != "p" or x.entry.tense not in ("past", "pres")  # "they took": its subject stands before it
    if not own and not x.passive and behind:
        right = right_actor(c, at, max(hi, at + 6))
        if right is not None:
            return (party(c, right) if right.kind == "actor" else right.kind), "subject-after"
        if _other_subject(c, at):
            return "other", "subject-unlisted"
    agent = _agent(c, at, hi)
    if agent:
        return agent, "agent"
    blamed = accused(c, at)
    if blamed:
        return blamed, "accused"
    band = _band(c, at)
    if band:
        return band, "band-of"
    number = own or (x.entry.number if x.entry.tense in ("past", "pres", "fut") else _auxiliary_number(lexes, at))
    teller = reporter(c, at) if x.entry.tense == "masdar" and not object_suffix else ""
    if teller:
        return teller, "reporter-of-himself"
    if x.entry.tense == "masdar" and not own and announced(c, at):
        return c.voice(at)[0].side, "speaker-of-himself"
    if x.entry.event == "lost" and x.entry.tense == "masdar" and not own and c.voice(at)[0].side in PARTIES:
        return c.voice(at)[0].side, "speaker-of-himself"  # a commander "admitted the loss of X"
    rest = takes_rest(c, at, hi)
    if rest:
        return rest, "takes-the-rest"
    if x.entry.tense == "masdar" and not own and at and lexes[at - 1].kind == "that" and x.entry.event == "captured":
        side = c.voice(at)[0].side
        if side in ("government", "sdf") and x.entry.text.startswith("ال"):
            return side, "speaker-of-himself"  # "and that the taking of X is a matter of days"
    left = same_as_said(c, at, number) or left_actor(c, at, number)
    if left:
        return left, "subject-before"
    if own or (lexes and lexes[0].kind == "break" and x.entry.tense == "past"):
        owner = ahead(c, at)
        if owner:
            return owner, "subject-ahead"
        side = c.voice(at)[0].side
        if side in PARTIES and any(y.kind == "said" for y in lexes[max(0, at - 9) : at]):
            return side, "speaker-of-himself"
    if of_himself(lexes, at) and c.voice(at)[0].side in PARTIES:
        return c.voice(at)[0].side, "speaker-of-himself"
    if any(y.kind == "civil" for y in lexes[:at]) and not any(y.kind == "actor" for y in lexes):
        return "civil", "subject-before"
    if x.entry.tense == "masdar" and not own:
        side = c.voice(at)[0].side
        if side in PARTIES:
            return side, "speaker-of-himself"
    if number and c.talk.actors.get(number):
        return c.talk.actors[number], "subject-of-the-text"
    if not c.talk.actor and x.id == "harrara" and c.talk.leaning in RIVAL:
        return c.talk.leaning, "liberates"  # a side's paper calls only what its own side takes liberated
    return c.talk.actor, "subject-of-the-text" if c.talk.actor else ""


def _band(c: Context, at: int) -> str:
    """ "A column of the fighters withdraws", right before its verb."""
    lexes = c.lexes
    if at < 2 or lexes[at - 1].kind != "actor" or lexes[at].entry.tense not in ("past", "pres", "fut"):
        return ""
    behind = lexes[at - 1].prep == "ل" or lexes[at - 2].id == "من"
    head = at - 2 - (lexes[at - 2].id == "من")
    if head > 0 and c.sentence.words[lexes[head].i] in _ORDINALS:  # "the second batch of the fighters"
        head -= 1
    word = c.sentence.words[lexes[head].i].lstrip("و").removeprefix("ال") if head >= 0 else ""
    return party(c, lexes[at - 1]) if behind and word in BANDS else ""


def _auxiliary_number(lexes: list[Lex], at: int) -> str:
    """The number of the auxiliary before a verbal noun: "they went on advancing"."""
    for n in range(at - 1, max(-1, at - 6), -1):
        if n < at - 3 and lexes[n + 1].kind in ("group", "verb", "break", ",", "that", "said", "noun"):
            return ""
        if lexes[n].kind == "aux" or (lexes[n].kind == "op" and lexes[n].id == "attempt"):
            text = lexes[n].entry.text
            if lexes[n].entry.number == WE:
                return WE
            return "p" if text.endswith(("وا", "ون")) else "f" if text.endswith("ت") or text.startswith("ت") else "s"
    return ""


def _agent(c: Context, at: int, hi: int) -> str:
    lexes = c.lexes
    for n in range(at + 1, min(max(hi, at) + 9, len(lexes) - 1)):
        x = lexes[n]
        if x.kind == "prep" and x.id == "agent" and lexes[n + 1].kind == "actor":
            return lexes[n + 1].id
        if n >= max(hi, at) + 4 and (x.kind in ("verb", "said", "break", "noun", ",", "rel") or x.conj):
            return ""
    return ""


def _other_subject(c: Context, at: int) -> bool:
    """A verb followed at once by an unlisted noun: somebody does it, but no party of the battle."""
    lexes = c.lexes
    x = lexes[at]
    if x.entry.tense not in ("past", "pres", "fut") or at + 1 >= len(lexes) or x.entry.suffix:
        return False
    nxt = lexes[at + 1]
    if at and lexes[at - 1].kind == "actor" and eligible(lexes, at - 1):  # it stands before its verb
        return False
    if nxt.kind == "gsrc":
        return True
    if nxt.kind != "w" or nxt.conj:
        return False
    if lexes[at + 2 : at + 3] and lexes[at + 2].kind == "pron" and lexes[at + 2].id == "من":  # "five of them"
        return False
    word = c.sentence.words[nxt.i]
    return not (word.endswith("ا") or len(word) < 4 or word in ADVERBS)


def _freed_from(c: Context, at: int) -> str:
    """ "After it was freed of the gunmen": the party that a place was taken from, right behind the verbal noun."""
    x = c.lexes[at].entry
    after = c.lexes[at + 1 : at + 3]
    if x.tense != "masdar" or x.event != "captured" or not x.suffix or len(after) < 2:
        return ""
    return party(c, after[1]) if after[0].id == "من" and after[1].kind == "actor" else ""
