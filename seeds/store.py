"""The store of decisions: append-only, on SQLite by default and PostgreSQL by URL.

SQLite writes begin with BEGIN IMMEDIATE, since a deferred transaction that turns into a write fails at once when
another process writes, whatever the timeout. PostgreSQL writes lock the table against other writers, so that
decisions become visible in the order of their numbers and a reader that knows number N has seen all before it.
"""

import datetime
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from seeds.decision import Approve, Decision, Undo, What
from seeds.problem import Problem

HERE = Path(__file__).parent
DEFAULT_URL = f"sqlite:///{HERE / 'decisions.sqlite3'}"
BUSY_SECONDS = 30  # how long a writer waits for its turn before it says so

metadata = sa.MetaData()
decisions = sa.Table(
    "decisions",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("time", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("target", sa.Text, nullable=False, index=True),
    sa.Column("payload", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("request", sa.Text, nullable=False, unique=True),
    sa.Column("waits", sa.Boolean, nullable=False),
    sqlite_autoincrement=True,
)
drafts = sa.Table(
    "drafts",
    metadata,
    sa.Column("who", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("time", sa.Text, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)


class ConflictError(Exception):
    """Somebody decided about the same target since the editor looked; `since` holds what they decided."""

    def __init__(self, since: list[Decision]) -> None:
        who = ", ".join(sorted({decision.who for decision in since}))
        super().__init__(f"{who} changed this after you opened it")
        self.since = since


class ReadOnlyError(Exception):
    """The store takes no decisions at the moment."""


class Store:
    """One store, opened by URL; its tables are made or brought up to date on opening."""

    def __init__(self, url: str = DEFAULT_URL, read_only: bool = False) -> None:
        self.read_only = read_only
        self.engine = sa.create_engine(url, connect_args=_connect_args(url))
        if self.engine.dialect.name == "sqlite":
            sa.event.listen(self.engine, "connect", _on_sqlite_connect)
            sa.event.listen(self.engine, "begin", _on_sqlite_begin)
        if not read_only:
            self._migrate()

    def has_tables(self) -> bool:
        """Whether its tables are there; a store opened to be read only makes none."""
        return bool(sa.inspect(self.engine).has_table("decisions"))

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()

    def append(
        self, who: str, target: str, what: What, reason: str, request: str, *, seen: int | None = None,
        waits: bool = False,
    ) -> Decision:  # fmt: skip
        """Record one decision and return it as stored; a request that is already recorded returns that row.

        `seen` is the newest decision about the target that the editor knew (0 for none); ConflictError if there
        is a newer one. ValueError if the reason is empty or the request was used for something else;
        ReadOnlyError while the store takes nothing.
        """
        if not reason.strip():
            raise ValueError(Problem("a decision needs a reason"))
        with self._writing() as connection:
            again = connection.execute(sa.select(decisions).where(decisions.c.request == request)).first()
            if again:
                return _same(_decision(again), target, what)
            if seen is not None:
                newer = sa.select(decisions).where(decisions.c.target == target, decisions.c.id > seen)
                since = [_decision(row) for row in connection.execute(newer.order_by(decisions.c.id))]
                if since:
                    raise ConflictError(since)
            payload = msgspec.json.encode(what).decode()
            row = {
                "time": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
                "who": who, "kind": what.__struct_config__.tag, "target": target, "payload": payload,
                "reason": reason, "request": request, "waits": waits,
            }  # fmt: skip
            stored = connection.execute(sa.insert(decisions).values(**row).returning(*decisions.c)).one()
            return _decision(stored)

    def undo(self, who: str, decision: Decision, reason: str, request: str, *, waits: bool = False) -> Decision:
        """A new decision by which an earlier one no longer holds."""
        return self.append(who, decision.target, Undo(decision.id), reason, request, waits=waits)

    def approve(self, who: str, decision: Decision, reason: str, request: str) -> Decision:
        """A second editor's yes. ValueError if it is the first editor's own."""
        if who == decision.who:
            raise ValueError(Problem("a second editor must approve, not the one who decided"))
        return self.append(who, decision.target, Approve(decision.id), reason, request)

    def read(self, after: int = 0) -> list[Decision]:
        """Every decision with a number above `after`, in ascending order."""
        query = sa.select(decisions).where(decisions.c.id > after).order_by(decisions.c.id)
        with self.engine.connect() as connection:
            return [_decision(row) for row in connection.execute(query)]

    def last_id(self) -> int:
        """Number of the newest decision, 0 if there is none: what caches key on."""
        with self.engine.connect() as connection:
            return int(connection.execute(sa.select(sa.func.coalesce(sa.func.max(decisions.c.id), 0))).scalar_one())

    def import_all(self, rows: Iterable[Decision]) -> int:
        """Put exported decisions, with their numbers, into a store that is still empty; the count of rows."""
        with self._writing() as connection:
            if connection.execute(sa.select(decisions.c.id).limit(1)).first():
                raise ValueError("decisions can only be imported into an empty store")
            values = [
                {
                    "id": row.id, "time": row.time, "who": row.who, "kind": row.what.__struct_config__.tag,
                    "target": row.target, "payload": msgspec.json.encode(row.what).decode(), "reason": row.reason,
                    "request": row.request, "waits": row.waits,
                }
                for row in rows
            ]  # fmt: skip
            if values:
                connection.execute(sa.insert(decisions), values)
                if self.engine.dialect.name == "postgresql":
                    connection.execute(sa.text("SELECT setval('decisions_id_seq', (SELECT max(id) FROM decisions))"))
            return len(values)

    def save_draft(self, who: str, name: str, text: str) -> None:
        """Keep what an editor has typed so far; one draft a name."""
        time = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        with self._writing() as connection:
            connection.execute(sa.delete(drafts).where(drafts.c.who == who, drafts.c.name == name))
            connection.execute(sa.insert(drafts).values(who=who, name=name, time=time, text=text))

    def drop_draft(self, who: str, name: str) -> None:
        """Forget a draft."""
        with self._writing() as connection:
            connection.execute(sa.delete(drafts).where(drafts.c.who == who, drafts.c.name == name))

    def read_drafts(self, who: str) -> dict[str, str]:
        """An editor's own drafts by name."""
        query = sa.select(drafts.c.name, drafts.c.text).where(drafts.c.who == who).order_by(drafts.c.name)
        with self.engine.connect() as connection:
            return {row.name: row.text for row in connection.execute(query)}

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        if self.read_only:
            raise ReadOnlyError(Problem("decisions are closed at the moment: the store is read-only"))
        with self.engine.connect().execution_options(write=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(sa.text("LOCK TABLE decisions IN EXCLUSIVE MODE"))
            yield connection

    def _migrate(self) -> None:
        config = Config()
        config.set_main_option("script_location", str(HERE / "migrations"))
        with self.engine.connect().execution_options(write=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                # One process at a time makes the tables; the number is ours and means nothing else.
                connection.execute(sa.text("SELECT pg_advisory_xact_lock(20161115)"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")


def _same(stored: Decision, target: str, what: What) -> Decision:
    if (stored.target, stored.what) != (target, what):
        raise ValueError(
            Problem("an earlier press was recorded after all, as decision {number}: look at it first", number=stored.id)
        )
    return stored


def _connect_args(url: str) -> dict[str, object]:
    return {"timeout": BUSY_SECONDS} if url.startswith("sqlite") else {}


def _on_sqlite_connect(connection: object, _record: object) -> None:
    # The driver must not begin transactions of its own: _on_sqlite_begin does.
    connection.isolation_level = None  # type: ignore[attr-defined]  # a sqlite3.Connection, typed as object by the event
    cursor = connection.cursor()  # type: ignore[attr-defined]  # the same
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")
    cursor.close()


def _on_sqlite_begin(connection: sa.Connection) -> None:
    write = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _decision(row: sa.Row[tuple[object, ...]]) -> Decision:
    fields = row._asdict()
    fields["what"] = msgspec.json.decode(fields.pop("payload"), type=What)
    fields.pop("kind")
    return Decision(**fields)
