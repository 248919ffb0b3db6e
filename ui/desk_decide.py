"""Deciding about one reading, or about all like it at once: what it does to the map, the reason, the save."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from geo.claim import Claim
from seeds.decision import AmendClaim, Decision, JudgeClaim, What, reading_hash
from ui.desk_amend import amendment
from ui.desk_bulk import Chosen, choose, forget_choice, save_each
from ui.desk_effect import effect, trial
from ui.desk_queue import go_on
from ui.desk_reason import forget_reason, reason_box
from ui.desk_write import SAID, attempt, seen
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
        if len(targets) > 1:
            _chosen(item, targets, data)
        else:
            forget_choice()
    amended = item.shown is not None and reading_hash(item.shown) != reading_hash(claim)
    if amended and chosen != "amend":
        st.html(f'<p class="fine">{w._(ENDS[str(chosen)])}</p>')
    accepts = chosen == "accepted" and item.shown is not None and not amended
    tried = "rejected" if accepts else str(chosen)
    if chosen != "amend" or (fields and not wrong):
        more = [trial(t.claim.id, _what(t.claim, tried, fields)) for t in targets]
        effect(data, more, w, key="claim", rests=accepts)
    reason = reason_box(f"reason-{claim.id}", w)
    ready = bool(reason) and (chosen != "amend" or (bool(fields) and not wrong))
    with st.container(horizontal=True):
        pressed = st.button(w._("Save decision"), key="save-decision", type="primary", disabled=not ready)
        st.button(w._("Skip to the next"), key="next-reading", on_click=go_on, args=(item, listed))
    if pressed:
        _save(item, targets, listed, str(chosen), fields, reason, data, w)
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
    item: Item, targets: Sequence[Item], listed: Sequence[Item], chosen: str, fields: dict[str, str | None],
    reason: str, data: Archive, w: Words,
) -> None:  # fmt: skip
    """Record it, for one or for each; then to the next reading of the list."""
    claims = {target.claim.id: target.claim for target in targets}

    def write(desk: "Desk", by: "SignIn | None", request: str, target: str, known: int) -> Decision:
        if chosen == "amend":
            return desk.amend_claim(by, claims[target], fields, reason, request, known)
        return desk.judge_claim(by, claims[target], chosen, reason, request, known)

    name = item.claim.id
    if len(targets) > 1:
        saved = save_each(_chosen(item, targets, data), chosen, list(claims), data, w, write)
    else:
        known = seen(name)
        made = attempt(f"{chosen}-{name}", data, w, lambda desk, by, request: write(desk, by, request, name, known))
        saved = made is not None
    if saved:
        for target in claims:
            forget_reason(f"reason-{target}")
        outcome = st.session_state[SAID]
        go_on(item, listed, claims)
        st.session_state[SAID] = outcome  # of this press: it stands above the next reading


def _chosen(item: Item, targets: Sequence[Item], data: Archive) -> Chosen:
    """What is decided at once, as it stood when the choice was made."""
    filters = [st.session_state.get(f"desk-{name}", "") for name in ("state", "source", "claimant")]
    names = (item.claim.id, *(st.session_state.get(f"{name}-{item.claim.id}") or "" for name in ("decision", "scope")))
    key = " ".join((*names, *filters))
    return choose(key, [target.claim.id for target in targets], data)
