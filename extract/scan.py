"""One scan finds the sentences that name a place; only those are read word by word into typed lexemes."""

import functools
import re
from collections.abc import Iterator

import ahocorasick_rs
import msgspec

from extract.entries import Entry
from extract.extra import Extra, extra_now
from extract.fold import fold, without_surrogates
from extract.lexicon import Lexicon, Node, lexicon

# Words that point back to a place named before: a sentence with one is read if a place stands shortly before it.
ECHOES = tuple(
    fold(word).text
    for word in (
        "الحي", "حيا", "حياً", "الحيان", "الحيين", "الأحياء", "أحياء", "المدينة", "المناطق", "القلعة", "المربع", "الجيب",
        "المنطقة", "فيه", "فيها", "منه", "منها", "عليه", "عليها", "إليه", "إليها", "جبهات", "السيطرة", "فيهما", "منهما",
        "عليهما", "داخله", "داخلها", "داخلهما", "كليهما", "مناطق", "نصفه", "ثلثه", "ثلثيه", "معظمه", "أجزائه", "أطرافه",
        "طرفه", "طرفها", "أطرافها", "أجزائها", "قسمه", "قسمها", "جزئه", "جزئها", "شطره", "شطرها", "شوارعه", "حيهم",
    )
)  # fmt: skip
_ECHO = re.compile(rf"(?<!\w)[وف]?[بلك]?(?:{'|'.join(sorted(set(ECHOES), key=len, reverse=True))})(?!\w)")
_END = re.compile(r"[!؟?\n]+|\.(?!\d)|\Z")
WORD = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+|[،,؛;:()%|/-]")
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
    passive: bool = False  # a verb written as a passive
    headed: str = ""


class Member(msgspec.Struct):
    """One name of a group, with what its noun phrase says of it."""

    place: str
    level: str
    sentence: "Sentence"
    i: int  # the words of the name
    j: int
    needs: str
    partial: bool = False
    full: bool = False

    @property
    def start(self) -> int:
        """Where the name begins in the folded text."""
        return self.sentence.span(self.i)[0]

    @property
    def end(self) -> int:
        """Where the name ends in the folded text."""
        return self.sentence.span(self.j - 1)[1]


class Sentence(msgspec.Struct):
    """A sentence as words with their places in the folded text, and as lexemes."""

    start: int
    end: int
    named: bool
    folded: str = ""
    words: list[str] = msgspec.field(default_factory=list)
    lexes: list[Lex] = msgspec.field(default_factory=list)
    heading: bool = False
    spans: list[tuple[int, int]] = msgspec.field(default_factory=list)

    def span(self, n: int) -> tuple[int, int]:
        """Where a word stands in the folded text; found only when it is asked for."""
        if not self.spans:
            self.spans = [m.span() for m in WORD.finditer(self.folded, self.start, self.end)]
        return self.spans[n]


@functools.lru_cache(maxsize=4)
def _automaton(_extra: Extra) -> tuple[ahocorasick_rs.AhoCorasick, list[bool], list[str]]:
    lexicon_now = lexicon()
    names = lexicon_now.names
    automaton = ahocorasick_rs.AhoCorasick(
        names,
        matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST,
        implementation=ahocorasick_rs.Implementation.DFA,  # twice as fast as the default, for a few megabytes
    )
    votes = [lexicon_now.vote(text) for text in names]
    return automaton, [lexicon_now.sure(text) for text in names], votes


_VOTES = 3  # names that only Aleppo has together, though each is also a word or a surname


def hits(folded: str) -> tuple[list[int], bool]:
    """Where names of places begin in a folded text, at word boundaries; and whether one of them is nobody else's,
    which puts the text in Aleppo, as three of its lesser names do together."""
    automaton, sure, votes = _automaton(extra_now())
    try:
        found = automaton.find_matches_as_indexes(folded)
    except UnicodeEncodeError:
        found = automaton.find_matches_as_indexes(without_surrogates(folded))
    names: list[int] = []
    aleppo = False
    voted: set[str] = set()
    size = len(folded)
    for pattern, start, end in found:
        if end < size and folded[end].isalpha():
            continue
        before = start
        while before and start - before <= 3 and folded[before - 1].isalpha():
            before -= 1
        if start - before <= 3:
            names.append(start)
            aleppo = aleppo or sure[pattern]
            voted.add(votes[pattern])
    return names, aleppo or len(voted - {""}) >= _VOTES


def sentences(folded: str, names: list[int]) -> list[Sentence]:
    """The sentences of a text, each knowing whether it names a place or echoes one named shortly before."""
    found: list[Sentence] = []
    start, n, since = 0, 0, NEAR + 1
    for mark in _END.finditer(folded):
        for lo, hi in _pieces(folded, start, mark.start()):
            named = False
            while n < len(names) and names[n] < hi:
                named = named or names[n] >= lo
                n += 1
            since = 0 if named else since + 1
            read = named or (since <= NEAR and _ECHO.search(folded, lo, hi) is not None)
            found.append(Sentence(lo, hi, read))
        start = mark.end()
    return found


_LONGEST = 4000  # characters: no sentence of a report is so long; without a stop, a text would be read as one


def _pieces(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence as it stands; one without end in pieces, each cut at a comma or, for want of one, a space."""
    while end - start > _LONGEST:
        cut = max(folded.rfind(sign, start + 1, start + _LONGEST) for sign in "،,")
        cut = cut if cut > 0 else folded.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        if not folded[start:cut].isspace():
            yield start, cut
        start = cut
    if end > start and not folded[start:end].isspace():
        yield start, end


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


def _match(words: list[str], at: int, nodes: tuple[tuple[str, str, Node], ...]) -> Lex | None:
    """The longest phrase that begins at a word, read with as little as possible taken off its front."""
    best: Lex | None = None
    for conj, prep, node in nodes:
        found, end = _walk(node, words, at)
        if found is None or (best is not None and end <= best.j):
            continue
        entries = _joined(found.entries, prep) if prep else found.entries
        if entries:
            e = entries[0]
            best = Lex(e.kind, e.id, at, end, e, conj, prep, entries[1:])
    return best


def _joined(entries: tuple[Entry, ...], prep: str) -> tuple[Entry, ...]:
    """The readings that a preposition may be written onto."""
    if prep == "ك":
        return tuple(e for e in entries if e.kind in ("place", "area"))
    return tuple(
        e for e in entries if e.kind not in NO_PREFIX and not (e.kind == "verb" and e.tense in ("past", "fut"))
    )


def _nodes(word: str, lexicon_now: Lexicon) -> tuple[tuple[str, str, Node], ...]:
    """Where the readings of a word begin in the lexicon; remembered, as most words of a text are frequent ones."""
    table = lexicon_now.words
    found = tuple((conj, prep, table[base]) for conj, prep, base in _variants(word) if base in table)
    if len(lexicon_now.seen) >= SEEN:
        lexicon_now.seen.clear()
    lexicon_now.seen[word] = found
    return found


SEEN = 1 << 16
_PLAIN = {kind: Entry(kind, kind, "") for kind in ("w", "num", ",", ":", "(", ")", "%", "-")}


def read_words(sentence: Sentence, folded: str) -> None:
    """Split a sentence into words and these into lexemes. Quotation marks are left out: they never bound a scope."""
    sentence.folded = folded
    sentence.words = words = WORD.findall(folded, sentence.start, sentence.end)
    lexes = sentence.lexes
    lexes.clear()  # a title may have been read for its speaker before
    lexicon_now, at, plain = lexicon(), 0, _PLAIN["w"]
    seen = lexicon_now.seen
    for n, word in enumerate(words):
        if n < at:
            continue
        at = n + 1
        if not word[0].isalpha():
            kind = "num" if word[0].isdecimal() else "," if word in "،,؛;" else word if word in _PLAIN else "-"
            lexes.append(Lex(kind, word, n, at, _PLAIN[kind]))
            continue
        nodes = seen.get(word)
        if nodes is None:
            nodes = _nodes(word, lexicon_now)
        matched = _match(words, n, nodes) if nodes else None
        if matched is not None:
            lexes.append(matched)
            at = matched.j
        else:
            lexes.append(Lex("w", word, n, at, plain))
