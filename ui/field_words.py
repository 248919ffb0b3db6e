"""What the fields of a claim and their values are called, in the fields of a reading, an amendment and the record."""

from geo.claim import Claim
from ui.cards import dated
from ui.gloss import OF, figure
from ui.load import Archive
from ui.names import OWN_WORDS, place_called, speaker_name
from ui.terms import EVENTS, FORCES, N_, REALIS, SIDES, STANCES
from ui.words import Words

# In the order in which they are asked for.
CLAIM_FIELDS = {
    "place": N_("Place"),
    "level": N_("Kind of place"),
    "event": N_("Event"),
    "actor": N_("Who did or holds it"),
    "extent": N_("How much of it"),
    "side": N_("Whose voice"),
    "stance": N_("Said or denied"),
    "realis": N_("Told as"),
    "date": N_("Date"),
    "claimant": N_("Speaker"),
    "claimant_name": N_("Name of the speaker"),
    "relay": N_("Passed on by"),
    "value": N_("Figure"),
    "of": N_("Figure of what"),
}
VALUES = {
    "level": {"place": N_("a place"), "area": N_("an area")},
    "event": EVENTS,
    "actor": FORCES,
    "extent": {"full": N_("all of it"), "partial": N_("a part"), "unspecified": N_("not said")},
    "side": SIDES,
    "stance": STANCES,
    "realis": REALIS,
    "of": OF,
}


def field_name(field: str, w: Words) -> str:
    """A field of a claim in words."""
    return w._(CLAIM_FIELDS[field]) if field in CLAIM_FIELDS else field


def field_value(field: str, value: str | None, data: Archive, w: Words, name: str = "") -> str:
    """A value of a field in words; not HTML. `name` is the speaker's, where the field is his id."""
    if not value:
        return w._("none")
    if field in VALUES:
        return w._(VALUES[field][value]) if value in VALUES[field] else value
    if field == "place":
        return place_called(value, data.city.places, w)
    if field == "claimant":
        return w._("the report itself") if value == OWN_WORDS else speaker_name(value, name or value, data.speakers, w)
    if field == "date":
        return _day(value, w)
    return figure(value, w) if field == "value" else value


def amended_words(fields: dict[str, str | None], was: Claim | None, data: Archive, w: Words) -> str:
    """The fields of an amendment with what they are now."""
    name = fields.get("claimant_name") or (was.claimant_name if was else "") or ""
    listed = [field for field in CLAIM_FIELDS if field in fields] + sorted(fields.keys() - CLAIM_FIELDS.keys())
    return w.list(
        [
            w._("{field}: {value}", field=field_name(field, w), value=field_value(field, fields[field], data, w, name))
            for field in listed
        ]
    )


def _day(value: str, w: Words) -> str:
    try:
        return dated(value, w)
    except ValueError:
        return value
