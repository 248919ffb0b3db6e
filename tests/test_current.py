"""Where the decisions come from: settings, a reader's install without the desk's libraries, a store that fails."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from seeds import current as module
from seeds.current import Current, Settings, StoreError, current, open_store, settings
from seeds.decision import SwitchSource
from seeds.store import ReadOnlyError, Store

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("ALEPPO_STORE", "ALEPPO_SECRETS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(module, "DEFAULT_FILE", tmp_path / "decisions.sqlite3")


def written(folder: Path, text: str) -> Path:
    path = folder / "secrets.toml"
    path.write_text(text, "utf-8")
    return path


def test_without_secrets_or_store_nothing_is_decided(tmp_path: Path) -> None:
    assert settings(tmp_path / "none.toml") == Settings()
    assert current(Settings()) is None


def test_the_store_is_the_environments_then_the_secrets_then_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, '[store]\nurl = "sqlite:///a"\nread_only = true\n[desk]\nsecond_editor = true')
    assert settings(path) == Settings("sqlite:///a", True, True, False)
    monkeypatch.setenv("ALEPPO_STORE", "sqlite:///b")
    assert settings(path).url == "sqlite:///b"
    monkeypatch.delenv("ALEPPO_STORE")
    file = f"sqlite:///{module.DEFAULT_FILE}"
    assert settings(written(tmp_path, '[[people]]\nname = "ed"\nrole = "editor"')).url == file
    assert settings(written(tmp_path, "")).url is None
    module.DEFAULT_FILE.touch()
    assert settings(written(tmp_path, "")).url == file


@pytest.mark.parametrize("text", ["[store", "[store]\nread_only = 3", "people = 4"])
def test_a_malformed_secrets_file_is_one_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(StoreError, match=r"secrets\.toml: "):
        settings(written(tmp_path, text))


def test_the_read_only_switch_works_at_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 's.sqlite3'}"
    store = open_store(Settings(url))
    store.append("ed", "s", SwitchSource(False), "r", "q1")
    closed = open_store(Settings(url, read_only=True))
    with pytest.raises(ReadOnlyError):
        closed.append("ed", "s", SwitchSource(True), "r", "q2")
    assert [row.request for row in current(Settings(url, read_only=True)).rows()] == ["q1"]


def test_a_read_only_store_without_tables_says_so_and_opens_once_they_are_there(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 's.sqlite3'}"
    for _ in range(2):
        with pytest.raises(StoreError, match="has no tables, and they cannot be made while it is read-only"):
            open_store(Settings(url, read_only=True))
    Store(url).close()
    assert open_store(Settings(url, read_only=True)) is not None


def test_what_was_last_seen_stands_while_the_store_does_not_answer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(f"sqlite:///{tmp_path / 's.sqlite3'}")
    made = store.append("ed", "s", SwitchSource(False), "r", "q1")
    seen = Current(store)
    assert seen.look()[0].off == {"s": made}

    def fails(after: int = 0) -> None:
        raise sa.exc.OperationalError("select", {}, Exception("gone"))

    monkeypatch.setattr(store, "read", fails)
    edits, news = seen.look()
    assert (edits.off, news) == ({"s": made}, False)
    assert '"event":"store-unreachable"' in capsys.readouterr().err
    with pytest.raises(StoreError, match="does not answer"):
        Current(store).look()


def test_a_store_that_cannot_be_opened_is_one_sentence_without_its_address(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        open_store(Settings(f"sqlite:///{tmp_path}/no/such/folder/s.sqlite3"))
    assert str(tmp_path) not in str(caught.value)


PLAIN = """
import sys
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split('.')[0] in {'sqlalchemy', 'alembic', 'argon2', 'psycopg', 'docx', 'authlib'}:
            raise ModuleNotFoundError(f'No module named {name!r}', name=name)
sys.meta_path.insert(0, Refuse())
from seeds.current import StoreError, current, settings
try:
    print(current())
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize(("store", "said"), [("", "None"), ("sqlite://", "pip install -r seeds/requirements.txt")])
def test_a_readers_install_needs_none_of_the_desks_libraries(tmp_path: Path, store: str, said: str) -> None:
    environment = {"ALEPPO_STORE": store, "ALEPPO_SECRETS": str(tmp_path / "none.toml"), "PYTHONPATH": str(ROOT)}
    code = PLAIN.replace("from seeds.current import", "import seeds.current as c\nfrom seeds.current import").replace(
        "try:", f"import pathlib\nc.DEFAULT_FILE = pathlib.Path({str(tmp_path / 'no')!r})\ntry:"
    )
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert said in done.stdout


def test_the_whole_screen_can_be_drawn_without_them(tmp_path: Path) -> None:
    code = PLAIN[: PLAIN.index("from seeds")] + "import ui.pages\nprint('imported')\n"
    environment = {"ALEPPO_STORE": "none", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert "imported" in done.stdout
