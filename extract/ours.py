"""Whose "we", "our forces" and "his men" are: the speaker's side, or the party named before them.

"We" belongs to whoever speaks. If he is no party of the battle, "we entered X" is a resident or a reporter on his way.
"""

from extract.actors import RIVAL
from extract.entries import Entry
from extract.paradigm import US, WE
from extract.resolve import ARTICLE, Discourse, Voice
from extract.scan import Lex, Sentence
from extract.tables import word_set
from extract.turns import Span, voice_at
from extract.voices import OUTLETS, voices
from geo.claim import Leaning

PARTIES = ("government", "opposition", "sdf", "is")
_SAYING_WE = {"verb", "noun", "actor", "state", "aux", "keep", "op", "change"}


def says_we(sentence: Sentence) -> bool:
    """Whether a sentence speaks of "us" in the war: who says so is one of those who fight."""
    return any(x.kind in _SAYING_WE and is_we(x) for x in sentence.lexes)


def is_we(x: Lex) -> bool:
    """Whether a lexeme stands in the first person."""
    return x.entry.number in (WE, US) or x.entry.suffix == WE


def we_go_on(sentence: Sentence, talk: Discourse, spoken: list[Span]) -> list[Span]:
    """A sentence without a source that says "we" goes on with whoever said "we" before."""
    if not spoken and talk.we and says_we(sentence):
        return [Span(0, len(sentence.lexes), talk.we, "we-goes-on")]
    return spoken


def give_owners(sentence: Sentence, talk: Discourse, spoken: list[Span], leaning: Leaning = "none") -> None:
    """Name the party behind every "our" and "his"; where "we" are no party, the words say nothing of the war."""
    lexes = sentence.lexes
    for at, x in enumerate(lexes):
        if x.kind == "w" and sentence.words[x.i].lstrip("وف") in _BROTHERS:
            _name_brothers(x, voice_at(spoken, at)[0])
        if x.kind == "said" or x.kind not in _SAYING_WE:
            continue
        voice = voice_at(spoken, at)[0]
        if x.id == "enemy":  # of whoever says so, else of the paper's side
            another = sentence.words[x.j : x.j + 1] and sentence.words[x.j] in _ANOTHER_ENEMY
            x.id = "other" if another else RIVAL.get(voice.side if voice.side in PARTIES else leaning, "other")
        if is_we(x):
            if voice is ARTICLE and leaning in RIVAL and _of_war(lexes, at):
                x.id = leaning if x.kind == "actor" else x.id
                continue  # a paper of one side that speaks of "our" forces, "we took"
            if voice.side not in PARTIES:
                x.kind = "w"
                continue
            talk.we = voice
            if x.entry.number == US and voice.side in RIVAL:
                talk.actors["p"] = RIVAL[voice.side]  # "they attacked us. They entered": still they
        kurdish = any(y.kind == "actor" and y.id == "sdf" and "وحدات" in y.entry.text for y in lexes[:at])
        if x.entry.text == "الوحدات" and (kurdish or voice.side == "sdf"):
            x.id = "sdf"
        if x.kind == "actor" and x.entry.suffix:
            x.id = voice.side if x.entry.suffix == WE else _owner(lexes, at, voice, talk)
            if x.id == "-":
                x.kind = "w"


_OUR_DEEDS = {"captured", "attack", "besieged", "shelled", "withdrew", "lost"}
_TOWARDS_DEED = {"w", "adv", "t", "prep", "full", "after"}


def _of_war(lexes: list[Lex], at: int) -> bool:
    """Whether a first person is of those who fight, no reporter's: "our forces", "we took", "we managed to take"."""
    x = lexes[at]
    if x.kind == "actor" or x.entry.event in _OUR_DEEDS:
        return True
    for y in lexes[at + 1 : at + 6]:
        if y.kind in ("verb", "noun"):
            return y.entry.event in _OUR_DEEDS
        if y.kind not in _TOWARDS_DEED:
            return False
    return False


_BROTHERS = word_set("your-brothers")
_ANOTHER_ENEMY = ("الاسراءيلي", "الصهيوني", "اسراءيل")


def _name_brothers(x: Lex, voice: Voice) -> None:
    """ "Your brothers", in the words of a party of the battle, are its own men."""
    if voice.side in RIVAL:
        x.kind, x.id, x.entry = "actor", voice.side, Entry("actor", voice.side, "اخوانكم", number="p")


def _owner(lexes: list[Lex], at: int, voice: Voice, talk: Discourse) -> str:
    """The party that "his", "its" or "their" stands for."""
    number = lexes[at].entry.suffix
    speaks = voice.side if voice is not ARTICLE and voice.side in PARTIES else ""
    if speaks and at and lexes[at - 1].kind == "that":  # "says that his men": his who says so
        return speaks
    for n in range(at - 1, -1, -1):
        y = lexes[n]
        if y.kind == "actor" and (y.entry.number == number or number == "d"):
            return y.id
        if y.kind == "src" and voices()[y.id].side in PARTIES and (y.id not in OUTLETS or "النظام" in y.entry.text):
            return voices()[y.id].side
        if y.kind in ("that", "gsrc") and speaks:  # "a commander denied the withdrawal of his men"
            return speaks
    usual = lexes[at].entry.id
    return speaks or (usual if usual != "-" else talk.actors.get(number, "-"))
