"""Which words of a source were read as what: the reader's own trace, taken once for each text."""

import streamlit as st

import extract
from geo.claim import Claim
from seeds.source import Source
from ui.load import Archive
from ui.marks import DECIDES, DENIES, PLACE, SPEAKER, Span

# The mark of a lexicon's words; lexicons not listed leave no mark.
LEXICONS = {"place": PLACE, "area": PLACE, "speaker": SPEAKER, "verb": DECIDES, "scope": DENIES}


def all_spans(data: Archive, source: Source) -> tuple[Span, ...]:
    """Every word of a text that a lexicon knows, as marks."""
    return _spans(data.version, source.record.id, source.kind, _source=source)


@st.cache_resource(max_entries=200, show_spinner=False)
def _spans(version: str, source: str, kind: str, *, _source: Source) -> tuple[Span, ...]:
    trace = extract.read(_source.text, _source.record, trace=True).trace
    return tuple(Span(x.start, x.end, LEXICONS[x.kind]) for x in trace.lexemes if x.kind in LEXICONS)


def spans(data: Archive, source: Source, claim: Claim) -> list[Span]:
    """The marks within the words of one claim; without any, the words decide as a whole."""
    inside = [s for s in all_spans(data, source) if s.start < claim.end and s.end > claim.start]
    if not any(s.mark in (DECIDES, DENIES) for s in inside):
        inside.append(Span(claim.start, claim.end, DECIDES))
    return inside
