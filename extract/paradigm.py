"""The forms of a verb, enumerated from its third person: no stemmer guesses at reading time.

Forms are folded (see fold), so final ya and alif maqsura, and the hamza seats, are one. A form knows its tense, the
number of its subject and the pronoun attached to it.
"""

from collections.abc import Iterator

import msgspec

_SUFFIXES = (("ه", "s"), ("ها", "f"), ("هم", "p"), ("هما", "d"))
# The first person: the speaker and his side as subject, or as what somebody else acts on.
WE, US = "we", "us"
_OWNERS = (*_SUFFIXES, ("نا", WE))


class Form(msgspec.Struct, frozen=True):
    """`tense`: past, pres, fut, masdar or part. `number`, `suffix`: s (he), f (she, or things), p (they), d (two), we.

    The number `us` is somebody else's deed to the speaker's side: "they attacked us in".
    """

    text: str
    tense: str
    number: str = ""
    suffix: str = ""


def past(stem: str) -> Iterator[Form]:
    """Past forms of a folded third person: seized, she seized, they seized it."""
    weak = stem[-1] == "ي" or (len(stem) == 3 and stem[-1] == "ا")
    short = stem[:-1] if weak else stem
    plain = [(stem, "s"), (short + "ت", "f"), (short + "وا", "p"), (short + "تا", "d")]
    if stem[-1] == "ا" and not weak:  # a final hamza on its seat: the plural is written with another
        plain += [(stem[:-1] + "ووا", "p"), (stem[:-1] + "اوا", "p"), (stem[:-1] + "ءوا", "p")]
    if weak:
        plain.append((stem + "ت", "f"))  # also the passive of a weak verb: it was evacuated
    dual = stem + "ا" if not weak else short + "يا"
    for text, number in (*plain, (dual, "d")):
        yield Form(text, "past", number)
    joined = ((short + "ا" if weak else stem, "s"), (short + "ت", "f"), (short + "و", "p"))
    for text, number in joined:
        for suffix, whom in _SUFFIXES:
            yield Form(text + suffix, "past", number, whom)
    ours = _before_a_consonant(stem) + "نا"
    yield Form(ours, "past", WE)
    yield from (Form(ours + suffix, "past", WE, whom) for suffix, whom in _SUFFIXES)
    yield from (Form(short + ending, "past", US) for ending in ("ونا", "تنا"))


def _before_a_consonant(stem: str) -> str:
    """The stem of the past before a consonant: a hollow verb is short, a doubled one long."""
    if stem[-1] == "ي":
        return stem[:-1] + "ي"
    if len(stem) == 3 and stem[-1] == "ا":
        return stem[:-1] + "و"
    if len(stem) > 2 and stem[-2] == "ا":
        return stem[:-2] + stem[-1]
    doubled = (
        len(stem) == 2
        or (len(stem) == 4 and stem[0] == "ا" and (stem[2] == "ت" or stem[1] == "ن"))
        or (len(stem) == 5 and stem.startswith("است"))
    )
    return stem + stem[-1] if doubled else stem


def present(stem: str) -> Iterator[Form]:
    """Present forms of a folded third person, indicative and shortened, and the future with its prefix."""
    body = stem[1:]
    weak = body[-1] in "يو" and len(body) > 2
    short = body[:-1] if weak else body
    forms = [("ي" + body, "s"), ("ت" + body, "f"), ("ي" + short + "ون", "p"), ("ي" + short + "وا", "p")]
    forms += [("ت" + body + "ان", "d"), ("ي" + body + "ان", "d"), ("ي" + body + "ا", "d"), ("ت" + body + "ا", "d")]
    if weak:
        forms += [("ي" + short, "s"), ("ت" + short, "f")]
    elif len(body) > 3 and body[-2] == "ي":  # a hollow verb loses its long vowel when shortened
        forms += [("ي" + body[:-2] + body[-1], "s"), ("ت" + body[:-2] + body[-1], "f")]
    for text, number in forms:
        yield Form(text, "pres", number)
        if not text.endswith(("ان", "ا")):
            yield Form("س" + text, "fut", number)
    yield from _we(body)
    yield from (Form("ي" + short + ending, "pres", US) for ending in ("وننا", "ونا"))
    for text, number in (("ي" + body, "s"), ("ت" + body, "f"), ("ي" + short + "ون", "p"), ("ي" + short + "و", "p")):
        for suffix, whom in _SUFFIXES:
            yield Form(text + suffix, "pres", number, whom)


def _we(body: str) -> Iterator[Form]:
    """The first person of the present: we seize, we shall seize it."""
    forms = ["ن" + body]
    if body[-1] in "يو" and len(body) > 2:
        forms.append("ن" + body[:-1])
    elif len(body) > 3 and body[-2] == "ي":
        forms.append("ن" + body[:-2] + body[-1])
    for text in forms:
        yield Form(text, "pres", WE)
        yield Form("س" + text, "fut", WE)
    for suffix, whom in _SUFFIXES:
        yield Form("ن" + body + suffix, "pres", WE, whom)
        yield Form("سن" + body + suffix, "fut", WE, whom)


def masdar(noun: str) -> Iterator[Form]:
    """A verbal noun bare, with the article, as an accusative, and with the doer attached."""
    joined = noun[:-1] + "ت" if noun.endswith("ه") else noun
    yield Form(noun, "masdar")
    yield Form("ال" + noun, "masdar")
    if not noun.endswith("ه"):
        yield Form(noun + "ا", "masdar")
    if noun.endswith("ء"):
        joined = noun[:-1] + "ي"
        yield from (Form(noun[:-1] + "و" + s, "masdar", "", w) for s, w in _OWNERS)
        yield from (Form(noun + s, "masdar", "", w) for s, w in _OWNERS)
    yield from (Form(joined + suffix, "masdar", "", whom) for suffix, whom in _OWNERS)


def participle(noun: str) -> Iterator[Form]:
    """A participle in its numbers, with and without the article."""
    for article in ("", "ال"):
        for ending, number in (("", "s"), ("ه", "f"), ("ا", "s"), ("ين", "p"), ("ون", "p"), ("ان", "d"), ("تين", "d")):
            yield Form(article + noun + ending, "part", number)


def negated(stem: str) -> Iterator[Form]:
    """A present behind "not" or "will not", in every person: could not, cannot, we could not, will not be able."""
    weak = stem[-1] in "يا" and len(stem) > 4
    bodies = [stem[1:], *([stem[1:-1]] if weak else [])]
    if len(stem) > 4 and stem[-2] == "ي":  # a hollow verb loses its long vowel
        bodies.append(stem[1:-2] + stem[-1])
    plural = bodies[-1] if weak else bodies[0]
    for particle, tense in (("لم", "pres"), ("لا", "pres"), ("لن", "fut")):
        for text in (*(person + body for body in bodies for person in "يتنا"), f"ي{plural}وا", f"ي{plural}ون"):
            yield Form(f"{particle} {text}", tense, suffix="")
