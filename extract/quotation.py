"""A quotation that goes on over a full stop: what follows is still said by whoever was quoted, to its close."""

from extract.scan import Sentence

_FAR = 900  # characters within which a quotation must close


def still_open(folded: str, sentence: Sentence) -> bool:
    """Whether a sentence leaves a quotation open that closes later in its paragraph."""
    part = folded[sentence.start : sentence.end]
    after = folded[sentence.end : sentence.end + _FAR].split("\n", 1)[0]
    if part.rfind("«") > part.rfind("»"):
        return "»" in after and "«" not in after[: after.index("»")]
    if part.rfind("“") > part.rfind("”"):
        return "”" in after
    return part.count('"') % 2 == 1 and after.count('"') % 2 == 1


def quoted_until(folded: str, sentence: Sentence) -> int:
    """Where the quotation that was open at the start of a sentence closes, or the end of the sentence."""
    part = folded[sentence.start : sentence.end]
    closes = [part.index(mark) for mark in ("»", "”", '"') if mark in part]
    return sentence.start + min(closes) if closes else sentence.end


def lexemes_quoted(sentence: Sentence, end: int) -> int:
    """How many lexemes of a sentence stand before a place in the text."""
    return sum(1 for x in sentence.lexes if sentence.span(x.i)[0] < end)
