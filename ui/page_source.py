"""The page of one source: its text with every claim marked, its record, and what it says in a table."""

import streamlit as st

from geo.claim import Claim
from seeds.decision import pending
from seeds.source import Source
from ui.address import go
from ui.escape import for_html
from ui.export import annotations
from ui.gloss import figure
from ui.links import href, link, outside
from ui.load import Archive, days
from ui.names import claimant_name, in_language, place_called, publisher_name
from ui.noted import noted, titled
from ui.reading import all_spans
from ui.rests import rests
from ui.source_text import whole_text
from ui.summary import DAYS, takes_effect
from ui.switches import turn
from ui.terms import EVENTS, HOLDERS, LEANINGS, N_, REALIS, STANCES
from ui.use import effects, use
from ui.view import View
from ui.words import Words

KINDS = {
    "digest": N_("This is the project’s own Arabic digest, not the report itself."),
    "original": N_("This is the report’s own text."),
}
LINK_ALONE = N_("Only the link to this report is kept here, not its text; nothing is read from it.")
MARKS = (
    ('<span class="p">الشعار</span>', N_("the place")),
    ('<span class="s">المرصد</span>', N_("who says it")),
    ("<mark>سيطرت</mark>", N_("deciding words")),
    ('<mark class="n">نفى</mark>', N_("denies or cannot confirm")),
)


def page_source(data: Archive, view: View, w: Words) -> None:
    """Text to the one side, record and claims to the other."""
    source = data.sources[view.source]
    claims = [claim for claim in data.claims if claim.article == view.source]
    left, right = st.columns([1.5, 1], gap="large")
    with left:
        text = key(w) + whole_text(source, claims, all_spans(data, source, claims), view.claim, w)
        above = head(source, claims, view, w) + waiting(view.source, data, w)
        st.html(above + text if source.text else above)
    with right:
        says = table(claims, source, data, view, w) + rests(view.source, data, view, w) if source.text else ""
        st.html(record(source, w) + says)
        actions(source, claims, data, view, w)


def head(source: Source, claims: list[Claim], view: View, w: Words) -> str:
    """Where one is, the title, and how much was read."""
    name = for_html(publisher_name(source.record, w))
    voices = len({claim.claimant for claim in claims})
    places = len({claim.place for claim in claims})
    said = w._(
        "{claims} from {voices} about {places}.",
        claims=w.ngettext("{count} claim", "{count} claims", len(claims)),
        voices=w.ngettext("{count} voice", "{count} voices", voices),
        places=w.ngettext("{count} place", "{count} places", places),
    )
    crumb = f"{link(w._('Sources'), href(view, 'sources', source='', claim=''))} / <bdi>{name}</bdi>"
    title = titled(source.record.title, w)
    if not source.text:
        return f'<p class="fine">{crumb}</p><h1>{title}</h1><p class="sum">{w._(LINK_ALONE)}</p>'
    changed = "" if source.same is not False else w._(" It is not the text that the record describes.")
    return f'<p class="fine">{crumb}</p><h1>{title}</h1><p class="sum">{said} {w._(KINDS[source.kind])}{changed}</p>'


def waiting(source: str, data: Archive, w: Words) -> str:
    """How many readings of an added report no editor has accepted yet."""
    count = sum(claim.article == source and pending(claim, data.edits) for claim in data.read)
    if not count:
        return ""
    said = w.ngettext(
        "{count} reading of this report waits for an editor and does not count yet.",
        "{count} readings of this report wait for an editor and do not count yet.",
        count,
    )
    return f'<p class="notice" role="status">{said}</p>'


def key(w: Words) -> str:
    """What the marks in the text mean."""
    marks = "".join(
        f'<span class="g"><span class="q" lang="ar" dir="rtl">{mark}</span> {w._(name)}</span>' for mark, name in MARKS
    )
    return f'<div class="key marks">{marks}<span class="g mut">{w._("grey: no claim read")}</span></div>'


def record(source: Source, w: Words) -> str:
    """What is known about the report itself."""
    r = source.record
    unknown = w._("not known")
    kind = w._("digest") if source.kind == "digest" else w._("original")
    shown = w._("{kind}, {length} characters", kind=kind, length=w.number(len(source.text)))
    rows = (
        (w._("Publisher"), for_html(in_language(r.publisher, w) if r.publisher else unknown)),
        (w._("Agency"), for_html(in_language(r.agency, w) if r.agency else w._("none named"))),
        (w._("Published"), w.day(r.published, "full")),
        (w._("How we know"), noted(r.published_basis, w)),
        (w._("Leaning"), f"{w._(LEANINGS[r.leaning])}: {noted(r.leaning_basis, w)}"),
        (w._("Address"), outside(r.url, r.url) if r.url else w._("none kept")),
        (w._("Text shown"), shown if source.text else w._("none: only the link is kept")),
    )
    listed = "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in rows)
    return f'<h2>{w._("Record")}</h2><dl class="rec">{listed}</dl>'


def table(claims: list[Claim], source: Source, data: Archive, view: View, w: Words) -> str:
    """Every claim in the order of the text: who, how, what, where, and what use is made of it."""
    done = effects(days(data, View()))
    rows = []
    for number, claim in enumerate(claims, 1):
        name = for_html(place_called(claim.place, data.city.places, w, claim.place_text))
        onmap = href(view, "", place=claim.place, day=_day(claim, view), source="", claim="")
        where = link(name, onmap) if claim.place in data.city.places else name
        what = (
            w._(EVENTS[claim.event])
            if claim.event != "share"
            else f"{w._(EVENTS['share'])}: {for_html(figure(claim.value or '', w))}"
        )
        actor = w._(HOLDERS[claim.actor])
        realis = "" if claim.realis == "actual" else f' <span class="mut">{w._(REALIS[claim.realis])}</span>'
        who = for_html(claimant_name(claim, source.record, data.speakers, w))
        chosen = ' class="on"' if claim.id == view.claim else ""
        rows.append(
            f'<tr id="claim-{number}"{chosen}><td class="num">{w.number(number)}</td>'
            f'<td><bdi dir="{w.direction}">{who}</bdi></td>'
            f"<td>{w._(STANCES[claim.stance])}</td><td>{actor}: {what}{realis}</td><td>{where}</td>"
            f'<td class="mut">{use(done.get(claim.id), w)}</td></tr>'
        )
    heads = ("", w._("Voice"), "", w._("Claim"), w._("Place"), w._("Use"))
    head = "".join(f'<th scope="col">{name}</th>' if name else "<td></td>" for name in heads)
    return (
        f'<h2>{w._("What it says")}</h2><div class="wide"><table class="small"><thead><tr>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>"
    )


def actions(source: Source, claims: list[Claim], data: Archive, view: View, w: Words) -> None:
    """Switch the source, go to its day, take its citations along."""
    entry = source.record.id
    with st.container(horizontal=True, key="source-actions"):
        off = entry in view.without
        label = w._("Switch this source on") if off else w._("Switch this source off")
        st.button(label, key="switch-source", on_click=turn, args=(entry,))
        day = min(max(source.record.published, DAYS[0]), DAYS[-1])
        if st.button(w._("Show its day on the map"), key="show-day"):
            go(day=day, source="", claim="")
            st.switch_page(st.session_state["pages"]["map"])
        st.download_button(
            w._("Citations (JSON-LD)"),
            annotations(claims, {entry: source}),
            f"{entry}.jsonld",
            "application/ld+json",
            on_click="ignore",
        )


def _day(claim: Claim, view: View) -> str:
    day = takes_effect(claim)
    return day if day in DAYS else view.day
