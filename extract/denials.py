"""Denials and doubts that point back ("Y denied that", "which the monitor did not confirm"), and the claim that a
denial repeats ("denied what X broadcast of").
"""

import re

import msgspec

from extract.context import Context
from extract.emit import Found
from extract.resolve import ARTICLE, Voice
from extract.speaker import first_voice
from extract.tables import word_set

_THAT = word_set("that")
_THIS = {"ذلك", "هذا", "هذه", "تلك"}
_DENIABLE = {"captured", "entered", "withdrew", "lost", "controls"}
_STRUCK = {"shelled", "attack"}  # denied where nothing else is said
_CONFIRMING = re.compile("تاكيد|تاكد|تحقق|تثبت|[يت]وكد")
# A sentence without a place that may answer the one before it.
ANSWERS = re.compile(
    "نف[يتو]|كذب|فند|دحض|انكر|تاكيد|تاكد|تحقق|تثبت|[يت]وكد|صحه|صحيح|كذلك|شاعات|شايعات|كاذيب|اساس|ملفق|مختلق|كاذب"
)


def answer_back(c: Context, before: list[Found]) -> None:
    """Add what a sentence denies or leaves unconfirmed by pointing to claims before it."""
    for span in c.frames:
        said = next((n for n in range(span.lo, min(span.lo + 9, len(c.lexes))) if c.lexes[n].kind == "said"), -1)
        if said < 0 or c.lexes[said].entry.event != "deny" or not _points(c, said):
            continue
        if said and c.lexes[said - 1].kind == "neg":
            continue
        lo = min(span.lo, said)
        for f in _pointed(c, before, c.lexes[span.lo].i, span.voice):
            c.found.append(_again(c, f, span.voice, "denies", lo, said + 3, f"deny-back:{c.lexes[said].id}"))
    for n, x in enumerate(c.lexes):
        if x.kind == "op" and x.id == "deny" and (points := _says_untrue(c, n)):
            voice = c.voice(n)[0]
            same = next((f for f in c.found if f.hi <= x.i), None)
            if same is not None and voice == same.voice:  # who said it does not call it untrue
                if c.lexes[n].i == points and (not n or c.lexes[n - 1].kind != "break"):
                    continue  # "X is ours, and what is rumoured is not true"
                voice = ARTICLE
                if same.voice is ARTICLE:  # rumours that the report itself passes on, and denies
                    same.stance, same.hi = "denies", max(same.hi, x.j)
                    same.rules = (*same.rules, f"O:deny-back:{x.entry.text}")
            if same is None or same.stance != "denies":
                for f in _pointed(c, before, points, voice):
                    c.found.append(_again(c, f, voice, "denies", n, n + 3, f"deny-back:{x.entry.text}"))
        if x.kind == "op" and x.id in ("unable", "unconfirmed") and x.entry.tense != "fut" and _leaves_open(c, n):
            voice = _unsure(c, n)
            for f in _pointed(c, before, x.i, voice):
                c.found.append(_again(c, f, voice, "unconfirmed", n, n + 5, f"unconfirmed-back:{x.entry.text}"))


def _pointed(c: Context, before: list[Found], i: int, voice: Voice) -> list[Found]:
    """The claims pointed to: of the same sentence, else of the one before it; by other voices."""
    here = [f for f in c.found if f.hi <= i and f.stance != "denies" and f.realis == "actual"]
    there = here or [f for f in before if f.stance == "asserts" and f.realis == "actual"]
    held = [f for f in there if f.event in _DENIABLE]
    return [f for f in held or there if f.event in _DENIABLE | _STRUCK and f.voice != voice]


def _points(c: Context, said: int) -> bool:
    """Whether a denial has no matter of its own: "denied it", "denied that news", "denies"."""
    x = c.lexes[said]
    if x.entry.suffix:
        return True
    end = next((n for n in range(said + 1, len(c.lexes)) if c.lexes[n].kind in (",", "break")), len(c.lexes))
    beside = c.lexes[said + 1 : min(end, said + 8)]
    if any(y.kind in ("group", "that", "ana", "pron") for y in beside):
        return False
    rest = c.lexes[said + 1 :]
    comma = next((n for n, y in enumerate(rest) if y.kind == ","), len(rest))
    if any(y.kind == "group" for y in rest[:comma]):  # "denied the reports which spoke of the taking of X"
        return False
    if any(e.tense == "masdar" for e in (x.entry, *x.also)) and 0 < len(rest) < 5:  # "amid a denial by the factions"
        return all(y.kind in ("actor", "src", "gsrc", "prep", "w", "adv") for y in rest)
    ends = (y.i for y in rest if y.kind in ("that", "verb", "noun") or (y.kind == "said" and y.entry.tense != "masdar"))
    until = next(ends, len(c.sentence.words))
    after = c.sentence.words[x.j : min(x.j + 24, until)]
    return not _THAT.isdisjoint(after) or (not after and x.entry.tense == "pres")


_WHAT_IS_SAID = word_set("this") | word_set("reports") | {"ما"}
_ABOUT = {"عن", "حول", "بشان", "بخصوص", "ان"}
_MATTER = {"group", "ana", "verb", "noun", "state", "undergo"}


def _says_untrue(c: Context, n: int) -> int:
    """Where a clause begins that calls untrue what stands before it ("but this news is not true"); 0 for none."""
    lexes, words, x = c.lexes, c.sentence.words, c.lexes[n]
    lo = next((k + 1 for k in range(n - 1, -1, -1) if lexes[k].kind in (",", "break", "that")), 0)
    hi = next((k for k in range(n + 1, len(lexes)) if lexes[k].kind in (",", "break")), len(lexes))
    if any(y.kind in _MATTER or y.kind == "that" for k, y in enumerate(lexes[lo:hi], lo) if k != n):
        return 0
    until = lexes[hi].i if hi < len(lexes) else len(words)
    if not _ABOUT.isdisjoint(words[x.j : min(until, x.j + 7)]):  # "reports of the killing of": its own matter
        return 0
    beside = words[lexes[lo].i : x.i] + words[x.j : x.j + 3]
    said = {part for word in beside for part in (word, word.lstrip("ولف"), word.lstrip("ولف").removeprefix("ه"))}
    return max(1, lexes[lo].i) if not _WHAT_IS_SAID.isdisjoint(said) or x.entry.text.endswith("كذلك") else 0


def _leaves_open(c: Context, n: int) -> bool:
    """ "Could not be confirmed", said of what stands before: confirming, that, and no place of its own."""
    x = c.lexes[n]
    rest = c.lexes[n + 1 : n + 8]
    if any(y.kind in ("group", "ana", "verb", "noun") for y in rest):
        return False
    words = c.sentence.words[x.i : x.i + 9]
    if any(_CONFIRMING.search(word) and word.endswith(("ه", "ها")) for word in words):  # "which it could not confirm"
        before = c.lexes[n - 1] if n else None
        return before is not None and before.kind in ("rel", "neg")
    return not _THIS.isdisjoint(words) and any(_CONFIRMING.search(word) for word in words)


_OURSELVES = word_set("ourselves")


def _unsure(c: Context, n: int) -> Voice:
    """Who could not confirm it: a speaker named beside the operator, else the report itself."""
    lexes = c.lexes
    for m in (n + 1, n + 2, n - 1):
        if 0 <= m < len(lexes) and c.sentence.words[lexes[m].i].removeprefix("ل").removeprefix("و") in _OURSELVES:
            return ARTICLE
        if 0 <= m < len(lexes) and lexes[m].kind in ("src", "gsrc", "actor"):
            return first_voice(c.sentence, m, 1, c.talk, "none") or ARTICLE
    return ARTICLE


def who_is_unsure(c: Context, n: int) -> Voice | None:
    """The speaker named right behind "could not", "did not": "the observatory could not confirm"."""
    x = c.lexes[n]
    if x.kind != "op" or x.id not in ("unable", "unconfirmed"):
        return None
    voice = _unsure(c, n)
    return None if voice is ARTICLE or voice.side == "press" else voice


def _again(c: Context, f: Found, voice: Voice, stance: str, lo: int, hi: int, rule: str) -> Found:
    i, j = c.lexes[lo].i, c.lexes[min(len(c.lexes), hi) - 1].j
    rules = (*f.rules, f"O:{rule}")
    return msgspec.structs.replace(f, voice=voice, stance=stance, lo=i, hi=j, date=None, rules=rules)
