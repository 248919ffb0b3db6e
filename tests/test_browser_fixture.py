"""The page that the browser tests get really refuses other hosts, and says so."""

from playwright.sync_api import Browser

from tests.browser import is_foreign


def test_other_hosts_are_foreign() -> None:
    assert is_foreign("https://example.org/leaflet.js")
    assert is_foreign("wss://example.org/socket")
    assert not is_foreign("http://127.0.0.1:8501/")
    assert not is_foreign("data:image/png;base64,")


def test_another_host_cannot_be_reached(browser: Browser) -> None:
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(f"{request.url} {request.failure}"))
    page.set_content("<img src='https://example.org/a.png'><img src='http://192.0.2.1/b.png'>")
    page.wait_for_function("[...document.images].every(i => i.complete)")
    page.close()
    assert sorted(failed) == [
        "http://192.0.2.1/b.png net::ERR_NAME_NOT_RESOLVED",
        "https://example.org/a.png net::ERR_NAME_NOT_RESOLVED",
    ]
