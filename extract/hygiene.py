"""The lexicons checked like code: python -m extract.hygiene [TEXT.txt ...] prints every problem as file:line.

Two rows must not come to mean one form, a longer name must not be lost in a shorter one, a name that is also a common
word must say what it needs beside it, and no row may stand there that no text has ever used.
"""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract import paradigm
from extract.fold import fold
from extract.lexicon import lexicon
from extract.reading import Trace
from extract.scan import WORD
from extract.tables import FILES, HERE, Row, expanded, read_rows
from geo.places import HERE as GEO
from geo.places import SPELLING_COLUMNS
from geo.places import read_rows as read_csv

# Columns that hold forms, and how each is inflected. A cell lists its forms with slashes between them.
PARTS = {
    "past": paradigm.past,
    "present": paradigm.present,
    "masdar": paradigm.masdar,
    "participle": paradigm.participle,
    "negated": paradigm.negated,
}

Place = tuple[str, int]  # file and line


def problems() -> list[str]:
    """Everything wrong with the lexicons and the spellings, all at once."""
    rows = [row for name in FILES for row in read_rows(name)]
    return [*_shape(), *_repeated(rows), *_collisions(rows), *_spellings(), *_prefixes(), *_overlaps(rows)]


def unused(traces: Iterable[tuple[str, Trace]], files: Iterable[str] = FILES) -> list[str]:
    """Rows of the lexicons that no text uses: none of their forms is a lexeme or part of a name in any trace."""
    seen: set[str] = set()
    names: list[str] = []
    for text, trace in traces:
        words = [fold(lexeme.text).text for lexeme in trace.lexemes]
        seen.update(word[cut:] for word in words for cut in (0, 1, 2))  # a conjunction and a preposition may be joined
        names += [fold(text[group.start : group.end]).text for group in trace.groups]
    named = "\n".join(names)
    return [
        f"{row.file}:{row.line}: found no text that uses {_name(row)}, expected a sentence in tests that does"
        for name in files
        for row in read_rows(name)
        if (mine := set(forms(row))) and not seen & mine and not any(form in named for form in mine)
    ]


def unread(texts: Iterable[str]) -> list[str]:
    """Rows of the word sets and values that no text uses: none of their words, or their beginnings, stands in any."""
    words = {word for text in texts for word in WORD.findall(fold(text).text)}
    seen = " ".join(sorted({"", *words, *(word[cut:] for word in words for cut in (1, 2))}))
    return [
        f"{row.file}:{row.line}: found no text that uses {row.columns.get('set') or row.columns['kind']} "
        f"{row.columns.get('value', '')}".rstrip()
        + ", expected a sentence in tests that does"
        for name in ("sets", "values")
        for row in read_rows(name)
        if not any(all(f" {word}" in seen for word in WORD.findall(fold(form).text)) for form in _words(row))
    ]


def _words(row: Row) -> list[str]:
    """The forms of a row; a form that is put together ("of {east}") counts by its other rows."""
    return [form for form in row.columns["words"].split("/") if form and "{" not in form] or [""]


def forms(row: Row) -> Iterator[str]:
    """Every folded form that a row stands for."""
    for column, cell in row.columns.items():
        if column == "forms":
            yield from expanded(cell)
        for stem in filter(None, cell.split("/")):
            if column in PARTS:
                yield from (form.text for form in PARTS[column](fold(stem).text))


def _name(row: Row) -> str:
    return " ".join(row.columns[key] for key in ("kind", "id", "actor", "area") if key in row.columns) or row.file


def _kind(row: Row) -> str:
    return row.columns.get("kind", row.file.removesuffix(".tsv"))


def _shape() -> Iterator[str]:
    for path in sorted(HERE.glob("*.tsv")):
        lines = path.read_bytes().decode("utf-8", "replace").split("\n")
        width = len(lines[0].split("\t"))
        if lines[-1]:
            yield f"{path.name}:{len(lines)}: found no line end, expected one"
        for number, line in enumerate(lines[:-1], 1):
            cells = line.split("\t")
            if len(cells) != width:
                yield f"{path.name}:{number}: found {len(cells)} cells, expected {width}"
            for cell in cells:
                if cell != " ".join(cell.split()) or "//" in cell or cell.startswith("/") or cell.endswith("/"):
                    yield f"{path.name}:{number}: found {cell!r}, expected single spaces and no empty form"


def _repeated(rows: list[Row]) -> Iterator[str]:
    """A form that stands twice in one cell, or in two rows that mean the same."""
    for row in rows:
        seen: set[str] = set()
        for stem in filter(None, row.columns.get("forms", "").split("/")):
            if fold(stem).text in seen:
                yield f"{row.file}:{row.line}: found {stem} twice (after folding), expected once"
            seen.add(fold(stem).text)


def _collisions(rows: list[Row]) -> Iterator[str]:
    """One form of one kind in two rows, unless lexicons/homographs.tsv says why."""
    meant = {(row.columns["kind"], frozenset(row.columns["ids"].split())) for row in read_rows("homographs")}
    homes: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in rows:
        for form in dict.fromkeys(forms(row)):
            homes[_kind(row), form].append(row)
    told: set[tuple[Place, Place]] = set()
    for (kind, form), found in homes.items():
        for row in found[1:]:
            pair = (found[0].file, found[0].line), (row.file, row.line)
            ids = frozenset({found[0].columns.get("id", ""), row.columns.get("id", "")})
            if pair in told or (kind, ids) in meant:
                continue
            told.add(pair)
            yield (
                f"{row.file}:{row.line}: found {form}, which line {found[0].line} ({_name(found[0])}) also stands for, "
                "expected one row for it or a reason in homographs.tsv"
            )


def _spellings() -> Iterator[str]:
    """Spellings that fold to one: of one place a row too many, of two places a guess."""
    common = {form for row in read_rows("common") for form in forms(row)}
    ambiguous = {form: row for row in read_rows("ambiguous") for form in forms(row)}
    homes: dict[str, tuple[int, dict[str, str]]] = {}
    found, wrong = read_csv(GEO / "spellings.csv", SPELLING_COLUMNS)
    yield from wrong
    for line, row in found:
        if row["language"] != "ar":
            continue
        form = fold(row["text"]).text
        first, other = homes.setdefault(form, (line, row))
        if first != line and other["place"] == row["place"]:
            yield f"spellings.csv:{line}: found {row['text']}, which line {first} also is after folding, expected one"
        elif first != line and not (row["needs"] and other["needs"]):
            yield (
                f"spellings.csv:{line}: found {row['text']} for {row['place']}, which line {first} gives to "
                f"{other['place']}, expected both to say what they need"
            )
        if form in ambiguous and not row["needs"] and form not in common:
            also = ambiguous[form].columns["also"]
            yield (
                f"spellings.csv:{line}: found {row['text']} without needs, expected some (ambiguous.tsv: also {also})"
            )


def _prefixes() -> Iterator[str]:
    """A name that begins with another place's name: the scan must find the whole of it."""
    words = lexicon().words
    for name in lexicon().names:
        first, *rest = name.split()
        node = words.get(first)
        for word in rest:
            node = (node.then or {}).get(word) if node else None
        if node is None or not any(entry.text == name for entry in node.entries):
            yield f"spellings.csv: found that a scan loses {name} in a shorter name, expected it whole"


def _overlaps(rows: list[Row]) -> Iterator[str]:
    """A phrase that ends in a place's first word takes it away from the place that begins there.

    homographs.tsv lists, as kind `overlap`, the words of which that is meant: "fighters of Aleppo".
    """
    meant = {fold(row.columns["ids"]).text for row in read_rows("homographs") if row.columns["kind"] == "overlap"}
    heads: dict[str, str] = {}
    for place in lexicon().places.values():
        for spelling in place.spellings:
            words = fold(spelling.text).text.split()
            if spelling.language == "ar" and place.kind != "area":
                heads.update({" ".join(words[:count]): spelling.text for count in range(1, len(words))})
    for row in rows:
        for form in dict.fromkeys(forms(row)):
            words = form.split()
            for count in range(1, len(words)):
                tail = " ".join(words[count:])
                if tail in heads and tail not in meant and row.file not in ("areas.tsv", "common.tsv"):
                    yield f"{row.file}:{row.line}: found {form}, which takes the first word of {heads[tail]}"


def main(paths: list[str]) -> int:
    """Print every problem; with texts, also the rows that none of them uses. Status 1 if there is any."""
    from extract import read
    from extract.input import from_file
    from extract.record import record_for

    found = problems()
    traces: list[tuple[str, Trace]] = []
    for path in map(Path, paths):
        record, _ = record_for(path, "2016-12-06")
        if record:
            text = from_file(path).text
            traces.append((text, read(text, record, trace=True).trace))
    found += [*unused(traces), *unread(text for text, _ in traces)] if paths else []
    for said in found:
        print(said)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
