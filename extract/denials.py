"""Denials that point back: "Y denied that", "which Y denied". What was just claimed is denied by another voice."""

import msgspec

from extract.attribution import Span
from extract.context import Context
from extract.emit import Found
from extract.lexicon import word_set

_THAT = word_set("that")
_DENIABLE = {"captured", "entered", "withdrew", "lost", "controls"}


def deny_back(c: Context, before: list[Found]) -> None:
    """Add what a sentence denies by pointing to claims of the same sentence, else to those of the one before."""
    for span in c.frames:
        x = c.lexes[span.lo]
        said = next((n for n in range(span.lo, min(span.lo + 9, len(c.lexes))) if c.lexes[n].kind == "said"), -1)
        if said < 0 or c.lexes[said].entry.event != "deny":
            continue
        after = c.sentence.words[c.lexes[said].j : c.lexes[said].j + 8]
        points = bool(c.lexes[said].entry.suffix) or (
            not _THAT.isdisjoint(after) and not any(y.kind in ("group", "that") for y in c.lexes[said + 1 : said + 8])
        )
        if not points:
            continue
        here = [f for f in c.found if f.hi <= x.i and f.stance == "asserts" and f.realis == "actual"]
        for f in here or [f for f in before if f.stance == "asserts" and f.realis == "actual"]:
            if f.event in _DENIABLE and f.voice != span.voice:
                c.found.append(_denied(c, f, span, said))


def _denied(c: Context, f: Found, span: Span, said: int) -> Found:
    lo = c.lexes[min(span.lo, said)].i
    hi = c.lexes[min(len(c.lexes), said + 3) - 1].j
    return msgspec.structs.replace(
        f,
        voice=span.voice,
        stance="denies",
        lo=lo,
        hi=hi,
        date=None,
        rules=(*f.rules, f"O:deny-back:{c.lexes[said].id}"),
    )
