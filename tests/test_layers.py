"""The import rules: data flows seeds -> extract -> geo -> ui -> app.py, and only the screen knows Streamlit."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("seeds", "extract", "geo", "ui")
# Who may import what of ours: a package, or single modules of it.
ALLOWED = {
    "seeds": {"geo.claim"},
    "extract": {"seeds", "geo.claim", "geo.places"},
    "geo": {"seeds"},
    "ui": {"seeds", "extract", "geo"},
}
SCREEN = {"streamlit", "folium", "streamlit_folium", "branca"}


def imports(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def violations(package: str, source: str) -> list[str]:
    wrong = []
    for name in sorted(imports(ast.parse(source))):
        top = name.split(".")[0]
        if top in SCREEN and package != "ui":
            wrong.append(f"{package} imports {name}: only ui and app.py may")
        if top in PACKAGES and top != package:
            module = ".".join(name.split(".")[:2])
            if not {top, module} & ALLOWED[package]:
                wrong.append(f"{package} imports {name}: allowed are {sorted(ALLOWED[package])}")
        if top == "app":
            wrong.append(f"{package} imports app")
    return wrong


@pytest.mark.parametrize("package", PACKAGES)
def test_imports_keep_the_layers(package: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {wrong}"
        for path in sorted((ROOT / package).rglob("*.py"))
        for wrong in violations(package, path.read_text("utf-8"))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("package", "source"),
    [
        ("geo", "import streamlit as st"),
        ("geo", "from extract import read"),
        ("extract", "from geo.control import judge"),
        ("extract", "import ui.map"),
        ("seeds", "from geo import polygons"),
        ("geo", "import app"),
    ],
)
def test_a_planted_violation_is_found(package: str, source: str) -> None:
    assert violations(package, source)


def test_the_page_on_reading_names_every_module_and_lexicon_once() -> None:
    page = (ROOT / "docs" / "reading.md").read_text("utf-8")
    rows = [line.split("|")[3] for line in page.splitlines() if line.count("|") == 4 and not line.startswith("|---")]
    named = sorted(name.strip() for row in rows[1:] for name in row.split(","))
    assert named == sorted(p.stem for p in (ROOT / "extract").glob("*.py") if not p.stem.startswith("__"))
    files = [name for line in page.splitlines() if line.count("|") == 3 for name in re.findall(r"`(\w+\.tsv)`", line)]
    assert sorted(files) == sorted(p.name for p in (ROOT / "extract" / "lexicons").glob("*.tsv"))
