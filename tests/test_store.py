"""The store: what it acknowledged it keeps, on both engines, whoever kills it and however many write."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa

from seeds.decision import Decision, SwitchSource, fold
from seeds.store import ConflictError, ReadOnlyError, Store

ROOT = Path(__file__).parent.parent

WRITER = """
import sys, warnings
warnings.simplefilter("error")
from seeds.decision import SwitchSource
from seeds.store import Store
url, name, first, count = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
store = Store(url)
for number in range(first, first + count):
    made = store.append(name, f"source-{number % 7}", SwitchSource(number % 3 == 0), "a reason", f"{name}-{number}")
    print(made.id, made.request, flush=True)
"""


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.sqlite3'}"
        return
    yield emptied(request.getfixturevalue("postgres_url"))


def emptied(server: str) -> str:
    engine = sa.create_engine(server)
    with engine.begin() as connection:
        for table in ("decisions", "drafts", "alembic_version"):
            connection.execute(sa.text(f"DROP TABLE IF EXISTS {table}"))
    engine.dispose()
    return server


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    opened = Store(url)
    yield opened
    opened.close()


def off(store: Store, request: str, seen: int | None = None, who: str = "ed", target: str = "s1") -> Decision:
    return store.append(who, target, SwitchSource(False), "because", request, seen=seen)


def test_a_decision_is_read_as_it_was_written(store: Store) -> None:
    made = off(store, "r1")
    assert store.read() == [made]
    assert (made.who, made.target, made.what, made.reason) == ("ed", "s1", SwitchSource(False), "because")
    assert store.last_id() == made.id
    assert store.read(after=made.id) == []


def test_a_retried_request_is_one_decision(store: Store) -> None:
    assert off(store, "r1", seen=0) == off(store, "r1", seen=0)
    assert len(store.read()) == 1


def test_a_request_is_never_taken_for_another_decision(store: Store) -> None:
    off(store, "r1")
    with pytest.raises(ValueError, match="recorded after all, as decision 1"):
        store.append("ed", "s1", SwitchSource(True), "because", "r1")
    assert len(store.read()) == 1


def test_the_second_editor_is_told_what_changed(store: Store) -> None:
    first = off(store, "r1", seen=0)
    with pytest.raises(ConflictError, match="ed changed this") as caught:
        off(store, "r2", seen=0, who="another")
    assert caught.value.since == [first]
    assert off(store, "r3", seen=first.id, who="another").id > first.id
    assert off(store, "r4", seen=0, target="s2").target == "s2"


def test_undo_is_an_event_and_can_be_undone(store: Store) -> None:
    made = off(store, "r1")
    undone = store.undo("ed", made, "a slip", "r2")
    assert fold(store.read()).off == {}
    store.undo("ed", undone, "no slip", "r3")
    assert fold(store.read()).off == {"s1": made}
    assert len(store.read()) == 3


def test_what_waits_takes_effect_only_with_another_editors_yes(store: Store) -> None:
    made = store.append("ed", "s1", SwitchSource(False), "because", "r1", waits=True)
    assert (fold(store.read()).off, fold(store.read()).waiting) == ({}, (made,))
    with pytest.raises(ValueError, match="second editor"):
        store.approve("ed", made, "yes", "r2")
    store.approve("another", made, "yes", "r3")
    assert (fold(store.read()).off, fold(store.read()).waiting) == ({"s1": made}, ())


def test_a_decision_without_a_reason_or_in_a_read_only_store_is_refused(store: Store, url: str) -> None:
    with pytest.raises(ValueError, match="reason"):
        store.append("ed", "s1", SwitchSource(True), "  ", "r1")
    closed = Store(url, read_only=True)
    with pytest.raises(ReadOnlyError, match="read-only"):
        off(closed, "r2")
    assert closed.read() == []
    closed.close()


def test_drafts_are_kept_by_name_and_person(store: Store) -> None:
    store.save_draft("ed", "article", "a")
    store.save_draft("ed", "article", "ab")
    store.save_draft("another", "article", "x")
    assert store.read_drafts("ed") == {"article": "ab"}
    store.drop_draft("ed", "article")
    assert (store.read_drafts("ed"), store.read_drafts("another")) == ({}, {"article": "x"})


def test_an_export_imported_into_an_empty_store_gives_the_same_state(store: Store, tmp_path: Path) -> None:
    first = off(store, "r1")
    store.undo("ed", first, "a slip", "r2")
    off(store, "r3", target="s2")
    lines = b"\n".join(msgspec.json.encode(row) for row in store.read())
    rows = [msgspec.json.decode(line, type=Decision) for line in lines.splitlines()]
    fresh = Store(f"sqlite:///{tmp_path / 'fresh.sqlite3'}")
    assert fresh.import_all(rows) == 3
    assert fresh.read() == store.read()
    assert off(fresh, "r4").id == 4
    with pytest.raises(ValueError, match="empty"):
        fresh.import_all(rows)
    fresh.close()


def test_import_leaves_the_numbers_going_on(store: Store) -> None:
    rows = [Decision(id=7, time="t", who="ed", target="s", what=SwitchSource(True), reason="r", request="q")]
    store.import_all(rows)
    assert off(store, "r1").id > 7


def start(url: str, name: str, first: int, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, url, name, str(first), str(count)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip


def kill_and_count(store: Store, url: str, kills: int, total: int) -> None:
    """Kill the writer `kills` times on its way to `total` decisions; everything it acknowledged must be there."""
    acknowledged: set[str] = set()
    each, done = total // kills, 0
    for _ in range(kills):
        writer = start(url, "ed", done, total)
        for line in writer.stdout:
            acknowledged.add(line.split()[1])
            if len(acknowledged) >= done + each:
                break
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        acknowledged |= {line.split()[1] for line in writer.stdout if line.endswith("\n")}
        writer.stdout.close()
        writer.stderr.close()
        done = len({row.request for row in store.read()})
    rows = store.read()
    requests = [row.request for row in rows]
    assert acknowledged <= set(requests)
    assert len(set(requests)) == len(requests)
    assert len(rows) - len(acknowledged) <= kills  # at most the one in flight at each kill
    again = [msgspec.json.decode(msgspec.json.encode(row), type=Decision) for row in rows]
    assert fold(again) == fold(rows)
    expected = {}
    for row in rows:
        expected[row.target] = row.what.on
    assert set(fold(rows).off) == {target for target, on in expected.items() if not on}


def test_killing_the_writer_loses_nothing_acknowledged(store: Store, url: str) -> None:
    kill_and_count(store, url, kills=4, total=200)


@pytest.mark.long
def test_killing_the_writer_forty_times_in_ten_thousand(store: Store, url: str) -> None:
    kill_and_count(store, url, kills=40, total=10_000)


def write_at_once(store: Store, url: str, each: int) -> None:
    writers = [start(url, f"ed{number}", 0, each) for number in range(8)]
    outputs = [writer.communicate() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 8, [error for _, error in outputs]
    rows = store.read()
    assert len(rows) == 8 * each
    said = {line for output, _ in outputs for line in output.splitlines()}
    assert said == {f"{row.id} {row.request}" for row in rows}


def test_eight_writers_at_once_lose_no_write(store: Store, url: str) -> None:
    write_at_once(store, url, each=12)


@pytest.mark.long
def test_eight_writers_of_three_hundred_lose_no_write(store: Store, url: str) -> None:
    write_at_once(store, url, each=300)


@pytest.mark.postgres
def test_numbers_become_visible_in_their_order(postgres_url: str) -> None:
    """A reader that has seen number N never finds a lower one later, though eight write."""
    store = Store(emptied(postgres_url))
    writers = [start(postgres_url, f"v{number}", 0, 25) for number in range(4)]
    seen: list[int] = []
    while any(writer.poll() is None for writer in writers):
        seen += [row.id for row in store.read(after=seen[-1] if seen else 0)]
        time.sleep(0.005)
    for writer in writers:
        writer.communicate()
    seen += [row.id for row in store.read(after=seen[-1] if seen else 0)]
    assert seen == sorted(seen)
    assert len(seen) == len([row for row in store.read() if row.who.startswith("v")])
    store.close()
