"""Figures: how much somebody holds, as the source bounds it, and of what.

Shares of quarters are never turned into quarters.
"""

import re

import msgspec

from extract.actors import left_actor, party, right_actor
from extract.claiming import claim
from extract.context import Context
from extract.dating import date_of
from extract.emit import Found
from extract.lexicon import word_set, word_values
from extract.listing import list_after
from extract.moment import NUMBERS
from extract.reference import anaphor, relative
from extract.scope import scope_of

_FRACTIONS = word_values("fraction")
_ABOUT = word_set("about")
_MORE = word_set("more-than")
_LESS = word_set("less-than")
_COUNTED = {"حيا", "حي", "احياء", "منطقه"}


# Every number word with what may be written onto it: a sentence without any of them has no figure.
_SIGNS = {front + word for word in (*_FRACTIONS, *NUMBERS) for front in ("", "و", "ب", "ف", "ل")}


def read_figures(c: Context) -> None:
    """Add the figures of a sentence."""
    words = c.sentence.words
    if "num" not in c.kinds and _SIGNS.isdisjoint(words):
        return
    at = 0
    lexes = c.lexes
    for n, x in enumerate(lexes):
        if x.i < at:
            continue
        q = _quantity(words, x.i)
        if q is None:
            continue
        value, end, kind = q
        at = end
        bounded = _bound(words, x.i)
        _figure(c, n, x.i, end, bounded + value, kind)


def _bare(word: str) -> str:
    return word[1:] if word[0] in "وبف" and len(word) > 3 else word


def _quantity(words: list[str], i: int) -> tuple[str, int, str] | None:
    """The figure that begins at a word: its digits, the word after it, and of which kind."""
    word = words[i]
    bare = _bare(word)
    if word[0].isdecimal():
        number = word.replace(",", "")
        after = words[i + 1 : i + 4]
        if (
            after[:1] == ["%"]
            or after[:2] == ["في", "الميه"]
            or after[:2] == ["في", "المايه"]
            or after[:1] == ["بالميه"]
            or after[:1] == ["بالمايه"]
        ):
            return f"{number}%", i + (2 if after[:1] == ["%"] or after[0].startswith("بال") else 3), "share"
        if after and after[0] in _COUNTED:
            return f"{number} neighbourhoods", i + 2, "count"
        return None
    if word == "%" and i + 1 < len(words) and words[i + 1][0].isdecimal():
        return f"{words[i + 1]}%", i + 2, "share"
    for form in (word, bare):
        if form in _FRACTIONS:
            return _FRACTIONS[form], i + 1, "share"
    for form in (word, bare):
        if form in NUMBERS:
            j = i + 1
            total = NUMBERS[form]
            if j < len(words) and words[j] in ("عشر", "عشره") and total < 10:
                total, j = total + 10, j + 1
            elif j < len(words) and words[j].startswith("و") and words[j][1:] in NUMBERS:
                total, j = total + NUMBERS[words[j][1:]], j + 1
            if (
                words[j : j + 2] == ["في", "الميه"]
                or words[j : j + 1] == ["بالميه"]
                or words[j : j + 2] == ["في", "المايه"]
            ):
                return f"{total}%", j + (1 if words[j].startswith("بال") else 2), "share"
            if j < len(words) and words[j] == "ارباع":
                return f"{total}/4", j + 1, "share"
            if j < len(words) and words[j] in _COUNTED:
                return f"{total} neighbourhoods", j + 1, "count"
    return None


def _bound(words: list[str], i: int) -> str:
    before = [_bare(w) if w not in _MORE | _LESS | _ABOUT else w for w in words[max(0, i - 4) : i]]
    text = " ".join(before)
    if re.search(r"(لا يقل|لا تقل) عن$", text):
        return ">="
    if re.search(r"لا (ي|ت)(زيد|تجاوز)( عن| علي)?$", text):
        return "<="
    if before and (before[-1] in _ABOUT or before[-1] == "يقارب"):
        return "~"
    near = before[-2:]
    if any(w in _MORE - {"بما"} for w in near):
        return ">"
    if any(w in _LESS - {"دون"} for w in near):
        return "<"
    return ""


def _figure(c: Context, n: int, i: int, end: int, value: str, kind: str) -> None:
    lexes = c.lexes
    later = next(
        (m for m in range(n, len(lexes)) if lexes[m].i >= end or (lexes[m].kind == "group" and lexes[m].j > end)),
        len(lexes),
    )
    # a counted list ("three quarters, namely A, B and C") names its places itself
    if kind == "count" and any(
        y.kind == "listhead" and y.entry.text in ("هي", "هما", "وهي") for y in lexes[later : later + 4]
    ):
        return
    target = _target(c, later)
    if target is None:
        return
    place, level, whole, hi = target
    if kind == "count" and place == "aleppo-city":  # districts that change hands are of the east
        place = "east-aleppo"
    holder, at, event = _holder(c, n, later, hi)
    if not holder:
        return
    if event == "withdrew" and (kind != "count" or level != "area"):
        return
    scope = scope_of(c.sentence, at, hi)
    voice, how = c.voice(n)
    time = date_of(c, at, hi)
    lo = min(n, at)
    last = max(hi, at + 1, later)
    if event == "lost":
        value = f"lost {value}"
    c.found.append(
        Found(
            place=place, level=level, event="withdrew" if event == "withdrew" else "share", actor=holder, voice=voice,
            lo=lexes[lo].i, hi=lexes[last - 1].j,
            start=c.sentence.span(lexes[min(later, len(lexes) - 1)].i)[0],
            end=c.sentence.span(lexes[min(hi, len(lexes)) - 1].j - 1)[1],
            stance=scope.stance, realis=scope.realis, partial=True,
            date=time.value() if time and not time.since else None,
            value=value, of=whole if event != "withdrew" else None,
            rules=(f"F:{kind}", f"A:{holder}", *scope.rules, *([f"S:{how}"] if how else ())),
        )
    )  # fmt: skip
    c.used.update(range(lo, last))
    listed = list_after(c, hi, 5) if kind == "count" and event != "withdrew" else None
    if listed:  # "13 quarters, the first of them A, among them B and C"
        claim(c, at, listed, event, holder, scope, ["F:listed"])
    if level == "place":  # a share of a quarter is also a part of it, held
        c.found.append(
            msgspec.structs.replace(
                c.found[-1], event="captured" if event == "captured" else "controls", value=None, of=None
            )
        )
        c.talk.actor = holder


def _target(c: Context, at: int) -> tuple[str, str, str, int] | None:
    """Of what: the place or area of the figure, its denominator, and the lexeme after it."""
    lexes = c.lexes
    for n in range(at, min(at + 9, len(lexes))):
        y = lexes[n]
        if y.kind == "group":
            members = c.accepted(y)
            if not members or y.locator:
                continue
            m = members[0]
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
        if y.kind in ("said", "break") or (y.kind == "," and n > at):
            break
    words = c.sentence.words[lexes[at - 1].i if at else 0 : lexes[min(at + 5, len(lexes)) - 1].j]
    if c.talk.aleppo and not c.city and any(_bare(w).endswith(("احياء", "حيا", "الاحياء", "مناطق")) for w in words):
        return "east-aleppo", "area", "unstated", min(at + 1, len(lexes))
    return None


def _holder(c: Context, n: int, later: int, hi: int) -> tuple[str, int, str]:
    """Who holds the share, the lexeme that says so, and the kind of holding."""
    lexes = c.lexes
    order = [*range(n - 1, max(-1, n - 12), -1), *range(later, min(hi + 9, len(lexes)))]
    near = next((m for m in range(hi, min(hi + 4, len(lexes))) if lexes[m].kind == "state"), -1)
    if (
        near >= 0
        and not any(lexes[m].kind == "rel" for m in range(n, near))
        and any(lexes[m].kind == "change" for m in range(max(0, n - 4), near))
    ):
        order = [near, *order]
    if any(w in _AMOUNTS for w in c.sentence.words[max(0, lexes[n].i - 2) : lexes[n].i]):
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
            for k in range(m + 1, min(m + 4, len(lexes))):
                if lexes[k].kind == "actor":
                    return party(c, lexes[k]), m, "controls"
            if y.id == "underown":
                return left_actor(c, m) or c.talk.actor, m, "controls"
        if y.kind == "verb" and y.entry.event in ("captured", "controls", "lost", "withdrew") and y.entry.tense != "":
            if m > hi:
                continue
            right = right_actor(c, m, max(n, m + 6))
            own = right.id if right is not None and right.kind == "actor" else ""
            who = own or left_actor(c, m, y.entry.number or y.entry.suffix) or c.talk.actor
            return who, m, y.entry.event
    makes = n and any(w in _AMOUNTS for w in c.sentence.words[max(0, lexes[n].i - 3) : lexes[n].i])
    if makes:  # "besieged in a front that makes up a third of it"
        for m in range(n - 1, max(-1, n - 12), -1):
            if lexes[m].kind == "actor":
                return party(c, lexes[m]), m, "controls"
    shares = [f for f in c.found if f.event == "share"]
    if shares:  # a second figure of the same sentence
        return shares[-1].actor, n, "controls"
    return "", n, ""


_AMOUNTS = word_set("amounts-to")
