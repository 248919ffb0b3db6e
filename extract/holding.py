"""Verbs of holding: taking and keeping."""

import re
from itertools import pairwise

from extract.actors import RIVAL, driven, party
from extract.beside import left_actor
from extract.cessation import no_longer, only
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.divided import shared, shrinks_to
from extract.doing import attacker
from extract.lasting import goes_on, is_area
from extract.laying import laid
from extract.losing import handed
from extract.objects import find_object
from extract.paradigm import WE
from extract.reference import relative
from extract.scan import Lex
from extract.scope import scope_of
from extract.subject import subject
from extract.tables import word_set
from extract.taken import STRENGTHENS, patient, said_before, secured, widened


def captured(c: Context, at: int) -> None:
    """Taking: captured, or lost, or, in the present, held."""
    lexes, x = c.lexes, c.lexes[at]
    e = x.entry
    if x.kind == "noun":
        laid(c, at)
        return
    if x.id == "akhraja" and e.tense == "masdar":
        _brought_out(c, at)
        return
    if x.id == "tasallama" and e.tense in ("pres", "masdar") and _handed_to(c, at):
        handed(c, at)  # written as "receives", but to somebody
        return
    if e.tense == "masdar" and any(y.id == "confined" for y in lexes[max(0, at - 3) : at + 7]):
        return  # what its control is confined to, it holds
    if x.id == "saytara" and e.tense == "masdar" and (shrinks_to(c, at) or _traded(c, at)):
        return
    if x.id == "ammana" and e.tense == "masdar" and (x.prep or not secured(c, at)):
        return
    o = object_of(c, at) or widened(c, at) or patient(c, at)
    if o is None:
        return
    if x.id == "saytara" and e.tense == "masdar" and shared(c, at, o):
        return
    scope = scope_of(c.sentence, at, o.hi)
    if scope.rules[-1:] and scope.rules[-1].startswith("O:consequence:") and _taken_before(c, o):
        scope.realis = "actual"  # "the taking of X means", after it has been told that it was taken
    if o.how == "widened-in" and scope.rules == ["O:intend:سعت"]:  # "it widened", written like "and it sought"
        scope.realis = "actual"
    event, rules = "captured", []
    if x.id == "saytara":
        if e.tense == "masdar":
            loss = next((y for y in lexes[max(0, at - 5) : at] if y.kind == "verb" and y.entry.event == "lost"), None)
            if loss is not None:
                actor, rule = subject(c, lexes.index(loss), at)
                claim(c, at, o, "lost", actor, scope, [f"T:{loss.id}", f"R:{rule}"])
                return
        if e.tense == "masdar" and (goes_on(c, at) or said_before(c, at, STRENGTHENS)):
            event = "controls"
            rules.append("T:goes-on-holding")
        if (e.tense == "pres" and scope.realis == "actual" and not _subjunctive(lexes, at) and _holds(c, at, o)) or (
            e.tense == "part" and not _on_its_way(c, at)
        ):
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
        n = o.hi
        while n < len(lexes) and (lexes[n].kind == "prep" or is_area(lexes[n])):
            n += 1  # "of A, in Aleppo, to B"
        to_whom = lexes[n] if n < len(lexes) else None
        if e.tense == "masdar" and to_whom is not None and to_whom.kind == "actor" and to_whom.prep == "ل":
            actor = party(c, to_whom)  # "control of A fell to B"
    if scope.foiled >= 0:
        actor = attacker(c, at, scope, actor, o.hi)
    if x.id == "saytara" and "ناريا" in c.sentence.words[x.j : c.lexes[o.lo].i]:
        event, scope.realis = "controls", "attempted"  # by fire is not yet
        rules.append("O:fire-control")
    if x.id == "adafa" and not any(y.kind == "prep" and y.id == "الى" for y in lexes[o.hi : o.hi + 2]):
        return
    if x.id == "ammana" and e.tense == "masdar" and not actor:
        return  # "the securing of X is done", by nobody
    claim(c, at, o, event, actor, scope, rules)


_SOME_OF = word_set("those-left")


def _on_its_way(c: Context, at: int) -> bool:
    """ "Advanced, taking X": a participle in the accusative, behind a verb of going, tells a deed."""
    if c.lexes[at].entry.text != "مسيطرا":
        return False
    return any(y.kind == "verb" and y.entry.event in ("entered", "captured", "attack") for y in c.lexes[:at])


def _brought_out(c: Context, at: int) -> None:
    """ "The bringing out of the gunmen from X": they leave."""
    x, n = c.lexes[at], at + 1
    while n < min(at + 5, len(c.lexes)) and c.sentence.words[c.lexes[n].i] in _SOME_OF:
        n += 1  # "of whoever is left of the gunmen", "of the last gunmen"
    who = c.lexes[n] if n < len(c.lexes) else None
    named = party(c, who) if who is not None and who.kind == "actor" else ""
    leaver = named or (left_actor(c, at, "p") if x.entry.suffix == "p" else "")
    o = find_object(c, n if named else at, ("من",)) if leaver in RIVAL else None
    if o is not None and all(m.place != "aleppo-city" for m in o.members):
        claim(c, at, o, "withdrew", leaver, scope_of(c.sentence, at, o.hi), ["R:of-whom"])


def _taken_before(c: Context, o: Object) -> bool:
    """Whether the text has told before, of all these places, that they were taken."""
    told = {m.place for members in c.talk.army_named.values() for m in members}
    return all(m.place in told for m in o.members)


_HOUR = re.compile(r"\d{1,2}[.:]\d\d")


_TRADE = word_set("trade")


def _traded(c: Context, at: int) -> bool:
    """ "The two sides traded control of X": nobody has taken it."""
    i = c.lexes[at].i
    return not _TRADE.isdisjoint(c.sentence.words[max(0, i - 4) : i])


def _holds(c: Context, at: int, o: Object) -> bool:
    """Whether a present tells a state; in a headline only of a clause on a noun: "a west that the army holds"."""
    on_noun = o.how == "pronoun" and (relative(c.lexes, at) >= 0 or c.lexes[at - 1].kind in ("side", "group"))
    still = any(y.kind == "keep" for y in c.lexes[max(0, at - 2) : at])
    return on_noun or still or not _told_now(c)


def _told_now(c: Context) -> bool:
    """A headline, or an entry of a live page: the present tells what has just happened."""
    words = c.sentence.words
    return c.sentence.heading or _HOUR.fullmatch("".join(words[: 1 + 2 * (words[1:2] == [":"])])) is not None


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


def _expeller(c: Context, at: int, hi: int) -> str:
    """Who drives out, not who is driven out."""
    if c.lexes[at].entry.number == WE:
        return left_actor(c, at, WE)
    if driven(c.lexes, at):
        return RIVAL.get(c.lexes[at - 1].id, "unknown")
    named = [y.id for y in c.lexes[at + 1 : hi] if y.kind == "actor" and not y.prep]
    finite = c.lexes[at].entry.tense in ("past", "pres", "fut")
    if finite and named and (c.lexes[at].entry.suffix or (len(named) > 1 and named[0] != named[1])):
        return named[0]
    left = left_actor(c, at)
    if named and (left == named[0] or not left):
        return RIVAL.get(named[0], "unknown")
    return left or c.talk.actor
