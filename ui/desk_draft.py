"""Drafts of articles: everything typed is stored when a field is left, and comes back after a reload or a crash."""

import datetime
import hashlib
import re
import unicodedata
import uuid
from collections.abc import Callable, Set
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from seeds.current import current
from seeds.decision import AddSource
from seeds.problem import Problem, misfit
from seeds.source import Record, check_record
from ui.desk_access import desk, here
from ui.desk_write import say
from ui.load import Archive
from ui.terms import N_
from ui.words import Words

if TYPE_CHECKING:
    from seeds.people import Entry

PREFIX = "article:"
# Every field of the form with what it holds at first.
FIELDS: dict[str, str] = {
    "title": "", "publisher": "", "agency": "", "url": "", "published": "", "published_basis": "",
    "leaning": "none", "leaning_basis": "", "language": "ar", "original_language": "ar", "text_kind": "original",
    "id": "", "text": "", "notes": "", "reason": "", "file": "", "stored": "",
}  # fmt: skip
OF_THE_DRAFT = ("text", "notes", "reason", "file", "stored")  # no part of the record; `stored` is when, UTC

# What the form calls the fields of the record that must be filled in.
LABELS = {
    "title": N_("Title"),
    "published_basis": N_("How the day is known"),
    "leaning_basis": N_("Why we say so"),
}


def key(draft: str, field: str) -> str:
    """The widget of a field."""
    return f"add-{field}-{draft}"


def drafts(entry: "Entry") -> dict[str, dict[str, str]]:
    """An editor's drafts of articles, by their keys; one that cannot be read any more is left where it is."""
    store = current()
    found = {}
    for name, text in (store.store.read_drafts(entry.name) if store else {}).items():
        if name.startswith(PREFIX):
            try:
                found[name.removeprefix(PREFIX)] = FIELDS | msgspec.json.decode(text, type=dict[str, str])
            except msgspec.MsgspecError:
                continue
    return found


def open_draft(draft: str, stored: dict[str, str]) -> None:
    """Put a draft's fields where their widgets will find them, unless they are there."""
    for field, first in FIELDS.items():
        st.session_state.setdefault(key(draft, field), stored.get(field, first))


def typed(draft: str) -> dict[str, str]:
    """What the fields hold now."""
    return {field: str(st.session_state.get(key(draft, field)) or "") for field in FIELDS}


def keep(draft: str, data: Archive, w: Words) -> None:
    """Store what was typed so far."""
    store_fields(draft, typed(draft), data, w)


def store_fields(draft: str, fields: dict[str, str], data: Archive, w: Words) -> bool:
    """Store the fields of a draft; says so where it cannot be done. True if it is stored."""
    fields = fields | {"stored": datetime.datetime.now(datetime.UTC).isoformat(" ", "seconds")[:19]}
    text = msgspec.json.encode(fields).decode()
    why = refused(lambda: desk(data).save_draft(here(), PREFIX + draft, text), w)
    if why:
        say(w._("The draft is not stored: {why}. It is lost if you leave this page.", why=why), bad=True)
    return not why


def refused(write: Callable[[], None], w: Words) -> str:
    """Why a draft could not be written, in words; nothing if it was."""
    import sqlalchemy as sa

    from seeds.people import NotAllowedError
    from seeds.store import ReadOnlyError

    try:
        write()
    except (NotAllowedError, ReadOnlyError) as error:
        return w.problem(error.args[0])
    except sa.exc.SQLAlchemyError:
        return w._("the store does not answer")
    return ""


def new_key() -> str:
    """A name for a new draft."""
    return uuid.uuid4().hex[:12]


def drop(draft: str, data: Archive, w: Words) -> str:
    """Forget a draft and its fields; why it could not be done, nothing if it was. What is typed stays then."""
    why = refused(lambda: desk(data).drop_draft(here(), PREFIX + draft), w)
    if not why:
        for field in FIELDS:
            st.session_state.pop(key(draft, field), None)
    return why


def taken_back(data: Archive) -> frozenset[str]:
    """Ids of articles that were added and taken back: what was decided about their readings still hangs on them."""
    store = current()
    rows = store.rows() if store else []
    had = {row.target for row in rows if isinstance(row.what, AddSource) and row.id in data.edits.undone}
    return frozenset(had - _taken(data))


def _taken(data: Archive) -> set[str]:
    """Ids of articles that are here, or will be once a second editor agrees."""
    return {*data.all_sources, *(row.target for row in data.edits.waiting if isinstance(row.what, AddSource))}


def to_record(fields: dict[str, str], data: Archive, gone: Set[str] = frozenset()) -> tuple[Record | None, list[str]]:
    """The record that the fields describe and everything that is wrong with it; an empty id is made up.

    An article that was taken back (its id is in `gone`) may be added again, under another id.
    """
    row: dict[str, object] = {name: fields[name].strip() for name in FIELDS if name not in OF_THE_DRAFT}
    row["publisher"], row["agency"], row["url"] = row["publisher"] or None, row["agency"] or None, row["url"] or None
    row["id"] = row["id"] or suggest_id(fields, gone)
    try:
        record = msgspec.convert(row, Record)
    except msgspec.ValidationError as error:
        return None, [misfit(error)]
    problems = [_as_labelled(problem) for problem in check_record(record, record.id)]
    if not (record.url or fields["text"].strip()):
        problems.append(Problem("found neither a text nor an address, expected one of them"))
    if record.id in gone:
        problems.append(
            Problem(
                "found the id {found}, which an article had that was taken back, expected another or none",
                found=record.id,
            )
        )
    elif record.id in _taken(data):
        problems.append(
            Problem("found the id {found}, which another article has, expected one of its own", found=record.id)
        )
    return record, problems


def _as_labelled(problem: str) -> str:
    """A problem of a field by the name that stands over it in the form."""
    field = problem.found.get("field") if isinstance(problem, Problem) else None
    if field not in LABELS:
        return problem
    return Problem("“{field}” is empty, expected its words", field=Problem(LABELS[str(field)]))


def suggest_id(fields: dict[str, str], gone: Set[str] = frozenset()) -> str:
    """An id of day, publisher (if its name has Latin letters) and words; numbered where such an article is gone."""
    plain = unicodedata.normalize("NFKD", fields["publisher"] or fields["agency"]).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:40]
    words = hashlib.sha256((fields["text"] or fields["title"]).encode("utf-8", "replace")).hexdigest()[:6]
    made = f"{_day(fields['published'])}-{slug or 'article'}-{words}"
    numbered = (f"{made}-{number}" for number in range(2, len(gone) + 2))
    return next((name for name in (made, *numbered) if name not in gone), made)


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text.strip()).isoformat()
    except ValueError:
        return "undated"
