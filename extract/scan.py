"""One scan finds the sentences that name a place; only those are read word by word into typed lexemes."""

import functools
import re
from collections.abc import Iterator

import ahocorasick_rs
import msgspec

from extract.extra import Extra, extra_now
from extract.fold import fold, without_surrogates
from extract.lexicon import Entry, Node, lexicon

# Words that point back to a place named before: a sentence with one is read if a place stands shortly before it.
ECHOES = tuple(
    fold(word).text
    for word in (
        "الحي", "حيا", "حياً", "الحيان", "الحيين", "الأحياء", "أحياء", "المدينة", "المناطق", "القلعة", "المربع", "الجيب",
        "المنطقة", "فيه", "فيها", "منه", "منها", "عليه", "عليها", "إليه", "إليها", "جبهات", "السيطرة",
    )
)  # fmt: skip
_END = re.compile(r"[!؟?\n]+|\.(?!\d)|\Z")
_WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+|[،,؛;:()%|/-]")
NEAR = 3  # sentences


class Lex(msgspec.Struct):
    """A stretch of words with a meaning for the reader. `i` and `j` count words; `conj` and `prep` stood before it."""

    kind: str
    id: str
    i: int
    j: int
    entry: Entry
    conj: str = ""
    prep: str = ""
    also: tuple[Entry, ...] = ()
    members: "list[Member]" = msgspec.field(default_factory=list)
    locator: bool = False
    headed: str = ""


class Member(msgspec.Struct):
    """One name of a group, with what its noun phrase says of it."""

    place: str
    level: str
    start: int  # where the name stands in the folded text
    end: int
    needs: str
    partial: bool = False
    full: bool = False


class Sentence(msgspec.Struct):
    """A sentence as words with their places in the folded text, and as lexemes."""

    start: int
    end: int
    named: bool
    words: list[str] = msgspec.field(default_factory=list)
    starts: list[int] = msgspec.field(default_factory=list)
    ends: list[int] = msgspec.field(default_factory=list)
    lexes: list[Lex] = msgspec.field(default_factory=list)
    heading: bool = False


@functools.lru_cache(maxsize=4)
def _automaton(_extra: Extra) -> tuple[ahocorasick_rs.AhoCorasick, int, list[bool]]:
    names = lexicon().names
    known = set(names)
    patterns = [*names, *(echo for echo in ECHOES if echo not in known)]
    sure = [lexicon().sure(text) for text in names] + [False] * len(patterns)
    automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST)
    return automaton, len(names), sure


def hits(folded: str) -> tuple[list[int], list[int], bool]:
    """Where names of places, and where words that point back to one, begin in a folded text, at word boundaries;
    and whether one of the names is nobody else's, which puts the text in Aleppo."""
    automaton, count, sure = _automaton(extra_now())
    aleppo = False
    try:
        found = automaton.find_matches_as_indexes(folded)
    except UnicodeEncodeError:
        found = automaton.find_matches_as_indexes(without_surrogates(folded))
    names: list[int] = []
    echoes: list[int] = []
    size = len(folded)
    for pattern, start, end in found:
        if end < size and folded[end].isalpha():
            continue
        before = start
        while before and folded[before - 1].isalpha():
            before -= 1
            if start - before > 3:
                break
        if start - before <= 3:
            (names if pattern < count else echoes).append(start)
            aleppo = aleppo or sure[pattern]
    return names, echoes, aleppo


def sentences(folded: str, names: list[int], echoes: list[int]) -> list[Sentence]:
    """The sentences of a text, each knowing whether it names a place or echoes one named shortly before."""
    found: list[Sentence] = []
    start, n, e, since = 0, 0, 0, NEAR + 1
    for mark in _END.finditer(folded):
        end = mark.start()
        if end > start and not folded[start:end].isspace():
            named = False
            while n < len(names) and names[n] < end:
                named = named or names[n] >= start
                n += 1
            echoed = False
            while e < len(echoes) and echoes[e] < end:
                echoed = echoed or echoes[e] >= start
                e += 1
            since = 0 if named else since + 1
            found.append(Sentence(start, end, named or (echoed and since <= NEAR)))
        start = mark.end()
    return found


def _variants(word: str) -> Iterator[tuple[str, str, str]]:
    """A word as it stands, and without the conjunction or preposition that may be written onto it."""
    yield "", "", word
    first = word[0]
    if len(word) < 3:
        return
    if first in "وف":
        rest = word[1:]
        yield first, "", rest
        if len(rest) > 2 and rest[0] in "بلك":
            yield first, rest[0], rest[1:]
            if rest[0] == "ل" and rest[1] == "ل":
                yield first, "ل", "ا" + rest[1:]
    if first in "بلك":
        yield "", first, word[1:]
        if first == "ل" and word[1] == "ل":
            yield "", "ل", "ا" + word[1:]


NO_PREFIX = frozenset(
    {"state", "out", "prep", "break", "that", "pron", "cite", "neg", "said", "change", "keep", "undergo", "after"}
)


def _walk(node: Node, words: list[str], at: int) -> tuple[Node | None, int]:
    """The longest phrase that starts with this node, and the word after it."""
    best, end = (node, at + 1) if node.entries else (None, at)
    position = at + 1
    while node.then and position < len(words):
        following = node.then.get(words[position])
        if following is None:
            break
        node, position = following, position + 1
        if node.entries:
            best, end = node, position
    return best, end


def _match(words: list[str], at: int, table: dict[str, Node]) -> tuple[Lex, int] | None:
    best: tuple[Lex, int] | None = None
    for conj, prep, base in _variants(words[at]):
        node = table.get(base)
        if node is None:
            continue
        found, end = _walk(node, words, at)
        if found is None or (best and end <= best[1]):
            continue
        entries = found.entries
        if prep:
            entries = tuple(
                e for e in entries if e.kind not in NO_PREFIX and not (e.kind == "verb" and e.tense in ("past", "fut"))
            )
            if prep == "ك":
                entries = tuple(e for e in entries if e.kind in ("place", "area"))
        if entries:
            e = entries[0]
            best = Lex(e.kind, e.id, at, end, e, conj, prep, entries[1:]), end
    return best


_PLAIN = {kind: Entry(kind, kind, "") for kind in ("w", "num", ",", ":", "(", ")", "%", "-")}


def read_words(sentence: Sentence, folded: str) -> None:
    """Split a sentence into words and these into lexemes. Quotation marks are left out: they never bound a scope."""
    for m in _WORD.finditer(folded, sentence.start, sentence.end):
        sentence.words.append(m.group())
        sentence.starts.append(m.start())
        sentence.ends.append(m.end())
    words, table, at = sentence.words, lexicon().words, 0
    while at < len(words):
        word = words[at]
        if not word[0].isalpha():
            kind = "num" if word[0].isdigit() else "," if word in "،,؛;" else word if word in _PLAIN else "-"
            sentence.lexes.append(Lex(kind, word, at, at + 1, _PLAIN[kind]))
            at += 1
            continue
        matched = _match(words, at, table)
        if matched:
            sentence.lexes.append(matched[0])
            at = matched[1]
        else:
            sentence.lexes.append(Lex("w", word, at, at + 1, _PLAIN["w"]))
            at += 1
