"""From a verb outwards to the left, as far as a new turn, a relative pronoun or another finished deed."""

import msgspec

from extract.lexicon import word_set
from extract.operators import REPORTS, operate
from extract.scan import Lex, Sentence
from extract.stance import MAYBE, Scope, set_realis

_REACH = 16  # words; a denial reaches further
_DENIAL_REACH = 30


class _Walk(msgspec.Struct):
    """A walk from a verb to the left. Each step may change the scope; a step that returns true ends the walk."""

    sentence: Sentence
    at: int
    scope: Scope
    finite: bool
    that: bool = False
    reported: int = -1  # a verb of saying inside "what X says of", which does not end the scope

    @property
    def lexes(self) -> list[Lex]:
        """The lexemes of the sentence."""
        return self.sentence.lexes


def walk_left(sentence: Sentence, lexes: list[Lex], at: int, s: Scope) -> None:
    """Put into `s` what the words before the lexeme `at` do to it."""
    walk = _Walk(sentence, at, s, lexes[at].entry.tense in ("past", "pres", "fut"))
    distance = 0
    for n in range(at - 1, max(-1, at - 32), -1):
        x = lexes[n]
        distance += x.j - x.i
        step = _STEPS.get(x.kind)
        if distance > _DENIAL_REACH:
            return
        if step is None or (distance > _REACH and x.kind not in _FAR):
            continue
        rules = len(s.rules)
        closed = step(walk, n, x)
        if len(s.rules) > rules:
            s.first = n
        if closed:
            return


def _at_turn(w: _Walk, n: int, x: Lex) -> bool:
    """A new turn; but "when" before a present looks ahead, and "before" behind "will not stop"."""
    if x.entry.text in _WHEN and w.lexes[w.at].entry.tense == "pres" and n >= w.at - 4:
        if not any(y.kind == "keep" for y in w.lexes[n + 1 : w.at]):
            set_realis(w.scope, "conditional", f"condition:{x.entry.text}")
    elif x.entry.text == "قبل ان" and _endures(w, n):
        set_realis(w.scope, "intended", "until")
    return True


_WHEN = {"عندما", "حين", "حينما", "حالما"}
_ENDURES = word_set("endures")


def _endures(w: _Walk, n: int) -> bool:
    """Whether something is said to go on, or never to stop, before the word "until"."""
    words = w.sentence.words[max(0, w.lexes[n].i - 9) : w.lexes[n].i]
    return any(word in _ENDURES or word.lstrip("وف") in _ENDURES for word in words)


def _at_until(w: _Walk, n: int, x: Lex) -> bool:
    """ "The operations go on until the taking of X"."""
    if x.entry.text == "حتي" and n >= w.at - 2 and _endures(w, n):
        set_realis(w.scope, "intended", "until")
        return True
    return False


def _at_consequence(w: _Walk, n: int, x: Lex) -> bool:
    """ "Will mean the fall of": the fall has not happened."""
    if n >= w.at - 2 and not w.finite and x.entry.text.startswith(("سي", "ست")):
        set_realis(w.scope, "conditional", f"consequence:{x.entry.text}")
        return True
    return False


def _maybe(w: _Walk, x: Lex) -> bool:
    """ "May be forced to": a present behind the particle of what may be."""
    words = w.sentence.words
    return not w.finite and x.i > 0 and words[x.i - 1] in MAYBE and words[x.i][0] in "يتن"


def _at_word(w: _Walk, n: int, x: Lex) -> bool:
    if _maybe(w, x):
        set_realis(w.scope, "conditional", "condition:قد")
    if not w.finite and _future(w.sentence.words[x.i]):
        set_realis(w.scope, "intended", "future")
    return False


def _at_relative(w: _Walk, n: int, x: Lex) -> bool:
    """A relative clause is asserted, whatever stands around it; but "whether" and "what is said of" go on."""
    if w.reported == n + 1:
        return False
    if x.entry.text in ("ما", "مما"):
        return not (w.lexes[n + 1].kind == "op" or not w.finite or w.that)
    return not (_news(w, n) and (w.that or not w.finite))


def _news(w: _Walk, n: int) -> bool:
    """Whether the noun before a relative is one of news: "the reports that", "rumours which"."""
    return w.lexes[n].i > 0 and w.sentence.words[w.lexes[n].i - 1].lstrip("وبل") in REPORTS_BARE


# A preposition may be written onto the noun.
REPORTS_BARE = REPORTS | {word.removeprefix("ا") for word in REPORTS if word.startswith("ال")}


def _at_auxiliary(w: _Walk, n: int, x: Lex) -> bool:
    if _maybe(w, x):
        set_realis(w.scope, "conditional", "condition:قد")
    if x.id in _NOT_DONE and n and not w.finite and w.lexes[n - 1].kind == "neg":  # "did not launch a raid"
        w.scope.stance = "denies"
        w.scope.rules.append(f"O:not-{x.id}")
        if w.lexes[n - 1].id == "never":
            set_realis(w.scope, "intended", "never")
    if x.id != "full":
        return False
    w.scope.full = True
    if x.prep == "ل":
        set_realis(w.scope, "intended", "purpose")
    if _after(w.lexes, n):
        _after_done(w.lexes, n, w.scope)
    if x.entry.text.startswith(("است", "اكتمال", "اكمال")) and not _finite(x) and _consequence(w.lexes, w.at):
        set_realis(w.scope, "conditional", "completion")
    return False


_NOT_DONE = {"shan", "able", "begin", "lay"}


def _at_operator(w: _Walk, n: int, x: Lex) -> bool:
    return operate(w.sentence, w.lexes, n, w.at, w.scope, w.that)


def _at_speech(w: _Walk, n: int, x: Lex) -> bool:
    """Denial, demand and expectation govern what is said; any other speech ends the scope."""
    s = w.scope
    if n and w.lexes[n - 1].kind == "rel" and (w.lexes[n - 1].entry.text in ("ما", "مما") or _news(w, n - 1)):
        w.reported = n
        return False
    if n and w.lexes[n - 1].kind == "neg" and w.lexes[n - 1].id != "never":  # "did not deny", "has not announced"
        s.drop = True
    elif x.entry.event == "deny" and n > 1 and w.sentence.words[x.i - 1] == "احد":  # "nobody denies"
        return True
    elif x.entry.event == "deny":
        if not (
            w.that
            and any(y.kind == "that" and y.conj == "و" and not _be(w, m) for m, y in enumerate(w.lexes[n : w.at], n))
        ):
            s.stance = "denies" if s.stance == "asserts" else s.stance
            s.rules.append(f"O:deny:{x.id}")
    elif x.id in ("tawaada", "haddada"):  # threatens it
        set_realis(s, "intended", f"threat:{x.id}")
    elif x.entry.event == "ask":
        set_realis(s, "intended", f"ask:{x.id}")
    elif x.entry.event == "expect":
        set_realis(s, "conditional", f"expect:{x.id}")
    elif x.entry.tense == "masdar":
        return False
    return True


def _be(w: _Walk, n: int) -> bool:
    """ "And that it should have taken": the verb "to be" goes on with what is denied or feared."""
    return w.sentence.words[w.lexes[n].j : w.lexes[n].j + 1] in (["يكون"], ["تكون"], ["يكونوا"])


def _at_that(w: _Walk, n: int, x: Lex) -> bool:
    """A coordinated "and that" opens a statement of its own; at the start of a sentence it may be "and if"."""
    if x.conj == "و" and not _be(w, n):
        if n == 0 and x.entry.text == "ان" and w.lexes[w.at].entry.tense == "past":
            set_realis(w.scope, "conditional", "if")
        return True
    if n and w.lexes[n - 1].kind == "neg" and w.lexes[n - 1].entry.text.endswith("دون"):  # "without its taking"
        w.scope.stance = "denies"
        w.scope.rules.append("O:without")
    w.that = True
    return False


_UNSURE = {"unable", "unconfirmed", "unclear"}


def _at_after(w: _Walk, n: int, x: Lex) -> bool:
    if n and w.lexes[n - 1].kind == "notonly" and n >= w.at - 2 and _endures(w, n):  # "will not stop but after"
        set_realis(w.scope, "intended", "until")
        return True
    if x.entry.text in ("قبل", "حتي") and n == w.at - 1 and _endures(w, n):
        set_realis(w.scope, "intended", "until")
        return True
    if x.id not in ("done", "بعد") or n != w.at - 1:
        return False
    if any(
        y.kind == "op" and y.id in ("unable", "unconfirmed", "unclear") for y in w.lexes[max(0, n - 4) : n]
    ):  # "has not confirmed yet"
        return False
    _after_done(w.lexes, n, w.scope)
    return True


def _at_comma(w: _Walk, n: int, x: Lex) -> bool:
    return w.finite and (bool(w.lexes[n + 1].conj) or _and(w.sentence, w.lexes[n + 1]))


def _at_verb(w: _Walk, n: int, x: Lex) -> bool:
    tense = x.entry.tense
    if w.finite:
        return tense in ("past", "pres", "fut") and n < w.at - 1
    if x.id in ("iqtaraba", "dana"):  # "comes near to taking"
        set_realis(w.scope, "attempted", f"near:{x.id}")
        return False
    if tense == "fut":
        set_realis(w.scope, "intended", "future")
    return tense == "past" and n < w.at - 1 and not _governs(w.lexes, n, w.at)


_STEPS = {
    "break": _at_turn, "consequence": _at_consequence, "w": _at_word, "rel": _at_relative, "aux": _at_auxiliary,
    "op": _at_operator, "said": _at_speech, "that": _at_that, "after": _at_after, "prep": _at_after, ",": _at_comma,
    "verb": _at_verb, "listhead": _at_until,
}  # fmt: skip
_FAR = {"said", "break", "rel", "that", ",", "verb"}


def _and(sentence: Sentence, x: Lex) -> bool:
    """Whether a word begins with "and", written onto it."""
    return x.kind in ("w", "pron", "listhead") and sentence.words[x.i].startswith("و")


_NO_FUTURE = tuple(sorted(word_set("no-future")))


def _future(word: str) -> bool:
    """An unlisted verb with the prefix of the future: "will agree on"."""
    word = word.lstrip("و")
    return len(word) > 5 and word.startswith(("سي", "ست")) and not word.startswith(_NO_FUTURE)


def _finite(x: Lex) -> bool:
    return x.entry.text.endswith(("ت", "وا")) or x.entry.text in ("استكمل", "اكمل", "اتم", "احكم", "يستكمل", "تستكمل")


def _governs(lexes: list[Lex], n: int, at: int) -> bool:
    """A finished verb that takes the verbal noun as its object: "regained control"."""
    return all(y.kind in ("actor", "w", "t", "full", "aux") for y in lexes[n + 1 : at])


def _after(lexes: list[Lex], n: int) -> bool:
    return n > 0 and (lexes[n - 1].kind == "after" or (lexes[n - 1].kind == "prep" and lexes[n - 1].id == "بعد"))


def _after_done(lexes: list[Lex], n: int, s: Scope) -> None:
    """ "After taking X": done, unless what comes after it is only expected."""
    for y in lexes[max(0, n - 12) : n]:
        if (y.kind == "said" and y.entry.event == "expect") or (y.kind == "op" and y.id in ("expect", "future")):
            set_realis(s, "conditional", "after-in-expectation")
        if y.kind == "change" and y.entry.text.startswith(("تصبح", "يصبح", "يصير", "تصير")):
            set_realis(s, "conditional", "after-in-expectation")
        if y.kind == "verb" and y.entry.tense == "fut":
            set_realis(s, "conditional", "after-in-expectation")


def _consequence(lexes: list[Lex], at: int) -> bool:
    return any(y.kind == "consequence" for y in lexes[at + 1 : at + 9])
