"""The sources popover: publishers, speakers and sides switched on and off, policies, and what that changes."""

from collections import Counter
from collections.abc import Iterable

import streamlit as st

from ui.address import current, go
from ui.load import Archive, publisher_id
from ui.terms import POLICIES, SIDES
from ui.view import POLICIES as POLICY_IDS
from ui.view import View
from ui.words import Words


def entry_name(entry: str, data: Archive, w: Words) -> str:
    """What a switch is called: a speaker, a publisher, a side, or a report by its publisher and day."""
    prefix, colon, name = entry.partition(":")
    if not colon:
        source = data.sources.get(entry)
        if source is None:
            return entry
        day = w.day(source.record.published, "short")
        return w._("{publisher}, {day}", publisher=publisher_id(source), day=day)
    if prefix == "claimant":
        speaker = data.speakers.get(name)
        if speaker:
            return speaker.name_ar if w.lang == "ar" else speaker.name_en
        return next((claim.claimant_name for claim in data.claims if claim.claimant == name), name)
    return w._(SIDES[name]) if prefix == "side" and name in SIDES else name


def turn(entry: str) -> None:
    """Switch one entry."""
    off = set(current().without)
    go(without=off - {entry} if entry in off else off | {entry})


def all_on() -> None:
    """Back to every source and voice."""
    go(without=(), policy="all")


def state_of(view: View, data: Archive, w: Words) -> str:
    """The switches in a few words, for the button and the banner."""
    if not view.without:
        return w._("All sources") if view.policy == "all" else w._(POLICIES[view.policy])
    if len(view.without) == 1:
        return w._("Without {entry}", entry=entry_name(view.without[0], data, w))
    return w.ngettext("Without {count} voice", "Without {count} voices", len(view.without))


def switches(data: Archive, view: View, w: Words) -> None:
    """The popover with the policy and the three lists of switches."""
    with st.popover(state_of(view, data, w), key="sources-popover"):
        st.session_state["policy"] = view.policy
        st.selectbox(
            w._("Whose word counts"),
            POLICY_IDS,
            key="policy",
            format_func=lambda policy: w._(POLICIES[policy]),
            on_change=lambda: go(policy=st.session_state["policy"]),
        )
        if view.without or view.policy != "all":
            st.button(w._("All sources on"), key="all-on-popover", on_click=all_on, type="primary")
        voices, publishers, sides = st.tabs([w._("Voices"), w._("Publishers"), w._("Sides")])
        with voices:
            _toggles((f"claimant:{c.claimant}" for c in data.claims), data, view, w)
        with publishers:
            by_publisher = {i: f"publisher:{publisher_id(s)}" for i, s in data.sources.items()}
            _toggles((by_publisher[c.article] for c in data.claims), data, view, w)
        with sides:
            _toggles((f"side:{c.side}" for c in data.claims), data, view, w)


def _toggles(entries: Iterable[str], data: Archive, view: View, w: Words) -> None:
    for entry, count in Counter(entries).most_common():
        st.session_state[f"switch-{entry}"] = entry not in view.without
        claims = w.ngettext("{count} claim", "{count} claims", count)
        st.toggle(f"{entry_name(entry, data, w)} · {claims}", key=f"switch-{entry}", on_change=turn, args=(entry,))
