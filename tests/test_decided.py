"""What readers see after decisions: words that editors add are read everywhere, dates read again, boundaries fitted."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

import extract
from extract.extra import ExtraSpeaker, ExtraSpelling, also, extra, extra_now
from extract.reading import Speaker
from geo.city import load_city
from geo.claim import read_claims
from geo.polygons import read_polygons
from seeds.decision import (
    AddSource,
    AddSpeaker,
    AddSpelling,
    AmendClaim,
    DateSource,
    Decision,
    Edits,
    JudgeClaim,
    MoveBoundary,
    MovePoint,
    SwitchSource,
    What,
    fold,
    reading_hash,
)
from seeds.source import Record, read_sources
from ui.decided import Found, decide
from ui.review import items

ROOT = Path(__file__).parent.parent
RECORD = Record(
    id="new", publisher="P", agency=None, leaning="none", leaning_basis="b", url=None, title="t",
    published="2016-12-06", published_basis="b", language="ar", original_language="ar", text_kind="digest",
)  # fmt: skip
KNOWN = "سيطرت قوات النظام على حي الميسر."
UNKNOWN = "سيطرت قوات النظام على حي الميّاسين."
SPOKEN = "قال أبو فلان الحلبي إن قوات النظام سيطرت على حي الميسر."


@pytest.fixture(scope="module")
def found() -> Found:
    sources, problems = read_sources()
    claims, wrong = read_claims((ROOT / "seeds" / "claims.jsonl").read_bytes(), "claims.jsonl")
    assert not problems + wrong
    return Found(load_city(), sources, tuple(claims), extract.speakers())


def edits(*made: tuple[str, What]) -> Edits:
    return fold(
        Decision(id=n, time="t", who="ed", target=target, what=what, reason="r", request=str(n))
        for n, (target, what) in enumerate(made, 1)
    )


def added(text: str | None) -> tuple[str, What]:
    return "new", AddSource(msgspec.to_builtins(RECORD), text)


def accepted(found: Found, *made: tuple[str, What]) -> Edits:
    """These decisions and an editor's yes to whatever is then read from the new article."""
    read = decide(found, edits(*made)).read
    yes = [(c.id, JudgeClaim("accepted", reading_hash(c))) for c in read if c.article == "new"]
    return edits(*made, *yes)


def test_without_decisions_everything_is_as_found(found: Found) -> None:
    seen = decide(found, Edits())
    assert (seen.claims, seen.read, seen.sources, seen.city) == (found.claims, found.claims, found.sources, found.city)


def test_an_added_article_is_read_and_marked_with_the_others(found: Found) -> None:
    seen = decide(found, accepted(found, added(KNOWN)))
    (claim,) = [c for c in seen.claims if c.article == "new"]
    assert (claim.place, claim.event, claim.actor) == ("karm-al-myassar", "captured", "government")
    assert claim.origin
    assert [c.id for c in seen.claims if c.article != "new"] == [c.id for c in found.claims]
    assert "new" in seen.sources
    again = decide(found, edits(added(KNOWN), ("new", SwitchSource(False))))
    assert "new" not in again.sources
    assert again.claims == found.claims
    assert "new" in again.all_sources


def test_a_reading_of_an_added_article_counts_once_accepted_or_amended(found: Found) -> None:
    alone = decide(found, edits(added(KNOWN)))
    (claim,) = [c for c in alone.read if c.article == "new"]
    assert alone.claims == found.claims
    assert [i.state for i in items(alone.read, alone.claims, edits(added(KNOWN))) if i.claim == claim] == ["review"]
    yes, no = (JudgeClaim(verdict, reading_hash(claim)) for verdict in ("accepted", "rejected"))
    amends = AmendClaim({"actor": "sdf"}, reading_hash(claim))
    for decisions, actors in (
        ([yes], ["government"]), ([amends], ["sdf"]), ([amends, yes], ["government"]), ([yes, no], []),
        ([amends, no], []), ([yes, JudgeClaim("review", reading_hash(claim))], []),
        ([JudgeClaim("accepted", "another reading")], []),
    ):  # fmt: skip
        made = edits(added(KNOWN), *((claim.id, what) for what in decisions))
        shown = [c.actor for c in decide(found, made).claims if c.article == "new"]
        assert shown == actors, decisions


def test_what_is_not_accepted_is_nobodys_origin(found: Found) -> None:
    record = msgspec.structs.replace(RECORD, published="2016-11-16")
    copied = next(s for s in found.sources.values() if any(c.article == s.record.id for c in found.claims))
    seen = decide(found, edits(("new", AddSource(msgspec.to_builtins(record), copied.text))))
    assert [c.origin for c in seen.claims] == [c.origin for c in found.claims]


def test_an_address_alone_has_no_claims(found: Found) -> None:
    seen = decide(found, edits(added(None)))
    assert seen.sources["new"].text == ""
    assert seen.claims == found.claims


def test_an_added_spelling_is_read_in_every_source(found: Found) -> None:
    assert not [c for c in decide(found, edits(added(UNKNOWN))).read if c.article == "new"]
    seen = decide(found, accepted(found, added(UNKNOWN), ("karm-al-myassar", AddSpelling("المياسين", "ar", ""))))
    (claim,) = [c for c in seen.claims if c.article == "new"]
    assert (claim.place, claim.place_text) == ("karm-al-myassar", "الميّاسين")
    assert any(s.text == "المياسين" for s in seen.city.places["karm-al-myassar"].spellings)
    assert not any(s.text == "المياسين" for s in found.city.places["karm-al-myassar"].spellings)


def test_an_added_speaker_is_heard(found: Found) -> None:
    what = AddSpeaker("أبو فلان الحلبي", "Abu Fulan", "opposition", "said so")
    seen = decide(found, accepted(found, added(SPOKEN), ("abu-fulan", what)))
    (claim,) = [c for c in seen.claims if c.article == "new"]
    assert (claim.claimant, claim.claimant_name, claim.side) == ("abu-fulan", "Abu Fulan", "opposition")
    assert seen.speakers["abu-fulan"].name_ar == "أبو فلان الحلبي"


def test_words_are_added_for_the_readings_that_ask_and_no_other() -> None:
    speaker = Speaker("abu-fulan", "Abu Fulan", "أبو فلان", "opposition", "b")
    more = extra(
        [ExtraSpelling("karm-al-myassar", "المياسين", "ar", ""), ExtraSpelling("karm-al-myassar", "ـ", "ar", "")],
        [ExtraSpeaker("ًٌ", speaker)],
    )
    assert (len(more.spellings), more.speakers) == (1, ())
    with also(more):
        assert extract.read(UNKNOWN, RECORD).claims
    assert not extra_now()
    assert not extract.read(UNKNOWN, RECORD).claims


def test_a_corrected_date_is_read_again(found: Found) -> None:
    before = decide(found, accepted(found, added(KNOWN)))
    seen = decide(found, accepted(found, added(KNOWN), ("new", DateSource("2016-12-09", "dateline"))))
    (old,) = [c for c in before.claims if c.article == "new"]
    (new,) = [c for c in seen.claims if c.article == "new"]
    assert (old.date, old.published) == ("2016-12-06", "2016-12-06")
    assert (new.date, new.published) == ("2016-12-09", "2016-12-09")
    assert seen.sources["new"].record.published_basis == "dateline"


def test_a_rejected_reading_is_gone_for_readers_and_still_there_for_editors(found: Found) -> None:
    claim = found.claims[0]
    seen = decide(found, edits((claim.id, JudgeClaim("rejected", reading_hash(claim)))))
    assert claim not in seen.claims
    assert claim in seen.read


@pytest.mark.parametrize(
    ("record", "said"),
    [
        (lambda found: {**msgspec.to_builtins(RECORD), "id": next(iter(found.sources))}, "the id of a shipped source"),
        (lambda _: {"id": "new"}, "found no publisher"),
    ],
)
def test_an_article_that_cannot_be_shown_is_named(
    found: Found, record: Callable[[Found], dict[str, object]], said: str
) -> None:
    row = record(found)
    seen = decide(found, edits((str(row["id"]), AddSource(row, KNOWN))))
    assert said in seen.problems[0]
    assert seen.claims == found.claims


def test_a_moved_boundary_is_drawn_if_all_still_tiles_and_else_named(found: Found) -> None:
    shapes = read_polygons()
    (a, _), _ = max(found.city.borders.items(), key=lambda item: item[1])
    point = next(p for p in shapes[a].exterior.coords if sum(p in s.exterior.coords for s in shapes.values()) == 2)
    moved = (round(point[0] + 0.00002, 5), point[1])
    rings = {
        name: [[list(moved if p == point else p) for p in shape.exterior.coords]]
        for name, shape in shapes.items()
        if point in shape.exterior.coords
    }
    seen = decide(found, edits((a, MoveBoundary(rings))))
    assert not seen.problems
    assert seen.polygons is not None
    assert moved in seen.polygons[a].exterior.coords
    assert seen.city.square_metres[a] != found.city.square_metres[a]
    assert set(seen.city.borders) == set(found.city.borders)
    alone = decide(found, edits((a, MoveBoundary({a: rings[a]}))))
    assert alone.problems == ("decision 1: the boundary no longer fits its neighbours; it is not drawn",)
    assert alone.city.square_metres == pytest.approx(found.city.square_metres)


def test_a_moved_landmark_stands_elsewhere_and_changes_no_state(found: Found) -> None:
    seen = decide(found, edits(("citadel", MovePoint(36.1995, 37.1625, "a plan"))))
    place = seen.city.places["citadel"]
    assert (place.lat, place.lon, place.point_basis) == (36.1995, 37.1625, "a plan")
    assert found.city.places["citadel"].point_basis != "a plan"
    assert seen.claims == found.claims
