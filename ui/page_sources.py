"""The pages of the sources: all of them, one of them with its text, who speaks, and which places nobody names."""

import streamlit as st

from ui.address import go
from ui.escape import for_html
from ui.frame import framed, whole
from ui.links import href, link
from ui.load import Archive, days
from ui.names import publisher_name
from ui.noted import titled
from ui.page_source import page_source
from ui.register import publishers, silence, speakers
from ui.terms import LEANINGS
from ui.view import View
from ui.words import Words


@st.fragment
def page_sources() -> None:
    """All sources, or the one whose page is open."""
    whole()
    with framed() as (data, view, w):
        if view.source:
            page_source(data, view, w)
            return
        st.html(f"<h1>{w._('Sources')}</h1>{_intro(data, w)}{table(data, view, w)}")
        left, right = st.columns(2, gap="large")
        with left:
            st.html(publishers(data, w))
        with right:
            st.html(speakers(data, w))
        st.html(silence(data, days(data, view), view, w))


def _intro(data: Archive, w: Words) -> str:
    digests = sum(source.kind == "digest" for source in data.sources.values())
    text = w._(
        "Reports belong to their publishers. Where the project has no right to show a report it shows its own Arabic"
        " digest of it, sentence by sentence, and says so."
    )
    count = w.ngettext(
        "{count} report, {digests} of them as a digest.",
        "{count} reports, {digests} of them as a digest.",
        len(data.sources),
        digests=w.number(digests),
    )
    return f'<p class="sum">{text} {count}</p>'


def table(data: Archive, view: View, w: Words) -> str:
    """One row a source, in order of publication."""
    claims: dict[str, int] = {}
    for claim in data.claims:
        claims[claim.article] = claims.get(claim.article, 0) + 1
    rows = []
    for source in sorted(data.sources.values(), key=lambda source: (source.record.published, source.record.id)):
        record = source.record
        title = titled(record.title, w)
        off = f' <span class="tag">{w._("switched off")}</span>' if record.id in view.without else ""
        rows.append(
            f'<tr><td class="num">{w.day(record.published, "short")}</td>'
            f"<td><bdi>{for_html(publisher_name(record, w))}</bdi>{off}</td>"
            f"<td>{link(title, href(view, 'sources', source=record.id, claim=''))}</td>"
            f"<td>{w._(LEANINGS[record.leaning])}</td>"
            f'<td class="num" data-name="{w._("Claims")}{w._(":")}">{w.number(claims.get(record.id, 0))}</td></tr>'
        )
    heads = (w._("Published"), w._("Publisher"), w._("Report"), w._("Leaning"), w._("Claims"))
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>"
    return f'<div class="wide"><table class="srcs">{body}</table></div>'


def back_to_all() -> None:
    """Close the open source."""
    go(source="", claim="")
