"""Scope operators: denial, inability to confirm, attempt, intent, condition, expectation, failure.

Read from the verb outwards to the left, as far as a new turn, a relative pronoun or another finished deed; a few
stand on the right. The result is (stance, realis, rules).
"""

import msgspec

from extract.lexicon import word_set
from extract.scan import Lex, Sentence

_REACH = 16
_CONFIRM = ("تاكيد", "تاكد", "تحقق", "تثبت", "توثيق", "يوكد", "توكد", "يتاكد")


class Scope(msgspec.Struct):
    """How a deed is put: who speaks asserts, denies or cannot confirm it; it happened, was tried, meant or possible."""

    stance: str = "asserts"
    realis: str = "actual"
    rules: list[str] = msgspec.field(default_factory=list)
    first: int = -1  # the outermost lexeme that decided, -1 for none
    foiled: int = -1  # the lexeme that says the deed was beaten off
    full: bool = False
    drop: bool = False  # a negated condition: nothing is claimed


def scope_of(sentence: Sentence, at: int, end: int, heading: bool = False) -> Scope:
    """The scope over the lexeme `at`, whose object ends before the lexeme `end`."""
    lexes = sentence.lexes
    s = Scope()
    _left(sentence, lexes, at, s)
    _own(sentence, lexes, at, s)
    _right(lexes, at, end, s)
    return s


def _set(s: Scope, realis: str, rule: str) -> None:
    """The operator nearest the verb decides, but a condition further out makes all of it conditional."""
    if s.realis == "actual" or (rule.startswith("condition") and s.realis == "intended"):
        s.realis = realis
        s.rules.append(f"O:{rule}")


def _own(sentence: Sentence, lexes: list[Lex], at: int, s: Scope) -> None:
    x = lexes[at]
    tense = x.entry.tense
    before = lexes[at - 1] if at else None
    if before and before.kind == "neg" and tense in ("pres", "past"):
        s.stance = "denies"
        s.rules.append(f"O:{before.id}")
        if s.realis == "conditional":
            s.drop = True
        if before.id == "never":
            s.realis = "intended"
    if tense == "fut":
        _set(s, "intended", "future")
    if before and before.kind == "op" and before.id == "future" and tense == "pres":
        _set(s, "intended", "future")
    purpose = x.prep == "ل" and (tense == "masdar" or tense == "pres")
    suffers = any(y.kind == "undergo" for y in lexes[max(0, at - 6) : at])
    if purpose and not suffers and not (before and (before.kind == "state" or before.kind == "op")):
        _set(s, "intended", "purpose")


class _Walk(msgspec.Struct):
    """A walk from a verb to the left. Each step may change the scope; a step that returns true ends the walk."""

    sentence: Sentence
    at: int
    scope: Scope
    finite: bool
    that: bool = False

    @property
    def lexes(self) -> list[Lex]:
        """The lexemes of the sentence."""
        return self.sentence.lexes


def _left(sentence: Sentence, lexes: list[Lex], at: int, s: Scope) -> None:
    walk = _Walk(sentence, at, s, lexes[at].entry.tense in ("past", "pres", "fut"))
    distance = 0
    for n in range(at - 1, max(-1, at - 24), -1):
        x = lexes[n]
        distance += x.j - x.i
        step = _STEPS.get(x.kind)
        if distance > _REACH:
            return
        if step is None:
            continue
        rules = len(s.rules)
        closed = step(walk, n, x)
        if len(s.rules) > rules:
            s.first = n
        if closed:
            return


def _at_turn(w: _Walk, n: int, x: Lex) -> bool:
    return True


def _at_consequence(w: _Walk, n: int, x: Lex) -> bool:
    """ "Will mean the fall of": the fall has not happened."""
    if n >= w.at - 2 and not w.finite and x.entry.text.startswith(("سي", "ست")):
        _set(w.scope, "conditional", f"consequence:{x.entry.text}")
        return True
    return False


def _at_word(w: _Walk, n: int, x: Lex) -> bool:
    if not w.finite and _future(w.sentence.words[x.i]):
        _set(w.scope, "intended", "future")
    return False


def _at_relative(w: _Walk, n: int, x: Lex) -> bool:
    """A relative clause is asserted, whatever stands around it; but "whether" and "what is said of" go on."""
    return not (x.entry.text == "ما" and (w.lexes[n + 1].kind == "op" or not w.finite))


def _at_auxiliary(w: _Walk, n: int, x: Lex) -> bool:
    if x.id == "shan" and n and w.lexes[n - 1].kind == "neg":  # "did not launch a raid"
        w.scope.stance = "denies"
        w.scope.rules.append("O:not-launched")
    if x.id != "full":
        return False
    w.scope.full = True
    if x.prep == "ل":
        _set(w.scope, "intended", "purpose")
    if _after(w.lexes, n):
        _after_done(w.lexes, n, w.scope)
    if x.entry.text.startswith(("است", "اكتمال", "اكمال")) and not _finite(x) and _consequence(w.lexes, w.at):
        _set(w.scope, "conditional", "completion")
    return False


def _at_operator(w: _Walk, n: int, x: Lex) -> bool:
    return _operator(w.sentence, w.lexes, n, w.at, w.scope)


def _at_speech(w: _Walk, n: int, x: Lex) -> bool:
    """Denial, demand and expectation govern what is said; any other speech ends the scope."""
    s = w.scope
    if x.entry.event == "deny":
        if not (w.that and any(y.kind == "that" and y.conj == "و" for y in w.lexes[n : w.at])):
            s.stance = "denies" if s.stance == "asserts" else s.stance
            s.rules.append(f"O:deny:{x.id}")
    elif x.id == "tawaada":  # threatens it
        _set(s, "intended", f"threat:{x.id}")
    elif x.entry.event == "ask":
        _set(s, "intended", f"ask:{x.id}")
    elif x.entry.event == "expect":
        _set(s, "conditional", f"expect:{x.id}")
    elif x.entry.tense == "masdar":
        return False
    return True


def _at_that(w: _Walk, n: int, x: Lex) -> bool:
    """A coordinated "and that" opens a statement of its own; at the start of a sentence it may be "and if"."""
    if x.conj == "و":
        if n == 0 and x.entry.text == "ان" and w.lexes[w.at].entry.tense == "past":
            _set(w.scope, "conditional", "if")
        return True
    w.that = True
    return False


def _at_after(w: _Walk, n: int, x: Lex) -> bool:
    if x.id not in ("done", "بعد") or n != w.at - 1:
        return False
    if any(y.kind == "op" and y.id == "unable" for y in w.lexes[max(0, n - 4) : n]):  # "has not confirmed yet"
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
        _set(w.scope, "attempted", f"near:{x.id}")
        return False
    if tense == "fut":
        _set(w.scope, "intended", "future")
    return tense == "past" and n < w.at - 1 and not _governs(w.lexes, n, w.at)


def _at_negation(w: _Walk, n: int, x: Lex) -> bool:
    beside = w.lexes[n + 1]
    if n == w.at - 2 and beside.kind == "aux" and beside.id == "able":
        w.scope.stance = "denies"
        w.scope.rules.append("O:not-able")
    return False


_STEPS = {
    "break": _at_turn, "consequence": _at_consequence, "w": _at_word, "rel": _at_relative, "aux": _at_auxiliary,
    "op": _at_operator, "said": _at_speech, "that": _at_that, "after": _at_after, "prep": _at_after, ",": _at_comma,
    "verb": _at_verb, "neg": _at_negation,
}  # fmt: skip


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
            _set(s, "conditional", "after-in-expectation")
        if y.kind == "change" and y.entry.text.startswith(("تصبح", "يصبح", "يصير", "تصير")):
            _set(s, "conditional", "after-in-expectation")
        if y.kind == "verb" and y.entry.tense == "fut":
            _set(s, "conditional", "after-in-expectation")


def _operator(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    """Apply an operator; whether it closes the scope."""
    x = lexes[n]
    if x.id == "deny":
        s.stance = "denies"
    elif x.id == "unable":
        words = sentence.words[x.i : lexes[at].i]
        confirm = any(w.removeprefix("ال").startswith(_CONFIRM) for w in words)
        able = any(w in x.entry.text for w in ("تمكن", "ستط", "عجز", "ستطيع"))
        s.stance = "denies" if able and not confirm else "unconfirmed"
    elif x.id == "attempt":
        _set(s, "attempted", f"attempt:{x.entry.text}")
        return False
    elif x.id == "refuse":
        s.stance = "denies"
        s.realis = "intended"
    elif x.id == "fell short":
        s.realis = "attempted"
    elif x.id == "fail":
        s.foiled = n
        s.realis = "attempted"
    elif x.id == "intend":
        if x.entry.text in ("اتفاق", "الاتفاق", "تفاهم") and lexes[at].entry.tense == "past":
            return False
        _set(s, "intended", f"intend:{x.entry.text}")
        return False
    elif x.id == "condition":
        if x.entry.text.startswith("اذا") and n and sentence.words[lexes[n - 1].i] == "ما":  # "whether"
            return False
        if x.entry.text == "ما ان" and lexes[at].entry.tense == "past":
            return True
        if x.entry.text in ("لو",) and any(y.kind in ("verb",) and y.entry.tense == "past" for y in lexes[n + 1 : at]):
            return True
        _set(s, "conditional", f"condition:{x.entry.text}")
        s.realis = "conditional"
        return True
    elif x.id == "expect":
        _set(s, "conditional" if lexes[at].entry.tense != "fut" else "intended", f"expect:{x.entry.text}")
        return False
    elif x.id == "future":
        _set(s, "intended", "future")
        return False
    s.rules.append(f"O:{x.id}:{x.entry.text}")
    return x.id != "fail"


def _consequence(lexes: list[Lex], at: int) -> bool:
    return any(y.kind == "consequence" for y in lexes[at + 1 : at + 9])


def _threat(lexes: list[Lex]) -> bool:
    """A threat is meant, whatever it is made to depend on."""
    return any(y.kind == "said" and y.id in ("haddada", "tawaada") for y in lexes)


_IF = {"اذا", "في حال", "في حاله", "اذا ما", "شريطه", "بشرط"}


def _right(lexes: list[Lex], at: int, end: int, s: Scope) -> None:
    noun = lexes[at].entry.tense == "masdar"
    for n in range(end, min(end + 8, len(lexes))):
        y = lexes[n]
        if y.kind == "failed" and noun:
            s.realis = "attempted"
            s.rules.append("O:failed")
            return
        if y.kind == "op" and y.id == "deny":
            if y.conj == "و":  # "and it is not true that" denies what follows
                return
            s.stance = "denies"
            s.rules.append(f"O:deny:{y.entry.text}")
            return
        if (
            y.kind == "op"
            and y.id == "condition"
            and y.entry.text in _IF
            and s.realis == "intended"
            and not _threat(lexes[:at])
        ):
            s.realis = "conditional"  # "will take X if"
            s.rules.append(f"O:condition:{y.entry.text}")
            return
        if y.kind == "consequence" and noun and n <= end + 2 and not y.conj:
            _set(s, "conditional", f"consequence:{y.entry.text}")
            return
        if y.kind in ("break", "rel", "said", "verb"):
            return
