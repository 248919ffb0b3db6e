"""Of what a figure is a share, and who holds it."""

from extract.actors import RIVAL, driven, party
from extract.beside import left_actor, right_actor
from extract.context import Context
from extract.quantity import bare
from extract.reference import anaphor, named_before, relative
from extract.remains import LEFT, holder_left, left_before
from extract.tables import word_set

MAKES_UP = word_set("amounts-to")
_SHRINKS = word_set("shrinks-to")
_OURS = word_set("to-us")
_WE_HOLD = word_set("we-hold")
_ANNEXES = word_set("annexes")
_REMAINDER = word_set("remainder")
_GROUND = word_set("party-ground")
_FREED = word_set("freed")
_THEIR_GROUND = word_set("their-ground")


def target_of(c: Context, figure: int, at: int, kind: str) -> tuple[str, str, str, int] | None:
    """Of what: the place or area of the figure, its denominator, and the lexeme after it."""
    lexes = c.lexes
    if kind == "share of it":
        if c.sentence.words[lexes[figure].i].endswith("هم"):  # "eight thousand people, half of them children"
            return None
        own = named_before(c, figure)[-1:]
        return (own[0].place, "place", own[0].place, at) if own else None
    for n in range(at, min(at + 9, len(lexes))):
        y = lexes[n]
        if y.kind == "group":
            members = c.accepted(y)
            if not members or y.locator:
                continue
            m = members[0]
            if m.place == "aleppo-city" and _were_theirs(c, at, n):
                return "east-aleppo", "area", "east-aleppo", n + 1
            if m.level == "area":
                return m.place, "area", m.place, n + 1
            return m.place, "place", m.place, n + 1
        if y.kind == "ana" and y.id == "one":
            group = anaphor(c, n, y)[-1:]
            if group:
                return group[0].place, "place", group[0].place, n + 1
        if y.kind == "ana" and y.id == "city" and c.talk.aleppo and not c.city:
            whose = any(z.kind == "state" for z in lexes[n + 1 : n + 5])
            return "east-aleppo", "area", "east-aleppo" if whose else "aleppo-city", n + 1
        if y.kind in ("rel", "neg") and y.entry.text in ("ما", "مما") and n <= at + 1 and c.talk.aleppo:
            return "east-aleppo", "area", "unstated", n + 1
        if y.kind in ("pron",) and y.id == "من" and c.talk.aleppo:
            return "east-aleppo", "area", "east-aleppo", n + 1
        if y.kind in ("said", "break") or (y.kind == "," and (n > at or kind != "share")):
            break
    words = c.sentence.words[lexes[at - 1].i if at else 0 : lexes[min(at + 5, len(lexes)) - 1].j]
    if c.talk.aleppo and not c.city and any(bare(w).endswith(("احياء", "حيا", "الاحياء", "مناطق")) for w in words):
        return "east-aleppo", "area", "unstated", min(at + 1, len(lexes))
    return _target_before(c, figure, at, kind)


def _were_theirs(c: Context, lo: int, hi: int) -> bool:
    """ "Sixty per cent of the quarters that were in the hands of the factions in Aleppo": of the east."""
    state = next((n for n in range(lo, hi) if c.lexes[n].kind == "state"), -1)
    was = any(y.kind == "keep" and y.entry.text.startswith("كان") for y in c.lexes[lo : max(lo, state)])
    return was and any(y.kind == "actor" and y.id == "opposition" for y in c.lexes[state:hi])


def _target_before(c: Context, figure: int, at: int, kind: str) -> tuple[str, str, str, int] | None:
    """The area named before its figure: "what is left in the east does not exceed", "their ground", "is the third"."""
    lexes, words = c.lexes, c.sentence.words
    for n in range(figure - 1, max(-1, figure - 14), -1):
        y = lexes[n]
        if y.kind == "group" and y.members[0].level == "place":
            if len(c.accepted(y)) < 2 and _THEIR_GROUND.isdisjoint(words[lexes[figure].i : lexes[figure].i + 6]):
                return None  # "took A, which measures three square kilometres"
            break
        theirs = any(z.kind == "actor" and z.id == "opposition" for z in lexes[max(0, n - 4) : n])
        if theirs and y.kind == "group" and y.members[0].place == "aleppo-city" and _of_ground(words, lexes[n - 1].i):
            return "east-aleppo", "area", "east-aleppo", at  # "the areas of the factions in Aleppo shrank to a third"
        if y.kind == "group" and not y.locator and y.members[0].place != "aleppo-city":
            return y.members[0].place, "area", y.members[0].place, at
        if y.kind == "said":
            break
    near = words[max(0, lexes[figure].i - 12) : lexes[min(at + 2, len(lexes)) - 1].j]
    amounts = words[lexes[figure].i].startswith("ال") and not MAKES_UP.isdisjoint(near)
    if (
        c.talk.aleppo
        and not c.city
        and (amounts or not _THEIR_GROUND.isdisjoint(near) or _left(near) or _number_of(kind, words))
    ):
        return "east-aleppo", "area", "unstated", at
    told = next((f for f in reversed(c.found) if f.event == "share" and f.level == "area"), None)
    if told and kind == "share" and not MAKES_UP.isdisjoint(words[max(0, lexes[figure].i - 3) : lexes[figure].i]):
        return told.place, "area", "unstated", at  # "twelve quarters, which amounts to 40 per cent of the ground that"
    return None


def _of_ground(words: list[str], i: int) -> bool:
    return not _GROUND.isdisjoint(words[max(0, i - 4) : i])


def _number_of(kind: str, words: list[str]) -> bool:
    """ "The number of quarters that ... came to six": not what stands right of it."""
    return kind == "count" and any(w.endswith("عدد") for w in words)


def _left(words: list[str]) -> bool:
    return not _REMAINDER.isdisjoint(words) or not LEFT.isdisjoint(w.removeprefix("و") for w in words)


def holder_of(c: Context, n: int, later: int, hi: int, kind: str) -> tuple[str, int, str]:
    """Who holds the share, the lexeme that says so, and the kind of holding."""
    lexes = c.lexes
    kept = _kept(c, n, later)
    if kept[0]:
        return kept
    order = [*range(n - 1, max(-1, n - 12), -1), *range(later, min(hi + 9, len(lexes)))]
    near = next((m for m in range(hi, min(hi + 4, len(lexes))) if lexes[m].kind == "state"), -1)
    turned = kind == "share of it" or any(lexes[m].kind == "change" for m in range(max(0, n - 4), near))
    if near >= 0 and turned and not any(lexes[m].kind == "rel" for m in range(n, near)):
        order = [near, *order]
    if any(w in MAKES_UP for w in c.sentence.words[max(0, lexes[n].i - 2) : lexes[n].i]):
        order = []
    for m in order:
        y = lexes[m]
        if m < n and y.kind in ("said",) and y.entry.tense != "masdar":
            continue
        rel = relative(lexes, m)
        if rel > n and y.kind in ("state", "verb"):  # "of the districts that were held by X": whose they were
            continue
        if y.kind == "state" and y.id in ("under", "subject", "underown"):
            if m < n and any(z.kind == "break" for z in lexes[m:n]):
                continue
            if m > n + 1 and lexes[m - 1].kind == "keep" and lexes[m - 2].entry.text in ("ما", "مما"):
                continue  # "a tenth of what was in their hands"
            event = "captured" if any(z.kind == "change" for z in lexes[max(0, min(n, m) - 3) : m]) else "controls"
            for k in range(m + 1, min(m + 4, len(lexes))):
                if lexes[k].kind == "actor":
                    return party(c, lexes[k]), m, event
            if y.id == "underown":
                return left_actor(c, m) or c.talk.actor, m, event
        if y.kind == "out" and m + 1 < len(lexes) and lexes[m + 1].kind == "actor":
            return party(c, lexes[m + 1]), m, "lost"  # "out of the hands of X went half of"
        if y.kind == "verb" and y.entry.event in ("captured", "controls", "lost", "withdrew") and y.entry.tense != "":
            if m > hi:
                continue
            right = right_actor(c, m, max(n, m + 6))
            own = right.id if right is not None and right.kind == "actor" else ""
            if own and y.entry.object[:1] == ("من",) and lexes[m + 1].kind == "pron":
                own = RIVAL.get(own, own)  # "the quarters from which they were driven"
            if driven(lexes, m):
                own = RIVAL.get(lexes[m - 1].id, "")
            who = own or left_actor(c, m, y.entry.number or y.entry.suffix) or c.talk.actor
            return who, m, y.entry.event
    makes = n and any(w in MAKES_UP for w in c.sentence.words[max(0, lexes[n].i - 3) : lexes[n].i])
    if makes:  # "besieged in a front that makes up a third of it"
        for m in range(n - 1, max(-1, n - 12), -1):
            if lexes[m].kind == "actor":
                return party(c, lexes[m]), m, "controls"
    shares = [f for f in c.found if f.event == "share"]
    if shares:  # a second figure of the same sentence
        return shares[-1].actor, n, "controls"
    beside = c.sentence.words[max(0, lexes[n].i - 12) : lexes[min(later + 4, len(lexes)) - 1].j]
    if c.voice(n)[0].side == "government" and not _FREED.isdisjoint(beside):
        return "government", n, "captured"  # "the number of freed quarters": in its own words
    return "", n, ""


def _kept(c: Context, n: int, later: int) -> tuple[str, int, str]:
    """Who keeps, or makes his own, a share that no listed verb gives him; "" for nobody."""
    lexes, words = c.lexes, c.sentence.words
    left = left_before(c, n)
    if left >= 0 and any(y.kind == "notonly" for y in lexes[left:n]):  # "nothing is left to them but"
        holder = holder_left(c, left, n) or left_actor(c, left)
        return holder, left, "controls"
    near = words[max(0, lexes[n].i - 4) : lexes[min(later + 4, len(lexes)) - 1].j]
    if not _OURS.isdisjoint(near) or not _WE_HOLD.isdisjoint(near):  # "a third is ours", "we hold a third"
        side = c.voice(n)[0].side
        turned = any(y.kind == "change" for y in lexes[n : later + 4])
        return (side if side in RIVAL or side == "sdf" else ""), n, "captured" if turned else "controls"
    for m in range(n - 1, max(-1, n - 9), -1):
        word = words[lexes[m].i]
        if word in _ANNEXES and m and lexes[m - 1].kind == "actor":
            return party(c, lexes[m - 1]), m, "captured"
        if _SHRINKS & {word, word.removeprefix("ل"), word.removeprefix("و")}:  # "their ground shrank to a third"
            owner = next((party(c, y) for y in lexes[m:n] if y.kind == "actor"), "")
            return owner, m, "controls"
        if any(
            bare(w) in _REMAINDER for w in words[lexes[m].i : lexes[m].j]
        ):  # "what remains to the opposition does not exceed"
            owner = next((party(c, y) for y in lexes[m:n] if y.kind == "actor"), "")
            return owner, m, "controls"
    return "", n, ""
