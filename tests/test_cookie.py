"""Signing in through a provider: whose cookie opens the desk, and that a copied or outlived one does not."""

import datetime
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value, generate_xsrf_token_string
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.desk_app import PERSON, by_provider, provider_app

NOW = datetime.datetime.now(datetime.UTC)
SECRET = "a secret of these tests"
SECRETS = by_provider("https://provider.invalid", "http://127.0.0.1", SECRET)
LATER = "not_before = 2999-01-01T00:00:00Z\n"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    with provider_app(tmp_path_factory.mktemp("provider"), SECRETS + PERSON) as made:
        yield made.address, made.secrets


def cookie(address: str, *, hours: float = 0, secret: str = SECRET, **fields: object) -> str:
    """The cookie that Streamlit sets after a sign-in so many hours ago."""
    said = {
        "origin": address, "is_logged_in": True, "email": "rana@example.org", "email_verified": True,
        "iat": int((NOW - datetime.timedelta(hours=hours)).timestamp()), **fields,
    }  # fmt: skip
    kept = {name: value for name, value in said.items() if value is not None}
    return create_signed_value(secret, "_streamlit_user", json.dumps(kept)).decode()


def pages(address: str, user: str) -> set[str]:
    """The pages that a session with a cookie is offered."""
    token = generate_xsrf_token_string()
    uri = f"{address.replace('http', 'ws')}/_stcore/stream"
    with connect(
        uri, origin=Origin(address), subprotocols=[Subprotocol("streamlit"), Subprotocol(token)],
        max_size=None, close_timeout=0.2,
        additional_headers={"Cookie": f"_streamlit_xsrf={token}; _streamlit_user={user}"},
    ) as socket:  # fmt: skip
        message = BackMsg()
        message.rerun_script.query_string = ""
        socket.send(message.SerializeToString())
        while True:
            data = socket.recv(timeout=30)
            assert isinstance(data, bytes)
            answer = ForwardMsg.FromString(data)
            if answer.WhichOneof("type") == "navigation":
                return {page.url_pathname for page in answer.navigation.app_pages if not page.is_hidden}


def test_a_fresh_cookie_of_a_listed_verified_address_opens_the_desk(app: tuple[str, Path]) -> None:
    assert "desk" in pages(app[0], cookie(app[0]))


@pytest.mark.parametrize(
    "given",
    [
        {"hours": 13},  # copied and sent again later
        {"iat": None},  # one that does not say when
        {"secret": "another secret"},
        {"email": "other@example.org"},
        {"email_verified": False},
        {"email_verified": "true"},
        {"email_verified": None},
        {"is_logged_in": False},
        {"origin": "https://elsewhere.invalid"},
    ],
)
def test_any_other_cookie_does_not(app: tuple[str, Path], given: dict[str, object]) -> None:
    found = pages(app[0], cookie(app[0], **given))
    assert "sign-in" in found
    assert "desk" not in found


@pytest.mark.parametrize("people", ["", PERSON + LATER, PERSON.replace("rana@", "sami@")])
def test_a_cookie_is_worth_nothing_once_the_list_says_so(app: tuple[str, Path], people: str) -> None:
    address, secrets = app
    secrets.write_text(SECRETS + people, "utf-8")
    try:
        assert "desk" not in pages(address, cookie(address))
    finally:
        secrets.write_text(SECRETS + PERSON, "utf-8")
