"""From a verb with its object to readings: who, where, when, how surely, and the words that show it."""

from extract.actors import RIVAL, eligible
from extract.beside import right_actor
from extract.context import Context, Object
from extract.dating import date_of, dated
from extract.denials import who_is_unsure
from extract.emit import Found
from extract.listing import list_after
from extract.objects import find_object, fits
from extract.paradigm import US
from extract.reference import antecedent, named_before, part_of, relative
from extract.stance import Scope
from extract.tables import word_set
from extract.topic import topic

# What happens "in Aleppo" is no claim about the whole city.
# Without a party that does it, one of these is no claim about the war.
_DONE_BY_SOMEBODY = {"captured", "entered", "withdrew", "lost", "controls"}


_NOT_OF_CITY = {"clashes", "shelled", "attack", "entered", "lost", "controls"}


def claim(
    c: Context, at: int, o: Object, event: str, actor: str, scope: Scope, rules: list[str], lo: int | None = None
) -> None:
    """One reading for each place of the object."""
    x = c.lexes[at]
    if actor in ("civil", "other", "foreign") or not o.members:
        return
    if event in _NOT_OF_CITY and all(m.place == "aleppo-city" for m in o.members) and not _lost_city(c, at, o):
        return
    ended = any(y.kind == "halt" for y in c.lexes[max(0, at - 1) : at])
    if x.entry.tense == "masdar" and ended and x.prep != "ب":  # but "ended with the taking of X"
        return
    if scope.drop:
        return
    if not actor and event in ("captured", "entered", "besieged", "attack"):  # the only party named is the other one
        actor = _only_party(c, at, o, x.entry.tense == "masdar")
    actor = "unknown" if actor in ("", "plane") else actor
    if actor == "unknown" and (event in _DONE_BY_SOMEBODY or _common_subject(c, at, o, event)):
        return
    voice, how = c.voice(at)
    time = date_of(c, at, o.hi)
    c.last_time = time or c.last_time
    first = min(at, o.lo if o.inside or o.lo > at else at, lo if lo is not None else at)
    last = max(at + 1, o.hi if o.inside or o.hi > at else at + 1)
    first, last = _evidence(c, at, first, last, scope)
    realis, stance = scope.realis, scope.stance
    if o.toward and realis == "actual":
        realis = "attempted"
    date = dated(time, realis, c.published)
    if time and event in ("attack",) and time.since:
        date = time.first
    if stance == "unconfirmed" and scope.first >= 0:
        voice = who_is_unsure(c, scope.first) or voice
    trace = [f"A:{actor}", *rules, *scope.rules, *([f"S:{how}"] if how else []), *(["D:time"] if time else [])]
    for m in o.members:
        c.found.append(
            Found(
                place=m.place, level=m.level, event=event, actor=actor, voice=voice,
                lo=c.lexes[first].i, hi=c.lexes[last - 1].j, start=m.start, end=m.end, stance=stance, realis=realis,
                partial=m.partial, full=m.full or scope.full, date=date,
                rules=(f"L:{m.place}", f"T:{x.id}.{x.entry.tense or 'noun'}", f"G:{o.how}", *trace),
            )
        )  # fmt: skip
    if (stance == "asserts" or event == "captured") and o.members[0].level == "place":
        c.talk.group = list(o.members)
    if event == "captured" and stance == "asserts" and realis == "actual":
        c.talk.army_named.pop(voice.id, None)
        c.talk.army_named[voice.id] = list(o.members)
    c.talk.last = (event, actor)
    if actor not in ("unknown", "") and stance == "asserts":
        c.talk.actor = actor


_ALLOWS = word_set("allows")


def _only_party(c: Context, at: int, o: Object, planned: bool) -> str:
    """The rival of the only party named; but what stands first is its own: "after the taking of X, the army"."""
    parties = {y.id if y.kind == "actor" else y.entry.number for y in c.lexes if y.kind in ("actor", "group")}
    parties &= set(RIVAL)  # a group knows the owner of "what is left to them of the east"
    if len(parties) != 1:
        return ""
    one = parties.pop()
    first = next((n for n, y in enumerate(c.lexes) if y.kind == "actor"), -1)
    if first < 0:
        return RIVAL[one]
    words = c.sentence.words
    if planned and c.lexes[first].prep == "ل" and not _ALLOWS.isdisjoint(words[c.lexes[at].j : c.lexes[first].i]):
        return one  # "the taking of X will allow the army to"
    done = first and c.lexes[first - 1].kind in ("verb", "aux", "op", "w")  # the verb whose subject it is
    ahead = planned and done and first >= max(at, o.hi) and eligible(c.lexes, first)
    return one if ahead else RIVAL[one]


def _lost_city(c: Context, at: int, o: Object) -> bool:
    """ "The loss of Aleppo", not "lost men in Aleppo"."""
    group = c.lexes[o.lo]
    before = c.lexes[o.lo - 1] if o.lo else None
    x = c.lexes[at]
    if x.entry.event != "lost" or (x.entry.tense == "masdar" and x.prep != "ب"):
        return False
    return o.how == "object" and not group.prep and before is not None and before.kind != "prep"


def _common_subject(c: Context, at: int, o: Object, event: str) -> bool:
    """ "Diabetes besieges one in six": nobody besieges, and the bare name is a common word."""
    if event != "besieged" or c.lexes[at].entry.tense not in ("past", "pres") or not o.inside:
        return False
    return all(m.needs for m in o.members) and o.lo < len(c.lexes) and not c.lexes[o.lo].headed


_CARRIED = {"aux", "op", "neg", "keep", "change", "after", "actor", "t", "adv", "full", "w", "prep", "said"}


_SHOWN = {"aux", "op", "neg", "keep", "change", "after", "actor", "said"}


def _evidence(c: Context, at: int, first: int, last: int, scope: Scope) -> tuple[int, int]:
    """The words that carry a claim: the deed and its object, with the subject and the operators beside them."""
    lexes = c.lexes
    lo = first
    for n in range(first - 1, max(-1, first - 9), -1):
        if lexes[n].kind not in _CARRIED:
            break
        if lexes[n].kind in _SHOWN and not (lexes[n].kind == "actor" and lexes[n].prep):
            lo = n
    if 0 <= scope.first < lo:
        lo = scope.first
    rel = relative(lexes, at)
    if rel > 0:
        group = next((n for n in range(rel - 1, max(-1, rel - 5), -1) if lexes[n].kind == "group"), rel)
        lo = min(lo, group)
    named = right_actor(c, at, last + 3) if last <= at + 2 else None
    if named is not None and named.kind == "actor":
        last = max(last, next(n for n, y in enumerate(lexes) if y is named) + 1)
    return lo, last


_MEANS = word_set("means-now")


def _among_which(c: Context, at: int) -> Object | None:
    """ "Among the districts that the army took today are A and B"."""
    lexes = c.lexes
    rel = relative(lexes, at)
    among = any(y.kind == "listhead" or y.id == "من" for y in lexes[max(0, rel - 3) : rel])
    if rel < 1 or not among or lexes[rel - 1].kind not in ("head", "generic"):
        return None
    n = at
    while n + 1 < len(lexes) and lexes[n + 1].kind in ("actor", "t", "adv", "prep", "w"):
        n += 1
    return find_object(c, n, ("-",), limit=3) if n + 1 < len(lexes) and lexes[n + 1].kind == "group" else None


_IS = word_set("is-the")
_OF_CLAUSE = {"actor", "t", "adv", "prep", "w", "full", "pron"}


def _which_is(c: Context, at: int) -> Object | None:
    """ "The quarter that the army came into is A"."""
    lexes = c.lexes
    rel = relative(lexes, at)
    if rel < 1 or lexes[rel - 1].kind not in ("ana", "head", "generic"):
        return None
    for n in range(at + 1, min(at + 8, len(lexes) - 1)):
        if c.sentence.words[lexes[n].i] in _IS:
            return find_object(c, n, ("-",), limit=2)
        if lexes[n].kind not in _OF_CLAUSE and not (lexes[n].members and lexes[n].members[0].level == "area"):
            return None
    return None


def object_of(c: Context, at: int) -> Object | None:
    """The object of a verb beside it; in a line that opens with its place and names no other, that place."""
    o = _which_is(c, at) or _object_beside(c, at)
    if o is not None and not o.toward:
        return o
    return topic(c, at) or o


def _object_beside(c: Context, at: int) -> Object | None:
    """The object right of the verb; else what the pronoun attached to it stands for."""
    lexes, x = c.lexes, c.lexes[at]
    e = x.entry
    n = at + 1 + (at + 1 < len(lexes) and lexes[at + 1].kind == "actor")  # its subject may stand between
    n += n < len(lexes) and lexes[n].kind in ("full", "part")  # "retook all (that) it had lost in X"
    what = lexes[n + 1] if n + 1 < len(lexes) and lexes[n].entry.text == "ما" else None
    if what is not None and what.entry.event == "lost" and what.entry.suffix:  # "retook what it had lost in X"
        return _object_beside(c, n + 1)
    past = ("noun",) if e.event == "struck" else ()
    if e.number == US:  # "they attacked us in X"
        return find_object(c, at, ("في", "داخل", "عند"), past=past)
    if x.passive and not e.suffix:  # "the fighters in X were besieged"
        return find_object(c, at, (*e.object, "في"), past=past)
    if not e.suffix or not fits("-", e.object)[0]:
        return find_object(c, at, e.object, past=past)
    if e.tense == "masdar":
        means = at + 1 < len(lexes) and c.sentence.words[lexes[at + 1].i] in _MEANS  # "its taking means"
        o = None if means else find_object(c, at, e.object)
        if o or e.event not in ("captured", "entered", "besieged", "withdrew", "lost", "shelled", "controls"):
            return o
    elif at and lexes[at - 1].kind in ("rel", "neg") and lexes[at - 1].entry.text in ("ما", "مما"):
        if lexes[at - 1].entry.text == "مما":
            return find_object(c, at, ("-",), past=("cite",))
        lost = find_object(c, at, ("في",)) if e.event == "lost" and e.tense == "past" else None  # "what it lost in X"
        return Object([part_of(m) for m in lost.members], lost.lo, lost.hi, "what-in") if lost else None
    members = antecedent(c, at, e.suffix)
    if members:
        return Object(members, at, at + 1, "suffix", inside=False)
    if relative(lexes, at) >= 0:  # "the districts that it took are A and B"
        listed = list_after(c, at + 1, 12) or _among_which(c, at)
        if listed:
            return listed
    if not any(y.kind == "part" for y in lexes[max(0, at - 5) : at]):
        return None
    o = find_object(c, at, ("في",))
    if o is None and any(y.kind == "pron" and c.sentence.words[y.i] == "هناك" for y in lexes[at + 1 : at + 3]):
        members = named_before(c, at)
        o = Object(members, at, at + 2, "there", inside=False) if members else None
    return Object([part_of(m) for m in o.members], o.lo, o.hi, o.how, inside=o.inside) if o else None
