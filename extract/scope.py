"""Scope operators: denial, inability to confirm, attempt, intent, condition, expectation, failure.

Read from the verb outwards to the left (`outwards`), on the verb itself, and a few on its right.
"""

from extract.behind import comes_not, own_verdict, remembered, spared
from extract.cessation import only
from extract.clauses_verb import will
from extract.consequent import follows
from extract.outwards import walk_left
from extract.scan import Lex, Sentence
from extract.stance import MAYBE, Scope, set_realis
from extract.tables import word_set


def scope_of(sentence: Sentence, at: int, end: int, heading: bool = False) -> Scope:
    """The scope over the lexeme `at`, whose object ends before the lexeme `end`."""
    lexes = sentence.lexes
    s = Scope()
    walk_left(sentence, lexes, at, s)
    _own(sentence, lexes, at, end, s)
    _right(sentence, lexes, at, end, s)
    if s.rules[-1:] == ["O:not"]:
        _after_all(lexes, end, s)
    open_still = s.realis in ("actual", "intended") and s.stance == "asserts"
    if open_still and not _threat(lexes[:at]) and follows(sentence, lexes, at):
        s.realis = "conditional"
        s.rules.append("O:consequent")
    if s.whether and s.stance == "asserts":
        s.drop = True
    return s


_IS_NOT = {"ليس", "ليست"}
_KEEPS = {"حال", "حالت", "حالوا", "حالتا", "يحول", "تحول", "يحولون"}
_NO = {"عدم", "دون", "من دون", "بدون", "مافي", "مافي اي", "ما في اي"}


_GAVE_WAY = {"withdrew", "lost", "fell"}


def _ensues(lexes: list[Lex], at: int) -> bool:
    """ "The fighters left X, for the army to enter it thereafter": what came of it, not what it was for."""
    if lexes[at].entry.event == "lost":
        return True  # "the army took X, for the factions to lose the whole north": nobody loses on purpose
    if lexes[at].entry.event not in ("captured", "entered"):
        return False
    if any(y.kind == "adv" and y.entry.text in ("بعدها", "بعده", "لاحقا") for y in lexes[at + 1 : at + 3]):
        return True
    doer = next((y.id for y in lexes[at + 1 : at + 4] if y.kind == "actor"), "")
    left = [n for n in range(at) if lexes[n].kind == "verb" and lexes[n].entry.event in _GAVE_WAY]
    left = [n for n in left if lexes[n].entry.tense == "past"]
    leaver = next((y.id for y in lexes[left[-1] + 1 : at] if y.kind == "actor"), "") if left else ""
    return bool(doer and leaver) and doer != leaver


def _own(sentence: Sentence, lexes: list[Lex], at: int, end: int, s: Scope) -> None:
    x = lexes[at]
    tense = x.entry.tense
    before = lexes[at - 1] if at else None
    if before and before.kind == "neg" and only(sentence, at + 1, end):
        s.rules.append("O:only")
    elif before and before.kind == "neg" and (tense in ("pres", "past") or before.entry.text in _NO):
        kept = before.entry.text == "دون" and not _KEEPS.isdisjoint(sentence.words[max(0, x.i - 7) : x.i])
        if kept:  # "mines kept the army from entering"
            s.realis = "attempted"
        else:
            s.stance = "denies"
        s.rules.append(f"O:{before.id}")
        if s.realis == "conditional":
            s.drop = True
        if before.id == "never":
            s.realis = "intended"
    bare = sentence.words[x.i - 1] in ("بلا", "بغير") if x.i else False
    if x.kind == "noun" and (bare or (before and before.kind == "neg" and before.entry.text == "لا")):
        s.drop = True  # "no clashes in X"
    if tense not in ("past", "pres", "fut") and s.stance == "asserts" and spared(lexes, at):
        s.stance = "denies"
        s.rules.append("O:spared")
    if remembered(sentence, x):
        s.drop = True
    if x.kind == "state" and any(y.kind == "neg" and y.entry.text in _IS_NOT for y in lexes[max(0, at - 4) : at]):
        s.stance = "denies"
        s.rules.append("O:is-not")
    if tense == "fut":
        set_realis(s, "intended", "future")
    if tense == "pres" and x.i and sentence.words[x.i - 1] in MAYBE:
        set_realis(s, "conditional", "condition:قد")
    if before and before.kind == "op" and before.id == "future" and tense == "pres":
        set_realis(s, "intended", "future")
    rumoured = before is not None and before.id == "rawwaja"  # "spread word of"
    if x.prep == "ل" and tense == "pres" and _ensues(lexes, at):
        return
    purpose = not rumoured and x.prep == "ل" and tense in ("masdar", "pres") and s.stance == "asserts"
    suffers = any(y.kind == "undergo" for y in lexes[max(0, at - 6) : at])
    if purpose and not suffers and not (before and before.kind in ("state", "op", "said")):
        set_realis(s, "intended", "purpose")


def _threat(lexes: list[Lex]) -> bool:
    """A threat is meant, whatever it is made to depend on."""
    return any(y.kind == "said" and y.id in ("haddada", "tawaada") for y in lexes)


_SOON = ("مساله", "مجرد", "وشيك", "قريبا", "بات قريب", "باتت قريب")
_IF = {"اذا", "في حال", "في حاله", "اذا ما", "شريطه", "بشرط", "ما لم", "الا اذا"}


def _takes(lexes: list[Lex], n: int) -> bool:
    """Whether a word of denial governs what stands behind it."""
    after = lexes[n + 1] if n + 1 < len(lexes) else None
    return after is not None and (after.kind == "that" or after.prep == "ل")


def _after_all(lexes: list[Lex], end: int, s: Scope) -> None:
    """ "Did not withdraw but after", "did not only take A": it was done."""
    for n in range(end, min(end + 3, len(lexes) - 1)):
        y = lexes[n]
        if (y.kind == "notonly" and lexes[n + 1].kind in ("after", "prep", "break")) or y.entry.text in ("فحسب", "فقط"):
            s.stance = "asserts"
        elif y.kind not in ("group", ",", "t"):
            return


def _beaten_off(lexes: list[Lex], n: int) -> bool:
    """ "But their attempt failed", "but it was beaten off"."""
    after = lexes[n + 1 : n + 4]
    failed = next((k for k, y in enumerate(after) if y.kind == "failed"), -1)
    return failed >= 0 and all(y.kind in ("op", "w", "noun", "pron") for y in after[:failed])


_MEANS = word_set("means-now")


_IF_IT = {"ان", "اذا", "لو", "اذا ما", "ان ما"}
_COMES = word_set("comes-about")


def _if_it_comes(sentence: Sentence, lexes: list[Lex], n: int) -> bool:
    """ "The fall of X, if it happens, will": an aside that makes what stands before it a condition."""
    words = sentence.words[lexes[n].i : lexes[n].i + 3] if n < len(lexes) else []
    return len(words) > 1 and words[0] in _IF_IT and (words[1] in _COMES or (words[1] == "ما" and words[-1] in _COMES))


_COMING = {"وقوع", "انتقال"}


def _coming(lexes: list[Lex], at: int) -> bool:
    """ "The coming of X into the hands of Y": a phrase of holding behind a noun of becoming."""
    before = lexes[max(0, at - 9) : at] if lexes[at].kind == "state" else []
    return any(y.kind == "change" and y.entry.text in _COMING for y in before)


_WOULD_TAKE = word_set("would-take")


def _right(sentence: Sentence, lexes: list[Lex], at: int, end: int, s: Scope) -> None:
    noun = lexes[at].entry.tense == "masdar" or _coming(lexes, at)
    for n in range(end, min(end + 8, len(lexes))):
        y = lexes[n]
        if y.kind == "," and noun and _if_it_comes(sentence, lexes, n + 1):
            set_realis(s, "conditional", "condition:if-it-comes")
            return
        if y.kind == "neg" and noun and y.conj != "و" and comes_not(sentence, y):
            s.stance = "denies"
            s.rules.append("O:comes-not")
            if y.id == "never":
                s.realis = "intended"
            return
        if y.kind == "failed" and noun:
            s.realis = "attempted"
            s.rules.append("O:failed")
            return
        if y.kind == "op" and y.id == "deny":
            if (
                y.conj == "و" or _takes(lexes, n) or own_verdict(sentence, lexes, end, n)
            ):  # "and it is not true that" denies what follows
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
        if y.kind == "op" and y.entry.text in ("هدف", "الهدف", "هدفا") and noun and n <= end + 2 and not y.conj:
            set_realis(s, "intended", "intend:هدف")  # "the taking of X is the aim"
            return
        soon = y.kind == "op" and (y.id == "near" or y.entry.text == "قريبا") and y.entry.text.startswith(_SOON)
        if soon and noun and n <= end + 2 and not (y.entry.text == "قريبا" and s.realis == "intended"):
            set_realis(s, "conditional", f"condition:{y.entry.text}")  # "the fall of X is a matter of days"
            return
        whole = lexes[at].entry.text.startswith("ال") and not any(z.kind == "actor" for z in lexes[at:end])
        if n == end and noun and whole and sentence.words[y.i] in _MEANS:  # "the taking of X means"
            set_realis(s, "conditional", f"consequence:{sentence.words[y.i]}")
            return
        if n == end and noun and lexes[at].entry.suffix and sentence.words[y.i] in _MEANS and end == at + 1:
            set_realis(s, "conditional", f"consequence:{sentence.words[y.i]}")
            return
        if y.kind == "break" and noun and lexes[at].kind == "verb" and _beaten_off(lexes, n):
            s.realis = "attempted"  # "attacked to take X, but their attempt failed"
            s.rules.append("O:failed")
            return
        if y.kind == "w" and noun and n <= end + 1 and will(sentence.words[y.i]) and sentence.words[y.i][0] == "س":
            set_realis(s, "intended", "will-start")  # "the bringing out of them will begin"
            return
        if (
            noun and n <= end + 3 and not y.conj and sentence.words[y.i] in _WOULD_TAKE
        ):  # "the taking of X needs a week"
            set_realis(s, "conditional", f"would-take:{sentence.words[y.i]}")
            return
        if y.kind == "consequence" and noun and n <= end + 2 and not y.conj:
            set_realis(s, "conditional", f"consequence:{y.entry.text}")
            return
        if y.kind in ("break", "rel", "said", "verb"):
            return
