"""Verbs and nouns of fire: shelling, raids, what they strike and destroy."""

from extract.actors import accused, eligible, left_actor, party, right_actor, subject
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.doing import is_finite
from extract.fronted import around, by_whom
from extract.harm import harmed_where
from extract.launched import launched_by
from extract.lexicon import word_set
from extract.objects import find_object
from extract.reference import antecedent
from extract.scan import Lex
from extract.scope import scope_of

_PARTIES = ("government", "opposition", "sdf", "is")


def shelled(c: Context, at: int) -> None:
    """Fire on the places behind it."""
    x = c.lexes[at]
    if x.kind == "noun" and _lies_there(c, at):
        return
    o = find_object(c, at, x.entry.object, past=("saqata", _weapon(c, at)) if is_finite(x) else ("saqata",))
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
        o = _on_targets(c, at) or (harmed_where(c, at) if x.entry.tense == "masdar" else None)
    if o is None:
        return
    if x.id == "daraba" and is_finite(x) and subject(c, at, o.hi)[1] == "subject-unlisted":
        return  # an earthquake strikes, too
    scope = scope_of(c.sentence, at, o.hi)
    claim(c, at, o, "shelled", _shooter(c, at, o), scope, [])


_FOUND = word_set("arms-found")


def _lies_there(c: Context, at: int) -> bool:
    """ "Shells were found in X", "a store of rockets in X": arms that nobody fired."""
    x, words = c.lexes[at], c.sentence.words
    lo = next((y.j for y in reversed(c.lexes[:at]) if y.kind in (",", "break", "group")), 0)
    near = words[max(lo, x.i - 8) : x.i] + words[x.j : x.j + 3]
    return any(w in _FOUND or w.removeprefix("و").removeprefix("ب") in _FOUND for w in near)


_BETWEEN = {"actor", "plane", "prep", "w", "t", "num", "adv", "part", "noun", "civil", "gsrc", "src", "change"}


def _weapon(c: Context, at: int) -> str:
    """What is fired with, between a verb of fire and its place: "with rockets", "with a hail of shells"."""
    lexes = c.lexes
    for n in range(at + 1, min(at + 14, len(lexes))):
        y = lexes[n]
        if y.kind not in _BETWEEN:
            break
        if y.kind == "noun":
            reach = 4 if y.conj == "و" else 2  # "with guns of large calibre and with mortar shells"
            led = any(z.kind in _MEANS and _by_means(c, z) for z in lexes[max(at + 1, n - reach) : n])
            return y.id if led or _by_means(c, y) else "saqata"
    return "saqata"


_MEANS = {"w", "part", "civil", "plane", "noun"}


def _by_means(c: Context, y: Lex) -> bool:
    """ "With rockets": a word with its preposition joined to it."""
    return y.prep == "ب" or c.sentence.words[y.i].startswith("ب")


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


_TARGETS = word_set("targets")


def _on_targets(c: Context, at: int) -> Object | None:
    """Fire on "headquarters of the gunmen in X" is on X."""
    for n in range(at + 1, min(at + 6, len(c.lexes))):
        y = c.lexes[n]
        if c.sentence.words[y.i].lstrip("و").removeprefix("ال") in _TARGETS:
            if y.kind == "group":  # read as one: "the depots of the gunmen in X"
                return Object(c.accepted(y), n, n + 1, "targets") if c.accepted(y) else None
            return find_object(c, n, ("في",), limit=6)
        if y.kind in ("group", "verb", "said", "that", "break", ",", "rel"):
            return None
    return None


def _shooter(c: Context, at: int, o: Object) -> str:
    """The party that fires, only where it is named with the fire."""
    x = c.lexes[at]
    if is_finite(x):
        who, rule = subject(c, at, max(o.hi, at + 1))
        if rule == "subject-before" and (x.passive or not _fires(c, at, x.entry.number)):
            return _from_above(c, x, o)
        named = rule in ("subject-after", "subject-before", "agent", "speaker-of-us") and who in _PARTIES
        return who if named else _from_above(c, x, o)
    if x.entry.suffix:
        flown = next((y.kind for y in reversed(c.lexes[:at]) if y.kind in ("actor", "plane")), "")
        if flown == "plane":
            return _from_above(c, x, o)
        return left_actor(c, at, x.entry.suffix) or c.talk.actor
    if x.entry.text.startswith("تمهيد"):  # softening up for one's own attack
        flees = any(y.kind == "verb" and y.entry.event in ("withdrew", "lost", "fell") for y in c.lexes[:at])
        return (left_actor(c, at) if not flees else "") or "unknown"
    return _beside(c, at, o) or _from_above(c, x, o)


def _fires(c: Context, at: int, number: str) -> bool:
    """Whether a party before the verb agrees with it, or stands right before it."""
    return any(
        y.kind == "actor" and eligible(c.lexes, n) and (y.entry.number == number or n >= at - 2)
        for n, y in enumerate(c.lexes[:at])
    )


def _beside(c: Context, at: int, o: Object) -> str:
    """The party named beside a noun of fire: owner, launcher, or who answers by it."""
    lexes, x = c.lexes, c.lexes[at]
    launcher = launched_by(c, at)
    if launcher:
        return launcher
    deed = _weapon_of(c, at)
    if deed >= 0:
        return subject(c, deed, at)[0]
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
    whom = by_whom(c, at, o.hi) or _whence(c, at)
    if whom:
        return whom
    for n in range(max(0, at - 5), at):
        if lexes[n].kind == "aux" and lexes[n].id == "shan":
            named = right_actor(c, n, at)
            return left_actor(c, at) or (named.id if named is not None and named.kind == "actor" else "")
    assault = c.sentence.words[lexes[at - 2].i].removeprefix("و") in _ASSAULT if at > 1 else False
    if x.prep == "ب" and assault and lexes[at - 1].kind == "actor":  # "their attacks with shells on"
        return lexes[at - 1].id
    blamed = accused(c, at)
    if blamed:
        return blamed
    suffers = any(y.kind == "undergo" for y in lexes[:at])
    parties = any(y.kind == "actor" for y in lexes[:at])
    if x.prep == "ب" and parties and not suffers:  # "answered by shelling X", "accuses Y of it"
        who = "" if _victims(c, at) else left_actor(c, at)
        return left_actor(c, at - 1) if who == "civil" else who
    return ""


_ASSAULT = word_set("assault")
_WHENCE = word_set("whence")


def _whence(c: Context, at: int) -> str:
    """ "Shells whose source is the positions of the regime"."""
    lexes = c.lexes
    for n in range(at + 1, min(at + 12, len(lexes))):
        if c.sentence.words[lexes[n].i] in _WHENCE:
            named = next((y for y in lexes[n + 1 : n + 5] if y.kind in ("actor", ",", "said")), None)
            return named.id if named is not None and named.kind == "actor" else ""
        if lexes[n].kind in ("break", "said"):
            return ""
    return ""


_HARMED = word_set("harmed")


def _victims(c: Context, at: int) -> bool:
    """ "26 were killed by shelling": nobody who fires is spoken of in this clause, but in "the army killed 26 by"."""
    for n in range(at - 1, max(-1, at - 11), -1):
        y = c.lexes[n]
        if c.sentence.words[y.i].lstrip("وف") in _HARMED:
            return not (n + 1 < at and c.lexes[n + 1].kind == "actor")
        if y.kind in ("break", "that", "said"):
            return False
    return False


def _weapon_of(c: Context, at: int) -> int:
    """ "The factions targeted with several shells places in X": the verb that the fire is the means of, or -1."""
    lexes = c.lexes
    for n in range(at - 1, max(-1, at - 5), -1):
        y = lexes[n]
        if y.kind == "verb" and y.entry.event in ("struck", "shelled", "attack") and is_finite(y):
            means = n + 1 + (lexes[n + 1].kind == "actor")
            return n if _by_means(c, lexes[means]) and not y.passive else -1
        if y.kind not in ("w", "num", "prep", "adv", "t", "part", "actor"):
            return -1
    return -1


def _from_above(c: Context, x: Lex, o: Object) -> str:
    """Barrel bombs and helicopters are the government's; other fire that nobody is named for is unknown."""
    last = max(x.j, c.lexes[o.hi - 1].j if o.inside else x.j)
    ends = (y.i for y in c.lexes if y.i >= last and (y.kind in (",", "break") or y.conj == "و"))
    words = c.sentence.words[max(0, x.i - 8) : min(last + 6, next(ends, last + 6))]
    return "government" if any(b in w for w in words for b in _BARRELS) else "unknown"


_BARRELS = tuple(word_set("barrels"))


def struck(c: Context, at: int) -> None:
    """ "Fire reached X", "raids targeted X": the event is that of the fire or attack beside the verb."""
    lexes, x = c.lexes, c.lexes[at]
    near = [*range(at - 1, max(-1, at - 10), -1), *range(at + 1, min(at + 7, len(lexes)))]
    weapon = next(
        (n for n in near if lexes[n].entry.event in ("shelled", "attack") and lexes[n].entry.tense == "masdar"), -1
    )
    o = object_of(c, at) or _on_targets(c, at)
    if o is None and weapon >= 0:
        o = _on_people(c, at)
    if o is None and weapon >= 0 and weapon < at and is_finite(x):  # "a raid struck a market in X"
        o = find_object(c, at, ("في",), limit=6)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    if weapon < 0:
        who, rule = subject(c, at, o.hi)
        if x.id != "istahdafa" or rule not in ("subject-after", "subject-before", "accused"):
            return
        claim(c, at, o, "shelled", who, scope, [f"R:{rule}"])
        return
    event = lexes[weapon].entry.event
    named = right_actor(c, at, o.hi)
    if named is not None and named.kind == "actor" and is_finite(x):
        actor = party(c, named)
    elif event == "attack":
        actor = launched_by(c, weapon) or subject(c, weapon, at)[0]
    else:
        actor = _shooter(c, weapon, o)
    claim(c, at, o, event, actor, scope, [f"T:{lexes[weapon].id}"], lo=weapon if weapon < at else None)


def _on_people(c: Context, at: int) -> Object | None:
    """Shelling "that hit people fleeing in X", "a school in X", is on X."""
    hit = c.lexes[at + 1] if at + 1 < len(c.lexes) else None
    if hit is None or hit.kind not in ("civil", "flight", "w") or hit.conj or hit.prep:
        return None
    o = find_object(c, at + 1, ("في",), limit=4)
    return o if o is not None and all(m.level == "place" for m in o.members) else None


def destroyed(c: Context, at: int) -> None:
    """ "Destroyed headquarters in X": fire on X, if it was a target of war and somebody or some fire did it."""
    x = c.lexes[at]
    o = _on_targets(c, at)
    if o is None or not o.members:
        return
    who, rule = subject(c, at, o.hi)
    if who not in (*_PARTIES, "plane") or rule not in ("subject-after", "subject-before", "agent"):
        return
    claim(c, at, o, "shelled", who, scope_of(c.sentence, at, o.hi), [f"R:{rule}", f"T:{x.id}:targets"])
