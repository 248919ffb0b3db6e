"""A list of places that goes on: over "and on", brackets, words that only locate, "among them", "as far as"."""

from extract.context import Context, Object
from extract.holder import past_holder
from extract.moment import NUMBERS
from extract.scan import Lex
from extract.tables import word_set

_ALL_OF_THEM = word_set("all-of-them")

_OPENS = {":", "(", "-"}


def list_after(c: Context, n: int, reach: int = 9) -> Object | None:
    """A list after "among them", "namely", "as far as", or after a colon, a bracket or a dash."""
    for m in range(n, min(n + reach, len(c.lexes))):
        y = c.lexes[m]
        if y.kind == "verb" and _counts(c, m):
            continue
        if y.kind in ("verb", "said", "break", "that", "noun", "state") or (y.kind == "rel" and m > n + 6):
            return None
        opened = y.kind in _OPENS and m + 1 < len(c.lexes) and c.lexes[m + 1].kind == "group"
        if y.kind == "listhead" or opened:
            k = m + 1
            while k < len(c.lexes) and c.lexes[k].kind in ("prep", "w", ":", "(") and k < m + 3:
                k += 1
            if k < len(c.lexes) and c.lexes[k].kind == "group":
                members = c.accepted(c.lexes[k])
                if all(m.place == "aleppo-city" for m in members):
                    continue
                if members:
                    return extend(c, Object(list(members), k, k + 1, "list-after-intro"), "-")
    return None


def _counts(c: Context, at: int) -> bool:
    """ "Their number reached six": the list may follow."""
    words = c.sentence.words[c.lexes[at].j : c.lexes[at].j + 2]
    return c.lexes[at].id in ("balagha", "wasala") and any(w in NUMBERS or w.isdecimal() for w in words)


def _enclosed(c: Context, o: Object, at: int) -> Object | None:
    """ "Districts of the east (A, B and C)": what stands in brackets or between dashes names them."""
    lexes = c.lexes
    if o.members[0].level != "area" or at + 1 >= len(lexes) or lexes[at + 1].kind != "group":
        return None
    if lexes[at].kind not in _OPENS or not c.sentence.words[lexes[o.lo].i].lstrip("و").startswith(_DISTRICTS):
        return None
    members = [m for m in c.accepted(lexes[at + 1]) if m.level == "place"]
    return Object(members, o.lo, at + 2, "list-enclosed") if members else None


_DISTRICTS = ("احياء", "الاحياء", "مناطق", "المناطق", "حيي", "حيين")


def extend(c: Context, o: Object, prep: str) -> Object:
    """Further groups of the same list: "and on B", "in addition to C", "among them D", "as far as E"."""
    lexes = c.lexes
    o = _enclosed(c, o, o.hi) or o
    n = o.hi
    while n < len(lexes):
        look = n
        while look < len(lexes) and lexes[look].kind in ("full", "t") and not _and(c, lexes[look]):
            if lexes[look].kind == "full":
                _whole(o, lexes[look])
                o.hi = max(o.hi, look + 1)
            look += 1
        steps = 0
        while look < len(lexes) and steps < 8 and _beside(lexes, look) and not _also(c, lexes[look]):
            inner = lexes[look]
            if (
                inner.kind == "group"
                and len(inner.members) > 1
                and inner.headed in ("", "one")
                and (
                    o.members[-1].level == "place"
                    and inner.members[0].level == "place"
                    and lexes[look - 1].kind == "prep"
                )
            ):  # "the hospital in quarter A and hill B": only A locates, the list goes on
                o.members = [*o.members, *inner.members[1:]]
                o.hi = look + 1
            look += 1
            steps += 1
        if look < len(lexes) and lexes[look].kind == "full" and not lexes[look].conj:
            _whole(o, lexes[look])
            look += 1
        if look < len(lexes) and lexes[look].kind == "(":
            look = closing(lexes, look) + 1
        look = past_holder(lexes, look, prep)
        comma = look < len(lexes) and lexes[look].kind == ","
        look += comma
        nxt = lexes[look] if look < len(lexes) else None
        if nxt is None:
            break
        reach = _range(c, o, look) if comma else 0
        if reach:
            n = o.hi = reach
            continue
        also = _also(c, nxt)
        if also:
            look += 1
            nxt = lexes[look] if look < len(lexes) else None
            if nxt is None:
                break
        if nxt.kind == "listhead":
            look += 1
            while (
                look < len(lexes)
                and lexes[look].kind in ("prep", "w")
                and look < n + 14
                and lexes[look - 1].kind == "listhead"
            ):
                look += 1
        elif _on_front(c, look, prep) or (
            nxt.kind == "prep"
            and (nxt.conj in ("و", "ف") or comma or also)
            and (
                nxt.id == prep or (prep == "-" and nxt.id == "على") or (prep == "باتجاه" and nxt.entry.text in _SIDE_OF)
            )
        ):
            look += 1
        elif nxt.kind == "group" and not nxt.prep and (also or (comma and _item(lexes, look))):
            pass  # "and likewise C"; "quarter A, quarter B, quarter C"
        elif (
            nxt.kind == "group"
            and (nxt.conj in ("و", "ف") or (comma and nxt.prep))
            and (not nxt.prep or nxt.prep == prep or (nxt.prep == "ب" and prep == "ب"))
        ):
            pass
        elif prep == "من" and nxt.kind == "prep" and nxt.id == "الى":
            look += 1
        else:
            break
        if look < len(lexes) and lexes[look].kind == "group" and not lexes[look].locator:
            group = lexes[look]
            company = o.members[0].level == "place"
            members = [m for m in c.accepted(group, company) if not (company and m.level == "area")]
            if not members or _begins_clause(lexes, look):
                break
            if o.members[0].level == "area" and members[0].level == "place" and nxt.kind == "listhead":
                o.members = []
            o.members = [*o.members, *members]
            n = o.hi = look + 1
        else:
            break
    return o


def _range(c: Context, o: Object, n: int) -> int:
    """ "All of the north, from A to B (by way of C)": where it ends; A, B and C join the object."""
    lexes = c.lexes
    if n + 3 >= len(lexes) or (lexes[n].id, lexes[n + 2].id) != ("من", "الى") or lexes[n].kind != "prep":
        return 0
    ends = [lexes[n + 1], lexes[n + 3]]
    hi = n + 4
    if hi + 1 < len(lexes) and c.sentence.words[lexes[hi].i] == "مرورا" and lexes[hi + 1].kind == "group":
        ends.append(lexes[hi + 1])
        hi += 2
    if any(y.kind != "group" or y.members[0].level != "place" for y in ends):
        return 0
    o.members = [*o.members, *(m for y in ends for m in c.accepted(y))]
    return hi


_FRONT = ("محور", "محاور", "جبه", "محوري")
_WHERE = {"في", "على", "داخل"}
_CLOSES = {",", "break", "prep", "side", "after", "that", "cite", ")", "city", "group"}


def _on_front(c: Context, at: int, prep: str) -> bool:
    """ "In X and on the front of Y": the list goes on, if no clause begins there."""
    lexes = c.lexes
    x = lexes[at]
    if x.kind != "prep" or x.conj != "و" or x.id not in _WHERE or prep not in _WHERE or at + 1 >= len(lexes):
        return False
    front = lexes[at + 1].kind == "group" and c.sentence.words[lexes[at + 1].i].startswith(_FRONT)
    return front and all(y.kind in _CLOSES for y in lexes[at + 2 : at + 3])


_ALSO = word_set("and-also")
_SIDE_OF = {"من جهه", "من ناحيه"}  # "towards A and on the side of B"


def _and(c: Context, x: Lex) -> bool:
    return x.conj == "و" or c.sentence.words[x.i].startswith("و")


def _also(c: Context, x: Lex) -> bool:
    """ "And likewise", "and today", "then": the list goes on behind it."""
    return (x.kind in ("full", "adv", "t") and _and(c, x)) or c.sentence.words[x.i] in _ALSO


def _item(lexes: list[Lex], at: int) -> bool:
    """A name with its head between commas, with nothing said of it: the next item of a list without "and"."""
    if lexes[at].headed != "one" or lexes[at].conj:
        return False
    after = next((y for y in lexes[at + 1 :] if not (y.kind == "prep" or y.id == "aleppo-city")), None)
    return after is None or after.kind == "," or (after.kind == "group" and after.conj == "و")


def _begins_clause(lexes: list[Lex], at: int) -> bool:
    """A group after "and" that is the subject of what follows belongs to the next clause."""
    for y in lexes[at + 1 : at + 3]:
        if y.kind in ("change", "keep", "undergo"):
            return not y.conj
        if y.kind != "full":
            return False
    return False


def _beside(lexes: list[Lex], at: int) -> bool:
    """Words after a name that only locate or describe it."""
    x = lexes[at]
    if x.conj or x.kind in (",", "(", ")"):
        return False
    if x.kind == "group":
        return (
            x.locator
            or x.prep == "ب"
            or all(m.level == "area" for m in x.members)
            or lexes[at - 1].kind in ("prep", "loc")
        )
    if x.kind == "prep":
        nxt = lexes[at + 1] if at + 1 < len(lexes) else None
        return x.id in ("في", "من") and nxt is not None and nxt.kind in ("group", "nowhere", "side", "head", "ana", "w")
    return x.kind in ("loc", "side", "nowhere", "pron", "w", "ana", "head", "city")


def _whole(o: Object, full: Lex) -> None:
    plural = full.entry.text in _ALL_OF_THEM
    for m in o.members if plural else o.members[-1:]:
        m.full = True


def closing(lexes: list[Lex], at: int) -> int:
    """The closing bracket, or the opening one where none follows."""
    return next((n for n in range(at, min(at + 8, len(lexes))) if lexes[n].kind == ")"), at)
