"""The desk as its editor sees it, section by section, without a browser."""

import datetime
import json
from pathlib import Path

import msgspec
import pytest
from streamlit.testing.v1 import AppTest

from seeds.decision import AddSource, AddSpelling
from seeds.people import SignIn
from seeds.store import Store
from tests.desk_app import write_secrets
from ui.desk_draft import FIELDS, PREFIX

TEXT = "سيطرت قوات النظام على حي الشعار وعلى حي المياسين في حلب."
DRAFT = FIELDS | {
    "title": "A title only Rana has seen", "publisher": "Wire", "published": "2016-12-06",
    "published_basis": "dateline",
    "leaning_basis": "none stated", "text": TEXT,
}  # fmt: skip


def _desk() -> None:
    from ui.page_desk import page_desk

    page_desk()


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Store:
    url = f"sqlite:///{tmp_path / 's.sqlite3'}"
    monkeypatch.setenv("ALEPPO_STORE", url)
    monkeypatch.setenv("ALEPPO_SECRETS", str(write_secrets(tmp_path / "secrets.toml", "Rana")))
    return Store(url)


def opened(section: str, lang: str = "en", **more: object) -> AppTest:
    from ui.view import View

    app = AppTest.from_function(_desk, default_timeout=60)
    app.session_state["sign-in"] = SignIn("Rana", datetime.datetime.now(datetime.UTC))
    app.session_state["view"] = View(lang=lang)
    app.session_state["touched"] = True
    app.session_state["desk-section"] = section
    for name, value in more.items():
        app.session_state[name.replace("_", "-")] = value
    return run(app)


def run(app: AppTest) -> AppTest:
    app.run()
    assert not app.exception
    return app


def words(app: AppTest) -> str:
    return "\n".join(str(element.proto.body) for element in app.get("html"))


def labels(app: AppTest) -> list[str]:
    return [widget.label for kind in ("text_input", "text_area", "selectbox", "button") for widget in app.get(kind)]


def draft(store: Store, name: str = "one", **fields: str) -> None:
    store.save_draft("Rana", PREFIX + name, msgspec.json.encode(DRAFT | fields).decode())


def add(app: AppTest, reason: str) -> AppTest:
    """Give the article's reason and press the button."""
    box = next(area for area in app.text_area if str(area.key).startswith("add-reason"))
    box.set_value(reason)
    run(app)
    app.button(key="save-article").click()
    return run(app)


def test_an_article_that_was_taken_back_can_be_added_again(store: Store) -> None:
    draft(store)
    add(opened("add", draft_open="one"), "sent to us")
    (first,) = store.read()
    store.undo("Rana", first, "sent by mistake", "q")
    draft(store)
    add(opened("add", draft_open="one"), "it was right after all")
    again = store.read()[-1]
    assert isinstance(again.what, AddSource)
    assert again.target == first.target + "-2"
    # The id of the article that is gone cannot be had: what was decided about its readings would come back with it.
    draft(store, id=first.target)
    assert "which an article had that was taken back" in words(opened("add", draft_open="one"))
    draft(store, id=again.target)
    assert "which another article has" in words(opened("add", draft_open="one"))


def test_a_spelling_is_added_for_a_reason_and_tells_nothing_of_the_draft(store: Store) -> None:
    draft(store)
    app = opened("add", draft_open="one")
    place = next(box for box in app.selectbox if str(box.key).startswith("spell-"))
    place.select("karm-al-myassar" if "karm-al-myassar" in place.options else place.options[0])
    run(app)
    button = next(button for button in app.button if str(button.key).startswith("add-spelling"))
    assert button.disabled
    next(box for box in app.text_input if str(box.key).startswith("word-reason")).set_value("so the council writes it")
    run(app)
    next(button for button in app.button if str(button.key).startswith("add-spelling")).click()
    run(app)
    (made,) = store.read()
    assert isinstance(made.what, AddSpelling)
    assert made.reason == "so the council writes it"
    assert DRAFT["title"] not in json.dumps(msgspec.to_builtins(made))
