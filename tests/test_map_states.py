"""The table of states: what the map is told is what control says, for every polygon and day."""

import random
import re

import msgspec
import pytest

from geo.city import load_city
from geo.claim import Claim
from geo.fronts import fronts
from geo.state import State
from tests.toy_city import DATES, ToyDays, toy_city, toy_days
from ui.map_states import BLANK, SIGNS, Look, front, look, rival, runs, table
from ui.swatch import classes


def unpack(row: str) -> list[int]:
    return [SIGNS.index(sign) for sign, count in re.findall(r"(\D)(\d*)", row) for _ in range(int(count or 1))]


def state(holder: str, standing: str, parties: tuple[str, ...] = (), against: tuple[str, ...] = ()) -> State:
    return State("p", "2016-12-06", holder, parties, standing, against=against)


def claim(id_: str, **fields: object) -> Claim:
    said = {
        "article": "a", "level": "place", "place": "p", "place_text": "p", "event": "captured", "actor": "government",
        "extent": "unspecified", "claimant": "c", "claimant_name": "C", "side": "press", "quote": "q", "start": 0,
        "end": 1,
    }  # fmt: skip
    return msgspec.convert({"id": id_, **said, **fields}, Claim)


@pytest.mark.parametrize(("row", "said"), [([], ""), ([0], "A"), ([0, 0, 0, 1], "A3B"), ([1] * 12 + [0], "B12A")])
def test_runs(row: list[int], said: str) -> None:
    assert runs(row) == said
    assert unpack(said) == row


def test_the_table_says_what_control_says() -> None:
    city, days = toy_city(), toy_days()
    told = table(city.polygons, days)
    assert told.days == tuple(DATES)
    for polygon, row in zip(city.polygons, told.rows, strict=True):
        looks = [told.looks[n] for n in unpack(row)]
        assert looks == [look(days.states[day][polygon], {}) for day in DATES]


def test_landmarks_have_rows_of_their_own_and_count_for_the_version() -> None:
    held = {"2016-11-16": {"gate": state("opposition", "claimed")}}
    days = ToyDays({day: {} for day in ("2016-11-15", "2016-11-16")}, held)
    told = table((), days, ("gate", "bridge"))
    assert told.rows == ()
    assert [[told.looks[n].holder for n in unpack(row)] for row in told.points] == [["", "opposition"], ["", ""]]
    assert told.version != table((), ToyDays(days.states), ("gate", "bridge")).version


def test_the_version_changes_with_any_state() -> None:
    polygons = toy_city().polygons
    assert table(polygons, toy_days()).version == table(polygons, toy_days()).version
    assert table(polygons, toy_days()).version != table(polygons, toy_days(1)).version


def test_the_table_of_a_city_is_small() -> None:
    told = table(toy_city().polygons, toy_days())
    assert sum(map(len, told.rows)) < 4000


def test_a_place_without_a_state_is_blank() -> None:
    told = table(("nowhere",), ToyDays({"2016-11-15": {}}))
    assert (told.looks, told.rows) == ((BLANK,), ("A",))


AGAINST = {
    "denial": claim("denial", stance="denies", side="opposition"),
    "press-denial": claim("press-denial", stance="denies", side="press"),
    "recapture": claim("recapture", actor="sdf"),
}


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (state("government", "confirmed"), Look("government", "confirmed")),
        # The narrow stripes are the denier's side.
        (state("government", "disputed", (), ("denial",)), Look("government", "disputed", (), "opposition")),
        # A rival who is said to hold it comes before a denier.
        (state("government", "disputed", (), ("denial", "recapture")), Look("government", "disputed", (), "sdf")),
        # The press holds nothing: no second colour.
        (state("government", "disputed", (), ("press-denial",)), Look("government", "disputed")),
        # A denial stays without stripes where the place is not disputed.
        (state("government", "claimed", (), ("denial",)), Look("government", "claimed")),
        (state("divided", "divided", ("sdf", "opposition")), Look("divided", "divided", ("sdf", "opposition"))),
        (state("divided", "disputed", ("sdf", "opposition")), Look("divided", "disputed", ("sdf", "opposition"))),
        (state("unknown", "unknown"), Look("unknown", "unknown")),
        (state("", "blank"), Look("", "blank")),
    ],
)
def test_looks(seen: State, expected: Look) -> None:
    assert look(seen, AGAINST) == expected


def test_a_claim_that_is_not_at_hand_is_no_rival() -> None:
    assert rival(state("government", "disputed", (), ("gone",)), {}) == ""


def test_fronts_are_those_of_the_geography() -> None:
    city, days = load_city(), toy_days()
    holders = list(days.states["2016-12-06"].values())
    dice = random.Random(3)
    for _ in range(20):
        states = {polygon: dice.choice(holders) for polygon in city.polygons}
        told = {"c": set(), "u": set()}
        for a, b in city.borders:
            told.get(front(look(states[a], {}), look(states[b], {})), set()).add((a, b))
        for kind, standing in (("c", "certain"), ("u", "uncertain")):
            lines = [line for line in fronts(city, states) if line.standing == standing]
            assert told[kind] == {edge for line in lines for edge in line.edges}


G, O = Look("government", "confirmed"), Look("opposition", "baseline")  # noqa: E741  # the letters on the map


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (G, O, "c"),
        (G, Look("government", "baseline"), "."),
        (G, Look("opposition", "claimed"), "u"),
        (G, Look("opposition", "contested"), "u"),
        (G, Look("divided", "divided", ("government", "opposition")), "u"),
        (Look("divided", "divided", ("is", "opposition")), Look("divided", "divided", ("sdf", "opposition")), "u"),
        (G, Look("unknown", "unknown"), "u"),
        (G, BLANK, "."),
    ],
)  # fmt: skip
def test_fronts(a: Look, b: Look, expected: str) -> None:
    assert front(a, b) == front(b, a) == expected


def test_divided_and_disputed_look_different_beside_the_map() -> None:
    disputed = classes(Look("government", "disputed", rival="opposition"))
    for standing in ("divided", "disputed", "contested"):
        divided = classes(Look("divided", standing, ("government", "opposition")))
        assert divided == f"h-government s-divided o-{standing} d-opposition"
        assert divided != disputed
