"""A source's whole text with every claim marked and numbered; what no claim was read from stands back in grey."""

from collections.abc import Sequence

from geo.claim import Claim
from seeds.source import Source
from ui.cards import script_of
from ui.escape import for_html
from ui.marks import PLAIN, STRENGTH, Span, tagged
from ui.words import Words


def whole_text(source: Source, claims: Sequence[Claim], spans: Sequence[Span], chosen: str, w: Words) -> str:
    """The text as HTML, one paragraph a line; claims are numbered in the order given, `chosen` stands out."""
    text = source.text
    cover = [PLAIN] * len(text)
    read = [False] * len(text)
    hit = [False] * len(text)
    for claim in claims:
        for start, end in ((claim.start, claim.end), *claim.also):
            for at in range(start, min(end, len(text))):
                read[at] = True
                hit[at] = hit[at] or claim.id == chosen
    for span in spans:
        for at in range(span.start, min(span.end, len(text))):
            read[at] = True
            if STRENGTH[span.mark] > STRENGTH[cover[at]]:
                cover[at] = span.mark
    numbers: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, 1):
        numbers.setdefault(claim.end, []).append(number)
    parts: list[str] = []
    start = 0
    anchored = False
    while start < len(text):
        end = start + 1
        look = (cover[start], read[start], hit[start])
        while end < len(text) and text[start] != "\n" != text[end] and end not in numbers:
            if (cover[end], read[end], hit[end]) != look:
                break
            end += 1
        words = for_html(text[start:end]) if text[start] != "\n" else "</p><p>"
        if text[start] != "\n":
            words = tagged(words, look[0])
            if look[2]:
                words = f'<span class="hit"{"" if anchored else " id=claim"}>{words}</span>'
                anchored = True
            elif not look[1]:
                words = f'<span class="dim">{words}</span>'
        parts.append(words + _numbered(numbers.get(end, ()), w))
        start = end
    return f'<div class="txt" {script_of(source)}><p>{"".join(parts)}</p></div>'


def _numbered(numbers: Sequence[int], w: Words) -> str:
    """The numbers of the claims that end here, each a link to its row; a run of three or more is one link."""
    if not numbers:
        return ""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        text = f"{w.number(numbers[0])}–{w.number(numbers[-1])}"
        return f'<sup><a href="#claim-{numbers[0]}">{text}</a></sup>'
    return "".join(f'<sup><a href="#claim-{number}">{w.number(number)}</a></sup>' for number in numbers)
