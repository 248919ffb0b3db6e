"""The desk without a browser: what is typed wrong is a sentence, what was decided is told truly."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from geo.claim import Claim, read_claims
from seeds.decision import AmendClaim, fold, reading_hash, standing
from seeds.people import SignIn
from seeds.store import Store
from tests.browser import ROOT
from tests.desk_app import write_secrets

NOW = datetime.datetime.now(datetime.UTC)
CLAIMS = read_claims((ROOT / "seeds/claims.jsonl").read_bytes(), "")[0]


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    """No test sees what another one cached."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


@pytest.fixture
def secrets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The list of editors of a desk with an empty store."""
    path = write_secrets(tmp_path / "secrets.toml", "Rana", "Sami")
    monkeypatch.setenv("ALEPPO_STORE", f"sqlite:///{tmp_path / 's.sqlite3'}")
    monkeypatch.setenv("ALEPPO_SECRETS", str(path))
    return path


@pytest.fixture
def store(secrets: Path) -> Iterator[Store]:
    """The same store, as another editor's process has it."""
    store = Store(f"sqlite:///{secrets.parent / 's.sqlite3'}")
    yield store
    store.close()


def opened(who: str = "Rana", **session: object) -> AppTest:
    """The desk of an editor."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    app._page_hash = calc_hash("desk")
    app.session_state["sign-in"] = SignIn(who, NOW)
    for name, value in session.items():
        app.session_state[name.replace("_", "-")] = value
    return run(app)


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception, app.exception
    return app


def words(app: AppTest) -> str:
    return "\n".join(part.proto.body for part in app.get("html"))


def notice(app: AppTest) -> str:
    """What came of the last attempt."""
    said = [part.proto.body for part in app.get("html") if part.proto.body.startswith('<div class="notice"')]
    return said[0] if said else ""


def type_in(app: AppTest, key: str, text: str) -> AppTest:
    found = [box for box in (*app.text_input, *app.text_area) if box.key == key]
    found[0].set_value(text)
    return run(app)


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return run(app)


def decide(app: AppTest, claim: Claim, how: str) -> AppTest:
    app.session_state[f"decision-{claim.id}"] = how
    return run(app)


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("date", "yesterday-ish", "is not YYYY"),
        ("date", "2016-13-45", "is not YYYY"),
        ("date", "0000-01-01", "1900 to 2100"),
        ("date", "2016-12-0٣", "is not YYYY"),
        ("date", "2016-12-06/2016-12-01", "ends before"),
        ("date", "", "a date is required"),
        ("claimant_name", " ", "not empty"),
        ("value", "abc", "found the figure"),
        ("of", "0", "as the whole"),
    ],
)
def test_a_wrong_field_of_an_amendment_is_a_sentence_and_the_form_stays(
    store: Store, field: str, typed: str, says: str
) -> None:
    claim = CLAIMS[0]
    app = decide(opened(desk_claim=claim.id), claim, "amend")
    type_in(app, f"reason-{claim.id}", "as the next sentence says")
    type_in(app, f"amend-{claim.id}-{field}", typed)
    assert says in words(app)
    assert app.button(key="save-decision").disabled
    type_in(app, f"amend-{claim.id}-{field}", str(getattr(claim, field) or ""))
    type_in(app, f"amend-{claim.id}-date", "2016-12-01")
    press(app, "save-decision")
    (row,) = store.read()
    assert isinstance(row.what, AmendClaim)
    assert row.what.fields == {"date": "2016-12-01"}


def test_accept_ends_an_amendment_and_the_form_says_so_and_what_it_does(store: Store) -> None:
    claim = next(c for c in CLAIMS if c.event == "captured" and c.actor == "government" and c.stance == "asserts")
    store.append("Sami", claim.id, AmendClaim({"actor": "sdf"}, reading_hash(claim)), "r", "q1")
    app = opened(desk_claim=claim.id)
    assert "the amendment ends" in words(app)
    assert "What it does to the map" in words(app)
    type_in(app, f"reason-{claim.id}", "the machine was right")
    press(app, "save-decision")
    assert standing(claim, fold(store.read())) == store.read()[1]
