"""What pronouns and words like "the quarter" stand for: of a relative clause, of the sentence, of the text."""

from extract.context import Context
from extract.lexicon import lexicon
from extract.outside import is_masculine, town_before
from extract.paradigm import WE
from extract.scan import Lex, Member
from extract.tables import word_set

WHO = {"الذي", "التي", "اللذين", "اللتين", "اللذان", "اللتان", "الذين", "حيث"}


def number_of(text: str) -> str:
    """The number of a pronoun, by its ending."""
    return "d" if text.endswith("هما") else "f" if text.endswith("ها") else "p" if text.endswith("هم") else "s"


def part_of(m: Member) -> Member:
    """The same place, only a part of it."""
    return Member(m.place, m.level, m.sentence, m.i, m.j, m.needs, True)


def antecedent(c: Context, at: int, number: str = "") -> list[Member]:
    """The places a pronoun at or behind a lexeme stands for: of a relative clause, of the sentence, of the text."""
    lexes = c.lexes
    if number == WE:  # "we" are no place
        return []
    half = _half(c, at, number)
    if half:
        return half
    rel = relative(lexes, at)
    if rel >= 0:
        for n in range(rel - 1, max(-1, rel - 9), -1):
            y = lexes[n]
            if y.kind == "group":
                comma = lexes[rel - 1].kind == ","
                if y.members[0].level == "area" and any(
                    z.kind == "group" and z.members[0].level == "place" for z in lexes[max(0, n - 5 - 3 * comma) : n]
                ):
                    continue  # "A in Aleppo, which", "A, the largest of the east, which"
                return c.accepted(y) or list(y.members if y.headed else [])
            if y.kind == "ana":
                return anaphor(c, n, y)
            if y.kind in ("head", "generic") and y.id == "many":
                return _one_of_them(c, n)
            if y.kind in ("w", "passage") and n == rel - 1 and n and _of_another_noun(lexes, n):
                return []  # "left X through the ways that the army secured"
            if y.kind in ("actor", "civil") and n == rel - 1:  # "the fighters who were in it": the place is elsewhere
                return [] if c.talk.outside else _agreeing(c.talk.group, number)
            if y.kind == "," and n == rel - 1:
                continue
            if y.kind == "," and lexes[rel - 1].kind == ",":  # an aside before the relative clause
                continue
            if y.kind in ("verb", "said", "break", "noun", ",") or (y.kind == "w" and c.sentence.words[y.i][0] == "و"):
                break
        return []
    apposed = at > 1 and c.sentence.words[lexes[at - 2].i] in ("وهو", "وهي", "هو", "هي", "اول")
    if (
        at and not apposed and lexes[at - 1].kind in ("head", "generic")
    ):  # "towns it holds": a clause on a noun without a name
        return []
    town = town_before(c.sentence, at)
    fled: list[Member] = []
    for n in range(at - 1, -1, -1):
        y = lexes[n]
        if y.kind == "group" and y.locator and not fled and n and lexes[n - 1].id == "من" and _fled_from(c, n):
            fled = [m for m in c.accepted(y) if m.level == "place"]
        if n == town and (number not in ("s", "f") or (number == "s") == is_masculine(y)):
            return []
        if y.kind == "group" and not y.locator and not _whence(lexes, n):
            members = c.accepted(y)
            if number == "f" and members and not any(z.kind == "group" for z in lexes[:n]):
                return members  # "safety returned to Aleppo after it was freed": the one place of the sentence so far
            members = [m for m in members if m.place != "aleppo-city"]
            if members and members[0].level == "area" and not y.conj and _lies_in(lexes, n):
                continue  # "the quarter of X west of the city": the quarter
            if (
                number in ("s", "d")
                and members
                and members[0].level == "area"
                and _has_place(c, n)
                and not (n and c.lexes[n - 1].kind == "break")
            ):
                continue
            if members and not (number == "s" and len(members) > 1 and n > 0):
                return _agreeing(members, number)
        if y.kind == "ana" and y.id == "city" and number == "f":
            return anaphor(c, n, y)
        if y.kind == "ana" and y.id in ("one", "two", "many"):
            members = anaphor(c, n, y)
            if members:
                return _agreeing(members, number)
    if fled:  # "people fled from X after the army had entered it"
        return _agreeing(fled, number)
    return [] if town >= 0 or c.talk.outside else _agreeing(c.talk.group, number)


def _fled_from(c: Context, n: int) -> bool:
    return any(y.kind == "flight" for y in c.lexes[max(0, n - 6) : n])


_FIRST_OF = word_set("first-of")


def _one_of_them(c: Context, n: int) -> list[Member]:
    """ "X was the first of the districts that": X; other districts have no name."""
    before = c.lexes[max(0, n - 5) : n]
    if not before or c.sentence.words[before[-1].i] not in _FIRST_OF:
        return []
    named = next((y for y in reversed(before) if y.kind == "group" and y.members[0].level == "place"), None)
    return c.accepted(named)[-1:] if named is not None else []


def _of_another_noun(lexes: list[Lex], n: int) -> bool:
    """Whether the noun a relative clause stands on hangs on a preposition, and is no adjective of a place."""
    before = lexes[n - 1]
    return (
        before.kind == "prep" or (before.kind == "w" and n > 1 and lexes[n - 2].kind == "prep") or bool(lexes[n].prep)
    )


def _whence(lexes: list[Lex], n: int) -> bool:
    """ "Entered X from the side of Y and took most of it": Y is only where they came from."""
    return n > 0 and lexes[n - 1].kind == "prep" and lexes[n - 1].entry.text in _FROM_THERE


_FROM_THERE = {"من جهه", "من ناحيه", "من محور", "انطلاقا من"}


def _lies_in(lexes: list[Lex], n: int) -> bool:
    """Whether an area stands right behind a neighbourhood, to say where that lies."""
    n -= 1 + (n > 1 and lexes[n - 1].kind in ("prep", "side"))
    return n >= 0 and lexes[n].kind == "group" and lexes[n].members[0].level == "place"


_HALVES = {"شرق": "east-aleppo", "غرب": "west-aleppo"}


def _half(c: Context, at: int, number: str) -> list[Member]:
    """ "Divided between a west that the government holds and an east that the opposition holds"."""
    y = c.lexes[at - 1] if at else None
    if y is None or y.kind != "side" or number != "s" or not c.talk.aleppo or c.city:
        return []
    area = _HALVES.get(c.sentence.words[y.i].removeprefix("و"))
    return [Member(area, "area", c.sentence, y.i, y.j, "")] if area else []


def _has_place(c: Context, before: int) -> bool:
    """Whether a neighbourhood was named in the sentence, or last in the text: "it" is that, not the area."""
    if any(y.kind == "group" and y.members[0].level == "place" for y in c.lexes[:before]):
        return True
    return not c.lexes[before].headed and bool(c.talk.group)


def named_before(c: Context, at: int) -> list[Member]:
    """The places last named before a lexeme in its sentence, else in the text: what "there" means."""
    town = town_before(c.sentence, at)
    for n in range(at - 1, town, -1):
        y = c.lexes[n]
        if y.kind == "group" and not y.locator:
            members = [m for m in c.accepted(y) if m.level == "place"]
            if members:
                return members
    return [] if town >= 0 or c.talk.outside else list(c.talk.group)


def _agreeing(members: list[Member], number: str) -> list[Member]:
    if number == "s":
        return members[-1:]
    return members[-2:] if number == "d" else list(members)


def relative(lexes: list[Lex], at: int) -> int:
    """The relative pronoun whose clause a verb opens, or -1."""
    for n in range(at - 1, max(-1, at - 8), -1):
        y = lexes[n]
        if y.kind == "rel":
            return n if y.entry.text in WHO else -1
        if y.kind not in ("actor", "aux", "neg", "keep", "w", "t", "change", "verb", "op", "said", "civil", "pron"):
            return -1
        if y.kind in ("verb", "said") and y.entry.tense == "masdar":
            return -1
    return -1


def _quarters(members: list[Member]) -> list[Member]:
    """Those that "the quarter" may mean: no hospital, roundabout or company is one."""
    places = lexicon().places
    return [m for m in members if m.place not in places or places[m.place].kind != "landmark"]


def anaphor(c: Context, at: int, x: Lex) -> list[Member]:
    """ "The quarter", "both", "these districts", "those that X named", "the city"."""
    town = town_before(c.sentence, at)
    before = [
        m
        for y in c.lexes[town + 1 : at]
        if y.kind == "group" and not y.locator
        for m in c.accepted(y)
        if m.level == "place"
    ]
    if not before and (town >= 0 or c.talk.outside) and x.id in ("one", "two", "many"):
        return []
    if x.id == "city":
        if c.city or c.talk.elsewhere or c.talk.outside or not c.talk.aleppo:
            return []
        return [Member("aleppo-city", "area", c.sentence, x.i, x.j, "")]
    if x.id == "theirs":
        voice = c.voice(at)[0].id
        mine = {f.place for f in c.found if f.voice.id == voice and f.stance == "asserts"}
        for who in reversed(list(c.talk.army_named)):
            if who != voice:
                return [m for m in c.talk.army_named[who] if m.place not in mine]
        return []
    if x.id == "one" and c.sentence.words[x.j : x.j + 1] == ["الاول"]:  # "the first (of these) quarters"
        named = before or c.talk.named or c.talk.group
        return [m for m in named if m.level == "place"][:1]
    if x.id == "one":
        quarters = _quarters(before)
        if quarters:
            return quarters[-1:]
        places = [m for m in c.talk.group if m.level == "place"]
        earlier = [m for m in c.talk.named if m.level == "place"]  # a landmark alone here is no quarter
        return (_quarters(places) or _quarters(earlier) or before or places)[-1:]
    if x.id == "two":
        named = [m for m in (c.talk.recent[-1] if c.talk.recent else []) if m.level == "place"]
        pair = named if len(named) == 2 else [m for m in c.talk.group if m.level == "place"]
        return before[-2:] if len(before) > 1 else pair[-2:]
    if before:
        return list({m.place: m for m in before}.values())
    return [m for m in (c.talk.recent[-1] if c.talk.recent else []) if m.level == "place"]
