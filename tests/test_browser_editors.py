"""Two editors: the second one's yes, the conflict that is told, and drafts that outlive a crash; many files at once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from geo.claim import read_claims
from seeds.decision import AddSource, AmendClaim, Approve, JudgeClaim, SwitchSource
from seeds.store import Store
from tests.browser import ROOT, serve
from tests.desk_app import PATIENCE, DeskApp, decide_again, field, section, settled, sign_in, type_in, write_secrets
from tests.test_browser_desk import accept, add_article, reader_sees, reason
from tests.test_upload import word

pytestmark = pytest.mark.browser

STREAMLITS_OWN = {"presentation-role-conflict"}  # its field for files calls itself presentation


@pytest.fixture
def other_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    yield context.new_page()
    context.close()


def test_what_changes_the_map_waits_for_the_second_editor(page: Page, other_page: Page, desk_app: DeskApp) -> None:
    write_secrets(desk_app.secrets, "Rana", "Sami", more="[desk]\nsecond_editor = true\n")
    sign_in(page, desk_app.address)
    add_article(page)
    reason(page, "add-reason", "sent by the desk")
    page.locator(".st-key-save-article button").click()
    expect(page.locator(".notice")).to_contain_text("Recorded as decision 1", timeout=PATIENCE)
    settled(page)
    accept(page)
    expect(page.locator(".notice")).to_contain_text("waits for a second editor", timeout=PATIENCE)
    settled(page)
    section(page, 4)
    expect(page.locator(".st-key-undo-2")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".st-key-approve-2")).to_have_count(0)  # not by the one who decided
    assert "opposition" in reader_sees(other_page, desk_app)[0]
    other_page.goto(f"{desk_app.address}/corrections")
    expect(other_page.locator(".foot")).to_be_visible(timeout=PATIENCE)
    expect(other_page.locator("#decision-2")).to_have_count(0)
    sign_in(other_page, desk_app.address, "Sami")
    section(other_page, 4)
    decide_again(other_page, "approve-2", "seen the report")
    expect(other_page.locator(".notice")).to_contain_text("Recorded as decision 3", timeout=PATIENCE)
    assert "government" in reader_sees(other_page, desk_app)[0]
    store = desk_app.store()
    assert [type(row.what) for row in store.read()][1:] == [JudgeClaim, Approve]
    store.close()


def test_the_second_editor_is_told_what_the_first_did(page: Page, other_page: Page, desk_app: DeskApp) -> None:
    sign_in(page, desk_app.address)
    sign_in(other_page, desk_app.address, "Sami")
    for one, chosen, why in ((page, "Reject", "misread"), (other_page, "Accept", "read rightly")):
        one.locator("[class*='st-key-decision-']").get_by_text(chosen, exact=True).click()
        settled(one)
        type_in(one, one.locator("[class*='st-key-reason-'] textarea").first, why)
    page.locator(".st-key-save-decision button").click()
    expect(page.locator(".notice")).to_contain_text("Recorded as decision 1", timeout=PATIENCE)
    other_page.locator(".st-key-save-decision button").click()
    notice = other_page.locator(".notice")
    expect(notice).to_contain_text("somebody else decided", timeout=PATIENCE)
    for words in ("Rana", "Rejected", "misread"):
        expect(notice).to_contain_text(words)
    store = desk_app.store()
    assert len(store.read()) == 1
    assert other_page.locator("[class*='st-key-reason-'] textarea").first.input_value() == "read rightly"
    other_page.locator(".st-key-save-decision button").click()  # having read it
    expect(notice).to_contain_text("Recorded as decision 2", timeout=PATIENCE)
    assert [row.what.verdict for row in store.read() if isinstance(row.what, JudgeClaim)] == ["rejected", "accepted"]
    store.close()


def test_what_was_typed_outlives_the_server_and_the_browser(page: Page, tmp_path: Path) -> None:
    secrets = write_secrets(tmp_path / "secrets.toml", "Rana")
    environment = {"ALEPPO_SECRETS": str(secrets), "ALEPPO_STORE": f"sqlite:///{tmp_path / 's.sqlite3'}"}
    with serve(ROOT / "app.py", **environment) as address:
        sign_in(page, address)
        add_article(page, title="Typed before the crash")
        until_stored(page, environment["ALEPPO_STORE"], "an agency")  # the field that was left last
    with serve(ROOT / "app.py", **environment) as address:
        sign_in(page, address)
        section(page, 2)
        page.locator(".st-key-draft-pick input").fill("Typed before")
        page.get_by_role("option", name="Typed before the crash").click(timeout=PATIENCE)
        expect(field(page, "title")).to_have_value("Typed before the crash", timeout=PATIENCE)
        expect(field(page, "publisher")).to_have_value("Test Wire")
        expect(field(page, "leaning_basis")).to_have_value("an agency")
        expect(field(page, "text")).to_have_value(re.compile("الشعار"))


def until_stored(page: Page, url: str, words: str) -> None:
    """Wait until a draft holds these words: a field is kept a moment after it is left."""
    store = Store(url)
    for _ in range(PATIENCE // 100):
        if any(words in text for text in store.read_drafts("Rana").values()):
            break
        page.wait_for_timeout(100)
    else:
        pytest.fail(f"no draft holds {words!r}")
    store.close()


def test_many_files_become_drafts_and_each_bad_one_is_a_sentence(page: Page, desk_app: DeskApp) -> None:
    sign_in(page, desk_app.address)
    section(page, 2)
    text = "قال المرصد إن القوات سيطرت على حي الشعار."
    files = {
        "good.txt": text.encode(), "old.txt": text.encode("cp1256"), "word.docx": word(text),
        "page.html": f"<html><body><p>{text}</p></body></html>".encode(), "empty.txt": b"", "zip.txt": word(text),
        "deep.html": b"<div>" * 5000, "nul.txt": b"\0" * 500,
    }  # fmt: skip
    page.locator("input[type=file]").set_input_files(
        [{"name": n, "mimeType": "application/octet-stream", "buffer": b} for n, b in files.items()]
    )
    page.locator(".st-key-read-files button").click(timeout=PATIENCE)
    notice = page.locator(".st-key-desk .notice").first
    expect(notice).to_contain_text("4 drafts were made", timeout=PATIENCE)
    for words in (
        "empty.txt: empty", "zip.txt: not a text but a zip archive", "deep.html: an HTML page nested deeper",
        "nul.txt: not text in any known encoding", "old.txt: not UTF-8; read as cp1256",
        "word.docx: read as a Word file",
    ):  # fmt: skip
        expect(notice).to_contain_text(words)
    store = desk_app.store()
    assert len(store.read_drafts("Rana")) == 4
    assert store.read() == []
    store.close()


def test_an_unknown_name_is_added_where_it_is_met_and_read_at_once(page: Page, desk_app: DeskApp) -> None:
    sign_in(page, desk_app.address)
    add_article(page, "سيطرت قوات النظام على حي الشعار وعلى حي المياسين في حلب.")
    desk = page.locator(".st-key-desk")
    expect(desk.locator(".read-live li")).to_have_count(1, timeout=PATIENCE)
    spelling = desk.locator("[class*='st-key-spell-']").first
    expect(desk).to_contain_text("المياسين")
    spelling.locator("input").fill("Karm al-Myassar")
    page.keyboard.press("Enter")
    settled(page)
    type_in(page, desk.locator("[class*='st-key-word-reason-'] input").first, "so the district council writes it")
    desk.locator("[class*='st-key-add-spelling-'] button").click()
    expect(page.locator(".notice").first).to_contain_text("Recorded as decision 1", timeout=PATIENCE)
    expect(desk.locator(".read-live li")).to_have_count(2, timeout=PATIENCE)
    expect(desk.locator("[class*='st-key-spell-']")).to_have_count(0)
    # The same text again is recognised; an address alone is kept without one.
    reason(page, "add-reason", "sent by the desk")
    page.locator(".st-key-save-article button").click()
    expect(page.locator(".notice").first).to_contain_text("Recorded as decision 2", timeout=PATIENCE)
    settled(page)
    add_article(page, "سيطرت قوات النظام على حي الشعار ‏وعلى حي المياسين في حلب.\n", publisher="Other Wire")
    expect(desk).to_contain_text("The same text is here already", timeout=PATIENCE)
    type_in(page, field(page, "text"), "")
    type_in(page, field(page, "url"), "javascript:alert(1)")
    expect(desk).to_contain_text("expected http:// or https:// or null")
    expect(page.locator(".st-key-save-article button")).to_be_disabled()
    type_in(page, field(page, "url"), "https://example.org/report")
    reason(page, "add-reason", "only the address may be kept")
    page.locator(".st-key-save-article button").click()
    expect(page.locator(".notice").first).to_contain_text("Recorded as decision 3", timeout=PATIENCE)
    store = desk_app.store()
    last = store.read()[-1].what
    assert isinstance(last, AddSource)
    assert (last.text, last.record["url"]) == (None, "https://example.org/report")
    assert store.read_drafts("Rana") == {}
    store.close()


def choose(page: Page, key: str, text: str) -> None:
    """Pick an option of a select box by what it begins with."""
    page.locator(f"[class*='st-key-{key}'] input").first.fill(text)
    page.keyboard.press("Enter")
    settled(page)


def test_a_reading_is_amended_and_all_of_a_report_are_rejected_at_once(page: Page, desk_app: DeskApp) -> None:
    sign_in(page, desk_app.address)
    choose(page, "desk-source", "Micro Syria")
    desk = page.locator(".st-key-desk")
    desk.locator("[class*='st-key-pick-'] button").first.click()
    settled(page)
    desk.locator("[class*='st-key-decision-']").get_by_text("Amend", exact=True).click()
    settled(page)
    choose(page, "amend-", "Bab")  # the first field is the place
    expect(desk).to_contain_text("What it does to the map", timeout=PATIENCE)
    reason(page, "reason-", "the next sentence names it")
    page.locator(".st-key-save-decision button").click()
    expect(page.locator(".notice").first).to_contain_text("Recorded as decision 1", timeout=PATIENCE)
    settled(page)
    expect(desk.locator(".tag").first).not_to_have_text("amended")  # the next reading has opened
    desk.locator("[class*='st-key-pick-'] button").first.click()
    settled(page)
    expect(desk.locator(".tag").first).to_have_text("amended")
    desk.locator("[class*='st-key-decision-']").get_by_text("Reject", exact=True).click()
    settled(page)
    choose(page, "scope-", "all of this report")
    reason(page, "reason-", "a hoax")
    page.locator(".st-key-save-decision button").click()
    expect(page.locator(".notice").first).to_contain_text("recorded", timeout=PATIENCE)
    settled(page)
    store = desk_app.store()
    rows = store.read()
    assert isinstance(rows[0].what, AmendClaim)
    assert rows[0].what.fields["place"].startswith("bab")
    claims = {c.id for c in read_claims((ROOT / "seeds/claims.jsonl").read_bytes(), "")[0] if "micro" in c.article}
    here = {c for c in claims if c in {row.target for row in rows[1:]}}
    assert len(here) == len(rows) - 1 >= 3
    assert all(isinstance(row.what, JudgeClaim) and row.what.verdict == "rejected" for row in rows[1:])
    assert len({row.request for row in rows}) == len(rows)
    store.close()


def test_switching_all_reports_of_a_publisher_off_and_the_desk_in_arabic(page: Page, desk_app: DeskApp) -> None:
    sign_in(page, desk_app.address)
    page.locator(".st-key-language button").click()
    expect(page.locator("html")).to_have_attribute("lang", "ar", timeout=PATIENCE)
    for number in (0, 2, 3, 4, 1):
        section(page, number)
        found = Axe().run(page)
        broken = {rule["id"] for rule in found.response["violations"]} - STREAMLITS_OWN
        assert not broken, found.generate_report()
    page.locator(".st-key-report-2016-11-28-enab-baladi button").click()
    settled(page)
    page.locator("[class*='st-key-all-'] label").click()
    settled(page)
    type_in(page, page.locator("[class*='st-key-why-'] textarea").first, "غير موثوق")
    page.locator(".st-key-save-source button").click()
    expect(page.locator(".notice")).to_contain_text("سُجّل", timeout=PATIENCE)
    settled(page)
    store = desk_app.store()
    rows = store.read()
    assert {row.target for row in rows} == {
        "2016-11-28-enab-baladi", "2016-12-07-enab-baladi", "2016-12-12-enab-baladi"
    }  # fmt: skip
    assert all(row.what == SwitchSource(False) for row in rows)
    store.close()
    text = page.locator(".stMain").inner_text()
    assert "Save" not in text
    assert "Reason" not in text
