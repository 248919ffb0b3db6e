"""Spellings and speakers that editors added, for the readings made inside `with also(extra)`.

The lexicon files stay what they are; what editors add is data of a store and holds for the readings that ask for it.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import msgspec

from extract.fold import fold
from extract.reading import Speaker


class ExtraSpelling(msgspec.Struct, frozen=True):
    """A place may also be written so; `needs` as in geo/spellings.csv."""

    place: str
    text: str
    language: str
    needs: str


class ExtraSpeaker(msgspec.Struct, frozen=True):
    """Somebody is a speaker when named so."""

    text: str
    speaker: Speaker


class Extra(msgspec.Struct, frozen=True):
    """All that was added. Hashable: a lexicon is made once for each."""

    spellings: tuple[ExtraSpelling, ...] = ()
    speakers: tuple[ExtraSpeaker, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.spellings or self.speakers)


def extra(spellings: Iterable[ExtraSpelling], speakers: Iterable[ExtraSpeaker]) -> Extra:
    """What can be read by: a word without a letter (marks alone, for instance) is left out."""
    return Extra(
        tuple(one for one in spellings if fold(one.text).text.strip()),
        tuple(one for one in speakers if fold(one.text).text.strip()),
    )


NOTHING = Extra()
_now: ContextVar[Extra] = ContextVar("extra", default=NOTHING)


@contextmanager
def also(extra: Extra) -> Iterator[None]:
    """Read with these as well, in this thread, until the block ends."""
    token = _now.set(extra)
    try:
        yield
    finally:
        _now.reset(token)


def extra_now() -> Extra:
    """What was added for the reading that is being made."""
    return _now.get()
