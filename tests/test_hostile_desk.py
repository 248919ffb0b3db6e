"""Hostile words in every field an editor can fill: no script, no template, no request, in the app and its exports."""

import csv
import datetime
import io
import json
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Page, expect

import extract
from extract.extra import ExtraSpeaker, also, extra
from extract.reading import Speaker
from seeds.decision import AmendClaim, reading_hash
from seeds.desk import Desk
from seeds.people import People, SignIn
from seeds.source import Record
from seeds.store import Store
from tests.browser import ROOT, serve
from tests.desk_app import PATIENCE, DeskApp, section, settled, sign_in, write_secrets
from tests.test_escape import HOSTILE
from ui.desk_draft import FIELDS, PREFIX

pytestmark = pytest.mark.browser
WORDS = (
    *HOSTILE,
    "![x](https://elsewhere.invalid/pixel.png) [y](javascript:window.ran=1) :red[z] :material/home: $x^2$",
    '=HYPERLINK("https://elsewhere.invalid")',
    "\u202e\u2066right to left\u2069\u202c",
)
READERS = ("", "sources", "data")


def fill(store: Store, secrets: Path) -> list[str]:
    """Every write with every hostile word in every field that takes words; the ids of the articles."""
    desk = Desk(store, People(secrets))
    by = SignIn("Rana", datetime.datetime.now(datetime.UTC))
    ids = []
    for number, word in enumerate(WORDS):
        record = Record(
            id=f"hostile-{number}", publisher=f"{word} P", agency=f"{word} A", leaning="none", leaning_basis=word,
            url=f"https://127.0.0.1/{word}", title=f"{word} T", published=f"2016-11-{16 + number}",
            published_basis=word, language="ar", original_language="ar", text_kind="original",
        )  # fmt: skip
        speaker = Speaker(f"speaker-{number}", f"{word} S", f"فلان {word}", "monitor", word)
        text = f"قال فلان {word} الفلاني إن قوات النظام سيطرت على حي الشعار.\n{word}\nسيطرت قوات النظام على حي {word}."
        desk.add_source(by, record, text, word, f"a{number}")
        desk.add_speaker(by, speaker.id, f"فلان {word} الفلاني", speaker.name_en, "monitor", word, word, f"b{number}")
        desk.add_spelling(by, "shaar", f"{word} الشعار", "ar", "", word, f"c{number}")
        desk.date_source(by, record.id, f"2016-11-{16 + number}", word, word, f"d{number}", store.last_id())
        with also(extra([], [ExtraSpeaker(f"فلان {word} الفلاني", speaker)])):
            claims = extract.read(text, record).claims
        for claim in claims[:1]:
            fields = {"claimant_name": f"{word} C", "claimant": word, "relay": word, "of": word, "value": word}
            # as an import may hold it: the desk itself takes no such fields
            store.append("Rana", claim.id, AmendClaim(fields, reading_hash(claim)), word, f"e{number}")
        desk.move_point(by, "baedeen-roundabout", 36.2377, 37.1842, word, word, f"h{number}", store.last_id())
        made = desk.switch_source(by, "2016-12-06-step-news-agency", True, word, f"f{number}", store.last_id())
        desk.undo(by, made, word, f"g{number}")
        draft = dict.fromkeys(FIELDS, word) | {"leaning": "none", "language": "ar", "original_language": "ar"}
        draft["text_kind"] = "original"
        desk.save_draft(by, f"{PREFIX}{number}", msgspec.json.encode(draft).decode())
        ids.append(record.id)
    return ids


@pytest.fixture(scope="module")
def hostile_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskApp]:
    folder = tmp_path_factory.mktemp("hostile")
    secrets = write_secrets(folder / "secrets.toml", "Rana")
    url = f"sqlite:///{folder / 'store.sqlite3'}"
    store = Store(url)
    fill(store, secrets)
    store.close()
    with serve(ROOT / "app.py", ALEPPO_SECRETS=str(secrets), ALEPPO_STORE=url) as address:
        yield DeskApp(address, url, secrets)


def unharmed(page: Page) -> None:
    """Nothing ran in the page or any frame of it, nothing was built that words should not build."""
    expect(page.get_by_test_id("stException")).to_have_count(0)
    for frame in page.frames:
        assert frame.evaluate("() => window.ran") is None, frame.url
        assert (
            frame.evaluate("() => document.querySelectorAll('img[src=x], [onerror], a[href^=javascript]').length") == 0
        )
        assert frame.evaluate("() => [...document.images].filter(i => i.src.includes('elsewhere')).length") == 0


def opened(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator(".foot")).to_be_visible(timeout=PATIENCE)
    settled(page)


@pytest.mark.parametrize(("lang", "paths"), [("en", READERS), ("ar", ("", "sources"))])
def test_readers_see_hostile_words_as_words(
    page: Page, hostile_app: DeskApp, lang: str, paths: tuple[str, ...]
) -> None:
    for path in paths:
        opened(page, f"{hostile_app.address}/{path}?lang={lang}&day=2016-11-20&place=shaar")
        unharmed(page)
    for number in (6, len(HOSTILE)):
        opened(page, f"{hostile_app.address}/sources?lang={lang}&source=hostile-{number}")
        assert WORDS[number] in page.locator("h1").inner_text()
        unharmed(page)
    opened(page, f"{hostile_app.address}/corrections?lang={lang}")
    body = page.locator("body").inner_text()
    assert all(word in body for word in WORDS if "\u202e" not in word)
    assert "⟦RLO⟧" in body
    unharmed(page)


def test_switches_and_citations_show_hostile_words_as_words(page: Page, hostile_app: DeskApp) -> None:
    opened(page, f"{hostile_app.address}/?day=2016-11-20&place=shaar")
    for popover in ("sources-popover", "cite"):
        page.locator(f".st-key-{popover} button").first.click()
        settled(page)
        unharmed(page)
        for tab in page.get_by_role("tab").all():
            tab.click()
            settled(page)
            unharmed(page)
        page.keyboard.press("Escape")


def test_the_desk_shows_hostile_words_as_words(page: Page, hostile_app: DeskApp) -> None:
    sign_in(page, hostile_app.address)
    desk = page.locator(".st-key-desk")
    page.locator(".st-key-desk-state input").fill("amended")
    page.keyboard.press("Enter")
    settled(page)
    picks = desk.locator("[class*='st-key-pick-'] button")
    assert 5 < picks.count() <= 12
    for number in range(picks.count()):
        picks.nth(number).click()
        settled(page)
        unharmed(page)
    for number in (1, 2, 3, 4):
        section(page, number)
        unharmed(page)
    section(page, 1)
    for name in ("hostile-0", "hostile-6", f"hostile-{len(HOSTILE)}"):
        desk.locator(f".st-key-report-{name} button").click()
        settled(page)
        unharmed(page)
    section(page, 2)
    page.locator(".st-key-draft-pick input").fill(WORDS[6][:12])
    page.keyboard.press("Enter")
    settled(page)
    assert desk.locator("textarea").first.input_value() == WORDS[6]
    unharmed(page)


def test_exports_hold_hostile_words_as_words(page: Page, hostile_app: DeskApp) -> None:
    opened(page, f"{hostile_app.address}/data?day=2016-11-20")
    files = {}
    expect(page.get_by_test_id("stDownloadButton").nth(2)).to_be_visible(timeout=PATIENCE)
    for button in page.get_by_test_id("stDownloadButton").all():
        with page.expect_download() as started:
            button.locator("button").click()
        files[started.value.suggested_filename] = Path(started.value.path()).read_text("utf-8")
    assert len(files) >= 3
    for name, text in files.items():
        if name.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"))) for cell in row]
            assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
            assert any("HYPERLINK" in cell for cell in cells)
        elif name.endswith("l"):
            assert all(json.loads(line) for line in text.splitlines())
        else:
            assert json.loads(text)
