"""A PostgreSQL server of the tests' own, on a free port, gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

MISSING = "PostgreSQL's server programs are missing: apt-get install postgresql (macOS: brew install postgresql@16)"


def find_bin() -> Path:
    """The folder of initdb and pg_ctl; Debian's package is installed where this is root."""
    for attempt in range(2):
        found = shutil.which("initdb")
        folders = [Path(found).resolve().parent] if found else []
        folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
        for folder in folders:
            if (folder / "initdb").exists() and (folder / "pg_ctl").exists():
                return folder
        if attempt == 0 and hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
            subprocess.run(["apt-get", "update", "-qq"], check=False, capture_output=True)
            subprocess.run(["apt-get", "install", "-y", "-qq", "postgresql"], check=False, capture_output=True)
    raise RuntimeError(MISSING)


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """URL of an empty database. The server refuses to run as root, so root hands it to another user."""
    folder = find_bin()
    # Not in pytest's own folder, which every run closes to other users.
    home = Path(tempfile.mkdtemp(prefix="postgres-"))
    data, run = home / "data", home / "run"
    run.mkdir()
    as_user: list[str] = []
    if os.geteuid() == 0:
        home.chmod(0o755)
        # Debian's package makes this user.
        shutil.chown(home, "postgres")
        shutil.chown(run, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        port = sock.getsockname()[1]

    def tool(name: str, *arguments: str) -> None:
        done = subprocess.run([*as_user, str(folder / name), *arguments], capture_output=True, text=True, cwd="/")
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stderr or done.stdout}")

    tool("initdb", "-D", str(data), "-U", "desk", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={run} -c fsync=on"
    tool("pg_ctl", "-D", str(data), "-w", "-l", str(home / "run" / "log"), "-o", options, "start")
    try:
        yield f"postgresql+psycopg://desk@127.0.0.1:{port}/postgres"
    finally:
        tool("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(home)
