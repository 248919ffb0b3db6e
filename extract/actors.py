"""Who does it: the party named as subject beside the verb, or the one the sentence or the text is about."""

from extract.context import Context
from extract.scan import Lex

RIVAL = {"government": "opposition", "opposition": "government"}
_NOT_SUBJECT = {"من", "مع", "ضد", "على", "عن", "الى", "نحو", "بين", "في", "بعد", "صوب", "باتجاه", "حول"}
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
    if before.kind == "prep":
        return before.id == "agent" or before.id not in _NOT_SUBJECT
    return before.kind not in ("cite", "state", "out", "after", "loc")


def right_actor(c: Context, at: int, hi: int) -> Lex | None:
    """The party right after a verb, before its object ends."""
    lexes = c.lexes
    for n in range(at + 1, min(hi, at + 9, len(lexes))):
        x = lexes[n]
        if x.kind in ("actor", "civil", "plane") and eligible(lexes, n):
            if x.kind == "actor" and x.conj and n > at + 1 and lexes[n - 1].kind == "actor":
                continue
            return x
        if x.kind in ("that", "said", "break", "rel", "group", "noun", "state") or (x.kind == "verb" and n > at + 1):
            return None
        if x.kind == "," and n > at + 1 and lexes[n - 1].kind != "actor":
            return None
    return None


def left_actor(c: Context, at: int, number: str = "") -> str:
    """The party named before a verb in its sentence: the nearest that agrees with it, else the nearest."""
    lexes = c.lexes
    nearest = ""
    for n in range(at - 1, -1, -1):
        x = lexes[n]
        if x.kind == "actor" and eligible(lexes, n):
            if _in_speaker(lexes, n):
                continue
            if not number or x.entry.number == number or (number in "dp" and x.entry.number in "sfp"):
                return party(c, x)
            nearest = nearest or party(c, x)
        if x.kind == "civil" and x.entry.tense == "" and n == at - 1:
            return "civil"
    return nearest


def _in_speaker(lexes: list[Lex], n: int) -> bool:
    """Part of a speaker's description: "sources close to the army"."""
    for m in range(n - 1, max(-1, n - 5), -1):
        if lexes[m].kind == "gsrc":
            return True
        if lexes[m].kind in ("that", "said", "verb", ",", "noun", "group"):
            return False
    return False


def subject(c: Context, at: int, hi: int) -> tuple[str, str]:
    """The subject of a verb and the rule that found it; "" if nobody is named."""
    lexes = c.lexes
    x = lexes[at]
    own = x.entry.suffix if x.entry.tense == "masdar" else ""
    if not own:
        right = right_actor(c, at, hi if hi > at else at + 6)
        if right is not None:
            return (party(c, right) if right.kind == "actor" else right.kind), "subject-after"
        if _other_subject(c, at):
            return "other", "subject-unlisted"
    agent = _agent(c, at, hi)
    if agent:
        return agent, "agent"
    number = own or (x.entry.number if x.entry.tense in ("past", "pres", "fut") else "")
    left = left_actor(c, at, number)
    if left:
        return left, "subject-before"
    if number and c.talk.actors.get(number):
        return c.talk.actors[number], "subject-of-the-text"
    return c.talk.actor, "subject-of-the-text" if c.talk.actor else ""


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
    if nxt.kind == "gsrc":
        return True
    if nxt.kind != "w" or nxt.conj:
        return False
    word = c.sentence.words[nxt.i]
    return not (word.endswith("ا") or len(word) < 4 or word in ADVERBS)


ADVERBS = {
    "ايضا", "كذلك", "بشكل", "بصوره", "مجددا", "فعلا", "سريعا", "تدريجيا", "للمره", "بعده", "بعدها", "قبل", "فجر", "صباح",
    "مساء", "ظهر", "عصر", "ليلا", "نهارا", "اخيرا", "معا", "بسرعه", "لاحقا", "بدورها", "بدوره", "سلميا",
}  # fmt: skip


def remember(c: Context, hi: int | None = None) -> None:
    """What later sentences may refer back to: the parties named here."""
    for x in c.lexes:
        if x.kind == "actor" and x.id in _PARTIES:
            who = party(c, x)
            if x.entry.text.startswith("وحدات حمايه") or x.entry.text == "الوحدات الكرديه":
                c.talk.actors["units"] = "sdf"
            if not x.prep:
                c.talk.actors[x.entry.number] = who
