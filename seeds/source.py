"""The source: a published report, its record, and the text of it that is at hand."""

import datetime
import hashlib
from pathlib import Path
from typing import Literal

import msgspec

from seeds.problem import Problem

HERE = Path(__file__).parent
DIGESTS = HERE / "digests"
ORIGINALS = HERE / "originals"


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is known about a report: who published it, when, how that is known, and what text the project holds.

    `leaning` is whose voice the publisher's own words are, with its basis. Character ranges in `sentence_map`
    are code points: of a digest sentence and of what it digests in the original.
    """

    id: str
    publisher: str | None
    agency: str | None
    leaning: Literal["government", "opposition", "none"]
    leaning_basis: str
    url: str | None
    title: str
    published: str
    published_basis: str
    language: str
    original_language: str
    text_kind: Literal["digest", "original"]
    original_sha256: str | None = None
    sentence_map: tuple[dict[str, tuple[int, int]], ...] = ()


class Source(msgspec.Struct, frozen=True):
    """A record with its text. `kind` says which text this is; `same` whether an original is the recorded one."""

    record: Record
    text: str
    kind: Literal["digest", "original"]
    same: bool | None = None  # None: nothing to compare with


def read_sources(digests: Path = DIGESTS, originals: Path | None = None) -> tuple[dict[str, Source], list[str]]:
    """Every source of a folder by id, in order of id, and every problem as `file: found, expected`.

    An original `<id>.txt` in `originals` (by default seeds/originals) is read instead of the digest. A source
    with a problem is left out; the others stand.
    """
    originals = ORIGINALS if originals is None else originals
    sources: dict[str, Source] = {}
    problems: list[str] = []
    for path in sorted(digests.glob("*.json")):
        record, wrong = read_record(path)
        if record and not wrong:
            try:
                sources[record.id] = _with_text(record, digests, originals)
            except (OSError, UnicodeDecodeError) as error:
                wrong.append(f"{path.stem}.txt: found no readable text ({error}), expected UTF-8")
        problems += wrong
    recorded = {path.stem for path in digests.glob("*.json")}
    problems += [
        f"{path.name}: found a text without a record, expected {path.stem}.json beside it"
        for path in sorted(digests.glob("*.txt"))
        if path.stem not in recorded
    ]
    return sources, problems


def read_record(path: Path) -> tuple[Record | None, list[str]]:
    """The record in a JSON file, and everything that is wrong with it."""
    try:
        record = msgspec.json.decode(path.read_bytes(), type=Record)
    except (OSError, msgspec.MsgspecError) as error:
        return None, [f"{path.name}: {error}"]
    return record, [f"{path.name}: {problem}" for problem in check_record(record, path.stem)]


def check_record(record: Record, name: str) -> list[str]:
    """Everything that is wrong with a record called by a name, as `found, expected`."""
    problems: list[str] = []
    if record.id != name:
        problems.append(
            Problem("found id {found}, expected {name}, the name of the file", found=repr(record.id), name=repr(name))
        )
    try:
        datetime.date.fromisoformat(record.published)
    except ValueError:
        problems.append(
            Problem("found published {found}, expected a day like 2016-12-06", found=repr(record.published))
        )
    problems += [
        Problem("found an empty {field}, expected its words", field=name)
        for name in ("title", "leaning_basis", "published_basis")
        if not getattr(record, name).strip()
    ]
    if record.url is not None and not record.url.startswith(("http://", "https://")):
        problems.append(Problem("found url {found}, expected http:// or https:// or null", found=repr(record.url)))
    for number, pair in enumerate(record.sentence_map):
        problems += [
            f"found {part} range {start}-{end} in sentence {number}, expected start <= end"
            for part, (start, end) in pair.items()
            if not 0 <= start <= end
        ]
    return problems


def _with_text(record: Record, digests: Path, originals: Path) -> Source:
    original = originals / f"{record.id}.txt"
    if not original.is_file():
        return Source(record, (digests / f"{record.id}.txt").read_bytes().decode("utf-8"), "digest")
    data = original.read_bytes()
    same = None
    if record.original_sha256:
        same = hashlib.sha256(data).hexdigest() == record.original_sha256
    return Source(record, data.decode("utf-8-sig"), "original", same)
