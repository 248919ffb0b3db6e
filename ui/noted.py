"""What records and speakers say in English, in the page's language: titles, and why a leaning, a date or a side."""

import functools
from pathlib import Path

from geo.places import DataError, read_rows
from ui.escape import for_html
from ui.words import Words

RECORDS = Path(__file__).parent / "records.csv"


def noted(words: str, w: Words) -> str:
    """Words of a record as HTML in the page's language; what nobody translated stays and says its own language."""
    said = in_arabic().get(words, words) if w.lang == "ar" else words
    lang = "en" if w.lang == "en" or said == words else "ar"
    return f'<bdi lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">{for_html(said)}</bdi>'


def titled(title: str, w: Words) -> str:
    """The title of a report, as HTML: an Arabic one stays as it is."""
    if title[:1] <= "ÿ":
        return noted(title, w)
    said = in_arabic().get(title, title) if w.lang == "ar" else title
    return f'<bdi lang="ar" dir="rtl">{for_html(said)}</bdi>'


@functools.cache
def in_arabic() -> dict[str, str]:
    """The Arabic of each such text, by its English."""
    rows, problems = read_rows(RECORDS, ("words", "words_ar"))
    if problems:
        raise DataError(problems)
    return {row["words"]: row["words_ar"] for _, row in rows}
