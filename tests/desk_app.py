"""The app with editors and a store of its own, and an editor's hands in a real browser."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Locator, Page, expect

from seeds.people import hash_password
from seeds.store import Store
from tests.browser import PATIENCE, ROOT, serve, settled

PASSWORD = "a long enough word"
HASH = hash_password(PASSWORD)


class DeskApp(msgspec.Struct, frozen=True):
    """A running app: its address, its store's, and its list of editors."""

    address: str
    url: str
    secrets: Path

    def store(self) -> Store:
        return Store(self.url)


def write_secrets(path: Path, *names: str, more: str = "") -> Path:
    rows = [f'[[people]]\nname = "{name}"\nrole = "editor"\npassword = "{HASH}"\n' for name in names]
    path.write_text(more + "\n".join(rows), "utf-8")
    return path


@pytest.fixture
def desk_app(tmp_path: Path) -> Iterator[DeskApp]:
    secrets = write_secrets(tmp_path / "secrets.toml", "Rana", "Sami")
    url = f"sqlite:///{tmp_path / 'store.sqlite3'}"
    with serve(ROOT / "app.py", ALEPPO_SECRETS=str(secrets), ALEPPO_STORE=url) as address:
        yield DeskApp(address, url, secrets)


@contextlib.contextmanager
def provider_app(folder: Path, secrets: str, port: int = 0) -> Iterator[DeskApp]:
    """The app with secrets that Streamlit itself reads, as a sign-in through a provider needs them: in a folder."""
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "config.toml").symlink_to(ROOT / ".streamlit" / "config.toml")
    (folder / "static").symlink_to(ROOT / "static", target_is_directory=True)
    script = folder / "app.py"
    script.write_bytes((ROOT / "app.py").read_bytes())
    path = folder / ".streamlit" / "secrets.toml"
    path.write_text(secrets, "utf-8")
    url = f"sqlite:///{folder / 'store.sqlite3'}"
    with serve(script, port, ALEPPO_SECRETS=str(path), ALEPPO_STORE=url) as address:
        yield DeskApp(address, url, path)


def by_provider(metadata: str, back: str, secret: str) -> str:
    """The settings of a sign-in through a provider: where it describes itself, where it sends back to."""
    return (
        f'[auth]\nredirect_uri = "{back}/oauth2callback"\ncookie_secret = "{secret}"\nclient_id = "map"\n'
        f'client_secret = "map"\nserver_metadata_url = "{metadata}/.well-known/openid-configuration"\n'
    )


# One person on the list, by the address that the provider vouches for.
PERSON = '\n[[people]]\nname = "Rana"\nrole = "editor"\nemail = "rana@example.org"\n'


def sign_in(page: Page, address: str, name: str = "Rana", query: str = "") -> None:
    """From the sign-in page to the desk."""
    page.goto(f"{address}/sign-in{query}")
    page.locator(".st-key-sign-in-name input").fill(name, timeout=PATIENCE)
    page.locator(".st-key-sign-in-password input").fill(PASSWORD)
    page.locator("button[kind=primaryFormSubmit]").click()
    page.locator(".st-key-to-desk button").click(timeout=PATIENCE)
    expect(page.locator(".st-key-desk-section")).to_be_visible(timeout=PATIENCE)
    settled(page)


def section(page: Page, number: int) -> None:
    """Open a section of the desk: 0 readings, 1 reports, 2 article, 3 boundaries, 4 record."""
    settled(page)  # a press while the desk is drawn anew is lost
    page.locator(".st-key-desk-section").locator("button").nth(number).click()
    settled(page)


def field(page: Page, name: str) -> Locator:
    """The input of a field of the article's form."""
    return page.locator(f"[class*='st-key-add-'][class*='-{name}'] :is(input, textarea)").first


def decide_again(page: Page, button: str, why: str) -> None:
    """In the record: press Undo or Approve beside a decision, look at what it does, give the reason, save."""
    page.locator(f".st-key-{button} button").click()
    expect(page.locator(".st-key-record-form h2")).to_be_visible(timeout=PATIENCE)
    settled(page)
    type_in(page, page.locator(".st-key-record-reason textarea"), why)
    page.locator(".st-key-save-record button").click()


def type_in(page: Page, box: Locator, text: str) -> None:
    """Fill a field and leave it, as a person does."""
    box.fill(text)
    box.blur()
    settled(page)
