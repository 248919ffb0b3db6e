"""Names as a reader sees them: places in both scripts, speakers and publishers in the page's language."""

import functools
from collections.abc import Mapping
from pathlib import Path

from extract.reading import Speaker
from geo.claim import Claim
from geo.places import DataError, Place, read_rows
from seeds.source import Record
from ui.escape import for_html
from ui.terms import N_, SIDES
from ui.words import Words

# Whom a text names only by what they are.
UNNAMED = {
    "source": N_("unnamed source"),
    "activist": N_("unnamed activists"),
    "reporter": N_("unnamed correspondent"),
    "official": N_("unnamed official"),
    "media": N_("unnamed media"),
}
# How a sentence speaks of them.
SPOKEN = {
    "source": N_("an unnamed source"),
    "activist": N_("unnamed activists"),
    "reporter": N_("an unnamed correspondent"),
    "official": N_("an unnamed official"),
    "media": N_("unnamed media"),
}
# Speakers whose English name takes an article in a sentence.
WITH_ARTICLE = frozenset(
    {"sohr", "russian-mod", "hmeimim", "russian-fm", "russian-mfa", "syrian-army", "army-command", "syrian-government"}
    | {"amc", "hnc", "local-council", "sdf", "aljazeera", "alalam", "un", "us"}
)
OWN_WORDS = "article"  # the claimant of what a report says in its own voice
PUBLISHERS = Path(__file__).parent / "publishers.csv"


def place_name(place: Place, w: Words) -> str:
    """A place in the page's own language."""
    return place.name_ar if w.lang == "ar" else place.name_en


def place_called(name: str, places: Mapping[str, Place], w: Words, otherwise: str = "") -> str:
    """A place by its id; one that the gazetteer does not have by `otherwise`, else by the id."""
    return place_name(places[name], w) if name in places else otherwise or name


def both_names(place: Place, w: Words) -> str:
    """A place as HTML in both scripts, the page's own first."""
    arabic = f'<bdi lang="ar" dir="rtl" class="ar">{for_html(place.name_ar)}</bdi>'
    english = f'<bdi lang="en" dir="ltr" class="en">{for_html(place.name_en)}</bdi>'
    first, second = (arabic, english) if w.lang == "ar" else (english, arabic)
    return f'<span class="name">{first} <span class="second">{second}</span></span>'


def publisher_name(record: Record, w: Words) -> str:
    """Who published a report, or at least which agency it relays, or that this is not known."""
    name = record.publisher or record.agency
    return in_language(name, w) if name else w._("publisher not known")


def in_language(publisher: str, w: Words) -> str:
    """A publisher's name in the page's language; one without an Arabic name keeps the one of its record."""
    return arabic_publishers().get(publisher, publisher) if w.lang == "ar" else publisher


@functools.cache
def arabic_publishers() -> dict[str, str]:
    """The Arabic names of publishers and agencies by the names of the records."""
    rows, problems = read_rows(PUBLISHERS, ("name", "name_ar"))
    if problems:
        raise DataError(problems)
    return {row["name"]: row["name_ar"] for _, row in rows}


def claimant_name(claim: Claim, record: Record | None, speakers: Mapping[str, Speaker], w: Words) -> str:
    """Who makes a claim; a report's own voice is named after its publisher."""
    if claim.claimant == OWN_WORDS:
        if record is None:
            return w._("the report itself")
        return w._("{publisher}, in the report’s own voice", publisher=publisher_name(record, w))
    return speaker_name(claim.claimant, claim.claimant_name, speakers, w)


def spoken_name(claim: Claim, record: Record | None, speakers: Mapping[str, Speaker], w: Words) -> str:
    """Who makes a claim, as a sentence names him after "according to"."""
    if claim.claimant == OWN_WORDS:
        named = record is not None and (record.publisher or record.agency)
        return in_language(named, w) if named else w._("a report of unknown publisher")
    side, _, kind = claim.claimant.partition("-")
    if claim.claimant in speakers or kind not in SPOKEN or side not in SIDES:
        name = speaker_name(claim.claimant, claim.claimant_name, speakers, w)
        return f"the {name}" if w.lang == "en" and claim.claimant in WITH_ARTICLE else name
    if side in ("press", "monitor"):
        return w._(SPOKEN[kind])
    return w._("{who} of the {side}", who=w._(SPOKEN[kind]), side=w._(SIDES[side]))


def speaker_name(claimant: str, name: str, speakers: Mapping[str, Speaker], w: Words) -> str:
    """A speaker in the page's language; one who has no name is called what he is, on whose side."""
    speaker = speakers.get(claimant)
    if speaker is not None:
        return speaker.name_ar if w.lang == "ar" else speaker.name_en
    side, _, kind = claimant.partition("-")
    if kind not in UNNAMED or side not in SIDES:
        return name
    if side in ("press", "monitor"):
        return w._(UNNAMED[kind])
    return w._("{who} ({side})", who=w._(UNNAMED[kind]), side=w._(SIDES[side]))
