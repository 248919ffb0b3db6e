"""What a deed came after, told between a verb and its place: "shelled, an hour after the announcement, X"."""

from extract.context import Context
from extract.tables import word_set

_AFTER = {"بعد", "done"}
_UNDER = {"بموجب", "تنفيذا", "وفق", "وفقا", "نتيجه", "بناء"}
_INNER = {"w", "t", "num", "adv", "halt", "said", "op", "prep", "full", "noun"}
_OUT = {"من", "عن"}  # "withdrew after heavy shelling from X"
_AMID = word_set("amid")
_ABOUT = {"عن", "على", "بين"}


def passes_time(c: Context, at: int, n: int, allowed: tuple[str, ...]) -> bool:
    """Whether a noun of speech or war only dates the deed: "after the announcement", "after fierce fighting"."""
    lexes, words = c.lexes, c.sentence.words
    x = lexes[n]
    if x.entry.tense in ("past", "pres", "fut") or x.conj:
        return False
    lo = n
    while lo - 1 > at and lexes[lo - 1].kind in _INNER and lexes[lo - 1].id not in _AFTER and n - lo < 3:
        lo -= 1
    those = words[lexes[n].i - 1] in ("هذه", "تلك", "هذا", "ذلك")
    if those and any(words[lexes[m].i] in _AMID for m in range(lo, n)):  # "during these clashes": whole as it stands
        y = lexes[n + 1] if n + 1 < len(lexes) else None
        return y is not None and y.kind == "prep" and y.id in allowed
    under = lo < n and words[lexes[n - 1].i] in _UNDER  # "under the agreement", "in fulfilment of it"
    if not under and (lo - 1 <= at or lexes[lo - 1].id not in _AFTER):
        return False
    for m in range(n + 1, min(n + 8, len(lexes))):
        y = lexes[m]
        if y.kind in ("group", "head"):
            bare = not y.prep and lexes[m - 1].kind != "prep"
            of_it = m == n + 1 and not words[x.i].startswith("ال")  # "after the shelling of X"
            return "-" in allowed and bare and not of_it
        if y.kind == "prep" and y.id not in _ABOUT:
            return y.id in allowed and (x.kind != "noun" or y.id in _OUT)
        if y.kind not in _INNER or y.conj or y.entry.tense in ("past", "pres", "fut"):
            return False
    return False
