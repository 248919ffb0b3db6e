"""Verbs of holding: taking, losing, falling, handing over, keeping."""

from itertools import pairwise

from extract.actors import RIVAL, left_actor, party, right_actor, subject
from extract.cessation import no_longer, only
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.lexicon import word_set
from extract.objects import find_object
from extract.paradigm import WE
from extract.reference import antecedent, relative
from extract.scan import Lex
from extract.scope import scope_of
from extract.stance import Scope

_BACK = word_set("brings-back")


_LAY = {"lay", "full"}


def captured(c: Context, at: int) -> None:
    """Taking: captured, or lost, or, in the present, held."""
    lexes, x = c.lexes, c.lexes[at]
    e = x.entry
    if x.kind == "noun":
        _laid(c, at)
        return
    if x.id == "tasallama" and e.tense in ("pres", "masdar") and _handed_to(c, at):
        handed(c, at)  # written as "receives", but to somebody
        return
    if e.tense == "masdar" and any(y.id == "confined" for y in lexes[max(0, at - 3) : at + 7]):
        return  # what its control is confined to, it holds
    o = object_of(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    event, rules = "captured", []
    if x.id == "saytara":
        if e.tense == "masdar":
            loss = next((y for y in lexes[max(0, at - 5) : at] if y.kind == "verb" and y.entry.event == "lost"), None)
            if loss is not None:
                actor, rule = subject(c, lexes.index(loss), at)
                claim(c, at, o, "lost", actor, scope, [f"T:{loss.id}", f"R:{rule}"])
                return
        if (
            e.tense == "pres" and scope.realis == "actual" and not _subjunctive(lexes, at) and not c.sentence.heading
        ) or (e.tense == "part"):
            event = "controls"
            rules.append("T:present-holds")
        if e.tense == "pres" and no_longer(c.sentence, at):
            event = "controls" if only(c.sentence, at + 1, o.lo) else "lost"
            rules.append("T:no-longer")
    if e.object and e.object[0] == "من":  # drove them out of
        actor = _expeller(c, at, o.hi)
    else:
        actor, rule = subject(c, at, o.hi, o.how == "suffix")
        rules.append(f"R:{rule}")
        if x.id == "saytara" and at and lexes[at - 1].kind == "change":  # "control passed from A to B"
            to = [
                n
                for n in range(o.hi, min(o.hi + 8, len(lexes) - 1))
                if lexes[n].kind == "prep" and lexes[n].id == "الى"
            ]
            actor = next((party(c, lexes[n + 1]) for n in to if lexes[n + 1].kind == "actor"), actor)
    if scope.foiled >= 0:
        actor = attacker(c, at, scope, actor, o.hi)
    if x.id == "adafa" and not any(y.kind == "prep" and y.id == "الى" for y in lexes[o.hi : o.hi + 2]):
        return
    claim(c, at, o, event, actor, scope, rules)


def _handed_to(c: Context, at: int) -> bool:
    following = c.lexes[at + 1 : at + 13]
    return any(y.id == "الى" and z.kind == "actor" for y, z in pairwise(following))


def _subjunctive(lexes: list[Lex], at: int) -> bool:
    before = lexes[at - 1] if at else None
    if before is None:
        return False
    if before.kind == "that":
        return before.entry.text in ("ان", "بان")
    holds = before.kind == "neg" and before.entry.text == "لا"
    return (before.kind == "break" and before.entry.text.endswith("ان")) or (before.kind in ("op", "neg") and not holds)


def _laid(c: Context, at: int) -> None:
    """ "Laid his hand on", "restored security and stability to"."""
    lexes, x = c.lexes, c.lexes[at]
    window = lexes[max(0, at - 8) : at] + lexes[at + 1 : at + 3]
    verb = next((y for y in window if y.kind in ("aux", "change") and (y.id in _LAY or y.entry.text in _BACK)), None)
    if verb is None:
        return
    o = find_object(c, at, x.entry.object)
    if o is None or (x.id == "alam" and any(m.partial for m in o.members)):  # a flag on one house holds no quarter
        return
    scope = scope_of(c.sentence, at, o.hi)
    if x.id == "amn":
        actor = left_actor(c, at) or "government"
        actor = "government" if actor == "opposition" else actor
    else:
        actor, _ = subject(c, at, o.hi)
        right = right_actor(c, lexes.index(verb), at)
        actor = right.id if right is not None and right.kind == "actor" else actor
    claim(c, at, o, x.entry.event, actor, scope, [f"T:{verb.id}"])


def _expeller(c: Context, at: int, hi: int) -> str:
    """Who drives out, not who is driven out."""
    if c.lexes[at].entry.number == WE:
        return left_actor(c, at, WE)
    named = [y.id for y in c.lexes[at + 1 : hi] if y.kind == "actor" and not y.prep]
    finite = c.lexes[at].entry.tense in ("past", "pres", "fut")
    if finite and named and (c.lexes[at].entry.suffix or (len(named) > 1 and named[0] != named[1])):
        return named[0]
    left = left_actor(c, at)
    if named and (left == named[0] or not left):
        return RIVAL.get(named[0], "unknown")
    return left or c.talk.actor


def attacker(c: Context, at: int, scope: Scope, actor: str, hi: int) -> str:
    """Whose move was beaten off: the party named after the word for it, else the rival of who beat it off."""
    named = right_actor(c, scope.foiled + 1, max(hi, at + 5))
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


def _hands(lexes: list[Lex], at: int, hi: int) -> int:
    """The phrase that says into whose hands something fell, before a clause of its own begins."""
    for n in range(at + 1, min(max(hi, at) + 6, len(lexes))):
        if lexes[n].kind == "state":
            return n
        if lexes[n].kind == "keep" and n >= hi:
            return -1
    return -1


def fell(c: Context, at: int) -> None:
    """ "X fell into the hands of Y": captured by Y; with no hands named, lost."""
    lexes, x = c.lexes, c.lexes[at]
    o = find_object(c, at, ("-",), limit=1)
    if o is None and x.entry.suffix and x.entry.tense == "masdar":
        members = antecedent(c, at, x.entry.suffix)
        o = Object(members, at, at + 1, "suffix", inside=False) if members else None
    if o is None and relative(lexes, at) >= 0 and x.entry.tense in ("past", "pres"):
        members = antecedent(c, at, "f")
        o = Object(members, at, at + 1, "relative", inside=False) if members else None
    if (
        o is None
        and at
        and (x.entry.tense != "masdar" or x.entry.text.startswith("ال"))
        and not any(y.kind in ("w", "civil") for y in lexes[at + 1 : at + 2])
    ):
        for n in range(at - 1, max(-1, at - 7), -1):
            y = lexes[n]
            if y.kind == "group" and not y.locator and not y.prep and (n == 0 or lexes[n - 1].kind != "prep"):
                members = c.accepted(y)
                o = Object(members, n, at + 1, "subject-before") if members else None
                break
            if y.kind in ("break", "rel", "verb", "noun"):
                break
    if o is None:
        return
    hands = _hands(lexes, at, o.hi)
    scope = scope_of(c.sentence, at, max(o.hi, hands + 2) if hands >= 0 else o.hi)
    if hands >= 0:
        actor = next((y.id for y in lexes[hands + 1 : hands + 4] if y.kind == "actor"), "")
        if actor or lexes[hands].id == "underown":
            o.hi = max(o.hi, hands + 2) if actor else o.hi
            c.used.add(hands)
            claim(c, at, o, "captured", actor or left_actor(c, at) or c.talk.actor, scope, ["T:into-hands"])
            return
    if x.id != "saqata":
        return
    if scope.stance != "asserts":  # "denied the fall of X": that the other party took it
        ours = c.voice(at)[0].side == "government" and scope.stance == "denies"
        claim(c, at, o, "captured", "opposition" if ours else "government", scope, ["T:no-fall"])
        return
    claim(c, at, o, "lost", "opposition", scope, ["T:fell"])


def plain(c: Context, at: int) -> None:
    """Verbs whose subject acts on their object and that mean the same in every form."""
    x = c.lexes[at]
    o = object_of(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = subject(c, at, o.hi)
    if scope.foiled >= 0:
        actor = attacker(c, at, scope, actor, o.hi)
    claim(c, at, o, x.entry.event, actor, scope, [f"R:{rule}"])


_PERSONS = {"w", "gsrc", "civil", "nowhere", "src"}


def _inspects(lexes: list[Lex], at: int) -> bool:
    """ "Inspected" is written like "she loses": so read before any subject but a party in the feminine."""
    after = lexes[at + 1] if at + 1 < len(lexes) else None
    return after is not None and (after.kind in _PERSONS or (after.kind, after.entry.number) == ("actor", "s"))


def lost(c: Context, at: int) -> None:
    """Losing; "lost control of" is read at the word for control."""
    lexes = c.lexes
    if lexes[at].entry.text == "تفقد" and _inspects(lexes, at):
        return
    if any(y.kind == "verb" and y.id == "saytara" for y in lexes[at + 1 : at + 5]):
        return
    plain(c, at)


def of_whom(c: Context, hi: int) -> str:
    """ "Were emptied of the gunmen"."""
    for n in range(hi, min(hi + 4, len(c.lexes) - 1)):
        if c.lexes[n].kind == "prep" and c.lexes[n].id == "من" and c.lexes[n + 1].kind == "actor":
            return party(c, c.lexes[n + 1])
    return ""


def handed(c: Context, at: int) -> None:
    """ "Handed over to Y": captured by Y; to nobody named: withdrawn from."""
    lexes, _x = c.lexes, c.lexes[at]
    if any(c.sentence.words[y.i].startswith("انفس") for y in lexes[at + 1 : at + 3]):
        return
    o = find_object(c, at, ("-",))
    to = -1
    for n in range(at + 1, min((o.hi if o else at) + 8, len(lexes) - 1)):
        if lexes[n].kind == "prep" and lexes[n].id == "الى" and lexes[n + 1].kind == "actor":
            to = n + 1
            break
        if lexes[n].kind == "actor" and lexes[n].prep == "ل":
            to = n
            break
    if o is None:
        if to < 0:
            return
        members = antecedent(c, at, "f")
        if not members:
            return
        o = Object(members, at, to + 1, "topic", inside=False)
        o.lo = next((n for n in range(at) if lexes[n].kind == "group"), at)
        o.inside = True
    scope = scope_of(c.sentence, at, o.hi)
    if to >= 0:
        claim(c, at, o, "captured", party(c, lexes[to]), scope, ["T:handed-to"])
        return
    actor, rule = subject(c, at, o.hi)
    claim(c, at, o, "withdrew", actor, scope, [f"R:{rule}", "T:handed-over"])


def is_finite(x: Lex) -> bool:
    """Whether a verb stands in a finite form."""
    return x.entry.tense in ("past", "pres", "fut")


def controls(c: Context, at: int) -> None:
    """Holding, in every form but the verbal noun."""
    x = c.lexes[at]
    if x.kind == "noun":
        _laid(c, at)
        return
    begun = x.id == "mashshata"
    if x.entry.tense == "masdar" and x.id != "haymana" and not begun:
        return
    o = object_of(c, at)
    if o is None:
        o_rel = relative(c.lexes, at)
        if o_rel < 0:
            return
        members = (
            antecedent(c, at)
            if any(y.kind == "pron" and y.id in x.entry.object for y in c.lexes[at + 1 : at + 4])
            else []
        )
        if not members:
            return
        o = Object(members, at, at + 1, "relative", inside=False)
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = subject(c, at, o.hi)
    if rule.startswith("subject-of") and x.id in ("tamarkaza", "tahassana", "adara"):
        return
    gone = x.entry.tense == "pres" and no_longer(c.sentence, at) and not only(c.sentence, at + 1, o.lo)
    claim(c, at, o, "lost" if gone else "controls", actor, scope, [f"R:{rule}"])
