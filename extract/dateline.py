"""Where an agency writes from: "Beirut (agency) - " before a report from Aleppo puts nothing in Beirut."""

from extract.scan import Sentence
from extract.tables import word_set

_BUREAU = word_set("bureau")
_LONG = 12  # lexemes of a dateline


def strike_dateline(sentence: Sentence) -> None:
    """The city of a dateline is a word like any other."""
    lexes = sentence.lexes
    if not lexes or lexes[0].kind != "city" or sentence.words[0] not in _BUREAU:
        return
    for x in lexes[1:_LONG]:
        if x.kind in ("-", ":"):
            lexes[0].kind = "w"
            return
        if x.kind in ("verb", "said", "actor", "place", "noun", "state", "rel", "break"):
            return
