"""What goes over the wire of a page, by address, and when: counted by the browser, and on the way as compressed."""

import contextlib
import socket
import threading
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page


class Wire:
    """Bytes and moments of a page's traffic since `clear`. WebSocket frames count with what they carry."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        self.session.send("Network.enable")
        self.urls: dict[str, str] = {}
        self.session.on("Network.requestWillBeSent", self._asked)
        self.session.on("Network.loadingFinished", self._loaded)
        self.session.on("Network.webSocketFrameReceived", lambda e: self._frame(e, received=True))
        self.session.on("Network.webSocketFrameSent", lambda e: self._frame(e, received=False))
        self.clear()

    def clear(self) -> None:
        """Forget what was counted."""
        self.files: dict[str, int] = {}
        self.messages = 0
        self.sent_at: float | None = None  # of the first message since, in seconds
        self.heard_at: float | None = None  # of the last

    def _asked(self, event: dict[str, Any]) -> None:
        self.urls[event["requestId"]] = event["request"]["url"]

    def _loaded(self, event: dict[str, Any]) -> None:
        path = urlsplit(self.urls.get(event["requestId"], "")).path
        self.files[path] = self.files.get(path, 0) + int(event["encodedDataLength"])

    def _frame(self, event: dict[str, Any], *, received: bool) -> None:
        data = event["response"]["payloadData"]
        binary = event["response"]["opcode"] == 2  # written down as base64
        self.messages += len(data) * 3 // 4 if binary else len(data)
        if received:
            self.heard_at = event["timestamp"]
        elif self.sent_at is None:
            self.sent_at = event["timestamp"]

    def own(self) -> int:
        """Bytes beyond Streamlit's own files: ours, the map component's, and the messages."""
        return self.messages + sum(size for path, size in self.files.items() if not _is_streamlit(path))

    def rerun(self) -> float:
        """Milliseconds from the first message sent to the last one received."""
        return (self.heard_at - self.sent_at) * 1000 if self.heard_at and self.sent_at else float("nan")


class Relay:
    """Passes a server's traffic on and counts it as it is on the wire, where messages travel compressed."""

    def __init__(self, server: str) -> None:
        parts = urlsplit(server)
        self.target = (str(parts.hostname), int(parts.port or 80))
        self.own = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.own.getsockname()[1]}"
        self.count = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):  # closed
            while True:
                near, _ = self.own.accept()
                far = socket.create_connection(self.target)
                for pair in ((near, far), (far, near)):
                    threading.Thread(target=self._pass_on, args=pair, daemon=True).start()

    def _pass_on(self, here: socket.socket, there: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := here.recv(65536):
                self.count += len(data)
                there.sendall(data)
            there.shutdown(socket.SHUT_WR)


@contextlib.contextmanager
def relay(server: str) -> Iterator[Relay]:
    """A relay in front of a server, closed at the end."""
    passing = Relay(server)
    try:
        yield passing
    finally:
        passing.own.close()


def _is_streamlit(path: str) -> bool:
    return path in {"/", "/favicon.png"} or path.startswith(("/static/", "/_stcore/"))


def visit(browser: Browser, address: str) -> tuple[Page, Wire]:
    """A page in a browser that has never been there, and its traffic."""
    page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
    wire = Wire(page)
    page.goto(address)
    page.wait_for_function(
        """() => [document, ...[...document.querySelectorAll('iframe')].map(f => f.contentDocument).filter(Boolean)]
        .some(d => [...d.querySelectorAll('path.leaflet-interactive')].filter(p => p.style.fill ||
        p.getAttribute('fill') !== '#3388ff').length > 100)""",
        timeout=60_000,
    )
    return page, wire
