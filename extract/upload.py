"""An uploaded file as a text: .txt, .html or .docx, whatever it holds, in bounded memory, each refusal one sentence."""

import re

from extract.input import LIMIT, Text, from_bytes
from extract.word import word_text

KINDS = ("txt", "html", "htm", "docx")
LONGEST = 500_000  # characters of a text: ten times the longest report known to the project
# What files begin with, by what they are: a name is no proof.
MAGIC = (
    (b"PK\x03\x04", "a zip archive or an office file"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old or locked Word file: open it and save it as .docx without a password"),
    (b"%PDF", "a PDF: copy its text and paste it"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a rich text file: save it as .docx or .txt"),
    (b"\x1f\x8b", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
)
NOT_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")


def from_upload(data: bytes, name: str) -> Text:
    """The text of an upload with what was assumed about it, or the one sentence why it is refused."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    problem = _refusal(data, name, ending)
    if problem:
        return Text("", problem=f"{name}: {problem}; nothing was added")
    read = word_text(data, name) if ending == "docx" else from_bytes(data, name)
    if read.problem:
        return read
    if not read.text.strip():
        return Text("", read.notes, f"{name}: holds no words; nothing was added")
    if len(read.text) > LONGEST:
        return Text(
            "", read.notes, f"{name}: longer than {LONGEST:,} characters, which no report is; nothing was added"
        )
    return checked(read, name)


def checked(read: Text, name: str) -> Text:
    """The text with signs that no text has replaced, one for one, and invisible direction marks counted aloud."""
    text, replaced = NOT_TEXT.subn("\ufffd", read.text)
    notes = list(read.notes)
    if replaced:
        notes.append(f"{name}: {replaced} control characters are no text; each is shown as \ufffd")
    if turned := len(DIRECTION.findall(text)):
        notes.append(f"{name}: {turned} invisible marks turn the reading direction; kept, and shown as signs")
    return Text(text, tuple(notes))


def _refusal(data: bytes, name: str, ending: str) -> str | None:
    if ending not in KINDS:
        return f"not one of .{', .'.join(KINDS)}"
    if not data:
        return "empty"
    if len(data) > LIMIT:
        return f"larger than {LIMIT / 1e6:g} MB, which no report is"
    found = next((what for start, what in MAGIC if data.startswith(start)), None)
    if ending == "docx":
        return None if data.startswith(b"PK\x03\x04") else f"not a Word file but {found or 'something else'}"
    return f"not a text but {found}" if found else None
