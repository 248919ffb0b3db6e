"""Who does it: the subject, or the party that tried and was beaten off; and the verbs that need no more."""

from extract.actors import RIVAL
from extract.claiming import claim, object_of
from extract.context import Context
from extract.launched import launched_by
from extract.scan import Lex
from extract.scope import scope_of
from extract.stance import Scope
from extract.subject import subject


def is_finite(x: Lex) -> bool:
    """Whether a verb stands in a finite form."""
    return x.entry.tense in ("past", "pres", "fut")


def attacker(c: Context, at: int, scope: Scope, actor: str, hi: int) -> str:
    """Whose move was beaten off: the party named after the word for it, else the rival of who beat it off."""
    defender = ""
    for y in c.lexes[max(0, scope.foiled - 6) : at + 1]:
        if y.kind == "actor" and not y.prep:
            defender = y.id
            break
    named = next((y for y in c.lexes[scope.foiled + 1 : hi + 3] if y.kind == "actor" and y.id != defender), None)
    if named is not None:
        return named.id
    side = c.voice(at)[0].side
    if not defender and side in RIVAL:
        return RIVAL[side]
    return RIVAL.get(defender or actor, "unknown")


def doer(c: Context, at: int, hi: int, scope: Scope) -> tuple[str, str]:
    """Who does it, or tried and was beaten off, and the rule that found him."""
    launcher = launched_by(c, at)
    actor, rule = (launcher, "launched") if launcher else subject(c, at, hi)
    return (attacker(c, at, scope, actor, hi) if scope.foiled >= 0 else actor), rule


def plain(c: Context, at: int) -> None:
    """Verbs whose subject acts on their object and that mean the same in every form."""
    x = c.lexes[at]
    o = object_of(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = doer(c, at, o.hi, scope)
    claim(c, at, o, x.entry.event, actor, scope, [f"R:{rule}"])
