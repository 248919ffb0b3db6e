"""Words that can be read in more than one way: what stands beside them, or the letter as written, decides."""

from collections.abc import Callable

from extract.entries import Entry
from extract.lexicon import lexicon
from extract.scan import Lex, Sentence
from extract.splits import split_control, split_unless
from extract.tables import word_set

_IN_WORDS = word_set("in-words")
_KINDS = word_set("fire-kinds")
_NOUN_AFTER = {"prep", "part", "after", "aux", "op", "said", "that", "consequence"}


def settle(sentence: Sentence, final_ta: "Callable[[int], bool]") -> None:
    """Choose a reading for every ambiguous lexeme. `final_ta`: whether a word is written with a feminine ending."""
    lexes = sentence.lexes
    split_control(sentence)
    split_unless(sentence)
    for at, x in enumerate(lexes):
        joined = x.kind in ("verb", "said") and not x.also and x.entry.suffix and x.entry.tense == "past"
        if joined and final_ta(x.j - 1):
            x.kind = "w"  # a noun with the feminine ending, not a verb with a pronoun
        if x.kind == "state" and x.entry.text == "لسيطره" and at and lexes[at - 1].kind == "op":
            _become(x, next(e for e in lexicon().words["سيطره"].entries if e.tense == "masdar"))
            x.prep = "ل"  # "no truth to a taking", which is nobody's holding
        if x.id == "qadam" and x.entry.text.startswith(("مواقعها", "مواقعهم", "نقاط")) and not _made_firm(lexes, at):
            part = next((e for e in x.also if e.kind == "part"), None)
            if part:
                _become(x, part)
            else:
                x.kind = "w"
        if x.id == "tawwaqa" and x.entry.text == "طوق" and at and lexes[at - 1].id == "lay":
            _become(x, next(e for e in lexicon().words["تطويق"].entries if e.tense == "masdar"))  # "laying a ring"
        if x.entry.text == "روسيا" and at and _indefinite(sentence, lexes[at - 1]):
            x.kind = "w"  # "a Russian offer", written like the country
        if x.kind == "said" and x.entry.event == "reply" and not _in_words(sentence, at):
            x.kind = "w"
        if x.kind == "rel" and x.entry.text == "ما" and _negates(lexes, at):
            _become(x, next(e for e in lexicon().words["ما"].entries if e.kind == "neg"))
        if x.kind == "said" and x.id == "zada" and not any(y.kind in ("that", ":") for y in lexes[at + 1 : at + 4]):
            x.kind = "w"  # "is no more than"
        if x.id == "lafata" and x.entry.tense == "part" and not _points_to(lexes, at):
            x.kind = "w"  # "remarkable", of an advance
        if not x.also:
            continue
        city = next((e for e in x.also if e.kind == "city"), None)
        if city and x.kind == "verb" and at and _names_town(sentence, lexes[at - 1]):
            _become(x, city)
            continue
        surrounded = next((e for e in x.also if e.kind == "enclosed"), None)
        if surrounded and x.kind == "verb" and _in_a_place(lexes, at):
            _become(x, surrounded)
        if x.kind == "verb":
            _tense(sentence, lexes, at, final_ta)
            _town(sentence, lexes, at)
        said = next((e for e in x.also if e.kind == "said"), None)
        if said and x.kind in ("verb", "aux", "part", "op") and _is_speech(lexes, at):
            _become(x, said)
        elif x.kind == "break" and x.entry.text == "وسط":  # "amid", but "in the middle of" before a place
            inside = next((e for e in x.also if e.kind == "prep"), None)
            if inside and at + 1 < len(lexes) and lexes[at + 1].kind in ("place", "area", "head"):
                _become(x, inside)
        elif x.kind == "op" and x.entry.text == "اليه" and not final_ta(x.j - 1):
            pron = next((e for e in x.also if e.kind == "pron"), None)
            if pron:
                _become(x, pron)
        elif x.kind == "said" and x.id == "bayyana" and not _explains(lexes, at):
            _become(x, next(e for e in x.also if e.kind == "prep"))
        elif x.kind == "said" and x.id == "addada":
            part = next((e for e in x.also if e.kind == "part"), None)
            following = [y.kind for y in lexes[at + 1 : at + 3]]
            of = at + 1 < len(lexes) and lexes[at + 1].id == "من"  # "a number of": a noun
            if part and (of or not {"src", "gsrc", "actor", "listhead"} & set(following)):
                _become(x, part)
        elif x.kind == "pron":
            intro = next((e for e in x.also if e.kind == "listhead"), None)
            if intro and _names_follow(lexes, at):
                _become(x, intro)


def _in_a_place(lexes: list[Lex], at: int) -> bool:
    """ "The factions have become besieged in X": a state, not the besieging."""
    inside = at + 1 < len(lexes) and lexes[at + 1].id in ("في", "داخل") and not lexes[at].prep
    return inside and any(y.kind in ("change", "keep") for y in lexes[max(0, at - 3) : at])


def _names_town(sentence: Sentence, before: Lex) -> bool:
    """Whether the word before calls for a name: "in", "on", "the town of"."""
    return before.kind == "prep" or sentence.words[before.i].lstrip("وبل") in _TOWN


def _resumed(lexes: list[Lex], at: int) -> bool:
    """ "The army resumed on Wednesday the shelling of X": only who and when stands between."""
    for n in range(at - 1, max(-1, at - 8), -1):
        y = lexes[n]
        if y.kind == "aux":
            return y.id == "begin"
        if y.kind not in ("actor", "w", "adv", "plane", "num") or y.conj or y.id.endswith(("ها", "هم")):
            return False  # "went on with its operations": something else was resumed
    return False


def _made_firm(lexes: list[Lex], at: int) -> bool:
    """Whether positions are made firm: "consolidated its points in X", not "lost its points in X"."""
    return any(y.id == "lay" and y.entry.text.startswith(_FIRM) for y in lexes[max(0, at - 4) : at])


_FIRM = ("ثبت", "يثبت", "تثبت", "نثبت", "تثبيت", "رسخ", "يرسخ", "ترسخ")


_TOWN = word_set("town")


def _town(sentence: Sentence, lexes: list[Lex], at: int) -> None:
    """ "Palmyra" is written like "it destroys": behind a preposition or "the city of" it is the town."""
    x, before = lexes[at], lexes[at - 1] if at else None
    city = next((e for e in x.also if e.kind == "city"), None)
    if city and (x.prep or (before and (before.kind == "prep" or sentence.words[before.j - 1] in _TOWN))):
        _become(x, city)


def _negates(lexes: list[Lex], at: int) -> bool:
    """ "The rebels did not withdraw from X": "ma" between a subject, or "still", and a past without a pronoun."""
    before, verb = lexes[at - 1] if at else None, lexes[at + 1] if at + 1 < len(lexes) else None
    if verb is None or verb.kind != "verb" or verb.entry.tense != "past" or verb.entry.suffix:
        return False
    subject = before is not None and before.kind in ("actor", "keep") and not before.prep
    return subject and not any(y.kind == "pron" for y in lexes[at + 2 : at + 4])


def _points_to(lexes: list[Lex], at: int) -> bool:
    """Whether "pointing" has something to point to."""
    return any(y.kind == "that" or y.id == "الى" for y in lexes[at + 1 : at + 4])


def _become(x: Lex, entry: Entry) -> None:
    x.also = (x.entry, *(e for e in x.also if e is not entry))
    x.kind, x.id, x.entry = entry.kind, entry.id, entry


def _is_speech(lexes: list[Lex], at: int) -> bool:
    after = [y.kind for y in lexes[at + 1 : at + 8]]
    stop = next((n for n, kind in enumerate(after) if kind in ("that", ":", "verb", ",", "group", "place", "aux")), -1)
    speaker = any(kind in ("src", "gsrc") for kind in after[:2])
    return (stop >= 0 and after[stop] in ("that", ":")) or speaker


def _in_words(sentence: Sentence, at: int) -> bool:
    """Whether a reply or comment is made in words that follow: "replied that", "saying", a colon."""
    for y in sentence.lexes[at + 1 : at + 12]:
        if y.kind in ("that", ":") or sentence.words[y.i] in _IN_WORDS:
            return True
        if y.kind in ("group", "noun") or (y.kind in ("verb", "said") and y.entry.tense != "part"):
            return False
    return False


def _explains(lexes: list[Lex], at: int) -> bool:
    """Whether "between" is the verb written alike: "(the source) made clear that"."""
    for n in range(at + 1, min(at + 7, len(lexes))):
        y = lexes[n]
        if y.kind == "that":
            return True
        if (n == at + 1 and y.kind not in ("src", "gsrc")) or y.conj or y.kind in ("verb", "group", "noun", ","):
            return False
    return False


def _names_follow(lexes: list[Lex], at: int) -> bool:
    for y in lexes[at + 1 : at + 4]:
        if y.kind in ("place", "area", "head", "group"):
            return not y.conj
        if y.kind not in (":", "w", "prep"):
            return False
    return False


_NOUN_FOLLOWS = word_set("noun-follows")
_HAPPENS = word_set("happens")
_MAKES_PROGRESS = word_set("makes-progress")


def _strikes_after(lexes: list[Lex], at: int) -> bool:
    """Whether a verb of striking stands behind a word for fire, with nobody and nothing hit between."""
    for y in lexes[at + 1 : at + 6]:
        if y.kind == "verb":
            return y.entry.event == "struck" and not y.conj and y.entry.tense in ("past", "pres")
        if y.kind not in ("w", "noun", "prep", "adv", "t"):
            return False
    return False


def _indefinite(sentence: Sentence, before: Lex) -> bool:
    word = sentence.words[before.j - 1]
    return len(word) > 3 and word.endswith(("ا", "اء")) and before.kind not in ("verb", "that", "prep", "break", "said")


def _owned_behind(sentence: Sentence, lexes: list[Lex], at: int) -> bool:
    """Whether "of" a party stands behind a word, at most with an adjective between: then it is a noun."""
    for n in range(at + 1, min(at + 3, len(lexes))):
        y = lexes[n]
        if y.kind == "actor":
            return y.prep == "ل" and lexes[at].entry.tense == "past" and not _beside_party(lexes, at)
        if y.kind != "w" or y.conj or y.prep or sentence.words[y.i].endswith("ا"):
            return False
    return False


def _beside_party(lexes: list[Lex], at: int) -> bool:
    return at > 0 and lexes[at - 1].kind in ("actor", "neg", "rel", "keep")


def _tense(sentence: Sentence, lexes: list[Lex], at: int, final_ta: "Callable[[int], bool]") -> None:
    """The verbal noun where one is called for: after a preposition or an auxiliary, or before its own preposition."""
    x = lexes[at]
    before = lexes[at - 1] if at else None
    if before is not None and before.kind == "adv" and at > 1 and lexes[at - 2].kind == "consequence":
        before = lexes[at - 2]  # "will mean in practice the cutting off of"
    if (
        before is not None and before.kind == "neg" and x.entry.tense == "past"
    ):  # "did not", "will not" take the present
        pres = next((e for e in x.also if e.kind == "verb" and e.tense == "pres"), None)
        if pres:
            _become(x, pres)
            return
    noun = next((e for e in x.also if e.kind == "verb" and e.tense == "masdar"), None)
    if noun is None or x.entry.tense == "masdar":
        return
    if not x.entry.suffix and x.entry.event == "shelled" and _strikes_after(lexes, at):
        _become(x, noun)  # "shelling with mortars struck X"
        return
    if not x.entry.suffix and _owned_behind(sentence, lexes, at):  # "new gains of the army in X"
        _become(x, noun)
        return
    if (
        not x.entry.suffix
        and x.entry.event == "shelled"
        and sentence.words[x.j : x.j + 1]
        and sentence.words[x.j] in _KINDS
    ):
        _become(x, noun)
        return
    if x.entry.suffix and not noun.suffix:
        if final_ta(x.j - 1) or not (before and before.kind in ("rel", "neg", "keep", "break")):
            _become(x, noun)
        return
    ahead = sentence.words[x.i - 1].removeprefix("و") if at else ""
    happened = ahead in _HAPPENS or ahead in _NOUN_FOLLOWS  # "an advance took place", "shelling led to"
    happened = happened or (x.entry.event == "entered" and ahead in _MAKES_PROGRESS)  # "made an advance in"
    said_by = at > 1 and lexes[at - 1].kind in ("src", "actor", "gsrc") and lexes[at - 2].kind == "said"
    announced = happened or said_by
    announced = announced or (not x.conj and _resumed(lexes, at))
    amid = before is not None and before.kind == "break" and before.entry.text.split()[-1] in ("مع", "وسط")
    if x.prep or announced or amid or (before is not None and before.kind in _NOUN_AFTER):
        _become(x, noun)
        return
    if x.entry.suffix and noun.suffix:
        following = lexes[at + 1] if at + 1 < len(lexes) else None
        if (before is not None and before.kind not in ("rel", "neg", "break", "keep")) or (
            following is not None and following.kind == "prep" and following.id in x.entry.object
        ):
            _become(x, noun)
