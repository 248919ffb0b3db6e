"""The page in a real browser: from a colour to its words in two clicks, links that reopen the same view, access."""

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FrameLocator, Page, expect

from tests.browser import is_foreign, settled

pytestmark = pytest.mark.browser
PATIENCE = 30_000


def opened(page: Page, server: str, query: str = "day=2016-12-06", path: str = "") -> Page:
    """A page of the app, drawn to its foot."""
    page.goto(f"{server}/{path}?{query}")
    expect(page.locator(".foot")).to_be_visible(timeout=PATIENCE)
    return page


def the_map(page: Page, day: str = "2016-12-06") -> FrameLocator:
    frame = page.frame_locator("iframe")
    expect(frame.locator(".leaflet-container")).to_have_attribute("data-day", day, timeout=PATIENCE)
    return frame


def looks(frame: FrameLocator) -> dict[str, str]:
    found: dict[str, str] = frame.locator("body").evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('.polygon')].map(p => [p.dataset.id, p.dataset.look]))"
    )
    return found


def picture(page: Page) -> dict[str, object]:
    """All that a reader compares: what is chosen, what is painted, what is said, in words that have no language."""
    return {
        "looks": looks(page.frame_locator("iframe")),
        "strip": page.locator(".strip i").evaluate_all("all => all.map(one => one.outerHTML)"),
        "cards": page.locator(".card a[href*='claim=']").evaluate_all(
            "all => all.map(one => new URL(one.href).searchParams.get('claim'))"
        ),
        "counts": page.locator(".counts b").evaluate_all(
            "all => all.map(b => b.textContent.replace(/[٠-٩]/g, d => '٠١٢٣٤٥٦٧٨٩'.indexOf(d)))"
        ),
        "band": page.locator(".chart img").get_attribute("src"),
        "points": page.locator(".pt").count(),
    }


def test_the_slider_moves_the_map_the_words_and_the_address(
    page: Page, app_server: str, console_errors: list[str]
) -> None:
    opened(page, app_server, "day=2016-12-06&place=shaar")
    before = looks(the_map(page))
    page.locator(".st-key-day input[type=range]").focus()
    page.keyboard.press("ArrowRight")
    frame = the_map(page, "2016-12-07")
    expect(page.locator("h1")).to_have_text("Wednesday 7 December 2016")
    expect(page).to_have_url(re.compile("day=2016-12-07"))
    assert looks(frame) != before
    assert not [error for error in console_errors if "404" not in error], console_errors


def test_two_clicks_lead_from_a_colour_to_the_words(page: Page, app_server: str) -> None:
    opened(page, app_server)
    the_map(page).locator("[data-id=shaar]").first.click()
    expect(page.locator(".pname")).to_contain_text("al-Sha'ar")
    quote = page.locator(".card .q q").first
    words = quote.inner_text()
    assert re.search("[\u0600-\u06ff]", words)
    assert quote.evaluate("q => getComputedStyle(q).direction") == "rtl"
    expect(page).to_have_url(re.compile("place=shaar"))
    page.locator(".card").first.get_by_role("link", name="In the text").click()
    expect(page.locator(".txt .hit").first).to_be_in_viewport(timeout=PATIENCE)
    shown = "".join(page.locator(".txt .hit").all_inner_texts())
    assert re.sub(r"\s", "", words) in re.sub(r"\s", "", shown)
    assert page.locator(".txt").evaluate("t => getComputedStyle(t).direction") == "rtl"


@pytest.mark.parametrize("query", ["", "&without=claimant%3Asohr&policy=all", "&known=2016-12-06"])
def test_a_link_reopened_elsewhere_is_the_same_picture_in_either_language(
    browser: Browser, page: Page, app_server: str, query: str
) -> None:
    opened(page, app_server, f"day=2016-12-05&place=karm-al-myassar{query}")
    the_map(page, "2016-12-05")
    first = picture(page)
    address = page.url
    for again in (address, address.replace("lang=en", "lang=ar")):
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        other = context.new_page()
        foreign: list[str] = []
        other.on("request", lambda request, seen=foreign: seen.append(request.url) if is_foreign(request.url) else None)
        other.goto(again)
        the_map(other, "2016-12-05")
        expect(other.locator(".foot")).to_be_visible(timeout=PATIENCE)
        assert picture(other) == first
        assert not foreign
        context.close()


def test_switching_a_voice_off_changes_everything_together(page: Page, app_server: str) -> None:
    opened(page, app_server, "day=2016-12-06&place=shaar")
    frame = the_map(page)
    version = frame.locator(".leaflet-container").get_attribute("data-version")
    before = picture(page)
    figures = page.locator(".totals table").inner_text()
    page.locator(".st-key-sources-popover button").click()
    page.get_by_role("switch", name=re.compile("^Syrian Observatory")).first.press("Space")
    expect(page).to_have_url(re.compile("without=claimant%3Asohr"), timeout=PATIENCE)
    expect(page.locator(".st-key-banner")).to_contain_text("Without Syrian Observatory for Human Rights")
    expect(frame.locator(".leaflet-container")).not_to_have_attribute("data-version", version or "")
    after = picture(page)
    for part in ("looks", "cards", "counts", "band", "points"):
        assert after[part] != before[part], part
    assert page.locator(".totals table").inner_text() != figures
    page.keyboard.press("Escape")
    page.locator(".st-key-all-on button").click()
    expect(page).not_to_have_url(re.compile("without="), timeout=PATIENCE)
    expect(page.locator(".st-key-banner")).to_have_count(0)
    expect(frame.locator(".leaflet-container")).to_have_attribute("data-version", version or "")
    assert picture(page) == before


def test_back_and_forward(page: Page, app_server: str) -> None:
    opened(page, app_server, "day=2016-12-06")
    the_map(page)
    page.get_by_role("button", name="Next day").click()
    expect(page.locator("h1")).to_have_text("Wednesday 7 December 2016")
    page.get_by_role("button", name="Next day").click()
    expect(page.locator("h1")).to_have_text("Thursday 8 December 2016")
    expect(page).to_have_url(re.compile("day=2016-12-08"))
    page.go_back()
    expect(page.locator("h1")).to_have_text("Wednesday 7 December 2016", timeout=PATIENCE)
    the_map(page, "2016-12-07")
    page.go_forward()
    expect(page.locator("h1")).to_have_text("Thursday 8 December 2016", timeout=PATIENCE)


def test_a_link_in_the_panel_changes_the_view_without_loading_the_page(page: Page, app_server: str) -> None:
    opened(page, app_server, "day=2016-12-06")
    the_map(page)
    page.evaluate("window.untouched = true")
    page.locator(".panel .rows a").first.click()
    expect(page.locator(".pname")).to_be_visible(timeout=PATIENCE)
    assert page.evaluate("window.untouched")


def test_a_link_that_names_only_its_change_goes_on_from_the_day_shown(page: Page, app_server: str) -> None:
    """Cards are the same on every day and stay in the page: their links are whole as soon as they can be used."""
    opened(page, app_server, "day=2016-12-07&place=shaar&without=side%3Agovernment")
    the_map(page, "2016-12-07")
    link = page.locator(".card").first.get_by_role("link", name="In the text")
    for day in ("2016-12-07", "2016-12-08"):
        expect(page).to_have_url(re.compile(f"day={day}"), timeout=PATIENCE)
        settled(page)  # the address comes first: until the end of the run a card may still be put in anew
        # In one go, and from elsewhere: a link that has the focus already is not told again.
        address = link.evaluate("link => { link.blur(); link.focus(); return link.getAttribute('href') }")
        for part in (f"day={day}", "place=shaar", "without=side%3Agovernment", "source=", "claim="):
            assert address.count(part) == 1, address
        page.get_by_role("button", name="Next day").click()


def test_a_printed_sheet_says_its_address(page: Page, app_server: str) -> None:
    opened(page, app_server, "day=2016-12-06&place=shaar")
    the_map(page)
    assert page.locator(".printed").first.is_hidden()
    page.emulate_media(media="print")
    page.pdf()
    expect(page.locator(".printed").first).to_contain_text("day=2016-12-06&lang=en&place=shaar")


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("day", ["2016-11-15", "2016-12-06", "2016-12-22"])
def test_the_day_is_named_under_its_bar_within_the_timeline(page: Page, app_server: str, lang: str, day: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    opened(page, app_server, f"day={day}&lang={lang}")
    the_map(page, day)
    box = {
        each: page.locator(each).first.bounding_box() or {} for each in (".chosen i", ".chosen span", ".axis", ".bars")
    }
    assert 0 <= box[".chosen span"]["x"] <= 360 - box[".chosen span"]["width"]
    assert abs(box[".chosen span"]["y"] - box[".axis"]["y"]) < 4
    foot = [box[each]["y"] + box[each]["height"] for each in (".chosen i", ".bars")]
    assert abs(foot[0] - foot[1]) < 1


@pytest.mark.parametrize("spelled", ["as-Sukkari", "السكّري", "سكري", "Sukari"])
def test_search_is_blind_to_spelling(page: Page, app_server: str, spelled: str) -> None:
    opened(page, app_server)
    the_map(page)  # the first run is over: what is typed now stays
    field = page.get_by_role("searchbox").or_(page.get_by_label("Find a place")).first
    field.fill(spelled)
    page.locator(".st-key-found button").first.click()
    expect(page.locator(".pname")).to_contain_text("السكري", timeout=PATIENCE)


@pytest.mark.parametrize(("path", "typed"), [("", "Sakhour"), ("sources", "صاخور")])
def test_enter_opens_the_first_place_found(page: Page, app_server: str, path: str, typed: str) -> None:
    opened(page, app_server, path=path)
    field = page.locator(".st-key-search input")
    expect(field).to_be_editable(timeout=PATIENCE)
    field.fill(typed)
    field.press("Enter")
    expect(page.locator(".pname")).to_contain_text("الصاخور", timeout=PATIENCE)
    expect(page).to_have_url(re.compile("place=sakhour"))
    expect(field).to_have_value("")
    expect(page.locator(".st-key-found")).to_have_count(0)


def test_the_sources_open_into_a_list_of_usable_height(page: Page, app_server: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    opened(page, app_server)
    the_map(page)
    for key, least in (("sources", 400), ("known", 180)):
        page.locator(f".st-key-{key}-popover button").first.click()
        body = page.locator("[data-testid=stPopoverBody]")
        expect(body.locator(".st-key-policy, .st-key-known")).to_be_visible(timeout=PATIENCE)
        page.wait_for_function(
            "least => { const box = document.querySelector('[data-testid=stPopoverBody]').getBoundingClientRect();"
            " return box.height >= least && box.top >= 0 && box.bottom <= innerHeight }",
            arg=least,
        )
        page.keyboard.press("Escape")
        expect(body).to_have_count(0)


def test_a_link_of_the_menu_shows_its_focus(page: Page, app_server: str) -> None:
    opened(page, app_server)
    link = page.get_by_role("link", name="Sources").first
    for _ in range(12):
        page.keyboard.press("Tab")
        if link.evaluate("each => each === document.activeElement"):
            break
    expect(link).to_be_focused()
    assert link.evaluate("each => getComputedStyle(each).outline").endswith("solid 2px")


def test_arabic_leaves_no_streamlit_word_in_english(page: Page, app_server: str) -> None:
    opened(page, app_server, "lang=ar")
    expect(page.locator("[data-testid=stSkipToContent]")).to_have_text("انتقل إلى المحتوى")


def test_a_bad_part_of_the_address_is_named_on_other_pages_too(page: Page, app_server: str) -> None:
    opened(page, app_server, "source=nothing&claim=none", "sources")
    expect(page.locator(".notice")).to_contain_text("Address not understood: source=nothing. It is left out.")
    expect(page.locator(".notice")).to_contain_text("Address not understood: claim=none. It is left out.")


def test_the_menu_keeps_the_view(page: Page, app_server: str) -> None:
    opened(page, app_server, "day=2016-12-07&without=side%3Apress")
    page.get_by_role("link", name="Data").first.click()
    expect(page.locator("#table")).to_contain_text("7 December 2016", timeout=PATIENCE)
    expect(page).to_have_url(re.compile("without=side%3Apress"))
    page.get_by_role("link", name="Map", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Wednesday 7 December 2016", timeout=PATIENCE)


def test_playing_steps_through_the_days(page: Page, app_server: str) -> None:
    opened(page, app_server, "day=2016-12-06")
    the_map(page)
    page.get_by_role("button", name="Play", exact=True).click()
    expect(page.locator("h1")).to_have_text("Thursday 8 December 2016", timeout=PATIENCE)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()


HALF = [pytest.param(each, marks=pytest.mark.long) for each in ("dark-en", "light-ar")]


@pytest.fixture(params=["light-en", "dark-ar", *HALF])
def themed(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, str]]:
    scheme, lang = request.param.split("-")
    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    yield context.new_page(), lang
    context.close()


@pytest.mark.parametrize("path", ["", "sources", "sources?source", "method", "data", "wrong", "?compare", "?without"])
def test_no_rule_of_access_is_broken(themed: tuple[Page, str], app_server: str, path: str) -> None:
    page, lang = themed
    extra = {
        "sources?source": "&source=002_620c49f9f88cd48c",
        "?compare": "&compare=sides",
        "?without": "&without=side%3Apress",
    }.get(path, "&place=shaar")
    opened(page, app_server, f"day=2016-12-06&lang={lang}{extra}", path.partition("?")[0])
    page.wait_for_timeout(500)
    found = Axe().run(page)
    assert not found.response["violations"], found.generate_report()
    assert page.evaluate("document.documentElement.lang") == lang


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("path", ["", "sources", "method", "data"])
def test_a_phone_needs_no_sideways_scroll(browser: Browser, app_server: str, path: str, lang: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    opened(page, app_server, f"day=2016-12-06&place=shaar&lang={lang}", path)
    page.wait_for_timeout(500)
    wide = page.evaluate(
        "() => [...document.querySelectorAll('.stMain, .stMain *')].filter(e => e.scrollWidth > e.clientWidth + 1 &&"
        " ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && !e.closest('.wide')"
        " && !e.closest('.st-key-compare')).map(e => e.className)"
    )
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 360
    assert not wide
    context.close()
