"""The record of a file given on the command line: beside it, else in seeds/, else a day of publication alone."""

import datetime
from pathlib import Path

import msgspec

from extract.input import clean
from seeds.source import DIGESTS, Record, read_record

# What a record may leave out when it describes a file outside seeds/: only the day of publication must be known.
BLANK: dict[str, object] = {
    "publisher": None,
    "agency": None,
    "leaning": "none",
    "leaning_basis": "not recorded",
    "url": None,
    "title": "",
    "published_basis": "not recorded",
    "language": "ar",
    "original_language": "ar",
    "text_kind": "original",
}


def record_for(path: Path, published: str | None, seeds: Path = DIGESTS) -> tuple[Record | None, list[str]]:
    """The record of a text file, or None and everything that is wrong with what was found of it."""
    beside = path.with_suffix(".json")
    if beside.is_file():
        return read_partial(beside)
    if (seeds / beside.name).is_file():
        return read_record(seeds / beside.name)
    if published is None:
        said = f"{path}: found no record {beside.name} beside it or in seeds/, expected one or --published DATE"
        return None, [said]
    return msgspec.convert({**BLANK, "id": clean(path.stem), "published": published}, Record), []


def read_partial(path: Path) -> tuple[Record | None, list[str]]:
    """The record in a JSON file that need not say more than `published`."""
    try:
        found = msgspec.json.decode(path.read_bytes(), type=dict[str, object])
    except (OSError, msgspec.MsgspecError, RecursionError) as error:
        return None, [f"{path}: {error}"]
    known = {field: found[field] for field in Record.__struct_fields__ if field in found}
    try:
        record = msgspec.convert({**BLANK, "id": clean(path.stem), **known}, Record)
    except msgspec.ValidationError as error:
        return None, [f"{path}: {error}"]
    if record.id != clean(path.stem):
        return None, [f"{path}: found id {record.id!r}, expected {path.stem!r}, the name of the file"]
    if not is_day(record.published):
        return None, [f"{path}: found published {record.published!r}, expected a day like 2016-12-06"]
    return record, []


def is_day(text: str) -> bool:
    """Whether a text is a day as YYYY-MM-DD."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
