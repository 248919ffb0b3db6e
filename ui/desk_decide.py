"""Deciding about one reading, or about all like it at once: what it does to the map, the reason, the save."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, get_args

import streamlit as st

from geo.claim import ACTORS, EVENTS, SIDES, Claim, Extent, Level, Realis, Stance
from seeds.current import settings
from seeds.decision import AMENDABLE, AmendClaim, Decision, JudgeClaim, What, reading_hash
from ui.desk_effect import effect, trial
from ui.desk_write import attempt, say, seen
from ui.load import Archive
from ui.names import place_called, place_name
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
SCOPES = {
    "one": N_("this reading only"),
    "report": N_("all of this report in the list"),
    "speaker": N_("all of this speaker in the list"),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "level": get_args(Level), "event": EVENTS, "actor": ACTORS, "extent": get_args(Extent), "side": SIDES,
    "stance": get_args(Stance), "realis": get_args(Realis),
}  # fmt: skip
WRITTEN = ("date", "claimant", "claimant_name", "relay", "value", "of")


def decide_claim(item: Item, listed: Sequence[Item], data: Archive, w: Words) -> None:
    """The right-hand column of the desk."""
    claim = item.claim
    chosen = st.segmented_control(
        w._("Decision"), list(DECISIONS), key=f"decision-{claim.id}", default="accepted", required=True,
        format_func=lambda name: w._(DECISIONS[name]),
    )  # fmt: skip
    fields: dict[str, str | None] = {}
    targets = [item]
    if chosen == "amend":
        fields = amendment(item, data, w)
    else:
        targets = _scope(item, listed, w)
    accepts = chosen == "accepted" and item.shown is not None
    tried = "rejected" if accepts else str(chosen)
    more = [trial(t.claim.id, _what(t.claim, tried, fields)) for t in targets]
    if chosen != "amend" or fields:
        changed = effect(data, more, w, key="claim", rests=accepts)
        if changed and not accepts and settings().second_editor:
            st.html(f'<p class="fine">{w._("It changes the map, so a second editor must agree first.")}</p>')
    reason = st.text_area(
        w._("Reason (required, kept in the record)"), key=f"reason-{claim.id}", max_chars=2000, height=100
    )
    ready = bool(reason and reason.strip()) and (chosen != "amend" or bool(fields))
    if st.button(w._("Save decision"), key="save-decision", type="primary", disabled=not ready):
        _save(targets, str(chosen), fields, reason or "", data, w)
        st.rerun()
    st.html(f'<p class="fine">{w._("Nothing is deleted; a decision is undone by a new one.")}</p>')


def amendment(item: Item, data: Archive, w: Words) -> dict[str, str | None]:
    """The fields that differ from the reading, as the editor set them."""
    claim, now = item.claim, item.shown or item.claim
    places = sorted(data.city.places, key=lambda name: place_name(data.city.places[name], w))
    found: dict[str, str | None] = {}
    options: dict[str, Sequence[str]] = {"place": places, **CHOICES}
    for name, values in options.items():
        value = str(getattr(now, name))
        shown = [*values] if value in values else [value, *values]
        found[name] = st.selectbox(
            name, shown, index=shown.index(value), key=f"amend-{claim.id}-{name}", format_func=_named(name, data, w)
        )
    for name in WRITTEN:
        text = st.text_input(name, str(getattr(now, name) or ""), key=f"amend-{claim.id}-{name}", max_chars=500)
        found[name] = (text or "").strip() or (None if getattr(claim, name) is None or name == "date" else "")
    return {name: value for name, value in found.items() if name in AMENDABLE and value != getattr(claim, name)}


def _named(field: str, data: Archive, w: Words) -> Callable[[str], str]:
    def name(value: str) -> str:
        return place_called(value, data.city.places, w) if field == "place" else value

    return name


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
