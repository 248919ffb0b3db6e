"""Decisions as JSON Lines: one line a decision, the same bytes for the same decisions, whatever engine holds them."""

import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from seeds.decision import Decision, fold

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Decision)


class BackupError(Exception):
    """An export that cannot be trusted; every problem, as `file:line: found, expected`."""


def to_lines(rows: Iterable[Decision]) -> bytes:
    """Decisions in their order, one a line."""
    return b"".join(_encoder.encode(row) + b"\n" for row in rows)


def from_lines(data: bytes, name: str) -> list[Decision]:
    """The decisions of an export. BackupError unless every line is one and their numbers ascend."""
    rows: list[Decision] = []
    problems: list[str] = []
    requests: dict[str, int] = {}
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            row = _decoder.decode(line)
        except msgspec.MsgspecError as error:
            problems.append(f"{name}:{number}: {error}")
            continue
        if rows and row.id <= rows[-1].id:
            problems.append(f"{name}:{number}: found decision {row.id} after {rows[-1].id}, expected a higher number")
        if row.request in requests:
            problems.append(f"{name}:{number}: found the request of line {requests[row.request]}, expected another")
        requests[row.request] = number
        rows.append(row)
    if problems:
        raise BackupError("\n".join(problems))
    return rows


def write_backup(rows: list[Decision], path: Path) -> None:
    """Write an export whole or not at all, only for its owner to read, and read it back before it counts."""
    part = path.with_name(path.name + ".part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(to_lines(rows))
        file.flush()
        os.fsync(file.fileno())
    if fold(from_lines(part.read_bytes(), str(part))) != fold(rows):
        raise BackupError(f"{part}: what was written does not read back as the same decisions")
    part.replace(path)
