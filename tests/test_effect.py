"""What a decision does to the map, told before it is saved; and where each reading stands with the editors."""

from pathlib import Path

import pytest

import extract
from geo.city import load_city
from geo.claim import Claim, read_claims
from geo.fronts import fronts
from seeds.decision import AmendClaim, Decision, JudgeClaim, SwitchSource, What, fold, reading_hash
from seeds.source import read_sources
from ui.decided import Found
from ui.desk_effect import counted
from ui.effect import changes, days_of, flips, numbers, tried
from ui.review import items
from ui.words import words

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def found() -> Found:
    claims, _ = read_claims((ROOT / "seeds" / "claims.jsonl").read_bytes(), "claims.jsonl")
    return Found(load_city(), read_sources()[0], tuple(claims), extract.speakers())


def made(number: int, target: str, what: What, who: str = "ed", waits: bool = False) -> Decision:
    return Decision(
        id=number, time="t", who=who, target=target, what=what, reason="r", request=str(number), waits=waits
    )


def test_every_change_told_is_one_between_the_two_maps_and_none_is_missing(found: Found) -> None:
    off = made(0, next(iter(found.sources)), SwitchSource(False))
    before = days_of(tried(found, [], [])[0])
    after = days_of(tried(found, [], [off])[0])
    told = changes(before, after)
    assert told
    listed = {(c.polygon, day) for c in told for day in before.days if c.first <= day <= c.last}
    differing = {
        (polygon, day)
        for day in before.days
        for polygon, was in before.states[day].items()
        if (was.holder, was.parties, was.standing)
        != ((now := after.states[day][polygon]).holder, now.parties, now.standing)
    }
    assert listed == differing
    for change in told:
        assert change.before == before.states[change.first][change.polygon]
        assert change.after == after.states[change.first][change.polygon]
    assert [c.hands for c in told] == sorted((c.hands for c in told), reverse=True)
    assert flips(found, [], off)


def test_the_figures_of_a_day_are_those_of_its_states(found: Found) -> None:
    days = days_of(tried(found, [], [])[0])
    told = numbers(days, "2016-12-06")
    metres = found.city.square_metres
    mine = [p for p, s in days.states["2016-12-06"].items() if (s.holder, s.standing) == ("government", "confirmed")]
    assert told.confirmed["government"] == pytest.approx(sum(metres[p] for p in mine) / sum(metres.values()))
    assert told.certain_km + told.uncertain_km == pytest.approx(
        sum(front.length_m for front in fronts(found.city, days.states["2016-12-06"])) / 1000
    )


def test_a_decision_that_changes_nothing_flips_nothing(found: Found) -> None:
    assert not flips(found, [], made(0, "no-such-source", SwitchSource(False)))
    silent = next(c for c in found.claims if c.event == "share")
    assert not flips(found, [], made(0, silent.id, JudgeClaim("rejected", reading_hash(silent))))


def test_what_is_tried_does_not_wait_and_stands_after_what_is_decided(found: Found) -> None:
    name = next(iter(found.sources))
    rows = [made(5, name, SwitchSource(False), waits=True)]
    assert name in tried(found, rows, [])[0].sources
    seen, edits = tried(found, rows, [made(0, name, SwitchSource(False), waits=True)])
    assert name not in seen.sources
    assert edits.last == 6


def states(claims: list[Claim], *rows: Decision) -> list[str]:
    edits = fold(rows)
    return [item.state for item in items(claims, claims, edits)]


def test_each_reading_has_the_state_its_decisions_give_it(found: Found) -> None:
    claims = list(found.claims[:2])
    one = claims[0]
    judged = {v: JudgeClaim(v, reading_hash(one)) for v in ("accepted", "rejected", "review")}
    amended = AmendClaim({"actor": "sdf"}, reading_hash(one))
    assert states(claims) == ["found", "found"]
    for verdict, what in judged.items():
        assert states(claims, made(1, one.id, what)) == [verdict, "found"]
    assert states(claims, made(1, one.id, amended)) == ["amended", "found"]
    assert states(claims, made(1, one.id, judged["rejected"]), made(2, one.id, amended)) == ["amended", "found"]
    assert states(claims, made(1, one.id, amended), made(2, one.id, judged["rejected"])) == ["rejected", "found"]
    assert states(claims, made(1, one.id, amended), made(2, one.id, judged["accepted"])) == ["accepted", "found"]
    assert states(claims, made(1, one.id, judged["rejected"], waits=True)) == ["waiting", "found"]
    assert states(claims, made(1, one.id, JudgeClaim("accepted", "another reading"))) == ["reopened", "found"]


@pytest.mark.parametrize(
    ("places", "hands", "said"),
    [
        (1, 1, "One place changes hands."),
        (1, 0, "One place changes, but not its holder."),
        (3, 1, "3 places change, 1 of them changes hands."),
    ],
)
def test_one_place_is_not_counted_of_itself(places: int, hands: int, said: str) -> None:
    assert counted(places, hands, words("en")) == said
