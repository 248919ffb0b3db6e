"""Steps at words of saying: denials, demands and expectations govern; relatives and other speech end."""

from extract.operators import REPORTS
from extract.scan import Lex
from extract.stance import set_realis
from extract.tables import word_set
from extract.walk import Walk


def at_relative(w: Walk, n: int, x: Lex) -> bool:
    """A relative clause is asserted, whatever stands around it; but "whether" and "what is said of" go on."""
    if w.reported == n + 1:
        return False
    if x.entry.text in ("ما", "مما"):
        return not (w.lexes[n + 1].kind == "op" or not w.finite or w.that)
    return not (_news(w, n) and (w.that or not w.finite))


def _news(w: Walk, n: int) -> bool:
    """Whether the noun before a relative is one of news: "the reports that", "rumours which"."""
    return w.lexes[n].i > 0 and w.sentence.words[w.lexes[n].i - 1].lstrip("وبل") in REPORTS_BARE


# A preposition may be written onto the noun.
REPORTS_BARE = REPORTS | {word.removeprefix("ا") for word in REPORTS if word.startswith("ال")}


def at_speech(w: Walk, n: int, x: Lex) -> bool:
    """Denial, demand and expectation govern what is said; any other speech ends the scope."""
    s = w.scope
    if n and w.lexes[n - 1].kind == "rel" and (w.lexes[n - 1].entry.text in ("ما", "مما") or _news(w, n - 1)):
        w.reported = n
        return False
    unsaid = n > 0 and w.lexes[n - 1].kind == "neg" and w.lexes[n - 1].id != "never"  # "has not announced"
    unsaid = unsaid or (n > 1 and w.lexes[n - 1].kind == "that" and w.lexes[n - 2].entry.text.endswith("دون"))
    if unsaid:
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
    elif x.id in ("tawaada", "haddada", "taahhada"):  # threatens or promises it
        set_realis(s, "intended", f"threat:{x.id}")
    elif x.entry.event == "ask":
        set_realis(s, "intended", f"ask:{x.id}")
    elif x.entry.event == "expect":
        set_realis(s, "conditional", f"expect:{x.id}")
    elif x.entry.tense == "masdar":
        return False
    return True


_MENTIONS = word_set("mentions")


def _be(w: Walk, n: int) -> bool:
    """ "And that it should have taken": the verb "to be" goes on with what is denied or feared."""
    return w.sentence.words[w.lexes[n].j : w.lexes[n].j + 1] in (["يكون"], ["تكون"], ["يكونوا"])


def _verb_next(lexes: list[Lex], at: int) -> bool:
    """Whether a verb opens the sentence behind its first word; "and indeed the army took" has its subject there."""
    return at == 1 or lexes[1].kind in ("verb", "aux", "op", "keep", "change")


def at_that(w: Walk, n: int, x: Lex) -> bool:
    """A coordinated "and that" opens a statement of its own; at the start of a sentence, before a verb, it is "if"."""
    if n == 0 and w.at == 1 and x.entry.text == "ان" and w.lexes[1].entry.tense == "past" and not x.prep:
        set_realis(w.scope, "conditional", "if")  # "if X falls": no subject stands behind this "that"
        return True
    if x.conj == "و" and not _be(w, n):
        if n == 0 and x.entry.text == "ان" and w.lexes[w.at].entry.tense == "past" and _verb_next(w.lexes, w.at):
            set_realis(w.scope, "conditional", "if")
        return True
    if n and w.lexes[n - 1].kind == "neg" and w.lexes[n - 1].entry.text.endswith("دون"):  # "without its taking"
        if any(w.sentence.words[y.i] in _MENTIONS for y in w.lexes[n + 1 : n + 3]):
            w.scope.drop = True  # "without touching upon the withdrawal"
        w.scope.stance = "denies"
        w.scope.rules.append("O:without")
    w.that = True
    return False
