"""The app for a deployment, `python -m uvicorn ui.serve:app`: it adds /healthz and takes uploads from editors alone."""

import functools
import logging
from pathlib import Path

import streamlit as st
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from geo.city import load_city
from geo.claim import read_claims
from geo.places import DataError
from seeds.current import StoreError, current
from seeds.log import log
from ui.desk_uploads import may_upload
from ui.load import DECISIONS, ROOT, Stamp, stamp

UPLOADS = "/_stcore/upload_file/"


async def healthz(_request: Request) -> JSONResponse:
    """200 while the data can be drawn and the store answers, else 503 with the name of what fails, and no more."""
    failing, number = await run_in_threadpool(health)
    if failing:
        log("healthz", outcome=" ".join(failing))
    body = {"status": "failing" if failing else "ok", "failing": failing, "decisions": number}
    return JSONResponse(body, status_code=503 if failing else 200, headers={"Cache-Control": "no-store"})


def health() -> tuple[list[str], int | None]:
    """What fails, of `data` and `store`, and the number of the newest decision; null where there is no store."""
    failing: list[str] = []
    number = None
    try:
        store = current()
        if store is not None:
            edits, news = store.look()
            number = edits.last
            if not news:
                failing.append("store")
    except StoreError:
        failing.append("store")
    try:
        files = tuple(entry for entry in stamp() if entry[0] != DECISIONS)
        if not _draws(files):
            failing.append("data")
    except DataError:  # a stamp needs the store: that is said already
        pass
    return failing, number


@functools.lru_cache(maxsize=1)
def _draws(_files: Stamp) -> bool:
    """Whether the data files can be used, tried once for each version of them."""
    try:
        load_city()
        _, wrong = read_claims((ROOT / "seeds" / "claims.jsonl").read_bytes(), "claims.jsonl")
    except (DataError, OSError):
        return False
    return not wrong


class EditorsUpload:
    """Refuses bytes from sessions that are not an editor's: anybody else could fill the server's memory."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through all but foreign uploads."""
        path = str(scope.get("path", ""))
        if scope["type"] == "http" and UPLOADS in path and scope["method"] not in ("OPTIONS", "DELETE"):
            session = path.partition(UPLOADS)[2].partition("/")[0]
            if not may_upload(session):
                log("upload", outcome="refused")
                await PlainTextResponse("Only editors upload files.", 403)(scope, receive, send)
                return
        await self.app(scope, receive, send)


def say_no_addresses() -> None:
    """Keep readers' addresses out of the log: Streamlit has every request and socket logged with its sender's.

    What goes wrong is still said; levels would be set anew when Streamlit reads its settings, filters stay.
    """
    for name in ("uvicorn.access", "uvicorn.error"):
        logging.getLogger(name).addFilter(lambda record: record.levelno >= logging.WARNING)


say_no_addresses()
app = st.App(
    Path(__file__).parent.parent / "app.py",
    routes=[Route("/healthz", healthz)],
    middleware=[Middleware(EditorsUpload)],
)
