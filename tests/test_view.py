"""The address is the state: what it may hold, what a bad value becomes, and that the way there and back is exact."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.view import COMPARES, LANGS, MARKS, POLICIES, Choices, Notice, View, change, from_query, to_query

CHOICES = Choices(
    places=frozenset({"shaar", "marjeh"}),
    sources=frozenset({"s1", "s2"}),
    claimants=frozenset({"sohr"}),
    publishers=frozenset({"A & B / agencies", "الجزيرة"}),
    sides=frozenset({"press"}),
    claims=frozenset({"0123456789ab"}),
    last_known="2016-12-23",
)
DAYS = ["2016-11-15", "2016-12-06", "2016-12-22"]


def parsed(view: View) -> Mapping[str, Sequence[str]]:
    """A view through a real address and back to parameters."""
    return parse_qs(urlencode(to_query(view), doseq=True))


views = st.builds(
    View,
    day=st.sampled_from(DAYS),
    known=st.sampled_from(["", *DAYS, "2016-12-23"]),
    place=st.sampled_from(["", "shaar"]),
    without=st.sets(st.sampled_from(["s1", "claimant:sohr", "publisher:A & B / agencies", "publisher:الجزيرة"])).map(
        lambda entries: tuple(sorted(entries))
    ),
    policy=st.sampled_from(POLICIES),
    lang=st.sampled_from(LANGS),
    compare=st.sampled_from(COMPARES),
    other=st.sampled_from(["", *DAYS]),
    mark=st.sampled_from(MARKS),
    source=st.sampled_from(["", "s2"]),
    claim=st.sampled_from(["", "0123456789ab"]),
)


@given(views)
def test_a_view_survives_its_address(view: View) -> None:
    assert from_query(parsed(view), CHOICES) == (view, [])


@given(st.dictionaries(st.sampled_from([*View.__struct_fields__, "x"]), st.lists(st.text(max_size=200), max_size=3)))
def test_any_address_gives_a_view_that_is_an_address(params: dict[str, list[str]]) -> None:
    view, _ = from_query(params, CHOICES)
    assert from_query(parsed(view), CHOICES) == (view, [])


# (what the address says, what is shown instead)
BAD = [
    ({"day": ["2016-13-06"]}, Notice("day", "2016-13-06", View().day)),
    ({"day": ["2016-11-14"]}, Notice("day", "2016-11-14", View().day)),  # before the first day
    ({"day": ["20161206"]}, Notice("day", "20161206", View().day)),  # another way to write a day
    ({"known": ["2016-12-24"]}, Notice("known", "2016-12-24", "")),  # after the last publication
    ({"place": ["<script>"]}, Notice("place", "<script>", "")),
    ({"lang": ["fr"]}, Notice("lang", "fr", "en")),
    ({"policy": ["ALL"]}, Notice("policy", "ALL", "all")),
    ({"without": ["s9"]}, Notice("without", "s9", "")),
    ({"without": ["side:martians"]}, Notice("without", "side:martians", "")),
    ({"without": ["colour:red"]}, Notice("without", "colour:red", "")),
    ({"claim": ["x" * 500]}, Notice("claim", "x" * 80, "")),
]


@pytest.mark.parametrize(("params", "notice"), BAD)
def test_a_bad_value_becomes_the_default_with_a_notice(params: dict[str, list[str]], notice: Notice) -> None:
    view, notices = from_query(params, CHOICES)
    assert notices == [notice]
    assert view == View()


def test_good_values_stand_beside_bad_ones() -> None:
    view, notices = from_query({"day": ["tomorrow"], "place": ["shaar"], "without": ["s1", "nobody"]}, CHOICES)
    assert (view.place, view.without, len(notices)) == ("shaar", ("s1",), 2)


def test_parameters_nobody_knows_are_ignored() -> None:
    assert from_query({"utm_source": ["x"], "embed": ["true"]}, CHOICES) == (View(), [])


def test_what_is_switched_off_is_kept_once_and_in_order() -> None:
    assert change(View(), without=["s2", "claimant:sohr", "s2"]).without == ("claimant:sohr", "s2")
