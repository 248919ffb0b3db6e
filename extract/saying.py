"""A verb of saying: who speaks with it, and what it then governs."""

from extract.actors import oblique
from extract.citing import cited_says, in_passing, relayed
from extract.resolve import Voice
from extract.scan import Lex, Sentence
from extract.speaker import first_voice, left_voice, named_before
from extract.tables import word_set
from extract.turns import Span, Turns

_RIGHT = 9  # lexemes within which a speaker follows his verb
_TELLING = {"ablagha", "akhtara", "akhbara"}  # who is told stands behind these
_OF_PRESS = {"صحفي", "صحافي", "اعلامي"}
_NARRATOR = word_set("narrator")
PERSON = Voice("press-person", "a person named in the report", "press")


def say(t: Turns, at: int) -> None:
    """Open the frame of a verb of saying, if it is one and its speaker is known."""
    lexes, x = t.lexes, t.lexes[at]
    if _what_is_said(lexes, at):
        if t.current and cited_says(lexes, at):
            t.found.append(Span(at, len(lexes), t.current, f"said:{x.id}:of-cited"))
        return
    if _of_citation(lexes, at) or _occasion(t, at):
        return
    if _narrates(t.sentence, at):
        t.narrate(at, "narrator-mentions")
        return
    voice, how, lo = _speaker_of(t, at)
    if voice is None:
        return
    if how != "keeps" and in_passing(lexes, at):
        t.speak(Span(t.back_to(at), len(lexes), voice, "said-in-passing", back=True, at=at))
    else:
        t.speak(Span(lo, len(lexes), voice, f"said:{x.id}:{how}"))
    if how in ("after", "before", "relay"):
        t.talk.names.update(dict.fromkeys(_name(t.sentence, lo, at), voice))


def _what_is_said(lexes: list[Lex], at: int) -> bool:
    """ "What X broadcasts": no statement of its own."""
    before = lexes[at - 1] if at else None
    return (
        before is not None and before.kind == "rel" and before.entry.text != "حيث" and lexes[at].entry.event != "deny"
    )


def _occasion(t: Turns, at: int) -> bool:
    """ "Said the commander, in a talk to the site, that": where he said it, no speech of its own."""
    lexes = t.lexes
    if lexes[at].entry.tense != "masdar" or not at or lexes[at - 1].id not in ("في", "عبر"):
        return False
    opened = max((s.lo for s in t.found if not s.back), default=-1)
    between = lexes[opened + 1 : at]
    return opened >= 0 and not any(y.kind in ("that", "verb", "state", "break", ":") for y in between)


def _of_citation(lexes: list[Lex], at: int) -> bool:
    """ "According to what X said": the citation is read at its first word."""
    if not at:
        return False
    before = lexes[at - 1]
    if before.kind == "cite":
        return True
    return before.kind == "rel" and before.id != "but" and at > 1 and lexes[at - 2].kind == "cite"


def _narrates(sentence: Sentence, at: int) -> bool:
    """ "It is worth mentioning that": the text speaks itself."""
    lexes, x = sentence.lexes, sentence.lexes[at]
    if x.id != "dhakara" or x.entry.number not in ("s", ""):
        return False
    worth = any(sentence.words[y.i].removeprefix("و") in _NARRATOR for y in lexes[max(0, at - 2) : at])
    says = at == 0 and x.entry.tense == "pres" and not x.entry.suffix and lexes[1:2] and lexes[1].kind == "that"
    return bool(worth or says)


def _speaker_of(t: Turns, at: int) -> tuple[Voice | None, str, int]:
    """Who speaks with a verb, by which rule, and where his frame begins."""
    sentence, talk, leaning = t.sentence, t.talk, t.leaning
    lexes, x = t.lexes, t.lexes[at]
    if x.entry.tense == "masdar":
        if lexes[at + 1 : at + 2] and lexes[at + 1].kind == "gsrc" and lexes[at + 1].entry.text in _OF_PRESS:
            return None, "", at  # "in a press statement"
        again = _again(t, at)
        if again:
            return again[0], "again", again[1]
        right = first_voice(sentence, at + 1, _RIGHT, talk, leaning)
        return (right, "after", at) if right else (None, "", at)
    if x.entry.number in ("we", "us"):
        return t.current or talk.speaker, "keeps", at
    if x.entry.tense != "part" or x.id == "nafa":
        if x.id in _TELLING and not x.conj:
            left = left_voice(sentence, at, talk, leaning)
            if left:
                return left[0], "before", left[1]
        if x.entry.event == "relay" and at + 1 < len(lexes) and lexes[at + 1].id == "عن":
            relay = _relay_before(t, at)
            if relay:  # "as for the television, it quoted a military source"
                return relayed(sentence, at, relay, talk, leaning), "relay", at
        right = None if _addressed(lexes, at) else first_voice(sentence, at + 1, _RIGHT, talk, leaning)
        if right and x.entry.event == "relay" and not _passes_on(lexes, at):
            return None, "", at
        if right and x.entry.event == "relay":
            return relayed(sentence, at, right, talk, leaning), "relay", at
        if right and not _accused(lexes, at):
            return right, "after", at
        if x.conj != "و":
            left = left_voice(sentence, at, talk, leaning)
            if left:
                return left[0], "before", left[1]
        known = named_before(sentence, at, talk)
        if known:
            return known, "named-before", at
        if not talk.quoting and _stranger(sentence, at):
            return PERSON, "stranger", at
    if x.entry.tense == "part" or _says_on(lexes, at) or x.entry.event == "deny" or _elided(lexes, at):
        voice = t.current or talk.speaker
        if voice:
            return voice, "keeps", at
    return None, "", at


def _relay_before(t: Turns, at: int) -> Voice | None:
    """Who passes on what another says, named before the verb or speaking already; of a party, or an outlet."""
    left = left_voice(t.sentence, at, t.talk, t.leaning) if t.lexes[at].conj != "و" else None
    return left[0] if left else t.current


_HOW_SAID = {"w", "prep", "t", "adv", "src", "gsrc", ",", "num"}


def _says_on(lexes: list[Lex], at: int) -> bool:
    """ "And pointed out, in a short statement on Sunday, that": only how and where stands before the word "that"."""
    for n, y in enumerate(lexes[at + 1 : at + 12]):
        if y.kind in ("that", ":"):
            return True
        if n > 2 and (y.kind not in _HOW_SAID or y.conj):
            return False
    return False


_REPEATS = word_set("repeats")


def _again(t: Turns, at: int) -> tuple[Voice, int] | None:
    """ "The minister renewed the assertion that", "repeated its denial of": who says it again."""
    lexes, words = t.lexes, t.sentence.words
    for n in range(at - 1, max(-1, at - 9), -1):
        y = lexes[n]
        if words[y.i].lstrip("وف") in _REPEATS:
            left = None
            voice = first_voice(t.sentence, n + 1, at - n, t.talk, t.leaning) if n < at - 1 else None
            if voice is None:
                left = left_voice(t.sentence, n, t.talk, t.leaning)
            return (voice, n) if voice else left
        if y.kind in ("verb", "said", "that", "break", "group", "noun", ",", "prep"):
            return None
    return None


def _passes_on(lexes: list[Lex], at: int) -> bool:
    """Whether something said is passed on, and not people or goods: of, to, that, or the name of an outlet."""
    if any(y.kind == "that" or (y.kind == "prep" and y.id in ("عن", "الى")) for y in lexes[at + 1 : at + 12]):
        return not any(y.kind == "civil" for y in lexes[at + 1 : at + 3])
    return any(y.kind in ("src", "gsrc") for y in lexes[at + 1 : at + 3])


def _addressed(lexes: list[Lex], at: int) -> bool:
    """ "Calls on the gunmen to": a plural in the form of an object is spoken to."""
    after = lexes[at + 1] if at + 1 < len(lexes) else None
    return after is not None and after.kind == "actor" and not after.prep and oblique(after)


def _accused(lexes: list[Lex], at: int) -> bool:
    """ "And (she) accused the regime": whoever follows the verb and does not agree with it is accused."""
    x = lexes[at]
    if x.entry.event != "accuse" or at + 1 >= len(lexes):
        return False
    after = lexes[at + 1]
    return after.kind == "actor" and x.entry.number == "f" and after.entry.number == "s"


def _elided(lexes: list[Lex], at: int) -> bool:
    """ "And confirmed the taking of X", "and warned of the fall of X": the speaker is the one of before."""
    if lexes[at].entry.number not in ("s", "f"):
        return False
    after = lexes[at + 1 : at + 4]
    if after and after[0].kind == "prep":
        after = after[1:]
    if lexes[at].id == "araba":  # "and voiced his fear of"
        return True
    return bool(after) and (after[0].kind == "noun" or (after[0].kind == "verb" and after[0].entry.tense == "masdar"))


def _stranger(sentence: Sentence, at: int) -> bool:
    """ "Said A B that": somebody of whom the text says no more, but not the one who spoke before."""
    lexes, x = sentence.lexes, sentence.lexes[at]
    if at and lexes[at - 1].kind == "prep":  # "an hour before the publishing of"
        return False
    if x.entry.event != "say" or x.entry.number not in ("s", "f") or x.entry.suffix:
        return False
    for n in range(at + 1, min(at + 9, len(lexes))):
        y = lexes[n]
        if y.kind in ("that", ":"):
            return n > at + 1 and not y.conj
        if n == at + 1 and (y.kind != "w" or y.conj or _no_name(sentence.words[y.i])):
            return False
        if y.kind not in ("w", ",", "prep", "src", "gsrc", "adv", "t"):
            return False
    return False


def _no_name(word: str) -> bool:
    """How something is said, or to whom: "plainly", "to the paper"."""
    return word.endswith("ا") or word == "ل" or word.startswith(("لل", "لال"))


def _name(sentence: Sentence, lo: int, at: int) -> list[str]:
    """The plain words beside a verb of saying: among them the speaker's name."""
    lexes = sentence.lexes
    names = []
    for n in range(lo, min(at + 16, len(lexes))):
        y = lexes[n]
        if n > at and y.kind in ("that", ":", "verb", "group", "noun", "break", "said"):
            break
        if y.kind == "w" and y.j == y.i + 1 and len(sentence.words[y.i]) > 3:
            names.append(sentence.words[y.i])
    return names
