"""Every write checks the role itself: each function, for each kind of visitor."""

import datetime
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from seeds.backup import from_lines, to_lines
from seeds.decision import AMENDABLE, Decision, SwitchSource, apply_edits, fold, reading_hash, reopened
from seeds.desk import Desk
from seeds.log import FACTS, log
from seeds.people import NotAllowedError, People, SignIn, hash_password
from seeds.source import Record
from seeds.store import Store
from tests.test_claim import make

NOW = datetime.datetime.now(datetime.UTC)
PASSWORD = "a long enough word"
HASH = hash_password(PASSWORD)
RECORD = Record(
    id="new", publisher="P", agency=None, leaning="none", leaning_basis="b", url=None, title="t",
    published="2016-12-06", published_basis="b", language="ar", original_language="ar", text_kind="digest",
)  # fmt: skip
CLAIM = make()


def secrets(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(f"[[people]]\n{row}" for row in rows), "utf-8")
    return path


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    path = secrets(
        tmp_path / "secrets.toml",
        f'name = "ed"\nrole = "editor"\npassword = "{HASH}"',
        'name = "pub"\nrole = "publisher"\nemail = "pub@example.org"',
        'name = "late"\nrole = "editor"\nnot_before = 2999-01-01T00:00:00Z',
    )
    store = Store(f"sqlite:///{tmp_path / 's.sqlite3'}")
    yield Desk(store, People(path))
    store.close()


def made(desk: Desk) -> Decision:
    """A decision to act on, by somebody else."""
    return desk.store.append("other", "s9", SwitchSource(False), "r", "made", waits=True)


WRITES: dict[str, Callable[[Desk, SignIn | None], object]] = {
    "switch_source": lambda d, by: d.switch_source(by, "s1", False, "r", "q", 0),
    "date_source": lambda d, by: d.date_source(by, "s1", "2016-12-05", "basis", "r", "q", 0),
    "judge_claim": lambda d, by: d.judge_claim(by, CLAIM, "rejected", "r", "q", 0),
    "amend_claim": lambda d, by: d.amend_claim(by, CLAIM, {"actor": "sdf"}, "r", "q", 0),
    "add_source": lambda d, by: d.add_source(by, RECORD, "text", "r", "q"),
    "add_spelling": lambda d, by: d.add_spelling(by, "shaar", "الشعّار", "ar", "", "r", "q"),
    "add_speaker": lambda d, by: d.add_speaker(by, "x", "ناطق", "A spokesman", "press", "basis", "r", "q"),
    "move_boundary": lambda d, by: d.move_boundary(by, "shaar", {"shaar": []}, "r", "q", 0),
    "move_point": lambda d, by: d.move_point(by, "citadel", 36.2, 37.16, "b", "r", "q", 0),
    "undo": lambda d, by: d.undo(by, made(d), "r", "q"),
    "approve": lambda d, by: d.approve(by, made(d), "r", "q"),
    "save_draft": lambda d, by: d.save_draft(by, "n", "t"),
    "drop_draft": lambda d, by: d.drop_draft(by, "n"),
}
VISITORS: dict[str, tuple[SignIn | None, bool]] = {
    "anonymous": (None, False),
    "signed in, not on the list": (SignIn("stranger", NOW, "stranger@example.org"), False),
    "editor": (SignIn("ed", NOW), True),
    "publisher": (SignIn("pub", NOW, "pub@example.org"), True),
    "revoked by not_before": (SignIn("late", NOW), False),
    "replayed old cookie": (SignIn("pub", NOW - datetime.timedelta(days=2), "pub@example.org"), False),
    "another's address": (SignIn("pub", NOW, "evil@example.org"), False),
}


def test_the_matrix_names_every_write() -> None:
    public = {name for name in vars(Desk) if not name.startswith("_")}
    assert public == set(WRITES)


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("visitor", VISITORS)
def test_who_may_write(desk: Desk, write: str, visitor: str) -> None:
    by, may = VISITORS[visitor]
    before = {row.request for row in desk.store.read()} | {"made"}
    if may:
        WRITES[write](desk, by)
    else:
        with pytest.raises(NotAllowedError):
            WRITES[write](desk, by)
        assert {row.request for row in desk.store.read()} <= before
        assert desk.store.read_drafts("ed") == {}


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize("visitor", VISITORS)
def test_where_a_publisher_approves_only_that_differs(desk: Desk, write: str, visitor: str) -> None:
    by, may = VISITORS[visitor]
    strict = Desk(desk.store, desk.people, publisher_approves=True)
    if may and (write != "approve" or visitor == "publisher"):
        WRITES[write](strict, by)
    else:
        with pytest.raises(NotAllowedError):
            WRITES[write](strict, by)


def test_taking_somebody_off_the_list_works_at_once(desk: Desk) -> None:
    by = desk.people.sign_in_by_password("ed", PASSWORD)
    desk.switch_source(by, "s1", False, "r", "q1", 0)
    secrets(desk.people.path, 'name = "pub"\nrole = "publisher"')
    with pytest.raises(NotAllowedError, match="any more"):
        desk.switch_source(by, "s1", True, "r", "q2", 1)


def test_without_a_list_nobody_signs_in(tmp_path: Path) -> None:
    with pytest.raises(NotAllowedError):
        People(tmp_path / "none.toml").sign_in_by_password("ed", PASSWORD)


def test_a_wrong_password_costs_a_growing_wait(desk: Desk) -> None:
    with pytest.raises(NotAllowedError, match="belong together"):
        desk.people.sign_in_by_password("ed", "wrong")
    with pytest.raises(NotAllowedError, match="wait"):
        desk.people.sign_in_by_password("ed", PASSWORD)


def test_only_a_verified_listed_fresh_address_signs_in(desk: Desk) -> None:
    assert desk.people.sign_in_by_address("PUB@example.org", True, NOW).name == "pub"
    for email, verified, age in (
        ("pub@example.org", False, 0),
        ("x@example.org", True, 0),
        ("pub@example.org", True, 9),
    ):
        with pytest.raises(NotAllowedError):
            desk.people.sign_in_by_address(email, verified, NOW - datetime.timedelta(days=age))


def test_a_malformed_list_is_one_sentence(tmp_path: Path) -> None:
    people = People(secrets(tmp_path / "secrets.toml", 'name = "ed"\nrole = "king"'))
    with pytest.raises(ValueError, match=r"secrets.toml: .*king"):
        people.entries()


def test_guesses_for_names_that_do_not_exist_fill_no_memory_and_slow_each_other(desk: Desk) -> None:
    for name in ("a", "b", "c"):
        with pytest.raises(NotAllowedError):
            desk.people.sign_in_by_password(name, "x" * 100_000)
    assert len(desk.people._failures) == 1
    assert desk.people.sign_in_by_password("ed", PASSWORD).name == "ed"


def test_of_a_rejection_and_an_amendment_the_later_holds(desk: Desk) -> None:
    desk.judge_claim(ED, CLAIM, "rejected", "r", "q1", 0)
    made = desk.amend_claim(ED, CLAIM, {"actor": "sdf"}, "r", "q2", 1)
    assert [c.actor for c in apply_edits([CLAIM], fold(desk.store.read()))] == ["sdf"]
    desk.judge_claim(ED, CLAIM, "rejected", "r", "q3", made.id)
    assert apply_edits([CLAIM], fold(desk.store.read())) == []


@pytest.mark.parametrize("verdict", ["accepted", "review"])
def test_a_verdict_after_an_amendment_ends_it_until_it_is_undone(desk: Desk, tmp_path: Path, verdict: str) -> None:
    def now(rows: list[Decision]) -> list[str]:
        return [c.actor for c in apply_edits([CLAIM], fold(rows))]

    desk.amend_claim(ED, CLAIM, {"actor": "sdf"}, "r", "q1", 0)
    judged = desk.judge_claim(ED, CLAIM, verdict, "r", "q2", 1)
    assert now(desk.store.read()) == [CLAIM.actor]
    copied = Store(f"sqlite:///{tmp_path / 'copy.sqlite3'}")
    copied.import_all(from_lines(to_lines(desk.store.read()), "copy"))
    assert now(copied.read()) == [CLAIM.actor]
    copied.close()
    desk.undo(ED, judged, "r", "q3")
    assert now(desk.store.read()) == ["sdf"]
    # a verdict about another reading is no word about this one
    other = desk.judge_claim(ED, make(actor="opposition"), "accepted", "r", "q4", 3)
    assert (other.id, now(desk.store.read())) == (4, ["sdf"])


ED = SignIn("ed", NOW)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"quote": "other"}, "quote"),
        ({"actor": "them"}, "actor|them"),
        ({"date": "soon"}, "soon"),
        ({}, "at least one"),
    ],
)
def test_an_amendment_is_checked(desk: Desk, fields: dict[str, str | None], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        desk.amend_claim(ED, CLAIM, fields, "r", "q", 0)


def test_readers_see_what_editors_decided(desk: Desk) -> None:
    other = make(id="other", article="s2")
    desk.judge_claim(ED, CLAIM, "rejected", "misread", "q1", 0)
    desk.amend_claim(ED, other, {"actor": "sdf"}, "wrong actor", "q2", 0)
    desk.date_source(ED, "s2", "2016-12-09", "dateline", "wrong day", "q3", 0)
    (shown,) = apply_edits([CLAIM, other], fold(desk.store.read()))
    assert (shown.id, shown.actor, shown.published) == ("other", "sdf", "2016-12-09")
    desk.switch_source(ED, "s2", False, "unreliable", "q4", 3)
    assert apply_edits([CLAIM, other], fold(desk.store.read())) == []


def test_a_decision_about_an_older_reading_reopens(desk: Desk) -> None:
    decision = desk.judge_claim(ED, CLAIM, "rejected", "misread", "q1", 0)
    edits = fold(desk.store.read())
    reread = make(actor="opposition")
    assert reading_hash(reread) != reading_hash(CLAIM)
    assert apply_edits([reread], edits) == [reread]
    assert reopened([reread], edits) == [decision]
    assert reopened([CLAIM], edits) == []


def test_every_amendable_field_is_a_field_of_the_claim() -> None:
    assert set(type(CLAIM).__struct_fields__) > AMENDABLE


def test_what_flips_a_place_waits_for_a_second_editor_whoever_asks(desk: Desk) -> None:
    strict = Desk(desk.store, desk.people, flips=lambda tried: tried.target == "s1")
    pub = SignIn("pub", NOW, "pub@example.org")
    first = strict.switch_source(ED, "s1", False, "r", "q1", 0)
    assert (first.waits, strict.switch_source(ED, "s2", False, "r", "q2", 0).waits) == (True, False)
    assert set(fold(desk.store.read()).off) == {"s2"}
    with pytest.raises(ValueError, match="second editor"):
        strict.approve(ED, first, "r", "q3")
    strict.approve(pub, first, "r", "q4")
    assert set(fold(desk.store.read()).off) == {"s1", "s2"}
    undo = strict.undo(ED, first, "r", "q5")
    assert set(fold(desk.store.read()).off) == {"s1", "s2"}
    assert fold(desk.store.read()).waiting == (undo,)
    strict.approve(pub, undo, "r", "q6")
    assert set(fold(desk.store.read()).off) == {"s2"}
    assert fold(desk.store.read()).waiting == ()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"id": "../x"}, "small letters"),
        ({"published": "soon"}, "soon"),
        ({"title": " "}, "title"),
        ({"url": "javascript:alert(1)"}, "javascript"),
        ({"publisher": "p" * 501}, "500"),
        ({"title": "a\0b"}, "no character"),
    ],
)
def test_an_article_s_record_is_checked(desk: Desk, change: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        desk.add_source(ED, msgspec.structs.replace(RECORD, **change), "text", "r", "q")
    assert desk.store.read() == []


def test_a_text_longer_than_any_report_is_refused(desk: Desk) -> None:
    with pytest.raises(ValueError, match="500,000"):
        desk.add_source(ED, RECORD, "x" * 500_001, "r", "q")


def test_the_log_says_what_happened_and_nothing_of_a_person(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    desk.switch_source(ED, "s1", False, "told by Ahmad", "q1", 0)
    with pytest.raises(NotAllowedError):
        desk.switch_source(SignIn("stranger", NOW, "stranger@example.org"), "s1", False, "r", "q2", 0)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(row["event"], row["outcome"]) for row in lines] == [
        ("decision", "recorded"), ("decision", "NotAllowedError"),
    ]  # fmt: skip
    for row in lines:
        assert set(row) <= {"time", "event", *FACTS}
        assert not {"ed", "stranger", "stranger@example.org", "told by Ahmad", "s1"} & set(map(str, row.values()))
    with pytest.raises(TypeError, match="who"):
        log("decision", who="ed")
