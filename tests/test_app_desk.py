"""The desk without a browser: what is typed wrong is a sentence, what was decided is told truly."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from geo.claim import Claim, read_claims
from seeds.decision import (
    AmendClaim,
    Approve,
    DateSource,
    JudgeClaim,
    SwitchSource,
    Undo,
    batch,
    fold,
    reading_hash,
    standing,
)
from seeds.people import SignIn
from seeds.store import Store
from tests.browser import ROOT
from tests.desk_app import write_secrets
from tests.test_corrections import ADD
from ui.view import View
from ui.words import words as say

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


def bulk(app: AppTest, claim: Claim, why: str = "a hoax") -> AppTest:
    """Ready to reject all readings of a report."""
    decide(app, claim, "rejected")
    app.selectbox(key=f"scope-{claim.id}").set_value("report")
    run(app)
    return type_in(app, f"reason-{claim.id}", why)


ARTICLE, LIKE = max(
    ((c.article, [d for d in CLAIMS if d.article == c.article]) for c in CLAIMS),
    key=lambda found: -abs(len(found[1]) - 6),
)


@pytest.mark.parametrize("state", ["", "found"])
def test_a_bulk_decision_leaves_what_a_colleague_decided_since_it_was_chosen(store: Store, state: str) -> None:
    app = bulk(opened(desk_claim=LIKE[0].id, desk_source=ARTICLE, desk_state=state), LIKE[0])
    store.append("Sami", LIKE[2].id, JudgeClaim("accepted", reading_hash(LIKE[2])), "I saw it", "q1")
    press(app, "save-decision")
    every = len(LIKE)
    assert f"{every - 1} of {every} recorded" in notice(app)
    assert f"1 of {every} was decided since" in notice(app)
    assert "Reason: I saw it" in notice(app)
    assert ".." not in notice(app)
    rows = [row for row in store.read() if row.target == LIKE[2].id]
    assert [row.who for row in rows] == ["Sami"]
    if not state:  # a second press records nothing twice, and still not the colleague's
        press(app, "save-decision")
        assert len(store.read()) == every


def test_a_bulk_decision_that_fails_says_why_once(store: Store, secrets: Path) -> None:
    app = bulk(opened(desk_claim=LIKE[0].id, desk_source=ARTICLE), LIKE[0])
    write_secrets(secrets, "Rana", more="[store]\nread_only = true\n")
    press(app, "save-decision")
    assert f"0 of {len(LIKE)} recorded" in notice(app)
    assert notice(app).count("the store is read-only") == 1
    assert app.text_area(key=f"reason-{LIKE[0].id}").value == "a hoax"


def test_switching_a_publisher_leaves_what_a_colleague_decided_since(store: Store) -> None:
    first, *others = (f"2016-{day}-enab-baladi" for day in ("11-28", "12-07", "12-12"))
    app = opened(desk_section="sources", desk_report=first)
    app.checkbox(key=f"all-{first}").check()
    run(app)
    type_in(app, f"why-{first}", "unreliable")
    store.append("Sami", others[0], DateSource("2016-12-08", "the page"), "its date", "q1")
    press(app, "save-source")
    assert "1 of 3 was decided since" in notice(app)
    assert {row.target for row in store.read() if row.who == "Rana"} == {first, others[1]}


def test_after_a_save_the_next_reading_opens_and_an_empty_state_stays_chosen(store: Store) -> None:
    app = opened(desk_claim=LIKE[0].id, desk_source=ARTICLE, desk_state="found")
    for claim in LIKE[:-1]:
        type_in(app, f"reason-{claim.id}", "read rightly")
        press(app, "save-decision")
        assert "Nothing changes for readers" in notice(app)
    press(app, "next-reading")
    assert "This was the last reading of the list." in words(app)
    assert notice(app) == ""
    press(app, f"pick-{LIKE[-1].id}")
    type_in(app, f"reason-{LIKE[-1].id}", "read rightly")
    press(app, "save-decision")
    assert app.selectbox(key="desk-state").value == "found"
    assert "No reading is in this state." in words(app)
    assert len(store.read()) == len(LIKE)


def test_a_reason_comes_back_with_its_reading(secrets: Path) -> None:
    app = opened(desk_claim=LIKE[0].id, desk_source=ARTICLE)
    type_in(app, f"reason-{LIKE[0].id}", "half a thought")
    press(app, f"pick-{LIKE[1].id}")
    assert app.text_area(key=f"reason-{LIKE[1].id}").value == ""
    press(app, f"pick-{LIKE[0].id}")
    assert app.text_area(key=f"reason-{LIKE[0].id}").value == "half a thought"


def test_that_readers_see_it_is_said_where_they_do(store: Store) -> None:
    app = opened(desk_claim=LIKE[0].id, desk_source=ARTICLE)
    decide(app, LIKE[0], "review")
    type_in(app, f"reason-{LIKE[0].id}", "look again")
    press(app, "save-decision")
    assert "Nothing changes for readers" in notice(app)
    decide(app, LIKE[1], "rejected")
    type_in(app, f"reason-{LIKE[1].id}", "misread")
    press(app, "save-decision")
    assert "Readers see it now" in notice(app)
    app.button_group(key="desk-section").set_value("sources")
    run(app)
    assert notice(app) == ""


def test_a_landmark_s_form_is_empty_after_it_was_moved(store: Store) -> None:
    app = opened(desk_section="bounds")
    app.selectbox(key="point-place").set_value("eye-hospital")
    run(app)
    app.number_input(key="lat-eye-hospital").set_value(36.1969)
    type_in(app, "point-basis-eye-hospital", "a plan")
    type_in(app, "point-reason-eye-hospital", "it stood beside")
    press(app, "save-point")
    assert len(store.read()) == 1
    assert app.text_area(key="point-reason-eye-hospital").value == ""


def test_a_draft_that_cannot_be_discarded_stays_and_says_why(store: Store, secrets: Path) -> None:
    write_secrets(secrets, "Rana", more="[store]\nread_only = true\n")
    app = opened(desk_section="add")
    press(app, "drop-draft")
    assert "The draft stays: decisions are closed" in notice(app)


SECOND = "[desk]\nsecond_editor = true\n"


@pytest.mark.parametrize("section", ["sources", "record", "review"])
@pytest.mark.parametrize("on", [True, False])
def test_that_a_second_editor_must_agree_is_said_beforehand(
    store: Store, secrets: Path, section: str, on: bool
) -> None:
    source = "000_2572b2cef950dffc"
    store.append("Sami", "s9", SwitchSource(False), "r", "q1")
    write_secrets(secrets, "Rana", more=SECOND if on else "")
    claim = next(c for c in CLAIMS if c.article == source)
    app = opened(desk_section=section, desk_report=source, desk_claim=claim.id)
    if section == "review":
        bulk(app, claim)
    assert ("until a second editor" in words(app) or "a second editor must" in words(app)) is on


def test_only_a_publisher_is_offered_to_approve_where_the_settings_say_so(store: Store, secrets: Path) -> None:
    store.append("Sami", "s9", SwitchSource(False), "r", "q1", waits=True)
    for role, may in (("editor", False), ("publisher", True)):
        write_secrets(secrets, "Rana", more="[desk]\npublisher_approves = true\n")
        secrets.write_text(secrets.read_text("utf-8").replace('"editor"', f'"{role}"'), "utf-8")
        app = opened(desk_section="record")
        assert ("approve-1" in [button.key for button in app.button]) is may


def undo(app: AppTest, key: str, why: str = "it was none") -> AppTest:
    """Open the form beside a decision of the record and say why."""
    press(app, key)
    return type_in(app, "record-reason", why)


def test_what_was_decided_at_once_is_undone_at_once(store: Store) -> None:
    app = bulk(opened(desk_claim=LIKE[0].id, desk_source=ARTICLE), LIKE[0])
    press(app, "save-decision")
    made = store.read()
    assert len({batch(row) for row in made}) == 1
    app = opened(desk_section="record")
    assert f"{len(LIKE)} decided at once" in words(app)
    undo(app, f"undo-all-{made[-1].id}")
    assert "What it does to the map" in words(app)
    press(app, "save-record")
    assert f"{len(LIKE)} of {len(LIKE)} recorded" in notice(app)
    undone = store.read()[len(made) :]
    assert [row.what for row in undone] == [Undo(row.id) for row in made]
    assert len({batch(row) for row in undone}) == 1
    assert batch(undone[0]) != batch(made[0])
    assert fold(store.read()).verdicts == {}
    # The undoing was one press too, and can be taken back as one.
    undo(app, f"undo-all-{undone[-1].id}")
    press(app, "save-record")
    assert len(fold(store.read()).verdicts) == len(LIKE)


def test_undoing_many_leaves_and_tells_what_a_colleague_decided_since(store: Store) -> None:
    app = bulk(opened(desk_claim=LIKE[0].id, desk_source=ARTICLE), LIKE[0])
    press(app, "save-decision")
    made = store.read()
    app = undo(opened(desk_section="record"), f"undo-all-{made[-1].id}")
    store.append("Sami", LIKE[2].id, JudgeClaim("accepted", reading_hash(LIKE[2])), "I saw it", "q1")
    press(app, "save-record")
    assert f"{len(LIKE) - 1} of {len(LIKE)} recorded" in notice(app)
    assert "Reason: I saw it" in notice(app)
    assert next(row.id for row in made if row.target == LIKE[2].id) not in fold(store.read()).undone


def test_an_undo_is_told_what_a_colleague_decided_since(store: Store) -> None:
    store.append("Rana", LIKE[0].id, JudgeClaim("rejected", reading_hash(LIKE[0])), "misread", "q1")
    app = undo(opened(desk_section="record"), "undo-1")
    store.append("Sami", LIKE[0].id, JudgeClaim("accepted", reading_hash(LIKE[0])), "I saw it", "q2")
    press(app, "save-record")
    assert "somebody else decided" in notice(app)
    assert len(store.read()) == 2
    press(app, "undo-1")
    assert app.text_area(key="record-reason").value == "it was none"  # nothing typed is lost
    press(app, "save-record")
    assert store.read()[-1].what == Undo(1)
    assert "undo-1" not in [button.key for button in app.button]


def test_many_that_wait_are_approved_at_once_by_another(store: Store, secrets: Path) -> None:
    write_secrets(secrets, "Rana", "Sami", more=SECOND)
    for number, claim in enumerate(LIKE):
        request = f"{'a' * 32}+{number:032}"
        store.append("Rana", claim.id, JudgeClaim("rejected", reading_hash(claim)), "a hoax", request, waits=True)
    assert not any(str(button.key).startswith("approve") for button in opened(desk_section="record").button)
    app = opened("Sami", desk_section="record")
    undo(app, next(str(button.key) for button in app.button if str(button.key).startswith("approve-all")), "seen")
    press(app, "save-record")
    assert fold(store.read()).waiting == ()
    assert {row.who for row in store.read() if isinstance(row.what, Approve)} == {"Sami"}


def test_another_speaker_comes_with_his_name_and_side(store: Store) -> None:
    claim = next(c for c in CLAIMS if c.claimant == "article")
    app = decide(opened(desk_claim=claim.id), claim, "amend")
    app.selectbox(key=f"amend-{claim.id}-claimant").set_value("sana")
    run(app)
    assert app.text_input(key=f"amend-{claim.id}-claimant_name").value == "SANA"
    assert app.selectbox(key=f"amend-{claim.id}-side").value == "government"
    type_in(app, f"amend-{claim.id}-claimant_name", "SANA's correspondent")  # and may be changed after that
    type_in(app, f"reason-{claim.id}", "the next sentence names it")
    press(app, "save-decision")
    (row,) = store.read()
    assert isinstance(row.what, AmendClaim)
    assert row.what.fields == {"claimant": "sana", "claimant_name": "SANA's correspondent", "side": "government"}


def test_a_reading_that_nobody_passed_on_says_so_in_its_form(store: Store) -> None:
    claim = next(c for c in CLAIMS if c.relay is None)
    app = decide(opened(desk_claim=claim.id, view=View(lang="ar"), touched=True), claim, "amend")
    box = app.selectbox(key=f"amend-{claim.id}-relay")
    assert box.value == ""
    assert box.options[0] == say("ar")._("none")


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_the_record_of_the_desk_says_what_became_of_a_decision_as_the_public_page_does(store: Store, lang: str) -> None:
    store.append("Rana", "new", ADD, "sent to us", "q1")
    store.append("Rana", "new", Undo(1), "a hoax", "q2")
    store.append("Rana", LIKE[0].id, JudgeClaim("rejected", reading_hash(LIKE[0])), "misread", "q3")
    store.append("Sami", LIKE[0].id, JudgeClaim("accepted", reading_hash(LIKE[0])), "read rightly", "q4")
    w = say(lang)
    said = words(opened(desk_section="record", view=View(lang=lang), touched=True))
    today = w.day(store.read()[0].time[:10], "long")
    for line in (
        w._("taken back on {day}", day=today), f"{w._('Taken back:')} <bdi>a hoax</bdi>",
        w._("replaced by no. {number} on {day}", number=w.number(4), day=today),
    ):  # fmt: skip
        assert line in said
    assert said.count("<s>") == 2
    beside = words(opened(desk_claim=LIKE[0].id, view=View(lang=lang), touched=True))
    assert w._("replaced by no. {number} on {day}", number=w.number(4), day=today) in beside
