"""A text with its blocks, lexemes, groups, frames and claims, as an editor can read them."""

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from extract.reading import Frame, Lexeme, Reading
from extract.unknown import one_line
from geo.claim import Claim
from seeds.source import Record


class _Span(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_S = TypeVar("_S", bound=_Span)


def explain(record: Record, text: str, reading: Reading, lexicon: str) -> str:
    """The whole reading of one text; `reading` must have been made with its trace."""
    trace = reading.trace
    lines = [
        f"{record.id}  published {record.published}, {record.publisher or 'publisher not recorded'},"
        f" leaning {record.leaning}; {len(reading.claims)} claims; lexicon {lexicon}",
    ]
    for block in trace.blocks:
        lines += ["", f"[{block.kind} {block.start}-{block.end}]  {one_line(text[block.start : block.end])}"]
        lines += [f"    said by  {_frame(text, frame)}" for frame in _within(trace.frames, block)]
        lines += _lexemes(_within(trace.lexemes, block))
        lines += [
            f"    together {', '.join(group.places)}  {_quoted(text, group)}" for group in _within(trace.groups, block)
        ]
        for claim in _within(reading.claims, block):
            lines += _claim(claim)
        lines += [
            f"    unknown  {unknown.kind}: {_quoted(text, unknown)}" for unknown in _within(reading.unknown, block)
        ]
    return "\n".join(lines) + "\n"


def _within(spans: Iterable[_S], block: _Span) -> list[_S]:
    return [span for span in spans if block.start <= span.start < block.end]


def _frame(text: str, frame: Frame) -> str:
    relay = f", relayed by {frame.relay}" if frame.relay else ""
    return f"{frame.claimant}{relay} ({frame.how})  {_quoted(text, frame)}"


def _lexemes(lexemes: Sequence[Lexeme]) -> list[str]:
    """The listed words in order, each as `words = kind:row`."""
    said = [f"{one_line(lexeme.text)} = {lexeme.kind}:{lexeme.id}" for lexeme in lexemes]
    return [f"    words    {'  |  '.join(said)}"] if said else []


def _claim(claim: Claim) -> list[str]:
    what = [claim.event, claim.place, claim.actor, claim.stance, claim.realis]
    if claim.extent != "unspecified":
        what.append(claim.extent)
    if claim.value:
        what.append(f"{claim.value} of {claim.of or 'unstated'}")
    relay = f" via {claim.relay}" if claim.relay else ""
    return [
        f"    CLAIM    {' '.join(what)}  on {claim.date or 'no known day'},"
        f" says {claim.claimant} ({claim.side}){relay}  [{claim.id}]",
        f"             {claim.start}-{claim.end} «{one_line(claim.quote)}»"
        + "".join(f", also {start}-{end}" for start, end in claim.also),
        f"             by {' '.join(claim.rules) or 'no rule named'}",
    ]


def _quoted(text: str, span: _Span) -> str:
    words = one_line(text[span.start : span.end])
    return f"{span.start}-{span.end} «{words if len(words) <= 90 else words[:60] + ' … ' + words[-25:]}»"
