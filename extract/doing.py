"""Who does it: the subject, or the party that tried and was beaten off; and the verbs that need no more."""

from extract.actors import RIVAL, eligible
from extract.beside import left_actor
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
    near = [n for n in range(max(0, scope.foiled - 6), at + 1) if c.lexes[n].kind == "actor" and not c.lexes[n].prep]
    acting = [n for n in near if _acts(c.lexes, n)]  # not "soldiers of the army", whom they killed in doing so
    defender = c.lexes[(acting or near)[0]].id if near else ""
    before = c.lexes[scope.foiled - 1] if scope.foiled else None
    if near and (not acting or (before is not None and before.kind in ("prep", "after"))):
        defender = _main_subject(c.lexes, scope.foiled) or left_actor(c, scope.foiled) or defender
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


def _main_subject(lexes: list[Lex], at: int) -> str:
    """The party right behind the last "that": whose deeds "while beating off an attempt" are told."""
    that = next((n for n in range(at - 1, -1, -1) if lexes[n].kind == "that"), -1)
    return lexes[that + 1].id if that >= 0 and lexes[that + 1].kind == "actor" else ""


def _acts(lexes: list[Lex], n: int) -> bool:
    """Whether a party, or the one that it is joined to, can be a subject."""
    while n and lexes[n].conj and lexes[n - 1].kind == "actor":
        n -= 1
    return eligible(lexes, n)


def plain(c: Context, at: int) -> None:
    """Verbs whose subject acts on their object and that mean the same in every form."""
    x = c.lexes[at]
    o = object_of(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = doer(c, at, o.hi, scope)
    claim(c, at, o, x.entry.event, actor, scope, [f"R:{rule}"])
