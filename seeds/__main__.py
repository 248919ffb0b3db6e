"""python -m seeds: make an editor, back decisions up, bring them into another store."""

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path

from seeds.backup import BackupError, from_lines, to_lines, write_backup
from seeds.current import StoreError, open_store, secrets_path, settings, turned_off
from seeds.setup import add_person
from seeds.store import ReadOnlyError, Store

HELP = """\
The record of what editors decided. The store is the one the app uses: ALEPPO_STORE, else [store] url in
.streamlit/secrets.toml, else seeds/decisions.sqlite3.
"""


def parser() -> argparse.ArgumentParser:
    """The command line."""
    made = argparse.ArgumentParser(prog="python -m seeds", description=HELP)
    commands = made.add_subparsers(dest="command", required=True)
    editor = commands.add_parser("editor", help="put an editor with a password on the list of this installation")
    editor.add_argument("--name", help="asked for if not given")
    editor.add_argument("--role", choices=("editor", "publisher"), default="editor")
    commands.add_parser("export", help="every decision, one JSON object a line, to standard output")
    backup = commands.add_parser("backup", help="the same into a file: whole or not at all, read back, mode 600")
    backup.add_argument("file", type=Path)
    restore = commands.add_parser("import", help="decisions of an export into a store that is still empty")
    restore.add_argument("file", type=Path)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 2 with one sentence on standard error if it could not do its work."""
    options = parser().parse_args(arguments)
    try:
        if options.command == "editor":
            return _editor(options.name, options.role)
        store = _store()
        if options.command == "export":
            sys.stdout.buffer.write(to_lines(store.read()))
        elif options.command == "backup":
            rows = store.read()
            write_backup(rows, options.file)
            print(f"{len(rows)} decisions in {options.file}", file=sys.stderr)
        else:
            count = store.import_all(from_lines(options.file.read_bytes(), str(options.file)))
            print(f"{count} decisions imported", file=sys.stderr)
    except (StoreError, BackupError, ReadOnlyError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 2
    return 0


def _store() -> Store:
    store = open_store(settings())
    if store is None and (where := turned_off()):
        raise StoreError(f"There is no store here: {where} is `none`, which turns it off")
    if store is None:
        raise StoreError("There is no store here: no editor is listed, and seeds/decisions.sqlite3 does not exist")
    return store


def _editor(name: str | None, role: str) -> int:
    path = secrets_path()
    name = input("Name of the editor, as the record will show it: ").strip() if name is None else name
    password = _password()
    add_person(path, name, password, role)
    print(f"{name} is an {role} now." if role == "editor" else f"{name} is a {role} now.")
    print("Start the dashboard with `make run` and choose Sign in in its menu.")
    return 0


def _password() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass.getpass("Password (at least 12 characters): ")
    if getpass.getpass("The same again: ") != first:
        raise ValueError("the two passwords differ: nothing was changed")
    return first


if __name__ == "__main__":
    sys.exit(main())
