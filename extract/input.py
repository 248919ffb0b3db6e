"""Reading a file as it comes: whatever its bytes are, a text with exact offsets, and what was assumed in one sentence.

Offsets of claims count code points in `Text.text`. For plain UTF-8 that is the file itself, line ends included
(a byte order mark at its start is no part of the text); for anything else it is what `notes` say was made of it.
"""

import re
from pathlib import Path

import charset_normalizer
import msgspec

from extract.page import charset_of, is_page, page_text
from seeds.problem import Problem

LIMIT = 5_000_000  # bytes; no report is longer, and what is larger is a mistake or an attack

MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\x00\x00", "utf-32"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")  # what no text has, but UTF-16 read as UTF-8 does
_LONE = re.compile("[\ud800-\udfff]")
_DOUBLE = re.compile("[\u00d8\u00d9][\u0080-\u00bf\u0152-\u2122]")  # an Arabic letter's two bytes, each taken as a sign


class Text(msgspec.Struct, frozen=True):
    """A text as read, what was assumed about it, and why there is none: each a sentence that names the file."""

    text: str
    notes: tuple[str, ...] = ()
    problem: str | None = None


def from_file(path: Path, limit: int = LIMIT) -> Text:
    """The text of a file; never raises for what the file holds."""
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return Text("", problem=Problem("{file}: cannot be read: {reason}", file=str(path), reason=reason))
    if len(data) > limit:
        return Text(
            "",
            problem=Problem(
                "{file}: larger than {limit} MB, which no report is; not read", file=str(path), limit=f"{limit / 1e6:g}"
            ),
        )
    return from_bytes(data, str(path))


def from_bytes(data: bytes, name: str) -> Text:
    """The text in bytes of unknown encoding, without the markup if it is an HTML page."""
    read = _decode(data, name)
    if read.problem or not is_page(read.text):
        return read if read.problem or read.text.strip() else _empty(read, name)
    stripped = page_text(read.text)
    if stripped is None:
        return Text(
            "", read.notes, Problem("{file}: an HTML page nested deeper than any report's; not read", file=name)
        )
    notes = (
        *read.notes,
        Problem("{file}: read as an HTML page; offsets count in its text without the markup", file=name),
    )
    return Text(stripped, notes) if stripped else _empty(Text("", notes), name)


def clean(text: str) -> str:
    """The text with every lone half of a surrogate pair replaced, one sign for one, so that it can be stored.

    Halves that stand together are the one sign they were meant to be.
    """
    if not _LONE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _empty(read: Text, name: str) -> Text:
    return Text(read.text, (*read.notes, Problem("{file}: holds no words, so no claim", file=name)))


def _decode(data: bytes, name: str) -> Text:
    for mark, encoding in MARKS:
        if data.startswith(mark) and encoding != "utf-8":
            return _strictly(data, encoding, name) or _replacing(data, encoding, name)
    data = data.removeprefix(MARKS[0][0])
    read = _strictly(data, "utf-8", name)  # first: nothing else passes for it by accident
    if read and not _is_binary(read.text):
        return _repaired(read, name)
    declared = charset_of(data)
    read = _strictly(data, declared, name) if declared else None
    if read:
        return Text(
            read.text,
            (Problem("{file}: read as {encoding}, which the page declares", file=name, encoding=declared or ""),),
        )
    return _guessed(data, name)


def _guessed(data: bytes, name: str) -> Text:
    lenient = data.decode("utf-8", "replace")
    damaged = lenient.count("\ufffd")
    sound = sum(letter > "\x7f" for letter in lenient) - damaged  # each proves itself by two bytes or more
    if sound > 2 * damaged and not _is_binary(lenient):
        return _replacing(data, "utf-8", name)
    guess = charset_normalizer.from_bytes(data).best()
    text = str(guess) if guess else ""
    if guess is None or _is_binary(text):
        return Text("", problem=Problem("{file}: not text in any known encoding; not read", file=name))
    return Text(
        clean(text),
        (Problem("{file}: not UTF-8; read as {encoding}, the likeliest encoding", file=name, encoding=guess.encoding),),
    )


def _strictly(data: bytes, encoding: str, name: str) -> Text | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return Text(
        clean(text),
        () if encoding in ("utf-8", "utf8") else (Problem("{file}: read as {encoding}", file=name, encoding=encoding),),
    )


def _replacing(data: bytes, encoding: str, name: str) -> Text:
    text = data.decode(encoding, "replace")
    at = text.find("\ufffd")
    said = Problem(
        "{file}: damaged {encoding}: {count} signs could not be read, the first at character {at}",
        file=name, encoding=encoding, count=text.count(chr(0xFFFD)), at=at,
    )  # fmt: skip
    return Text(text, (said,))


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) * 20 > len(text)


def _repaired(read: Text, name: str) -> Text:
    """Undo UTF-8 that was once taken for Windows-1252 and saved again, if that explains the whole text."""
    if len(_DOUBLE.findall(read.text)) * 4 <= len(read.text):
        return read
    try:
        text = b"".join(_byte(letter) for letter in read.text).decode("utf-8")
    except UnicodeError:
        return read
    said = Problem("{file}: encoded twice (UTF-8 taken for Windows-1252); read as the text before that", file=name)
    return Text(text, (*read.notes, said))


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")  # the five bytes that Windows-1252 leaves undefined
