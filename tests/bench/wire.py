"""What goes over the wire of a page, by address, and when: counted by the browser itself."""

from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page


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


def _is_streamlit(path: str) -> bool:
    return path in {"/", "/favicon.png"} or path.startswith(("/static/", "/_stcore/"))
