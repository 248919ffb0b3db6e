"""Uploads at the desk: many at once, each becomes a draft or one sentence why not, with progress."""

import streamlit as st

from extract.input import LIMIT
from extract.upload import KINDS, from_upload
from ui.desk_draft import FIELDS, new_key, store_fields
from ui.escape import for_html
from ui.load import Archive
from ui.words import Words

MANY = 50  # files taken at once


def intake(data: Archive, w: Words) -> None:
    """The field for files, and what came of the last ones."""
    turn = st.session_state.setdefault("upload-turn", 0)
    files = st.file_uploader(
        w._("Files, many at once"),
        type=list(KINDS),
        accept_multiple_files=True,
        key=f"upload-{turn}",
        max_upload_size=LIMIT // 1_000_000,
    )
    if files and st.button(
        w.ngettext("Read {count} file", "Read {count} files", len(files)), key="read-files", type="primary"
    ):
        lines: list[str] = []
        good = 0
        bar = st.progress(0.0)
        for number, file in enumerate(files[:MANY], 1):
            read = from_upload(file.getvalue(), file.name)
            if read.problem:
                lines.append(w.problem(read.problem))
            else:
                notes = [w.problem(note) for note in read.notes]
                fields = FIELDS | {"text": read.text, "title": _title(read.text), "notes": "\n".join(notes)}
                fields["file"] = file.name
                good += store_fields(new_key(), fields, data, w)
                lines += notes
            bar.progress(number / min(len(files), MANY))
        if len(files) > MANY:
            lines.append(w._("Only the first {count} files were read.", count=w.number(MANY)))
        said = w.ngettext("{count} draft was made.", "{count} drafts were made.", good)
        st.session_state["upload-said"] = (said, lines)
        st.session_state["upload-turn"] = turn + 1  # a fresh field: the files' bytes are let go
        st.rerun()
    if "upload-said" in st.session_state:
        said, lines = st.session_state["upload-said"]
        rows = "".join(f"<li><bdi>{for_html(line)}</bdi></li>" for line in lines)
        st.html(f'<div class="notice" role="status"><p>{for_html(said)}</p><ul>{rows}</ul></div>')


def _title(text: str) -> str:
    """The first line with words, as a title to begin with."""
    return next((line.strip()[:200] for line in text.splitlines() if line.strip()), "")
