"""Blocks: lines with a function of their own. A cross heading, a related link or a credit line claims nothing."""

import re

from extract.reading import Block, BlockKind
from extract.tables import word_set

_RELATED = tuple(word_set("related-link"))
_CREDIT = tuple(word_set("credit-line"))
_ITEM = re.compile(r"\s*[-•*▪●◾]\s")
_FLASH = tuple(word_set("flash"))
_STOP = re.compile(r"[.!؟?:»\"]\W*$")
_HOUR = re.compile(r"\W*\d{1,2}[.:]\d\d\b")  # an entry of a live page, no heading
_LONG = 14  # words of a line that is no heading any more


def blocks(folded: str) -> list[Block]:
    """The blocks of a folded text in order; a single line is all body."""
    found: list[Block] = []
    related = False
    start = 0
    lines = folded.split("\n")
    several = sum(1 for line in lines if line.strip()) > 1 and not _is_page(lines)
    for line in lines:
        end = start + len(line)
        bare = line.strip()
        if bare:
            kind = _kind(bare, several, related)
            related = kind == "related"
            found.append(Block(kind, start, end))
        start = end + 1
    return found


_POSTS = 3  # short lines without a stop, beyond the first, of a page of posts


def _is_page(lines: list[str]) -> bool:
    """Whether most lines are short and unstopped: the posts of a page, each of them news and none a heading."""
    told = [line.strip() for line in lines if line.strip()][1:]
    told = [line for line in told if not line.startswith(_RELATED + _CREDIT)]
    short = sum(1 for line in told if not _STOP.search(line) and len(line.split()) <= _LONG)
    return short >= _POSTS and 2 * short > len(told)


def _kind(line: str, several: bool, related: bool) -> BlockKind:
    if line.startswith(_RELATED):
        return "related"
    if line.startswith(_CREDIT):
        return "credit"
    if is_flash(line) and len(line.split()) > 3:
        return "body"
    stopped = _STOP.search(line) is not None
    if stopped or not several:
        return "body"
    if related:
        return "related"
    if _HOUR.match(line):
        return "body"
    if "|" in line:
        return "dateline"
    return "heading" if len(line.split()) <= _LONG else "body"


def is_flash(line: str) -> bool:
    """Whether a line is a flash or an item of a list: news told like a headline, wherever it stands."""
    if _ITEM.match(line):
        return True
    return line.lstrip(" #*•|").startswith(_FLASH)


def silent(found: list[Block]) -> list[tuple[int, int]]:
    """The stretches that claim nothing: all but body and the headings before any body."""
    spans: list[tuple[int, int]] = []
    body = False
    for block in found:
        body = body or block.kind == "body"
        if block.kind in ("related", "credit", "dateline") or (block.kind == "heading" and body):
            spans.append((block.start, block.end))
    return spans
