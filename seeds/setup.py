"""Making somebody an editor on this machine: a name and a hashed password in .streamlit/secrets.toml."""

import os
import re
from pathlib import Path

from seeds.people import People, hash_password

NAME = re.compile(r"[^\W_][\w .'-]{0,59}")


def add_person(path: Path, name: str, password: str, role: str = "editor") -> None:
    """Append somebody to the list and close the file to others. ValueError in one sentence if it cannot be."""
    if not NAME.fullmatch(name):
        raise ValueError("a name has 1 to 60 letters, digits, spaces, dots, hyphens or apostrophes")
    if role not in ("editor", "publisher"):
        raise ValueError(f"found role {role!r}, expected editor or publisher")
    if name in People(path).entries():
        raise ValueError(f"{name} is on the list already: take the entry out of {path} to begin anew")
    row = f'\n[[people]]\nname = "{name}"\nrole = "{role}"\npassword = "{hash_password(password)}"\n'
    old = path.read_text("utf-8") if path.exists() else ""
    if not old:
        old = "# Who may edit, and how this installation is set up: see docs/deploy.md. Keep it secret.\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(old + row)
    People(part).entries()  # never replace a good file by a malformed one
    part.replace(path)
