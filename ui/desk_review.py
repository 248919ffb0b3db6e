"""The review of readings: the queue beside one reading beside the decision about it."""

import streamlit as st

from seeds.current import current
from seeds.decision import reopened
from ui.decision_words import decision_words
from ui.desk_claim import reading
from ui.desk_decide import decide_claim
from ui.desk_queue import END, queue
from ui.desk_write import seen
from ui.escape import for_html
from ui.fate import gone_claims, told_claims
from ui.load import Archive
from ui.review import items
from ui.words import Words


def review(data: Archive, w: Words) -> None:
    """Three columns, as wide as they are needed."""
    listed = items(data.read, data.claims, data.edits)
    left, middle, right = st.columns([1, 1.7, 1.4], gap="large")
    with left:
        kept = queue(listed, data, w)
        _gone(data, w)
    by_id = {item.claim.id: item for item in listed}
    chosen = st.session_state.get("desk-claim", "")
    item = by_id.get(chosen) or (kept[0] if kept and chosen != END else None)
    if item is None:
        said = w._("This was the last reading of the list.") if kept else w._("No reading is in this state.")
        with middle:
            st.html(f'<p role="status">{said}</p>')
        return
    seen(item.claim.id)
    store = current()
    history = [row for row in (store.rows() if store else []) if row.target == item.claim.id]
    source = data.all_sources.get(item.claim.article)
    with middle:
        reading(item, source, history, data, w)
    with right:
        decide_claim(item, kept, data, w)


def _gone(data: Archive, w: Words) -> None:
    """Decisions about readings that are no longer made, though their report is still here."""
    store = current()
    decided = store.rows() if store else []
    with_reports = gone_claims(decided, data.edits)
    claims = told_claims(decided, data.edits, data.read)
    here = {*with_reports, *(claim.id for claim in data.read)}
    gone = [d for d in reopened(data.read, data.edits) if d.target not in here]
    if gone:
        rows = "".join(
            f"<li>{w.number(d.id)}: <bdi>{for_html(decision_words(d, data, claims, w))}</bdi></li>" for d in gone
        )
        said = w.ngettext(
            "{count} decision is about a reading that is no longer made:",
            "{count} decisions are about readings that are no longer made:",
            len(gone),
        )
        st.html(f'<p class="fine">{said}</p><ul class="rows">{rows}</ul>')
