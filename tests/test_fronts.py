"""Fronts, what moved, and enclosed ground, on the toy city: w a b c s in a row, each side 1 km."""

import shapely

from geo.city import load_city
from geo.control import control
from geo.fronts import Front, changes, fronts, pockets, rim
from geo.polygons import read_polygons, to_metres
from tests.toy import city, say

NORTH = say("a", "captured", "government", "monitor", "2016-12-04")
CLAIMED = say("b", "captured", "government", "government", "2016-12-06")


def lines(day: str, *claims, **held) -> list[Front]:
    return fronts(city(**held), control(city(**held), claims).states[day])


def test_a_front_is_where_holders_differ() -> None:
    assert lines("2016-12-01") == [
        Front(("government", "opposition"), "certain", 1000.0, (("a", "w"),)),
        Front(("opposition", "sdf"), "certain", 1000.0, (("c", "s"),)),
    ]
    assert lines("2016-12-04", NORTH)[0].edges == (("a", "b"),)


def test_a_front_is_uncertain_where_either_side_is() -> None:
    government = [f for f in lines("2016-12-06", NORTH, CLAIMED) if f.holders == ("government", "opposition")]
    assert [(f.standing, f.edges) for f in government] == [("uncertain", (("b", "c"),))]


def test_no_front_where_nothing_is_known() -> None:
    assert [f.holders for f in lines("2016-12-01", a="")] == [("opposition", "sdf")]


def test_a_divided_place_meets_both_its_parties() -> None:
    assert [(f.holders, f.standing) for f in lines("2016-12-01", b="divided")] == [
        (("divided", "opposition"), "uncertain"),
        (("government", "opposition"), "certain"),
        (("opposition", "sdf"), "certain"),
    ]


def test_what_moved() -> None:
    found = control(city(), [NORTH, CLAIMED]).states
    (moved,) = changes(city(), found["2016-12-03"], found["2016-12-04"])
    assert (moved.holders, moved.new, moved.gone) == (("government", "opposition"), (("a", "b"),), (("a", "w"),))
    assert (moved.new_m, moved.gone_m, moved.balance_m) == (1000.0, 1000.0, 0.0)
    assert changes(city(), found["2016-12-04"], found["2016-12-05"]) == []


def test_enclosed_ground() -> None:
    edge = frozenset({"w", "s"})
    toy = city()
    day = control(toy, [NORTH]).states["2016-12-04"]
    (pocket,) = pockets(toy, day, [], edge)
    assert (pocket.kind, pocket.holder, pocket.around, pocket.polygons, pocket.named) == (
        "pocket", "opposition", ("government", "sdf"), ("b", "c"), (),
    )  # fmt: skip
    assert pocket.square_metres == 2e6
    (held_by_one,) = pockets(city(s="government"), control(city(s="government"), []).states["2016-12-04"], [], edge)
    assert (held_by_one.kind, held_by_one.polygons) == ("enclave", ("a", "b", "c"))


def test_a_pocket_is_named_only_by_a_claim_that_names_a_place_in_it() -> None:
    edge = frozenset({"w", "s"})
    day = control(city(), [NORTH]).states["2016-12-04"]
    speaks = say("b", "shelled", "government", "monitor", "2016-12-03")
    later = say("c", "shelled", "government", "monitor", "2016-12-09")
    area = say("old-city", "shelled", "government", "monitor", "2016-12-03")
    assert pockets(city(), day, [speaks, later, area], edge)[0].named == ("b",)


def test_ground_at_the_edge_of_the_map_or_beside_the_unknown_is_not_enclosed() -> None:
    toy = city()
    assert pockets(toy, control(toy, []).states["2016-12-04"], [], frozenset("wsc")) == []
    left = control(toy, [say("b", "withdrew", "opposition", "monitor", "2016-12-04")]).states["2016-12-04"]
    assert pockets(toy, left, [], frozenset("ws")) == []


def test_lengths_are_metres_of_shared_edges_on_the_real_polygons() -> None:
    real = load_city()
    states = control(real, []).states["2016-11-15"]
    shapes = to_metres(read_polygons())
    for front in fronts(real, states):
        line = shapely.union_all([shapes[a].intersection(shapes[b]) for a, b in front.edges])
        assert abs(line.length - front.length_m) < 1
    edge = rim(read_polygons())
    assert {"sdf"} <= {p.holder for p in pockets(real, states, [], edge)}  # Sheikh Maqsoud and what lies around it
    assert not any(edge & set(p.polygons) for p in pockets(real, states, [], edge))
