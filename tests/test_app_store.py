"""The page with a store that is not as it should be, and the desk's pages for those who may not see them."""

import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from seeds.decision import SwitchSource
from seeds.people import SignIn
from seeds.store import Store
from tests.browser import ROOT
from tests.desk_app import write_secrets


def opened(**session: object) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    for name, value in session.items():
        app.session_state[name.replace("_", "-")] = value
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def test_a_store_that_cannot_be_opened_is_a_sentence_and_no_map_that_may_be_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ALEPPO_STORE", f"sqlite:///{tmp_path}/none/s.sqlite3")
    said = words(opened())
    assert "The store of decisions cannot be opened" in said
    assert str(tmp_path) not in said


def test_malformed_secrets_are_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "secrets.toml"
    path.write_text("[store\n", "utf-8")
    monkeypatch.delenv("ALEPPO_STORE")
    monkeypatch.setenv("ALEPPO_SECRETS", str(path))
    assert "secrets.toml: " in words(opened())


@pytest.mark.parametrize(
    ("sign_in", "may"),
    [
        (None, False),
        (SignIn("Rana", datetime.datetime.now(datetime.UTC)), True),
        (SignIn("Rana", datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=13)), False),
        (SignIn("stranger", datetime.datetime.now(datetime.UTC)), False),
    ],
)
def test_the_desk_is_a_page_for_editors_alone(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sign_in: SignIn | None, may: bool
) -> None:
    monkeypatch.setenv("ALEPPO_STORE", f"sqlite:///{tmp_path / 's.sqlite3'}")
    monkeypatch.setenv("ALEPPO_SECRETS", str(write_secrets(tmp_path / "secrets.toml", "Rana")))
    app = opened(**({"sign_in": sign_in} if sign_in else {}))
    assert ("desk" in app.session_state["pages"]) is may


@pytest.mark.parametrize(
    ("sign_in", "said"),
    [
        (None, "The desk is for editors, and you are not signed in here"),
        (SignIn("Rana", datetime.datetime.now(datetime.UTC) - datetime.timedelta(hours=13)), "has run out"),
        (SignIn("stranger", datetime.datetime.now(datetime.UTC)), "not on the list of editors any more"),
    ],
)
def test_at_the_desk_s_address_everybody_else_is_told_why_it_is_closed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sign_in: SignIn | None, said: str
) -> None:
    monkeypatch.setenv("ALEPPO_STORE", f"sqlite:///{tmp_path / 's.sqlite3'}")
    monkeypatch.setenv("ALEPPO_SECRETS", str(write_secrets(tmp_path / "secrets.toml", "Rana")))
    app = opened(**({"sign_in": sign_in} if sign_in else {}))
    app._page_hash = calc_hash("desk")  # what a browser sends that stands at /desk
    app.run()
    assert not app.exception
    assert said in words(app)
    assert app.text_input(key="sign-in-name")


def test_without_editors_and_store_nothing_hints_at_a_desk() -> None:
    assert set(opened().session_state["pages"]) == {"map"}


def test_a_decision_reaches_the_next_run_of_a_page_that_is_open(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 's.sqlite3'}"
    monkeypatch.setenv("ALEPPO_STORE", url)
    app = opened()
    before = words(app)
    store = Store(url)
    store.append("ed", "000_2572b2cef950dffc", SwitchSource(False), "r", "q1")
    store.close()
    app.run()
    assert not app.exception
    assert words(app) != before
