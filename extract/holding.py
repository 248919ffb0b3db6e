"""Verbs of holding: taking and keeping."""

import re
from itertools import pairwise

from extract.actors import RIVAL, driven, party
from extract.beside import left_actor, right_actor
from extract.cessation import no_longer, only
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.divided import shared, shrinks_to
from extract.doing import attacker
from extract.lasting import goes_on, is_area, stands_fast
from extract.losing import handed
from extract.objects import find_object
from extract.paradigm import WE
from extract.reference import anaphor, antecedent, number_of, part_of, relative
from extract.scan import Lex
from extract.scope import scope_of
from extract.subject import subject
from extract.tables import word_set

_BACK = word_set("brings-back")


_LAY = {"lay", "full"}


def captured(c: Context, at: int) -> None:
    """Taking: captured, or lost, or, in the present, held."""
    lexes, x = c.lexes, c.lexes[at]
    e = x.entry
    if x.kind == "noun":
        _laid(c, at)
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
    if x.id == "ammana" and e.tense == "masdar" and (x.prep or not _secured(c, at)):
        return
    o = object_of(c, at) or _widened(c, at) or _patient(c, at)
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
        if e.tense == "masdar" and (goes_on(c, at) or _before(c, at, _STRENGTHENS)):
            event = "controls"
            rules.append("T:goes-on-holding")
        if (e.tense == "pres" and scope.realis == "actual" and not _subjunctive(lexes, at) and _holds(c, at, o)) or (
            e.tense == "part"
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


def _patient(c: Context, at: int) -> Object | None:
    """ "X was freed", written as a passive, "X was freed by the army": X, before the verb."""
    lexes, x = c.lexes, c.lexes[at]
    if x.entry.tense != "past" or x.entry.suffix or "-" not in x.entry.object:
        return None
    if not x.passive and not any(y.id == "agent" for y in lexes[at + 1 : at + 5]):
        return None
    if relative(lexes, at) >= 0:
        members = antecedent(c, at)
        return Object(members, at, at + 1, "patient", inside=False) if members else None
    for n in range(at - 1, max(-1, at - 7), -1):
        y = lexes[n]
        if y.kind == "group" and (n == 0 or lexes[n - 1].kind != "prep") and not y.prep and not y.locator:
            members = c.accepted(y)
            return Object(members, n, at + 1, "patient") if members else None
        if y.kind == "ana" and not y.prep:
            members = anaphor(c, n, y)
            return Object(members, n, at + 1, "patient") if members else None
        if y.kind in ("verb", "said", "break", ",", "noun", "actor"):
            return None
    return None


_WIDENS, _STRENGTHENS = word_set("widens"), word_set("strengthens")


def _before(c: Context, at: int, words: frozenset[str]) -> bool:
    i = c.lexes[at].i
    return any(w in words or w.removeprefix("و") in words for w in c.sentence.words[max(0, i - 4) : i])


def _widened(c: Context, at: int) -> Object | None:
    """ "Widened its control in X": more of X was taken."""
    if c.lexes[at].id != "saytara" or c.lexes[at].entry.tense != "masdar" or not _before(c, at, _WIDENS):
        return None
    o = find_object(c, at, ("في", "داخل", "ضمن"), limit=4)
    if o is None or any(m.level == "area" for m in o.members):
        return None
    return Object([part_of(m) for m in o.members], o.lo, o.hi, "widened-in", inside=o.inside)


_SECURED = word_set("secured")


def _secured(c: Context, at: int) -> bool:
    """ "The securing of X is done", with the place right behind it: else it is a way out or a convoy that is meant."""
    after = c.lexes[at + 1] if at + 1 < len(c.lexes) else None
    if after is None or after.kind not in ("group", "actor", "ana"):
        return False
    i = c.lexes[at].i
    return any(word.removeprefix("و") in _SECURED for word in c.sentence.words[max(0, i - 3) : i])


_SOME_OF = word_set("those-left")


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


def _laid(c: Context, at: int) -> None:
    """ "Laid his hand on", "restored security and stability to"."""
    lexes, x = c.lexes, c.lexes[at]
    window = lexes[max(0, at - 8) : at] + lexes[at + 1 : at + 3]
    verb = next((y for y in window if y.kind in ("aux", "change") and (y.id in _LAY or y.entry.text in _BACK)), None)
    if verb is None and at and lexes[at - 1].kind == "w" and lexes[at - 1].id in _BACK:
        verb = lexes[at - 1]  # "announced the return of security to X"
    if verb is None:
        return
    o = find_object(c, at, x.entry.object) or (_to_it(c, lexes.index(verb), at) if x.id == "amn" else None)
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


def _to_it(c: Context, verb: int, at: int) -> Object | None:
    """ "To which the army brought back security": the pronoun stands before the noun."""
    for n in range(verb + 1, at):
        y = c.lexes[n]
        if y.kind == "pron" and y.id == "الى":
            members = antecedent(c, n, number_of(y.entry.text))
            return Object(members, verb, at + 1, "to-it", inside=False) if members else None
    return None


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


def controls(c: Context, at: int) -> None:
    """Holding, in every form but the verbal noun."""
    x = c.lexes[at]
    if x.kind == "noun":
        _laid(c, at)
        return
    begun = x.id == "mashshata"
    if x.entry.tense == "masdar" and x.id != "haymana" and not begun and not goes_on(c, at):
        return
    said_of = at - 1 - (at > 1 and c.lexes[at - 1].kind == "keep")  # "the forces are still present in"
    if x.id == "wujida" and not (at and c.lexes[said_of].kind == "actor"):
        return
    if x.id == "tamarkaza" and any(w.startswith("قناص") for w in c.sentence.words[x.j : x.j + 2]):
        return  # snipers on a roof hold no quarter
    o = object_of(c, at)
    if x.id == "wujida" and o is not None and any(m.level == "area" for m in o.members):
        return  # an official present in the east of the city
    of_city = o is None or all(m.place == "aleppo-city" for m in o.members)
    if of_city and x.id == "samada" and stands_fast(c, at):
        return
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
    if not actor and x.id == "rabata" and x.entry.tense == "part":
        actor = "opposition"  # "the men on guard", the factions' own word
    if rule.startswith("subject-of") and x.id in ("tamarkaza", "tahassana", "adara"):
        return
    gone = x.entry.tense == "pres" and no_longer(c.sentence, at) and not only(c.sentence, at + 1, o.lo)
    claim(c, at, o, "lost" if gone else "controls", actor, scope, [f"R:{rule}"])
