"""The map in a real browser: what it paints, that it follows the slider, and what a click says."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import FrameLocator, Page, expect

from tests.browser import ROOT, serve, stand_in
from tests.test_escape import HOSTILE
from tests.toy_city import DATES, toy_city, toy_days, toy_polygons
from ui.map_arcs import tiling
from ui.map_states import front, look

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def toy_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    script = (ROOT / "tests" / "map_page.py").read_text("utf-8")
    with serve(stand_in(Path(tmp_path_factory.mktemp("map")), script)) as address:
        yield address


def open_map(page: Page, address: str, query: str = "") -> FrameLocator:
    page.goto(f"{address}/?{query}")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".leaflet-container")).to_have_attribute("data-day", "2016-12-06", timeout=30_000)
    return frame


def looks(frame: FrameLocator) -> dict[str, str]:
    painted: dict[str, str] = frame.locator("body").evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.polygon')].map(p => [p.dataset.id, p.dataset.look]))"
    )
    return painted


def expected_looks(day: str, moved: int = 0) -> dict[str, str]:
    found = {}
    for id_, state in toy_days(moved).states[day].items():
        seen = look(state, {})
        found[id_] = " ".join(filter(None, (seen.holder, seen.standing, *seen.parties, seen.rival)))
    return found


def press(page: Page, key: str, times: int = 1) -> None:
    page.locator(".st-key-day input[type=range]").focus()
    for _ in range(times):
        page.keyboard.press(key)


def test_squares_of_a_divided_starting_position_are_pale(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server)
    styles = """standing => {
      const fill = window.eastAleppo.fill(["divided", standing, ["government", "opposition"], ""]);
      return [...document.querySelector(fill.slice(4, -1)).querySelectorAll("[style*=fill]")].map(r => r.style.fill);
    }"""
    assert frame.locator("body").evaluate(f"(_, s) => ({styles})(s)", "baseline") == ["var(--gov-b)", "var(--opp-b)"]
    assert frame.locator("body").evaluate(f"(_, s) => ({styles})(s)", "divided") == ["var(--gov)", "var(--opp)"]


def test_every_polygon_is_painted_as_control_says(page: Page, toy_server: str, console_errors: list[str]) -> None:
    frame = open_map(page, toy_server)
    assert looks(frame) == expected_looks("2016-12-06")
    # Solid, pale, dots, stripes, hatch and land are all on this day, each painted from its own fill.
    fills = frame.locator("body").evaluate(
        "() => [...new Set([...document.querySelectorAll('path.polygon')].map(p => p.style.fill))]"
    )
    assert {fill.replace('"', "") for fill in fills} >= {
        "var(--gov)", "var(--gov-b)", "var(--opp-b)", "var(--sdf)", "var(--land)", "url(#look-government-claimed-none)",
        "url(#look-government-contested-none)", "url(#look-government-divideddivided-opposition)",
    }  # fmt: skip
    for fill in fills:
        if "#" in fill:
            assert frame.locator(fill.replace('"', "")[4:-1]).count() == 1
    assert "Conflict Urbanism" in frame.locator(".credit").inner_text()
    assert frame.locator(".scale").inner_text() == "2 km"
    assert not console_errors


def test_the_map_follows_the_slider_before_python_hears(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server)
    container = frame.locator(".leaflet-container")
    # In the very frame of the key press the map is painted for the new day, while Python still says the old one.
    page.locator(".st-key-day input[type=range]").focus()
    container.evaluate(
        """box => { const page = parent.document; window.seen = null; window.ahead = [];
        new MutationObserver(() => { window.seen ??= [box.dataset.day,
        page.body.innerText.match(/Python: (\\S+)/)[1], page.querySelector('.headlines b:not([hidden])').textContent] })
        .observe(box, { attributes: true, attributeFilter: ['data-version'] });
        new MutationObserver(() => { window.ahead.push(page.body.dataset.mapAhead ?? null) })
        .observe(page.body, { attributes: true, attributeFilter: ['data-map-ahead'] }); }"""
    )
    page.keyboard.press("ArrowRight")
    expect(container).to_have_attribute("data-day", "2016-12-07")
    assert container.evaluate("() => window.seen") == ["2016-12-07", "2016-12-06", "2016-12-07"]
    expect(page.get_by_text("Python: 2016-12-07")).to_be_visible()
    # Until Python has answered, the page could tell that its words are behind.
    container.page.wait_for_function("() => document.querySelector('iframe').contentWindow.ahead.length >= 2")
    assert container.evaluate("() => window.ahead") == ["2016-12-07", None]
    assert looks(frame) == expected_looks("2016-12-07")
    for key, day in (("Home", DATES[0]), ("End", DATES[-1])):
        press(page, key)
        expect(container).to_have_attribute("data-day", day)
        assert looks(frame) == expected_looks(day)


def test_fronts_run_where_holders_meet(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server)
    ids = toy_city().polygons
    polygons = toy_polygons()
    arcs = tiling([polygons[id_] for id_ in ids]).arcs
    for day in ("2016-12-06", "2016-12-07", "2016-12-08"):
        expect(frame.locator(".leaflet-container")).to_have_attribute("data-day", day)
        states = toy_days().states[day]
        kinds = [front(look(states[ids[a.left]], {}), look(states[ids[a.right]], {})) for a in arcs if a.right >= 0]
        for kind, css in (("c", "path.front:not(.uncertain)"), ("u", "path.front.uncertain")):
            assert frame.locator(css).get_attribute("data-arcs") == str(kinds.count(kind)), (day, kind)
        press(page, "ArrowRight")


def test_without_the_slider_the_map_changes_by_the_ordinary_rerun(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server, "slider=other")
    page.locator(".st-key-another input[type=range]").focus()
    page.keyboard.press("ArrowRight")
    expect(frame.locator(".leaflet-container")).to_have_attribute("data-day", "2016-12-07")
    assert looks(frame) == expected_looks("2016-12-07")


def test_a_click_names_its_polygon_once(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server)
    polygon = frame.locator("[data-id=block-8-4]")
    for clicks in (1, 2):  # the same place twice is two clicks
        polygon.click()
        expect(page.get_by_text(f"Python: 2016-12-06 block-8-4 clicks={clicks}")).to_be_visible()
    expect(polygon).to_have_attribute("aria-pressed", "true")
    press(page, "ArrowRight")  # another rerun repeats the component's last word; it is no new click
    expect(page.get_by_text("Python: 2016-12-07 block-8-4 clicks=2")).to_be_visible()


def test_a_switch_changes_all_days_and_outlines_what_changed(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server)
    container = frame.locator(".leaflet-container")
    before = container.get_attribute("data-version")
    container.evaluate("() => { window.sameFrame = true; }")
    assert not frame.locator("path.flip").first.get_attribute("d").strip("M0 ")
    page.get_by_text("Without one source").click()
    expect(container).not_to_have_attribute("data-version", before)
    assert looks(frame) == expected_looks("2016-12-06", moved=3)
    assert len(frame.locator("path.flip").first.get_attribute("d")) > 40
    press(page, "ArrowLeft")
    expect(container).to_have_attribute("data-day", "2016-12-05")
    assert looks(frame) == expected_looks("2016-12-05", moved=3)
    assert container.evaluate("() => window.sameFrame")  # the frame was never built again


def test_keyboard_walks_and_chooses(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server)
    assert frame.locator("path.polygon[tabindex='0']").count() == 1
    first = frame.locator("[data-id=block-8-4]")
    first.evaluate("path => path.focus()")
    expect(frame.locator("path.polygon[tabindex='0']")).to_have_attribute("data-id", "block-8-4")
    page.keyboard.press("ArrowLeft")
    second = frame.locator("[data-id=block-7-4]")
    expect(second).to_be_focused()
    expect(second).to_have_attribute("role", "button")
    expect(second).to_have_attribute("aria-label", "Quarter 7.4: Government, confirmed")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Python: 2016-12-06 block-7-4 clicks=1")).to_be_visible()


def test_arabic_letters_names_and_direction(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server, "lang=ar&place=block-8-4")
    expect(frame.locator("html")).to_have_attribute("dir", "rtl")
    letters = frame.locator(".words .letter").all_text_contents()
    assert set(letters) <= {"ح", "م", "ق"}
    assert letters
    # The page's script first, the other below it.
    assert frame.locator(".words .chosen").all_text_contents() == ["حيّ 8.4", "Quarter 8.4"]
    assert frame.locator(".leaflet-right .leaflet-control-zoom").count() == 1


def test_time_may_run_backwards_along_the_slider(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server, "lang=ar")
    press(page, "ArrowLeft")
    expect(frame.locator(".leaflet-container")).to_have_attribute("data-day", "2016-12-07")
    expect(page.get_by_text("Python: 2016-12-07")).to_be_visible()
    assert looks(frame) == expected_looks("2016-12-07")


def test_names_do_not_overlap(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server)
    for _ in range(3):
        boxes = frame.locator("body").evaluate(
            """() => [...document.querySelectorAll('.words .name:not(.second):not([visibility])')].map(t => {
            const b = t.getBBox(); return [b.x, b.y + 3, b.x + b.width, b.y + b.height - 3, t.textContent]; })"""
        )
        assert len(boxes) > 10
        for n, a in enumerate(boxes):
            for b in boxes[:n]:
                assert not (a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]), (a, b)
        zoom = frame.locator("html").get_attribute("data-zoom")
        frame.locator(".leaflet-control-zoom-in").click()
        page.wait_for_timeout(400)
        if zoom == "near":
            break


def test_no_name_is_cut_at_the_edge_of_the_map_or_covered_by_its_frame(page: Page, toy_server: str) -> None:
    frame = open_map(page, toy_server)
    frame.locator(".leaflet-control-zoom-in").click()
    for key in ("", "ArrowUp", "ArrowLeft"):
        if key:
            frame.locator(".leaflet-container").press(key)
        page.wait_for_timeout(600)
        cut = frame.locator("body").evaluate(
            """() => { const map = document.querySelector('.leaflet-container').getBoundingClientRect();
            return [...document.querySelectorAll('.words .name:not(.chosen):not([visibility])')].filter(t => {
            const b = t.getBoundingClientRect(), y = b.y + 3, end = b.bottom - 3;
            const touches = b.x < map.right && b.right > map.x && y < map.bottom && end > map.y;
            return touches && (b.x < map.x || b.right > map.right || y < map.y || end > map.bottom);
            }).map(t => t.textContent); }"""
        )
        assert not cut, (key, cut)
        covered = frame.locator("body").evaluate(
            """() => { const parts = [...document.querySelectorAll('.leaflet-control-zoom, .scale, .credit')];
            return [...document.querySelectorAll('.words .name:not(.chosen):not([visibility])')].filter(t => {
            const b = t.getBoundingClientRect(), y = b.y + 3, end = b.bottom - 3;
            return parts.map(part => part.getBoundingClientRect()).some(
              p => b.x < p.right && b.right > p.x && y < p.bottom && end > p.y); }).map(t => t.textContent); }"""
        )
        assert not covered, (key, covered)


def test_dark_and_light_use_the_tokens(page: Page, toy_server: str) -> None:
    colours = {}
    for dark in ("0", "1"):
        frame = open_map(page, toy_server, f"dark={dark}")
        colours[dark] = [
            frame.locator(f"[data-id={id_}]").evaluate("path => getComputedStyle(path).fill")
            for id_ in ("block-0-0", "block-11-5", "block-11-0")
        ]
    # Pale government, government, land.
    assert colours == {
        "0": ["rgb(241, 205, 177)", "rgb(213, 94, 0)", "rgb(250, 248, 244)"],
        "1": ["rgb(79, 53, 36)", "rgb(213, 94, 0)", "rgb(36, 40, 45)"],
    }


@pytest.mark.parametrize("query", ["", "lang=ar&dark=1"])
def test_the_map_has_no_barriers(page: Page, toy_server: str, query: str) -> None:
    open_map(page, toy_server, query)
    frame = page.frames[1]
    frame.add_script_tag(path=AXE_FILE_PATH)
    found = frame.evaluate("() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })")
    broken = [f"{each['id']}: {node['html'][:200]}" for each in found["violations"] for node in each["nodes"]]
    assert not broken, "\n".join(broken)


def test_a_reader_who_wants_no_motion_gets_none(page: Page, toy_server: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    frame = open_map(page, toy_server)
    # Without an animation the new zoom is there before the click has ended.
    frame.locator(".leaflet-control-zoom-in").evaluate("button => button.click()")
    assert frame.locator(".scale").evaluate("scale => scale.textContent") == "1 km"


def test_a_map_that_cannot_be_drawn_says_why_and_the_rest_stands(page: Page, toy_server: str) -> None:
    page.goto(f"{toy_server}/?shape=broken")
    expect(page.get_by_text("polygon block-3-3: found no shape, expected one")).to_be_visible(timeout=30_000)
    expect(page.get_by_text("Python: 2016-12-06")).to_be_visible()


def test_a_phone_gets_a_lower_map_that_stays_so(page: Page, toy_server: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    frame = open_map(page, toy_server)
    expect(page.locator("iframe")).to_have_attribute("height", "352")
    press(page, "ArrowRight")
    expect(page.get_by_text("Python: 2016-12-07")).to_be_visible()
    expect(page.locator("iframe")).to_have_attribute("height", "352")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert frame.locator(".leaflet-bottom .leaflet-control-zoom").count() == 1


def test_two_maps_move_together(page: Page, toy_server: str) -> None:
    page.goto(f"{toy_server}/?pair=1")
    maps = [page.frame_locator("iframe").nth(n) for n in (0, 1)]
    for each in maps:
        expect(each.locator(".leaflet-container")).to_have_attribute("data-day", "2016-12-06", timeout=30_000)
    assert looks(maps[0]) != looks(maps[1])
    maps[0].locator(".leaflet-control-zoom-in").click()
    expect(maps[0].locator(".scale")).to_have_text("1 km")
    expect(maps[1].locator(".scale")).to_have_text("1 km")
    maps[1].locator(".leaflet-control-zoom-out").click()
    expect(maps[0].locator(".scale")).to_have_text("2 km")


def test_another_city_is_another_frame(page: Page, toy_server: str) -> None:
    sources = []
    for shape in ("", "other"):
        frame = open_map(page, toy_server, f"names={'hostile' if shape else ''}")
        sources.append(frame.locator("script[src*='map-']").get_attribute("src"))
    assert sources[0] != sources[1]


def test_hostile_names_run_nothing_and_read_the_same(page: Page, toy_server: str, console_errors: list[str]) -> None:
    frame = open_map(page, toy_server, "names=hostile")
    labels = frame.locator("body").evaluate(
        """() => [...document.querySelectorAll('path.polygon')]
        .map(p => p.getAttribute('aria-label').replace(/: [^:]*$/, ''))"""
    )
    assert set(HOSTILE) <= set(labels)
    for n, text in enumerate(HOSTILE):
        polygon = frame.locator(f"[data-id=block-{6 + n % 4}-{2 + n // 4}]")
        polygon.click()
        expect(polygon).to_have_attribute("aria-pressed", "true")
        assert frame.locator(".words .chosen").first.text_content() == text
    assert page.evaluate("window.ran") is None
    assert frame.locator("body").evaluate("() => window.ran ?? null") is None
    assert not console_errors
