"""The starting position is nobody's report: told apart from what is reported, pale, with an age of its own."""

import pytest

from ui.evidence import evidence
from ui.load import Archive, days
from ui.map_states import Look, look
from ui.page_data import table
from ui.page_wrong import PARTS
from ui.reason import age, reason
from ui.summary import sentence
from ui.swatch import classes, labelled
from ui.view import View
from ui.words import words

pytestmark = pytest.mark.filterwarnings("ignore:No runtime found")


def test_nothing_is_reported_on_the_day_of_the_starting_position(data: Archive) -> None:
    text = sentence(data, days(data, View()), "2016-11-15", words("en"))
    assert text.startswith("Government forces are reported in 0 of the 95 neighbourhoods of east Aleppo. In ")
    assert text.endswith("by the starting position alone.")


def test_reported_is_what_somebody_reported(data: Archive) -> None:
    known = days(data, View())
    east = [known.states["2016-12-06"][p] for p in data.city.areas["east-aleppo"]]
    theirs = [s for s in east if s.holder == "government" or ("government" in s.parties and s.holder == "divided")]
    reported = sum(s.basis != "baseline" for s in theirs)
    text = sentence(data, known, "2016-12-06", words("en"))
    assert f"reported in {reported} of the 95" in text
    assert f"In {len(theirs) - reported} more" in text


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_place_divided_since_the_start_looks_and_reads_like_other_starting_positions(
    data: Archive, lang: str
) -> None:
    w, view = words(lang), View(day="2016-12-06", place="amiriyah", lang=lang)
    known = days(data, view)
    state = known.state(view.day, "amiriyah")
    assert (state.standing, state.basis) == ("divided", "baseline")
    seen = look(state, known.claims)
    assert seen == Look("divided", "baseline", ("government", "opposition"))
    assert classes(seen) == "h-government s-divided o-baseline d-opposition"
    said = reason(state, data.city.places["amiriyah"], data, known, view, w)
    assert w._("Nobody has reported who holds it since the starting position") in said
    assert w._("Each side is said to hold a part") not in said
    assert w._("no report since 15 November") in labelled(state, known, w)
    assert w._("Each side is said to hold a part") not in "".join(evidence(data, view, w))


def test_the_starting_position_is_no_word(data: Archive) -> None:
    view, w = View(day="2016-12-06"), words("en")
    known = days(data, view)
    for state in known.states[view.day].values():
        nobody = state.basis == "baseline" and state.standing in ("baseline", "divided")
        assert (age(state, w) == "no word of who holds it") == nobody, state.place
    text = table(data, known, View(day="2016-11-16"), w)
    assert "newest word: 1 day before" not in text


def test_how_the_map_can_be_wrong_does_not_contradict_the_map(data: Archive) -> None:
    said = " ".join(text for part in PARTS for text in part)
    states = days(data, View()).states["2016-12-06"].values()
    assert any(state.basis == "baseline" and state.holder for state in states)
    assert "coloured only if somebody wrote" not in said
    assert any(state.holder == "divided" for state in states)
    assert "has one colour even" not in said
