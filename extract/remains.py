"""What is left to somebody: "nothing remains to them but A and B", "its control is confined to A and B"."""

from extract.actors import RIVAL, party
from extract.claiming import claim
from extract.context import Context, Object
from extract.objects import find_object
from extract.stance import Scope
from extract.tables import word_set

LEFT = word_set("left-with")
_PARTIES = ("government", "opposition", "sdf")


def nothing_but(c: Context, at: int) -> None:
    """ "Nothing is left to the fighters but A and B": they hold A and B."""
    left = left_before(c, at)
    if left < 0:
        return
    holder = holder_left(c, left, at)
    o = find_object(c, at, ("-", "في", "من"), limit=3)
    if not holder:
        holder, o = _men_left(c, left, at)
    if holder and o and o.how != "districts" and not any(m.place == "aleppo-city" for m in o.members):
        claim(c, at, o, "controls", holder, all_but(c, at), ["T:left-with"], lo=left)


def all_but(c: Context, at: int) -> Scope:
    """The scope of "nothing is left but X": actual, unless nothing "will be" left, perhaps under a condition."""
    scope = Scope(rules=["O:except"])
    will = next((n for n, y in enumerate(c.lexes[:at]) if y.kind == "neg" and y.entry.text == "لن"), -1)
    if will >= 0 and c.sentence.words[c.lexes[will].j] in LEFT:
        scope.realis = "conditional" if any(y.id == "condition" for y in c.lexes[:will]) else "intended"
    return scope


def _men_left(c: Context, left: int, at: int) -> tuple[str, Object | None]:
    """ "Nothing is left in X but some fighters": theirs is X still."""
    men = next((y for y in c.lexes[at + 1 : at + 5] if y.kind == "actor" and y.id in _PARTIES), None)
    o = find_object(c, left, ("في", "داخل"), limit=3) if men is not None else None
    inside = o is not None and o.hi <= at and all(m.level == "place" for m in o.members)
    return (party(c, men), o) if men is not None and inside else ("", None)


def left_before(c: Context, at: int) -> int:
    """The lexeme before another that says that nothing is left, or -1."""
    words, lexes = c.sentence.words, c.lexes
    return next((n for n in range(at - 1, max(-1, at - 12), -1) if words[lexes[n].i].lstrip("و") in LEFT), -1)


def holder_left(c: Context, left: int, at: int) -> str:
    """To whom something is left, between these lexemes."""
    for n in range(left, at):
        if c.lexes[n].kind == "actor":
            facing = n and c.sentence.words[c.lexes[n - 1].i] == "امام"  # "before the army there remain only"
            return RIVAL.get(c.lexes[n].id, "") if facing else c.lexes[n].id
    between = c.sentence.words[c.lexes[left].i : c.lexes[at].i]
    if not _THEIRS.isdisjoint(between):  # "as for the factions, nothing is left to them but"
        named = next((y for y in reversed(c.lexes[max(0, left - 5) : left]) if y.kind == "actor" and not y.prep), None)
        if named is not None:
            return party(c, named)
    return _own(c, left, at)


def _own(c: Context, lo: int, hi: int) -> str:
    """ "To us", "in its hands": the speaker's side, or the one the sentence is about."""
    words = c.sentence.words[c.lexes[lo].i : c.lexes[hi].i]
    if any(w in _OURS for w in words):
        side = c.voice(hi)[0].side
        return side if side in _PARTIES else ""
    own = any(y.kind in ("pron", "state") or (y.kind == "verb" and y.entry.suffix) for y in c.lexes[lo:hi]) or any(
        w in _THEIRS for w in words
    )
    plural = any(w.endswith("هم") for w in words)
    return ((plural and c.talk.actors.get("p")) or c.talk.actors.get("f") or c.talk.actor) if own else ""


_OURS = word_set("to-us")
_THEIRS = word_set("to-them")


def confined(c: Context, at: int) -> None:
    """ "The control of the factions is confined to A and B", "what is left to them does not go beyond A"."""
    lexes = c.lexes
    start, holder = at, ""
    for n in [*range(at + 1, min(at + 7, len(lexes))), *range(at - 1, max(-1, at - 9), -1)]:
        y = lexes[n]
        if y.kind == "group" and n > at:
            continue
        if y.kind == "actor":
            start, holder = max(at, n), party(c, y)
            break
    near = c.sentence.words[max(0, lexes[at].i - 10) : lexes[at].j + 6]
    beside = any(y.kind == "actor" for y in (*lexes[at + 1 : at + 2], *lexes[max(0, at - 1) : at]))
    if not beside and not any(w in _HOLDING or w.removeprefix("و") in _HOLDING for w in near):
        return
    holder = holder or _own(c, max(0, at - 6), min(at + 5, len(lexes) - 1))
    held = at + 1 < len(lexes) and lexes[at + 1].kind == "verb" and lexes[at + 1].entry.tense == "masdar"
    start = max(start, at + 1) if held else start  # "is confined, its control, to"
    o = find_object(c, start, ("على", "في", "ب", "الى", "-"))
    while o and all(m.place in ("aleppo-city", "east-aleppo") for m in o.members):
        o = find_object(c, o.hi - 1, ("على", "في", "ب", "الى", "-"), limit=5)
    if o and holder in _PARTIES:
        claim(c, at, o, "controls", holder, Scope(rules=["O:confined"]), ["T:confined"], lo=min(at, start))


_HOLDING = word_set("holding")
