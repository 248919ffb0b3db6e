"""Places named before what happens in them: "X saw fighting", "in X fighting goes on", "as for X, in it ..."."""

from extract.context import Context, Object
from extract.emit import Found
from extract.reference import anaphor, antecedent, number_of, relative
from extract.scan import Lex, Member
from extract.tables import word_set
from extract.topic import topic


def around(c: Context, at: int) -> Object | None:
    """The place of what a noun names, where none stands behind it."""
    return (
        _sees(c, at)
        or _where(c, at)
        or _seen_after(c, at)
        or _in_it(c, at)
        or in_front(c, at)
        or topic(c, at)
        or _amid(c, at)
    )


def _sees(c: Context, at: int) -> Object | None:
    """A place that "sees" or "suffers" what the noun names."""
    lexes = c.lexes
    for n in range(at - 1, max(-1, at - 16), -1):
        y = lexes[n]
        if y.kind == "undergo":
            for m in [*range(n + 1, at), *range(n - 1, max(-1, n - 9), -1)]:
                z = lexes[m]
                if m < n and _locates(lexes, m):
                    continue
                if z.kind == "group" and not (z.locator and m < n):
                    members = c.accepted(z)
                    if members:
                        return _listed(c, m, at, members)
                if z.kind == "ana":
                    members = anaphor(c, m, z)
                    if members:
                        return Object(members, min(m, n), at + 1, "sees")
            return None
        if y.kind in ("break", "said"):
            break
    return None


def _locates(lexes: list[Lex], m: int) -> bool:
    """ "X in Aleppo was the scene of", "X, held by the army in Aleppo, came under": the area only locates."""
    z = lexes[m]
    if z.kind != "group" or z.members[0].level != "area":
        return False
    return _behind_name(lexes, m) or (z.members[0].place == "aleppo-city" and lexes[m - 1].kind == "prep")


def _where(c: Context, at: int) -> Object | None:
    """A relative clause: "where it goes on"."""
    if relative(c.lexes, at) < 0:
        return None
    members = antecedent(c, at)
    return Object(members, at, at + 1, "where", inside=False) if members else None


def _in_it(c: Context, at: int) -> Object | None:
    """ "In it goes on fighting": what the pronoun stands for."""
    for n in range(at - 1, max(-1, at - 4), -1):
        y = c.lexes[n]
        if y.kind == "pron" and y.id == "في" and y.entry.text != "هناك":
            before = c.lexes[max(0, n - 5) : n]
            if any(z.kind in ("noun", "rel") or (z.kind == "break" and z.entry.text != "اما") for z in before):
                return None  # "an attack in which it fought": no place
            members = antecedent(c, n, number_of(y.entry.text))
            return Object(members, n, at + 1, "in-it", inside=False) if members else None
        if y.kind not in _BETWEEN:
            return None
    return None


_BETWEEN = {"after", "w", "t", "adv", "full", "aux", "keep", "neg", "num"}
_ON_THE_WAY = _BETWEEN | {"actor", "op", "said", "that", "src", "gsrc", ",", "plane"}
_AT = {"في", "على", "داخل", "عند"}


def in_front(c: Context, at: int) -> Object | None:
    """ "In X goes on fighting": a place at the head of its clause, with nothing else named in between."""
    lexes = c.lexes
    for n in range(at - 1, max(-1, at - 14), -1):
        y = lexes[n]
        if y.kind == "group":
            inner = all(m.level == "area" for m in y.members)
            west_of_it = n > 0 and lexes[n - 1].kind == "group" and c.sentence.words[y.i].startswith(_SIDES)
            if inner and (west_of_it or _behind_name(lexes, n)):
                continue  # "in X in Aleppo", "in X south of Aleppo"
            return _fronted(c, n, at) if not y.locator else None
        if y.kind in ("prep", "side", "loc") and n + 1 < at and lexes[n + 1].kind in ("group", "side"):
            continue
        passing = y.id in ("بعد", "saqata") or y.entry.text.startswith("وقع")  # "broke out after midnight"
        passing = passing or (y.kind == "state" and y.entry.text.startswith(("ال", "خاضع")))  # "X, held by Y,"
        if y.kind not in _ON_THE_WAY and not passing:
            return None
    return None


def _behind_name(lexes: list[Lex], n: int) -> bool:
    """Whether only a preposition or a side stands between a name and the area that locates it."""
    look = n - 1
    while look > 0 and lexes[look].kind in ("prep", "side", "loc"):
        look -= 1
    return look >= 0 and lexes[look].kind == "group" and not lexes[n].conj and (look < n - 1 or lexes[n].prep == "ب")


def _fronted(c: Context, n: int, at: int) -> Object | None:
    """The group at `n`, if it opens its clause behind a preposition of place."""
    lexes = c.lexes
    first = n if lexes[n].prep == "ب" else n - 1
    if first < 0 or (first < n and (lexes[first].kind != "prep" or lexes[first].id not in _AT)):
        return None
    opens = first == 0 or lexes[first].conj or lexes[first - 1].kind in (",", ":", "break", "-")
    opens = opens or c.sentence.words[lexes[first - 1].i].lstrip("وف") in _BREAKS_OUT  # "there broke out in X fighting"
    members = [m for m in c.accepted(lexes[n]) if m.place != "aleppo-city"]
    return Object(members, n, at + 1, "in-front") if opens and members else None


_SIDES = ("شرق", "غرب", "شمال", "جنوب")
_BREAKS_OUT = word_set("breaks-out")


_AMID = word_set("amid")
_KIND_OF = {"w", "num", "prep", "adv", "plane"}
_GOING_ON_THERE = {"captured", "entered", "clashes", "attack", "controls", "besieged", "withdrew", "shelled"}


def _amid(c: Context, at: int) -> Object | None:
    """ "The army advanced in X amid shelling": what goes on beside a deed goes on where the deed is done."""
    lexes, words = c.lexes, c.sentence.words
    beside = next((n for n in range(at - 1, max(-1, at - 4), -1) if lexes[n].kind not in _KIND_OF), at - 1)
    said = {words[y.i] for y in lexes[max(0, beside) : at]}
    i = lexes[at].i
    blows = words[i].removeprefix("ال").startswith(("ضرب", "نيران"))  # "under the blows", "the fire of": no shelling
    under = "تحت" in words[max(0, i - 2) : i] and not blows
    if not under and _AMID.isdisjoint(said | {word.removeprefix("و") for word in said}):
        return None
    last = next((f for f in reversed(c.found) if f.hi <= lexes[at].i), None)
    if last is None or last.realis != "actual" or last.stance != "asserts" or last.event not in _GOING_ON_THERE:
        return None
    since = [y for y in lexes[:at] if y.i >= last.hi]
    if any(y.kind == "city" or (y.kind == "group" and y.members[0].level == "place") for y in since):
        return None  # another place stands between
    if _place_behind(lexes, at):
        return None
    members = places_of(c, last)
    return Object(members, at, at + 1, "amid", inside=False) if members else None


def places_of(c: Context, last: Found) -> list[Member]:
    """The places of a claim just made and of those made with it, as wholes."""
    made = {f.place for f in c.found if (f.lo, f.hi, f.event, f.level) == (last.lo, last.hi, last.event, "place")}
    return [Member(m.place, m.level, m.sentence, m.i, m.j, m.needs) for m in c.talk.group if m.place in made]


def _place_behind(lexes: list[Lex], at: int) -> bool:
    """Whether a place of its own stands behind it before the clause ends."""
    for y in lexes[at + 1 : at + 9]:
        if y.kind in ("group", "city", "nowhere", "head", "generic", "loc", "part"):
            return True
        if y.kind in (",", "break", "said") or (y.kind == "verb" and y.conj):
            return False
    return False


def _listed(c: Context, m: int, at: int, members: list[Member]) -> Object:
    more = list(members)
    for n in range(m + 1, at):
        y = c.lexes[n]
        if y.kind == "group" and y.conj == "و" and not y.locator:
            more += c.accepted(y)
    return Object(more, min(m, at), at + 1, "sees")


def _seen_after(c: Context, at: int) -> Object | None:
    """ "Battles that X sees": the verb behind the noun, with a pronoun for it."""
    lexes = c.lexes
    for n in range(at + 1, min(at + 9, len(lexes) - 1)):
        if lexes[n].kind == "undergo" and lexes[n].entry.text.endswith(("ه", "ها")) and lexes[n + 1].kind == "group":
            members = c.accepted(lexes[n + 1])
            return _listed(c, n + 1, n + 1, members) if members else None
        if lexes[n].kind not in ("w", "rel", "t", "after", "num", "listhead", "adv"):
            return None
    return None


def by_whom(c: Context, at: int, hi: int) -> str:
    """Who does what a place suffers: "an attack from the army", "shelling by the factions"."""
    lexes = c.lexes
    for n in range(at + 1, min(max(at + 7, hi + 4), len(lexes) - 1)):
        if lexes[n].id == "agent" and lexes[n + 1].kind == "actor":  # "shelling with shells and rockets by X"
            return lexes[n + 1].id
    for n in range(at + 1, min(max(at + 7, hi + 4), len(lexes))):
        y = lexes[n]
        if y.kind == "actor":
            before = lexes[n - 1]
            by = before.kind == "prep" and before.id in ("agent", "من")
            return y.id if by or (y.prep == "ل" and n <= at + 4) else ""
        if y.kind in ("verb", "said", "that", "break", "noun", "rel"):
            return ""
    return ""
