"""Figures: how much somebody holds, as the source bounds it, and of what.

Shares of quarters are never turned into quarters.
"""

import msgspec

from extract.claiming import claim
from extract.context import Context
from extract.dating import date_of
from extract.emit import Found
from extract.listing import list_after
from extract.quantity import SIGNS, bound, quantity
from extract.scope import scope_of
from extract.shares import MAKES_UP, holder_of, target_of


def read_figures(c: Context) -> None:
    """Add the figures of a sentence."""
    words = c.sentence.words
    if "num" not in c.kinds and SIGNS.isdisjoint(words):
        return
    at = 0
    lexes = c.lexes
    for n, x in enumerate(lexes):
        if x.i < at:
            continue
        q = quantity(words, x.i)
        if q is None:
            continue
        value, end, kind = q
        at = end
        bounded = bound(words, x.i, end)
        before = len(c.found)
        _figure(c, n, x.i, end, bounded + value, kind)
        if len(c.found) == before + 1 and before and "اي" in words[max(0, x.i - 6) : x.i]:
            _same_ground(c)


def _same_ground(c: Context) -> None:
    """ "Seven square kilometres, that is less than a tenth": one statement about the same ground."""
    first, second = c.found[-2:]
    if first.event == second.event == "share" and "km2" in (first.value or "") and first.actor == second.actor:
        c.found[-2:] = [msgspec.structs.replace(first, hi=second.hi, value=f"{first.value}; {second.value}")]


def _figure(c: Context, n: int, i: int, end: int, value: str, kind: str) -> None:
    lexes, words = c.lexes, c.sentence.words
    later = next(
        (m for m in range(n, len(lexes)) if lexes[m].i >= end or (lexes[m].kind == "group" and lexes[m].j > end)),
        len(lexes),
    )
    # a counted list ("three quarters, namely A, B and C") names its places itself
    if kind == "count" and any(
        y.kind == "listhead" and y.entry.text in ("هي", "هما", "وهي") for y in lexes[later : later + 4]
    ):
        return
    target = target_of(c, n, later, kind)
    if target is None:
        return
    place, level, whole, hi = target
    if kind == "count" and place == "aleppo-city":  # districts that change hands are of the east
        place = "east-aleppo"
    holder, at, event = holder_of(c, n, later, hi, kind)
    if not holder:
        return
    if event == "withdrew" and (kind != "count" or level != "area"):
        return
    scope = scope_of(c.sentence, at, hi)
    earlier = next((f for f in reversed(c.found) if f.event == "share"), None)
    if earlier and scope.realis == "actual" and event == "controls" and MAKES_UP & set(words[max(0, i - 3) : i]):
        scope.realis = earlier.realis  # "if it takes A, it will hold two thirds, and they a front that is the third"
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
            date=time.value() if time and (not time.since or event in ("lost", "captured")) else None,
            value=value, of=whole if event != "withdrew" else None,
            rules=(f"F:{kind}", f"A:{holder}", *scope.rules, *([f"S:{how}"] if how else ())),
        )
    )  # fmt: skip
    listing = any(y.kind == "notonly" for y in lexes[lo:n])  # "nothing is left but A and half of B": A is read too
    c.used.update(range(n if listing else lo, last))
    listed = list_after(c, hi, 5) if kind == "count" and event != "withdrew" else None
    if listed:  # "13 quarters, the first of them A, among them B and C"
        claim(c, at, listed, event, holder, scope, ["F:listed"])
    if level == "place":  # a share of a quarter is also a part of it, held
        came = lexes[at].kind == "state" and any(y.kind == "change" for y in lexes[max(0, lo - 6) : lo])
        holds = lexes[at].entry.tense == "pres" and not c.sentence.heading  # "they control 80% of X"
        taken = (event == "captured" and not holds) or (
            came and not any(y.kind in (",", "verb") for y in lexes[max(0, lo - 3) : lo])
        )
        c.found.append(
            msgspec.structs.replace(c.found[-1], event="captured" if taken else "controls", value=None, of=None)
        )
        c.talk.actor = holder
