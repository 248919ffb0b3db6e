"""The lexicons: data files read once, folded, enumerated, and laid out so that a word finds its rows at once.

Each file in lexicons/ is a table with tabs; the first line names the columns. Places come from geo/spellings.csv.
"""

import functools
import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from extract import paradigm
from extract.extra import Extra, extra_now
from extract.fold import fold
from geo.places import AREA_IDS, Place, Spelling, read_places

HERE = Path(__file__).parent / "lexicons"
FILES = ("actors", "areas", "common", "homonyms", "nouns", "operators", "owned", "said", "speakers", "verbs", "words")
# Where one word stands in several lexicons, the first of these is tried first.
_ORDER = (
    "adv",
    "place",
    "area",
    "nowhere",
    "state",
    "out",
    "verb",
    "noun",
    "aux",
    "op",
    "said",
    "actor",
    "src",
    "gsrc",
    "cite",
    "ana",
    "pron",
    "rel",
    "break",
    "listhead",
    "notonly",
    "neg",
    "change",
    "keep",
    "undergo",
    "head",
    "part",
    "full",
    "loc",
    "side",
    "flight",
    "that",
    "prep",
    "after",
    "generic",
    "city",
    "civil",
    "plane",
    "consequence",
    "failed",
    "former",
    "passage",
    "halt",
    "enclosed",
    "presence",
)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


class Row(msgspec.Struct, frozen=True):
    """One line of a lexicon: where it stands, and its columns by name."""

    file: str
    line: int
    columns: dict[str, str]


class Entry(msgspec.Struct, frozen=True):
    """One form of one row. `kind` is the lexicon, `id` the row; the rest is what the form says of itself.

    `event` and `object` belong to verbs and nouns of war: what they report, and behind which prepositions the place
    stands (`-`: none; `!` after one: on the way there, not there yet). `needs` belongs to places.
    """

    kind: str
    id: str
    text: str
    tense: str = ""
    number: str = ""
    suffix: str = ""
    event: str = ""
    object: tuple[str, ...] = ()
    needs: str = ""


class Node(msgspec.Struct):
    """The entries that end with this word, and the words that may follow it."""

    entries: tuple[Entry, ...] = ()
    then: "dict[str, Node] | None" = None


def read_rows(name: str) -> list[Row]:
    """The rows of one lexicon file."""
    lines = (HERE / f"{name}.tsv").read_text("utf-8").splitlines()
    names = lines[0].split("\t")
    return [
        Row(f"{name}.tsv", number, dict(zip(names, line.split("\t"), strict=False)))
        for number, line in enumerate(lines[1:], 2)
        if line.strip()
    ]


@functools.cache
def word_set(name: str) -> frozenset[str]:
    """The folded words of a row of sets.tsv."""
    return frozenset(w for row in read_rows("sets") if row.columns["set"] == name for w in _forms(row.columns["words"]))


@functools.cache
def word_values(kind: str) -> dict[str, str]:
    """The folded words of values.tsv of one kind, each with what it stands for."""
    rows = (row.columns for row in read_rows("values") if row.columns["kind"] == kind)
    return {word: columns["value"] for columns in rows for word in _forms(columns["words"])}


def _forms(cell: str) -> list[str]:
    return [fold(form).text for form in cell.split("/") if form]


def expanded(cell: str) -> list[str]:
    """The folded forms of a cell in which {a set} stands for each of its words."""
    forms: list[str] = []
    for form in filter(None, cell.split("/")):
        before, brace, rest = form.partition("{")
        name, _, after = rest.partition("}")
        words = _raw_set(name) if brace else ()
        forms += [f for word in words for f in expanded(before + word + after)] if brace else [fold(form).text]
    return forms


def _raw_set(name: str) -> list[str]:
    return [w for row in read_rows("sets") if row.columns["set"] == name for w in row.columns["words"].split("/")]


def _verb_forms(columns: dict[str, str]) -> Iterator[paradigm.Form]:
    makers = (
        ("past", paradigm.past), ("present", paradigm.present), ("masdar", paradigm.masdar),
        ("participle", paradigm.participle), ("negated", paradigm.negated),
    )  # fmt: skip
    for column, make in makers:
        for stem in _forms(columns.get(column, "")):
            yield from make(stem)


_OWNERS = (("ها", "f"), ("هما", "d"), ("هم", "p"), ("ه", "s"), ("نا", paradigm.WE))


def _entries() -> Iterator[Entry]:
    for row in read_rows("verbs"):
        c = row.columns
        objects = tuple(c["object"].split())
        for f in _verb_forms(c):
            yield Entry("verb", c["id"], f.text, f.tense, f.number, f.suffix, c["event"], objects)
    for row in read_rows("said"):
        c = row.columns
        for f in _verb_forms(c):
            yield Entry("said", c["id"], f.text, f.tense, f.number, f.suffix, c["effect"])
    for row in read_rows("operators"):
        c = row.columns
        for f in _verb_forms(c):
            yield Entry("op", c["id"], f.text, f.tense, f.number)
        for text in _forms(c["forms"]):
            yield Entry("op", c["id"], text)
    for row in read_rows("nouns"):
        c = row.columns
        for written in filter(None, c["forms"].split("/")):
            owner = next((whom for ending, whom in _OWNERS if written.endswith(ending)), "")
            text = fold(written).text
            yield Entry(
                "noun", c["id"], text, "masdar", suffix=owner, event=c["event"], object=tuple(c["object"].split())
            )
    for row in read_rows("actors"):
        c = row.columns
        for text in _forms(c["forms"]):
            yield Entry("actor", c["actor"], text, number=c["number"])
    yield from _forces()
    for row in read_rows("owned"):
        c = row.columns
        for stem in _forms(c["stems"]):
            yield from (Entry("actor", c["actor"], stem + end, number=c["number"], suffix=w) for end, w in _OWNERS)
    for row in read_rows("speakers"):
        c = row.columns
        for text in _forms(c["forms"]):
            yield Entry("src", c["id"], text)
    for row in read_rows("words"):
        c = row.columns
        for text in expanded(c["forms"]):
            yield Entry(c["kind"], c["id"], text, number=paradigm.WE if _first_person(c["kind"], text) else "")


def _first_person(kind: str, text: str) -> bool:
    return kind in _PERSONAL and text.endswith("نا")


# Words for holding, going on and trying that are also said in the first person: "in our hands", "we managed to".
_PERSONAL = {"state", "aux", "keep", "op", "change"}


def _forces() -> Iterator[Entry]:
    """Parties by what they are and whose: "battalions of X", "armed groups", "the armed groups"."""
    for row in read_rows("forces"):
        c = row.columns
        names = _forms(c["names"])
        for heads in c["heads"].split():
            for head in sorted(word_set(heads)):
                for name in names:
                    yield Entry("actor", c["side"], f"{head} {name}", number=heads[-1])
                    if c["join"] == "like":
                        yield Entry("actor", c["side"], f"ال{head} ال{name.replace(' و', ' وال')}", number=heads[-1])


def _place_entries(places: dict[str, Place]) -> Iterator[Entry]:
    common = {text for row in read_rows("common") for text in _forms(row.columns["forms"])}
    for place in places.values():
        kind = "area" if place.id in AREA_IDS else "place"
        for spelling in place.spellings:
            if spelling.language == "ar":
                text = fold(spelling.text).text
                yield Entry(kind, place.id, text, needs="never bare" if text in common else spelling.needs)
    for row in read_rows("areas"):
        for text in expanded(row.columns["forms"]):
            area = row.columns["area"]
            yield Entry(
                "nowhere" if area == "-" else "area", area, text, needs="" if "حلب" in text else row.columns["needs"]
            )


class Lexicon(msgspec.Struct):
    """All forms by their first word, the names that make a text worth reading, and the places behind the ids."""

    words: dict[str, Node]
    names: tuple[str, ...]  # spellings of places and areas, folded
    places: dict[str, Place]
    hash: str
    homonyms: dict[str, tuple[str, tuple[str, ...]]]  # a form, the place it names beside one of these words
    seen: dict[str, tuple[tuple[str, str, Node], ...]] = msgspec.field(default_factory=dict)  # words looked up before
    spelled: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)  # place id -> its spellings, folded

    def _named(self, text: str) -> tuple[Entry, ...]:
        node: Node | None = None
        for n, word in enumerate(text.split()):
            node = self.words.get(word) if not n else node.then.get(word) if node and node.then else None
        return tuple(e for e in node.entries if e.kind in ("place", "area")) if node is not None else ()

    def sure(self, text: str) -> bool:
        """Whether a folded spelling names a place of Aleppo whatever stands around it."""
        return any(not e.needs for e in self._named(text))

    def vote(self, text: str) -> str:
        """The place of a spelling that needs company and that no other city has for a district."""
        if text in word_set("elsewhere-too"):
            return ""
        return next((e.id for e in self._named(text) if e.kind == "place" and e.needs == "head"), "")


def with_spellings(places: dict[str, Place], extra: Extra) -> dict[str, Place]:
    """The places with the spellings that were added to them."""
    made = dict(places)
    for one in extra.spellings:
        if one.place in made:
            row = {**msgspec.structs.asdict(one), "reason": "added by an editor"}
            spellings = (*made[one.place].spellings, msgspec.convert(row, Spelling))
            made[one.place] = msgspec.structs.replace(made[one.place], spellings=spellings)
    return made


def digest() -> str:
    """Sixteen hexadecimal digits of all lexicon files and of the spellings."""
    total = hashlib.sha256()
    for name in (*FILES, "forces", "sets", "values"):
        total.update((HERE / f"{name}.tsv").read_bytes())
    for place in read_places().values():
        total.update("".join(f"{place.id}\t{s.text}\t{s.needs}\n" for s in place.spellings).encode())
    return total.hexdigest()[:16]


def lexicon() -> Lexicon:
    """The lexicons, read once, with what editors added for the reading that is being made."""
    return _lexicon(extra_now())


@functools.lru_cache(maxsize=4)
def _lexicon(extra: Extra) -> Lexicon:
    places = with_spellings(read_places(), extra)
    found: dict[str, dict[Entry, None]] = {}
    names: dict[str, None] = {}
    for entry in _place_entries(places):
        found.setdefault(entry.text, {})[entry] = None
        names[entry.text] = None
    for entry in (*_entries(), *(Entry("src", s.speaker.id, fold(s.text).text) for s in extra.speakers)):
        found.setdefault(entry.text, {})[entry] = None
    words: dict[str, Node] = {}
    for text, entries in found.items():
        first, *rest = text.split()
        node = words.setdefault(first, Node())
        for word in rest:
            node.then = node.then if node.then is not None else {}
            node = node.then.setdefault(word, Node())
        node.entries = tuple(sorted(entries, key=lambda e: _RANK[e.kind]))
    spelled = {
        place.id: frozenset(fold(s.text).text for s in place.spellings if s.language == "ar")
        for place in places.values()
    }
    homonyms = {
        form: (row.columns["place"], tuple(_forms(row.columns["near"])))
        for row in read_rows("homonyms")
        for form in _forms(row.columns["form"])
    }
    return Lexicon(words, tuple(names), places, digest(), homonyms, spelled=spelled)
