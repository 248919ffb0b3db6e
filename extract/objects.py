"""Which places a verb takes: to its right behind the right preposition, by a pronoun, or named before it."""

from extract.context import Context, Object
from extract.dates import NUMBERS
from extract.lexicon import word_set
from extract.reference import WHO, anaphor, antecedent, number_of, part_of
from extract.scan import Lex, Member

_STOP = {"rel", "that", "said", "break", "noun", "op", "undergo", "change", "consequence", "failed"}


_LIMIT = 10
_OF_TIME = {"بين", "عبر", "بعد", "في"}


def fits(prep: str, allowed: tuple[str, ...]) -> tuple[bool, bool]:
    """Whether a place behind this preposition is the verb's, and whether only on the way there."""
    if prep in allowed:
        return True, False
    return (True, True) if prep + "!" in allowed else (False, False)


def find_object(
    c: Context, at: int, allowed: tuple[str, ...], limit: int = _LIMIT, past: tuple[str, ...] = ()
) -> Object | None:
    """The object to the right of a verb, with the rest of its list. Lexemes of kinds `past` do not end the search."""
    lexes, prep, gap, n = c.lexes, "-", 0, at + 1
    between, part, passed, named = 0, False, False, False
    while n < len(lexes):
        x = lexes[n]
        kind = x.kind
        if kind in ("group", "ana", "pron", "head", "generic", "part"):
            behind = {"ب": "ب", "ل": "ل"}.get(x.prep, prep) if kind != "pron" else x.id
            ok, toward = fits(behind, allowed)
            if not ok and kind == "group" and behind == "-" and "في" in allowed and _sided(c, x):
                ok = True
            if not ok and behind == "ل" and "-" in allowed and named and lexes[at].entry.tense == "masdar":
                ok = True  # "the storming of it by the army"
            if not ok and behind == "ب" and "في" in allowed:
                ok = True
            if kind == "pron":
                ok = ok and between <= (c.lexes[at].entry.event == "clashes")
                if part and x.id == "في" and fits("-", allowed)[0]:
                    members = antecedent(c, at, number_of(x.entry.text))
                    return (
                        Object([part_of(m) for m in members], n, n + 1, "part-in-it", inside=False) if members else None
                    )
            if passed and kind == "group" and x.members[0].level == "area":
                return None  # it only locates the place before it
            if ok and not (kind == "group" and x.locator):
                taken = _take(c, at, n, behind)
                if taken:
                    taken.toward = toward
                    return taken
                if kind in ("group", "pron", "ana"):
                    return None
            if kind == "group" and not ok and not x.locator and x.members[0].level == "place":
                passed = True
            part = part or (kind == "part" and ok)
            gap += x.j - x.i
            prep = prep if kind == "part" and ok else "-"  # "of any street in X"
        elif kind in past or x.id in past:
            gap += 1
        elif kind == "keep" and x.conj:
            return None
        elif kind == "prep":
            if x.id == "agent":
                gap += 1
            of_time = x.id in _OF_TIME and n + 1 < len(lexes) and lexes[n + 1].kind == "t"
            prep = prep if of_time else x.id
        elif kind in _STOP or (kind == "verb" and (x.entry.tense != "masdar" or gap > 3)) or kind == "verb":
            return None
        elif kind == ",":
            after = _parenthesis(lexes, n)
            if after is None:
                return None
            n = after
            continue
        elif kind == "(":
            n = _closing(lexes, n)
        elif kind in ("state", "out"):
            return None
        else:
            gap += x.j - x.i
            named = named or kind == "actor"
            between = 0 if kind == "actor" else between + (kind in ("w", "aux", "civil", "gsrc"))
            counted = c.sentence.words[x.i].lstrip("و") in NUMBERS or kind == "num"
            if kind not in ("t", "full", "adv", "keep", "neg") and not counted:
                prep = "-"
        if gap > limit:
            return None
        n += 1
    return None


def _sided(c: Context, x: Lex) -> bool:
    """ "Advanced south of the citadel": a side stands without a preposition."""
    return x.members[0].level == "area" and c.sentence.words[x.i].startswith(("شرق", "غرب", "شمال", "جنوب", "وسط"))


def _parenthesis(lexes: list[Lex], at: int) -> int | None:
    """The lexeme after an aside in commas ("according to ...", "backed by ..."), if one begins here."""
    if at + 1 >= len(lexes):
        return None
    first = lexes[at + 1]
    aside = first.kind in ("cite", "said") or (
        first.kind in ("w", "t", "pron", "prep", "listhead", "adv") and not first.conj
    )
    aside = aside or (first.kind in ("listhead", "adv") and first.conj == "و")
    if not aside:
        return None
    for n in range(at + 2, min(at + 14, len(lexes))):
        if lexes[n].kind == ",":
            return n + 1
        if lexes[n].kind in ("break", "rel") or (lexes[n].kind == "group" and first.kind != "w"):
            return None
    return None


def _closing(lexes: list[Lex], at: int) -> int:
    return next((n for n in range(at, min(at + 8, len(lexes))) if lexes[n].kind == ")"), at)


def _take(c: Context, at: int, n: int, prep: str) -> Object | None:
    x = c.lexes[n]
    if x.kind == "group":
        members = c.accepted(x)
        if not members or (n in c.used and members[0].level == "area"):
            return None
        if all(m.place == "aleppo-city" for m in members) and list_after(c, n + 1):
            return list_after(c, n + 1)
        return _extend(c, Object(list(members), n, n + 1, "object"), prep)
    if x.kind == "pron":
        if at and c.lexes[at - 1].kind in ("rel", "neg") and c.lexes[at - 1].entry.text in ("ما", "مما"):
            return list_after(c, n + 1)
        listed = list_after(c, n + 1) if x.entry.text.endswith("ها") else None
        if listed and not any(y.kind == "group" and not y.locator for y in c.lexes[max(0, at - 6) : at]):
            return listed
        members = antecedent(c, at, number_of(x.entry.text))
        return Object(members, n, n + 1, "pronoun", inside=False) if members else None
    if x.kind == "ana":
        members = anaphor(c, at, x)
        return _extend(c, Object(members, n, n + 1, f"anaphor:{x.id}", inside=False), prep) if members else None
    return unnamed(c, n)


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
    if districts and not counted and c.talk.aleppo and not c.city:
        return Object(
            [Member("east-aleppo", "area", c.sentence, x.i, x.j, "", True)],
            n,
            n + 1,
            "districts",
        )
    return None


def _of_it(c: Context, n: int) -> Object | None:
    """ "Parts of it", "its southern parts": a part of what was named before."""
    x = c.lexes[n]
    after = c.lexes[n + 1] if n + 1 < len(c.lexes) else None
    number, hi = "", n + 1
    if after is not None and after.kind == "pron" and after.id in ("من", "في"):
        number, hi = number_of(after.entry.text), n + 2
    elif x.entry.text in ("اجزاوه", "اجزايه", "اطرافه"):
        number = "s"
    elif x.entry.text in ("اجزايها", "اطرافها"):
        number = "f"
    if not number:
        return None
    members = antecedent(c, n, number)
    return Object([part_of(m) for m in members], n, hi, "part-of-it", inside=False) if members else None


_POINTS = word_set("points")


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
    before = [
        m for y in c.lexes[:n] if y.kind == "group" and not y.locator for m in c.accepted(y) if m.level == "place"
    ]
    return Object([part_of(m) for m in before[-1:]], n, n + 1, "points-there", inside=False) if before else None


def list_after(c: Context, n: int, reach: int = 9) -> Object | None:
    """A list after "among them", "namely", "as far as"."""
    for m in range(n, min(n + reach, len(c.lexes))):
        y = c.lexes[m]
        if y.kind in ("verb", "said", "break", "that", "noun", "state") or (y.kind == "rel" and m > n + 6):
            return None
        if y.kind == "listhead":
            k = m + 1
            while k < len(c.lexes) and c.lexes[k].kind in ("prep", "w", ":") and k < m + 3:
                k += 1
            if k < len(c.lexes) and c.lexes[k].kind == "group":
                members = c.accepted(c.lexes[k])
                if members:
                    return _extend(c, Object(list(members), k, k + 1, "list-after-intro"), "-")
    return None


def _extend(c: Context, o: Object, prep: str) -> Object:
    """Further groups of the same list: "and on B", "in addition to C", "among them D", "as far as E"."""
    lexes = c.lexes
    n = o.hi
    while n < len(lexes):
        look = n
        while look < len(lexes) and lexes[look].kind in ("full", "t") and not lexes[look].conj:
            if lexes[look].kind == "full":
                _whole(o, lexes[look])
                o.hi = max(o.hi, look + 1)
            look += 1
        steps = 0
        while look < len(lexes) and steps < 8 and _beside(lexes, look):
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
            look = _closing(lexes, look) + 1
        comma = look < len(lexes) and lexes[look].kind == ","
        look += comma
        nxt = lexes[look] if look < len(lexes) else None
        if nxt is None:
            break
        also = nxt.kind in ("full", "adv") and nxt.conj == "و"
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
        elif (
            nxt.kind == "prep" and (nxt.conj == "و" or comma) and (nxt.id == prep or (prep == "-" and nxt.id == "على"))
        ):
            look += 1
        elif nxt.kind == "group" and also and not nxt.prep:
            pass  # "and likewise C"
        elif (
            nxt.kind == "group"
            and (nxt.conj == "و" or (comma and nxt.prep))
            and (not nxt.prep or nxt.prep == prep or (nxt.prep == "ب" and prep == "ب"))
        ):
            pass
        elif prep == "من" and nxt.kind == "prep" and nxt.id == "الى":
            look += 1
        else:
            break
        if look < len(lexes) and lexes[look].kind == "group" and not lexes[look].locator:
            group = lexes[look]
            members = [m for m in c.accepted(group) if not (m.level == "area" and o.members[0].level == "place")]
            if not members or _begins_clause(lexes, look):
                break
            if o.members[0].level == "area" and members[0].level == "place" and nxt.kind == "listhead":
                o.members = []
            o.members = [*o.members, *members]
            n = o.hi = look + 1
        else:
            break
    return o


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
    plural = full.entry.text in (
        "كاملين",
        "كاملتين",
        "كلها",
        "كلهم",
        "باكملها",
        "بالكامل",
        "كاملا",
        "كامله",
        "كافه",
        "جميعا",
        "تماما",
    )
    for m in o.members if plural else o.members[-1:]:
        m.full = True
