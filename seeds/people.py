"""Who may write: readers nothing, editors decisions, publishers the same.

A waiting decision may be approved by any other editor, or where `[desk] publisher_approves` is on by another publisher
alone. Nobody closes the store from the desk: that stands in the secrets file.

The allow-list is the table `[[people]]` of `.streamlit/secrets.toml`, read anew at each check, so that taking
somebody off it works at once whatever cookie a browser still holds. Without the list nobody can sign in.
"""

import datetime
import secrets
import threading
import time
import tomllib
from pathlib import Path
from typing import Literal

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from seeds.problem import Problem

Role = Literal["editor", "publisher"]
SECRETS = Path(__file__).parent.parent / ".streamlit" / "secrets.toml"
# A sign-in older than this must be renewed: a copied cookie is good for no longer.
SIGN_IN_LASTS = datetime.timedelta(hours=12)
# After n failures in a row the next try for that name is answered no sooner than 2**n of these, at most the longest.
DELAY_SECONDS = 0.5
LONGEST_DELAY_SECONDS = 60.0
LONGEST_PASSWORD = 1_000
NOBODY = PasswordHasher().hash(secrets.token_hex())  # a hash that no password matches


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the allow-list: a verified address for OpenID Connect, or an argon2 hash, or both."""

    name: str
    role: Role
    email: str | None = None
    password: str | None = None
    not_before: datetime.datetime | None = None  # sign-ins before this moment count no more


class SignIn(msgspec.Struct, frozen=True):
    """A proof that somebody on the list signed in at a moment (UTC). Kept in session state only."""

    name: str
    at: datetime.datetime
    email: str | None = None


class NotAllowedError(Exception):
    """The person may not do this; the message says why in one sentence."""


class People:
    """The allow-list of one secrets file."""

    def __init__(self, path: Path = SECRETS) -> None:
        self.path = path
        self._failures: dict[str, tuple[int, float]] = {}
        self._lock = threading.Lock()

    def entries(self) -> dict[str, Entry]:
        """The list as it stands in the file now, by name; empty if there is none. ValueError if it is malformed."""
        try:
            table = tomllib.loads(self.path.read_text("utf-8"))
            rows = msgspec.convert(table.get("people", []), list[Entry])
        except FileNotFoundError:
            return {}
        except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
            raise ValueError(f"{self.path.name}: {error}") from error
        return {row.name: row for row in rows}

    def sign_in_by_password(self, name: str, password: str) -> SignIn:
        """NotAllowedError for a wrong name or password alike, and while the delay after failures runs.

        One at a time: many tries at once neither slip past the delay nor take the memory that each hash costs.
        """
        with self._lock:
            entry = self.entries().get(name)
            # Names that are not listed share one delay, so that they fill no memory.
            counted = name if entry else ""
            count, since = self._failures.get(counted, (0, 0.0))
            wait = since + min(DELAY_SECONDS * 2**count, LONGEST_DELAY_SECONDS) - time.monotonic() if count else 0
            if wait > 0:
                raise NotAllowedError(Problem("Too many tries: wait {seconds} seconds", seconds=round(max(wait, 1))))
            # A name without a password costs as much time as one with: an answer does not tell which names exist.
            stored = entry.password if entry and entry.password else NOBODY
            if _matches(stored, password[:LONGEST_PASSWORD]) and entry and entry.password:
                self._failures.pop(counted, None)
                return SignIn(name, datetime.datetime.now(datetime.UTC))
            self._failures[counted] = (min(count + 1, 20), time.monotonic())
        raise NotAllowedError(Problem("This name and password do not belong together"))

    def sign_in_by_address(self, email: str, verified: bool, issued: datetime.datetime) -> SignIn:
        """After OpenID Connect: only a verified address on the list, signed in recently."""
        if verified:
            for entry in self.entries().values():
                if entry.email and entry.email.casefold() == email.casefold():
                    sign_in = SignIn(entry.name, issued, email)
                    self.check(sign_in)
                    return sign_in
        raise NotAllowedError(Problem("This address is not on the list of editors"))

    def check(self, sign_in: SignIn | None, role: Role = "editor") -> Entry:
        """The entry of somebody who may act in this role now, else NotAllowedError."""
        if sign_in is None:
            raise NotAllowedError(Problem("Only editors may do this: sign in first"))
        entry = self.entries().get(sign_in.name)
        if entry is None or (sign_in.email and (entry.email or "").casefold() != sign_in.email.casefold()):
            raise NotAllowedError(Problem("You are not on the list of editors any more"))
        now = datetime.datetime.now(datetime.UTC)
        if now - sign_in.at > SIGN_IN_LASTS or (entry.not_before and sign_in.at < _utc(entry.not_before)):
            raise NotAllowedError(Problem("Your sign-in has run out: sign in again"))
        if role == "publisher" and entry.role != "publisher":
            raise NotAllowedError(Problem("Only a publisher may do this"))
        return entry


def hash_password(password: str) -> str:
    """The argon2id hash to put into the list. ValueError if the password is shorter than 12 characters."""
    if len(password) < 12:
        raise ValueError("the password needs at least 12 characters")
    return PasswordHasher().hash(password)


def _matches(stored: str, password: str) -> bool:
    try:
        return PasswordHasher().verify(stored, password)
    except (VerifyMismatchError, VerificationError, InvalidHashError):
        return False


def _utc(moment: datetime.datetime) -> datetime.datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
