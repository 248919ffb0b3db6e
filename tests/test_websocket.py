"""A forged message over the raw WebSocket: an editor's own presses, byte for byte, from somebody who is none."""

import contextlib
import itertools
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from tests.desk_app import PATIENCE, DeskApp, decide_again, section, settled, sign_in, type_in, write_secrets

pytestmark = pytest.mark.browser


@contextlib.contextmanager
def stranger(address: str) -> Iterator[ClientConnection]:
    """A session without a browser and without a sign-in."""
    uri = f"{address.replace('http', 'ws')}/_stcore/stream"
    with connect(
        uri, origin=Origin(address), subprotocols=[Subprotocol("streamlit")], max_size=None, close_timeout=0.2
    ) as socket:
        yield socket


def run_to_its_end(socket: ClientConnection, message: bytes) -> list[ForwardMsg]:
    """Send a message and read until the script has run."""
    socket.send(message)
    got: list[ForwardMsg] = []
    end = time.monotonic() + 30
    while time.monotonic() < end:
        data = socket.recv(timeout=30)
        assert isinstance(data, bytes)
        got.append(ForwardMsg.FromString(data))
        if got[-1].WhichOneof("type") == "script_finished":
            return got
    raise AssertionError("the script did not end")


def sent_by(page: Page) -> list[bytes]:
    """Everything that a page sends to the server from now on."""
    frames: list[bytes] = []
    page.on(
        "websocket",
        lambda socket: socket.on("framesent", lambda data: frames.append(data) if isinstance(data, bytes) else None),
    )
    return frames


def presses(frames: list[bytes], key: str) -> list[bytes]:
    """The messages in which the button of a key was pressed."""
    found = []
    for frame in frames:
        message = BackMsg.FromString(frame)
        if message.WhichOneof("type") != "rerun_script":
            continue
        states = message.rerun_script.widget_states.widgets
        if any(state.id.endswith(f"-{key}") and state.trigger_value for state in states):
            found.append(frame)
    return found


def test_an_editors_presses_write_nothing_for_a_stranger(page: Page, desk_app: DeskApp) -> None:
    frames = sent_by(page)
    sign_in(page, desk_app.address)
    type_in(page, page.locator("[class*='st-key-reason-'] textarea").first, "read rightly")
    page.locator(".st-key-save-decision button").click()
    expect(page.locator(".notice")).to_contain_text("Recorded as decision 1", timeout=PATIENCE)
    settled(page)
    section(page, 1)
    type_in(page, page.locator("[class*='st-key-why-'] textarea").first, "unreliable")
    page.locator(".st-key-save-source button").click()
    expect(page.locator(".notice")).to_contain_text("Recorded as decision 2", timeout=PATIENCE)
    section(page, 4)
    decide_again(page, "undo-2", "a slip")
    expect(page.locator(".notice")).to_contain_text("Recorded as decision 3", timeout=PATIENCE)
    settled(page)
    pressed = [presses(frames, key) for key in ("save-decision", "save-source", "undo-2", "save-record")]
    assert all(pressed)
    store = desk_app.store()
    before = store.read()
    assert len(before) == 3
    with stranger(desk_app.address) as socket:
        for message in itertools.chain(*pressed):
            answers = run_to_its_end(socket, message)
            words = b"".join(answer.SerializeToString() for answer in answers)
            assert b"st-key-desk" not in words
            assert b"Rana" not in words
        for frame in frames:  # everything else the editor sent, the sign-in form included but for its secret
            forged = BackMsg.FromString(frame)
            if forged.WhichOneof("type") != "rerun_script":
                continue
            for state in forged.rerun_script.widget_states.widgets:
                if state.id.endswith("sign-in-password"):
                    state.string_value = "another long word"
            run_to_its_end(socket, forged.SerializeToString())
    assert store.read() == before
    assert store.read_drafts("Rana") == {}
    store.close()


def test_an_editor_taken_off_the_list_writes_nothing_from_an_open_page(page: Page, desk_app: DeskApp) -> None:
    sign_in(page, desk_app.address)
    type_in(page, page.locator("[class*='st-key-reason-'] textarea").first, "read rightly")
    write_secrets(desk_app.secrets, "Sami")
    page.locator(".st-key-save-decision button").click()
    settled(page)
    expect(page.locator(".st-key-desk")).to_have_count(0, timeout=PATIENCE)
    store = desk_app.store()
    assert store.read() == []
    store.close()
