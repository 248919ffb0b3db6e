"""Reading a file as it comes: whatever its bytes are, a text with exact offsets, and what was assumed in one sentence.

Offsets of claims count code points in `Text.text`. For plain UTF-8 that is the file itself, line ends included
(a byte order mark at its start is no part of the text); for anything else it is what `notes` say was made of it.
"""

import re
from pathlib import Path

import charset_normalizer
import msgspec

from extract.page import charset_of, is_page, page_text

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
        return Text("", problem=f"{path}: cannot be read: {reason}")
    if len(data) > limit:
        return Text("", problem=f"{path}: larger than {limit / 1e6:g} MB, which no report is; not read")
    return from_bytes(data, str(path))


def from_bytes(data: bytes, name: str) -> Text:
    """The text in bytes of unknown encoding, without the markup if it is an HTML page."""
    read = _decode(data, name)
    if read.problem or not is_page(read.text):
        return read if read.problem or read.text.strip() else _empty(read, name)
    stripped = page_text(read.text)
    if stripped is None:
        return Text("", read.notes, f"{name}: an HTML page nested deeper than any report's; not read")
    notes = (*read.notes, f"{name}: read as an HTML page; offsets count in its text without the markup")
    return Text(stripped, notes) if stripped else _empty(Text("", notes), name)


def clean(text: str) -> str:
    """The text with every lone half of a surrogate pair replaced, one sign for one, so that it can be stored.

    Halves that stand together are the one sign they were meant to be.
    """
    if not _LONE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _empty(read: Text, name: str) -> Text:
    return Text(read.text, (*read.notes, f"{name}: holds no words, so no claim"))


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
        return Text(read.text, (f"{name}: read as {declared}, which the page declares",))
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
        return Text("", problem=f"{name}: not text in any known encoding; not read")
    return Text(clean(text), (f"{name}: not UTF-8; read as {guess.encoding}, the likeliest encoding",))


def _strictly(data: bytes, encoding: str, name: str) -> Text | None:
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return Text(clean(text), () if encoding in ("utf-8", "utf8") else (f"{name}: read as {encoding}",))


def _replacing(data: bytes, encoding: str, name: str) -> Text:
    text = data.decode(encoding, "replace")
    at = text.find("\ufffd")
    said = f"{name}: damaged {encoding}: {text.count(chr(0xFFFD))} signs could not be read, the first at character {at}"
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
    said = f"{name}: encoded twice (UTF-8 taken for Windows-1252); read as the text before that"
    return Text(text, (*read.notes, said))


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")  # the five bytes that Windows-1252 leaves undefined
