"""Bring the catalogues up to date with the words in the code: `python -m ui.catalogue`.

The words are found in the syntax tree, so also inside f-strings. What is no longer said is dropped from the
catalogues; what is new stands there empty, and a test names it until somebody translates it.
"""

import ast
import io
from pathlib import Path

from babel.messages import Catalog, pofile

from ui.words import LOCALE

ROOT = Path(__file__).parent.parent
MARKERS = {"_": 1, "N_": 1, "Problem": 1, "ngettext": 2}  # how many of a call's first arguments are words
SPEAKING = ("extract", "geo", "seeds", "ui")  # what the others say are problems, which the desk shows
Message = str | tuple[str, str]


def said(source: str) -> list[Message]:
    """Every text that a piece of code hands to a translator, in order."""
    found: list[Message] = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if called in MARKERS and len(texts) >= MARKERS[called]:
            found.append(texts[0] if MARKERS[called] == 1 else (texts[0], texts[1]))
    return found


def all_said() -> dict[Message, set[str]]:
    """Every text of the screen, with the files that say it."""
    where: dict[Message, set[str]] = {}
    for path in (ROOT / "app.py", *sorted(path for part in SPEAKING for path in (ROOT / part).glob("*.py"))):
        for message in said(path.read_text("utf-8")):
            where.setdefault(message, set()).add(path.name)
    return where


def read(lang: str) -> Catalog:
    """The catalogue of a language as it is kept."""
    with (LOCALE / lang / "LC_MESSAGES" / "messages.po").open("rb") as stream:
        return pofile.read_po(stream, locale=lang)


def updated(lang: str) -> bytes:
    """The catalogue with exactly the texts that are said, sorted, translations kept."""
    old = read(lang)
    new = Catalog(locale=lang, project="East Aleppo, day by day", charset="utf-8", fuzzy=False)
    new.header_comment = f"# {new.project}: {lang}\n#"
    for message in sorted(all_said(), key=lambda m: m if isinstance(m, str) else m[0]):
        kept = old.get(message)
        new.add(message, kept.string if kept else None, flags=("python-brace-format",))
    out = io.BytesIO()
    pofile.write_po(out, new, width=0, omit_header=False, sort_output=True)
    dated = (
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Report-Msgid",
        "Generated-By",
    )
    lines = out.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{name}' for name in dated))).encode()


def main() -> None:
    """Write every catalogue anew and say how much of it is empty."""
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/messages.po")):
        lang = path.parts[-3]
        path.write_bytes(updated(lang))
        empty = [m.id for m in read(lang) if m.id and not all(m.string if isinstance(m.string, tuple) else [m.string])]
        print(f"{path.name} ({lang}): {len(empty)} to translate")


if __name__ == "__main__":
    main()
