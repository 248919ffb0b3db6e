"""Adding an article: paste, upload or an address alone; what is read from it live; what it would change."""

import hashlib
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from extract.input import Text, clean
from extract.twin import twins
from extract.upload import LONGEST, checked
from seeds.decision import AddSource, Decision, JudgeClaim, reading_hash
from seeds.source import Record
from ui.decided import extra_of, read_text
from ui.decision_words import source_name
from ui.desk_access import editor
from ui.desk_draft import FIELDS, LABELS, drafts, drop, keep, key, new_key, open_draft, taken_back, to_record, typed
from ui.desk_effect import effect, trial
from ui.desk_intake import intake
from ui.desk_unknown import unknown_words
from ui.desk_write import attempt, say
from ui.escape import for_html, with_signs
from ui.gloss import gloss
from ui.load import Archive
from ui.names import claimant_name, place_called
from ui.terms import LEANINGS, N_
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import SignIn

KINDS = {"original": N_("the report’s own words"), "digest": N_("our digest of it")}
TWINS = {
    "same": N_("The same text is here already: {source}."),
    "nearly": N_("Nearly the same text is here already: {source} ({share} of it)."),
    "copy": N_("It shares wording with {source} ({share} of it), as copies of one agency report do."),
}
LANGUAGES = ("ar", "en", "fr", "de", "tr", "fa", "ru", "ku")
MANY = 40  # claims listed


def add(data: Archive, w: Words) -> None:
    """Drafts and form to the one side, what comes of the text to the other."""
    entry = editor()
    if entry is None:
        return
    left, right = st.columns([1.2, 1], gap="large")
    with left:
        intake(data, w)
        stored = drafts(entry)
        draft = _chosen(stored, w)
        open_draft(draft, stored.get(draft, FIELDS))
        _form(draft, data, w)
    with right:
        fields = typed(draft)
        record, problems = to_record(fields, data, taken_back(data))
        text = checked(Text(clean(fields["text"])), w._("the text")).text
        _findings(record, problems, text, fields, data, w)
        _save(draft, record, problems, text, data, w)


def _chosen(stored: dict[str, dict[str, str]], w: Words) -> str:
    """The draft that is open: one of those stored, or a new one; a new one can always be begun."""
    fresh: str = st.session_state.get("draft-new") or new_key()
    if fresh in stored:  # it is a draft like the others now
        fresh = new_key()
    st.session_state["draft-new"] = fresh
    names = [fresh, *stored]
    if st.session_state.get("draft-open") not in names:
        st.session_state["draft-open"] = fresh
    drafted = called(stored, w)
    labels = {fresh: w._("new article"), **drafted}
    # The browser answers with the label: where labels change, the list is another widget.
    pick = f"draft-pick-{hashlib.sha256(repr(labels).encode('utf-8', 'replace')).hexdigest()[:12]}"

    def picked() -> None:
        st.session_state["draft-open"] = st.session_state[pick]

    at = names.index(st.session_state["draft-open"])
    with st.container(key="draft-pick"):
        st.selectbox(w._("Draft"), names, at, key=pick, on_change=picked, format_func=lambda name: labels[name])
    return str(st.session_state["draft-open"])


def called(stored: dict[str, dict[str, str]], w: Words) -> dict[str, str]:
    """What each draft is called in the list: title, file and time; what still looks alike is numbered."""
    found: dict[str, str] = {}
    for name, fields in stored.items():
        title = fields["title"][:60] or w._("without a title")
        parts = [with_signs(part) for part in (title, fields["file"][:60], fields["stored"][:16]) if part]
        label, number = " · ".join(parts), 1
        while label in found.values():
            number += 1
            label = f"{' · '.join(parts)} · {w.number(number)}"
        found[name] = label
    return found


def _form(draft: str, data: Archive, w: Words) -> None:
    def text(field: str, label: str, example: str = "") -> None:
        st.text_input(
            label, key=key(draft, field), max_chars=500, on_change=keep, args=(draft, data, w), placeholder=example
        )

    def one_of(field: str, label: str, options: tuple[str, ...], names: dict[str, str] | None = None) -> None:
        st.selectbox(
            label, options, key=key(draft, field), on_change=keep, args=(draft, data, w),
            format_func=lambda value: w._(names[value]) if names else value,
        )  # fmt: skip

    st.text_area(
        w._("Text; leave it empty to keep an address alone"), key=key(draft, "text"), height=260,
        max_chars=LONGEST, on_change=keep, args=(draft, data, w),
    )  # fmt: skip
    text("title", w._(LABELS["title"]))
    text("publisher", w._("Publisher, empty if not known"))
    text("agency", w._("Agency that it relays, if any"))
    text("url", w._("Address, if any"), "https://")
    text("published", w._("Published on, as 2016-12-06"), "2016-12-06")
    text("published_basis", w._(LABELS["published_basis"]))
    one_of("leaning", w._("Whose voice the publisher’s own words are"), tuple(LEANINGS), LEANINGS)
    text("leaning_basis", w._(LABELS["leaning_basis"]))
    one_of("text_kind", w._("The text is"), tuple(KINDS), KINDS)
    one_of("language", w._("Language of the text"), LANGUAGES)
    one_of("original_language", w._("Language of the report"), LANGUAGES)
    text("id", w._("Id, made up if empty"))
    if st.session_state.get(key(draft, "notes")):
        lines = "".join(
            f"<li>{for_html(line)}</li>" for line in str(st.session_state[key(draft, "notes")]).splitlines()
        )
        st.html(f'<ul class="fine">{lines}</ul>')
    st.html(f'<p class="fine">{w._("What you type is stored whenever you leave a field.")}</p>')


def _findings(
    record: Record | None, problems: list[str], text: str, fields: dict[str, str], data: Archive, w: Words
) -> None:
    """What the machine says about the text and its record."""
    if any(fields[name] for name in ("text", "title", "url")) and problems:
        rows = "".join(f"<li><bdi>{for_html(w.problem(problem))}</bdi></li>" for problem in problems)
        st.html(f'<div class="notice" role="status"><p>{w._("Before it can be saved:")}</p><ul>{rows}</ul></div>')
    if not text.strip():
        return
    for twin in twins(text, ((name, source.text) for name, source in data.all_sources.items())):
        name = for_html(source_name(twin.source, data, w))
        said = w._(TWINS[twin.kind], source=f"<b><bdi>{name}</bdi></b>", share=w.percent(twin.share))
        st.html(f'<p class="notice" role="status">{said}</p>')
    if record is None or problems:
        return
    reading = read_text(text, record, extra_of(data.edits))
    count = w.ngettext("{count} claim read", "{count} claims read", len(reading.claims))
    lines: list[str] = []
    for claim in reading.claims[:MANY]:
        name = place_called(claim.place, data.city.places, w, claim.place_text)
        says = for_html(gloss(claim, name, claimant_name(claim, record, data.speakers, w), w))
        quote = f'<span class="q" lang="ar" dir="rtl">{for_html(claim.quote[:200])}</span>'
        lines.append(f"<li><bdi>{says}</bdi><br>{quote}</li>")
    st.html(f'<h2>{count}</h2><ul class="rows read-live">{"".join(lines)}</ul>')
    unknown_words(reading.unknown, data, w)
    st.html(f'<p class="fine">{w._("No reading counts before an editor accepts it. If all are accepted:")}</p>')
    accepted = [trial(claim.id, JudgeClaim("accepted", reading_hash(claim))) for claim in reading.claims]
    effect(data, [trial(record.id, AddSource(msgspec.to_builtins(record), text or None)), *accepted], w, key="add")


def _save(draft: str, record: Record | None, problems: list[str], text: str, data: Archive, w: Words) -> None:
    reason = st.text_area(
        w._("Reason (required, kept in the record)"), key=key(draft, "reason"), max_chars=2000, height=80,
        on_change=keep, args=(draft, data, w),
    )  # fmt: skip
    ready = record is not None and not problems and bool((reason or "").strip())
    with st.container(horizontal=True):
        pressed = st.button(w._("Add the article"), key="save-article", type="primary", disabled=not ready)
        if st.button(w._("Discard the draft"), key="drop-draft"):
            why = _forget(draft, data, w)
            say(w._("The draft stays: {why}.", why=why) if why else w._("The draft is gone."), bad=bool(why))
            st.rerun()
    if pressed and record:

        def write(desk: "Desk", by: "SignIn | None", request: str) -> Decision:
            return desk.add_source(by, record, text if text.strip() else None, reason or "", request)

        if attempt(f"article-{draft}", data, w, write):
            _forget(draft, data, w)
            st.session_state["desk-next"] = record.id
        st.rerun()


def _forget(draft: str, data: Archive, w: Words) -> str:
    """Drop the draft that is open; why that could not be done, nothing if it was."""
    why = drop(draft, data, w)
    if why:
        return why
    st.session_state.pop("draft-new", None)
    st.session_state.pop("draft-open", None)
    st.session_state.pop("upload-said", None)
    return ""
