"""Deciding about one reading, or about all like it at once: what it does to the map, the reason, the save."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from geo.claim import Claim
from seeds.current import settings
from seeds.decision import AmendClaim, Decision, JudgeClaim, What, reading_hash
from ui.desk_amend import amendment
from ui.desk_effect import effect, trial
from ui.desk_write import attempt, say, seen
from ui.load import Archive
from ui.review import Item
from ui.terms import N_
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import SignIn

DECISIONS = {
    "accepted": N_("Accept"),
    "rejected": N_("Reject"),
    "amend": N_("Amend"),
    "review": N_("To review"),
}
# What a verdict does to an amendment that holds.
ENDS = {
    "accepted": N_("Accepted is the reading as the machine made it: the amendment ends."),
    "rejected": N_("The reading is gone for readers, its amendment with it."),
    "review": N_("The reading stands as the machine made it until somebody decides: the amendment ends."),
}
SCOPES = {
    "one": N_("this reading only"),
    "report": N_("all of this report in the list"),
    "speaker": N_("all of this speaker in the list"),
}


def decide_claim(item: Item, listed: Sequence[Item], data: Archive, w: Words) -> None:
    """The right-hand column of the desk."""
    claim = item.claim
    chosen = st.segmented_control(
        w._("Decision"), list(DECISIONS), key=f"decision-{claim.id}", default="accepted", required=True,
        format_func=lambda name: w._(DECISIONS[name]),
    )  # fmt: skip
    fields: dict[str, str | None] = {}
    wrong = False
    targets = [item]
    if chosen == "amend":
        fields, wrong = amendment(item, data, w)
    else:
        targets = _scope(item, listed, w)
    amended = item.shown is not None and reading_hash(item.shown) != reading_hash(claim)
    if amended and chosen != "amend":
        st.html(f'<p class="fine">{w._(ENDS[str(chosen)])}</p>')
    accepts = chosen == "accepted" and item.shown is not None and not amended
    tried = "rejected" if accepts else str(chosen)
    if chosen != "amend" or (fields and not wrong):
        more = [trial(t.claim.id, _what(t.claim, tried, fields)) for t in targets]
        changed = effect(data, more, w, key="claim", rests=accepts)
        if changed and not accepts and settings().second_editor:
            st.html(f'<p class="fine">{w._("It changes the map, so a second editor must agree first.")}</p>')
    reason = st.text_area(
        w._("Reason (required, kept in the record)"), key=f"reason-{claim.id}", max_chars=2000, height=100
    )
    ready = bool(reason and reason.strip()) and (chosen != "amend" or (bool(fields) and not wrong))
    if st.button(w._("Save decision"), key="save-decision", type="primary", disabled=not ready):
        _save(targets, str(chosen), fields, reason or "", data, w)
        st.rerun()
    st.html(f'<p class="fine">{w._("Nothing is deleted; a decision is undone by a new one.")}</p>')


def _scope(item: Item, listed: Sequence[Item], w: Words) -> list[Item]:
    """The readings that the decision is about."""
    same = {
        "one": [item],
        "report": [other for other in listed if other.claim.article == item.claim.article],
        "speaker": [other for other in listed if other.claim.claimant == item.claim.claimant],
    }
    counts = {name: len(kept) for name, kept in same.items()}
    scope = st.selectbox(
        w._("It holds for"), list(SCOPES), key=f"scope-{item.claim.id}",
        format_func=lambda name: f"{w._(SCOPES[name])} ({w.number(counts[name])})",
    )  # fmt: skip
    return same[scope or "one"]


def _what(claim: Claim, chosen: str, fields: dict[str, str | None]) -> What:
    if chosen == "amend":
        return AmendClaim(fields, reading_hash(claim))
    return JudgeClaim(chosen, reading_hash(claim))


def _save(
    targets: Sequence[Item], chosen: str, fields: dict[str, str | None], reason: str, data: Archive, w: Words
) -> None:
    """Record it for each; with several, one that fails does not stop the others."""
    made: list[Decision] = []
    bar = st.progress(0.0) if len(targets) > 1 else None
    for number, item in enumerate(targets, 1):
        known = seen(item.claim.id)

        def write(
            desk: "Desk", by: "SignIn | None", request: str, claim: Claim = item.claim, known: int = known
        ) -> Decision:
            if chosen == "amend":
                return desk.amend_claim(by, claim, fields, reason, request, known)
            return desk.judge_claim(by, claim, chosen, reason, request, known)

        decision = attempt(f"{chosen}-{item.claim.id}", data, w, write)
        if decision:
            made.append(decision)
            st.session_state.pop(f"reason-{item.claim.id}", None)
        if bar:
            bar.progress(number / len(targets))
    if len(targets) > 1:
        waits = sum(decision.waits for decision in made)
        say(
            w._("{made} of {all} recorded, {waits} of them wait for a second editor.", made=w.number(len(made)),
                all=w.number(len(targets)), waits=w.number(waits)),
            bad=len(made) < len(targets),
        )  # fmt: skip
