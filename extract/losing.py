"""Verbs of losing: falling, losing, handing over."""

from extract.actors import party
from extract.beside import left_actor, right_actor
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.doing import plain
from extract.objects import find_object
from extract.reference import anaphor, antecedent, relative
from extract.scan import Lex
from extract.scope import scope_of
from extract.subject import subject
from extract.tables import word_set


def _hands(lexes: list[Lex], at: int, hi: int) -> int:
    """The phrase that says into whose hands something fell, before a clause of its own begins."""
    for n in range(at + 1, min(max(hi, at) + 6, len(lexes))):
        if lexes[n].kind == "state":
            return n
        if lexes[n].kind == "keep" and n >= hi:
            return -1
    return -1


_DEAD = word_set("dead")


def fell(c: Context, at: int) -> None:
    """ "X fell into the hands of Y": captured by Y; with no hands named, lost."""
    lexes, x = c.lexes, c.lexes[at]
    if x.entry.tense != "masdar" and any(
        y.kind == "noun" and y.entry.event == "shelled" for y in lexes[at + 1 : at + 4]
    ):
        return  # "several shells fell on"
    if x.entry.tense != "masdar" and not _DEAD.isdisjoint(c.sentence.words[x.j : x.j + 6]):
        return  # "five dead fell in X"
    o = find_object(c, at, ("-",), limit=1)
    if o is None and x.entry.suffix and x.entry.tense == "masdar":
        members = antecedent(c, at, x.entry.suffix)
        o = Object(members, at, at + 1, "suffix", inside=False) if members else None
    if x.entry.tense in ("past", "pres") and any(y.kind == "pron" and y.id == "في" for y in lexes[at + 1 : at + 2]):
        return  # "X, in which dozens fell"
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
            if y.kind == "ana" and y.id in ("one", "two", "many") and not y.prep and n >= at - 3:
                members = anaphor(c, n, y)
                o = Object(members, n, at + 1, "those-before") if members else None
                break
            if y.kind in ("break", "rel", "verb", "noun"):
                break
    if o is None:
        return
    hands = _hands(lexes, at, o.hi)
    scope = scope_of(c.sentence, at, max(o.hi, hands + 1 + (lexes[hands].id != "underown")) if hands >= 0 else o.hi)
    if hands >= 0:
        actor = next((y.id for y in lexes[hands + 1 : hands + 4] if y.kind == "actor"), "")
        if actor or lexes[hands].id == "underown":
            o.hi = max(o.hi, hands + 2) if actor else o.hi
            c.used.add(hands)
            claim(c, at, o, "captured", actor or left_actor(c, at) or c.talk.actor, scope, ["T:into-hands"])
            return
    against = [n for n in range(o.hi, min(o.hi + 3, len(lexes))) if c.sentence.words[lexes[n].i] == "امام"]
    if x.id != "saqata" and (not against or any(m.partial for m in o.members)):
        return
    if scope.stance != "asserts":  # "denied the fall of X": that the other party took it
        ours = c.voice(at)[0].side == "government" and scope.stance == "denies"
        claim(c, at, o, "captured", "opposition" if ours else "government", scope, ["T:no-fall"])
        return
    claim(c, at, o, "lost", "opposition", scope, ["T:fell"])


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
    shares = [f.value or "" for f in c.found if f.event == "share"]
    told = any(value.startswith("lost") and "neighbourhoods" not in value for value in shares)
    what = find_object(c, at, ("-",)) if told else None
    if what is not None and what.how.startswith("districts"):  # "lost a third of the districts": the figure says it
        return
    for n in range(at + 1, min(at + 12, len(lexes))):
        if lexes[n].kind == "state" and lexes[n].entry.text == "لصالح":  # to whom it was lost, not in whose hands it is
            c.used.add(n)
    plain(c, at)


def of_whom(c: Context, hi: int) -> str:
    """ "Were emptied of the gunmen"."""
    for n in range(hi, min(hi + 4, len(c.lexes) - 1)):
        if c.lexes[n].kind == "prep" and c.lexes[n].id == "من" and c.lexes[n + 1].kind == "actor":
            return party(c, c.lexes[n + 1])
    return ""


def handed(c: Context, at: int) -> None:
    """ "Handed over to Y": captured by Y; to nobody named: withdrawn from."""
    lexes = c.lexes
    if any(c.sentence.words[y.i].startswith("انفس") for y in lexes[at + 1 : at + 3]):
        return
    o = object_of(c, at)
    to, receiver = _receiver(c, at, o.hi if o else at)
    o = o or _handed_before(c, at, to)
    if o is None or (o.how == "suffix" and not receiver):  # "handed him a proposal"
        return
    scope = scope_of(c.sentence, at, o.hi)
    if receiver:
        claim(c, at, o, "captured", receiver, scope, ["T:handed-to"])
        return
    actor, rule = subject(c, at, o.hi)
    claim(c, at, o, "withdrew", actor, scope, [f"R:{rule}", "T:handed-over"])


_TO_THEM = {"اليهم": "p", "لهم": "p", "اليها": "f", "لها": "f", "اليه": "s", "له": "s"}


def _receiver(c: Context, at: int, hi: int) -> tuple[int, str]:
    """The lexeme that says to whom something is handed, and the party; a pronoun is the party last named that agrees,
    but not who hands over.
    """
    lexes = c.lexes
    for n in range(at + 1, min(hi + 8, len(lexes))):
        y, ends = lexes[n], n + 1 == len(lexes)
        if not ends and y.kind == "prep" and y.id == "الى" and lexes[n + 1].kind == "actor":
            return n + 1, party(c, lexes[n + 1])
        if y.kind == "actor" and y.prep == "ل":
            return n, party(c, y)
        number = _TO_THEM.get(c.sentence.words[y.i], "") if n <= hi + 2 else ""
        if number:
            giver = right_actor(c, at, hi)
            named = [party(c, z) for z in reversed(lexes[:at]) if z.kind == "actor" and z.entry.number == number]
            named += [c.talk.actors[number]] if number in c.talk.actors else []
            return n, next((z for z in named if giver is None or z != giver.id), "")
    return -1, ""


def _handed_before(c: Context, at: int, to: int) -> Object | None:
    """What was handed over, where it stands before the verb: "the quarter was handed to them"."""
    if to < 0:
        return None
    lexes = c.lexes
    before = lexes[at - 1] if at else None
    if before is not None and before.kind == "ana":
        members = anaphor(c, at - 1, before)
        return Object(members, at - 1, to + 1, f"anaphor:{before.id}") if members else None
    members = antecedent(c, at, "f") if lexes[to].kind == "actor" or (before and before.kind == "group") else []
    if not members:
        return None
    return Object(members, next((n for n in range(at) if lexes[n].kind == "group"), at), to + 1, "topic")
