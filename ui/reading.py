"""Which words of a source made a claim: place, speaker, deciding words, denial, taken from the reader's own trace."""

import functools
from collections.abc import Iterable

import extract
from extract.reading import Lexeme, Trace
from geo.claim import Claim
from seeds.source import Source
from ui.load import Archive
from ui.marks import DECIDES, DENIES, PLACE, SPEAKER, Span

# Lexicons whose words name a speaker, stand for a place, or can decide what a claim says.
SPEAKERS = frozenset({"src", "gsrc", "said"})
STAND_FOR_PLACE = frozenset({"ana"})
FAR = 160  # code points
CAN_DECIDE = frozenset({"verb", "noun", "state", "num"})


def all_spans(data: Archive, source: Source, claims: Iterable[Claim]) -> list[Span]:
    """The marks of all claims of a text."""
    return [span for claim in claims for span in spans(data, source, claim)]


@functools.lru_cache(maxsize=2)
def _traces(version: str) -> dict[str, Trace]:
    """Traces made so far with one version of the data: a card asks twice, so the asking must cost nothing."""
    return {}


def trace(data: Archive, source: Source) -> Trace:
    """How a text was read; read once for each version."""
    made = _traces(data.version)
    if source.record.id not in made:
        made[source.record.id] = extract.read(source.text, source.record, trace=True).trace
    return made[source.record.id]


def beginning(data: Archive, source: Source, claim: Claim) -> int:
    """Where to begin quoting, so that who says it is seen too: at the frame, if it does not begin far before."""
    starts = [
        frame.start
        for frame in trace(data, source).frames
        if frame.claimant == claim.claimant and frame.start <= claim.start and claim.end <= frame.end
    ]
    start = max(starts, default=claim.start)
    return start if claim.start - start <= FAR else claim.start


def spans(data: Archive, source: Source, claim: Claim) -> list[Span]:
    """The marks within the words of one claim; where nothing is found to decide, the words decide as a whole."""
    lexemes = trace(data, source).lexemes
    found: list[Span] = []
    for start, end in ((beginning(data, source, claim), claim.end), *claim.also):
        inside = [one for one in lexemes if start <= one.start and one.end <= end]
        here = [*_places(source.text, claim, start, end), *_words(inside, claim)]
        if not any(span.mark in (DECIDES, DENIES) for span in here):
            here.append(Span(max(start, claim.start), end, DECIDES))
        found += here
    return found


def _places(text: str, claim: Claim, start: int, end: int) -> list[Span]:
    found = []
    at = text.find(claim.place_text, start, end) if claim.place_text else -1
    while at >= 0:
        found.append(Span(at, at + len(claim.place_text), PLACE))
        at = text.find(claim.place_text, at + 1, end)
    return found


def _words(inside: list[Lexeme], claim: Claim) -> list[Span]:
    """Lexemes by what the claim's rules made of them: `T:` names triggers, `O:` operators, `F:` figures."""
    triggers, operators = _named(claim, ("T:", "F:")), _named(claim, ("O:",))
    able = [one for one in inside if one.kind in CAN_DECIDE and one.start >= claim.start]
    named = [one for one in able if one.id in triggers]
    found = [Span(one.start, one.end, DECIDES) for one in named or able]
    for one in inside:
        if one.kind in STAND_FOR_PLACE:
            found.append(Span(one.start, one.end, PLACE))
        elif one.id in operators or one.text in operators:
            found.append(Span(one.start, one.end, DECIDES if claim.stance == "asserts" else DENIES))
        elif one.kind in SPEAKERS:
            found.append(Span(one.start, one.end, SPEAKER))
    return found


def _named(claim: Claim, prefixes: tuple[str, ...]) -> set[str]:
    """The ids and words that rules with these prefixes carry."""
    parts: set[str] = set()
    for rule in claim.rules:
        if rule.startswith(prefixes):
            for part in rule.split(":")[1:]:
                parts |= {part, part.partition(".")[0]}
    return parts
