"""A Word file's words: paragraphs and tables in order, nothing run or fetched, sizes checked before it is opened."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from extract.input import Text
from seeds.problem import Problem

if TYPE_CHECKING:
    from docx.blkcntnr import BlockItemContainer
    from docx.document import Document

ENTRIES = 2_000  # files in the archive
UNPACKED = 30_000_000  # bytes of all of them together: what is larger is a bomb, not a report
NESTING = 20  # tables in tables
DAMAGED = Problem("a damaged Word file, or another kind of file under this name")
LIBRARY = Problem("Word files need the desk's libraries: pip install -r seeds/requirements.txt")


def word_text(data: bytes, name: str) -> Text:
    """The text of a .docx file; its offsets count here, one paragraph a line."""
    problem = _archive(data)
    if problem:
        return Text("", problem=Problem("{file}: {problem}; nothing was added", file=name, problem=problem))
    try:
        import docx
        from docx.exceptions import PythonDocxError
        from docx.opc.exceptions import OpcError
    except ImportError:
        return Text("", problem=LIBRARY)
    # What a damaged package makes its readers raise; lxml's errors are SyntaxErrors.
    damaged = (
        PythonDocxError, OpcError, zipfile.BadZipFile, zlib.error, SyntaxError, LookupError, ValueError, TypeError,
        AttributeError, RecursionError, OSError, EOFError, NotImplementedError, RuntimeError,
    )  # fmt: skip
    try:
        lines = list(_lines(docx.Document(io.BytesIO(data)), 0))
    except damaged:
        return Text("", problem=Problem("{file}: {problem}; nothing was added", file=name, problem=DAMAGED))
    said = Problem(
        "{file}: read as a Word file, body text and tables only; offsets count in the text as shown here", file=name
    )
    return Text("\n".join(lines), (said,))


def _archive(data: bytes) -> str | None:
    """Why the archive should not be opened, by its directory alone."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        return DAMAGED
    if len(entries) > ENTRIES or sum(entry.file_size for entry in entries) > UNPACKED:
        return Problem("unpacks to more than {limit} MB, which no report does", limit=f"{UNPACKED / 1e6:g}")
    if any(entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for entry in entries):
        return DAMAGED
    if not any(entry.filename == "word/document.xml" for entry in entries):
        return Problem("a zip archive, not a Word file")
    return None


def _lines(container: "Document | BlockItemContainer", depth: int) -> Iterator[str]:
    from docx.table import Table

    for item in container.iter_inner_content():
        if not isinstance(item, Table):
            yield item.text
        elif depth < NESTING:
            for row in item.rows:
                for cell in row.cells:
                    yield from _lines(cell, depth + 1)
