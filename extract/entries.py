"""The forms of every row: what the lexicons, as tables, say that a word or phrase may be."""

from collections.abc import Iterator

import msgspec

from extract import paradigm
from extract.fold import fold
from extract.tables import expanded, forms_of, read_rows, spellings_of, word_set
from geo.places import AREA_IDS, Place


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


def _verb_forms(columns: dict[str, str]) -> Iterator[paradigm.Form]:
    makers = (
        ("past", paradigm.past), ("present", paradigm.present), ("masdar", paradigm.masdar),
        ("participle", paradigm.participle), ("negated", paradigm.negated),
    )  # fmt: skip
    for column, make in makers:
        for stem in forms_of(columns.get(column, "")):
            yield from make(stem)


_OWNERS = (("ها", "f"), ("هما", "d"), ("هم", "p"), ("ه", "s"), ("نا", paradigm.WE))


def entries() -> Iterator[Entry]:
    """The forms of all lexicons but the places."""
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
        for text in forms_of(c["forms"]):
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
        for text in spellings_of(c["forms"]):
            yield Entry("actor", c["actor"], text, number=c["number"])
    yield from _forces()
    for row in read_rows("owned"):
        c = row.columns
        for stem in forms_of(c["stems"]):
            yield from (Entry("actor", c["actor"], stem + end, number=c["number"], suffix=w) for end, w in _OWNERS)
    for row in read_rows("speakers"):
        c = row.columns
        for text in spellings_of(c["forms"]):
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
        names = spellings_of(c["names"])
        for heads in c["heads"].split():
            for head in sorted(word_set(heads)):
                for name in names:
                    yield Entry("actor", c["side"], f"{head} {name}", number=heads[-1])
                    if c["join"] == "like":
                        yield Entry("actor", c["side"], f"ال{head} ال{name.replace(' و', ' وال')}", number=heads[-1])


def place_entries(places: dict[str, Place]) -> Iterator[Entry]:
    """The spellings of places and areas."""
    common = {text for row in read_rows("common") for text in forms_of(row.columns["forms"])}
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
