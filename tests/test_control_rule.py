"""The rule, one test per sentence of docs/method.md, on a toy city of five squares (tests/toy.py)."""

import pytest

from geo.claim import Claim
from geo.control import Days, State, control
from geo.parameters import BASELINE_DAYS, FIGHTING_DAYS, SAME_TIME_DAYS, SILENCE_DAYS
from geo.voice import is_independent, origins, side_of
from tests.toy import city, say

GOV, OPP, SDF = "government", "opposition", "sdf"


def days(*claims: Claim, **options: object) -> Days:
    return control(city(), claims, **options)


def on(day: int | str, *claims: Claim, place: str = "a") -> State:
    """The state of square a on a day of December."""
    iso = day if isinstance(day, str) else f"2016-12-{day:02}"
    return days(*claims).states[iso][place]


def is_(state: State, holder: str, standing: str, reason: int | None = None) -> bool:
    found = (state.holder, state.standing, *([] if reason is None else [state.reason]))
    expected = (holder, standing, *([] if reason is None else [reason]))
    assert found == expected, state
    return True


# 1: only asserted, actual claims about holding count; the rest is shown.
@pytest.mark.parametrize(
    ("event", "options"),
    [
        ("attack", {}),
        ("shelled", {}),
        ("besieged", {}),
        ("share", {}),
        ("captured", {"realis": "attempted"}),
        ("captured", {"realis": "intended"}),
        ("captured", {"realis": "conditional"}),
        ("captured", {"stance": "unconfirmed"}),
    ],
)
def test_1_what_does_not_count_is_shown(event: str, options: dict[str, str]) -> None:
    claim = say("a", event, GOV, "monitor", "2016-12-04", **options)
    state = on(4, claim)
    assert is_(state, OPP, "baseline")
    assert state.shown == (claim.id,)


@pytest.mark.parametrize("event", ["captured", "controls"])
def test_1_holding_counts(event: str) -> None:
    assert is_(on(4, say("a", event, GOV, "monitor", "2016-12-04")), GOV, "confirmed")


@pytest.mark.parametrize("event", ["lost", "withdrew"])
def test_1_leaving_counts(event: str) -> None:
    assert is_(on(4, say("a", event, OPP, "monitor", "2016-12-04")), "unknown", "unknown")


@pytest.mark.parametrize("event", ["entered", "clashes"])
def test_1_fighting_counts_for_fighting_only(event: str) -> None:
    assert is_(on(4, say("a", event, GOV, "monitor", "2016-12-04")), OPP, "contested", 20)


# 2: a claim takes effect on the last day of its date, never later than its publication.
def test_2_an_interval_is_by_then() -> None:
    claim = say("a", "captured", GOV, "monitor", "2016-12-02/2016-12-04")
    assert is_(on(3, claim), OPP, "baseline")
    assert on(3, claim).notes == ("perhaps-already",)
    assert claim.id in on(2, claim).shown
    assert on(1, claim).notes == ()
    assert is_(on(4, claim), GOV, "confirmed")


def test_2_a_partial_date_ends_with_publication() -> None:
    claim = say("a", "captured", GOV, "monitor", "2016-12", published="2016-12-04")
    assert is_(on(4, claim), GOV, "confirmed")
    assert is_(on(3, claim), OPP, "baseline")


def test_2_without_a_date_nothing_counts() -> None:
    claim = say("a", "captured", GOV, "monitor", None, published="2016-12-04")
    assert is_(on(4, claim), OPP, "baseline")
    assert claim.id in on(4, claim).shown


# 3: what began before 15 November is background.
def test_3_background_is_shown_only() -> None:
    claim = say("a", "controls", GOV, "monitor", "2012/2016-12-04")
    assert is_(on(4, claim), OPP, "baseline")
    assert claim.id in on(4, claim).shown
    assert is_(on(4, say("a", "controls", GOV, "monitor", "2016-11-15/2016-12-04")), GOV, "confirmed")


# 4: a claim is known from its publication on.
def test_4_known_from_publication() -> None:
    claim = say("a", "captured", GOV, "monitor", "2016-12-04", published="2016-12-06")
    assert is_(days(claim, known="2016-12-05").states["2016-12-05"]["a"], OPP, "baseline")
    assert is_(days(claim, known="2016-12-06").states["2016-12-04"]["a"], GOV, "confirmed")
    late = say("a", "captured", GOV, "monitor", "2016-12-22", published="2016-12-30")
    assert is_(days(late).states["2016-12-22"]["a"], GOV, "confirmed")


# 5: whose voice.
def test_5_a_publishers_own_words_have_its_leaning() -> None:
    assert side_of(say("a", "captured", GOV, "press", "2016-12-04", leaning=GOV)) == GOV
    assert side_of(say("a", "captured", GOV, "press", "2016-12-04")) == "press"
    assert side_of(say("a", "captured", GOV, "monitor", "2016-12-04", leaning=GOV)) == "monitor"
    assert is_(on(4, say("a", "captured", GOV, "press", "2016-12-04", leaning=GOV)), GOV, "claimed")
    assert is_(on(4, say("a", "captured", GOV, "press", "2016-12-04", leaning=OPP)), GOV, "confirmed")
    assert is_(on(4, say("a", "captured", GOV, "press", "2016-12-04")), GOV, "confirmed")


# 6: independent is whoever is not the holder's own side.
@pytest.mark.parametrize(
    ("side", "standing", "reason"),
    [("monitor", "confirmed", 6), ("press", "confirmed", 6), (OPP, "confirmed", 6), (GOV, "claimed", 15)],
)
def test_6_independent_support(side: str, standing: str, reason: int) -> None:
    assert is_independent(side, GOV) == (standing == "confirmed")
    assert is_(on(4, say("a", "captured", GOV, side, "2016-12-04")), GOV, standing, reason)


# 7: relays are one voice; a report's own words add none to what it gives to somebody.
def test_7_an_echo_adds_no_voice() -> None:
    army = say("a", "captured", GOV, GOV, "2016-12-04", article="r")
    headline = say("a", "captured", GOV, "press", "2016-12-04", article="r")
    assert is_(on(4, army, headline), GOV, "claimed")
    assert is_(on(4, headline), GOV, "confirmed")
    elsewhere = say("a", "captured", GOV, "press", "2016-12-04", article="q")
    assert is_(on(4, army, elsewhere), GOV, "confirmed")
    copy = say("a", "captured", GOV, "press", "2016-12-04", article="q", origin=army.id)
    origin = say("a", "captured", GOV, GOV, "2016-12-04", article="r", origin=army.id)
    assert is_(on(4, origin, copy), GOV, "claimed")
    earlier = say("a", "captured", GOV, "press", "2016-12-03", article="r")
    assert is_(on(4, army, earlier), GOV, "confirmed")  # of another day: not the same event


def test_7_relays_are_one_origin() -> None:
    relays = [say("a", "captured", GOV, "monitor", "2016-12-04", article=f"r{n}") for n in range(5)]
    army = say("a", "captured", GOV, GOV, "2016-12-04")
    other_day = say("a", "captured", GOV, "monitor", "2016-12-06")
    everything = [*relays, army, other_day]
    found = origins(everything, days(*everything).voices, GOV)
    assert [(len(o.reports), o.independent) for o in found] == [(5, True), (1, True), (1, False)]


# 8: whole, part, no more.
def test_8_whole_and_part() -> None:
    for extent in ("full", "unspecified"):
        assert is_(on(4, say("a", "captured", GOV, "monitor", "2016-12-04", extent=extent)), GOV, "confirmed")
    state = on(4, say("a", "captured", GOV, "monitor", "2016-12-04", extent="partial"))
    assert is_(state, "divided", "divided", 10)
    assert state.parties == (GOV, OPP)


# 9: "X holds no more".
def test_9_left() -> None:
    left = say("a", "withdrew", OPP, OPP, "2016-12-04")
    state = on(4, left)
    assert is_(state, "unknown", "unknown", 9)
    assert state.claims == (left.id,)
    own = say("a", "captured", GOV, GOV, "2016-12-04")
    assert is_(on(4, left, own), GOV, "confirmed", 6)  # against interest, it supports the other who is named
    assert is_(on(4, say("a", "withdrew", GOV, GOV, "2016-12-04")), OPP, "baseline")  # never held it
    assert is_(on(4, say("a", "withdrew", OPP, OPP, "2016-12-04", extent="partial")), OPP, "baseline")


def test_9_of_two_parties_the_other_stays() -> None:
    part = say("a", "captured", GOV, "monitor", "2016-12-04", extent="partial")
    assert is_(on(6, part, say("a", "lost", OPP, OPP, "2016-12-06")), GOV, "confirmed", 9)
    assert is_(on(6, part, say("a", "lost", OPP, GOV, "2016-12-06")), GOV, "claimed", 9)
    assert is_(on(6, part, say("a", "withdrew", GOV, "monitor", "2016-12-06")), OPP, "confirmed", 9)


def test_9_an_area_is_left_only_in_full() -> None:
    assert is_(on(4, say("north-sector", "lost", OPP, "monitor", "2016-12-04")), OPP, "baseline")
    assert is_(on(4, say("north-sector", "lost", OPP, "monitor", "2016-12-04", extent="full")), "unknown", "unknown")


# 10: part.
def test_10_a_part_divides() -> None:
    assert is_(on(4, say("a", "captured", GOV, GOV, "2016-12-04", extent="partial")), "divided", "divided", 10)
    assert is_(on(4, say("a", "captured", OPP, "monitor", "2016-12-04", extent="partial")), OPP, "baseline")


def test_10_a_part_claimed_by_its_own_side_after_a_confirmed_change_only_disputes() -> None:
    taken = say("a", "captured", GOV, "monitor", "2016-12-04")
    back = say("a", "captured", OPP, OPP, "2016-12-06", extent="partial")
    state = on(6, taken, back)
    assert is_(state, GOV, "disputed", 10)
    assert state.against == (back.id,)
    later = say("a", "captured", OPP, OPP, f"2016-12-{4 + SAME_TIME_DAYS + 1:02}", extent="partial")
    assert is_(on(8, taken, later), "divided", "divided", 10)
    seen = say("a", "captured", OPP, "monitor", "2016-12-06", extent="partial")
    assert is_(on(6, taken, seen), "divided", "divided", 10)


def test_10_a_part_of_a_place_that_the_other_left() -> None:
    left, part = (
        say("a", "withdrew", OPP, OPP, "2016-12-04"),
        say("a", "captured", GOV, GOV, "2016-12-05", extent="partial"),
    )
    state = on(5, left, part)
    assert is_(state, GOV, "claimed", 10)
    assert state.notes == ("part-only",)


# 11: all by his own account, part by another's.
@pytest.mark.parametrize(("day", "divided"), [(4, True), (6, True), (7, False)])
def test_11_an_independent_part_beats_ones_own_whole(day: int, divided: bool) -> None:
    own = say("a", "captured", GOV, GOV, "2016-12-04")
    part = say("a", "captured", GOV, "monitor", f"2016-12-{day:02}", extent="partial")
    state = on(day, own, part)
    assert is_(state, "divided", "divided", 11) if divided else is_(state, GOV, "claimed")
    confirmed = say("a", "captured", GOV, "press", "2016-12-04")
    assert is_(on(day, own, part, confirmed), GOV, "confirmed")


# 12: days in order, claims in none (see also test_control_properties).
def test_12_days_are_worked_through_in_order() -> None:
    claims = [
        say("a", "captured", GOV, "monitor", "2016-12-04"),
        say("a", "captured", OPP, "monitor", "2016-12-06", published="2016-12-06"),
    ]
    for order in (claims, claims[::-1]):
        assert is_(on(5, *order), GOV, "confirmed")
        assert is_(on(6, *order), OPP, "confirmed")


# 13: the evening beats the morning.
def test_13_within_one_report_the_whole_beats_the_others_part() -> None:
    morning = say("a", "captured", GOV, "monitor", "2016-12-04", article="r", extent="partial")
    evening = say("a", "captured", OPP, "monitor", "2016-12-04", article="r", extent="full")
    assert is_(on(4, morning, evening), OPP, "confirmed")
    another = say("a", "captured", GOV, "monitor", "2016-12-04", article="q", extent="partial")
    assert is_(on(4, another, evening), "divided", "divided")


# 14: a state over several days yields to a change on the last.
def test_14_controls_over_days_yields_to_a_change() -> None:
    held = say("a", "controls", OPP, "monitor", "2016-12-01/2016-12-04")
    taken = say("a", "captured", GOV, GOV, "2016-12-04")
    assert is_(on(4, held, taken), GOV, "claimed")
    assert is_(on(4, held, say("a", "withdrew", OPP, OPP, "2016-12-04")), "unknown", "unknown")
    of_the_day = say("a", "controls", OPP, "monitor", "2016-12-04")
    assert is_(on(4, of_the_day, taken), OPP, "disputed", 15)


# 15: one holder, or two.
def test_15_one_holder_is_named() -> None:
    assert is_(on(4, say("a", "captured", GOV, GOV, "2016-12-04")), GOV, "claimed", 15)


def test_15_of_two_the_independently_supported_holds() -> None:
    monitor = say("a", "captured", GOV, "monitor", "2016-12-04")
    rival = say("a", "captured", OPP, OPP, "2016-12-04")
    state = on(4, monitor, rival)
    assert is_(state, GOV, "disputed", 15)
    assert (state.claims, state.against) == ((monitor.id,), (rival.id,))


@pytest.mark.parametrize("side", ["own", "monitor"])
def test_15_if_both_or_neither_is_supported_the_holder_before_stays(side: str) -> None:
    both = [
        say("a", "captured", actor, actor if side == "own" else "monitor", "2016-12-04", claimant=actor)
        for actor in (GOV, OPP)
    ]
    assert is_(on(4, *both), OPP, "disputed", 15)
    strangers = [
        say("a", "captured", actor, actor if side == "own" else "monitor", "2016-12-04", claimant=actor)
        for actor in (GOV, SDF)
    ]
    state = on(4, *strangers)
    assert is_(state, "divided", "disputed", 15)
    assert state.parties == (GOV, SDF)


def test_15_who_says_he_holds_against_who_says_he_left() -> None:
    holds = say("a", "controls", OPP, OPP, "2016-12-04")
    left = say("a", "withdrew", OPP, "monitor", "2016-12-04")
    assert is_(on(4, holds, left), "unknown", "disputed", 15)
    assert is_(on(4, holds, say("a", "lost", OPP, GOV, "2016-12-04")), OPP, "disputed", 15)


# 16: a repeated claim refreshes the age.
def test_16_repeating_refreshes() -> None:
    first = say("a", "captured", GOV, GOV, "2016-12-04")
    again = say("a", "controls", GOV, "monitor", "2016-12-08")
    assert (on(7, first, again).age_days, on(7, first, again).standing) == (3, "claimed")
    state = on(9, first, again)
    assert is_(state, GOV, "confirmed")
    assert (state.since, state.age_days, state.claims) == ("2016-12-04", 1, (first.id, again.id))


# 17: which areas spread.
@pytest.mark.parametrize(
    ("area", "extent", "spreads"),
    [
        ("north-sector", "unspecified", True),
        ("north-sector", "full", True),
        ("north-sector", "partial", False),
        ("aleppo-city", "full", True),
        ("aleppo-city", "unspecified", False),
        ("east-aleppo", "full", False),
    ],
)
def test_17_areas(area: str, extent: str, spreads: bool) -> None:
    claim = say(area, "captured", GOV, "monitor", "2016-12-04", extent=extent)
    assert is_(on(4, claim), *((GOV, "confirmed", 18) if spreads else (OPP, "baseline")))


# 18: an area claim is weak.
def test_18_a_claim_naming_the_place_comes_first() -> None:
    area = say("north-sector", "captured", GOV, "monitor", "2016-12-04")
    named = say("a", "controls", OPP, OPP, "2016-12-04")
    assert is_(on(4, area, named), OPP, "claimed")
    assert is_(on(4, area, named, place="b"), GOV, "confirmed", 18)
    assert is_(on(4, area, say("pair", "controls", OPP, OPP, "2016-12-04"), place="b"), OPP, "claimed")
    state = on(4, area, place="b")
    assert (state.basis, state.notes) == ("area", ("from-area",))


def test_18_it_takes_only_from_the_party_that_lost() -> None:
    area = say("aleppo-city", "captured", GOV, "monitor", "2016-12-04", extent="full")
    assert is_(on(4, area, place="s"), SDF, "baseline")
    assert is_(on(4, area, place="c"), GOV, "confirmed")
    sdf = say("a", "captured", SDF, "monitor", "2016-12-01")
    assert is_(on(4, area, sdf), SDF, "confirmed")
    lost = say("aleppo-city", "lost", SDF, SDF, "2016-12-04", extent="full")
    assert is_(on(4, area, lost, place="s"), GOV, "confirmed")


def test_18_area_controls_confirms_and_moves_nobody() -> None:
    claim = say("north-sector", "controls", GOV, "monitor", "2016-12-04")
    assert is_(on(4, claim), OPP, "baseline")
    assert is_(on(4, say("a", "captured", GOV, GOV, "2016-12-02"), claim), GOV, "confirmed")


# 19: the area claim did not hold where the same side captured the place later.
def test_19_a_later_capture_by_name_undoes_the_area_claim() -> None:
    area = say("north-sector", "captured", GOV, "monitor", "2016-12-04")
    later = say("a", "captured", GOV, GOV, "2016-12-08")
    assert is_(on(6, area, later), OPP, "baseline")
    assert is_(on(8, area, later), GOV, "claimed")
    assert is_(on(6, area, later, place="b"), GOV, "confirmed")
    assert is_(days(area, later, known="2016-12-07").states["2016-12-06"]["a"], GOV, "confirmed", 18)
    between = say("a", "captured", OPP, "monitor", "2016-12-06")
    assert is_(on(5, area, between, later), GOV, "confirmed", 18)


# 20: the standings, the first that fits.
def test_20_a_denial_by_another_side_disputes() -> None:
    taken = say("a", "captured", GOV, "monitor", "2016-12-04")
    denial = say("a", "captured", GOV, OPP, "2016-12-05", stance="denies")
    state = on(5, taken, denial)
    assert is_(state, GOV, "disputed", 20)
    assert state.against == (denial.id,)
    late = say("a", "captured", GOV, OPP, f"2016-12-{4 + SAME_TIME_DAYS + 1:02}", stance="denies")
    assert is_(on(7, taken, late), GOV, "confirmed")
    before = say("a", "captured", GOV, OPP, "2016-12-02", stance="denies")
    own = say("a", "captured", GOV, GOV, "2016-12-04")
    assert is_(on(4, own, before), GOV, "disputed", 20)
    assert is_(on(4, taken, before), GOV, "confirmed", 21)  # an independent report later than the denial


@pytest.mark.parametrize("events", [("entered",), ("clashes",), ("entered", "clashes")])
def test_20_what_is_only_said_to_be_entered_says_so(events: tuple[str, ...]) -> None:
    state = on(4, *(say("a", event, GOV, "monitor", "2016-12-04") for event in events))
    assert (state.standing, "entered-only" in state.notes) == ("contested", events == ("entered",))


def test_20_fighting_inside_contests_until_an_independent_change() -> None:
    clash = say("a", "clashes", GOV, "monitor", "2016-12-04")
    assert is_(on(4 + FIGHTING_DAYS, clash), OPP, "contested", 20)
    assert is_(on(4 + FIGHTING_DAYS + 1, clash), OPP, "baseline")
    assert is_(on(5, clash, say("a", "captured", GOV, "monitor", "2016-12-05")), GOV, "confirmed")
    assert is_(on(5, clash, say("a", "captured", GOV, GOV, "2016-12-05")), GOV, "contested")
    assert is_(on(5, say("a", "captured", GOV, "monitor", "2016-12-02"), clash), GOV, "contested")


def test_20_divided_ages_and_does_not_expire() -> None:
    state = control(city(a="divided"), []).states["2016-12-22"]["a"]
    assert is_(state, "divided", "divided", 20)
    assert (state.age_days, state.basis) == (37, "baseline")
    part = say("a", "captured", GOV, "monitor", "2016-11-20", extent="partial")
    assert is_(on(22, part), "divided", "divided", 10)


# 21: how a dispute ends.
def test_21_a_later_report_ends_the_dispute_when_it_is_published() -> None:
    taken = say("a", "captured", GOV, "monitor", "2016-12-04")
    denial = say("a", "captured", GOV, OPP, "2016-12-04", stance="denies")
    again = say("a", "controls", GOV, "press", "2016-12-06", published="2016-12-08")
    assert is_(on(7, taken, denial, again), GOV, "disputed", 20)
    assert is_(on(8, taken, denial, again), GOV, "confirmed", 21)
    own = say("a", "controls", GOV, GOV, "2016-12-06")
    assert is_(on(8, taken, denial, own), GOV, "disputed", 20)


def test_21_an_area_claim_ends_no_dispute_about_a_place() -> None:
    taken = say("a", "captured", GOV, "monitor", "2016-12-04")
    denial = say("a", "captured", GOV, OPP, "2016-12-04", stance="denies")
    area = say("north-sector", "controls", GOV, "monitor", "2016-12-06")
    assert is_(on(7, taken, denial, area), GOV, "disputed", 20)
    assert is_(on(12, taken, denial, area), GOV, "claimed", 21)


def test_21_the_objector_concedes() -> None:
    taken = say("a", "captured", GOV, GOV, "2016-12-04")
    denial = say("a", "captured", GOV, OPP, "2016-12-04", stance="denies")
    concession = say("a", "withdrew", OPP, OPP, "2016-12-06")
    assert is_(on(5, taken, denial, concession), GOV, "disputed", 20)
    assert is_(on(6, taken, denial, concession), GOV, "confirmed", 21)


def test_21_of_two_who_said_they_hold_it_one_leaves() -> None:
    rivals = [say("a", "captured", actor, actor, "2016-12-04") for actor in (GOV, OPP)]
    left = say("a", "withdrew", OPP, "monitor", "2016-12-06")
    assert is_(on(5, *rivals, left), OPP, "disputed", 15)
    state = on(6, *rivals, left)
    assert is_(state, GOV, "confirmed", 21)
    assert state.against == (rivals[1].id,)
    assert is_(on(6, *rivals, say("a", "lost", OPP, GOV, "2016-12-06")), GOV, "claimed", 21)
    assert is_(on(12, *rivals, say("a", "withdrew", OPP, "monitor", "2016-12-12")), "unknown", "unknown", 9)


def test_21_silence_leaves_it_claimed() -> None:
    taken = say("a", "captured", GOV, "monitor", "2016-12-04")
    denial = say("a", "captured", GOV, OPP, "2016-12-04", stance="denies")
    assert is_(on(4 + SILENCE_DAYS, taken, denial), GOV, "disputed", 20)
    state = on(4 + SILENCE_DAYS + 1, taken, denial)
    assert is_(state, GOV, "claimed", 21)
    assert state.notes == ("once-disputed",)
    again = say("a", "controls", GOV, "press", "2016-12-14")
    assert is_(on(14, taken, denial, again), GOV, "confirmed", 21)


# 22: denying a rival's claim.
def test_22_a_denial_never_changes_the_deniers_own_holding() -> None:
    taken = say("a", "captured", GOV, "monitor", "2016-12-04")
    denial = say("a", "captured", OPP, GOV, "2016-12-05", stance="denies")
    state = on(5, taken, denial)
    assert is_(state, GOV, "confirmed")
    assert denial.id in state.shown
    losing = say("a", "lost", GOV, GOV, "2016-12-05", stance="denies")
    assert is_(on(5, taken, losing), GOV, "confirmed")
    # The same words stand against a rival who does hold it.
    rival = say("a", "captured", OPP, "monitor", "2016-12-05")
    assert is_(on(5, taken, losing, rival), OPP, "disputed", 20)


def test_22_an_area_wide_denial_is_shown_only() -> None:
    taken = say("a", "captured", GOV, "monitor", "2016-12-04")
    denial = say("north-sector", "captured", GOV, OPP, "2016-12-04", stance="denies")
    assert is_(on(4, taken, denial), GOV, "confirmed")


# 23: landmarks, places made of several, quarters.
def test_23_a_landmark_never_colours_its_polygon() -> None:
    claim = say("gate", "captured", GOV, "monitor", "2016-12-04")
    clash = say("gate", "clashes", GOV, "monitor", "2016-12-04")
    state = on(4, claim, clash)
    assert is_(state, OPP, "baseline")
    assert set(state.shown) == {claim.id, clash.id}


def test_23_a_landmark_is_coloured_by_its_own_claims_alone() -> None:
    claim = say("gate", "captured", GOV, "monitor", "2016-12-04")
    found = days(claim, say("a", "captured", SDF, "monitor", "2016-12-02"))
    assert is_(found.points["2016-12-03"]["gate"], "", "blank")
    assert is_(found.points["2016-12-04"]["gate"], GOV, "confirmed", 6)
    assert found.state("2016-12-04", "gate").claims == (claim.id,)
    assert is_(found.state("2016-12-04", "a"), SDF, "confirmed")
    # Its own side's word alone claims it; a claim about an area is none about it.
    assert is_(days(say("gate", "captured", GOV, GOV, "2016-12-04")).points["2016-12-04"]["gate"], GOV, "claimed", 15)
    area = say("north-sector", "captured", GOV, "monitor", "2016-12-04", extent="full")
    assert is_(days(area).points["2016-12-04"]["gate"], "", "blank")
    # Who is switched off colours no point either.
    assert is_(found.again(without=frozenset({"side:monitor"})).points["2016-12-04"]["gate"], "", "blank")
    assert ("side:monitor", "", "blank") in [
        (flip.without, flip.holder, flip.standing) for flip in found.flips("2016-12-04", "gate")
    ]


def test_23_a_place_made_of_several_and_a_quarter() -> None:
    pair = say("pair", "captured", GOV, "monitor", "2016-12-04")
    for square in "ab":
        assert is_(on(4, pair, place=square), GOV, "confirmed", 6)
    assert is_(on(4, say("quarter", "captured", GOV, "monitor", "2016-12-04")), "divided", "divided", 10)
    assert is_(on(4, say("far", "captured", GOV, "monitor", "2016-12-04")), OPP, "baseline")


# 24: figures never colour; nothing known stays blank; age is told.
def test_24_blank_age_and_figures() -> None:
    blank = control(city(a=""), []).states["2016-12-04"]["a"]
    assert is_(blank, "", "blank", 24)
    assert (blank.since, blank.age_days, blank.basis) == (None, None, "")
    share = say("a", "share", GOV, "monitor", "2016-12-04", value="~80%")
    assert is_(on(4, share), OPP, "baseline", 24)
    assert on(4).age_days == 19 > BASELINE_DAYS
    clash = say("a", "clashes", GOV, "monitor", "2016-12-03")
    assert on(4, clash).age_days == 1
