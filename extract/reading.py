"""What reading a text gives: claims, what was not understood, and, when asked for, how it was read."""

from typing import Literal

import msgspec

from geo.claim import Claim

BlockKind = Literal["body", "heading", "related", "dateline", "credit"]


class Unknown(msgspec.Struct, frozen=True):
    """A word that stands where the reader expected one it knows; offsets are code points of the text as stored.

    `place`: the name after "neighbourhood of" is not in the gazetteer. `verb`: an army does something unlisted to a
    listed place. `speaker`: somebody unlisted says so. `sentence` is the whole sentence, for an editor to judge.
    """

    kind: Literal["place", "verb", "speaker"]
    text: str
    start: int
    end: int
    sentence: str


class Block(msgspec.Struct, frozen=True):
    """A line or a part of one with a function of its own. Nothing but the speaker is carried from block to block."""

    kind: BlockKind
    start: int
    end: int


class Lexeme(msgspec.Struct, frozen=True):
    """A listed word or phrase as found: `kind` is its lexicon, `id` its row."""

    kind: str
    id: str
    text: str
    start: int
    end: int


class Group(msgspec.Struct, frozen=True):
    """Names that one verb takes together: "the two quarters A and B"."""

    places: tuple[str, ...]
    start: int
    end: int


class Frame(msgspec.Struct, frozen=True):
    """A stretch of text that somebody says. `relay` passes it on; `how` is the rule that found it."""

    claimant: str
    relay: str | None
    how: str
    start: int
    end: int


class Trace(msgspec.Struct, frozen=True):
    """How a text was read, for `--explain`; empty unless asked for. All offsets are code points of the text."""

    blocks: tuple[Block, ...] = ()
    lexemes: tuple[Lexeme, ...] = ()
    groups: tuple[Group, ...] = ()
    frames: tuple[Frame, ...] = ()


class Reading(msgspec.Struct, frozen=True):
    """The claims of one text in the order of their words, and what the reader did not know."""

    claims: tuple[Claim, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    trace: Trace = Trace()


class Speaker(msgspec.Struct, frozen=True):
    """Who may say something: `side` is whose voice that is, `basis` why the project says so."""

    id: str
    name_en: str
    name_ar: str
    side: Literal["government", "opposition", "sdf", "monitor", "press"]
    basis: str
