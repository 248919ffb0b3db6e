"""What the shipped sources must show: the worked example, a counter-claim, and the order of the fall."""

import msgspec
import pytest

from geo.city import City, load_city
from geo.claim import Claim
from geo.control import Days, control
from geo.figures import check
from tests.gaps import KEY_DAYS, shipped
from tests.test_control_properties import follows, mirror, mirrored, table


@pytest.fixture(scope="module")
def days() -> Days:
    return shipped()


@pytest.fixture(scope="module")
def city() -> City:
    return load_city()


def claims(days: Days, ids: tuple[str, ...]) -> list[Claim]:
    return [days.claims[i] for i in ids]


def taken(days: Days, place: str) -> str:
    """The last day on which the government did not hold a place."""
    held = [day for day, states in days.states.items() if states[place].holder != "government"]
    return max(held, default="2016-11-14")


def test_shaar_on_6_december_is_disputed_with_the_army_and_the_monitor_for_and_an_official_against(days: Days) -> None:
    state = days.states["2016-12-06"]["shaar"]
    assert (state.holder, state.standing) == ("government", "disputed")
    speakers = {c.claimant for c in claims(days, state.claims)}
    assert {"syrian-army", "sohr"} <= speakers
    assert [(c.side, c.stance) for c in claims(days, state.against)] == [("opposition", "denies")]


def test_shaar_on_7_december_is_confirmed_by_later_reports(days: Days) -> None:
    state = days.states["2016-12-07"]["shaar"]
    assert (state.holder, state.standing, state.reason) == ("government", "confirmed", 21)


def test_shaar_without_the_article_that_quotes_the_official(days: Days) -> None:
    without = days.again(without=frozenset({"002_620c49f9f88cd48c"}))
    assert without.states["2016-12-06"]["shaar"].standing == "confirmed"
    alone = [c for c in days.claims.values() if c.article == "002_620c49f9f88cd48c"]
    government_only = control(days.city, alone, policy="government").states["2016-12-06"]["shaar"]
    assert (government_only.holder, government_only.standing) == ("government", "claimed")


def test_marjeh_on_6_december_is_claimed_by_the_army_which_the_monitor_cannot_confirm(days: Days) -> None:
    state = days.states["2016-12-06"]["marjeh"]
    assert (state.holder, state.standing) == ("government", "claimed")
    assert ("sohr", "unconfirmed") in {(c.claimant, c.stance) for c in claims(days, state.shown)}


def test_karm_al_myassar_on_5_december_shows_capture_counter_claim_and_its_denial(days: Days) -> None:
    state = days.states["2016-12-05"]["karm-al-myassar"]
    assert (state.holder, state.standing) == ("government", "disputed")
    assert {"captured government sohr"} <= {f"{c.event} {c.actor} {c.claimant}" for c in claims(days, state.claims)}
    assert {c.actor for c in claims(days, state.against)} == {"opposition"}
    denials = [c for c in claims(days, state.shown) if c.stance == "denies" and c.actor == "opposition"]
    assert denials


def test_without_the_sources_that_say_so_the_colour_falls_back(days: Days) -> None:
    state = days.states["2016-12-05"]["karm-al-myassar"]
    silent = days.again(without=frozenset(c.article for c in claims(days, state.claims)))
    back = silent.states["2016-12-05"]["karm-al-myassar"]
    assert back.holder in ("opposition", "divided")


# As the sources say: the north on 26-28 November, the airport side and the centre until 6 December, the Old City about
# the 7th, the south on the 12th and 13th; the last pocket is empty on the 22nd.
@pytest.mark.parametrize(
    ("places", "after", "by"),
    [
        ("masaken-hanano jabal-badro sakhour sheikh-kheder inzarat", "2016-11-24", "2016-11-28"),
        ("tariq-al-bab karm-al-tarrab jazmati karm-al-tahhan qadi-askar shaar", "2016-11-29", "2016-12-06"),
        ("aghyor bab-al-hadid turab-al-ghuraba", "2016-12-05", "2016-12-08"),
        ("sheikh-saeed bab-al-maqam salheen karm-al-daada fardous", "2016-12-10", "2016-12-13"),
        ("mashhad ansari sukkari zebdiyeh sayf-al-dawla", "2016-12-13", "2016-12-22"),
    ],
)
def test_the_order_of_the_fall(days: Days, places: str, after: str, by: str) -> None:
    found = {place: taken(days, place) for place in places.split()}
    assert {p: d for p, d in found.items() if not after <= d < by} == {}


def test_places_elsewhere_stay_with_the_sdf(days: Days) -> None:
    """Also where the government took everything around them, and where one source gives the SDF what others do not."""
    assert days.states["2016-12-22"]["sheikh-maqsoud-west"].holder == "sdf"


def test_the_last_pocket_is_empty_on_22_december(days: Days, city: City) -> None:
    states = days.states["2016-12-22"]
    assert {p: states[p].holder for p in city.areas["last-pocket"] if states[p].holder != "government"} == {}


def test_swapping_the_sides_of_the_shipped_claims_mirrors_the_map(days: Days) -> None:
    swapped = [
        msgspec.structs.replace(c, actor=mirror(c.actor), side=mirror(c.side), leaning=mirror(c.leaning))
        for c in days.claims.values()
    ]
    other = control(mirrored(days.city), swapped)
    assert [(mirror(s.holder), s.standing, s.claims, s.against, s.shown) for s in table(days)] == [
        (s.holder, s.standing, s.claims, s.against, s.shown) for s in table(other)
    ]


def test_every_drawn_state_follows_from_its_listed_claims(days: Days) -> None:
    assert [s for s in table(days) if s.day in KEY_DAYS and not follows(days, s)] == []


def test_the_third_against_the_two_thirds_of_one_monitor_is_found(days: Days) -> None:
    rows = {r.claim: r for r in check(days)}
    (third,) = [r for r in rows.values() if days.claims[r.claim].article == "000_2572b2cef950dffc"]
    others = {days.claims[i].article for i in third.contradicts}
    assert days.claims[third.claim].claimant == "sohr"
    assert others & {"001_53edab2f179b4b77", "003_c61c90c4b29bbaca"}
