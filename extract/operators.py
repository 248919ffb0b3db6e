"""What an operator - a word of denial, inability, attempt, intent, condition - does to the deed in its scope.

The words stand in lexicons/operators.tsv; here is what each row does. A rule returns whether it ends the walk.
"""

from collections.abc import Callable

from extract.scan import Lex, Sentence
from extract.stance import Scope, set_realis
from extract.tables import word_set

_CONFIRM = tuple(word_set("confirm"))
_TO = {"كي", "لكي", "ربما", "لعل"}  # a verb stands right behind these
_CONCERNING = {"بشان", "في شان", "بخصوص"}
_WHETHER = {"ما", "مما", "عما", "فيما"}
REPORTS = word_set("reports")
# These take a verbal noun, or a verb behind "that"; a verb beside them is a new deed: "tried to take A, and took B".
_TAKES_NOUN = {
    "attempt", "fail", "fell short", "intend", "refuse", "rule out", "unable", "unconfirmed", "deny", "expect", "near",
    "possible",
}  # fmt: skip


def operate(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope, that: bool) -> bool:
    """Apply the operator `n` to the deed `at`; `that`: whether the word "that" stands between them."""
    x, deed = lexes[n], lexes[at]
    if x.id in _TAKES_NOUN and not that and x.entry.text not in _TO and _of_its_own(deed, lexes[at - 1]):
        return False
    if x.id in _TAKES_NOUN and _had_its_own(lexes, n, at):
        return True
    if x.id == "deny" and not that and deed.entry.tense in ("past", "pres") and _goes_on(lexes, n, at):
        return True
    if x.id == "expect" and x.entry.text.endswith(("ه", "ها")) and x.entry.tense in ("past", "pres"):
        return False  # "in a way that nobody expected": of what stands before it
    if n and lexes[n - 1].kind == "neg" and x.id in _NEGATED:
        return _negated(x, lexes[n - 1].id == "never", s)
    return _RULES[x.id](sentence, lexes, n, at, s)


def _of_its_own(deed: Lex, before: Lex) -> bool:
    """Whether a verb cannot be what an operator takes: a past that is no verbal noun, or one joined by "and"."""
    e = deed.entry
    if deed.prep or (any(other.tense == "masdar" for other in deed.also) and before.kind not in ("group", ",")):
        return False
    return e.tense == "past" or (e.tense in ("pres", "fut") and bool(deed.conj))


def _goes_on(lexes: list[Lex], n: int, at: int) -> bool:
    """ "That X fell is untrue, and the rebels hold it": a party joined by "and" opens a clause of its own."""
    return any(y.kind == "actor" and y.conj == "و" for y in lexes[n + 1 : at])


def _had_its_own(lexes: list[Lex], n: int, at: int) -> bool:
    """ "Having failed to storm X, it took to shelling it": behind a comma the deed is another's, unless joined."""
    comma = next((k for k in range(at - 1, n, -1) if lexes[k].kind == ","), n)
    if comma == n or lexes[at].conj or lexes[comma + 1].conj:
        return False
    first = next((k for k in range(n + 1, comma) if lexes[k].kind in ("verb", "noun")), comma)
    return any(y.kind in ("group", "pron") for y in lexes[first + 1 : comma])


_NEGATED = {"attempt", "intend", "expect", "refuse", "fell short", "fail", "deny", "rule out"}


def _negated(x: Lex, never: bool, s: Scope) -> bool:
    """ "Does not intend to", "did not agree to": denied; "did not keep it from", "is not false": done."""
    if x.id == "rule out":  # "does not rule out"
        set_realis(s, "conditional", f"not:{x.id}:{x.entry.text}")
    elif x.id in ("attempt", "intend", "expect"):
        s.stance = "denies"
        set_realis(s, "attempted" if x.id == "attempt" and not never else "intended", f"not:{x.id}:{x.entry.text}")
    return True


def _said_of_before(lexes: list[Lex], n: int, at: int) -> bool:
    """ "The news of X is not true, (there is) fighting in it": a predicate denies what stands before it."""
    predicate = n > 0 and lexes[n].entry.text.startswith(("غير ", "عار", "محض", "كاذب", "ملفق")) and not lexes[n].conj
    comma = next((k for k in range(n + 1, min(n + 3, at)) if lexes[k].kind == ","), -1)
    return predicate and comma > 0 and lexes[n - 1].kind not in (",", "break")


_THIS = word_set("this")


def _of_this(sentence: Sentence, lexes: list[Lex], n: int, at: int) -> bool:
    """ "There is no truth in this, and the rebels hold it": a denial that points back, and a party's deed after it."""
    comma = next((k for k in range(n + 1, at) if lexes[k].kind == ","), -1)
    if comma < 0 or not any(y.kind == "actor" for y in lexes[comma + 1 : at + 3]):
        return False
    beside = {word.lstrip("ل").removeprefix("ه") for word in sentence.words[lexes[n].j : lexes[n].j + 3]}
    return not _THIS.isdisjoint(beside) or not {"هذا", "هذه"}.isdisjoint(sentence.words[lexes[n].j : lexes[comma].i])


def _denied(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    if _said_of_before(lexes, n, at) or _of_this(sentence, lexes, n, at):
        return True
    s.stance = "denies"
    return _noted(s, lexes[n])


def _unable(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    """ "Could not confirm the taking": not confirmed. "Could not take": not taken. "The attempt did not succeed"."""
    if s.realis == "attempted":
        return _noted(s, lexes[n])
    words = sentence.words[lexes[n].i : lexes[at].i]
    if any(w.removeprefix("ال").startswith(_CONFIRM) for w in words):
        s.stance = "unconfirmed"
    else:
        s.stance = "denies"
        if lexes[n].entry.tense == "fut":
            s.realis = "intended"
    return _noted(s, lexes[n])


def _unconfirmed(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    if lexes[n].entry.text.endswith(_NEWS) and at > n + 2:
        return False  # "no reports of casualties in the shelling of"
    s.stance = "unconfirmed"
    return _noted(s, lexes[n])


_NEWS = ("انباء", "معلومات", "تقارير")


def _unclear(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    """ "It is not known whether": of a finite verb only with the "whether"."""
    asks = s.whether or lexes[n].entry.text.endswith(" ان")  # "not known yet if"
    if lexes[at].entry.tense in ("past", "pres", "fut") and not asks:
        return False
    return _unconfirmed(sentence, lexes, n, at, s)


def _attempt(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    """Tried. "Succeeded after attempts in entering": what stands behind a preposition was not only tried."""
    if n and lexes[n - 1].kind == "aux" and lexes[n - 1].id == "able":  # "the attempt succeeded"
        return True
    if at > n + 1 and lexes[at - 1].kind == "prep" and lexes[at - 1].id in ("في", "من", "على"):
        return False
    set_realis(s, "attempted" if lexes[n].entry.tense != "fut" else "intended", f"attempt:{lexes[n].entry.text}")
    return False


def _refuse(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    s.stance, s.realis = "denies", "intended"
    return _noted(s, lexes[n])


def _fell_short(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    if any(w.removeprefix("ال").startswith(_CONFIRM) for w in sentence.words[lexes[n].i : lexes[at].i]):
        return _unconfirmed(sentence, lexes, n, at, s)
    s.realis = "attempted"
    return _noted(s, lexes[n])


def _fail(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    s.foiled, s.realis = n, "attempted"
    _noted(s, lexes[n])
    return False


def _of_reports(sentence: Sentence, lexes: list[Lex], n: int) -> bool:
    """Whether it is news that concerns something: "the reports, on Tuesday, concerning the taking of"."""
    return any(sentence.words[y.i].lstrip("و") in REPORTS for y in lexes[max(0, n - 6) : n])


def _intend(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    """Meant. "Reports concerning the taking": the word for "concerning" alone tells of no plan."""
    if lexes[n].entry.text in _CONCERNING and _of_reports(sentence, lexes, n):
        return False
    if "عمل" in lexes[n].entry.text and lexes[at].entry.event == "controls":  # "works on combing X": combs it
        return False
    if lexes[n].entry.text == "دفع" and _drove(lexes, n, at):
        return False
    if lexes[n].entry.text == "هدف" and n == at - 1:  # "the aim of the attack", which is being made
        return False
    set_realis(s, "intended", f"intend:{lexes[n].entry.text}")
    return False


def _drove(lexes: list[Lex], n: int, at: int) -> bool:
    """ "Drove the factions to withdraw": they did, unless the driving itself is meant."""
    gave_way = lexes[at].entry.event in ("withdrew", "lost")
    before = lexes[n - 1] if n else None
    return gave_way and not lexes[n].prep and (before is None or before.kind not in ("prep", "op", "neg", "that"))


def _condition(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    """ "If". Behind "not" it is a "whether"; a "whether" that nobody answers claims nothing."""
    x = lexes[n]
    text = x.entry.text
    before = sentence.words[x.i - 1] if x.i else ""
    asked = text in ("ما اذا", "عما اذا") or (text == "اذا" and before.lstrip("و") in _WHETHER)
    if asked or (text.startswith("ان كان") and any(y.id in _NOT_KNOWN for y in lexes[max(0, n - 4) : n])):
        s.whether = True
        return False
    if any(y.kind == "aux" and y.id == "begin" and y.entry.text in _GOING_ON for y in lexes[n + 1 : at]):
        return True  # "if the shelling goes on": it is going on
    if text == "ما ان" and lexes[at].entry.tense == "past":
        return True
    if text == "ما لم" and n == at - 1:
        s.drop = True
    if text == "لو" and any(y.kind == "verb" and y.entry.tense == "past" for y in lexes[n + 1 : at]):
        return True
    return _possible(sentence, lexes, n, at, s)


_GOING_ON = word_set("going-on")


def _possible(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    set_realis(s, "conditional", f"condition:{lexes[n].entry.text}")
    s.realis = "conditional"
    return True


def _expect(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    fut = lexes[at].entry.tense == "fut"
    set_realis(s, "intended" if fut else "conditional", f"expect:{lexes[n].entry.text}")
    return False


def _future(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    """Not yet; but "soon" before "from" is "near to"."""
    if lexes[n].entry.text == "قريبا" and lexes[n + 1].kind == "prep" and lexes[n + 1].id == "من":
        return _possible(sentence, lexes, n, at, s)
    set_realis(s, "intended", "future")
    return False


def _noted(s: Scope, x: Lex) -> bool:
    s.rules.append(f"O:{x.id}:{x.entry.text}")
    return True


_Rule = Callable[[Sentence, list[Lex], int, int, Scope], bool]
_RULES: dict[str, _Rule] = {
    "deny": _denied, "unable": _unable, "unconfirmed": _unconfirmed, "unclear": _unclear, "attempt": _attempt,
    "refuse": _refuse, "rule out": _refuse, "fell short": _fell_short, "fail": _fail, "intend": _intend,
    "condition": _condition,
    "near": _possible, "possible": _possible, "expect": _expect, "future": _future,
}  # fmt: skip
_NOT_KNOWN = {"unclear", "unable", "unconfirmed"}
