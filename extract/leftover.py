"""What is left of somebody's ground, as one area: "what remains in their hands of the east", "the rest of theirs"."""

from extract.claiming import claim
from extract.context import Context, Object
from extract.entries import Entry
from extract.scan import Lex, Sentence
from extract.stance import Scope
from extract.tables import word_set

_WHAT = {"ما", "مما", "عما", "بما", "لما"}
_REMAINS = word_set("remains")
_REST = word_set("rest-of")
_THEIRS = word_set("to-them")
_GROUND = word_set("cut-ground")
_MEASURED = {"notonly", "num", "listhead"}
_IN = {"من", "في", "داخل"}
_HOLDS = {"captured", "controls"}
_PARTY_GROUND = word_set("party-ground")
_NOUNS = _REST | _PARTY_GROUND
_CONTROL = word_set("of-control")
_OWN_CONTROL = {w[:-1] + "ت" + end if w.endswith("ه") else w + end for w in _CONTROL for end in ("ها", "هم", "ه")}
_SHRINK = word_set("shrinks-to") | word_set("shrinks")
_SIDE = {"opposition": "east-aleppo", "government": "west-aleppo"}
_SIDE_OF = {place: owner for owner, place in _SIDE.items()}
HELD, LEFT = "left in hands", "left"


def join_leftovers(sentence: Sentence) -> None:
    """Replace the words of each phrase by one area, in place; a phrase that is measured or listed is left alone."""
    words = sentence.words
    if _WHAT.isdisjoint(words) and not any(w in _NOUNS or w[1:] in _NOUNS for w in words):
        return
    lexes, at = sentence.lexes, 0
    while at < len(lexes):
        found = _phrase(sentence, at)
        if found:
            end, area, mark = found
            x, first = lexes[at], lexes[at].i
            if words[x.i] == "مما" and not (at and lexes[at - 1].kind == "prep"):
                lexes.insert(at, Lex("prep", "من", x.i, x.i + 1, Entry("prep", "من", "من")))
                at, end, first = at + 1, end + 1, x.i + 1
            entry = Entry(
                "area", area.id, area.entry.text, number=_SIDE_OF.get(area.id, ""), event=mark, needs=area.entry.needs
            )
            last = lexes[end - 1].j
            lexes[at:end] = [Lex("area", area.id, first, last, entry, x.conj, x.prep)]
        at += 1


def _phrase(sentence: Sentence, at: int) -> tuple[int, Lex, str] | None:
    """The lexeme after a phrase that begins here, its area, and whether it says in whose hands that is."""
    lexes = sentence.lexes
    n = _head(sentence, at)
    if n < 0:
        return _party_ground(sentence, at)
    held, owner, n = _holding(sentence, n)
    ground = _ground(sentence, n, owner)
    if ground is None:
        return None
    end, area, owner = ground
    if not owner or _is_measured(lexes, at, end) or (owner == "own" and not _theirs(lexes, at)):
        return None
    return end, area, HELD if held else LEFT


def _party_ground(sentence: Sentence, at: int) -> tuple[int, Lex, str] | None:
    """ "The areas (of control) of the opposition in Aleppo": the east of it; of the army's, the west."""
    words, lexes, x = sentence.words, sentence.lexes, sentence.lexes[at]
    if x.kind not in ("head", "generic") or x.entry.text not in _PARTY_GROUND:
        return None
    n = at + 1
    own = n < len(lexes) and words[lexes[n].j - 1] in _OWN_CONTROL
    if own and _theirs(lexes, at) and any(y.kind == "actor" for y in lexes[:at]):
        n += 1 + (n + 1 < len(lexes) and lexes[n + 1].id == "في")
        area = _area(lexes[n], "opposition") if n < len(lexes) else None
        return (n + 1, area, "") if area is not None and not _is_measured(lexes, at, n + 1) else None
    n += n < len(lexes) and words[lexes[n].j - 1] in _CONTROL
    named = n < len(lexes) and lexes[n].kind == "actor" and not lexes[n].prep and not lexes[n].conj
    if not named or lexes[n].id not in ("opposition", "government"):
        return None
    owner, n = lexes[n].id, n + 1
    n += n < len(lexes) and lexes[n].kind == "prep" and lexes[n].id == "في"
    y = lexes[n] if n < len(lexes) else None
    if y is None or y.kind != "area" or y.id not in ("aleppo-city", _SIDE[owner]) or _is_measured(lexes, at, n + 1):
        return None
    if any(not _SHRINK.isdisjoint((words[z.i], words[z.i].removeprefix("و"))) for z in lexes[max(0, at - 4) : at]):
        return None  # "the areas of the opposition shrank": whose they were, is asked there
    return n + 1, Lex("area", _SIDE[owner], y.i, y.j, y.entry), ""


def _head(sentence: Sentence, at: int) -> int:
    """The lexeme after "what remains", "the rest of", "all that is"; -1 for none."""
    words, lexes = sentence.words, sentence.lexes
    x = lexes[at]
    first = words[x.i].removeprefix("و")
    if x.kind in ("part", "w") and x.j == x.i + 1 and (first in _REST or first[1:] in _REST):
        return at + 1
    if x.kind == "keep" or not (first in _WHAT or first[1:] in _WHAT):
        return -1
    if x.j > x.i + 1:
        return at + 1 if x.kind == "part" and words[x.i + 1] in _REMAINS else -1
    if at + 3 < len(lexes):
        y = lexes[at + 1]
        if y.kind == "verb" and y.entry.tense == "pres" and y.entry.event in _HOLDS and lexes[at + 2].kind == "pron":
            return at + 1  # "what the gunmen hold of"
        if y.kind == "state" or (not y.conj and words[y.j - 1] in _REMAINS):
            return at + 1 + (y.kind != "state")
    return -1


def _holding(sentence: Sentence, n: int) -> tuple[bool, str, int]:
    """Whether it is said to be in somebody's hands, whose it is, and the lexeme after that."""
    lexes = sentence.lexes
    while n < len(lexes) and lexes[n].kind in ("t", "adv", "full"):
        n += 1
    if n >= len(lexes):
        return False, "", n
    x = lexes[n]
    if x.kind == "state" and x.id == "underown":
        return True, "own", n + 1
    if x.kind == "verb" and n + 2 < len(lexes) and lexes[n + 2].kind == "actor":
        return True, lexes[n + 2].id, n + 3
    if x.kind == "state" and x.id in ("under", "subject"):
        named = n + 1 < len(lexes) and lexes[n + 1].kind == "actor"
        return (True, lexes[n + 1].id, n + 2) if named else (False, "", n)
    if x.kind == "actor" and x.prep == "ل":
        return False, x.id, n + 1
    if x.j == x.i + 1 and sentence.words[x.i] in _THEIRS:
        return False, "own", n + 1
    return False, "", n


def _ground(sentence: Sentence, n: int, owner: str) -> tuple[int, Lex, str] | None:
    """The ground of which it is left, with the lexeme after it and whose it is: an area, or quarters of a party."""
    lexes, words, first = sentence.lexes, sentence.words, n
    if n < len(lexes) and lexes[n].kind == "prep" and lexes[n].id in _IN:
        n += 1
    if n >= len(lexes):
        return None
    noun = None
    if words[lexes[n].i] in _GROUND and lexes[n].j == lexes[n].i + 1 and lexes[n].kind in ("head", "generic", "state"):
        noun = lexes[n]
        n += 1
        if n < len(lexes) and lexes[n].kind == "actor" and not lexes[n].prep and not lexes[n].conj:
            if owner not in ("", "own", lexes[n].id):
                return None
            owner = lexes[n].id
            n += 1
    elif n == first:
        return None
    if n + 1 < len(lexes) and lexes[n].kind == "prep" and lexes[n].id in _IN and noun is not None:
        n += 1
    area = _area(lexes[n], owner) if n < len(lexes) else None
    if area is not None:
        return (n + 1, area, owner) if owner in ("own", "opposition") else None
    if noun is None or owner != "opposition" or (n < len(lexes) and lexes[n].kind in ("city", "place")):
        return None
    n -= lexes[n - 1].kind == "prep"
    return n, _east(noun.i, noun.j), owner


def _area(x: Lex, owner: str) -> Lex | None:
    """The area a lexeme names; of the city, what the opposition holds is the east."""
    if x.kind == "area" and x.id != "aleppo-city":
        return x if x.id != "west-aleppo" else None
    city = x.kind == "area" or (x.kind == "ana" and x.id == "city")
    return _east(x.i, x.j) if city and owner == "opposition" else None


def _east(i: int, j: int) -> Lex:
    return Lex("area", "east-aleppo", i, j, Entry("area", "east-aleppo", "", needs="context"))


def _theirs(lexes: list[Lex], at: int) -> bool:
    """Whether "their hands" are the opposition's: it is the party named last before them."""
    return next((y.id for y in reversed(lexes[:at]) if y.kind == "actor"), "opposition") == "opposition"


def _is_measured(lexes: list[Lex], at: int, end: int) -> bool:
    """ "What is left does not go beyond A and B", "is a third": the figure or the list says what it is."""
    return any(y.kind in _MEASURED or y.id == "confined" for y in (*lexes[max(0, at - 3) : at], *lexes[end : end + 6]))


def read_leftovers(c: Context) -> None:
    """ "What remains in their hands of the east": they hold it, whatever is said to happen to it."""
    talk = c.talk
    for n, x in enumerate(c.lexes):
        if x.kind != "group" or x.entry.event != HELD:
            continue
        members = [m for m in c.accepted(x) if m.i == x.members[0].i]
        last, actor = talk.last, talk.actor
        claim(c, n, Object(members, n, n + 1, "left"), "controls", "opposition", Scope(), ["T:left-in-hands"])
        talk.last, talk.actor = last, actor
