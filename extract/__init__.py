"""Arabic news text to claims."""

from extract.cascade import lexicon_hash, read, speakers
from extract.reading import Reading, Speaker, Trace, Unknown

__all__ = ["Reading", "Speaker", "Trace", "Unknown", "lexicon_hash", "read", "speakers"]
