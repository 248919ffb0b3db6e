"""Signing in through an OpenID Connect provider, as an editor does it in a real browser, and out again."""

import contextlib
import json
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import free_port
from tests.desk_app import PATIENCE, PERSON, by_provider, provider_app

pytestmark = pytest.mark.browser

RANA = {"sub": "rana", "email": "rana@example.org", "email_verified": True}
USERS = (RANA, RANA | {"sub": "unsure", "email_verified": False}, RANA | {"sub": "sami", "email": "sami@example.org"})


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    """The address of a provider of these tests' own, on this machine."""
    port = free_port()
    claims = [option for user in USERS for option in ("--user-claims", json.dumps(user))]
    with subprocess.Popen(
        [sys.executable, "-m", "oidc_provider_mock", "--port", str(port), *claims],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    ) as process:  # fmt: skip
        address = f"http://localhost:{port}"
        for _ in range(300):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"{address}/.well-known/openid-configuration", timeout=2).close()
                break
            time.sleep(0.1)
        yield address
        process.terminate()


@pytest.fixture(scope="module")
def app(provider: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app that sends its editors to that provider."""
    port = free_port()
    secrets = by_provider(provider, f"http://127.0.0.1:{port}", "of these tests alone") + PERSON
    with provider_app(tmp_path_factory.mktemp("organisation"), secrets, port) as made:
        yield made.address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that may ask for more than the app's: the provider's own sheets of style come from elsewhere, in vain."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    yield context.new_page()
    context.close()


def through(page: Page, app: str, sub: str) -> None:
    """From the sign-in page to the provider, and back as that person."""
    page.goto(f"{app}/sign-in")
    page.locator(".st-key-provider button").click(timeout=PATIENCE)
    page.locator("input[name=sub]").fill(sub, timeout=PATIENCE)
    page.get_by_role("button", name="Authorize", exact=True).click()
    expect(page.locator(".foot")).to_be_visible(timeout=PATIENCE)
    page.goto(f"{app}/sign-in")
    expect(page.locator(".foot")).to_be_visible(timeout=PATIENCE)


def test_a_listed_person_signs_in_at_the_provider_stays_so_over_a_reload_and_signs_out(page: Page, app: str) -> None:
    through(page, app, "rana")
    page.locator(".st-key-to-desk button").click(timeout=PATIENCE)
    expect(page.locator(".st-key-desk-section")).to_be_visible(timeout=PATIENCE)
    page.goto(f"{app}/sign-in")
    page.locator(".st-key-sign-out button").click(timeout=PATIENCE)
    page.get_by_role("button", name="End session").click(timeout=PATIENCE)  # at the provider too
    expect(page.locator(".foot")).to_be_visible(timeout=PATIENCE)
    page.goto(f"{app}/sign-in")
    expect(page.locator(".st-key-provider button")).to_be_visible(timeout=PATIENCE)
    page.goto(f"{app}/desk")
    expect(page.locator(".foot")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-desk-section")).to_have_count(0)


@pytest.mark.parametrize("sub", ["unsure", "sami"])
def test_an_unverified_or_unlisted_person_signs_in_there_and_is_no_editor_here(page: Page, app: str, sub: str) -> None:
    through(page, app, sub)
    expect(page.locator(".st-key-provider button")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-to-desk")).to_have_count(0)
