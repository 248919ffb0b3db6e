"""One reading at the desk: the words with their marks, how they were read, every field, what was decided about it."""

import streamlit as st

from geo.claim import Claim
from seeds.decision import Decision, pending
from seeds.source import Source
from ui.decision_words import decision_words
from ui.desk_queue import state_tag
from ui.escape import for_html
from ui.fate import fates, struck
from ui.field_words import CLAIM_FIELDS, field_name, field_value
from ui.load import Archive
from ui.marks import marked
from ui.names import place_called, publisher_name
from ui.reading import spans
from ui.review import Item
from ui.terms import N_
from ui.words import Words

AROUND = 160  # code points of the text shown before and after the words
# What the letter before the colon of a rule's id stands for, in the order in which a text is read.
STEPS = {
    "L": N_("Names found"),
    "G": N_("Places taken together"),
    "S": N_("Speaker"),
    "T": N_("Event"),
    "A": N_("Actor"),
    "R": N_("How the actor was found"),
    "O": N_("Scope"),
    "D": N_("Date"),
    "F": N_("Figure"),
}


def reading(item: Item, source: Source | None, history: list[Decision], data: Archive, w: Words) -> None:
    """Everything an editor needs to judge one reading."""
    claim = item.claim
    name = for_html(place_called(claim.place, data.city.places, w, claim.place_text))
    said = ""
    if source:
        name_of, day = for_html(publisher_name(source.record, w)), w.day(source.record.published)
        said = f"<bdi>{name_of}</bdi>, {day} · <bdi>{for_html(source.record.title)}</bdi>"
    waits = w._("It counts for readers once it is accepted.") if pending(claim, data.edits) else ""
    st.html(f'<p class="fine">{said} {state_tag(item.state, w)} {waits}</p><h2><bdi>{name}</bdi></h2>')
    st.html(quotation(claim, source, data) + trace(claim, w) + fields(item, data, w) + decided(history, data, w))


def quotation(claim: Claim, source: Source | None, data: Archive) -> str:
    """The exact words with what stands around them in grey."""
    if source is None or not source.text:
        return f'<blockquote class="q" lang="ar" dir="rtl">{for_html(claim.quote)}</blockquote>'
    text, start, end = source.text, claim.start, claim.end
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    stop = text.find("\n", end)
    last = min(len(text) if stop < 0 else stop, end + AROUND)
    words = marked(text, start, end, spans(data, source, claim))
    before, after = for_html(text[first:start]), for_html(text[end:last])
    return (
        f'<blockquote class="q txt" lang="ar" dir="rtl"><span class="dim">{before}</span>{words}'
        f'<span class="dim">{after}</span></blockquote>'
    )


def trace(claim: Claim, w: Words) -> str:
    """The rules that made the claim, in order."""
    rows = [f"<tr><td>{w._('Sentence')}</td><td class='num'>{claim.start}–{claim.end}</td></tr>"]
    for letter, name in STEPS.items():
        ids = [rule for rule in claim.rules if rule.partition(":")[0] == letter]
        if ids:
            codes = " · ".join(f"<code>{for_html(rule)}</code>" for rule in ids)
            rows.append(f'<tr><td>{w._(name)}</td><td dir="ltr">{codes}</td></tr>')
    known = {rule for rule in claim.rules if rule.partition(":")[0] in STEPS}
    rest = " · ".join(f"<code>{for_html(rule)}</code>" for rule in claim.rules if rule not in known)
    if rest:
        rows.append(f'<tr><td>{w._("Other rules")}</td><td dir="ltr">{rest}</td></tr>')
    return f'<h3>{w._("How it was read")}</h3><table class="small"><tbody>{"".join(rows)}</tbody></table>'


def fields(item: Item, data: Archive, w: Words) -> str:
    """Every field as read, and as readers see it where an editor amended it."""
    rows = []
    for name in CLAIM_FIELDS:
        was, now = (
            field_value(name, getattr(claim, name), data, w, claim.claimant_name)
            for claim in (item.claim, item.shown or item.claim)
        )
        changed = f" → <b><bdi>{for_html(now)}</bdi></b>" if now != was else ""
        rows.append(f"<tr><td>{field_name(name, w)}</td><td><bdi>{for_html(was)}</bdi>{changed}</td></tr>")
    table = f'<table class="small fields"><tbody>{"".join(rows)}</tbody></table>'
    return f"<details open><summary>{w._('Fields')}</summary>{table}</details>"


def decided(history: list[Decision], data: Archive, w: Words) -> str:
    """What was decided about it so far, newest first."""
    if not history:
        return f'<p class="fine">{w._("Nothing was decided about it yet.")}</p>'
    rows = []
    claims = {claim.id: claim for claim in data.read}
    became = fates(history, data.edits, {})
    for decision in reversed(history):
        said = decision_words(decision, data, claims, w)
        what, why = struck(said, decision.reason, became.get(decision.id), w)
        rows.append(
            f'<li><b class="num">{w.number(decision.id)}</b> <bdi>{for_html(decision.who)}</bdi>, '
            f"{w.moment(decision.time)}: <bdi>{what}</bdi>"
            f'<span class="from">{why}</span></li>'
        )
    return f'<h3>{w._("Decided so far")}</h3><ul class="rows">{"".join(rows)}</ul>'
