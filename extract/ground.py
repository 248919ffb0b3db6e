"""Places that are not named where the verb wants them: districts of an area, parts of what was named, points there."""

from extract.context import Context, Object
from extract.listing import list_after
from extract.moment import NUMBERS
from extract.outside import town_before
from extract.reference import WHO, anaphor, antecedent, number_of, part_of
from extract.scan import Member
from extract.tables import word_set


def unnamed(c: Context, n: int) -> Object | None:
    """ "Districts" without a name: those listed after "among them", else the area they lie in."""
    x = c.lexes[n]
    if x.kind == "part":
        its = _of_it(c, n)
        if its:
            return its
    listed = list_after(c, n + 1)
    if listed:
        return listed
    counted = n and (c.lexes[n - 1].kind == "num" or c.sentence.words[c.lexes[n - 1].i].lstrip("و") in NUMBERS)
    for m in range(n + 1, min(n + 8, len(c.lexes))):
        y = c.lexes[m]
        if y.kind in ("verb", "said", "break", "that", ",", "noun") or (y.kind == "rel" and y.entry.text in WHO):
            break
        if y.kind in ("actor", "civil") and x.kind != "part":
            break
        if y.kind == "group" and x.kind != "part" and _namely(c, m) is not None:
            return _namely(c, m)
        if y.kind == "group" and y.locator and y.members[0].level == "place":
            return None  # "positions south of X, in the city"
        if (
            y.kind == "group"
            and x.kind == "part"
            and y.members[0].level == "place"
            and (m == n + 1 or c.lexes[m - 1].id == "في")
        ):
            break
        if y.kind in ("generic", "head") and y.id == "many" and x.kind == "part" and m <= n + 3:
            return unnamed(c, m)
        if y.kind == "group" and all(k.level == "area" for k in y.members):
            namely = _namely(c, m + 2)
            if namely is not None:
                return namely
            if counted:
                return None
            members = [part_of(k) for k in c.accepted(y)]
            return Object(members, n, m + 1, "districts-of-area") if members else None
        if y.kind == "ana" and y.id != "city":
            members = anaphor(c, n, y)
            return Object([part_of(k) for k in members], n, m + 1, "part-of-those", inside=False) if members else None
    if x.kind == "part":
        return _points(c, n)
    districts = x.kind in ("head", "generic") and x.id == "many" and c.sentence.words[x.j - 1].endswith("احياء")
    if districts and not counted and c.talk.aleppo and _of_aleppo(c, n):
        return Object(
            [Member("east-aleppo", "area", c.sentence, x.i, x.j, "", True)],
            n,
            n + 1,
            "districts",
        )
    return None


def _of_aleppo(c: Context, n: int) -> bool:
    """Whether "the districts" are those of this city: no town outside is what is spoken of."""
    return not c.city and not c.talk.outside and town_before(c.sentence, n) < 0


_IS = {"هو", "هي", "هما"}


def _namely(c: Context, n: int) -> Object | None:
    """ "Entered a new quarter (in the east), which is X": X, where the group at a lexeme stands behind "is"."""
    lexes = c.lexes
    if n >= len(lexes) or c.sentence.words[lexes[n - 1].i] not in _IS or lexes[n].kind != "group":
        return None
    members = [m for m in c.accepted(lexes[n]) if m.level == "place"]
    return Object(members, n, n + 1, "namely") if members else None


_OF_IT = word_set("of-it")


def _of_it(c: Context, n: int) -> Object | None:
    """ "Parts of it", "its southern parts": a part of what was named before."""
    x = c.lexes[n]
    after = c.lexes[n + 1] if n + 1 < len(c.lexes) else None
    number, hi = "", n + 1
    if after is not None and after.kind == "pron" and after.id in ("من", "في"):
        number, hi = number_of(after.entry.text), n + 2
    elif x.entry.text in _OF_IT:
        number = number_of(x.entry.text)
    if not number:
        return None
    members = antecedent(c, n, number)
    return Object([part_of(m) for m in members], n, hi, "part-of-it", inside=False) if members else None


def _attacked(c: Context, n: int) -> bool:
    """Whether an attack is what goes on at these positions."""
    return any(y.kind == "noun" and y.entry.event == "attack" for y in c.lexes[max(0, n - 5) : n])


_POINTS = word_set("points")


_SIDES = ("جنوب", "شمال", "شرق", "غرب", "قرب", "حول", "خارج", "محيط")


def _points(c: Context, n: int) -> Object | None:
    """ "Points which it lost in X"; "on the front of X they retook all points": a part of X."""
    if c.lexes[n].entry.text not in _POINTS:
        return None
    for m in range(n + 1, min(n + 9, len(c.lexes))):
        y = c.lexes[m]
        if y.kind == "group" and c.lexes[m - 1].kind == "prep" and c.lexes[m - 1].id == "في" and not y.locator:
            members = c.accepted(y)
            return Object([part_of(k) for k in members], n, m + 1, "points-in") if members else None
        if y.kind in (",", "break", "said", "group"):
            break
    if len(c.lexes) > 1 and c.lexes[0].kind == "prep" and c.lexes[1].kind == "group":
        members = c.accepted(c.lexes[1])
        return Object([part_of(k) for k in members], 1, n + 1, "points-on-front") if members else None
    if any(y.kind in ("city", "group", "nowhere") for y in c.lexes[n + 1 : n + 6]):
        return None
    beside = c.lexes[n + 1 : n + 2]
    if beside and c.sentence.words[beside[0].i].startswith(_SIDES):  # "their positions south of it"
        return None
    if c.lexes[n + 1 : n + 2] and c.lexes[n + 1].kind == "actor" and c.lexes[n - 1].id == "على" and _attacked(c, n):
        return None  # "after an attack on the positions of the army": where, is not said
    before = [
        m for y in c.lexes[:n] if y.kind == "group" and not y.locator for m in c.accepted(y) if m.level == "place"
    ]
    return Object([part_of(m) for m in before[-1:]], n, n + 1, "points-there", inside=False) if before else None
