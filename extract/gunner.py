"""Whose fire it is: the party named with the fire, and nobody where none is."""

from extract.actors import eligible, party
from extract.beside import left_actor, right_actor
from extract.context import Context, Object
from extract.doing import is_finite
from extract.fronted import by_whom
from extract.launched import launched_by
from extract.scan import Lex
from extract.subject import subject
from extract.tables import word_set
from extract.told import accused

_PARTIES = ("government", "opposition", "sdf", "is")


def by_means(c: Context, y: Lex) -> bool:
    """ "With rockets": a word with its preposition joined to it."""
    return y.prep == "ب" or c.sentence.words[y.i].startswith("ب")


def shooter(c: Context, at: int, o: Object) -> str:
    """The party that fires, only where it is named with the fire."""
    x = c.lexes[at]
    if is_finite(x):
        who, rule = subject(c, at, max(o.hi, at + 1))
        if rule == "subject-before" and (x.passive or not _fires(c, at, x.entry.number)):
            return _from_above(c, x, o)
        named = rule in ("subject-after", "subject-before", "agent", "speaker-of-us") and who in _PARTIES
        return who if named else _from_above(c, x, o)
    if x.entry.suffix:
        flown = next((y.kind for y in reversed(c.lexes[:at]) if y.kind in ("actor", "plane")), "")
        if flown == "plane":
            return _from_above(c, x, o)
        return left_actor(c, at, x.entry.suffix) or c.talk.actor
    if x.entry.text.startswith("تمهيد"):  # softening up for one's own attack
        flees = any(y.kind == "verb" and y.entry.event in ("withdrew", "lost", "fell") for y in c.lexes[:at])
        return (left_actor(c, at) if not flees else "") or "unknown"
    return _beside(c, at, o) or _from_above(c, x, o)


def _fires(c: Context, at: int, number: str) -> bool:
    """Whether a party before the verb agrees with it, or stands right before it."""
    return any(
        y.kind == "actor" and eligible(c.lexes, n) and (y.entry.number == number or _right_before(c.lexes, n, at))
        for n, y in enumerate(c.lexes[:at])
    )


def _right_before(lexes: list[Lex], n: int, at: int) -> bool:
    """Whether at most one word but of time stands between: "resumed, the army, on Wednesday, the shelling of"."""
    return sum(y.kind not in ("t", "adv") for y in lexes[n + 1 : at]) < 2


def _beside(c: Context, at: int, o: Object) -> str:
    """The party named beside a noun of fire: owner, launcher, or who answers by it."""
    lexes, x = c.lexes, c.lexes[at]
    launcher = launched_by(c, at)
    if launcher:
        return launcher
    if any(w.removeprefix("ال").startswith("ارهابي") for w in c.sentence.words[max(0, x.i - 3) : x.i]):
        return "opposition"  # "a terrorist attack with shells": the government's word for the factions
    resumed = _who_resumes(c, at)
    if resumed:
        return resumed
    if at and c.sentence.words[x.i - 1] in ("مصادر", "مصدر"):  # "the guns answered the sources of fire in X"
        return left_actor(c, at)
    deed = _weapon_of(c, at)
    if deed >= 0:
        return subject(c, deed, at)[0]
    right = right_actor(c, at, at + 4)
    if right is not None and right.kind == "actor":
        return right.id
    if any(w.startswith(("روسي", "الروسي")) for w in c.sentence.words[x.j : x.j + 2]):  # "Russian raids"
        return "government"
    for n in range(at + 1, min(at + 6, len(lexes))):
        if lexes[n].kind == "aux" and lexes[n].id == "shan" and n + 1 < len(lexes) and lexes[n + 1].kind == "actor":
            return lexes[n + 1].id
        if lexes[n].kind in (",", "break", "group"):
            break
    for n in range(o.hi, min(o.hi + 5, len(lexes) - 1)):
        if lexes[n].kind == "aux" and lexes[n].id == "shan" and lexes[n + 1].kind == "actor":
            return lexes[n + 1].id
    whom = by_whom(c, at, o.hi) or _whence(c, at)
    if whom:
        return whom
    n = _launching(c, at)
    if n >= 0:
        named = right_actor(c, n, at)
        if named is not None and named.kind == "plane":
            return ""
        return left_actor(c, at) or (named.id if named is not None and named.kind == "actor" else "")
    assault = c.sentence.words[lexes[at - 2].i].removeprefix("و") in _ASSAULT if at > 1 else False
    if x.prep == "ب" and assault and lexes[at - 1].kind == "actor":  # "their attacks with shells on"
        return lexes[at - 1].id
    blamed = accused(c, at)
    if blamed:
        return blamed
    suffers = any(y.kind == "undergo" for y in lexes[:at])
    parties = any(y.kind == "actor" for y in lexes[:at])
    by_it = x.prep == "ب" or c.sentence.words[x.i - 1] in _BY_FIRING
    if by_it and parties and not suffers:  # "answered by shelling X", "accuses Y of it"
        who = "" if _victims(c, at) else left_actor(c, at)
        return left_actor(c, at - 1) if who == "civil" else who
    return ""


_BY_FIRING = word_set("by-firing")
_COUNTED = {"prep", "t", "num", "w", "adv", "part", "after", "actor", "plane", "src", "change"}


def _launching(c: Context, at: int) -> int:
    """ "They fired since the morning more than 40 shells on X": the verb that sends the fire, or -1."""
    commas = 0
    for n in range(at - 1, max(-1, at - 12), -1):
        y = c.lexes[n]
        if y.kind == "aux" and y.id == "shan":
            return n if commas != 1 or n >= at - 5 else -1
        commas += y.kind == ","  # "they fired, since the morning, more than"
        if y.kind == "verb" or (y.kind not in _COUNTED and y.kind != "," and n < at - 5):
            return -1
    return -1


_ASSAULT = word_set("assault")
_WHENCE = word_set("whence")


def _whence(c: Context, at: int) -> str:
    """ "Shells whose source is the positions of the regime"."""
    lexes = c.lexes
    for n in range(at + 1, min(at + 12, len(lexes))):
        if c.sentence.words[lexes[n].i] in _WHENCE:
            named = next((y for y in lexes[n + 1 : n + 5] if y.kind in ("actor", ",", "said")), None)
            return named.id if named is not None and named.kind == "actor" else ""
        if lexes[n].kind in ("break", "said"):
            return ""
    return ""


_HARMED = word_set("harmed")


def _victims(c: Context, at: int) -> bool:
    """ "26 were killed by shelling": nobody who fires is spoken of in this clause, but in "the army killed 26 by"."""
    for n in range(at - 1, max(-1, at - 11), -1):
        y = c.lexes[n]
        if c.sentence.words[y.i].lstrip("وف") in _HARMED:
            return not (n + 1 < at and c.lexes[n + 1].kind == "actor")
        if y.kind in ("break", "that", "said"):
            return False
    return False


def _who_resumes(c: Context, at: int) -> str:
    """ "The army resumed on Thursday the shelling of X": the party beside the verb of going on."""
    lexes = c.lexes
    for n in range(at - 1, max(-1, at - 8), -1):
        y = lexes[n]
        if y.kind == "aux" and y.id == "begin":
            beside = [z for z in (*lexes[n + 1 : n + 2], *lexes[max(0, n - 1) : n]) if z.kind == "actor" and not z.prep]
            return party(c, beside[0]) if beside else ""
        if y.kind not in ("actor", "t", "w", "adv", "num"):
            return ""
    return ""


def _weapon_of(c: Context, at: int) -> int:
    """ "The factions targeted with several shells places in X": the verb that the fire is the means of, or -1."""
    lexes = c.lexes
    for n in range(at - 1, max(-1, at - 5), -1):
        y = lexes[n]
        if y.kind == "verb" and y.entry.event in ("struck", "shelled", "attack") and is_finite(y):
            means = n + 1 + (lexes[n + 1].kind == "actor")
            return n if by_means(c, lexes[means]) and not y.passive else -1
        if y.kind not in ("w", "num", "prep", "adv", "t", "part", "actor"):
            return -1
    return -1


def _from_above(c: Context, x: Lex, o: Object) -> str:
    """Barrel bombs and helicopters are the government's; other fire that nobody is named for is unknown."""
    last = max(x.j, c.lexes[o.hi - 1].j if o.inside else x.j)
    ends = (y.i for y in c.lexes if y.i >= last and (y.kind in (",", "break") or y.conj == "و"))
    words = c.sentence.words[max(0, x.i - 8) : min(last + 6, next(ends, last + 6))]
    return "government" if any(b in w for w in words for b in _BARRELS) else "unknown"


_BARRELS = tuple(word_set("barrels"))
