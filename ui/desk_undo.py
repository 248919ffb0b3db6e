"""Taking decisions back, and the second editor's yes: what it does to the map, the reason, the save.

What was decided by one press can be taken back, or approved, by one press; each row of it is an event of its own.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from seeds.current import settings
from seeds.decision import Approve, Decision, Edits, Undo, batch
from ui.desk_bulk import Chosen, save_each
from ui.desk_effect import effect, trial
from ui.desk_reason import forget_reason, reason_box
from ui.desk_write import attempt, unsay
from ui.load import Archive
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import Entry, SignIn

OPEN = "record-open"
STEPS: dict[str, type[Undo] | type[Approve]] = {"undo": Undo, "approve": Approve}


class Step(msgspec.Struct, frozen=True):
    """What an editor is about to do with decisions, and the row of the record below which the form stands."""

    name: str  # undo or approve
    at: int
    rows: tuple[Decision, ...]


def undoable(decision: Decision, edits: Edits) -> bool:
    """Whether it can be taken back: it was not yet, and no undo of it waits."""
    asked = {d.what.decision for d in edits.waiting if isinstance(d.what, Undo)}
    return decision.id not in edits.undone | asked and not isinstance(decision.what, Approve)


def approvable(decision: Decision, edits: Edits, entry: "Entry") -> bool:
    """Whether it waits for the yes of somebody such as this editor."""
    may = entry.role == "publisher" or not settings().publisher_approves
    return may and decision in edits.waiting and decision.who != entry.name


def together(rows: Sequence[Decision]) -> dict[str, list[Decision]]:
    """The decisions that were made by one press, where these were several."""
    found: dict[str, list[Decision]] = {}
    for row in rows:
        found.setdefault(batch(row), []).append(row)
    return {name: made for name, made in found.items() if name and len(made) > 1}


def buttons(decision: Decision, more: Sequence[Decision], edits: Edits, entry: "Entry", w: Words) -> None:
    """What can be done with a decision alone, and with all of `more`, with which it was made."""
    if approvable(decision, edits, entry):
        _button("approve", w._("Approve"), [decision], decision.id, primary=True)
    if undoable(decision, edits):
        _button("undo", w._("Undo"), [decision], decision.id)
    yes = [row for row in more if approvable(row, edits, entry)]
    if len(yes) > 1:
        label = w.ngettext("Approve all {count}", "Approve all {count}", len(yes))
        _button("approve", label, yes, decision.id, primary=True)
    back = [row for row in more if undoable(row, edits)]
    if len(back) > 1:
        _button("undo", w.ngettext("Undo all {count}", "Undo all {count}", len(back)), back, decision.id)


def _button(name: str, label: str, rows: Sequence[Decision], at: int, *, primary: bool = False) -> None:
    key = f"{name}-all-{at}" if len(rows) > 1 else f"{name}-{at}"
    step = Step(name, at, tuple(rows))
    st.button(label, key=key, type="primary" if primary else "secondary", on_click=_open, args=(step,))


def _open(step: Step | None) -> None:
    st.session_state[OPEN] = step
    unsay()


def form(at: int, shown: int, data: Archive, w: Words) -> None:
    """The form below this row, if it stands there. `shown` is the newest decision that the screen has shown."""
    step: Step | None = st.session_state.get(OPEN)
    if step is None or step.at != at:
        return
    with st.container(border=True, key="record-form"):
        effect(data, [trial(row.target, STEPS[step.name](row.id)) for row in step.rows], w, key="record")
        reason = reason_box("record-reason", w, 80)
        with st.container(horizontal=True):
            pressed = st.button(w._("Save decision"), key="save-record", type="primary", disabled=not reason)
            st.button(w._("Close"), key="close-record", on_click=_open, args=(None,))
    if pressed:
        if _save(step, shown, reason, data, w):
            forget_reason("record-reason")
        st.session_state[OPEN] = None  # after a conflict the record is looked at anew
        st.rerun()


def _save(step: Step, shown: int, reason: str, data: Archive, w: Words) -> bool:
    """Record it for each; what somebody else decided about one of them since it was shown stays as it is."""
    rows: Mapping[str, Decision] = {row.target: row for row in step.rows}

    def one(desk: "Desk", by: "SignIn | None", request: str, target: str, seen: int) -> Decision:
        if step.name == "undo":
            return desk.undo(by, rows[target], reason, request, seen)
        return desk.approve(by, rows[target], reason, request)

    if len(rows) > 1:
        chosen = Chosen(f"{step.name} {step.at}", dict.fromkeys(rows, shown))
        return save_each(chosen, step.name, list(rows), data, w, one)
    (target,) = rows
    made = attempt(
        f"{step.name}-{step.rows[0].id}", data, w, lambda desk, by, request: one(desk, by, request, target, shown)
    )
    return made is not None
