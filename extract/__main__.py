"""python -m extract: the claims of Arabic texts, one a line as JSON."""

import argparse
import contextlib
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from extract import lexicon_hash, read
from extract.explain import explain
from extract.input import from_file
from extract.origin import mark_origins
from extract.reading import Reading
from extract.record import is_day, record_for
from extract.unknown import list_unknown
from geo.claim import to_line
from geo.places import DataError
from seeds.source import Record, read_sources

FEW = 5  # files that need no progress bar

HELP = """\
Reads Arabic reports about the battle of Aleppo and writes what they claim, one claim a line as JSON: who says that
whom did or holds what, where, when, how surely, with the exact words and the rules that made it (geo/claim.py says
what each field means). Offsets count code points of the text as read.

A report needs the day it was published, or "yesterday" has no date. It is taken from FILE.json beside FILE.txt, else
from the source of that name in seeds/, else from --published. Without any file, all sources in seeds/ are read.
"""

EXAMPLES = """\
examples:
  python -m extract                                     all shipped sources, to the screen
  python -m extract -o seeds/claims.jsonl               the same, into the file that the map is made of
  python -m extract report.txt --published 2016-12-06   a report of your own
  python -m extract report.txt --published 2016-12-06 --explain
                                                        how it was read: words, speakers, claims
  python -m extract --unknown                           names, verbs and speakers that are not listed yet

exit status: 0, or 2 if anything could not be read; the claims of everything else are written all the same.
"""


class _Taught(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message}; python -m extract --help explains\n")


def parser() -> argparse.ArgumentParser:
    """The command line, with a help that teaches."""
    made = _Taught(
        prog="python -m extract",
        description=HELP,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("files", nargs="*", type=Path, metavar="FILE.txt", help="a report: text or HTML, any encoding")
    made.add_argument(
        "--published", type=_day, metavar="DATE", help="day of publication (2016-12-06), if no record says"
    )
    made.add_argument(
        "--originals",
        type=Path,
        metavar="DIR",
        help="without FILE.txt: read DIR/<id>.txt, not the digest of that source",
    )
    made.add_argument("-o", "--output", type=Path, metavar="OUT", help="write to this file, not to the screen")
    shown = made.add_mutually_exclusive_group()
    shown.add_argument("--explain", action="store_true", help="print how each text was read, for an editor")
    shown.add_argument("--unknown", action="store_true", help="list what the reader did not know, with its sentences")
    made.add_argument("--texts", type=Path, metavar="DIR", help="also write each text as it was read to DIR/<id>.txt")
    made.add_argument("--version", action="version", version=f"lexicon {lexicon_hash()}")
    return made


def _day(text: str) -> str:
    if not is_day(text):
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a day like 2016-12-06")
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 2 if anything could not be read."""
    try:
        options = parser().parse_args(arguments)
    except DataError as error:  # of our own lexicons or spellings: nothing can be read with those
        print(error, file=sys.stderr)
        return 2
    texts, notes, problems = _gather(options.files, options.published, options.originals)
    read_texts: list[tuple[Record, str, Reading]] = []
    for record, text in tqdm(texts, unit=" texts", leave=False, disable=None if len(texts) > FEW else True):
        try:
            read_texts.append((record, text, read(text, record, trace=options.explain)))
        except Exception as fault:  # noqa: BLE001 - no fault of the text: the other texts are read all the same
            problems.append(f"{record.id}: not read, for a fault of the reader ({fault!r}); please report it")
    if options.explain:
        out = "\n".join(explain(r, text, reading, lexicon_hash()) for r, text, reading in read_texts).encode()
    elif options.unknown:
        out = list_unknown((r.id, unknown) for r, _, reading in read_texts for unknown in reading.unknown).encode()
    else:
        claims = mark_origins((r, text, reading.claims) for r, text, reading in read_texts)
        out = b"".join(map(to_line, claims))
    problems += _write(out, options.output)
    if options.texts:
        problems += _write_texts(read_texts, options.texts)
    for said in [*notes, *problems]:
        print(said, file=sys.stderr)
    print(_summary([reading for _, _, reading in read_texts], len(problems)), file=sys.stderr)
    return 2 if problems else 0


def _gather(
    files: Iterable[Path], published: str | None, originals: Path | None
) -> tuple[list[tuple[Record, str]], list[str], list[str]]:
    """Records with their texts by id, what was assumed, and what could not be read: the same in any order of files."""
    notes: list[str] = []
    problems: list[str] = []
    if originals is not None and not originals.is_dir():
        problems.append(f"{originals}: found no such folder, expected the one that holds the originals")
        originals = None
    if not files:
        sources, wrong = read_sources(originals=originals)
        return [(source.record, source.text) for source in sources.values()], notes, problems + wrong
    if originals is not None:
        notes.append(f"--originals {originals} is not used, since files are given")
    texts: dict[str, tuple[Path, Record, str]] = {}
    for path in sorted(set(files)):
        record, wrong = record_for(path, published)
        content = from_file(path)
        notes += content.notes
        problems += wrong if content.problem is None else [content.problem]
        if record is None or content.problem is not None:
            continue
        if record.id in texts:
            other = texts[record.id][0]
            problems.append(f"{path}: found a second text named {record.id} beside {other}, expected one; not read")
            continue
        if published not in (None, record.published):
            notes.append(f"{path}: published {record.published} by its record, so --published {published} is not used")
        texts[record.id] = path, record, content.text
    return [(record, text) for _, (_, record, text) in sorted(texts.items())], notes, problems


def _write(out: bytes, path: Path | None) -> list[str]:
    if path is None:
        try:
            sys.stdout.buffer.write(out)
            sys.stdout.buffer.flush()
        except BrokenPipeError:  # whoever read along has seen enough: nothing is wrong
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return []
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(out)
        part.replace(path)  # whole or not at all
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        return [f"{path}: cannot be written: {error.strerror or error}"]
    return []


def _write_texts(read_texts: list[tuple[Record, str, Reading]], folder: Path) -> list[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for record, text, _ in read_texts:
            (folder / f"{record.id}.txt").write_bytes(text.encode())
    except OSError as error:
        return [f"{folder}: cannot be written: {error.strerror or error}"]
    return []


def _summary(readings: list[Reading], problems: int) -> str:
    claims, unknown = (sum(len(getattr(reading, name)) for reading in readings) for name in ("claims", "unknown"))
    counts = [(len(readings), "text"), (claims, "claim"), (unknown, "unknown word"), (problems, "problem")]
    said = ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts)
    hint = " (list them with --unknown)" if unknown else ""
    return f"{said}{hint}; lexicon {lexicon_hash()}"


if __name__ == "__main__":
    sys.exit(main())
