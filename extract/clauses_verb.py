"""Steps at other verbs and auxiliaries: a finished deed ends a scope, a future or a "may" puts it off."""

from extract.clauses_time import after, after_done
from extract.scan import Lex, Sentence
from extract.stance import MAYBE, set_realis
from extract.tables import word_set
from extract.walk import Walk


def _maybe(w: Walk, x: Lex) -> bool:
    """ "May be forced to": a present behind the particle of what may be."""
    words = w.sentence.words
    word = words[x.i]  # "has managed to", with a root letter that looks like the prefix of a present
    past = word == "تمكن" or (word.startswith("ت") and word.endswith(("ت", "وا", "تا")))
    return not w.finite and x.i > 0 and words[x.i - 1] in MAYBE and words[x.i][0] in "يتن" and not past


_HAPPENS = word_set("happens")
_CLOSER = word_set("closer")


def at_word(w: Walk, n: int, x: Lex) -> bool:
    """An unlisted verb: only what it says of time matters."""
    if _maybe(w, x):
        set_realis(w.scope, "conditional", "condition:قد")
    if not w.finite and n and w.lexes[n - 1].kind == "neg" and w.sentence.words[x.i] in _HAPPENS:
        w.scope.stance = "denies"  # "no advance took place"
        w.scope.rules.append("O:not-happened")
    if not w.finite and will(w.sentence.words[x.i]):
        set_realis(w.scope, "intended", "future")
    if not w.finite and w.lexes[w.at - 1].id == "الى" and w.sentence.words[x.i].lstrip("و") in _CLOSER:
        set_realis(w.scope, "attempted", "closer-to")  # "closer than ever to taking X"
    return False


def at_auxiliary(w: Walk, n: int, x: Lex) -> bool:
    """An auxiliary: denied, it denies the deed; of completing, it makes it whole, or a condition of what follows."""
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
    if after(w.lexes, n):
        after_done(w.lexes, n, w.scope)
    if x.entry.text.startswith(("است", "اكتمال", "اكمال")) and not _finite(x) and _consequence(w.lexes, w.at):
        set_realis(w.scope, "conditional", "completion")
    return False


_NOT_DONE = {"shan", "able", "begin", "lay"}


def at_change(w: Walk, n: int, x: Lex) -> bool:
    """ "Will become": not yet; "after" something or "if", only then."""
    if x.entry.text.startswith(("سي", "ست")):
        words = w.sentence.words[x.i : x.i + 14]
        later = not _ONLY_THEN.isdisjoint(words) or _if_before(w.lexes, n)
        set_realis(w.scope, "conditional" if later else "intended", "will-become")
    return False


def _if_before(lexes: list[Lex], n: int) -> bool:
    """Whether an "if" opens the sentence whose main clause stands here."""
    for y in reversed(lexes[max(0, n - 14) : n]):
        if y.kind == "op" and y.id == "condition" and y.entry.text in _IF:
            return True
        if y.kind in ("said", "break"):
            return False
    return False


_IF = {"اذا", "اذا ما", "في حال", "في حاله", "ما ان", "حال", "متي"}
_ONLY_THEN = {"بعد", "اذا", "حال", "بمجرد", "فور", "بسقوط", "بسيطره"}


def at_keep(w: Walk, n: int, x: Lex) -> bool:
    """ ", and is still": a clause of its own."""
    return bool(x.conj) and n > 0 and w.lexes[n - 1].kind == ","


def at_comma(w: Walk, n: int, x: Lex) -> bool:
    """A comma ends a scope where "for" follows, that of a finite verb where "and" does."""
    if w.lexes[n + 1].conj == "ف":
        return True
    return w.finite and (bool(w.lexes[n + 1].conj) or _and(w.sentence, w.lexes[n + 1]))


def at_verb(w: Walk, n: int, x: Lex) -> bool:
    """Another verb of war: a finished deed ends the scope, unless it governs this one."""
    tense = x.entry.tense
    if w.finite and n == 1 and tense == "past" and w.lexes[0].kind == "that" and w.lexes[0].entry.text == "ان":
        set_realis(w.scope, "conditional", "if")  # "if X fell, so did Y"
    if w.finite:
        return tense in ("past", "pres", "fut") and n < w.at - 1
    if x.id in ("iqtaraba", "dana"):  # "comes near to taking"
        set_realis(w.scope, "attempted", f"near:{x.id}")
        return False
    if tense == "fut":
        set_realis(w.scope, "intended", "future")
    return tense == "past" and n < w.at - 1 and not _governs(w.lexes, n, w.at)


def _and(sentence: Sentence, x: Lex) -> bool:
    """Whether a word begins with "and", written onto it."""
    return x.kind in ("w", "pron", "listhead") and sentence.words[x.i].startswith("و")


_NO_FUTURE = tuple(sorted(word_set("no-future")))


def will(word: str) -> bool:
    """An unlisted verb with the prefix of the future: "will agree on"."""
    word = word.lstrip("و")
    return len(word) > 4 and word.startswith(("سي", "ست")) and not word.startswith(_NO_FUTURE)


def _finite(x: Lex) -> bool:
    return x.entry.text.endswith(("ت", "وا")) or x.entry.text in ("استكمل", "اكمل", "اتم", "احكم", "يستكمل", "تستكمل")


def _governs(lexes: list[Lex], n: int, at: int) -> bool:
    """A finished verb that takes the verbal noun as its object: "regained control"."""
    return all(y.kind in ("actor", "w", "t", "full", "aux") for y in lexes[n + 1 : at])


def _consequence(lexes: list[Lex], at: int) -> bool:
    return any(y.kind == "consequence" for y in lexes[at + 1 : at + 9])
