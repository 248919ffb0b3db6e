"""What the reader did not know, counted and listed with its sentences, so that an editor can add or ignore it."""

import re
from collections import defaultdict
from collections.abc import Iterable

from extract.reading import Unknown

KINDS = {
    "place": "Names where a neighbourhood's name stands, not in geo/spellings.csv",
    "verb": "Verbs between an armed side and a listed place, not in extract/lexicons",
    "speaker": "Speakers not in extract/lexicons/speakers.tsv",
}


def list_unknown(found: Iterable[tuple[str, Unknown]]) -> str:
    """A page for editors out of (source id, unknown): by kind, the most frequent first, each with its sentences."""
    by_kind: dict[str, dict[str, list[tuple[str, Unknown]]]] = {kind: defaultdict(list) for kind in KINDS}
    for article, unknown in found:
        by_kind[unknown.kind][unknown.text].append((article, unknown))
    lines: list[str] = []
    for kind, title in KINDS.items():
        words = by_kind[kind]
        lines += [f"{title}: {len(words)}", ""]
        for text, uses in sorted(words.items(), key=lambda item: (-len(item[1]), item[0])):
            lines.append(f"  {len(uses)} x {text}")
            for article, unknown in sorted(uses, key=lambda use: (use[0], use[1].start)):
                lines.append(f"      {article}:{unknown.start}  {one_line(unknown.sentence)}")
            lines.append("")
    return "\n".join(lines)


def one_line(text: str) -> str:
    """The text with every run of white space as one space, for print."""
    return re.sub(r"\s+", " ", text).strip()
