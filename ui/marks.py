"""A source's words with what was read in them marked: place, speaker, deciding words, denial."""

from collections.abc import Iterable, Sequence

import msgspec

from ui.escape import for_html

# Which mark a lexicon's words get; what is not listed gets none. Later wins where marks overlap.
PLAIN, PLACE, SPEAKER, DECIDES, DENIES = "", "p", "s", "d", "n"
STRENGTH = {PLAIN: 0, SPEAKER: 1, PLACE: 2, DECIDES: 3, DENIES: 4}


class Span(msgspec.Struct, frozen=True):
    """A stretch of a text, in code points, and how it is marked."""

    start: int
    end: int
    mark: str


def marked(text: str, start: int, end: int, spans: Iterable[Span]) -> str:
    """The words from start to end as HTML, each letter under the strongest mark that covers it."""
    cover = [PLAIN] * (end - start)
    for span in spans:
        for at in range(max(span.start, start), min(span.end, end)):
            if STRENGTH[span.mark] > STRENGTH[cover[at - start]]:
                cover[at - start] = span.mark
    parts = []
    at = 0
    while at < len(cover):
        stop = at
        while stop < len(cover) and cover[stop] == cover[at]:
            stop += 1
        parts.append(tagged(for_html(text[start + at : start + stop]), cover[at]))
        at = stop
    return "".join(parts)


def tagged(words: str, mark: str) -> str:
    """Escaped words in the element of a mark."""
    if mark in (DECIDES, DENIES):
        return f'<mark class="n">{words}</mark>' if mark == DENIES else f"<mark>{words}</mark>"
    return f'<span class="{mark}">{words}</span>' if mark else words


def gaps(length: int, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a text that no span covers, in order."""
    free, at = [], 0
    for start, end in sorted(taken):
        if start > at:
            free.append((at, start))
        at = max(at, end)
    if at < length:
        free.append((at, length))
    return free
