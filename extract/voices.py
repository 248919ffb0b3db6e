"""The listed speakers as voices, and a party of the battle as the voice it is."""

import functools

from extract.extra import Extra, extra_now
from extract.resolve import Voice
from extract.scan import Lex, Sentence
from extract.tables import read_rows

OF_ACTOR = {
    "government": ("syrian-army", "Syrian army"),
    "opposition": ("opposition", "the opposition"),
    "sdf": ("sdf", "Syrian Democratic Forces"),
}
OUTLETS = {
    "media", "state-tv", "sana", "state-media", "al-manar", "shaba", "al-masdar", "afp", "reuters", "ap", "dpa",
    "aljazeera", "alalam", "reporter",
}  # fmt: skip


def voices() -> dict[str, Voice]:
    """The listed speakers as voices, and those that editors added."""
    return _voices(extra_now())


@functools.lru_cache(maxsize=4)
def _voices(extra: Extra) -> dict[str, Voice]:
    listed = {
        r.columns["id"]: Voice(r.columns["id"], r.columns["name_en"], r.columns["side"]) for r in read_rows("speakers")
    }
    return listed | {s.speaker.id: Voice(s.speaker.id, s.speaker.name_en, s.speaker.side) for s in extra.speakers}


def voice_of_actor(sentence: Sentence, y: Lex) -> Voice | None:
    """A party of the battle as a speaker."""
    if y.id not in OF_ACTOR:
        return None
    if "حلب" in sentence.words[y.i : y.j] and "جيش" in sentence.words[y.i].removeprefix("و"):
        return voices()["jaysh-halab"]
    if sentence.words[y.i].endswith("الحكومه") and y.j - y.i <= 2:
        return voices()["syrian-government"]
    ident, name = OF_ACTOR[y.id]
    return Voice(ident, name, y.id)
