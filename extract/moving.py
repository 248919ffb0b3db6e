"""Verbs of moving: coming in and leaving."""

from extract.actors import RIVAL, party
from extract.beside import left_actor, right_actor
from extract.claiming import claim, object_of
from extract.context import Context, Object
from extract.doing import doer
from extract.fronted import in_front
from extract.losing import of_whom
from extract.objects import find_object
from extract.reference import antecedent, number_of
from extract.scope import scope_of
from extract.stance import Scope
from extract.subject import subject
from extract.tables import word_set

_GIVES_TIME = tuple(word_set("gives-time"))
_ARMED = word_set("armed-man")


def _addressee(c: Context, at: int) -> str:
    """Who is asked, or given time, to leave: the last party between the word for it and the leaving."""
    lexes = c.lexes
    for n in range(at - 1, max(-1, at - 14), -1):
        y = lexes[n]
        asks = y.kind == "said" and y.entry.event == "ask"
        if asks or (y.kind == "op" and y.entry.text.startswith(_GIVES_TIME)):
            told = [z.id for z in lexes[n + 1 : at] if z.kind == "actor"]
            return told[-1] if told else ""
        if y.kind in ("break", "that", "verb", "noun", "said"):
            return ""
    return ""


def _forced(c: Context, at: int) -> str:
    """ "X forced Y to leave": Y; "they were forced to" after somebody came in: those he came against."""
    lexes = c.lexes
    verb = next((n for n in range(at - 1, max(-1, at - 7), -1) if lexes[n].id == "forced"), -1)
    if verb < 0 or lexes[at].entry.tense != "masdar":
        return ""
    named = [y.id for y in lexes[verb + 1 : at] if y.kind == "actor"]
    text = lexes[verb].entry.text
    if text.endswith(("ها", "هم")) or (text.endswith("ه") and not text.endswith("وه")):  # "which it forced to"
        number = (
            "p"
            if "رو" in text or "مو" in text
            else "f"
            if text.startswith("ت") or "رت" in text or "مت" in text
            else "s"
        )
        return RIVAL.get(named[0] if named else left_actor(c, verb, number), "")
    if named:
        return named[-1]
    they = lexes[verb].entry.text.endswith("وا")
    if they and not any(y.kind == "actor" and y.entry.number == "p" for y in lexes[:verb]):
        came = next((f.actor for f in reversed(c.found) if f.event in ("entered", "captured", "attack")), "")
        return RIVAL.get(came, "")
    return ""


_VEHICLES = word_set("vehicles")
_CARRIES = word_set("carries")
_GOES_BY_BUS = {"ghadara", "kharaja", "rahala", "ajla", "akhla", "taraka"}
_NOT_ABOARD = {"group", "verb", "break", "that", "noun", ","}


def _aboard(c: Context, at: int) -> tuple[str, int]:
    """ "Buses carrying the last gunmen left X": the party aboard leaves. And the lexeme that names it."""
    lexes, words = c.lexes, c.sentence.words
    lo, hi = max(0, at - 14), min(at + 9, len(lexes))
    if not any(words[y.i].removeprefix("و").removeprefix("ال") in _VEHICLES for y in lexes[lo:hi]):
        return "", at
    for n in range(lo, hi):
        if words[lexes[n].i].removeprefix("و") not in _CARRIES:
            continue
        for m, y in enumerate(lexes[n + 1 : n + 6], n + 1):
            if y.kind == "actor":
                return party(c, y), m
            if words[y.i] in _ARMED:
                return "opposition", m
            if y.kind in _NOT_ABOARD:
                break
    return "", at


def _out_of_city(c: Context, at: int) -> Object | None:
    """ "Security is back in Aleppo after the last gunmen went out of it": of the city, where nothing else is named."""
    lexes = c.lexes
    if c.city or not c.talk.aleppo or lexes[at].entry.tense != "masdar":
        return None
    it = next((n for n in range(at + 1, min(at + 8, len(lexes))) if lexes[n].kind in ("pron", "group", "break")), -1)
    if it < 0 or lexes[it].kind != "pron" or lexes[it].id != "من" or number_of(lexes[it].entry.text) != "f":
        return None
    named = [y for y in lexes[:at] if y.kind in ("group", "ana", "head")]
    if not named or any(y.kind != "group" or any(m.place != "aleppo-city" for m in y.members) for y in named):
        return None
    return Object(list(named[-1].members), it, it + 1, "pronoun", inside=False)


def withdrew(c: Context, at: int) -> None:
    """Armed people leaving; civilians who leave claim nothing."""
    lexes, x = c.lexes, c.lexes[at]
    if any(y.kind == "out" for y in lexes[at + 1 : at + 6]):
        return
    if any(y.kind == "passage" for y in lexes[max(0, at - 8) : at]):
        return
    except_for = next((n for n in range(at + 1, min(at + 8, len(lexes))) if lexes[n].kind == "notonly"), -1)
    if except_for > 0 and any(y.kind == "civil" for y in lexes[except_for : except_for + 6]):
        return  # "only a few of the residents left X"
    o = _out_of_city(c, at) or object_of(c, at)
    right = right_actor(c, at, o.hi if o else at + 8)
    mixed = next((y for y in lexes[at + 1 : at + 5] if y.kind == "actor" and y.conj == "و"), None)
    if right is not None and right.kind == "civil" and mixed is not None:
        right = mixed
    told = _addressee(c, at) if right is None else ""
    whose = next((y.kind for y in reversed(lexes[max(0, at - 5) : at]) if y.kind in ("actor", "civil")), "")
    aboard, who = _aboard(c, at) if x.id in _GOES_BY_BUS else ("", at)
    if right is None and x.entry.tense == "masdar" and whose == "civil" and not aboard:
        return
    if aboard:
        actor, rule = aboard, "aboard"
        o = o or find_object(c, who, x.entry.object)
    elif told:
        actor, rule = told, "addressee"
    elif right is not None:
        actor, rule = (right.id if right.kind == "actor" else right.kind), "subject-after"
    elif _forced(c, at):
        actor, rule = _forced(c, at), "forced"
    elif x.id == "akhla" and o and x.entry.tense in ("past", "masdar") and of_whom(c, o.hi):
        actor, rule = of_whom(c, o.hi), "of-whom"
    elif x.id in ("kharaja", "rahala", "ajla", "sahaba", "farra", "haraba"):
        after = next((y for y in lexes[at + 1 : at + 6] if y.kind == "actor"), None)
        people = any(y.kind == "civil" for y in lexes[at + 1 : at + 4])
        people = people and not (after is not None and after.conj == "و")  # "civilians and fighters"
        actor, rule = (after.id if after and not people else "", "of-whom")
        if not actor and x.entry.tense in ("past", "pres", "fut") and not people and x.id not in ("ajla", "sahaba"):
            actor, rule = subject(c, at, o.hi if o else at + 1)
        led = any(y.kind in ("aux", "said", "op") for y in lexes[max(0, at - 4) : at])
        counted = _ARMED & set(c.sentence.words[x.j : x.j + 4])
        if counted and not people:
            actor, rule = "opposition", "of-whom"
        if not actor and led and not people and x.entry.tense == "masdar":
            actor, rule = subject(c, at, o.hi if o else at + 1)
            if rule == "speaker-of-himself" and actor == "government":
                actor = ""
        if not actor:
            return
    else:
        actor, rule = subject(c, at, o.hi if o else at + 1)
    driven = any(
        c.sentence.words[y.i].lstrip("و").startswith(("اجبر", "ارغم", "تجبر", "يجبر", "ترغم", "يرغم"))
        for y in lexes[max(0, at - 4) : at]
        if y.kind == "w" or (y.kind == "aux" and y.entry.text.endswith(("ه", "ها", "هم")))
    )
    backs_down = c.sentence.words[x.j : x.j + 1] == ["عن"]  # "to go back on its proposals"
    if (
        o is None
        and not driven
        and not backs_down
        and x.entry.suffix == ""
        and x.id in ("insahaba", "inkafaa", "tarajaa")
    ):
        before = [n for n in range(at) if lexes[n].kind == "group" and not lexes[n].locator]
        members = [m for n in before for m in c.accepted(lexes[n]) if m.place != "aleppo-city"]
        taken = {f.place for f in c.found if (f.lo, f.hi) == (c.found[-1].lo, c.found[-1].hi)}
        members = [m for m in members if not taken or m.place in taken]
        if c.found and c.found[-1].realis == "attempted" and c.found[-1].event == "entered":
            members = []  # whoever was only near it does not leave it
        if any(
            y.kind == "group" and y.members[0].level == "place" for y in lexes[at + 1 : at + 5]
        ):  # where to is said: where from is not the place before
            members = []
        there = next((n for n in range(at) if lexes[n].kind == "pron" and lexes[n].id == "في"), -1)
        if any(y.kind == "pron" and y.id == "من" for y in lexes[at + 1 : at + 4]):  # from somewhere that is not listed
            members = []
            there = -1
        if not members and there >= 0:
            members = antecedent(c, there, "f")
        if members:
            o = Object(members, at, at + 1, "named-before", inside=False)
    if x.id == "taraka" and any(w.startswith(("خلف", "وراء")) for w in c.sentence.words[x.j : x.j + 4]):
        return  # "charges that they left behind them"
    if o is None or (actor == "government" and x.id in ("taraka",)):
        return
    scope = scope_of(c.sentence, at, o.hi)
    if any(y.kind == "notonly" for y in lexes[at + 1 : o.lo if o.lo > at else at + 1]):
        scope = Scope(rules=["O:except"])
    if at > 1 and lexes[at - 1].kind == "actor" and lexes[at - 2].kind == "prep" and lexes[at - 2].id == "على":
        scope.realis = "intended"  # "it is for the fighters to leave"
    claim(c, at, o, "withdrew", actor, scope, [f"R:{rule}"])


_BREACH = word_set("makes-breach")


def _counts(c: Context, at: int) -> bool:
    """ "Their number has reached six"."""
    after = c.sentence.words[c.lexes[at].j : c.lexes[at].j + 2]
    before = c.sentence.words[max(0, c.lexes[at].i - 8) : c.lexes[at].i]
    return any(w in ("عدد", "عدده", "عددها") for w in (*after, *before))


_TRIED = ("fail", "attempt", "fell short")


def entered(c: Context, at: int) -> None:
    """Coming in, or only on the way."""
    x = c.lexes[at]
    if x.id in ("balagha", "wasala") and _counts(c, at):
        return
    before = c.lexes[at - 1] if at else None
    if before is not None and before.kind == "neg" and before.entry.text == "لا" and x.entry.tense == "past":
        return  # "no progress of the army": no verb stands behind this "no"
    if x.kind == "noun" and _BREACH.isdisjoint(w.removeprefix("و") for w in c.sentence.words[max(0, x.i - 8) : x.i]):
        return  # "a breach", and nobody made one
    o = object_of(c, at)
    if o is None and x.entry.tense == "past" and "في" in x.entry.object:
        o = in_front(c, at)
    nowhere = o is None or all(m.place == "aleppo-city" for m in o.members)
    if nowhere and x.entry.tense == "masdar" and any(y.kind == "op" and y.id in _TRIED for y in c.lexes[:at]):
        o = in_front(c, at) or o  # "on the front of X they beat off an attempt to advance"
    if o and x.id == "dakhala" and any(y.kind == "state" and y.id == "under" for y in c.lexes[o.hi : o.hi + 4]):
        return  # "X came under the control of": read there
    if o is None:
        return
    if x.id == "intashara" and at and c.sentence.words[c.lexes[at - 1].i].lstrip("وفلب") in ("اعاده", "اعادت"):
        return  # redeployment is among one's own
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = doer(c, at, o.hi, scope)
    if x.kind == "noun":  # a breach in whose lines, not by whom, stands behind it
        actor, rule = left_actor(c, at), "subject-before"
    if "O:failed" in scope.rules and rule in ("speaker-of-himself", "subject-of-the-text"):
        actor = RIVAL.get(c.voice(at)[0].side, actor)
    if (
        x.id in ("wasala", "balagha", "dakhala", "intashara")
        and rule == "subject-of-the-text"
        and x.entry.tense == "masdar"
    ):
        return
    claim(c, at, o, "entered", actor, scope, [f"R:{rule}"])
