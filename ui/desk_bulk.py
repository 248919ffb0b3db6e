"""One decision about many things at once: what was known of each when they were chosen, and what came of each."""

import uuid
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from seeds.current import current
from seeds.decision import Decision
from ui.desk_write import Outcome, say, since_words, tried
from ui.load import Archive
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import SignIn

CHOSEN = "desk-chosen"
WriteOne = Callable[["Desk", "SignIn | None", str, str, int], Decision]  # ..., request, target, seen


class Chosen(msgspec.Struct):
    """The targets of a choice with the newest decision about each as its editor saw it, and what was recorded since."""

    key: str
    seen: dict[str, int] = {}
    done: dict[str, Decision] = {}
    batch: str = msgspec.field(default_factory=lambda: uuid.uuid4().hex)


def choose(key: str, targets: Iterable[str], data: Archive) -> Chosen:
    """The choice of this name, begun now if another was open. What joins the list later was seen when it joined."""
    held: Chosen | None = st.session_state.get(CHOSEN)
    if held is None or held.key != key:
        held = st.session_state[CHOSEN] = Chosen(key)
    new = [target for target in targets if target not in held.seen]
    if new:
        last = {row.target: row.id for row in _rows() if row.id <= data.edits.last}
        held.seen |= {target: last.get(target, 0) for target in new}
    return held


def forget_choice() -> None:
    """What is chosen next is chosen from what the screen shows then."""
    st.session_state.pop(CHOSEN, None)


def save_each(chosen: Chosen, what: str, targets: Sequence[str], data: Archive, w: Words, write: WriteOne) -> bool:
    """Record it for each and say what came of it; True if nothing failed. One that fails does not stop the others.

    What somebody else decided since it was chosen stays as it is, also where it has left the list by that.
    """
    failed: list[Outcome] = []
    bar = st.progress(0.0)
    for number, target in enumerate(targets, 1):
        if target not in chosen.done:
            outcome = _one(what, target, chosen, data, w, write)
            if outcome.made:
                chosen.done[target] = outcome.made
                chosen.seen[target] = outcome.made.id
            else:
                failed.append(outcome)
        bar.progress(number / len(targets))
    left = {target: number for target, number in chosen.seen.items() if target not in {*targets, *chosen.done}}
    since = [row for row in _rows() if row.target in left and row.id > left[row.target]]
    _tell(list(chosen.done.values()), failed, since, data, w)
    if not failed:
        forget_choice()
    return not failed


def _one(what: str, target: str, chosen: Chosen, data: Archive, w: Words, write: WriteOne) -> Outcome:
    def one(desk: "Desk", by: "SignIn | None", request: str) -> Decision:
        return write(desk, by, request, target, chosen.seen[target])

    return tried(f"{what}-{target}-{chosen.batch}", w, data, one, chosen.batch)


def _tell(
    made: Sequence[Decision], failed: Sequence[Outcome], since: Sequence[Decision], data: Archive, w: Words
) -> None:
    """How many are recorded, and why the others are not: each cause once."""
    since = [*since, *(decision for outcome in failed for decision in outcome.since)]
    others = len({decision.target for decision in since})
    every = len(made) + len([outcome for outcome in failed if not outcome.since]) + others
    sentence = w._(
        "{made} of {all} recorded, {waits} of them wait for a second editor.",
        made=w.number(len(made)), all=w.number(every), waits=w.number(sum(d.waits for d in made)),
    )  # fmt: skip
    more = list(dict.fromkeys(outcome.why for outcome in failed if not outcome.since))
    if others:
        more.append(
            w.ngettext(
                "{count} of {all} was decided since by somebody else; that decision stands:",
                "{count} of {all} were decided since by somebody else; those decisions stand:",
                others,
                all=w.number(every),
            )
        )
        more += since_words(since, data, w)
    say(sentence, more, bad=len(made) < every)


def _rows() -> list[Decision]:
    store = current()
    return store.rows() if store else []
