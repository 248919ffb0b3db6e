"""The chart and what stands beside it: what it draws is what the shares and figures say."""

import re
import xml.etree.ElementTree as ElementTree

import pytest

from geo.shares import share
from ui.chart import NEAR_SHARE, Point, bands, chart, drawing, labelled, points, steps
from ui.escape import for_html
from ui.figures import checks, figures, own_share, whole
from ui.lines import fronts_said
from ui.load import Archive, days
from ui.names import place_name
from ui.outline import outlined
from ui.summary import DAYS, counts, next_change, summary
from ui.timeline import bars, chosen
from ui.view import View, change
from ui.words import words

pytestmark = pytest.mark.filterwarnings("ignore:No runtime found")


def test_the_band_is_the_share_of_each_day(data: Archive) -> None:
    known = days(data, View())
    for day, band in zip(DAYS, bands(data, known), strict=True):
        held = share(data.city, known.states[day], "government", "east-aleppo")
        assert (band.low, band.high) == held.by_area
        assert 0 <= band.low <= band.high <= 1


def test_a_line_stays_until_the_next_day() -> None:
    assert steps([0.0, 0.5, 0.25]) == [(0, 100), (1, 100), (1, 50), (2, 50), (2, 75)]


@pytest.mark.parametrize("dark", [False, True])
def test_the_drawing_is_whole_and_without_words(data: Archive, dark: bool) -> None:
    root = ElementTree.fromstring(drawing(bands(data, days(data, View())), dark=dark))
    assert not "".join(root.itertext()).strip()
    assert len(root.findall("{http://www.w3.org/2000/svg}polyline")) == 3


def test_points_are_the_figures_that_can_stand_there(data: Archive) -> None:
    known = days(data, View())
    found = points(checks(data, View()), data, known, words("en"))
    assert found
    assert all(0 <= point.value <= 1 and point.claim.event == "share" for point in found)
    text = chart(data, known, checks(data, View()), View(), words("en"), dark=False)
    assert all(for_html(point.label) in text for point, side in labelled(found) if side)
    assert text.count('class="pt') == len(found)


def test_labels_never_lie_on_each_other(data: Archive) -> None:
    found = points(checks(data, View()), data, days(data, View()), words("en"))
    same: list[Point] = [found[0], found[0], found[0], found[0]]
    assert [side for _, side in labelled(same)].count("after") <= 1


def test_no_label_lies_on_a_point(data: Archive) -> None:
    found = points(checks(data, View()), data, days(data, View()), words("en"))
    for point, side in labelled(found):
        for other in found:
            on_the_way = 0 <= (other.day - point.day) * {"after": 1, "before": -1}.get(side, 0) <= len(point.label) / 2
            same = (other.day, other.value) == (point.day, point.value)
            assert not side or same or not on_the_way or abs(other.value - point.value) > NEAR_SHARE
    assert any(side for _, side in labelled(found))


def test_chart_and_table_do_not_depend_on_the_day(data: Archive) -> None:
    w = words("en")
    for part in (
        lambda view: chart(data, days(data, view), checks(data, view), change(view, day=DAYS[0]), w, dark=False),
        lambda view: figures(data, change(view, day=DAYS[0]), w),
    ):
        assert part(View(day="2016-12-06")) == part(View(day="2016-11-20"))


def test_the_sentence_names_its_denominators(data: Archive) -> None:
    view = View(day="2016-12-06")
    text = own_share(data, days(data, view), view, words("en"))
    held = share(data.city, days(data, view).states[view.day], "government", "east-aleppo")
    assert f"of {held.polygons} neighbourhoods of east Aleppo" in text
    assert "of the area" in text


def test_bars_are_as_many_as_days_and_say_their_number(data: Archive) -> None:
    summed = summary(data, View())
    assert bars(summed, words("en")).count("<i") == len(DAYS)
    assert f"<b>{counts(summed, '2016-12-06')[0]}</b>" in chosen(summed, "2016-12-06", words("en"))


def test_changes_lead_there_and_back(data: Archive) -> None:
    summed = summary(data, View())
    changing = [day for day, polygons in summed.changed.items() if polygons]
    assert next_change(summed, changing[0], 1) == changing[1]
    assert next_change(summed, changing[1], -1) == changing[0]
    assert next_change(summed, changing[-1], 1) == changing[-1]
    assert next_change(summed, DAYS[0], -1) == DAYS[0]


def test_outlines_by_day(data: Archive) -> None:
    assert outlined(data, View()) == {}
    changed = outlined(data, View(mark="change"))
    assert changed["2016-11-15"] == frozenset()
    assert changed == {day: frozenset(p) for day, p in summary(data, View()).changed.items()}
    quiet = outlined(data, View(mark="silence"))
    assert len(quiet[DAYS[0]]) >= len(quiet[DAYS[-1]]) > 0
    off = outlined(data, View(without=("side:monitor", "side:press")))
    assert any(off.values())


def test_fronts_in_words(data: Archive) -> None:
    text = fronts_said(data, days(data, View()), "2016-12-06", words("en"))
    assert re.match(r"Front lines: \d+\.\d km, \d+\.\d km of it uncertain\.", text)
    assert "day before" not in fronts_said(data, days(data, View()), DAYS[0], words("en"))


def test_a_figure_says_what_was_lost_and_names_its_whole(data: Archive) -> None:
    for lang in ("en", "ar"):
        assert whole("masaken-hanano", data, words(lang)) == place_name(data.city.places["masaken-hanano"], words(lang))
    assert whole("unstated", data, words("en")) == whole(None, data, words("en")) == "an unstated whole"
    text = figures(data, View(), words("en"))
    assert "opposition forces: lost a third of east Aleppo" in text
    assert "of Masaken Hanano" in text
