"""Figures of sources beside the map's own: parsed, measured, judged, and held against each other."""

import pytest

from geo.claim import Claim
from geo.control import control
from geo.figures import VERDICTS, Check, check
from geo.quantity import Quantity, added, quantities
from geo.shares import on_baseline_alone, share
from tests.toy import city, say

TAKEN = say("a", "captured", "government", "monitor", "2016-12-04")
CLAIMED = say("b", "captured", "government", "government", "2016-12-04")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("~2/3 of neighbourhoods", Quantity("part", 2 / 3 - 0.05, 2 / 3 + 0.05, of_places=True)),
        (">60%", Quantity("part", 0.6, 1.0)),
        ("<=1/10", Quantity("part", 0.0, 0.1)),
        ("35 neighbourhoods", Quantity("count", 35, 35)),
        ("~20 neighbourhoods", Quantity("count", 17, 23)),
        (">40 neighbourhoods", Quantity("count", 40, float("inf"))),
        ("5 neighbourhoods (new)", Quantity("count", 5, 5, new=True)),
        ("lost 1/3", Quantity("part", 1 / 3 - 0.05, 1 / 3 + 0.05, lost=True)),
        ("<7 km2", Quantity("km2", 0.0, 7.0)),
    ],
)
def test_a_value_is_bounds(value: str, expected: Quantity) -> None:
    (found,) = quantities(value)
    assert (found.low, found.high) == pytest.approx((expected.low, expected.high))
    assert (found.kind, found.lost, found.new, found.of_places) == (
        expected.kind, expected.lost, expected.new, expected.of_places,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("quote", "new"),
    [
        ("كسبت القوات خمسة أحياء جديدة في شرق حلب", True),
        ("أخذت خمسة أحياء إضافية", True),
        ("five additional neighbourhoods", True),
        ("أخذت خمسة أحياء في حلب الجديدة", False),  # New Aleppo is a place
        ("سيطر على 35 حياً", False),
    ],
)
def test_the_quote_may_say_that_a_number_is_of_additions(quote: str, new: bool) -> None:
    (found,) = quantities("5 neighbourhoods")
    assert added(found, quote).new == new
    (part,) = quantities(">60%")
    assert added(part, quote) == part


def test_two_figures_in_one_value() -> None:
    assert [q.kind for q in quantities("<=7 km2; <1/10")] == ["km2", "part"]


@pytest.mark.parametrize("value", ["~27,000 people", "many", "", None, "1/0", "150%", "3", "2/1 neighbourhoods"])
def test_what_is_no_figure_of_ground(value: str | None) -> None:
    assert quantities(value) == ()


def test_the_maps_own_share_has_a_lower_and_an_upper_figure() -> None:
    found = control(city(), [TAKEN, CLAIMED]).states
    east = share(city(), found["2016-12-04"], "government", "east-aleppo")
    assert (east.by_area, east.by_count) == ((1 / 3, 2 / 3), (1 / 3, 2 / 3))
    # The starting position counts in the lower figure while it is at most 14 days old.
    assert share(city(), found["2016-11-29"], "opposition", "east-aleppo").by_area == (1, 1)
    assert share(city(), found["2016-11-30"], "opposition", "east-aleppo").by_area == (0, 1)
    divided = control(city(a="divided"), []).states["2016-11-15"]
    assert share(city(), divided, "government", "east-aleppo").by_count == (0, 1 / 3)
    assert on_baseline_alone(found["2016-12-04"]) == ("c", "s", "w")


def checked(*figures: Claim) -> list[Check]:
    return check(control(city(), [TAKEN, CLAIMED, *figures]))


def figure(value: str, *, actor: str = "government", of: str = "east-aleppo", **options: str) -> Claim:
    options = {"date": "2016-12-04", "article": value, **options}
    return say("east-aleppo", "share", actor, "monitor", options.pop("date"), value=value, of=of, **options)


@pytest.mark.parametrize(
    ("value", "of", "verdict"),
    [
        ("1/3", "east-aleppo", "agrees"),
        ("~2/3 of neighbourhoods", "east-aleppo", "agrees"),
        (">60%", "east-aleppo", "agrees"),
        (">70%", "east-aleppo", "cannot-agree"),
        ("2 neighbourhoods", "east-aleppo", "agrees"),
        ("3 neighbourhoods", "east-aleppo", "cannot-agree"),
        ("3 neighbourhoods", "unstated", "agrees-of-another-whole"),
        ("3 neighbourhoods", "aleppo-city", "agrees"),
        ("1 neighbourhoods (new)", "east-aleppo", "agrees"),
        ("3 neighbourhoods (new)", "east-aleppo", "cannot-agree"),
        ("1 km2", "east-aleppo", "agrees"),
        ("9 km2", "east-aleppo", "cannot-agree"),
        ("many", "east-aleppo", "cannot-be-checked"),
    ],
)
def test_verdicts(value: str, of: str, verdict: str) -> None:
    (row,) = checked(figure(value, of=of))
    assert (row.verdict, row.words) == (verdict, VERDICTS[verdict])


def test_a_gap_is_told_in_the_unit_of_the_figure() -> None:
    (row,) = checked(figure(">80%"))
    assert [(m.of, m.gap_by_area, m.gap_by_count) for m in row.measures] == [
        ("east-aleppo", 0.1333, 0.1333),
        ("aleppo-city", 0.2, 0.2),
    ]


def test_lost_is_what_is_no_longer_held() -> None:
    (row,) = checked(figure("lost 1/3", actor="opposition"))
    assert row.verdict == "agrees"
    assert row.measures[0].by_area == (0.3333, 0.6667)  # b is only claimed by who took it
    (row,) = checked(figure("lost 2 neighbourhoods", actor="opposition", date="2016-12-03/2016-12-04"))
    assert row.verdict == "agrees"


def test_agrees_only_by_count() -> None:
    toy = city()
    toy.square_metres["a"] = 9e6
    (row,) = check(control(toy, [TAKEN, figure("1/3")]))
    assert (row.verdict, row.words) == (
        "agrees-only-by-count", "agrees with the map only by the number of places, not by area",
    )  # fmt: skip


def test_a_third_against_two_thirds_of_one_monitor_on_one_day_is_found() -> None:
    third, two = figure("~1/3"), figure("~2/3")
    assert {(r.claim, r.contradicts) for r in checked(third, two)} == {(third.id, (two.id,)), (two.id, (third.id,))}
    assert "contradicts what the same speaker" in checked(third, two)[0].words
    wide = figure("~2/3", date="2016-12-04/2016-12-05")
    assert (wide.id,) in {r.contradicts for r in checked(third, wide)}
    for other in (
        figure("~2/3", date="2016-12-05"),
        figure("~2/3", date="2016-12-04/2016-12-09"),
        figure("~2/3", actor="opposition"),
        figure("~2/3", claimant="another"),
        figure("~2/3", realis="conditional"),
        figure("~35%"),
    ):
        assert all(r.contradicts == () for r in checked(third, other))


def test_a_reports_own_figure_is_no_echo_of_another_figure_in_it() -> None:
    army = say("east-aleppo", "share", "government", "government", "2016-12-04", value="5 neighbourhoods", article="r")
    report = say("east-aleppo", "share", "government", "press", "2016-12-04", value="35 neighbourhoods", article="r")
    assert all(r.contradicts == () for r in checked(army, report))


def test_a_figure_of_a_single_place_or_without_a_day_cannot_be_checked() -> None:
    inside = say("a", "share", "government", "monitor", "2016-12-04", value="~80%")
    undated = say("east-aleppo", "share", "government", "monitor", None, value="~80%")
    assert {r.verdict for r in checked(inside, undated)} == {"cannot-be-checked"}
