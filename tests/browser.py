"""A real browser for the tests: which one, a page that refuses every other host, and the app on a free port."""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

ROOT = Path(__file__).parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
PATIENCE = 30_000  # milliseconds, on a machine with other things to do
HOW = (
    "No browser for the tests: set CHROME to a Chromium or Chrome, "
    f"or run `{sys.executable} -m playwright install chromium`."
)
# Nothing but this machine can be reached, and the browser starts no errands of its own.
FLAGS = [
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
]


def find_browser(playwright: Playwright) -> str:
    """Path of a browser: $CHROME, the machine's, Debian's package for root, Playwright's own download."""
    if given := os.environ.get("CHROME"):
        if not shutil.which(given):
            pytest.fail(f"CHROME={given} is not a program: set it to a Chromium or Chrome, or unset it.", pytrace=False)
        return given
    if found := _installed():
        return found
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
            subprocess.run(command, check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, **quiet)
        if found := _installed():
            return found
    own = playwright.chromium.executable_path
    if not Path(own).exists():
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not Path(own).exists():
        pytest.fail(HOW, pytrace=False)
    return own


def _installed() -> str | None:
    found = next(filter(None, map(shutil.which, NAMES)), None)
    return found or next((path for path in MAC if Path(path).exists()), None)


@contextlib.contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium without a window; its sandbox stays on wherever it can (root has none)."""
    with sync_playwright() as playwright:
        path = find_browser(playwright)
        flags = [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else FLAGS
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        try:
            yield browser
        finally:
            browser.close()


class Served(str):
    """The address of a running script, and the number of its process."""

    __slots__ = ("process",)
    process: int


def free_port() -> int:
    """A port of this machine that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


@contextlib.contextmanager
def serve(script: Path, port: int = 0, **environment: str) -> Iterator[Served]:
    """Run a Streamlit script on this port of this machine, or on a free one; the address while it runs."""
    port = port or free_port()
    address = Served(f"http://127.0.0.1:{port}")
    command = [
        sys.executable, "-m", "streamlit", "run", str(script),
        "--server.headless=true", "--server.address=127.0.0.1", f"--server.port={port}",
        "--server.fileWatcherType=none", "--browser.gatherUsageStats=false",
    ]  # fmt: skip
    paths = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    log = script.parent / f".streamlit-{port}.log" if script.parent != ROOT else Path(os.devnull)
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=script.parent,
            env={**os.environ, "PYTHONPATH": paths, **environment},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        address.process = process.pid
        try:
            _wait(process, f"{address}/_stcore/health", log)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(process: subprocess.Popen[bytes], health: str, log: Path, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            pytest.fail(f"Streamlit ended at once: {log.read_text('utf-8')[-2000:]}", pytrace=False)
        with contextlib.suppress(OSError), urllib.request.urlopen(health, timeout=2) as answer:
            if answer.status == 200:
                return
        time.sleep(0.1)
    pytest.fail(f"Streamlit did not answer at {health} within {seconds:.0f} s", pytrace=False)


def stand_in(folder: Path, script: str) -> Path:
    """A script of a test's own, beside the project's static files and settings, so that both are served with it."""
    for name in ("static", ".streamlit"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    path = folder / "app.py"
    path.write_text(script, "utf-8")
    return path


def settled(page: Page) -> None:
    """Wait until the script has run to its end."""
    page.wait_for_timeout(150)  # what was done reaches the server first
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning", timeout=PATIENCE)


def is_foreign(url: str) -> bool:
    """Whether a request would leave this machine."""
    parts = urlsplit(url)
    return parts.scheme not in {"data", "blob", "about", "file"} and parts.hostname not in {"localhost", "127.0.0.1"}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_browser() as found:
        yield found


@pytest.fixture
def console_errors() -> list[str]:
    """What the page's console called an error so far."""
    return []


@pytest.fixture
def page(browser: Browser, console_errors: list[str]) -> Iterator[Page]:
    """A page of its own; the test fails if anything on it asked another host for anything."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="en-GB")
    foreign: list[str] = []
    context.on("request", lambda request: foreign.append(request.url) if is_foreign(request.url) else None)
    context.on("console", lambda said: console_errors.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda thrown: console_errors.append(str(thrown.error)))
    page = context.new_page()
    page.on("websocket", lambda socket: foreign.append(socket.url) if is_foreign(socket.url) else None)
    yield page
    context.close()
    assert not foreign, "requests left the machine: " + ", ".join(sorted(set(foreign)))


@pytest.fixture(scope="session")
def app_server() -> Iterator[str]:
    """Address of the app itself, running on a free port."""
    with serve(ROOT / "app.py") as address:
        yield address
