"""The decisions in force where this program runs: which store holds them, whether it takes new ones, what they say.

A reader's install has no store, no list of editors and none of the desk's libraries, and needs none: then nothing
is decided. `[store] url` of the secrets file or ALEPPO_STORE names a store; else it is seeds/decisions.sqlite3, if
that file is there or editors are listed; the address `none` turns all that off. ALEPPO_SECRETS names another
secrets file.
"""

import functools
import os
import threading
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from seeds.decision import Decision, Edits, fold
from seeds.log import log
from seeds.problem import Problem

if TYPE_CHECKING:
    from seeds.store import Store

HERE = Path(__file__).parent
DEFAULT_FILE = HERE / "decisions.sqlite3"
NONE = "none"  # as a store's address: nothing is decided here, whatever lies beside
MISSING = Problem(
    "A store of decisions is configured, but the desk's libraries are missing: pip install -r seeds/requirements.txt"
)
NO_TABLES = Problem(
    "The store of decisions has no tables, and they cannot be made while it is read-only:"
    " start once with read_only = false, or name a store that has them"
)


class StoreError(Exception):
    """The configured store cannot be used; the message is one sentence without the store's address."""


class Settings(msgspec.Struct, frozen=True):
    """What the secrets file says about the desk, as it stands now."""

    url: str | None = None  # null: nothing is decided here
    read_only: bool = False
    second_editor: bool = False  # what changes a place for readers waits for a second editor
    publisher_approves: bool = False  # and only a publisher's yes counts
    people: bool = False  # somebody may sign in
    provider: bool = False  # by OpenID Connect, through st.login


class _Store(msgspec.Struct):
    url: str | None = None
    read_only: bool = False


class _Desk(msgspec.Struct):
    second_editor: bool = False
    publisher_approves: bool = False


class _Secrets(msgspec.Struct):
    store: _Store = msgspec.field(default_factory=_Store)
    desk: _Desk = msgspec.field(default_factory=_Desk)
    people: list[dict[str, object]] = []
    auth: dict[str, object] | None = None


def secrets_path() -> Path:
    """The secrets file of this run."""
    return Path(os.environ.get("ALEPPO_SECRETS") or HERE.parent / ".streamlit" / "secrets.toml")


def settings(path: Path | None = None) -> Settings:
    """The settings, read anew each time: the read-only switch works at once. StoreError if the file is malformed."""
    found = _secrets(secrets_path() if path is None else path)
    url = os.environ.get("ALEPPO_STORE") or found.store.url
    if url == NONE:
        url = None
    elif not url and (found.people or DEFAULT_FILE.exists()):
        url = f"sqlite:///{DEFAULT_FILE}"
    return Settings(
        url or None, found.store.read_only, found.desk.second_editor, found.desk.publisher_approves,
        bool(found.people), found.auth is not None,
    )  # fmt: skip


def turned_off() -> str:
    """What turns the store off by the address `none`; nothing if none does."""
    if asked := os.environ.get("ALEPPO_STORE"):
        return "ALEPPO_STORE" if asked == NONE else ""
    path = secrets_path()
    return f"[store] url of {path.name}" if _secrets(path).store.url == NONE else ""


def _secrets(path: Path) -> _Secrets:
    try:
        return msgspec.convert(tomllib.loads(path.read_text("utf-8")), _Secrets)
    except FileNotFoundError:
        return _Secrets()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise StoreError(f"{path.name}: {error}") from error


def open_store(now: Settings) -> "Store | None":
    """The store of the settings, one for the whole process; None where nothing is decided. StoreError if it fails."""
    if now.url is None:
        return None
    try:
        return _store(now.url, now.read_only)
    except ImportError as error:
        if (error.name or "").split(".")[0] in {"sqlalchemy", "alembic", "psycopg"}:
            raise StoreError(MISSING) from error
        raise


@functools.cache
def _store(url: str, read_only: bool) -> "Store":
    import sqlalchemy as sa

    from seeds.store import Store

    try:
        store = Store(url, read_only)
        if not store.has_tables():
            raise StoreError(NO_TABLES)
        return store
    except sa.exc.SQLAlchemyError as error:
        log("store-unreachable", outcome=type(error).__name__)
        raise StoreError(
            Problem("The store of decisions cannot be opened: see its address in the secrets file")
        ) from error


class Current:
    """A store's decisions as this process last saw them; only new ones are read again."""

    def __init__(self, store: "Store") -> None:
        self.store = store
        self._rows: list[Decision] = []
        self._edits: Edits | None = None
        self._lock = threading.Lock()

    def look(self) -> tuple[Edits, bool]:
        """What the decisions amount to, and whether that is news of now.

        While the store does not answer, what was last seen stands, and the second value is false. StoreError if
        nothing was seen yet.
        """
        import sqlalchemy as sa

        with self._lock:
            try:
                new = self.store.read(self._rows[-1].id if self._rows else 0)
            except sa.exc.SQLAlchemyError as error:
                log("store-unreachable", outcome=type(error).__name__)
                if self._edits is None:
                    raise StoreError(
                        Problem("The store of decisions does not answer; try again in a minute")
                    ) from error
                return self._edits, False
            if new or self._edits is None:
                self._rows = [*self._rows, *new]
                self._edits = fold(self._rows)
            return self._edits, True

    def rows(self) -> list[Decision]:
        """Every decision, in order."""
        self.look()
        return self._rows


@functools.cache
def _current(store: "Store") -> Current:
    return Current(store)


def current(now: Settings | None = None) -> Current | None:
    """The decisions of this run, None where there is no store. StoreError as above."""
    store = open_store(settings() if now is None else now)
    return None if store is None else _current(store)
