"""The queue of readings: by state, report and speaker, a page at a time."""

from collections import Counter
from collections.abc import Container, Sequence

import streamlit as st

from ui.decision_words import source_name
from ui.desk_bulk import forget_choice
from ui.desk_write import unsay
from ui.escape import for_html, for_label
from ui.gloss import point
from ui.load import Archive
from ui.names import claimant_name, place_called
from ui.review import STATES, Item
from ui.terms import EVENTS
from ui.words import Words

PAGE = 12
ALL = ""
END = "-"  # in place of a reading: the list was gone through


def queue(listed: Sequence[Item], data: Archive, w: Words) -> list[Item]:
    """Draw filters and one page of the list; everything that the filters let through."""
    counted = Counter(item.state for item in listed) + Counter({ALL: len(listed)})
    held = st.session_state.get("desk-state")  # a state that has run empty stays chosen
    st.selectbox(
        w._("State"),
        [ALL, *(state for state in STATES if counted[state] or state == held)],
        key="desk-state",
        format_func=lambda s: f"{w._(STATES[s]) if s else w._('all readings')} ({w.number(counted[s])})",
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
    _follow(kept)
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
    forget_choice()
    unsay()


def go_on(item: Item, listed: Sequence[Item], done: Container[str] = ()) -> None:
    """Open the reading that follows in the list, past those that are done; after the last one the end of the list."""
    at = next((n for n, other in enumerate(listed) if other.claim.id == item.claim.id), -1)
    following = (other.claim.id for other in listed[at + 1 :] if other.claim.id not in done)
    pick(next(following, END))
    st.session_state["desk-follow"] = True


def _follow(kept: Sequence[Item]) -> None:
    """Turn to the page of the list that holds the reading which was gone on to."""
    if st.session_state.pop("desk-follow", False):
        at = next((n for n, item in enumerate(kept) if item.claim.id == st.session_state["desk-claim"]), None)
        if at is not None:
            st.session_state["desk-page"] = at // PAGE


def _turn(page: int) -> None:
    st.session_state["desk-page"] = page


def _first_page() -> None:
    st.session_state["desk-page"] = 0
    if st.session_state.get("desk-claim") == END:
        del st.session_state["desk-claim"]
    unsay()


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
