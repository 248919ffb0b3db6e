"""A list of names in lines of their own, under a line that ends in a colon, is read as one sentence with it.

"The army took these districts:", then "- A", "- B". The text keeps its length: line breaks become commas, signs spaces.
"""

import re

from extract.lexicon import lexicon
from extract.tables import word_set

_SIGN = r"(?:[-•*▪●◦·✔#]|\d{1,2}[-.)])"
_ITEM = rf"[ \t]*{_SIGN}[ \t]*[^\s:.!؟،\d][^\n:.!؟،]{{1,40}}"
_LIST = re.compile(rf"(?<=:)[ \t]*\n+{_ITEM}(?:\n{_ITEM})*(?=[.،]?[ \t]*(?:\n|$))")
_MARK = re.compile(rf"^[ \t]*{_SIGN}")
_HEADS = word_set("before-name")
_LONGEST = 4  # words of an item


def join_lists(folded: str) -> str:
    """The folded text with such lists joined to the lines above them, each letter in its place."""
    return _LIST.sub(_joined, folded) if ":" in folded and "\n" in folded else folded


def _joined(found: re.Match[str]) -> str:
    lines = found.group().split("\n")
    items = [_MARK.sub("", line).split() for line in lines if line.strip()]
    named = sum(_is_name(item) for item in items)
    if any(len(item) > _LONGEST for item in items) or named * 2 <= len(items):
        return found.group()
    spaced = [_MARK.sub(lambda sign: " " * len(sign.group()), line) for line in lines]
    text, begun = spaced[0], False
    for line in spaced[1:]:
        text += ("،" if begun else " ") + line
        begun = begun or bool(line.strip())
    return text


def _is_name(item: list[str]) -> bool:
    names = lexicon().spelled.values()
    whole, bare = " ".join(item), " ".join(item[1:])
    return any(whole in known or (item[0] in _HEADS and bare in known) for known in names)
