"""The lexicon: all forms of all lexicons, laid out so that a word finds its entries at once.

Places come from geo/spellings.csv, and what editors added for the reading that is being made stands beside them.
"""

import functools
import hashlib

import msgspec

from extract.entries import Entry, entries, place_entries
from extract.extra import Extra, extra_now
from extract.fold import fold
from extract.tables import FILES, HERE, forms_of, read_rows, word_set
from geo.places import Place, Spelling, read_places

# Where one word stands in several lexicons, the first of these is tried first.
_ORDER = (
    "adv", "place", "area", "nowhere", "state", "out", "verb", "noun", "aux", "op", "said", "actor", "src", "gsrc",
    "cite", "ana", "pron", "rel", "break", "listhead", "notonly", "neg", "change", "keep", "undergo", "head",
    "part", "full", "loc", "side", "flight", "that", "prep", "after", "generic", "city", "civil", "plane",
    "consequence", "failed", "former", "passage", "halt", "enclosed", "presence", "emptied",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


class Node(msgspec.Struct):
    """The entries that end with this word, and the words that may follow it."""

    entries: tuple[Entry, ...] = ()
    then: "dict[str, Node] | None" = None


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
    for entry in place_entries(places):
        found.setdefault(entry.text, {})[entry] = None
        names[entry.text] = None
    for entry in (*entries(), *(Entry("src", s.speaker.id, fold(s.text).text) for s in extra.speakers)):
        found.setdefault(entry.text, {})[entry] = None
    words: dict[str, Node] = {}
    for text, of_text in found.items():
        first, *rest = text.split()
        node = words.setdefault(first, Node())
        for word in rest:
            node.then = node.then if node.then is not None else {}
            node = node.then.setdefault(word, Node())
        node.entries = tuple(sorted(of_text, key=lambda e: _RANK[e.kind]))
    spelled = {
        place.id: frozenset(fold(s.text).text for s in place.spellings if s.language == "ar")
        for place in places.values()
    }
    homonyms = {
        form: (row.columns["place"], tuple(forms_of(row.columns["near"])))
        for row in read_rows("homonyms")
        for form in forms_of(row.columns["form"])
    }
    return Lexicon(words, tuple(names), places, digest(), homonyms, spelled=spelled)
