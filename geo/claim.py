"""The claim: who says that whom did or holds what, where, when, how surely, with the exact words."""

import datetime
import hashlib
from typing import Literal, get_args

import msgspec

from seeds.problem import Problem

Level = Literal["place", "area"]
Event = Literal[
    "captured", "lost", "controls", "withdrew", "entered", "attack", "clashes", "besieged", "shelled", "share"
]
Actor = Literal["government", "opposition", "sdf", "is", "unknown"]
Extent = Literal["full", "partial", "unspecified"]
Side = Literal["government", "opposition", "sdf", "monitor", "press"]
Leaning = Literal["government", "opposition", "none"]
Stance = Literal["asserts", "denies", "unconfirmed"]
Realis = Literal["actual", "attempted", "intended", "conditional"]

EVENTS: tuple[str, ...] = get_args(Event)
ACTORS: tuple[str, ...] = get_args(Actor)
SIDES: tuple[str, ...] = get_args(Side)


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """One statement about one place, as its claimant made it.

    Actor is who did or holds it: for `withdrew` and `lost` who left or lost, for `clashes` and `attack` the
    attacker, for `shelled` the shooter, for `besieged` the besieger, for `share` the holder. Dates are ISO 8601:
    a day, a partial date (`2016-11`, `2012`) or an interval `A/B`; null if the text gives none that can be placed.
    """

    id: str  # what is said, hashed: see claim_id
    article: str  # id of the source
    level: Level
    place: str  # id in the gazetteer
    place_text: str  # the place as written
    event: Event
    actor: Actor
    extent: Extent
    claimant: str  # id of the speaker in extract/speakers, or a slug of an unlisted speaker's words
    claimant_name: str  # the speaker as a reader should see it, in English
    side: Side  # whose voice the claimant is
    relay: str | None = None  # who passes the statement on, if anybody
    stance: Stance = "asserts"
    realis: Realis = "actual"
    date: str | None = None
    value: str | None = None  # for share: `~2/3 of neighbourhoods`, `>60%`, `35 neighbourhoods`
    of: str | None = None  # for share: `east-aleppo`, `aleppo-city`, `unstated`
    quote: str  # exact words
    start: int  # code points into the text as stored
    end: int
    also: tuple[tuple[int, int], ...] = ()  # further spans of the same text that say the same
    published: str | None = None  # copied from the source record
    leaning: Leaning = "none"  # copied from the source record
    origin: str = ""  # one id for all relays of one statement
    rules: tuple[str, ...] = ()  # ids of the rules and lexicon rows that produced it, in order


def claim_id(
    article: str,
    place: str,
    event: str,
    actor: str,
    claimant: str,
    stance: str,
    realis: str,
    date: str | None,
    part: bool = False,
    value: str | None = None,
) -> str:
    """Twelve hexadecimal digits of what is said, not of where or how it was found.

    A part and a whole are different statements, and so are two figures; everything else that may improve
    with a better rule (offsets, words, trace, origin) stays out, so that links and decisions survive.
    """
    said = "\x1f".join((article, place, event, actor, claimant, stance, realis, date or "", "part" * part, value or ""))
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def day_span(date: str | None) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of an ISO day, partial date or interval; None for no date.

    Raises ValueError with one sentence if the text is none of these or runs backwards.
    """
    if not date:
        return None
    first, _, last = date.partition("/")
    a, b = _days(first)[0], _days(last or first)[1]
    if a > b:
        raise ValueError(Problem("date {date} ends before it begins", date=repr(date)))
    return a, b


def _days(part: str) -> tuple[datetime.date, datetime.date]:
    try:
        if len(part) == 4:
            return datetime.date(int(part), 1, 1), datetime.date(int(part), 12, 31)
        if len(part) == 7:
            first = datetime.date.fromisoformat(part + "-01")
            following = (first + datetime.timedelta(days=32)).replace(day=1)
            return first, following - datetime.timedelta(days=1)
        day = datetime.date.fromisoformat(part)
    except ValueError:
        raise ValueError(Problem("date {date} is not YYYY, YYYY-MM or YYYY-MM-DD", date=repr(part))) from None
    return day, day


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Claim)


def to_line(claim: Claim) -> bytes:
    """One canonical JSON line: fields in the order above, UTF-8, newline at the end."""
    return _encoder.encode(claim) + b"\n"


def read_claims(data: bytes, name: str) -> tuple[list[Claim], list[str]]:
    """Claims of a JSON Lines file and what is wrong with the rest, as `name:line: ...`, all problems at once."""
    claims, problems = [], []
    for number, line in enumerate(data.splitlines(), 1):
        if not line.strip():
            continue
        try:
            claim = _decoder.decode(line)
            day_span(claim.date)
        except (msgspec.MsgspecError, ValueError) as error:
            problems.append(f"{name}:{number}: {error}")
        else:
            claims.append(claim)
    return claims, problems
