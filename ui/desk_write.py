"""One attempt to write, whatever it is: its request is kept until it has succeeded, its outcome is one sentence."""

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING

import streamlit as st

from seeds.current import current
from seeds.decision import Decision
from ui.decision_words import decision_words
from ui.desk_access import desk, here
from ui.escape import for_html
from ui.load import Archive
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import SignIn

SAID = "desk-said"
Write = Callable[["Desk", "SignIn | None", str], "Decision | None"]


def attempt(form: str, data: Archive, w: Words, write: Write) -> Decision | None:
    """Run a write and say what came of it; None if nothing was recorded. Nothing typed is cleared by a failure.

    The same press sent twice, after a lost answer for instance, is one decision: it carries the same request.
    """
    import sqlalchemy as sa

    from seeds.people import NotAllowedError
    from seeds.store import ConflictError, ReadOnlyError

    request = st.session_state.setdefault(f"request-{form}", uuid.uuid4().hex)
    try:
        made = write(desk(data), here(), request)
    except ConflictError as error:
        claims = {claim.id: claim for claim in data.read}
        since = [
            w._("{who}, {time}: {what}. Reason: {reason}", who=d.who, time=d.time[:16].replace("T", " "),
                what=decision_words(d, data, claims, w), reason=d.reason)
            for d in error.since
        ]  # fmt: skip
        said = w._("Not saved: somebody else decided about this after you opened it. Look again, then save.")
        say(said, since, bad=True)
        del st.session_state[f"request-{form}"]  # nothing was recorded under it
        for decision in error.since:
            st.session_state[f"seen-{decision.target}"] = decision.id  # now shown: a second press knows of it
        return None
    except (NotAllowedError, ReadOnlyError, ValueError) as error:
        say(w._("Not saved: {why}.", why=w.problem(error.args[0])), bad=True)
        del st.session_state[f"request-{form}"]
        return None
    except sa.exc.SQLAlchemyError:
        say(w._("Not saved: the store does not answer. What you typed is still here; try again."), bad=True)
        return None
    del st.session_state[f"request-{form}"]
    if made is not None:
        st.session_state[f"seen-{made.target}"] = made.id
        number = w.number(made.id)
        if made.waits:
            say(
                w._("Recorded as decision {number}. It waits for a second editor before readers see it.", number=number)
            )
        else:
            say(w._("Recorded as decision {number}. Readers see it now.", number=number))
    return made


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
    """Keep a sentence for the top of the desk, where it stays until the next one."""
    st.session_state[SAID] = (sentence, more or [], bad)


def said() -> None:
    """Show what came of the last attempt."""
    if SAID not in st.session_state:
        return
    sentence, more, bad = st.session_state[SAID]
    rows = "".join(f"<li><bdi>{for_html(row)}</bdi></li>" for row in more)
    role = "alert" if bad else "status"
    st.html(f'<div class="notice" role="{role}"><p>{for_html(sentence)}</p><ul>{rows}</ul></div>')
