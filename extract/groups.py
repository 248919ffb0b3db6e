"""Place groups: a head noun and the names it governs, joined by "and", become one lexeme with its members.

A partitive noun before the head binds all names of the group; a noun of position makes the group a locator.
"""

from extract.actors import so_many
from extract.entries import Entry
from extract.lexicon import lexicon
from extract.scan import Lex, Member, Sentence
from extract.tables import word_set

_SKIP = {"full"}


def build_groups(sentence: Sentence) -> None:
    """Replace the names of a sentence by groups, in place."""
    lexes = sentence.lexes
    out: list[Lex] = []
    at = 0
    while at < len(lexes):
        x = lexes[at]
        if x.kind == "area" and _section_of_place(sentence, lexes, at):
            x.kind, x.id = "part", "some"
        if x.kind == "w":
            _other_side(sentence, x, out)
        if x.kind not in ("place", "area"):
            out.append(x)
            at += 1
            continue
        group = Lex("group", x.id, x.i, x.j, x.entry, x.conj, x.prep)
        group.members.append(_member(sentence, x))
        locates = x.kind == "area" and not x.conj and bool(out) and out[-1].kind == "group"
        at = at + 1 if locates else _collect(sentence, lexes, at + 1, group)
        _take_front(sentence, out, group)
        out.append(group)
    sentence.lexes = out


_SECTIONS = tuple(sorted(word_set("section")))


def _section_of_place(sentence: Sentence, lexes: list[Lex], at: int) -> bool:
    """ "The western section of X": or of "the quarter": a part of it, not the west of the city."""
    x = lexes[at]
    if x.j - x.i != 2 or not sentence.words[x.i].removeprefix("و").removeprefix("ب").startswith(_SECTIONS):
        return False
    after = [y.kind for y in lexes[at + 1 : at + 4]]
    if len(after) < 2 or lexes[at + 1].id != "من" or after[0] != "prep":
        return False
    one = lexes[at + 2].id == "one"
    return after[1] == "place" or (one and (after[1] == "ana" or after[1:] == ["head", "place"]))


_SIDES = {
    "والشرقيه": ("west-aleppo", "east-aleppo"), "والشرقي": ("west-aleppo", "east-aleppo"),
    "والغربيه": ("east-aleppo", "west-aleppo"), "والغربي": ("east-aleppo", "west-aleppo"),
    "والجنوبيه": ("north-sector", "south-sector"), "والجنوبي": ("north-sector", "south-sector"),
    "والشماليه": ("south-sector", "north-sector"), "والشمالي": ("south-sector", "north-sector"),
}  # fmt: skip


def _other_side(sentence: Sentence, x: Lex, out: list[Lex]) -> None:
    """ "The western districts are held by A, and the eastern by B": the noun is not said again."""
    sides = _SIDES.get(sentence.words[x.i])
    if sides and any(y.kind == "group" and y.id == sides[0] for y in out[-8:]):
        word = sentence.words[x.i].removeprefix("و")
        x.kind, x.id, x.conj, x.entry = "area", sides[1], "و", Entry("area", sides[1], word, needs="context")


def _member(sentence: Sentence, x: Lex) -> Member:
    other = lexicon().homonyms.get(x.entry.text)
    if other:  # two places of one name: the words beside it say which
        said = " ".join(sentence.words)
        entry = next((e for e in (x.entry, *x.also) if (e.id == other[0]) == any(w in said for w in other[1])), x.entry)
        x.id, x.entry = entry.id, entry
    left = x.kind == "area" and bool(x.entry.event)  # "what remains of the east"
    return Member(x.id, x.kind, sentence, x.i, x.j, x.entry.needs, left)


def _collect(sentence: Sentence, lexes: list[Lex], at: int, group: Lex) -> int:
    """Take the further names of a list; the position after the last."""
    while True:
        twin = _gapped_adjective(sentence, lexes, at, group)
        if twin:
            group.members.append(twin)
            group.j = lexes[at].j
            at += 1
            continue
        look = at
        if look < len(lexes) and lexes[look].kind == "(":  # another spelling in brackets
            closing = next((n for n in range(look, min(look + 6, len(lexes))) if lexes[n].kind == ")"), None)
            if closing is not None:
                look = closing + 1
        if look < len(lexes) and lexes[look].kind in _SKIP and lexes[look].entry.text != "كامل":
            if look + 1 < len(lexes) and lexes[look + 1].conj == "و":
                group.members[-1].full = True
            look += 1
        comma = look < len(lexes) and lexes[look].kind in (",", "-")
        look += comma
        first = lexes[look] if look < len(lexes) else None
        if first is None or not (first.conj == "و" or comma) or first.prep:
            return at
        headed = False
        if first.kind == "head" and look + 1 < len(lexes):
            look += 1
            headed = True
        name = lexes[look]
        if name.kind not in ("place", "area") or (headed and (name.conj or name.prep)):
            return at
        if name.kind == "place" and group.members[0].level == "area" and lexes[at].kind == "-":
            return at  # "districts of the east - A and B -"
        if name.kind == "area" and group.members[0].level == "place" and name.id in ("aleppo-city", "east-aleppo"):
            return at
        if comma and first.conj != "و" and not (group.headed or len(group.members) > 1 or _list_goes_on(lexes, look)):
            return at
        group.members.append(_member(sentence, name))
        if headed:
            group.headed = group.headed or "many"
        group.j = name.j
        at = look + 1


def _list_goes_on(lexes: list[Lex], at: int) -> bool:
    """Whether a name joined by a comma alone is followed by a further name, or by the end of a bracket."""
    for x in lexes[at + 1 : at + 12]:
        if x.kind in ("place", "area", ")"):
            return True
        if x.kind not in ("place", "area", "head", ","):
            return False
    return False


def _gapped_adjective(sentence: Sentence, lexes: list[Lex], at: int, group: Lex) -> Member | None:
    """ "Eastern and western Ansari": the second adjective stands for the whole second name."""
    if at >= len(lexes):
        return None
    x = lexes[at]
    word = sentence.words[x.i]
    if not word.startswith("وال") or x.j - x.i != 1:
        return None
    last = next((y for y in reversed(lexes[:at]) if y.kind in ("place", "area")), None)
    if last is None or last.j - last.i < 2 or last.id != group.members[-1].place:
        return None
    name = last.entry.text.split()
    node = lexicon().words.get(name[0])
    for part in [*name[1:-1], word[1:]]:
        node = node.then.get(part) if node is not None and node.then else None
    for entry in node.entries if node is not None else ():
        if entry.kind in ("place", "area"):
            return Member(entry.id, entry.kind, sentence, x.i, x.j, entry.needs)
    return None


def _take_front(sentence: Sentence, out: list[Lex], group: Lex) -> None:
    """Take what stands before the first name into the group: its head, "all of", "parts of"; note a locator."""
    if group.conj and not group.prep and not out:
        return
    while not group.conj and not group.prep and out and out[-1].kind == "head":
        head = out.pop()
        group.headed = group.headed or head.id
        _front(group, head)
    if not group.prep and not group.conj and out and out[-1].kind == "full" and _before(out[-1]):
        whole = out.pop()
        for member in group.members:
            member.full = True
        _front(group, whole)
        if out and not group.prep and not group.conj and out[-1].kind == "head":
            head = out.pop()
            group.headed = head.id
            _front(group, head)
    built = _take_part(sentence, out, group)
    last = out[-1] if out else None
    if last is None or group.conj:
        return
    if built and last.kind == "loc":
        _front(group, out.pop())
        group.prep = "ب"  # near a mosque in X is in X
        return
    if (last.kind in ("loc", "side") and not (last.kind == "side" and group.prep)) or (
        last.kind == "prep"
        and last.id in ("من", "الى", "في")
        and len(out) > 1
        and out[-2].kind in ("loc", "side")
        and not (last.id == "من" and out[-2].entry.text in RANGES)
    ):
        group.locator = True
    axis = sentence.words[group.i].startswith("محور") or "محور" in last.entry.text
    if axis and last.kind == "prep" and last.id == "من" and not any(y.entry.event == "withdrew" for y in out[-6:]):
        group.locator = True  # "stormed X from the axes of A and B"
    if group.prep in ("ل", "ب") and last.kind == "loc":
        group.locator = True
    named_so = last.kind == "w" and sentence.words[last.i] in _BUILT and not group.prep
    if named_so and len(out) > 1 and out[-2].kind == "loc":  # "near the mosque of X"
        group.locator = True


def _before(full: Lex) -> bool:
    return full.entry.text in ("كامل", "كل", "جميع", "كافه")


def _front(group: Lex, front: Lex) -> None:
    group.i, group.conj, group.prep = front.i, front.conj, front.prep


# "The ground that stretches from A to B": A and B are what it consists of.
RANGES = ("الممتد", "الممتده")
_BUILT = word_set("built")
_GROUND = {"مناطق", "ومناطق", "منطقه"}  # "areas in X": a part of X


def _built(sentence: Sentence, out: list[Lex], first: int) -> int:
    """Where "a school in X" begins, behind "in": what is built there is a part of X. -1 for nothing built."""
    if len(out) - 1 <= first or out[-1].kind != "prep" or out[-1].id not in ("في", "داخل"):
        return -1
    for n in range(max(0, first), len(out) - 1):
        if out[n].kind == "w" and not out[n].conj and sentence.words[out[n].i] in _BUILT:
            return n
    return -1


_OF_MEN = word_set("so-many-of") | word_set("remnants")


def _take_part(sentence: Sentence, out: list[Lex], group: Lex) -> bool:
    """ "Large parts of", "points in", "what was left of": the group begins there. True for a building in X."""
    if group.conj or group.prep == "ب":
        return False
    look = len(out) - 1
    if look >= 0 and out[look].kind == "prep" and out[look].id in ("من", "في", "داخل") and not group.prep:
        look -= 1
        steps = 0
        while (
            look >= 0
            and steps < 3
            and out[look].kind in ("w", "actor")
            and (not out[look].prep or (out[look].kind == "actor" and out[look].prep == "ل"))
            and not (out[look].kind == "actor" and so_many(out, look))
        ):
            look -= 1
            steps += 1
        if look >= 1 and out[look].kind == "part" and out[look].conj and out[look - 1].kind == "part":
            look -= 1
        if look >= 1 and out[look].id == "من" and out[look - 1].kind == "part":
            look -= 1  # "a number of the buildings in X"
        elif look >= 2 and out[look].kind == "part" and out[look - 1].id == "من" and out[look - 2].kind == "part":
            look -= 2  # "a number of blocks of flats in X"
    if look >= 0 and out[look].kind == "w" and out[look].conj and look >= 1 and out[look - 1].kind == "part":
        look -= 1
    ground = look >= 0 and out[-1].id == "في" and look == len(out) - 2 and sentence.words[out[look].i] in _GROUND
    if ground and group.members[0].level == "place" and out[look].kind in ("head", "generic"):
        for member in group.members:
            member.partial = True
        _front(group, out[look])
        del out[look:]
        return False
    if look < 0 or out[look].kind != "part":
        look = _built(sentence, out, look + 1) if group.members[0].level == "place" else -1
    if look < 0:
        return False
    if out[look].entry.text in _OF_MEN and [y.kind for y in out[look + 1 : look + 3] if y.id != "من"][:1] == ["actor"]:
        return False  # "most of the gunmen in X"
    part = out[look]
    if part.id == "some" or part.kind == "w":
        for member in group.members:
            member.partial = True
    _front(group, part)
    del out[look:]
    return part.kind == "w"
