"""The state of every place on the key days, and the page of what the map does not know, as the rule makes them now."""

import difflib
import os
from pathlib import Path

from tests.gaps import PAGE, TABLE, page, shipped, table


def held(path: Path, text: str) -> None:
    if os.environ.get("FIX"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return
    before = path.read_text("utf-8") if path.exists() else ""
    moved = "\n".join(difflib.unified_diff(before.splitlines(), text.splitlines(), "shipped", "now", lineterm="", n=0))
    assert not moved, f"{moved}\n{path.name} is not what the rule makes of seeds/claims.jsonl: FIX=1 rewrites it"


def test_the_golden_table_of_states() -> None:
    held(TABLE, table(shipped()))


def test_the_page_of_gaps() -> None:
    held(PAGE, page())
