"""In whose hands a place is: "under the control of", "in the hands of", "stronghold of", "out of the control of"."""

from itertools import pairwise

from extract.actors import RIVAL
from extract.beside import left_actor
from extract.cessation import no_longer
from extract.claiming import claim
from extract.context import Context, Object
from extract.enclosed import enclosed
from extract.lasting import stands_fast
from extract.listing import list_after
from extract.objects import find_object
from extract.paradigm import WE
from extract.presence import presence
from extract.reference import anaphor, antecedent, number_of, part_of, relative
from extract.remains import confined, nothing_but
from extract.scan import Lex, Member
from extract.scope import scope_of
from extract.stance import Scope
from extract.standing import inside, near, stays


def read_state(c: Context, at: int) -> None:
    """Add what a phrase of holding claims."""
    if at in c.used:
        return
    x = c.lexes[at]
    if x.kind == "notonly":
        nothing_but(c, at)
    elif x.kind == "loc":
        near(c, at)
    elif x.kind == "said":
        _enumerates(c, at)
    elif x.kind == "out":
        _out(c, at)
    elif x.kind == "keep":
        stays(c, at)
    elif x.kind == "enclosed":
        enclosed(c, at)
    elif x.kind == "change":
        inside(c, at)
    elif x.kind == "presence":
        presence(c, at)
    elif x.id == "confined":
        confined(c, at)
    elif x.id == "fire":
        _held(c, at, "", fire=True)
    elif x.id == "defies":
        stands_fast(c, at)
    elif x.id == "stronghold":
        _stronghold(c, at)
    else:
        holder, hi = _holder(c, at)
        if holder:
            _held(c, at, holder, hi=hi)


def _holder(c: Context, at: int) -> tuple[str, int]:
    """Who holds, and the lexeme after his name."""
    lexes, x = c.lexes, c.lexes[at]
    if x.id == "underown" and x.entry.number == WE:
        return left_actor(c, at, WE), at + 1
    if x.id == "with":
        stays = at and lexes[at - 1].kind in ("change", "keep")
        return (left_actor(c, at, WE), at + 1) if stays else ("", at)
    if x.id in ("underown", "own"):
        number = "p" if x.entry.text.endswith("هم") else "f" if x.entry.text.endswith("ها") else "s"
        return _owner(c, at, number), at + 1
    if x.id == "fold":
        at += 1
        named = at < len(lexes) and (lexes[at].kind == "actor" or c.sentence.words[lexes[at].i] == "الوطن")
        return ((lexes[at].id if lexes[at].kind == "actor" else "government"), at + 1) if named else ("", at)
    for n in range(at + 1, min(at + 4, len(lexes))):
        y = lexes[n]
        if y.kind == "actor":
            if x.id == "subject" and y.prep != "ل" and lexes[n - 1].kind != "state":
                return "", at
            if x.id == "under" and y.prep:
                return "", at
            return y.id, n + 1
        if y.kind not in ("w", "neg", "state", "gsrc"):
            break
    return "", at


def _owner(c: Context, at: int, number: str) -> str:
    """Whose hands "its hands" are: not those of the party named beside it as the other holder."""
    holder = left_actor(c, at, number) or c.talk.actors.get(number, c.talk.actor)
    lexes = c.lexes
    others = {z.id for y, z in pairwise(lexes[at + 1 :]) if y.kind == "state" and y.id == "under" and z.kind == "actor"}
    if holder in others:
        agree = [y.id for y in reversed(lexes[:at]) if y.kind == "actor" and y.entry.number == number]
        holder = next((z for z in agree if z not in others), RIVAL.get(holder, ""))
    return holder


def _held(c: Context, at: int, holder: str, hi: int = 0, fire: bool = False) -> None:
    lexes = c.lexes
    hi = hi or at + 1
    if any(c.sentence.words[y.i].startswith("انفس") for y in lexes[max(0, at - 2) : at]):
        return
    change = _copula(lexes, at, "change")
    lies = lexes[at].entry.text.startswith("تحت")  # "X lies under the control of"
    change = change and not (lies and any(y.entry.text in _LIES for y in lexes[max(0, at - 6) : at]))
    o = _place(c, at, hi)
    listed = list_after(c, hi, 3) if not fire else None
    if (
        listed is None
        and hi < len(lexes)
        and lexes[hi].kind == ","
        and any(c.sentence.words[y.i].lstrip("و") in ("كلها", "جميعها") for y in lexes[max(0, at - 2) : at])
    ):
        listed = find_object(c, hi, ("-",), limit=1)
    if listed and (o is None or all(m.level == "area" for m in o.members)):
        claim(c, at, listed, "captured" if change else "controls", holder, scope_of(c.sentence, at, hi), ["T:is-held"])
    if o is None or _was_theirs(lexes, o, at):
        return
    if fire:
        holder = (
            next((y.id for y in lexes[at + 1 : at + 4] if y.kind == "actor"), "") or left_actor(c, at) or c.talk.actor
        )
        claim(c, at, o, "controls", holder, Scope(realis="attempted", rules=["O:fire-control"]), [])
        return
    scope = scope_of(c.sentence, at, hi)
    only = any(y.kind == "notonly" for y in lexes[hi : hi + 3])
    if only:
        scope = Scope(rules=["O:except"])
    event = "captured" if change and not only else "controls"
    if no_longer(c.sentence, at) and not only:
        event = "lost"
    claim(c, at, o, event, holder, scope, ["T:became" if change else "T:is-held"], lo=o.lo)


def _was_theirs(lexes: list[Lex], o: Object, at: int) -> bool:
    """ "Of the districts that were in the hands of X": whose they were, is said in passing."""
    area = o.how == "relative" and all(m.level == "area" for m in o.members)
    return area and any(y.kind == "keep" and y.entry.text.startswith("كان") for y in lexes[o.lo : at])


_BROUGHT_BACK = ("اعاد", "يعيد", "تعيد")
_LIES = ("يقع", "تقع")


def _copula(lexes: list[Lex], at: int, kind: str) -> bool:
    """A verb of becoming that governs the phrase: before it in its clause, or right after the holder."""
    for n in range(at - 1, max(-1, at - 12), -1):
        y = lexes[n]
        if y.kind == kind or (kind == "change" and n >= at - 5 and y.id == "dakhala" and not y.entry.suffix):
            return not any(z.kind in (",", "actor") for z in lexes[n:at]) or y.kind == kind
        if y.kind == "keep" and kind == "change":
            return False
        if kind == "change" and y.kind == "aux" and y.entry.text.startswith(_BROUGHT_BACK):  # "brought X back under"
            return True
        if y.kind in ("break", "rel", "verb", "said", "that", "noun"):
            return False
    return False


def _place(c: Context, at: int, hi: int) -> Object | None:
    """The place that is held: behind "except", else the one the phrase describes, else one named after it."""
    lexes = c.lexes
    for n in range(hi, min(hi + 5, len(lexes))):
        if lexes[n].kind == "notonly":
            return find_object(c, n, ("-", "في", "من"), limit=6)
    rel = _relative_before(lexes, at)
    if rel >= 0:
        members = antecedent(c, rel + 1)
        return Object(members, rel, hi, "relative", inside=False) if members else None
    before = _aside(lexes, at)
    for n in range(before - 1, max(-1, before - 12), -1):
        y = lexes[n]
        if y.kind == "group":
            bare = not y.prep and not (n and lexes[n - 1].kind in ("prep", "loc", "side", "actor", "w", "gsrc"))
            members = [m for m in c.accepted(y) if m.place != "aleppo-city" or bare]
            if y.prep == "ب" or not members or (members[0].level == "area" and _located(c, n)):
                continue
            return Object(members, n, hi, "held", inside=True)
        if y.kind == "part" and y.id == "of it":  # "a third of it is still in the hands of"
            members = antecedent(c, n, number_of(y.entry.text))
            return Object([part_of(m) for m in members], n, hi, "rest-of-it", inside=False) if members else None
        if y.kind == "pron" and y.id == "من" and n and lexes[n - 1].kind == "part":
            members = antecedent(c, n, "s" if y.entry.text.endswith("ه") else "f")
            return Object([part_of(m) for m in members], n - 1, hi, "rest-of-it") if members else None
        if (
            y.kind in ("head", "generic")
            and n >= at - 2
            and not (n and c.sentence.words[lexes[n - 1].i] in ("وهو", "وهي", "هو", "هي"))
        ):
            return _districts(c, n, hi)
        if y.kind == "ana":
            members = [m for m in anaphor(c, n, y) if m.place != "aleppo-city"]
            return Object(members, n, hi, "held-those", inside=True) if members else None
        if y.kind in ("break", "that") and y.entry.text.endswith(
            ("نه", "نها", "نهما")
        ):  # "but it is now in the hands of"
            members = antecedent(c, n, "f" if y.entry.text.endswith("ها") else "s")
            return Object(members, n, hi, "held-it", inside=False) if members else None
        if y.kind in ("break", "said", "that", "rel", "verb", "noun", "pron") and n < at - 1:
            break
    listed = find_object(c, hi - 1, ("-",), limit=4)
    if listed and any(y.kind in ("change", "keep") for y in lexes[max(0, at - 3) : at]):
        return listed
    return None


def _aside(lexes: list[Lex], at: int) -> int:
    """ "X, which was a stronghold of Y, is now held by Z": where the phrase goes on before an aside, else itself."""
    end = next((n for n in range(at - 1, max(-1, at - 4), -1) if lexes[n].kind == ","), -1)
    if end < 0 or any(y.kind != "change" for y in lexes[end + 1 : at]):
        return at
    for n in range(end - 1, max(0, end - 14), -1):
        if lexes[n].kind == "rel" and lexes[n - 1].kind == ",":
            return n - 1
        if lexes[n].kind == ",":
            return at
    return at


def _districts(c: Context, n: int, hi: int) -> Object | None:
    """ "The districts held by X in Aleppo": the east or the west of it, where the sentence says so."""
    for m in range(hi, min(hi + 3, len(c.lexes))):
        y = c.lexes[m]
        if (
            y.kind == "group"
            and y.members[0].place in ("aleppo-city", "east-aleppo")
            and "opposition" in {z.id for z in c.lexes[n:m] if z.kind == "actor"}
        ):
            first = y.members[0]
            return Object(
                [Member("east-aleppo", "area", first.sentence, first.i, first.j, "", True)], n, m + 1, "districts-in"
            )
    return None


def _enumerates(c: Context, at: int) -> None:
    """ "He listed among them A, B and C": what was said of the unnamed districts holds of these."""
    lexes = c.lexes
    if lexes[at].id not in ("addada", "dhakara") or c.talk.last is None:
        return
    if not any(y.kind == "listhead" for y in lexes[at + 1 : at + 5]):
        return
    o = list_after(c, at + 1, 5)
    if o:
        event, actor = c.talk.last
        claim(c, at, o, event, actor, scope_of(c.sentence, at, o.hi), ["T:enumerates"])


def _located(c: Context, n: int) -> bool:
    """An area right behind a place says where the place lies."""
    return any(y.kind == "group" and y.members[0].level == "place" for y in c.lexes[max(0, n - 3) : n])


def _named_after(c: Context, at: int) -> Object | None:
    """ "Out of the hands of X went A and B": the places behind his name."""
    behind = next((n for n in range(at + 1, min(at + 4, len(c.lexes))) if c.lexes[n].kind == "actor"), at)
    if c.lexes[at].id == "own" and behind + 1 < len(c.lexes) and c.lexes[behind + 1].kind == "prep":
        return None
    o = find_object(c, behind, ("-",), limit=6)
    return o if o and all(m.level == "place" for m in o.members) else None


def _relative_before(lexes: list[Lex], at: int) -> int:
    for n in range(at - 1, max(-1, at - 5), -1):
        y = lexes[n]
        if y.kind == "rel" and y.entry.text in ("الذي", "التي", "اللذين", "اللتين"):
            return n
        if y.kind not in ("change", "keep", "w", "neg", "state", "verb"):
            return -1
    return -1


def _stronghold(c: Context, at: int) -> None:
    lexes = c.lexes
    actor = next((n for n in range(at + 1, min(at + 4, len(lexes))) if lexes[n].kind == "actor"), -1)
    if actor < 0 or any(y.kind == "former" for y in lexes[actor : actor + 3]):
        return
    for n in range(at - 1, max(-1, at - 9), -1):
        y = lexes[n]
        if y.kind == "group" and not y.locator:
            members = [m for m in c.accepted(y) if m.level == "place"]
            taken = {f.place for f in c.found if f.event == "captured"}
            if members and members[-1].place not in taken:  # "took A, the last stronghold of": no longer
                o = Object(members, n, actor + 1, "stronghold")
                claim(c, at, o, "controls", lexes[actor].id, scope_of(c.sentence, at, actor), [])
            return
        if y.kind in ("verb", "break", "said"):
            return


def _out(c: Context, at: int) -> None:
    """ "X left the control of Y": Y lost it."""
    lexes = c.lexes
    named = next((n for n in range(at + 1, min(at + 4, len(lexes))) if lexes[n].kind == "actor"), at)
    actor, end = lexes[named].id if named > at else "", named + 1
    if lexes[at].id == "own":
        actor, end = _holder(c, at)[0], at + 1
    verb = next(
        (n for n in range(at - 1, max(-1, at - 10), -1) if lexes[n].kind == "verb" and lexes[n].id == "kharaja"), -1
    )
    if verb < 0:
        verb = next((n for n in range(at - 1, max(-1, at - 10), -1) if lexes[n].kind == "change"), -1)
    if not actor or verb < 0:
        return
    o = find_object(c, verb, ("-",), limit=2)
    if o is None:
        members: list[Member] = []
        lo = verb
        ahead = _named_after(c, at)
        if ahead is not None:
            members, lo, end = ahead.members, ahead.lo, ahead.hi
        elif relative(lexes, verb) >= 0:
            members = antecedent(c, verb)
        else:
            for n in range(verb - 1, max(-1, verb - 7), -1):
                members = [m for m in c.accepted(lexes[n]) if m.place != "aleppo-city"] if lexes[n].members else []
                if members:  # "X in Aleppo": the city only says where X lies
                    lo = n
                    break
                if lexes[n].kind in ("break", "verb", "said"):
                    break
        if not members:
            return
        if any(y.kind == "part" for y in lexes[verb + 1 : at]):  # "went, in the most of it, out of ..."
            members = [part_of(m) for m in members]
        o = Object(members, lo, end, "subject-before")
    o.hi = max(o.hi, end)
    scope = scope_of(c.sentence, verb, end)
    claim(c, verb, o, "lost", actor, scope, ["T:out-of-hands", f"R:not:{RIVAL.get(actor, '')}"])
