"""The queue of readings: by state, report and speaker, a page at a time."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from ui.decision_words import source_name
from ui.escape import for_html, for_label
from ui.gloss import point
from ui.load import Archive
from ui.names import claimant_name, place_called
from ui.review import STATES, Item
from ui.terms import EVENTS
from ui.words import Words

PAGE = 12
ALL = ""


def queue(listed: Sequence[Item], data: Archive, w: Words) -> list[Item]:
    """Draw filters and one page of the list; everything that the filters let through."""
    counted = Counter(item.state for item in listed)
    st.selectbox(
        w._("State"),
        [ALL, *(state for state in STATES if counted[state])],
        key="desk-state",
        format_func=lambda s: f"{w._(STATES[s]) if s else w._('all readings')} ({w.number(counted[s] or len(listed))})",
        on_change=_first_page,
    )
    sources = sorted({item.claim.article for item in listed})
    st.selectbox(
        w._("Report"), [ALL, *sources], key="desk-source", on_change=_first_page,
        format_func=lambda s: source_name(s, data, w) if s else w._("all reports"),
    )  # fmt: skip
    names = {item.claim.claimant: _who(item, data, w) for item in listed}
    st.selectbox(
        w._("Speaker"), [ALL, *sorted(names)], key="desk-claimant", on_change=_first_page,
        format_func=lambda s: names[s] if s else w._("all speakers"),
    )  # fmt: skip
    kept = [item for item in listed if _passes(item)]
    pages = max(1, -(-len(kept) // PAGE))
    page = min(st.session_state.get("desk-page", 0), pages - 1)
    st.html(f'<p class="fine">{w.ngettext("{count} reading", "{count} readings", len(kept))}</p>')
    for item in kept[page * PAGE : (page + 1) * PAGE]:
        chosen = item.claim.id == st.session_state.get("desk-claim")
        st.button(
            _label(item, data, w), key=f"pick-{item.claim.id}", on_click=pick, args=(item.claim.id,), width="stretch",
            type="primary" if chosen else "secondary",
        )  # fmt: skip
    with st.container(horizontal=True):
        st.button(w._("Back"), key="desk-back", disabled=page == 0, on_click=_turn, args=(page - 1,))
        st.html(f'<p class="fine">{w._("{page} of {pages}", page=w.number(page + 1), pages=w.number(pages))}</p>')
        st.button(w._("On"), key="desk-on", disabled=page + 1 >= pages, on_click=_turn, args=(page + 1,))
    return kept


def pick(claim: str) -> None:
    """Open a reading; what its screen shows from now on is what its editor has seen."""
    st.session_state["desk-claim"] = claim
    st.session_state.pop(f"seen-{claim}", None)


def _turn(page: int) -> None:
    st.session_state["desk-page"] = page


def _first_page() -> None:
    st.session_state["desk-page"] = 0


def _passes(item: Item) -> bool:
    wanted = {name: st.session_state.get(f"desk-{name}", ALL) for name in ("state", "source", "claimant")}
    has = {"state": item.state, "source": item.claim.article, "claimant": item.claim.claimant}
    return all(wanted[name] in (ALL, has[name]) for name in wanted)


def _who(item: Item, data: Archive, w: Words) -> str:
    source = data.sources.get(item.claim.article)
    if item.claim.claimant == "article":
        return w._("the report itself")
    return claimant_name(item.claim, source.record if source else None, data.speakers, w)


def _label(item: Item, data: Archive, w: Words) -> str:
    claim = item.shown or item.claim
    name = place_called(claim.place, data.city.places, w, claim.place_text)
    first = (claim.date or "").partition("/")[0]
    day = (w.day(first, "short") if len(first) == 10 else point(first, w)) if first else w._("undated")
    return for_label(f"{name}: {w._(EVENTS[claim.event])} · {_who(item, data, w)} · {day}")


def state_tag(state: str, w: Words) -> str:
    """The state of a reading as a small tag."""
    return f'<span class="tag">{for_html(w._(STATES[state]))}</span>'
