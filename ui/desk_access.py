"""Who is at the desk: whether one can sign in here at all, who has, and the functions by which they may write."""

import datetime
import functools
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from seeds.amendment import Known
from seeds.current import StoreError, current, secrets_path, settings
from ui.effect import flips
from ui.load import Archive

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import Entry, People, SignIn

SESSION = "sign-in"  # kept in the session alone: a reload signs out, a copied address signs nobody in


@functools.cache
def _people(path: Path) -> "People":
    from seeds.people import People

    return People(path)


def people() -> "People":
    """The list of editors; one for the process, so that the delays after failures hold for everybody."""
    return _people(secrets_path())


def offered() -> bool:
    """Whether anybody can sign in here: only where editors are listed."""
    try:
        return settings().people
    except StoreError:
        return False


def decided() -> bool:
    """Whether there is a store, and so a record of corrections that readers may see."""
    try:
        return settings().url is not None
    except StoreError:
        return False


def here() -> "SignIn | None":
    """The sign-in of this session, by password or by the provider; not yet checked against the list."""
    if SESSION in st.session_state:
        found: SignIn = st.session_state[SESSION]
        return found
    if not settings().provider or not st.user.get("is_logged_in"):
        return None
    from seeds.people import NotAllowedError

    issued = st.user.get("iat")
    if not isinstance(issued, int | float):
        return None  # without its moment a sign-in cannot be told from an old copy of it
    moment = datetime.datetime.fromtimestamp(issued, datetime.UTC)
    try:
        return people().sign_in_by_address(str(st.user.get("email", "")), st.user.get("email_verified") is True, moment)
    except NotAllowedError:
        return None


def editor() -> "Entry | None":
    """The entry of the editor in this session as the list stands now; None for everybody else."""
    if not offered():
        return None
    from seeds.people import NotAllowedError

    try:
        return people().check(here())
    except (NotAllowedError, ValueError):
        return None


def desk(data: Archive) -> "Desk":
    """The writes of this installation. Each checks the sign-in itself; some wait for a second editor."""
    from seeds.desk import Desk

    now = settings()
    store = current(now)
    if store is None or data.found is None:
        raise StoreError("There is no store of decisions here")
    found = data.found
    second = (lambda tried: flips(found, store.rows(), tried)) if now.second_editor else None
    return Desk(store.store, people(), second, known(data), now.publisher_approves)


def known(data: Archive) -> Known:
    """What an amendment may name: the gazetteer's places, speakers listed, added or met in readings."""
    met = {voice for claim in data.read for voice in (claim.claimant, claim.relay) if voice}
    return Known(frozenset(data.city.places), frozenset(met | set(data.speakers)))
