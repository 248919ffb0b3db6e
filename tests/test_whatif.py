"""What the switches change, place by place: landmarks too, as a list of their own."""

import pytest

from ui.load import Archive, days
from ui.names import place_name
from ui.view import View
from ui.whatif import landmarks, whatif
from ui.words import words


@pytest.mark.parametrize("entry", ["side:government", "claimant:article", "side:press"])
def test_landmarks_that_change_are_listed(data: Archive, entry: str) -> None:
    w = words("en")
    view = View(day="2016-12-08", without=(entry,))
    changed = landmarks(days(data, View()), days(data, view), view.day)
    assert changed
    listed = whatif(data, view, w).partition("Landmarks that change")[2]
    for name in (place_name(data.city.places[landmark], w) for landmark in changed):
        assert name.replace("'", "&#x27;") in listed
    assert listed.count("<li>") == len(changed)


def test_nothing_is_listed_where_no_landmark_changes(data: Archive) -> None:
    view = View(day="2016-11-16", without=("side:press",))
    assert "Landmarks that change" not in whatif(data, view, words("en"))
