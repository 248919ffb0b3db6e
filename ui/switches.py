"""The sources popover: publishers, speakers and sides switched on and off, policies, and what rests on each."""

from collections import Counter
from collections.abc import Iterable

import streamlit as st

from geo.control import State
from geo.policy import expand
from ui.address import current, go
from ui.escape import for_label
from ui.load import Archive, days, publisher_id
from ui.names import OWN_WORDS, in_language, speaker_name
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
        return w._("{publisher}, {day}", publisher=in_language(publisher_id(source), w), day=day)
    if entry == f"claimant:{OWN_WORDS}":
        return w._("reports in their own voice (no speaker named)")
    if prefix == "claimant":
        written = next((claim.claimant_name for claim in data.claims if claim.claimant == name), name)
        return speaker_name(name, written, data.speakers, w)
    return w._(SIDES[name]) if prefix == "side" and name in SIDES else in_language(name, w)


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
    """The popover with the policy and the lists of switches; what is in it is made when it is opened."""
    popover = st.popover(for_label(state_of(view, data, w)), key="sources-popover", on_change="rerun")
    if not popover.open:
        return
    with popover:
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
        voices, publishers, sides, reports = st.tabs([w._("Voices"), w._("Publishers"), w._("Sides"), w._("Reports")])
        with voices:
            st.caption(w._("The number at the end is how many places look different on this day without it."))
            _toggles((f"claimant:{c.claimant}" for c in data.claims), data, view, w)
        with publishers:
            by_publisher = {i: f"publisher:{publisher_id(s)}" for i, s in data.sources.items()}
            _toggles((by_publisher[c.article] for c in data.claims), data, view, w)
        with sides:
            _toggles((f"side:{c.side}" for c in data.claims), data, view, w)
        with reports:
            _toggles((c.article for c in data.claims), data, view, w)


def _toggles(entries: Iterable[str], data: Archive, view: View, w: Words) -> None:
    counted = Counter(entries)
    for entry, count in counted.most_common():
        st.session_state[f"switch-{entry}"] = entry not in view.without
        claims = w.ngettext("{count} claim", "{count} claims", count)
        places = w.ngettext("{count} place", "{count} places", resting(data, view, entry))
        label = w._("{entry} · {claims} · {places}", entry=entry_name(entry, data, w), claims=claims, places=places)
        st.toggle(for_label(label), key=f"switch-{entry}", on_change=turn, args=(entry,))


def resting(data: Archive, view: View, entry: str) -> int:
    """How many places look different on the view's day without one more entry."""
    made = _resting(data.version, view.known, view.policy, view.without)
    if entry not in made:
        known = days(data, view)
        publishers = {name: publisher_id(source) for name, source in data.sources.items()}
        other = known.again(without=known.without | expand((entry,), publishers))
        made[entry] = {day: _different(known.states[day], other.states[day]) for day in known.days}
    return made[entry][view.day]


@st.cache_resource(max_entries=24, show_spinner=False)
def _resting(version: str, known: str, policy: str, without: tuple[str, ...]) -> dict[str, dict[str, int]]:
    """What has been worked out so far for one set of switches: entry -> day -> places."""
    return {}


def _different(then: dict[str, State], now: dict[str, State]) -> int:
    return sum(
        now[place] is not state
        and (state.holder, state.parties, state.standing)
        != (now[place].holder, now[place].parties, now[place].standing)
        for place, state in then.items()
    )
