"""Who a party named in a sentence is, and whether it can be the subject of a verb."""

from extract.context import Context
from extract.scan import Lex
from extract.tables import word_set

RIVAL = {"government": "opposition", "opposition": "government"}
_NOT_SUBJECT = {"من", "مع", "ضد", "على", "عن", "الى", "نحو", "بين", "في", "بعد", "صوب", "باتجاه", "حول"}
_SOME = word_set("some-of")
BANDS = word_set("bands")
_MAKES = word_set("makes-it")


def party(c: Context, x: Lex) -> str:
    """The party a lexeme names. "The units" alone are the Kurdish ones where these were named."""
    if x.entry.text == "الوحدات" and "sdf" in c.talk.actors.values() and "units" in c.talk.actors:
        return "sdf"
    return x.id


def eligible(lexes: list[Lex], n: int) -> bool:
    """Whether the party at a lexeme can be a subject: not behind a preposition."""
    x = lexes[n]
    if x.prep:
        return False
    before = lexes[n - 1] if n else None
    if before is None:
        return True
    if (
        before.kind == "prep"
        and before.id == "من"
        and n > 1
        and lexes[n - 2].entry.kind in ("w", "part", "civil", "gsrc")
    ):
        any_of = n > 2 and lexes[n - 3].kind == "part"  # "any soldier of X"
        any_of = any_of or (n > 2 and lexes[n - 2].kind == "w" and lexes[n - 3].id in BANDS)  # "a second batch of X"
        return any_of or lexes[n - 2].id in _SOME or lexes[n - 2].entry.text in _SOME  # "groups of X" are X
    if n > 1 and lexes[n - 2].kind == "actor" and _drives_out(before):  # "the units drove the fighters out of"
        return False
    if before.kind == "prep":
        return before.id == "agent" or before.id not in _NOT_SUBJECT
    if before.kind in ("break", "consequence") and before.entry.text in _MAKES:
        return False
    if before.kind in ("cite", "state", "out", "after", "loc"):
        return False
    return not oblique(x) or before.kind == "that" or so_many(lexes, n)


_SO_MANY = word_set("so-many-of")
_GOES = {"withdrew", "entered", "attack", "clashes"}


def so_many(lexes: list[Lex], n: int) -> bool:
    """ "All the fighters left", "most of the gunmen entered": they are the subject of a verb of going."""
    if (
        n < 2
        or lexes[n - 1].prep
        or lexes[n - 1].conj
        or _SO_MANY.isdisjoint((lexes[n - 1].entry.text, lexes[n - 1].id))
    ):
        return False
    e = lexes[n - 2].entry
    return lexes[n - 2].kind == "verb" and e.event in _GOES and e.tense in ("past", "pres", "fut") and not e.suffix


def driven(lexes: list[Lex], at: int) -> bool:
    """ "The gunmen were driven out of X": with nobody behind the verb whom it drives, its subject is driven."""
    x = lexes[at]
    if not _drives_out(x) or x.entry.suffix or at + 2 >= len(lexes) or lexes[at + 1].id != "من":
        return False
    return lexes[at - 1].kind == "actor" and oblique(lexes[at - 1]) if at else False


def _drives_out(x: Lex) -> bool:
    e = x.entry
    return x.kind == "verb" and e.event == "captured" and e.tense == "past" and e.object[:1] == ("من",)


def oblique(x: Lex) -> bool:
    """A plural in the form it has as object or behind a noun, which no subject has (but after "that")."""
    first = x.entry.text.split()[0]
    return x.entry.number == "p" and first.endswith(("ين", "ي"))


def remember(c: Context) -> None:
    """What later sentences may refer back to: of each number, the first party that this sentence is about."""
    first: dict[str, str] = {}
    for n, x in enumerate(c.lexes):
        if x.kind == "actor" and x.id in (*RIVAL, "sdf"):
            if x.entry.text.startswith("وحدات حمايه") or x.entry.text == "الوحدات الكرديه":
                c.talk.actors["units"] = "sdf"
            if eligible(c.lexes, n):
                first.setdefault(x.entry.number, party(c, x))
    c.talk.actors |= first
