"""One attempt to write, whatever it is: its request is kept until it has succeeded, its outcome is one sentence."""

import uuid
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from seeds.current import current
from seeds.decision import AddSource, Decision
from ui.decision_words import decision_words
from ui.desk_access import desk, here
from ui.effect import alters
from ui.escape import for_html
from ui.fate import told_claims
from ui.load import Archive
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import SignIn

SAID = "desk-said"
Write = Callable[["Desk", "SignIn | None", str], "Decision | None"]


class Outcome(msgspec.Struct, frozen=True):
    """What came of an attempt: the decision, or why there is none and what others decided meanwhile."""

    made: Decision | None = None
    why: str = ""
    since: tuple[Decision, ...] = ()


def attempt(form: str, data: Archive, w: Words, write: Write) -> Decision | None:
    """Run a write and say what came of it; None if nothing was recorded. Nothing typed is cleared by a failure."""
    outcome = tried(form, w, data, write)
    if outcome.made:
        st.session_state[f"seen-{outcome.made.target}"] = outcome.made.id
        say(recorded(outcome.made, data, w))
    elif outcome.why:
        say(outcome.why, since_words(outcome.since, data, w), bad=True)
    for decision in outcome.since:
        st.session_state[f"seen-{decision.target}"] = decision.id  # now shown: a second press knows of it
    return outcome.made


def tried(form: str, w: Words, data: Archive, write: Write, batch: str = "") -> Outcome:
    """Run a write.

    The same press sent twice, after a lost answer for instance, is one decision: it carries the same request. What
    is decided together with others carries the name of that batch too.
    """
    import sqlalchemy as sa

    from seeds.people import NotAllowedError
    from seeds.store import ConflictError, ReadOnlyError

    request = st.session_state.setdefault(f"request-{form}", "+".join(filter(None, (batch, uuid.uuid4().hex))))
    try:
        outcome = Outcome(write(desk(data), here(), request))
    except ConflictError as error:
        said = w._("Not saved: somebody else decided about this after you opened it. Look again, then save.")
        outcome = Outcome(why=said, since=tuple(error.since))
    except (NotAllowedError, ReadOnlyError, ValueError) as error:
        outcome = Outcome(why=w._("Not saved: {why}.", why=w.problem(error.args[0])))
    except sa.exc.SQLAlchemyError:  # it may be recorded all the same: the request is kept
        return Outcome(why=w._("Not saved: the store does not answer. What you typed is still here; try again."))
    del st.session_state[f"request-{form}"]
    return outcome


def recorded(made: Decision, data: Archive, w: Words) -> str:
    """That it is recorded, and what readers see of it."""
    number = w.number(made.id)
    if made.waits:
        return w._("Recorded as decision {number}. It waits for a second editor before readers see it.", number=number)
    if isinstance(made.what, AddSource) and made.what.text:
        return w._(
            "Recorded as decision {number}. Readers see the article; its readings wait for an editor.",
            number=number,
        )
    store = current()
    before = [row for row in (store.rows() if store else []) if row.id < made.id]
    if data.found and alters(data.found, before, made):
        return w._("Recorded as decision {number}. Readers see it now.", number=number)
    return w._("Recorded as decision {number}. Nothing changes for readers.", number=number)


def since_words(since: Iterable[Decision], data: Archive, w: Words) -> list[str]:
    """What others decided, a line each."""
    store = current()
    claims = told_claims(store.rows() if store else [], data.edits, data.read)
    return [
        w._("{who}, {time}: {what}. Reason: {reason}", who=d.who, time=w.moment(d.time),
            what=decision_words(d, data, claims, w).rstrip("."), reason=d.reason)
        for d in since
    ]  # fmt: skip


def seen(target: str) -> int:
    """The newest decision about a target when its editor began to look at it; 0 for none."""
    key = f"seen-{target}"
    if key not in st.session_state:
        store = current()
        rows = store.rows() if store else []
        st.session_state[key] = max((row.id for row in rows if row.target == target), default=0)
    number: int = st.session_state[key]
    return number


def say(sentence: str, more: list[str] | None = None, *, bad: bool = False) -> None:
    """Keep a sentence for the top of the desk, where it stays until the next one or until something else is opened."""
    st.session_state[SAID] = (sentence, more or [], bad)


def unsay() -> None:
    """The editor turns to something else: what was said of the last attempt goes."""
    st.session_state.pop(SAID, None)


def said() -> None:
    """Show what came of the last attempt."""
    if SAID not in st.session_state:
        return
    sentence, more, bad = st.session_state[SAID]
    rows = "".join(f"<li><bdi>{for_html(row)}</bdi></li>" for row in more)
    role = "alert" if bad else "status"
    st.html(f'<div class="notice" role="{role}"><p>{for_html(sentence)}</p><ul>{rows}</ul></div>')
