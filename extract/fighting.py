"""Verbs and nouns of fighting: attacks, clashes, sieges."""

from extract.beside import left_actor, right_actor
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.doing import doer
from extract.emit import Found
from extract.fronted import around, by_whom, places_of
from extract.objects import find_object
from extract.reference import named_before
from extract.scan import Lex, Member
from extract.scope import scope_of
from extract.stance import Scope
from extract.tables import word_set


def attack(c: Context, at: int) -> None:
    """An attack on the places behind it, or the offensive on the east where none is named."""
    ambush = c.lexes[at].entry.text.startswith(("كمين", "كماءن", "الكمين"))
    if ambush and not any(y.kind == "actor" for y in c.lexes):
        return  # robbers lay ambushes, too
    o = object_of(c, at)
    suffered = ""
    if o is None and c.lexes[at].id == "hajama" and any(y.kind == "actor" for y in c.lexes[at + 1 : at + 5]):
        o = find_object(c, at, ("في", "داخل"), limit=8)  # "attacked the army in X"
    if o is None:
        o = around(c, at)
        suffered = by_whom(c, at, at) if o is not None and o.how == "sees" else ""
    o = o or _for_taking(c, at) or _counter(c, at) or _the_offensive(c, at)
    if o is None or all(m.place == "aleppo-city" for m in o.members):
        return
    launched = _launcher(c, at)
    scope = Scope() if o.how == "the-offensive" else scope_of(c.sentence, at, o.hi)
    answer: Found | None = None
    actor, rule = doer(c, at, o.hi, scope)
    if o.how == "counter" and c.lexes[at - 1].kind in ("prep", "after") and right_actor(c, at, at + 5) is None:
        answer = _who_answers(c)
        actor, rule = answer.actor, "counter"  # "retook X after a counter-attack": who retook it, and then
    if answer is None and scope.realis == "actual" and _broken(c, at):
        scope.realis, scope.rules = "attempted", [*scope.rules, "O:broken"]
    if suffered and scope.foiled < 0:
        actor, rule = suffered, "by-whom"
    if launched and scope.foiled < 0:
        actor, rule = launched, "launched-it"
    before = len(c.found)
    claim(c, at, o, "attack", actor, scope, [f"R:{rule}"])
    if answer is not None and rule == "counter":
        for f in c.found[before:]:
            f.date = answer.date


_BREAKS = word_set("breaks-attack")


def _broken(c: Context, at: int) -> bool:
    """ "Broke an attack of the army": it was beaten off; the party between is who broke it."""
    for y in reversed(c.lexes[max(0, at - 4) : at]):
        if c.sentence.words[y.i].removeprefix("و") in _BREAKS:
            return True
        if y.kind not in ("actor", "w", "adv", "t"):
            return False
    return False


_COUNTER = word_set("counter")


def _counter(c: Context, at: int) -> Object | None:
    """ "The army entered X before the factions launched a counter-attack": on X, which another party just took."""
    x = c.lexes[at]
    if _COUNTER.isdisjoint(c.sentence.words[x.j : x.j + 3]) or x.prep:
        return None
    if c.lexes[at - 1].kind == "prep" and c.lexes[at - 1].id != "بعد":  # "retook it in a counter-attack": how
        return None
    came = next((f for f in reversed(c.found) if f.level == "place"), None)
    if came is None or came.event not in ("captured", "entered", "attack") or came.realis != "actual":
        return None
    members = places_of(c, came)
    return Object(members, at, at + 1, "counter", inside=False) if members else None


def _launcher(c: Context, at: int) -> str:
    """ "An attack that it launched on the positions of": who was named before, not whose positions they are."""
    for n in range(at + 1, min(at + 4, len(c.lexes) - 1)):
        y = c.lexes[n]
        if y.kind == "aux" and y.id == "shan" and y.entry.text.endswith(("ه", "ها")):
            if c.lexes[n + 1].kind == "actor" and not c.lexes[n + 1].prep:
                return ""
            return left_actor(c, at, "f" if y.entry.text.endswith(("ته", "تها")) else "s")
        if y.kind != "w":
            return ""
    return ""


def _for_taking(c: Context, at: int) -> Object | None:
    """ "Launched a counter-attack to retake X": on X."""
    lexes = c.lexes
    if not any(y.kind == "aux" and y.id == "shan" for y in lexes[max(0, at - 4) : at + 4]):
        return None
    for n in range(at + 1, min(at + 6, len(lexes))):
        y = lexes[n]
        if (
            y.kind == "verb"
            and y.prep == "ل"
            and y.entry.tense == "masdar"
            and y.entry.event in ("captured", "entered")
        ):
            return object_of(c, n)
        if y.kind not in ("w", "adv", "t", "aux", "actor"):
            return None
    return None


def _who_answers(c: Context) -> Found:
    """The deed that an answer stands beside; of "retook the points which the army advanced to", the retaking."""
    last = c.found[-1]
    if last.event == "entered" and "G:points-in" in last.rules:
        return next((f for f in reversed(c.found) if f.event == "captured" and f.place == last.place), last)
    return last


def _the_offensive(c: Context, at: int) -> Object | None:
    """ "Since the start of its offensive", without a place: the one on the east of the city."""
    before = c.sentence.words[c.lexes[at - 1].i].lstrip("و") if at else ""
    if before not in ("بدء", "بدايه", "انطلاق") or not c.talk.aleppo or c.city:
        return None
    x = c.lexes[at]
    whole = Member("east-aleppo", "area", c.sentence, x.i, x.j, "")
    return Object([whole], at - 1, at + 1, "the-offensive")


_SPREADS = word_set("spreads")


_OTHER_BATTLES = word_set("other-battles")


def clashes(c: Context, at: int) -> None:
    """Fighting in the places behind it, or in the one that "sees" it."""
    lexes, x = c.lexes, c.lexes[at]
    if c.sentence.words[x.j : x.j + 1] and c.sentence.words[x.j].removeprefix("ال") in _OTHER_BATTLES:
        return
    allowed = x.entry.object
    if any(c.sentence.words[y.i].lstrip("و") in _SPREADS for y in lexes[max(0, at - 3) : at]):
        allowed = (*allowed, "الى")  # "the battles spread to X"
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
    victor = _victor(c, at)
    if victor:
        claim(c, at, o, "captured", victor, scope, ["T:settles"])
        return
    actor = _fighter(c, at, o.hi)
    claim(c, at, o, "clashes", actor, scope, [])


_SETTLES = word_set("settles")


def _victor(c: Context, at: int) -> str:
    """ "The army has settled the battle of X": it has taken X."""
    for n in range(at - 1, max(-1, at - 5), -1):
        y = c.lexes[n]
        if c.sentence.words[y.i].removeprefix("و") in _SETTLES:
            who = right_actor(c, n, at)
            return who.id if who is not None and who.kind == "actor" else left_actor(c, n)
        if y.kind in ("verb", "noun", "group", "break", ",", "said"):
            return ""
    return ""


def _between_parties(c: Context, at: int) -> Object | None:
    """ "Fighting between A, and those with it, on one side and B on the other, in X": the parties may be long."""
    lexes = c.lexes
    between = next((n for n in range(at + 1, min(at + 11, len(lexes))) if lexes[n].id == "بين"), -1)
    if between < 0 or any(y.kind in ("group", "actor", "said", "break", ",") for y in lexes[at + 1 : between]):
        return None  # between the word and its parties only when and how it went
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
            told = who.id if who is not None and who.kind == "actor" else left
            against = any(y.kind == "actor" and y.id == "government" for y in lexes[at + 1 : at + 4])
            if told == "opposition" and against:  # who wages a battle "against the army" need not have begun it
                return "government"
            if told:
                return told
    parties = [y.id for y in lexes if y.kind == "actor"]
    between = any(y.id == "بين" for y in lexes[at + 1 : at + 5])
    if between and "sdf" in parties and "government" not in parties:  # a fight of others
        return "unknown"
    if "government" in parties or c.talk.actor == "government" or "government" in c.talk.actors.values():
        return "government"
    return "unknown"
