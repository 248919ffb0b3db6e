"""Landmarks on the map in a real browser: each is coloured as control says of it alone, on every day."""

import re

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from ui.load import archive, days, stamp
from ui.map_states import look
from ui.view import View

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore:No runtime found")]
PATIENCE = 30_000


def opened(page: Page, server: str, day: str, place: str = "", lang: str = "en") -> FrameLocator:
    page.goto(f"{server}/?day={day}&lang={lang}&place={place}")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".leaflet-container")).to_have_attribute("data-day", day, timeout=PATIENCE)
    return frame


def expected(day: str) -> dict[str, str]:
    known = days(archive(stamp()), View())
    seen = {name: look(state, known.claims) for name, state in known.points[day].items()}
    return {
        name: " ".join(filter(None, (one.holder, one.standing, *one.parties, one.rival))) if one.holder else ""
        for name, one in seen.items()
    }


def looks(frame: FrameLocator) -> dict[str, str]:
    found: dict[str, str] = frame.locator("body").evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.point')].map(p => [p.dataset.id, p.dataset.look]))"
    )
    return found


def test_each_landmark_is_coloured_by_its_own_claims_as_the_days_pass(
    page: Page, app_server: str, console_errors: list[str]
) -> None:
    frame = opened(page, app_server, "2016-12-05")
    known = days(archive(stamp()), View())
    named = {name for states in known.points.values() for name, state in states.items() if state.holder}
    day = "2016-12-05"
    for after in ("2016-12-06", "2016-12-07"):
        found = looks(frame)
        assert set(found) == named  # from afar only those of which sources say who holds them
        assert found == {name: expected(day)[name] for name in named}
        page.locator(".st-key-day input[type=range]").focus()
        page.keyboard.press("ArrowRight")
        expect(frame.locator(".leaflet-container")).to_have_attribute("data-day", after)
        day = after
    assert looks(frame)["eye-hospital"] == expected(day)["eye-hospital"]
    assert not console_errors


def test_from_near_every_landmark_stands_there_and_says_what_it_is(page: Page, app_server: str) -> None:
    frame = opened(page, app_server, "2016-12-06", lang="ar")
    expect(frame.locator(".point[data-id=kindi-hospital]")).to_have_count(0)
    while frame.locator("html").get_attribute("data-zoom") != "near":
        frame.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(400)
    expect(frame.locator(".point[data-id=kindi-hospital] .spot.pale.about")).to_have_count(1)
    hospital = frame.locator(".point[data-id=eye-hospital]")
    expect(hospital.locator(".spot")).to_have_class("spot")
    expect(hospital.locator("title")).to_have_text(re.compile("^مستشفى العيون: الحكومة"))
    expect(hospital.locator(".letter")).to_have_text("ح")


def test_a_click_on_a_landmark_opens_its_own_evidence(page: Page, app_server: str) -> None:
    frame = opened(page, app_server, "2016-12-06")
    frame.locator(".point[data-id=eye-hospital] .finger").click()
    expect(page.locator(".pname")).to_contain_text("Eye Hospital", timeout=PATIENCE)
    expect(page.locator(".status .sw.spot.h-government:visible")).to_have_count(1)
    # The point is marked as chosen and named; the neighbourhood around it is not.
    expect(frame.locator(".landmark-name.chosen")).to_have_text("Eye Hospital")
    expect(frame.locator(".polygon[aria-pressed=true]")).to_have_count(0)
