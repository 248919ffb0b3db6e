"""The app without a browser: the day changes, a place is chosen, a bad address and broken data say what is wrong."""

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import ui.load
from geo.places import DataError
from ui import page_source, page_sources, register
from ui.escape import for_label
from ui.switches import entry_name
from ui.view import View
from ui.words import words

APP = Path(__file__).parent.parent / "app.py"


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """No test sees what another one cached."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def opened(**address: str | list[str]) -> AppTest:
    """The app at an address, run once."""
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    return checked(app.run())


def checked(app: AppTest) -> AppTest:
    assert not app.exception, app.exception
    return app


def shown(app: AppTest) -> str:
    """Everything that the page's own HTML says."""
    return "\n".join(part.proto.body for part in app.get("html"))


def read(app: AppTest) -> str:
    """The words a reader sees in the page's own HTML."""
    bare = re.sub(r"<(style|script)\b.*?</\1>", "", shown(app), flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", bare)


def asked(app: AppTest, name: str) -> str:
    """A parameter of the address."""
    value = app.query_params[name]
    return value if isinstance(value, str) else value[-1]


def test_the_first_visit_shows_a_day_with_its_counts_and_changes() -> None:
    text = shown(opened())
    assert "<h1>Tuesday 6 December 2016</h1>" in text
    assert "What changed on 6 December" in text
    assert "Data version" in text


def test_the_slider_changes_day_words_and_address() -> None:
    app = opened(place="shaar")
    checked(app.select_slider(key="day").set_value("2016-11-20").run())
    assert "<h1>Sunday 20 November 2016</h1>" in shown(app)
    assert "No source in play says who held" in shown(app)
    assert asked(app, "day") == "2016-11-20"
    assert asked(app, "place") == "shaar"


def test_steps_go_from_change_to_change() -> None:
    app = opened(day="2016-12-06")
    checked(app.button(key="step-next-change").click().run())
    after = asked(app, "day")
    assert after > "2016-12-06"
    checked(app.button(key="step-previous-change").click().run())
    assert asked(app, "day") == "2016-12-06"
    checked(app.button(key="step-previous-day").click().run())
    assert asked(app, "day") == "2016-12-05"


def test_a_place_shows_its_state_its_words_and_their_gloss_in_both_languages() -> None:
    text = shown(opened(day="2016-12-06", place="shaar"))
    for part in ("al-Sha&#x27;ar", "الشعار", 'class="q" lang="ar" dir="rtl"', "In the text", "According to", "بحسب"):
        assert part in text
    assert "Syrian Observatory for Human Rights" in text


@pytest.mark.parametrize("place", ["old-city", "east-aleppo", "citadel"])
def test_areas_and_landmarks_have_a_page_of_evidence_too(place: str) -> None:
    if place not in ui.load.archive(ui.load.stamp()).city.places:
        place = "aleppo-citadel"
    assert 'class="panel"' in shown(opened(place=place))


def test_the_starting_position_is_evidence_with_its_basis() -> None:
    assert "Starting position" in shown(opened(day="2016-11-16", place="shaar"))


def test_a_bad_address_is_named_and_the_rest_stands() -> None:
    text = shown(opened(day="2016-13-06", place="shaar", without=["nobody", "side:press"]))
    assert "Address not understood: day=2016-13-06. You see 6 December 2016 instead." in text
    assert "Address not understood: without=nobody. It is left out." in text
    assert "al-Sha&#x27;ar" in text


def test_hostile_parameters_are_shown_as_text() -> None:
    text = shown(opened(place="<img src=x onerror=alert(1)>"))
    assert "&lt;img src=x onerror=alert(1)&gt;" in text
    assert "<img src=x" not in text


def test_switching_a_side_off_says_what_it_changes_and_one_click_brings_it_back() -> None:
    app = opened(day="2016-12-06", without=["side:government"])
    assert "Without government side" in shown(app)
    before = shown(app)
    checked(app.button(key="all-on").click().run())
    assert "Without government side" not in shown(app)
    assert "without" not in app.query_params
    assert shown(app) != before


def test_arabic_speaks_arabic() -> None:
    app = opened(lang="ar", place="shaar")
    assert "<h1>الثلاثاء ٦ كانون الأول ٢٠١٦</h1>" in shown(app)
    assert "direction:rtl" in shown(app)
    for english in ("What changed", "Government", "claims", "confirmed", "Data version", "For", "Against"):
        assert english not in read(app)


def test_the_language_button_keeps_the_view() -> None:
    app = opened(day="2016-12-07", place="shaar")
    checked(app.button(key="language").click().run())
    assert asked(app, "lang") == "ar"
    assert asked(app, "day") == "2016-12-07"


@pytest.mark.parametrize("compare", ["days", "clocks", "sides"])
def test_two_maps_side_by_side(compare: str) -> None:
    app = opened(day="2016-12-06", compare=compare, other="2016-11-28")
    assert len([part for part in app.main if type(part).__name__ == "Block"]) > 0
    assert shown(app).count('class="cap"') == 2


def test_broken_data_shows_one_list_instead_of_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise DataError(["places.csv:7: found kind 'town'", "neighborhoods.geojson:9: <b>found</b> a gap"])

    monkeypatch.setattr(ui.load, "load_city", broken)
    text = shown(opened())
    assert "The map cannot be drawn from this data" in text
    assert "2 things are wrong:" in text
    assert "places.csv:7: found kind &#x27;town&#x27;" in text
    assert "&lt;b&gt;found&lt;/b&gt;" in text


def test_a_source_that_cannot_be_read_is_named_and_the_map_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ui.load.read_sources()

    def one_missing() -> object:
        sources = dict(whole[0])
        sources.pop("2016-11-29-sohr")
        return sources, ["2016-11-29-sohr.json: found no JSON"]

    monkeypatch.setattr(ui.load, "read_sources", one_missing)
    text = shown(opened(place="shaar"))
    assert "1 problem with the sources" in text
    assert "2016-11-29-sohr.json: found no JSON" in text
    assert "al-Sha&#x27;ar" in text


def test_without_the_map_layer_the_rest_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise DataError(["neighborhoods.geojson: cannot be read"])

    monkeypatch.setattr("ui.page_map.draw_map", missing)
    text = shown(opened(place="shaar"))
    assert "The map itself is missing" in text
    assert "neighborhoods.geojson: cannot be read" in text
    assert "al-Sha&#x27;ar" in text


HOSTILE = "<img src=x onerror=alert(1)>![x](http://evil.example/x.png){{7*7}}${1}`"


def test_hostile_records_are_shown_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A publisher and title that try to run are shown letter by letter, in the page's HTML and in widgets' labels."""
    sources, problems = ui.load.read_sources()
    name = "2016-12-06-the-new-arab"
    record = msgspec.structs.replace(sources[name].record, publisher=HOSTILE, title=HOSTILE, leaning_basis=HOSTILE)
    hostile = sources | {name: msgspec.structs.replace(sources[name], record=record)}
    monkeypatch.setattr(ui.load, "read_sources", lambda: (hostile, problems))
    for app in (opened(place="shaar"), opened(place="shaar", without=[f"publisher:{HOSTILE}"])):
        assert "<img src=x" not in shown(app)
        assert "&lt;img src=x" in shown(app)
    data = ui.load.archive(ui.load.stamp())
    w = words("en")
    view = View(source=name)
    claims = [claim for claim in data.claims if claim.article == name]
    parts = [
        page_sources.table(data, view, w), register.publishers(data, w), page_source.record(data.sources[name], w),
        page_source.head(data.sources[name], claims, view, w),
    ]  # fmt: skip
    for part in parts:
        assert "<img src=x" not in part
        assert "&lt;img src=x" in part
    assert for_label(entry_name(name, data, w)).count("\\!\\[x\\]") == 1


def test_a_clock_before_the_day_says_that_nothing_of_it_was_known() -> None:
    said = "On 20 November nothing of this day was known yet"
    assert shown(opened(day="2016-12-06", known="2016-11-20", place="shaar")).count(said) == 2
    assert said not in shown(opened(day="2016-11-20", known="2016-11-20", place="shaar"))


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "reports in their own voice (no speaker named):"), ("ar", "(بلا متحدّث مسمّى)")]
)
def test_the_reports_own_voice_has_one_plain_name(lang: str, name: str) -> None:
    app = opened(lang=lang, without=["claimant:article"])
    assert name in read(app)
    assert "the report itself" not in read(app)
    assert "التقرير نفسه:" not in read(app)


def test_a_touched_place_is_named_under_the_map_with_the_way_to_its_evidence() -> None:
    text = shown(opened(day="2016-12-06", place="shaar"))
    assert '<p class="jump"><b>al-Sha&#x27;ar</b>: Government, disputed <a href="#evidence">' in text
    assert text.count('id="evidence"') == 1
    assert 'class="jump"' not in shown(opened(day="2016-12-06"))


def test_a_printed_sheet_begins_with_what_was_known() -> None:
    text = shown(opened(known="2016-12-07"))
    assert text.index('<p class="printed-known">All sources. Known by: 7 December 2016.') < text.index("<h1>")
