"""Verbs and nouns of fire: attacks, clashes, sieges, shelling."""

from extract.actors import left_actor, party, right_actor, subject
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.fronted import around
from extract.holding import attacker, is_finite, plain
from extract.lexicon import word_set
from extract.objects import find_object
from extract.reference import antecedent, named_before
from extract.scan import Lex, Member
from extract.scope import scope_of


def attack(c: Context, at: int) -> None:
    """An attack on the places behind it, or the offensive on the east where none is named."""
    c.lexes[at]
    o = object_of(c, at)
    if o is None:
        o = around(c, at)
    if o is None:
        o = _the_offensive(c, at)
    if o is None or all(m.place == "aleppo-city" for m in o.members):
        return
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = subject(c, at, o.hi)
    if scope.foiled >= 0:
        actor = attacker(c, at, scope, actor, o.hi)
    claim(c, at, o, "attack", actor, scope, [f"R:{rule}"])


def _the_offensive(c: Context, at: int) -> Object | None:
    """ "Since the start of its offensive", without a place: the one on the east of the city."""
    before = c.sentence.words[c.lexes[at - 1].i].lstrip("و") if at else ""
    if before not in ("بدء", "بدايه", "انطلاق") or not c.talk.aleppo or c.city:
        return None
    x = c.lexes[at]
    whole = Member("east-aleppo", "area", c.sentence, x.i, x.j, "")
    return Object([whole], at - 1, at + 1, "the-offensive")


_OTHER_BATTLES = word_set("other-battles")


def clashes(c: Context, at: int) -> None:
    """Fighting in the places behind it, or in the one that "sees" it."""
    lexes, x = c.lexes, c.lexes[at]
    if c.sentence.words[x.j : x.j + 1] and c.sentence.words[x.j].removeprefix("ال") in _OTHER_BATTLES:
        return
    allowed = x.entry.object
    o = find_object(c, at, tuple(p for p in allowed if p != "-"), past=("became",))
    o = o or _between_parties(c, at)
    if o is None and "-" in allowed:
        o = find_object(c, at, ("-",), limit=1)
        if o and (o.lo > at + 1 or any(m.place == "aleppo-city" for m in o.members)):
            o = None
    if o is None or all(m.place == "aleppo-city" for m in o.members):
        o = around(c, at) or o
    if o is None and at and c.sentence.words[lexes[at - 1].i] == "هناك":
        members = named_before(c, at - 1)
        o = Object(members, at, at + 1, "there", inside=False) if members else None
    if o is None or (o.inside and o.lo < len(lexes) and lexes[o.lo].kind == "group" and _edge(c, lexes[o.lo])):
        return
    scope = scope_of(c.sentence, at, o.hi)
    actor = _fighter(c, at, o.hi)
    claim(c, at, o, "clashes", actor, scope, [])


def _between_parties(c: Context, at: int) -> Object | None:
    """ "Fighting between A, and those with it, on one side and B on the other, in X": the parties may be long."""
    lexes = c.lexes
    between = next((n for n in range(at + 1, min(at + 5, len(lexes))) if lexes[n].id == "بين"), -1)
    if between < 0:
        return None
    for n in range(between + 1, min(between + 30, len(lexes) - 1)):
        y = lexes[n]
        if y.kind in ("verb", "said", "break", "noun", "rel", "group", "state"):
            return None
        if y.kind == "prep" and y.id in ("في", "داخل") and lexes[n + 1].kind == "group":
            return find_object(c, n - 1, ("في", "داخل"), limit=4)
    return None


def _edge(c: Context, group: Lex) -> bool:
    """ "On the edges of X" is not in X."""
    return c.sentence.words[group.i].startswith(("اطراف", "مداخل", "محيط"))


def _fighter(c: Context, at: int, hi: int) -> str:
    """Who attacks in clashes: the subject of "fights", else the government where its forces are a named party."""
    lexes = c.lexes
    for n in range(max(0, at - 4), at):
        if lexes[n].kind == "aux" and lexes[n].id == "shan":
            who = right_actor(c, n, at) or None
            left = left_actor(c, n, lexes[n].entry.number)
            if who is not None and who.kind == "actor":
                return who.id
            if left:
                return left
    parties = [y.id for y in lexes if y.kind == "actor"]
    if "government" in parties or c.talk.actor == "government" or "government" in c.talk.actors.values():
        return "government"
    return "unknown"


def besieged(c: Context, at: int) -> None:
    """Places that are surrounded; in part, where only some sides are named."""
    lexes, x = c.lexes, c.lexes[at]
    if x.id == "hisar" and any(
        c.sentence.words[y.i].lstrip("و") in ("فك", "كسر", "رفع", "لفك", "لكسر", "بفك")
        for y in lexes[max(0, at - 3) : at]
    ):
        return
    plain(c, at)
    if c.found and c.found[-1].event == "besieged":
        after = c.sentence.words[lexes[at].j : lexes[at].j + 8]
        if "جهات" in after or "جوانب" in after or "محاور" in after:
            for f in c.found:
                if f.event == "besieged" and f.lo <= lexes[at].i < f.hi:
                    f.partial = True


def shelled(c: Context, at: int) -> None:
    """Fire on the places behind it."""
    _lexes, x = c.lexes, c.lexes[at]
    o = find_object(c, at, x.entry.object, past=("saqata",))
    if x.entry.suffix and x.entry.tense in ("past", "pres"):
        members = antecedent(c, at, x.entry.suffix)
        o = Object(members, at, at + 1, "suffix", inside=False) if members else None
    if o is None:
        o = _fired_at(c, at) or around(c, at)
    before = c.lexes[at - 1] if at else None
    after_it = before is not None and before.kind in ("prep", "after")
    if o is None and x.entry.tense == "masdar" and x.entry.suffix and x.kind == "verb" and after_it:
        members = antecedent(c, at, x.entry.suffix)
        o = Object(members, at, at + 1, "suffix", inside=False) if members else None
    if o is None and x.entry.tense == "masdar":
        o = _on_positions(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    claim(c, at, o, "shelled", _shooter(c, at, o), scope, [])


def _fired_at(c: Context, at: int) -> Object | None:
    """ "Shells which those entrenched in X fired on Y": Y, whatever stands between."""
    lexes = c.lexes
    if not any(y.kind == "aux" and y.id == "shan" for y in lexes[at + 1 : at + 5]):
        return None
    for n in range(at + 2, min(at + 14, len(lexes) - 1)):
        y = lexes[n]
        if y.kind in ("said", "break", ",", "noun"):
            return None
        if y.kind == "prep" and y.id == "على" and lexes[n + 1].kind == "group":
            return find_object(c, n - 1, ("على",), limit=4)
    return None


def _on_positions(c: Context, at: int) -> Object | None:
    """Fire "on the positions of the rebels", after a place was named in the same sentence, is on that place."""
    lexes = c.lexes
    for n in range(at + 1, min(at + 6, len(lexes) - 1)):
        if lexes[n].kind == "part" and lexes[n].entry.text.startswith("مواقع") and lexes[n + 1].kind == "actor":
            before = [m for y in lexes[:at] if y.kind == "group" and not y.locator for m in c.accepted(y)]
            places = [m for m in before if m.level == "place"]
            return Object(places[-1:], at, n + 2, "on-positions", inside=False) if places else None
    return None


def _shooter(c: Context, at: int, o: Object) -> str:
    """The party that fires, only where it is named with the fire."""
    lexes, x = c.lexes, c.lexes[at]
    words = c.sentence.words[max(0, x.i - 8) : x.j + 6]
    if x.entry.tense in ("past", "pres"):
        who, rule = subject(c, at, max(o.hi, at + 1))
        return (
            who
            if rule in ("subject-after", "subject-before", "agent") and who in ("government", "opposition", "sdf", "is")
            else "unknown"
        )
    if x.entry.suffix:
        return left_actor(c, at, x.entry.suffix) or c.talk.actor
    if x.entry.text.startswith("تمهيد"):  # softening up for one's own attack
        return left_actor(c, at) or "unknown"
    right = right_actor(c, at, at + 4)
    if right is not None and right.kind == "actor":
        return right.id
    if any(w.startswith(("روسي", "الروسي")) for w in c.sentence.words[x.j : x.j + 2]):  # "Russian raids"
        return "government"
    for n in range(at + 1, min(at + 6, len(lexes))):
        if lexes[n].kind == "aux" and lexes[n].id == "shan" and n + 1 < len(lexes) and lexes[n + 1].kind == "actor":
            return lexes[n + 1].id
        if lexes[n].kind in (",", "break", "group"):
            break
    for n in range(o.hi, min(o.hi + 5, len(lexes) - 1)):
        if lexes[n].kind == "aux" and lexes[n].id == "shan" and lexes[n + 1].kind == "actor":
            return lexes[n + 1].id
    for n in range(max(0, at - 5), at):
        if lexes[n].kind == "aux" and lexes[n].id == "shan":
            named = right_actor(c, n, at)
            return left_actor(c, at) or (named.id if named is not None else "unknown")
    if x.prep == "ب" and any(y.kind == "actor" for y in lexes[:at]):  # "answered by shelling X"
        return left_actor(c, at) or "unknown"
    if any(w.startswith(("برميل", "براميل", "البراميل", "مروحي", "المروحي", "وبراميل", "بالبراميل")) for w in words):
        return "government"
    return "unknown"


def struck(c: Context, at: int) -> None:
    """ "Fire reached X", "raids targeted X": the event is that of the fire or attack beside the verb."""
    lexes, x = c.lexes, c.lexes[at]
    near = [*range(at - 1, max(-1, at - 10), -1), *range(at + 1, min(at + 7, len(lexes)))]
    weapon = next(
        (n for n in near if lexes[n].entry.event in ("shelled", "attack") and lexes[n].entry.tense == "masdar"), -1
    )
    o = object_of(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    if weapon < 0:
        who, rule = subject(c, at, o.hi)
        if x.id != "istahdafa" or rule not in ("subject-after", "subject-before"):
            return
        claim(c, at, o, "shelled", who, scope, [f"R:{rule}"])
        return
    event = lexes[weapon].entry.event
    named = right_actor(c, at, o.hi)
    if named is not None and named.kind == "actor" and is_finite(x):
        actor = party(c, named)
    elif event == "attack":
        actor, _ = subject(c, weapon, at)
    else:
        actor = _shooter(c, weapon, o)
    claim(c, at, o, event, actor, scope, [f"T:{lexes[weapon].id}"], lo=weapon if weapon < at else None)
