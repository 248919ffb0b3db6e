"""Who does it: the party named as subject beside the verb, or the one the sentence or the text is about."""

from extract.context import Context
from extract.paradigm import US, WE
from extract.scan import Lex
from extract.sequel import subordinate_before
from extract.tables import word_set
from extract.voices import voices

RIVAL = {"government": "opposition", "opposition": "government"}
_NOT_SUBJECT = {"من", "مع", "ضد", "على", "عن", "الى", "نحو", "بين", "في", "بعد", "صوب", "باتجاه", "حول"}
_SOME = word_set("some-of")
_RELATIVE = {"الذي", "التي", "الذين"}
# "An attack of the factions": who is named so behind these nouns does it.
_OWNED = {"attack", "entered", "clashes", "captured", "withdrew"}
_MAKES = word_set("makes-it")
_PARTIES = ("government", "opposition", "sdf", "is")


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
        any_of = any_of or (n > 2 and lexes[n - 2].kind == "w" and lexes[n - 3].id in _BANDS)  # "a second batch of X"
        return any_of or lexes[n - 2].id in _SOME or lexes[n - 2].entry.text in _SOME  # "groups of X" are X
    if n > 1 and lexes[n - 2].kind == "actor" and _drives_out(before):  # "the units drove the fighters out of"
        return False
    if before.kind == "prep":
        return before.id == "agent" or before.id not in _NOT_SUBJECT
    if before.kind in ("break", "consequence") and before.entry.text in _MAKES:
        return False
    return before.kind not in ("cite", "state", "out", "after", "loc") and not (oblique(x) and before.kind != "that")


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


_MANY = word_set("many-of")


def right_actor(c: Context, at: int, hi: int) -> Lex | None:
    """The party right after a verb, before its object ends."""
    lexes = c.lexes
    for n in range(at + 1, min(hi, at + 9, len(lexes))):
        x = lexes[n]
        if x.kind in ("actor", "civil", "plane") and (
            eligible(lexes, n)
            or (n <= at + 2 and lexes[at].entry.tense == "masdar" and not x.prep and oblique(x))
            or (n <= at + 2 and lexes[at].entry.tense == "masdar" and x.prep == "ل" and lexes[at].entry.event in _OWNED)
        ):
            if x.kind == "civil" and any(
                y.kind in ("ana", "pron") or c.sentence.words[y.i].startswith("ل") for y in lexes[at + 1 : n]
            ):
                return None  # "came into these districts to protect the civilians"
            if x.kind == "actor" and x.conj and n > at + 1 and lexes[n - 1].kind == "actor":
                continue
            after = lexes[n + 1] if n + 1 < len(lexes) else None
            if x.kind == "civil" and after is not None and after.kind == "actor" and c.sentence.words[x.i] in _MANY:
                return after  # "hundreds of the fighters"
            if x.conj == "و" and n == at + 1 and lexes[at].entry.tense in ("past", "pres", "fut"):
                return None  # "says that it entered it, and Y says"
            return x
        if x.kind in ("that", "said", "break", "rel", "group", "noun", "state") or (x.kind == "verb" and n > at + 1):
            return None
        if x.kind == "op" and x.id == "condition":  # "will storm it if the gunmen refuse"
            return None
        if x.kind == "," and n > at + 1 and lexes[n - 1].kind != "actor":
            return None
    return None


def left_actor(c: Context, at: int, number: str = "") -> str:
    """The party named before a verb in its sentence: a possible subject that agrees, else any that agrees, else any."""
    lexes = c.lexes
    if number in (WE, US):
        side = c.voice(at)[0].side
        return side if number == WE else RIVAL.get(side, "")
    any_subject, agreeing = "", ""
    aside = subordinate_before(c.sentence, at)
    for n in range(at - 1, -1, -1):
        x = lexes[n]
        if n in aside and any(y.kind == "actor" and eligible(lexes, m) for m, y in enumerate(lexes[: aside.start])):
            continue
        if x.kind == "rel" and n and x.entry.text in _RELATIVE:
            who = n - 1 - (lexes[n - 1].kind == "," and n > 1)
            if lexes[who].kind == "actor":
                return party(c, lexes[who])  # "the forces that failed to", "with the rebels, who still hold"
        if x.kind == "civil" and n == at - 1 and not (n and lexes[n - 1].kind == "prep"):
            return "civil"
        if x.kind != "actor":
            continue
        agrees = not number or x.entry.number == number or (number == "d" and x.entry.number != "p")
        if _joined(lexes, n):
            continue
        if eligible(lexes, n) and not _in_speaker(lexes, n) and not _is_object(lexes, n):
            if agrees or (n and n >= at - 4 and (lexes[n - 1].kind == "aux" or lexes[n - 1].id == "attempt")):
                return party(c, x)
            any_subject = any_subject or party(c, x)
        elif agrees and n == at - 1 and x.prep and not lexes[at].conj and not x.entry.text.startswith("ال"):
            return party(c, x)  # "an attack of armed groups that stole into X"
        elif agrees and not agreeing:
            agreeing = party(c, x)
    return agreeing or any_subject


def _joined(lexes: list[Lex], n: int) -> bool:
    """ "The army and the armed groups with it": the first of two that are joined says whose deed it is."""
    before = lexes[n - 1] if n else None
    return lexes[n].conj == "و" and before is not None and before.kind == "actor" and eligible(lexes, n - 1)


def _is_object(lexes: list[Lex], n: int) -> bool:
    """ "Surprised the factions the army": of two parties right after one another the second is acted on."""
    before = lexes[n - 1] if n else None
    if before is not None and before.id == "forced" and n + 1 < len(lexes) and lexes[n + 1].id in ("على", "الى"):
        return any(y.kind == "actor" for y in lexes[: n - 1])  # "after it forced the factions to withdraw"
    if before is None or before.kind != "actor" or lexes[n].conj or not eligible(lexes, n - 1):
        return False
    return before.id != lexes[n].id and n > 1 and lexes[n - 2].kind in ("w", "verb", "aux")


def _in_speaker(lexes: list[Lex], n: int) -> bool:
    """Part of a speaker's description: "sources close to the army"."""
    for m in range(n - 1, max(-1, n - 5), -1):
        if lexes[m].kind == "gsrc":
            return True
        if lexes[m].kind in ("that", "said", "verb", ",", "noun", "group"):
            return False
    return False


def subject(c: Context, at: int, hi: int, object_suffix: bool = False) -> tuple[str, str]:
    """The subject of a verb and the rule that found it; "" if nobody is named."""
    lexes = c.lexes
    x = lexes[at]
    own = x.entry.suffix if x.entry.tense == "masdar" and not object_suffix else ""
    if x.passive:
        agent = _agent(c, at, hi)
        patient = right_actor(c, at, max(hi, at + 4))
        if agent or patient is not None:
            return agent or (RIVAL.get(patient.id, "") if patient else ""), "agent"
    if x.entry.number == WE:
        return left_actor(c, at, WE), "speaker-of-us"
    if not own and not x.passive:
        right = right_actor(c, at, max(hi, at + 6))
        if right is not None:
            return (party(c, right) if right.kind == "actor" else right.kind), "subject-after"
        if _other_subject(c, at):
            return "other", "subject-unlisted"
    agent = _agent(c, at, hi)
    if agent:
        return agent, "agent"
    blamed = accused(c, at)
    if blamed:
        return blamed, "accused"
    band = _band(c, at)
    if band:
        return band, "band-of"
    number = own or (x.entry.number if x.entry.tense in ("past", "pres", "fut") else _auxiliary_number(lexes, at))
    if x.entry.tense == "masdar" and not own and _announced(c, at):
        return c.voice(at)[0].side, "speaker-of-himself"
    rest = _takes_rest(c, at, hi)
    if rest:
        return rest, "takes-the-rest"
    reporter = _reporter(c, at) if own else ""
    if reporter:
        return reporter, "reporter-of-himself"
    if x.entry.tense == "masdar" and not own and at and lexes[at - 1].kind == "that" and x.entry.event == "captured":
        side = c.voice(at)[0].side
        if side in ("government", "sdf") and x.entry.text.startswith("ال"):
            return side, "speaker-of-himself"  # "and that the taking of X is a matter of days"
    left = _same_as_said(c, at, number) or left_actor(c, at, number)
    if left:
        return left, "subject-before"
    if own or (lexes and lexes[0].kind == "break" and x.entry.tense == "past"):
        ahead = _ahead(c, at)
        if ahead:
            return ahead, "subject-ahead"
        side = c.voice(at)[0].side
        if side in _PARTIES and any(y.kind == "said" for y in lexes[max(0, at - 9) : at]):
            return side, "speaker-of-himself"
    if _of_himself(lexes, at) and c.voice(at)[0].side in _PARTIES:
        return c.voice(at)[0].side, "speaker-of-himself"
    if any(y.kind == "civil" for y in lexes[:at]) and not any(y.kind == "actor" for y in lexes):
        return "civil", "subject-before"
    if x.entry.tense == "masdar" and not own:
        side = c.voice(at)[0].side
        if side in _PARTIES:
            return side, "speaker-of-himself"
    if number and c.talk.actors.get(number):
        return c.talk.actors[number], "subject-of-the-text"
    return c.talk.actor, "subject-of-the-text" if c.talk.actor else ""


_BANDS = word_set("bands")


def _same_as_said(c: Context, at: int, number: str) -> str:
    """ "Said that the army took X ..., and that it entered Y": the party behind the "that" before, if it agrees."""
    lexes = c.lexes
    that = next((n for n in range(at - 1, max(-1, at - 4), -1) if lexes[n].kind == "that"), -1)
    if that < 0 or not lexes[that].conj or not lexes[that].entry.text.endswith(_ITSELF):
        return ""
    before = next((n for n in range(that - 1, -1, -1) if lexes[n].kind == "that"), -1)
    named = next((y for y in lexes[before + 1 : before + 3] if y.kind == "actor"), None) if before >= 0 else None
    return party(c, named) if named is not None and number in ("", named.entry.number) else ""


_ITSELF = ("نه", "نها", "نهم")


def _band(c: Context, at: int) -> str:
    """ "A column of the fighters withdraws", right before its verb."""
    lexes = c.lexes
    if at < 2 or lexes[at - 1].kind != "actor" or lexes[at].entry.tense not in ("past", "pres", "fut"):
        return ""
    behind = lexes[at - 1].prep == "ل" or lexes[at - 2].id == "من"
    head = at - 2 - (lexes[at - 2].id == "من")
    if head > 0 and c.sentence.words[lexes[head].i] in _ORDINALS:  # "the second batch of the fighters"
        head -= 1
    word = c.sentence.words[lexes[head].i].lstrip("و").removeprefix("ال") if head >= 0 else ""
    return party(c, lexes[at - 1]) if behind and word in _BANDS else ""


_ORDINALS = word_set("ordinals")


def accused(c: Context, at: int) -> str:
    """ "X accused Y of shelling": Y."""
    lexes = c.lexes
    if lexes[at].prep != "ب" or lexes[at].entry.tense != "masdar":
        return ""
    who = ""
    for y in reversed(lexes[max(0, at - 9) : at]):
        if y.kind == "said":
            return who if y.entry.event == "accuse" and not y.entry.suffix else ""
        if y.kind == "actor" and not who:
            who = party(c, y)
        elif y.kind in ("that", "break", "verb", "group"):
            return ""
    return ""


def _of_himself(lexes: list[Lex], at: int) -> bool:
    """ "The command said that it took X": the pronoun on "that", with no other party before it."""
    return any(y.kind == "that" and y.entry.text.endswith(("نه", "نها", "نهم")) for y in lexes[max(0, at - 3) : at])


def _takes_rest(c: Context, at: int, hi: int) -> str:
    """ "What is left is in the hands of Y, and that the taking of X is near": Y's rival takes it; who "came to" hold
    much takes more.
    """
    lexes, e = c.lexes, c.lexes[at].entry
    if e.tense != "masdar" or e.suffix or e.event not in ("captured", "entered") or not at:
        return ""
    if lexes[at - 1].kind != "that" or any(y.kind == "actor" for y in lexes[hi : hi + 3]):
        return ""
    named = [n for n, y in enumerate(lexes[:at]) if y.kind == "actor"]
    if len(named) != 1 or not named[0] or lexes[named[0] - 1].kind != "state":
        return ""
    holder = party(c, lexes[named[0]])
    grew = any(y.kind == "change" for y in lexes[max(0, named[0] - 4) : named[0]])
    return holder if grew else RIVAL.get(holder, "")


def _reporter(c: Context, at: int) -> str:
    """ "What X spreads about its taking of Y": X's, whoever denies it."""
    lexes = c.lexes
    if at < 3 or not {lexes[at - 1].id, lexes[at - 1].entry.text} & _ABOUT:
        return ""
    for n in range(at - 2, max(-1, at - 9), -1):
        y = lexes[n]
        if y.kind == "city" and y.entry.text == "دمشق" and lexes[n - 1].kind == "said":
            return "government"  # "what Damascus announced of its taking of X"
        if y.kind in ("src", "actor"):
            told = any(z.kind == "rel" and z.entry.text in _WHAT for z in lexes[max(0, n - 3) : n])
            side = voices()[y.id].side if y.kind == "src" else y.id
            return side if told and side in _PARTIES else ""
        if y.kind in ("that", "verb", "break", ",", "group", "noun"):
            return ""
    return ""


_ABOUT = {"عن", "حول", "من", "بشان"}
_WHAT = {"ما", "مما", "عما"}


def _announced(c: Context, at: int) -> bool:
    """ "A commander announced the recapture of X": the speaker's own deed, unless somebody else is named."""
    for y in reversed(c.lexes[max(0, at - 8) : at]):
        if y.kind == "said":
            return y.entry.event == "say" and y.entry.tense in ("past", "pres") and c.voice(at)[0].side in _PARTIES
        if y.kind in ("that", "verb", "break", ",", "group", "noun"):
            return False
    return False


def _ahead(c: Context, at: int) -> str:
    """ "Days after its capture of X, the army ...": the owner is named after the comma."""
    lexes = c.lexes
    if any(
        y.kind in ("actor", "said", "verb") or (y.kind == "aux" and y.entry.text.endswith("ون")) for y in lexes[:at]
    ):
        return ""
    comma = next((n for n in range(at, min(at + 14, len(lexes))) if lexes[n].kind == ","), -1)
    if comma < 0:
        comma = next((n for n in range(at, min(at + 8, len(lexes))) if lexes[n].kind == "group"), -1)
    for y in lexes[comma + 1 : comma + 8] if comma > 0 else ():
        if y.kind == "actor":
            return party(c, y)
        if y.kind == "src" and y.id in ("army-command", "syrian-army"):
            return "government"
    return ""


def _auxiliary_number(lexes: list[Lex], at: int) -> str:
    """The number of the auxiliary before a verbal noun: "they went on advancing"."""
    for n in range(at - 1, max(-1, at - 4), -1):
        if lexes[n].kind == "aux" or (lexes[n].kind == "op" and lexes[n].id == "attempt"):
            text = lexes[n].entry.text
            if lexes[n].entry.number == WE:
                return WE
            return "p" if text.endswith(("وا", "ون")) else "f" if text.endswith("ت") or text.startswith("ت") else "s"
    return ""


def _agent(c: Context, at: int, hi: int) -> str:
    lexes = c.lexes
    for n in range(at + 1, min(max(hi, at) + 5, len(lexes) - 1)):
        if lexes[n].kind == "prep" and lexes[n].id == "agent" and lexes[n + 1].kind == "actor":
            return lexes[n + 1].id
    return ""


def _other_subject(c: Context, at: int) -> bool:
    """A verb followed at once by an unlisted noun: somebody does it, but no party of the battle."""
    lexes = c.lexes
    x = lexes[at]
    if x.entry.tense not in ("past", "pres", "fut") or at + 1 >= len(lexes) or x.entry.suffix:
        return False
    nxt = lexes[at + 1]
    if at and lexes[at - 1].kind == "actor" and eligible(lexes, at - 1):  # it stands before its verb
        return False
    if nxt.kind == "gsrc":
        return True
    if nxt.kind != "w" or nxt.conj:
        return False
    if lexes[at + 2 : at + 3] and lexes[at + 2].kind == "pron" and lexes[at + 2].id == "من":  # "five of them"
        return False
    word = c.sentence.words[nxt.i]
    return not (word.endswith("ا") or len(word) < 4 or word in ADVERBS)


ADVERBS = word_set("adverbs")


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
