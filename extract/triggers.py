"""Trigger templates: what each verb or noun of war claims about the places it takes."""

from extract.actors import RIVAL, left_actor, party, right_actor, subject
from extract.context import Context, Object
from extract.emit import Found
from extract.lexicon import word_set
from extract.objects import anaphor, antecedent, find_object, fits, named_before, part_of, relative
from extract.scan import Lex, Member
from extract.scope import Scope, scope_of

_BACK = word_set("brings-back")
_LAY = {"lay", "full"}


def read_trigger(c: Context, at: int) -> None:
    """Add what the lexeme `at` claims."""
    x = c.lexes[at]
    handler = _HANDLERS.get(x.entry.event)
    if handler and not (at and c.lexes[at - 1].kind in ("out",)):
        handler(c, at)


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
    if event in _NOT_OF_CITY and all(m.place == "aleppo-city" for m in o.members):
        return
    if x.entry.tense == "masdar" and any(y.kind == "halt" for y in c.lexes[max(0, at - 1) : at]):
        return
    if scope.drop:
        return
    if not actor and event in ("captured", "entered", "besieged", "attack"):  # the only party named is the other one
        parties = {y.id for y in c.lexes if y.kind == "actor"} & set(RIVAL)
        actor = RIVAL[parties.pop()] if len(parties) == 1 else ""
    actor = "unknown" if actor in ("", "plane") else actor
    if actor == "unknown" and event in _DONE_BY_SOMEBODY:
        return
    voice, how = c.voice(at)
    time = c.when(at, o.hi)
    if (
        time is None
        and c.lexes[max(0, at - 4) : at]
        and any(y.kind == "break" and y.entry.text == "كما" for y in c.lexes[max(0, at - 4) : at])
    ):
        time = c.last_time
    if time is None and _same_time(c):
        time = c.talk.time
    c.last_time = time or c.last_time
    c.talk.time = time or c.talk.time
    first = min(at, o.lo if o.inside or o.lo > at else at, lo if lo is not None else at)
    last = max(at + 1, o.hi if o.inside or o.hi > at else at + 1)
    first, last = _evidence(c, at, first, last, scope)
    realis, stance = scope.realis, scope.stance
    if o.toward and realis == "actual":
        realis = "attempted"
    date = time.value() if time else None
    if time and event in ("attack",) and time.since:
        date = time.first
    for m in o.members:
        c.found.append(
            Found(
                place=m.place, level=m.level, event=event, actor=actor, voice=voice,
                lo=c.lexes[first].i, hi=c.lexes[last - 1].j, start=m.start, end=m.end, stance=stance, realis=realis,
                partial=m.partial, full=m.full or scope.full, date=date,
                rules=tuple(
                    [f"L:{m.place}", f"T:{x.id}.{x.entry.tense or 'noun'}", f"G:{o.how}", f"A:{actor}", *rules, *scope.rules]
                    + ([f"S:{how}"] if how else []) + (["D:time"] if time else [])
                ),
            )
        )  # fmt: skip
    if event in ("captured", "entered", "attack", "withdrew", "lost", "shelled", "clashes", "besieged", "controls"):
        if (stance == "asserts" or event == "captured") and o.members[0].level == "place":
            c.talk.group = list(o.members)
    if event == "captured" and stance == "asserts" and realis == "actual":
        c.talk.army_named.pop(voice.id, None)
        c.talk.army_named[voice.id] = list(o.members)
    c.talk.last = (event, actor)
    if actor not in ("unknown", "") and stance == "asserts":
        c.talk.actor = actor


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


def _same_time(c: Context) -> bool:
    """ "In the same period": the date of the sentence before."""
    text = " ".join(c.sentence.words[:6])
    return any(phrase in text for phrase in ("المده نفسها", "الفتره نفسها", "اليوم نفسه", "اليوم ذاته", "المده ذاتها"))


def _object(c: Context, at: int) -> Object | None:
    """The object right of the verb; else what the pronoun attached to it stands for."""
    lexes, x = c.lexes, c.lexes[at]
    e = x.entry
    past = ("noun",) if e.event == "struck" else ()
    if not e.suffix or not fits("-", e.object)[0]:
        return find_object(c, at, e.object, past=past)
    if e.tense == "masdar":
        o = find_object(c, at, e.object)
        if o or e.event not in ("captured", "entered", "besieged", "withdrew", "lost", "shelled", "controls"):
            return o
    elif at and lexes[at - 1].kind in ("rel", "neg") and lexes[at - 1].entry.text in ("ما", "مما"):
        return find_object(c, at, ("-",), past=("cite",)) if lexes[at - 1].entry.text == "مما" else None
    members = antecedent(c, at, e.suffix)
    if members:
        return Object(members, at, at + 1, "suffix", inside=False)
    if not any(y.kind == "part" for y in lexes[max(0, at - 5) : at]):
        return None
    o = find_object(c, at, ("في",))
    if o is None and any(y.kind == "pron" and c.sentence.words[y.i] == "هناك" for y in lexes[at + 1 : at + 3]):
        members = named_before(c, at)
        o = Object(members, at, at + 2, "there", inside=False) if members else None
    return Object([part_of(m) for m in o.members], o.lo, o.hi, o.how, inside=o.inside) if o else None


def _captured(c: Context, at: int) -> None:
    lexes, x = c.lexes, c.lexes[at]
    e = x.entry
    if x.kind == "noun":
        _laid(c, at)
        return
    o = _object(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    event, rules = "captured", []
    if x.id == "saytara":
        if e.tense == "masdar":
            loss = next((y for y in lexes[max(0, at - 5) : at] if y.kind == "verb" and y.entry.event == "lost"), None)
            if loss is not None:
                actor, rule = subject(c, lexes.index(loss), at)
                claim(c, at, o, "lost", actor, scope, [f"T:{loss.id}", f"R:{rule}"])
                return
        if (
            e.tense == "pres" and scope.realis == "actual" and not _subjunctive(lexes, at) and not c.sentence.heading
        ) or (e.tense == "part"):
            event = "controls"
            rules.append("T:present-holds")
    if e.object and e.object[0] == "من":  # drove them out of
        actor = _expeller(c, at, o.hi)
    else:
        actor, rule = subject(c, at, o.hi, o.how == "suffix")
        rules.append(f"R:{rule}")
        if x.id == "saytara" and at and lexes[at - 1].kind == "change":  # "control passed from A to B"
            to = [
                n
                for n in range(o.hi, min(o.hi + 8, len(lexes) - 1))
                if lexes[n].kind == "prep" and lexes[n].id == "الى"
            ]
            actor = next((party(c, lexes[n + 1]) for n in to if lexes[n + 1].kind == "actor"), actor)
    if scope.foiled >= 0:
        actor = _attacker(c, at, scope, actor, o.hi)
    if x.id == "adafa" and not any(y.kind == "prep" and y.id == "الى" for y in lexes[o.hi : o.hi + 2]):
        return
    claim(c, at, o, event, actor, scope, rules)


def _subjunctive(lexes: list[Lex], at: int) -> bool:
    before = lexes[at - 1] if at else None
    if before is None:
        return False
    if before.kind == "that":
        return before.entry.text in ("ان", "بان")
    return (before.kind == "break" and before.entry.text.endswith("ان")) or before.kind in ("op", "neg")


def _laid(c: Context, at: int) -> None:
    """ "Laid his hand on", "restored security and stability to"."""
    lexes, x = c.lexes, c.lexes[at]
    window = lexes[max(0, at - 8) : at] + lexes[at + 1 : at + 3]
    verb = next((y for y in window if y.kind in ("aux", "change") and (y.id in _LAY or y.entry.text in _BACK)), None)
    if verb is None:
        return
    o = find_object(c, at, x.entry.object)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    if x.id == "amn":
        actor = left_actor(c, at) or "government"
        actor = "government" if actor == "opposition" else actor
    else:
        actor, _ = subject(c, at, o.hi)
        right = right_actor(c, lexes.index(verb), at)
        actor = right.id if right is not None and right.kind == "actor" else actor
    claim(c, at, o, x.entry.event, actor, scope, [f"T:{verb.id}"])


def _expeller(c: Context, at: int, hi: int) -> str:
    """Who drives out, not who is driven out."""
    named = [y.id for y in c.lexes[at + 1 : hi] if y.kind == "actor" and not y.prep]
    finite = c.lexes[at].entry.tense in ("past", "pres", "fut")
    if finite and len(named) > 1 and named[0] != named[1]:
        return named[0]
    left = left_actor(c, at)
    if named and (left == named[0] or not left):
        return RIVAL.get(named[0], "unknown")
    return left or c.talk.actor


def _attacker(c: Context, at: int, scope: Scope, actor: str, hi: int) -> str:
    """Whose move was beaten off: the party named after the word for it, else the rival of who beat it off."""
    named = right_actor(c, scope.foiled + 1, max(hi, at + 5))
    defender = ""
    for y in c.lexes[max(0, scope.foiled - 6) : at + 1]:
        if y.kind == "actor" and not y.prep:
            defender = y.id
            break
    named = next((y for y in c.lexes[scope.foiled + 1 : hi + 3] if y.kind == "actor" and y.id != defender), None)
    if named is not None:
        return named.id
    side = c.voice(at)[0].side
    if not defender and side in RIVAL:
        return RIVAL[side]
    return RIVAL.get(defender or actor, "unknown")


def _fell(c: Context, at: int) -> None:
    """ "X fell into the hands of Y": captured by Y; with no hands named, lost."""
    lexes, x = c.lexes, c.lexes[at]
    o = find_object(c, at, ("-",), limit=1)
    if o is None and x.entry.suffix and x.entry.tense == "masdar":
        members = antecedent(c, at, x.entry.suffix)
        o = Object(members, at, at + 1, "suffix", inside=False) if members else None
    if o is None and relative(lexes, at) >= 0 and x.entry.tense in ("past", "pres"):
        members = antecedent(c, at, "f")
        o = Object(members, at, at + 1, "relative", inside=False) if members else None
    if o is None and at and not any(y.kind in ("w", "civil") for y in lexes[at + 1 : at + 2]):
        for n in range(at - 1, max(-1, at - 7), -1):
            y = lexes[n]
            if y.kind == "group" and not y.locator and not y.prep and (n == 0 or lexes[n - 1].kind != "prep"):
                members = c.accepted(y)
                o = Object(members, n, at + 1, "subject-before") if members else None
                break
            if y.kind in ("break", "rel", "verb", "noun"):
                break
    if o is None:
        return
    hands = next((n for n in range(at + 1, min(max(o.hi, at) + 6, len(lexes))) if lexes[n].kind == "state"), -1)
    scope = scope_of(c.sentence, at, o.hi)
    if hands >= 0:
        actor = next((y.id for y in lexes[hands + 1 : hands + 4] if y.kind == "actor"), "")
        if actor or lexes[hands].id == "underown":
            o.hi = max(o.hi, hands + 2) if actor else o.hi
            c.used.add(hands)
            claim(c, at, o, "captured", actor or left_actor(c, at) or c.talk.actor, scope, ["T:into-hands"])
            return
    if x.id == "saqata":
        claim(c, at, o, "lost", "opposition", scope, ["T:fell"])


def _plain(c: Context, at: int) -> None:
    """Verbs whose subject acts on their object and that mean the same in every form."""
    x = c.lexes[at]
    o = _object(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = subject(c, at, o.hi)
    if scope.foiled >= 0:
        actor = _attacker(c, at, scope, actor, o.hi)
    claim(c, at, o, x.entry.event, actor, scope, [f"R:{rule}"])


def _lost(c: Context, at: int) -> None:
    lexes = c.lexes
    if any(y.kind == "verb" and y.id == "saytara" for y in lexes[at + 1 : at + 5]):
        return
    _plain(c, at)


def _withdrew(c: Context, at: int) -> None:
    lexes, x = c.lexes, c.lexes[at]
    if any(y.kind == "out" for y in lexes[at + 1 : at + 6]):
        return
    if any(y.kind == "passage" for y in lexes[max(0, at - 8) : at]):
        return
    o = _object(c, at)
    right = right_actor(c, at, o.hi if o else at + 8)
    if right is not None:
        actor, rule = (right.id if right.kind == "actor" else right.kind), "subject-after"
    elif x.id == "akhla" and o and x.entry.tense == "past" and _of_whom(c, o.hi):
        actor, rule = _of_whom(c, o.hi), "of-whom"
    elif x.id in ("kharaja", "rahala", "ajla", "sahaba", "farra", "haraba"):
        after = next((y for y in lexes[at + 1 : at + 6] if y.kind == "actor"), None)
        people = any(y.kind == "civil" for y in lexes[at + 1 : at + 4])
        actor, rule = (after.id if after and not people else "", "of-whom")
        if not actor and x.entry.tense in ("past", "pres", "fut") and not people and x.id not in ("ajla", "sahaba"):
            actor, rule = subject(c, at, o.hi if o else at + 1)
        led = any(y.kind in ("aux", "said") for y in lexes[max(0, at - 4) : at])
        counted = {"مسلح", "مسلحا", "مقاتل", "مقاتلا"} & set(c.sentence.words[x.j : x.j + 4])
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
    if o is None and x.entry.suffix == "" and x.id in ("insahaba", "inkafaa", "tarajaa"):
        before = [n for n in range(at) if lexes[n].kind == "group" and not lexes[n].locator]
        members = [m for n in before for m in c.accepted(lexes[n]) if m.place != "aleppo-city"]
        taken = {f.place for f in c.found if (f.lo, f.hi) == (c.found[-1].lo, c.found[-1].hi)}
        members = [m for m in members if not taken or m.place in taken]
        if any(
            y.kind == "group" and y.members[0].level == "place" for y in lexes[at + 1 : at + 5]
        ):  # where to is said: where from is not the place before
            members = []
        there = next((n for n in range(at) if lexes[n].kind == "pron" and lexes[n].id == "في"), -1)
        if not members and there >= 0:
            members = antecedent(c, there, "f")
        if members:
            o = Object(members, at, at + 1, "named-before", inside=False)
    if o is None or (actor == "government" and x.id in ("taraka",)):
        return
    scope = scope_of(c.sentence, at, o.hi)
    if any(y.kind == "notonly" for y in lexes[at + 1 : o.lo if o.lo > at else at + 1]):
        scope = Scope(rules=["O:except"])
    if at > 1 and lexes[at - 1].kind == "actor" and lexes[at - 2].kind == "prep" and lexes[at - 2].id == "على":
        scope.realis = "intended"  # "it is for the fighters to leave"
    claim(c, at, o, "withdrew", actor, scope, [f"R:{rule}"])


def _of_whom(c: Context, hi: int) -> str:
    """ "Were emptied of the gunmen"."""
    for n in range(hi, min(hi + 4, len(c.lexes) - 1)):
        if c.lexes[n].kind == "prep" and c.lexes[n].id == "من" and c.lexes[n + 1].kind == "actor":
            return party(c, c.lexes[n + 1])
    return ""


def _handed(c: Context, at: int) -> None:
    """ "Handed over to Y": captured by Y; to nobody named: withdrawn from."""
    lexes, x = c.lexes, c.lexes[at]
    if any(c.sentence.words[y.i].startswith("انفس") for y in lexes[at + 1 : at + 3]):
        return
    o = find_object(c, at, ("-",))
    to = -1
    for n in range(at + 1, min((o.hi if o else at) + 8, len(lexes) - 1)):
        if lexes[n].kind == "prep" and lexes[n].id == "الى" and lexes[n + 1].kind == "actor":
            to = n + 1
            break
        if lexes[n].kind == "actor" and lexes[n].prep == "ل":
            to = n
            break
    if o is None:
        if to < 0:
            return
        members = antecedent(c, at, "f")
        if not members:
            return
        o = Object(members, at, to + 1, "topic", inside=False)
        o.lo = next((n for n in range(at) if lexes[n].kind == "group"), at)
        o.inside = True
    scope = scope_of(c.sentence, at, o.hi)
    if to >= 0:
        claim(c, at, o, "captured", party(c, lexes[to]), scope, ["T:handed-to"])
        return
    actor, rule = subject(c, at, o.hi)
    claim(c, at, o, "withdrew", actor, scope, [f"R:{rule}", "T:handed-over"])


def _entered(c: Context, at: int) -> None:
    x = c.lexes[at]
    o = _object(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = subject(c, at, o.hi)
    if scope.foiled >= 0:
        actor = _attacker(c, at, scope, actor, o.hi)
    if "O:failed" in scope.rules and rule in ("speaker-of-himself", "subject-of-the-text"):
        actor = RIVAL.get(c.voice(at)[0].side, actor)
    if (
        x.id in ("wasala", "balagha", "dakhala", "intashara")
        and rule == "subject-of-the-text"
        and x.entry.tense == "masdar"
    ):
        return
    claim(c, at, o, "entered", actor, scope, [f"R:{rule}"])


def _attack(c: Context, at: int) -> None:
    x = c.lexes[at]
    o = _object(c, at)
    if o is None:
        o = _around(c, at)
    if o is None:
        o = _the_offensive(c, at)
    if o is None or all(m.place == "aleppo-city" for m in o.members):
        return
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = subject(c, at, o.hi)
    if scope.foiled >= 0:
        actor = _attacker(c, at, scope, actor, o.hi)
    claim(c, at, o, "attack", actor, scope, [f"R:{rule}"])


def _the_offensive(c: Context, at: int) -> Object | None:
    """ "Since the start of its offensive", without a place: the one on the east of the city."""
    before = c.sentence.words[c.lexes[at - 1].i].lstrip("و") if at else ""
    if before not in ("بدء", "بدايه", "انطلاق") or not c.talk.aleppo or c.city:
        return None
    x = c.lexes[at]
    whole = Member("east-aleppo", "area", c.sentence, x.i, x.j, "")
    return Object([whole], at - 1, at + 1, "the-offensive")


_OTHER_BATTLES = word_set("other-battles")


def _clashes(c: Context, at: int) -> None:
    lexes, x = c.lexes, c.lexes[at]
    if c.sentence.words[x.j : x.j + 1] and c.sentence.words[x.j].removeprefix("ال") in _OTHER_BATTLES:
        return
    allowed = x.entry.object
    o = find_object(c, at, tuple(p for p in allowed if p != "-"))
    if o is None and "-" in allowed:
        o = find_object(c, at, ("-",), limit=1)
        if o and (o.lo > at + 1 or any(m.place == "aleppo-city" for m in o.members)):
            o = None
    if o is None:
        o = _around(c, at)
    if o is None and at and c.sentence.words[lexes[at - 1].i] == "هناك":
        members = named_before(c, at - 1)
        o = Object(members, at, at + 1, "there", inside=False) if members else None
    if o is None or (o.inside and o.lo < len(lexes) and lexes[o.lo].kind == "group" and _edge(c, lexes[o.lo])):
        return
    scope = scope_of(c.sentence, at, o.hi)
    actor = _fighter(c, at, o.hi)
    claim(c, at, o, "clashes", actor, scope, [])


def _edge(c: Context, group: Lex) -> bool:
    """ "On the edges of X" is not in X."""
    return c.sentence.words[group.i].startswith(("اطراف", "مداخل", "محيط"))


def _fighter(c: Context, at: int, hi: int) -> str:
    """Who attacks in clashes: the subject of "fights", else the government where its forces are a named party."""
    lexes = c.lexes
    for n in range(max(0, at - 4), at):
        if lexes[n].kind == "aux" and lexes[n].id == "shan":
            who = right_actor(c, n, at) or None
            left = left_actor(c, n, lexes[n].entry.number)
            if who is not None and who.kind == "actor":
                return who.id
            if left:
                return left
    parties = [y.id for y in lexes if y.kind == "actor"]
    if "government" in parties or c.talk.actor == "government" or "government" in c.talk.actors.values():
        return "government"
    return "unknown"


def _around(c: Context, at: int) -> Object | None:
    """A place that "sees" or "suffers" what the noun names, or a relative clause "where" it goes on."""
    lexes = c.lexes
    for n in range(at - 1, max(-1, at - 16), -1):
        y = lexes[n]
        if y.kind == "undergo":
            for m in [*range(n + 1, at), *range(n - 1, max(-1, n - 7), -1)]:
                z = lexes[m]
                if z.kind == "group" and not (z.locator and m < n):
                    members = c.accepted(z)
                    if members:
                        return _listed(c, m, at, members)
                if z.kind == "ana":
                    members = anaphor(c, m, z)
                    if members:
                        return Object(members, min(m, n), at + 1, "sees")
            return None
        if y.kind in ("break", "said"):
            break
    rel = relative(lexes, at)
    if rel >= 0:
        members = antecedent(c, at)
        if members:
            return Object(members, at, at + 1, "where", inside=False)
    return None


def _listed(c: Context, m: int, at: int, members: list[Member]) -> Object:
    more = list(members)
    for n in range(m + 1, at):
        y = c.lexes[n]
        if y.kind == "group" and y.conj == "و" and not y.locator:
            more += c.accepted(y)
    return Object(more, min(m, at), at + 1, "sees")


def _besieged(c: Context, at: int) -> None:
    lexes, x = c.lexes, c.lexes[at]
    if x.id == "hisar" and any(
        c.sentence.words[y.i].lstrip("و") in ("فك", "كسر", "رفع", "لفك", "لكسر", "بفك")
        for y in lexes[max(0, at - 3) : at]
    ):
        return
    _plain(c, at)
    if c.found and c.found[-1].event == "besieged":
        after = c.sentence.words[lexes[at].j : lexes[at].j + 8]
        if "جهات" in after or "جوانب" in after or "محاور" in after:
            for f in c.found:
                if f.event == "besieged" and f.lo <= lexes[at].i < f.hi:
                    f.partial = True


def _shelled(c: Context, at: int) -> None:
    lexes, x = c.lexes, c.lexes[at]
    o = find_object(c, at, x.entry.object, past=("saqata",))
    if x.entry.suffix and x.entry.tense in ("past", "pres"):
        members = antecedent(c, at, x.entry.suffix)
        o = Object(members, at, at + 1, "suffix", inside=False) if members else None
    if o is None:
        o = _around(c, at)
    before = c.lexes[at - 1] if at else None
    after_it = before is not None and before.kind in ("prep", "after")
    if o is None and x.entry.tense == "masdar" and x.entry.suffix and x.kind == "verb" and after_it:
        members = antecedent(c, at, x.entry.suffix)
        o = Object(members, at, at + 1, "suffix", inside=False) if members else None
    if o is None and x.entry.tense == "masdar":
        o = _on_positions(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    claim(c, at, o, "shelled", _shooter(c, at, o), scope, [])


def _on_positions(c: Context, at: int) -> Object | None:
    """Fire "on the positions of the rebels", after a place was named in the same sentence, is on that place."""
    lexes = c.lexes
    for n in range(at + 1, min(at + 6, len(lexes) - 1)):
        if lexes[n].kind == "part" and lexes[n].entry.text.startswith("مواقع") and lexes[n + 1].kind == "actor":
            before = [m for y in lexes[:at] if y.kind == "group" and not y.locator for m in c.accepted(y)]
            places = [m for m in before if m.level == "place"]
            return Object(places[-1:], at, n + 2, "on-positions", inside=False) if places else None
    return None


def _shooter(c: Context, at: int, o: Object) -> str:
    """The party that fires, only where it is named with the fire."""
    lexes, x = c.lexes, c.lexes[at]
    words = c.sentence.words[max(0, x.i - 8) : x.j + 6]
    if x.entry.tense in ("past", "pres"):
        who, rule = subject(c, at, max(o.hi, at + 1))
        return (
            who
            if rule in ("subject-after", "subject-before", "agent") and who in ("government", "opposition", "sdf", "is")
            else "unknown"
        )
    if x.entry.suffix:
        return left_actor(c, at, x.entry.suffix) or c.talk.actor
    if x.entry.text.startswith("تمهيد"):  # softening up for one's own attack
        return left_actor(c, at) or "unknown"
    right = right_actor(c, at, at + 4)
    if right is not None and right.kind == "actor":
        return right.id
    for n in range(at + 1, min(at + 6, len(lexes))):
        if lexes[n].kind == "aux" and lexes[n].id == "shan" and n + 1 < len(lexes) and lexes[n + 1].kind == "actor":
            return lexes[n + 1].id
        if lexes[n].kind in (",", "break", "group"):
            break
    for n in range(o.hi, min(o.hi + 5, len(lexes) - 1)):
        if lexes[n].kind == "aux" and lexes[n].id == "shan" and lexes[n + 1].kind == "actor":
            return lexes[n + 1].id
    for n in range(max(0, at - 5), at):
        if lexes[n].kind == "aux" and lexes[n].id == "shan":
            return left_actor(c, at) or (right_actor(c, n, at).id if right_actor(c, n, at) else "unknown")
    if x.prep == "ب" and any(y.kind == "actor" for y in lexes[:at]):  # "answered by shelling X"
        return left_actor(c, at) or "unknown"
    if any(w.startswith(("برميل", "براميل", "البراميل", "مروحي", "المروحي", "وبراميل", "بالبراميل")) for w in words):
        return "government"
    return "unknown"


def _struck(c: Context, at: int) -> None:
    """ "Fire reached X", "raids targeted X": the event is that of the fire or attack beside the verb."""
    lexes, x = c.lexes, c.lexes[at]
    near = [*range(at - 1, max(-1, at - 10), -1), *range(at + 1, min(at + 7, len(lexes)))]
    weapon = next(
        (n for n in near if lexes[n].entry.event in ("shelled", "attack") and lexes[n].entry.tense == "masdar"), -1
    )
    o = _object(c, at)
    if o is None:
        return
    scope = scope_of(c.sentence, at, o.hi)
    if weapon < 0:
        who, rule = subject(c, at, o.hi)
        if x.id != "istahdafa" or rule not in ("subject-after", "subject-before"):
            return
        claim(c, at, o, "shelled", who, scope, [f"R:{rule}"])
        return
    event = lexes[weapon].entry.event
    named = right_actor(c, at, o.hi)
    if named is not None and named.kind == "actor" and e_finite(x):
        actor = party(c, named)
    elif event == "attack":
        actor, _ = subject(c, weapon, at)
    else:
        actor = _shooter(c, weapon, o)
    claim(c, at, o, event, actor, scope, [f"T:{lexes[weapon].id}"], lo=weapon if weapon < at else None)


def e_finite(x: Lex) -> bool:
    """Whether a verb stands in a finite form."""
    return x.entry.tense in ("past", "pres", "fut")


def _controls(c: Context, at: int) -> None:
    x = c.lexes[at]
    if x.kind == "noun":
        _laid(c, at)
        return
    begun = x.id == "mashshata" and at and c.lexes[at - 1].kind == "aux"
    if x.entry.tense == "masdar" and x.id != "haymana" and not begun:
        return
    o = _object(c, at)
    if o is None:
        o_rel = relative(c.lexes, at)
        if o_rel < 0:
            return
        members = (
            antecedent(c, at)
            if any(y.kind == "pron" and y.id in x.entry.object for y in c.lexes[at + 1 : at + 4])
            else []
        )
        if not members:
            return
        o = Object(members, at, at + 1, "relative", inside=False)
    scope = scope_of(c.sentence, at, o.hi)
    actor, rule = subject(c, at, o.hi)
    if rule.startswith("subject-of") and x.id in ("tamarkaza", "tahassana", "adara"):
        return
    claim(c, at, o, "controls", actor, scope, [f"R:{rule}"])


_HANDLERS = {
    "captured": _captured, "fell": _fell, "lost": _lost, "withdrew": _withdrew, "handed": _handed, "entered": _entered,
    "attack": _attack, "clashes": _clashes, "besieged": _besieged, "shelled": _shelled, "struck": _struck,
    "controls": _controls,
}  # fmt: skip
