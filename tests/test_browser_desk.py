"""An editor's day in a real browser, and what a reader in another browser sees of it."""

from playwright.sync_api import Browser, Page, expect

from seeds.decision import AddSource, JudgeClaim, Undo
from tests.desk_app import PATIENCE, DeskApp, decide_again, field, section, settled, sign_in, type_in

ARTICLE = "سيطرت قوات النظام على حي الشعار."
DAY = "2016-11-20"


def reader_sees(page: Page, app: DeskApp, day: str = DAY, place: str = "shaar") -> tuple[str, str]:
    """What the map and the panel say of a place, as looks and words."""
    page.goto(f"{app.address}/?day={day}&place={place}")
    frame = page.frame_locator("iframe")
    expect(frame.locator(".leaflet-container")).to_have_attribute("data-day", day, timeout=PATIENCE)
    look = frame.locator(f".polygon[data-id={place}]").first.get_attribute("data-look")
    expect(page.locator(".st-key-panel .status").first).to_be_visible(timeout=PATIENCE)
    return str(look), page.locator(".st-key-panel .status").first.inner_text()


def add_article(page: Page, text: str = ARTICLE, **more: str) -> None:
    section(page, 2)
    fields = {
        "text": text, "title": "The army takes al-Shaar", "publisher": "Test Wire", "published": DAY,
        "published_basis": "dateline", "leaning_basis": "an agency", **more,
    }  # fmt: skip
    for name, value in fields.items():
        field(page, name).fill(value)
        field(page, name).blur()
    settled(page)


def reason(page: Page, key: str, text: str) -> None:
    type_in(page, page.locator(f"[class*='st-key-{key}'] textarea").first, text)


def accept(page: Page) -> None:
    """Accept the reading that the desk shows."""
    reason(page, "reason-", "read rightly")
    page.locator(".st-key-save-decision button").click()


def test_an_editors_day(page: Page, browser: Browser, desk_app: DeskApp) -> None:
    elsewhere = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    reader = elsewhere.new_page()
    before = reader_sees(reader, desk_app)
    assert "opposition" in before[0]

    sign_in(page, desk_app.address)
    add_article(page)
    desk = page.locator(".st-key-desk")
    expect(desk.locator(".read-live li")).to_have_count(1, timeout=PATIENCE)
    expect(desk.locator(".effect")).to_contain_text("al-Sha'ar")
    assert reader_sees(reader, desk_app) == before  # shown to the editor, not saved
    reason(page, "add-reason", "sent by the desk in Aleppo")
    page.locator(".st-key-save-article button").click()
    expect(page.locator(".notice")).to_contain_text("Recorded as decision 1", timeout=PATIENCE)
    settled(page)
    assert reader_sees(reader, desk_app) == before  # read by machine, accepted by nobody yet

    # The desk turns to the readings of the new article.
    expect(desk.locator("[class*='st-key-pick-'] button")).to_have_count(1, timeout=PATIENCE)
    expect(desk).to_contain_text("Test Wire")
    accept(page)
    expect(page.locator(".notice")).to_contain_text("Recorded as decision 2", timeout=PATIENCE)
    after = reader_sees(reader, desk_app)
    assert after != before
    assert "government" in after[0]

    # The public record says what and why, and not who.
    reader.goto(f"{desk_app.address}/corrections")
    expect(reader.locator("#decision-1")).to_contain_text("sent by the desk in Aleppo", timeout=PATIENCE)
    assert "Rana" not in reader.locator("body").inner_text()

    section(page, 4)
    decide_again(page, "undo-1", "the agency took it back")
    expect(page.locator(".notice")).to_contain_text("Recorded as decision 3", timeout=PATIENCE)
    assert reader_sees(reader, desk_app) == before
    elsewhere.close()
    store = desk_app.store()
    assert [type(row.what) for row in store.read()] == [AddSource, JudgeClaim, Undo]
    assert {row.who for row in store.read()} == {"Rana"}
    store.close()
