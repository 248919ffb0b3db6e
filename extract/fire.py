"""Verbs and nouns of fire: shelling, raids, what they strike and destroy."""

from extract.actors import party
from extract.beside import right_actor
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.doing import is_finite
from extract.fronted import around
from extract.gunner import by_means, shooter
from extract.harm import harmed_where
from extract.launched import launched_by
from extract.objects import find_object
from extract.reference import antecedent
from extract.scope import scope_of
from extract.subject import subject
from extract.tables import word_set

_PARTIES = ("government", "opposition", "sdf", "is")


def shelled(c: Context, at: int) -> None:
    """Fire on the places behind it."""
    x = c.lexes[at]
    if x.kind == "noun" and (_lies_there(c, at) or (x.id == "majzara" and not _by_guns(c, at))):
        return
    o = find_object(c, at, x.entry.object, past=("saqata", _weapon(c, at)) if is_finite(x) else ("saqata",))
    if x.entry.suffix and x.entry.tense in ("past", "pres"):
        members = antecedent(c, at, x.entry.suffix)
        o = Object(members, at, at + 1, "suffix", inside=False) if members else None
    if o is None or all(m.place == "aleppo-city" for m in o.members):
        o = _fired_at(c, at) or around(c, at) or o
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
    who = shooter(c, at, o)
    if x.id == "majzara":
        near = c.lexes[max(0, at - 4) : at + 4]
        who = next((party(c, y) for y in near if y.kind == "actor" and not y.prep), who)
    claim(c, at, o, "shelled", who, scope, [])
    above_all = _above_all(c, at, o)
    if above_all is not None:
        claim(c, at, above_all, "shelled", who, scope, ["T:above-all"])


_GUNS, _COMMITS = word_set("guns"), word_set("commits")


def _by_guns(c: Context, at: int) -> bool:
    """ "Aircraft of X committed a massacre in Y": they fired on it; nobody else's deed is shelling."""
    near = c.lexes[max(0, at - 4) : at] + c.lexes[at + 1 : at + 4]
    words = c.sentence.words
    committed = any(words[y.i].removeprefix("و") in _COMMITS for y in near)
    return committed and any(y.kind == "plane" or words[y.i].removeprefix("و") in _GUNS for y in near)


_CONCENTRATES = word_set("concentrates")


def _above_all(c: Context, at: int, o: Object | None) -> Object | None:
    """ "Raids on the east that were concentrated on A and B": on A and B."""
    if o is not None and o.members[0].level == "place":
        return None
    for n in range(at + 1, min(at + 9, len(c.lexes))):
        if c.sentence.words[c.lexes[n].i].removeprefix("و") in _CONCENTRATES:
            named = find_object(c, n, ("على", "في"), limit=4)
            return named if named is not None and named.members[0].level == "place" else None
        if c.lexes[n].kind in ("said", "break", "verb", "that"):
            return None
    return None


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
            led = any(z.kind in _MEANS and by_means(c, z) for z in lexes[max(at + 1, n - reach) : n])
            return y.id if led or by_means(c, y) else "saqata"
    return "saqata"


_MEANS = {"w", "part", "civil", "plane", "noun"}


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
    if o is None and is_finite(x) and x.id == "istahdafa" and _homes(c, at):
        o = find_object(c, at, ("في",))
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    if weapon < 0:
        who, rule = subject(c, at, o.hi)
        with_guns = any(y.kind == "plane" and y.prep == "ب" for y in lexes[o.hi : o.hi + 4])
        if x.id == "istahdafa" and x.entry.tense == "masdar" and with_guns and rule != "subject-after":
            who, rule = "unknown", "accused"  # "the targeting of X with guns", by nobody named
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
        actor = shooter(c, weapon, o)
    claim(c, at, o, event, actor, scope, [f"T:{lexes[weapon].id}"], lo=weapon if weapon < at else None)


def _on_people(c: Context, at: int) -> Object | None:
    """Shelling "that hit people fleeing in X", "a school in X", is on X."""
    hit = c.lexes[at + 1] if at + 1 < len(c.lexes) else None
    if hit is None or hit.kind not in ("civil", "flight", "w") or hit.conj or hit.prep:
        return None
    o = find_object(c, at + 1, ("في",), limit=4)
    return o if o is not None and all(m.level == "place" for m in o.members) else None


_BUILT = word_set("built")


def _homes(c: Context, at: int) -> bool:
    """ "Targeted the houses of the people in X": fire on X."""
    for y in c.lexes[at + 1 : at + 8]:
        if y.kind == "civil" or c.sentence.words[y.i] in _BUILT:
            return True
        if y.kind not in ("actor", "plane", "w", "prep", "adv", "t", "noun"):
            return False
    return False


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
