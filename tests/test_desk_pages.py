"""The desk as its editor sees it, section by section, without a browser."""

import datetime
import json
from pathlib import Path

import msgspec
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from seeds.decision import AddSource, AddSpelling
from seeds.people import SignIn
from seeds.store import Store
from tests.desk_app import write_secrets
from ui.desk_add import called
from ui.desk_draft import FIELDS, PREFIX
from ui.words import words as english

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


def pick(app: AppTest) -> Selectbox:
    return next(box for box in app.selectbox if str(box.key).startswith("draft-pick"))


def test_a_second_article_can_be_begun_while_the_first_is_a_draft(store: Store) -> None:
    app = opened("add")
    next(box for box in app.text_input if str(box.key).startswith("add-title")).set_value("The first")
    run(app)
    assert len(store.read_drafts("Rana")) == 1
    assert next(box for box in app.text_input if str(box.key).startswith("add-title")).value == "The first"
    pick(app).select_index(0)
    run(app)
    title = next(box for box in app.text_input if str(box.key).startswith("add-title"))
    assert title.value == ""
    title.set_value("The second")
    run(app)
    assert len(store.read_drafts("Rana")) == 2


def test_the_reason_of_an_article_is_stored_like_its_fields(store: Store) -> None:
    draft(store)
    app = opened("add", draft_open="one")
    next(area for area in app.text_area if str(area.key).startswith("add-reason")).set_value("sent to us")
    run(app)
    app.session_state["desk-section"] = "record"
    run(app)
    app.session_state["desk-section"] = "add"
    run(app)
    assert next(area for area in app.text_area if str(area.key).startswith("add-reason")).value == "sent to us"


def test_drafts_are_told_apart_by_file_and_time_and_marks_are_shown_as_signs(store: Store) -> None:
    same = FIELDS | {"title": "Same words", "stored": "2026-11-24 10:00:00"}
    drafts = {"a": same | {"file": "a.txt"}, "b": same | {"file": "b\u202e.txt"}, "c": same, "d": same}
    assert list(called(drafts, english("en")).values()) == [
        "Same words · a.txt · 2026-11-24 10:00", "Same words · b⟦RLO⟧.txt · 2026-11-24 10:00",
        "Same words · 2026-11-24 10:00", "Same words · 2026-11-24 10:00 · 2",
    ]  # fmt: skip
    draft(store, "one", file="a.txt")
    draft(store, "two", file="b.txt", title="Another")
    app = opened("add", draft_open="two")
    pick(app).select_index(1)
    run(app)
    assert app.session_state["draft-open"] == "one"
    assert next(box for box in app.text_input if str(box.key).startswith("add-title")).value == DRAFT["title"]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_problems_of_a_record_name_its_fields_as_the_form_does(store: Store, lang: str) -> None:
    draft(store, leaning_basis="")
    said = words(opened("add", lang, draft_open="one"))
    assert "leaning_basis" not in said
    assert english(lang)._("“{field}” is empty, expected its words", field=english(lang)._("Why we say so")) in said


def test_the_fields_of_a_reading_are_in_the_page_s_language(store: Store) -> None:
    said = words(opened("review", "ar"))
    for raw in ("claimant_name", "realis", "unspecified", "asserts", ">actual<"):
        assert raw not in said
    assert english("ar")._("Who did or holds it") in said
