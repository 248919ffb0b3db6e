"""An uploaded file as a text: .txt, .html or .docx, whatever it holds, in bounded memory, each refusal one sentence."""

import re

from extract.input import LIMIT, Text, from_bytes
from extract.word import word_text
from seeds.problem import Problem

KINDS = ("txt", "html", "htm", "docx")
LONGEST = 500_000  # characters of a text: ten times the longest report known to the project
# What files begin with, by what they are: a name is no proof.
MAGIC = (
    (b"PK\x03\x04", Problem("a zip archive or an office file")),
    (b"PK\x05\x06", Problem("an empty zip archive")),
    (b"\xd0\xcf\x11\xe0", Problem("an old or locked Word file: open it and save it as .docx without a password")),
    (b"%PDF", Problem("a PDF: copy its text and paste it")),
    (b"\x89PNG", Problem("a picture")),
    (b"\xff\xd8\xff", Problem("a picture")),
    (b"GIF8", Problem("a picture")),
    (b"{\\rtf", Problem("a rich text file: save it as .docx or .txt")),
    (b"\x1f\x8b", Problem("a compressed file")),
    (b"Rar!", Problem("a compressed file")),
    (b"7z\xbc\xaf", Problem("a compressed file")),
)
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def from_upload(data: bytes, name: str) -> Text:
    """The text of an upload with what was assumed about it, or the one sentence why it is refused."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    problem = _refusal(data, name, ending)
    if problem:
        return Text("", problem=Problem("{file}: {problem}; nothing was added", file=name, problem=problem))
    read = word_text(data, name) if ending == "docx" else from_bytes(data, name)
    if read.problem:
        return read
    if not read.text.strip():
        return Text("", read.notes, Problem("{file}: holds no words; nothing was added", file=name))
    if len(read.text) > LONGEST:
        long = Problem(
            "{file}: longer than {longest} characters, which no report is; nothing was added",
            file=name, longest=LONGEST,
        )  # fmt: skip
        return Text("", read.notes, long)
    return checked(read, name)


def checked(read: Text, name: str) -> Text:
    """The text with signs that no text has replaced, one for one, and invisible direction marks counted aloud."""
    text, replaced = NOT_TEXT.subn("\ufffd", read.text)
    notes = list(read.notes)
    if replaced:
        notes.append(
            Problem(
                "{file}: {count} control characters are no text; each is shown as \ufffd", file=name, count=replaced
            )
        )
    if turned := len(DIRECTION.findall(text)):
        said = Problem(
            "{file}: {count} invisible marks turn the reading direction; kept, and shown as signs",
            file=name, count=turned,
        )  # fmt: skip
        notes.append(said)
    return Text(text, tuple(notes))


def _refusal(data: bytes, name: str, ending: str) -> str | None:
    if ending not in KINDS:
        return Problem("not one of {endings}", endings=", ".join(f".{kind}" for kind in KINDS))
    if not data:
        return Problem("empty")
    if len(data) > LIMIT:
        return Problem("larger than {limit} MB, which no report is", limit=f"{LIMIT / 1e6:g}")
    found = next((what for start, what in MAGIC if data.startswith(start)), None)
    if ending == "docx":
        something = found or Problem("something else")
        return None if data.startswith(b"PK\x03\x04") else Problem("not a Word file but {found}", found=something)
    return Problem("not a text but {found}", found=found) if found else None
