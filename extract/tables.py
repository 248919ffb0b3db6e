"""The lexicons as files: tables with tabs in lexicons/, whose first line names the columns; cells and sets of words."""

import functools
from pathlib import Path

import msgspec

from extract.fold import fold

HERE = Path(__file__).parent / "lexicons"
FILES = ("actors", "areas", "common", "homonyms", "nouns", "operators", "owned", "said", "speakers", "verbs", "words")


class Row(msgspec.Struct, frozen=True):
    """One line of a lexicon: where it stands, and its columns by name."""

    file: str
    line: int
    columns: dict[str, str]


def read_rows(name: str) -> list[Row]:
    """The rows of one lexicon file."""
    lines = (HERE / f"{name}.tsv").read_text("utf-8").splitlines()
    names = lines[0].split("\t")
    return [
        Row(f"{name}.tsv", number, dict(zip(names, line.split("\t"), strict=False)))
        for number, line in enumerate(lines[1:], 2)
        if line.strip()
    ]


@functools.cache
def word_set(name: str) -> frozenset[str]:
    """The folded words of a row of sets.tsv."""
    rows = (row.columns for row in read_rows("sets"))
    return frozenset(word for c in rows if c["set"] == name for word in forms_of(c["words"]))


@functools.cache
def word_values(kind: str) -> dict[str, str]:
    """The folded words of values.tsv of one kind, each with what it stands for."""
    rows = (row.columns for row in read_rows("values") if row.columns["kind"] == kind)
    return {word: columns["value"] for columns in rows for word in forms_of(columns["words"])}


def forms_of(cell: str) -> list[str]:
    """The folded forms of a cell."""
    return [fold(form).text for form in cell.split("/") if form]


# Letters that writers of names interchange, folded; the first of a pair also stands as the second. Not the other way
# about for the country, whose second spelling is an adjective too.
_INTERCHANGED = (
    ("سوريا", "سوريه"),
    ("ديمقراط", "ديموقراط"), ("ديموقراط", "ديمقراط"),
    ("ميليشيا", "مليشيا"), ("مليشيا", "ميليشيا"), ("ميليشيا", "ميلشيا"),
    ("كردي", "كوردي"),
)  # fmt: skip


def spellings_of(cell: str) -> list[str]:
    """The folded forms of a cell of names, each in all the spellings that writers give it."""
    forms = forms_of(cell)
    for one, other in _INTERCHANGED:
        forms += [form.replace(one, other) for form in forms if one in form]
    return list(dict.fromkeys(forms))


def expanded(cell: str) -> list[str]:
    """The folded forms of a cell in which {a set} stands for each of its words."""
    forms: list[str] = []
    for form in filter(None, cell.split("/")):
        before, brace, rest = form.partition("{")
        name, _, after = rest.partition("}")
        words = _raw_set(name) if brace else ()
        forms += [f for word in words for f in expanded(before + word + after)] if brace else [fold(form).text]
    return forms


def _raw_set(name: str) -> list[str]:
    return [w for row in read_rows("sets") if row.columns["set"] == name for w in row.columns["words"].split("/")]
