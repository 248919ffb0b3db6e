"""A deployment as far as one machine goes: two processes of the app on one PostgreSQL, their health, their log."""

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from playwright.sync_api import Browser, Page, expect

from seeds.store import Store
from tests.browser import ROOT
from tests.desk_app import PATIENCE, DeskApp, decide_again, section, settled, sign_in, type_in, write_secrets
from tests.test_browser_desk import accept, add_article, reader_sees, reason
from tests.test_store import emptied

pytestmark = [pytest.mark.browser, pytest.mark.postgres]


class Replica(msgspec.Struct):
    address: str
    process: subprocess.Popen[bytes]
    log: Path


@contextlib.contextmanager
def replica(folder: Path, name: str, url: str, secrets: Path) -> Iterator[Replica]:
    """One process as docs/deploy.md starts it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder / f"{name}.log"
    command = [sys.executable, "-m", "uvicorn", "ui.serve:app", "--port", str(port), "--no-access-log"]
    environment = {**os.environ, "ALEPPO_STORE": url, "ALEPPO_SECRETS": str(secrets)}
    with log.open("wb") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            made = Replica(f"http://127.0.0.1:{port}", process, log)
            end = time.monotonic() + 60
            while health(made.address)[0] == 0:
                assert process.poll() is None, log.read_text("utf-8")
                assert time.monotonic() < end, "no answer within a minute"
                time.sleep(0.1)
            yield made
        finally:
            process.kill()
            process.wait()


def health(address: str) -> tuple[int, dict[str, object]]:
    """Status and body of /healthz; 0 while nothing answers."""
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=20) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())
    except OSError:
        return 0, {}


def test_two_replicas_on_one_postgresql(page: Page, browser: Browser, postgres_url: str, tmp_path: Path) -> None:
    url = emptied(postgres_url)
    secrets = write_secrets(tmp_path / "secrets.toml", "Rana", "Sami")
    with replica(tmp_path, "one", url, secrets) as one, replica(tmp_path, "two", url, secrets) as two:
        assert health(one.address) == (200, {"status": "ok", "failing": [], "decisions": 0})
        context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
        reader = context.new_page()
        seen_at_two = DeskApp(two.address, url, secrets)
        before = reader_sees(reader, seen_at_two)
        # An editor at the one, a reader at the other. Static files, pages and sessions work behind this entry too.
        sign_in(page, one.address)
        add_article(page)
        reason(page, "add-reason", "sent by the desk")
        page.locator(".st-key-save-article button").click()
        expect(page.locator(".notice")).to_contain_text("Recorded as decision 1", timeout=PATIENCE)
        settled(page)
        accept(page)
        expect(page.locator(".notice")).to_contain_text("Recorded as decision 2", timeout=PATIENCE)
        assert reader_sees(reader, seen_at_two) != before
        assert health(two.address)[1]["decisions"] == 2
        fonts = reader.evaluate("() => document.fonts.ready.then(() => [...document.fonts].map(f => f.family))")
        assert any("Noto" in family for family in fonts)
        # The editor's process dies; the decision does not, and the other process takes the next one.
        os.kill(one.process.pid, signal.SIGKILL)
        one.process.wait()
        second = context.new_page()
        sign_in(second, two.address, "Sami")
        section(second, 4)
        decide_again(second, "undo-1", "wrong place")
        expect(second.locator(".notice")).to_contain_text("Recorded as decision 3", timeout=PATIENCE)
        assert reader_sees(reader, seen_at_two) == before
        store = Store(url)
        assert [row.who for row in store.read()] == ["Rana", "Rana", "Sami"]
        store.close()
        # The store fails: health says so and no more, readers keep what was last seen, an editor loses nothing.
        section(second, 1)
        type_in(second, second.locator("[class*='st-key-why-'] textarea").first, "typed before it failed")
        engine = sa.create_engine(url)
        with engine.begin() as connection:
            connection.execute(sa.text("ALTER TABLE decisions RENAME TO hidden"))
        assert health(two.address) == (503, {"status": "failing", "failing": ["store"], "decisions": 3})
        assert reader_sees(reader, seen_at_two) == before
        expect(reader.locator(".notice")).to_contain_text("the map is as of decision 3")
        second.locator(".st-key-save-source button").click()
        expect(second.locator(".notice")).to_contain_text("the store does not answer", timeout=PATIENCE)
        assert second.locator("[class*='st-key-why-'] textarea").first.input_value() == "typed before it failed"
        with engine.begin() as connection:
            connection.execute(sa.text("ALTER TABLE hidden RENAME TO decisions"))
        engine.dispose()
        assert health(two.address)[0] == 200
        second.locator(".st-key-save-source button").click()
        expect(second.locator(".notice")).to_contain_text("Recorded as decision 4", timeout=PATIENCE)
        settled(second)
        context.close()
        logged = two.log.read_text("utf-8")
    lines = [json.loads(line) for line in logged.splitlines() if line.startswith("{")]
    assert {(row["event"], row.get("outcome")) for row in lines} >= {("decision", "recorded"), ("healthz", "store")}
    for private in ("Sami", "Rana", "127.0.0.1", "wrong place", "typed before", postgres_url):
        assert private not in "\n".join(line for line in logged.splitlines() if "Uvicorn running" not in line), private


def test_only_editors_upload(page: Page, tmp_path: Path) -> None:
    secrets = write_secrets(tmp_path / "secrets.toml", "Rana")
    with replica(tmp_path, "one", f"sqlite:///{tmp_path / 's.sqlite3'}", secrets) as one:
        stranger = urllib.request.Request(
            f"{one.address}/_stcore/upload_file/any-session/any-file", b"x" * 100, method="PUT"
        )
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(stranger, timeout=10)
        assert refused.value.code == 403
        sign_in(page, one.address)
        section(page, 2)
        page.locator("input[type=file]").set_input_files(
            {"name": "a.txt", "mimeType": "text/plain", "buffer": "سيطر الجيش على حي الشعار.".encode()}
        )
        page.locator(".st-key-read-files button").click(timeout=PATIENCE)
        expect(page.locator(".notice").first).to_contain_text("1 draft was made", timeout=PATIENCE)
