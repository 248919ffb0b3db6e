"""Reports at the desk: shown to readers or not, and the day of publication with its basis."""

import datetime
from typing import TYPE_CHECKING

import streamlit as st

from seeds.decision import DateSource, Decision, SwitchSource, What
from seeds.source import Source
from ui.desk_bulk import choose, forget_choice, save_each
from ui.desk_effect import effect, trial
from ui.desk_reason import forget_reason, reason_box
from ui.desk_write import attempt, seen, unsay
from ui.escape import for_html, for_label
from ui.load import Archive, publisher_id
from ui.names import publisher_name
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import SignIn


def sources(data: Archive, w: Words) -> None:
    """The list beside the report that is open."""
    every = data.all_sources
    left, right = st.columns([1, 1.6], gap="large")
    with left:
        for name, source in sorted(every.items(), key=lambda item: (item[1].record.published, item[0])):
            off = f" · {w._('not shown')}" if name in data.edits.off else ""
            label = f"{w.day(source.record.published, 'short')} · {publisher_name(source.record, w)}{off}"
            chosen = name == st.session_state.get("desk-report")
            st.button(
                for_label(label), key=f"report-{name}", on_click=_pick, args=(name,), width="stretch",
                type="primary" if chosen else "secondary",
            )  # fmt: skip
    name = st.session_state.get("desk-report", "")
    if name not in every:
        name = next(iter(every), "")
    if name:
        with right:
            _report(name, every[name], data, w)


def _pick(name: str) -> None:
    st.session_state["desk-report"] = name
    st.session_state.pop(f"seen-{name}", None)
    forget_choice()
    unsay()


def _report(name: str, source: Source, data: Archive, w: Words) -> None:
    record = source.record
    seen(name)
    claims = sum(claim.article == name for claim in data.read)
    said = w.ngettext("{count} claim", "{count} claims", claims)
    st.html(
        f'<p class="fine"><code>{for_html(name)}</code> · {said}</p><h2><bdi>{for_html(record.title)}</bdi></h2>'
        f"<p><bdi>{for_html(publisher_name(record, w))}</bdi>, {w.day(record.published)} "
        f'<span class="mut">(<bdi>{for_html(record.published_basis)}</bdi>)</span></p>'
    )
    off = name in data.edits.off
    names = {"switch": w._("Show it to readers") if off else w._("Do not show it"), "date": w._("Its date")}
    what = st.segmented_control(
        w._("What is to change"), list(names), key=f"change-{name}", default="switch", required=True,
        format_func=lambda change: names[change],
    )  # fmt: skip
    if what == "date":
        _date(name, source, data, w)
    else:
        _switch(name, source, off, data, w)


def _switch(name: str, source: Source, off: bool, data: Archive, w: Words) -> None:
    publisher = publisher_id(source)
    same = [n for n, s in data.all_sources.items() if publisher_id(s) == publisher and (n in data.edits.off) == off]
    names = [name]
    if len(same) > 1 and st.checkbox(
        w.ngettext("All {count} report of this publisher", "All {count} reports of this publisher", len(same)),
        key=f"all-{name}",
    ):
        names = same
    effect(data, [trial(n, SwitchSource(off)) for n in names], w, key="source")
    chosen = choose(f"{name} {off}", names, data) if len(names) > 1 else None
    if chosen is None:
        forget_choice()
    reason = reason_box(f"why-{name}", w)
    if st.button(w._("Save decision"), key="save-source", type="primary", disabled=not reason):
        if chosen is None:
            _record(name, SwitchSource(off), reason, data, w)
        elif save_each(
            chosen, f"switch-{off}", names, data, w,
            lambda desk, by, request, target, known: desk.switch_source(by, target, off, reason, request, known),
        ):  # fmt: skip
            forget_reason(f"why-{name}")
        st.rerun()


def _date(name: str, source: Source, data: Archive, w: Words) -> None:
    day = st.date_input(
        w._("Published on"), datetime.date.fromisoformat(source.record.published), key=f"day-{name}",
        min_value=datetime.date(2011, 1, 1), max_value=datetime.date(2100, 1, 1), format="YYYY-MM-DD",
    )  # fmt: skip
    basis = st.text_input(w._("How we know"), source.record.published_basis, key=f"basis-{name}", max_chars=500)
    what = DateSource(day.isoformat() if day else "", (basis or "").strip())
    if day and what.published != source.record.published:
        effect(data, [trial(name, what)], w, key="date")
    reason = reason_box(f"why-{name}", w)
    changed = (what.published, what.basis) != (source.record.published, source.record.published_basis)
    if st.button(
        w._("Save decision"), key="save-date", type="primary", disabled=not (reason and changed and what.basis)
    ):
        _record(name, what, reason, data, w)
        st.rerun()


def _record(name: str, what: What, reason: str, data: Archive, w: Words) -> Decision | None:
    known = seen(name)

    def write(desk: "Desk", by: "SignIn | None", request: str) -> Decision:
        if isinstance(what, DateSource):
            return desk.date_source(by, name, what.published, what.basis, reason, request, known)
        return desk.switch_source(by, name, isinstance(what, SwitchSource) and what.on, reason, request, known)

    made = attempt(f"source-{name}", data, w, write)
    if made:
        forget_reason(f"why-{name}")
    return made
