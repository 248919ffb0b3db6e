"""python -m seeds: making an editor, and decisions that leave one store and enter another unchanged."""

import io
import json
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from seeds.__main__ import main
from seeds.decision import SwitchSource, fold
from seeds.people import NotAllowedError, People
from seeds.store import Store

PASSWORD = "a long enough word"


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / ".streamlit" / "secrets.toml"
    monkeypatch.setenv("ALEPPO_SECRETS", str(path))
    monkeypatch.setenv("ALEPPO_STORE", f"sqlite:///{tmp_path / 's.sqlite3'}")
    return path


@pytest.fixture
def store(secrets: Path) -> Iterator[Store]:
    opened = Store(f"sqlite:///{secrets.parent.parent / 's.sqlite3'}")
    for number in range(6):
        opened.append("ed", f"s{number % 2}", SwitchSource(number % 3 == 0), "سبب", f"r{number}")
    opened.undo("ed", opened.read()[-1], "a slip", "u")
    yield opened
    opened.close()


def editor(monkeypatch: pytest.MonkeyPatch, name: str, password: str) -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO(password + "\n"))
    return main(["editor", "--name", name])


def test_an_editor_is_made_and_can_sign_in(secrets: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert editor(monkeypatch, "Rana", PASSWORD) == 0
    assert editor(monkeypatch, "O'Neil Jr.", PASSWORD) == 0
    assert stat.S_IMODE(secrets.stat().st_mode) == 0o600
    assert PASSWORD not in secrets.read_text("utf-8")
    people = People(secrets)
    assert people.sign_in_by_password("Rana", PASSWORD).name == "Rana"
    assert people.sign_in_by_password("O'Neil Jr.", PASSWORD).name == "O'Neil Jr."
    with pytest.raises(NotAllowedError):
        people.sign_in_by_password("Rana", PASSWORD + "x")


@pytest.mark.parametrize(
    ("name", "password", "said"),
    [
        ("Rana", "short", "12 characters"),
        ('R"\n[[people]]', PASSWORD, "a name has"),
        ("", PASSWORD, "a name has"),
        ("Sami", PASSWORD, "on the list already"),
    ],
)
def test_a_bad_entry_changes_nothing(
    secrets: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    name: str,
    password: str,
    said: str,
) -> None:
    assert editor(monkeypatch, "Sami", PASSWORD) == 0
    before = secrets.read_bytes()
    assert editor(monkeypatch, name, password) == 2
    assert said in capsys.readouterr().err
    assert secrets.read_bytes() == before


def test_a_backup_imported_into_a_fresh_store_is_the_same_record(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "backup.jsonl"
    assert main(["backup", str(file)]) == 0
    assert main(["export"]) == 0
    assert capsysbinary.readouterr().out == file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [json.loads(line)["id"] for line in file.read_text("utf-8").splitlines()] == list(range(1, 8))
    fresh = f"sqlite:///{tmp_path / 'fresh.sqlite3'}"
    monkeypatch.setenv("ALEPPO_STORE", fresh)
    assert main(["import", str(file)]) == 0
    assert main(["import", str(file)]) == 2
    assert b"empty store" in capsysbinary.readouterr().err
    other = Store(fresh)
    assert other.read() == store.read()
    assert fold(other.read()) == fold(store.read())
    other.close()


def test_a_damaged_export_is_refused_whole_with_every_line_named(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "backup.jsonl"
    assert main(["backup", str(file)]) == 0
    lines = file.read_bytes().splitlines()
    file.write_bytes(b"\n".join([lines[0], lines[2], lines[1], b'{"id": 9', lines[0]]))
    fresh = f"sqlite:///{tmp_path / 'fresh.sqlite3'}"
    monkeypatch.setenv("ALEPPO_STORE", fresh)
    assert main(["import", str(file)]) == 2
    said = capsys.readouterr().err
    for part in (":3: found decision 2 after 3", ":4: ", ":5: found the request of line 1"):
        assert part in said
    other = Store(fresh)
    assert other.read() == []
    other.close()


def test_without_a_store_and_without_a_file_there_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ALEPPO_SECRETS", str(tmp_path / "none.toml"))
    monkeypatch.delenv("ALEPPO_STORE", raising=False)
    monkeypatch.setattr("seeds.current.DEFAULT_FILE", tmp_path / "none.sqlite3")
    assert main(["export"]) == 2
    assert "There is no store here" in capsys.readouterr().err
    monkeypatch.setenv("ALEPPO_STORE", f"sqlite:///{tmp_path / 's.sqlite3'}")
    assert main(["import", str(tmp_path / "none.jsonl")]) == 2
    assert "none.jsonl: No such file" in capsys.readouterr().err


def test_a_store_that_is_turned_off_is_said_to_be(
    secrets: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("ALEPPO_STORE", "none")
    assert main(["export"]) == 2
    assert "ALEPPO_STORE is `none`" in capsys.readouterr().err
    monkeypatch.delenv("ALEPPO_STORE")
    secrets.parent.mkdir(exist_ok=True)
    secrets.write_text('[store]\nurl = "none"\n', "utf-8")
    assert main(["export"]) == 2
    assert "[store] url of secrets.toml is `none`" in capsys.readouterr().err
