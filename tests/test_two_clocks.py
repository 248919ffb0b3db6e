"""What had been reported by a day beside what had happened; and what rests on one source alone."""

from geo.control import control
from geo.difference import difference, reported_by
from geo.reliance import each_source, reliance
from tests.toy import city, say

LATE = say("a", "captured", "government", "monitor", "2016-12-04", published="2016-12-06", article="late")


def test_reported_late() -> None:
    now = control(city(), [LATE])
    (found,) = difference(reported_by(now, "2016-12-05"), now, "2016-12-05")
    assert (found.place, found.kind, found.days_late) == ("a", "late", 2)
    assert (found.then.holder, found.now.holder) == ("opposition", "government")
    assert difference(reported_by(now, "2016-12-06"), now, "2016-12-05") == []


def test_a_place_that_had_changed_hands_twice_is_late_and_not_reversed() -> None:
    first = say("a", "captured", "government", "monitor", "2016-12-02")
    back = say("a", "captured", "opposition", "monitor", "2016-12-04", published="2016-12-06")
    now = control(city(), [first, back])
    (found,) = difference(reported_by(now, "2016-12-05"), now, "2016-12-05")
    assert found.kind == "late"


def test_reversed_later() -> None:
    area = say("north-sector", "captured", "government", "monitor", "2016-12-04")
    by_name = say("a", "captured", "government", "monitor", "2016-12-08")
    now = control(city(), [area, by_name])
    found = difference(reported_by(now, "2016-12-06"), now, "2016-12-06")
    assert [(d.place, d.kind) for d in found] == [("a", "reversed")]


def test_only_the_support_differs() -> None:
    own = say("a", "captured", "government", "government", "2016-12-04")
    confirmed = say("a", "captured", "government", "monitor", "2016-12-04", published="2016-12-09")
    now = control(city(), [own, confirmed])
    found = difference(reported_by(now, "2016-12-05"), now, "2016-12-05")
    assert [(d.kind, d.then.standing, d.now.standing) for d in found] == [("standing", "claimed", "confirmed")]


def test_the_earlier_view_keeps_the_switches() -> None:
    now = control(city(), [LATE], without=frozenset({"late"}))
    assert reported_by(now, "2016-12-20").states == now.states


def test_what_rests_on_one_source_alone() -> None:
    alone = say("a", "captured", "government", "government", "2016-12-20", article="army")
    second = say("a", "captured", "government", "monitor", "2016-12-21", article="monitor")
    found = control(city(), [alone, second])
    army, monitor = each_source(found)
    assert (army.without, army.holders) == ("army", {"a": ("2016-12-20",)})
    assert (monitor.holders, monitor.standings) == ({}, {"a": ("2016-12-21", "2016-12-22")})
    assert reliance(found, "side:government").holders == army.holders
