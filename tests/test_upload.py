"""Bad uploads: each is one clear sentence, bounded in memory, and never an exception."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.twin import twins
from extract.upload import LONGEST, from_upload

ROOT = Path(__file__).parent.parent
SAYING = "قال المرصد إن القوات سيطرت على حي الميسر."


def word(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "خلية", "أخرى"
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def zipped(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return kept.getvalue()


def test_a_word_file_is_its_paragraphs_and_cells_in_order() -> None:
    read = from_upload(word(SAYING, "", "ثانيا"), "a.docx")
    assert read.problem is None
    assert read.text == f"{SAYING}\n\nثانيا\nخلية\nأخرى"
    assert read.notes == (
        "a.docx: read as a Word file, body text and tables only; offsets count in the text as shown here",
    )


def test_text_and_page_are_read_and_their_encoding_said() -> None:
    assert from_upload(SAYING.encode(), "a.txt").text == SAYING
    old = from_upload(SAYING.encode("cp1256"), "a.TXT")
    assert (old.text, "cp1256" in old.notes[0]) == (SAYING, True)
    assert from_upload(f"<html><body><p>{SAYING}</p></body></html>".encode(), "a.html").text == SAYING


DEEP = ("<div>" * 5000 + SAYING).encode()
TIMES_TEN = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
ENTITIES = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a0 "{"x" * 1000}">{TIMES_TEN}]><d>&a8;</d>'.encode()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "a.txt: empty"),
        ("a.txt", b" \n\t ", "holds no words"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "holds no words"),
        ("a.txt", b"x" * 5_000_001, "larger than 5 MB"),
        ("a.txt", ("ا" * (LONGEST + 1)).encode(), "longer than 500,000 characters"),
        ("a.txt", bytes(range(256)) * 40, "not text in any known encoding"),
        ("a.txt", b"\0" * 400, "not text in any known encoding"),
        ("a.html", DEEP, "nested deeper"),
        ("a.exe", b"MZ", "not one of .txt"),
        ("noending", SAYING.encode(), "not one of .txt"),
        ("a.txt", word(SAYING), "not a text but a zip archive"),
        ("a.txt", b"%PDF-1.7 ...", "not a text but a PDF"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + b"x" * 600, "not a Word file but an old or locked Word file"),
        ("a.docx", SAYING.encode(), "not a Word file but something else"),
        ("a.docx", b"PK\x03\x04" + b"x" * 100, "a damaged Word file"),
        ("a.docx", zipped(x=b"y"), "a zip archive, not a Word file"),
        ("a.docx", zipped(word__document_xml=b"<a>"), "a damaged Word file"),
        ("a.docx", zipped(word__document_xml=b"\0" * 31_000_000), "unpacks to more than 30 MB"),
        ("a.docx", word(SAYING)[:-400], "a damaged Word file"),
    ],
)
def test_a_bad_upload_is_one_sentence(name: str, data: bytes, said: str) -> None:
    read = from_upload(data, name)
    assert read.problem is not None
    assert said in read.problem
    assert "\n" not in read.problem
    assert read.problem.startswith(name)
    assert read.text == ""


def test_entities_in_a_word_file_are_not_expanded() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(SAYING))) as good, zipfile.ZipFile(bomb, "w") as made:
        for entry in good.infolist():
            made.writestr(entry.filename, ENTITIES if entry.filename == "word/document.xml" else good.read(entry))
    read = from_upload(bomb.getvalue(), "a.docx")
    assert len(read.text) < 10_000


def test_signs_that_are_no_text_are_replaced_one_for_one_and_direction_marks_kept_and_said() -> None:
    text = SAYING + "\0 \u202eabc\u202c " + SAYING
    read = from_upload(text.encode(), "a.txt")
    assert read.text == text.replace("\0", "\ufffd")
    assert len(read.notes) == 2
    assert "1 control characters" in read.notes[0]
    assert "2 invisible marks" in read.notes[1]


@given(st.binary(max_size=3000), st.sampled_from(["a.txt", "a.html", "a.docx"]))
def test_no_bytes_raise(data: bytes, name: str) -> None:
    read = from_upload(data, name)
    assert bool(read.text) != bool(read.problem)


@given(st.binary(max_size=40), st.integers(0, 20_000))
def test_no_damage_to_a_word_file_raises(noise: bytes, at: int) -> None:
    data = bytearray(GOOD)
    data[at % len(data) : at % len(data) + len(noise)] = noise
    read = from_upload(bytes(data), "a.docx")
    assert read.problem is None or "\n" not in read.problem


GOOD = word(SAYING)

BOUNDED = """
import resource, sys, zipfile, io
from extract.upload import from_upload
kept = io.BytesIO()
with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
    with archive.open("word/document.xml", "w", force_zip64=True) as file:
        for _ in range(900):
            file.write(bytes(1 << 20))
data = kept.getvalue()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(from_upload(data, "a.docx").problem)
print(from_upload(b"<p>" * 1_600_000, "a.html").problem)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // (1024 if sys.platform == "linux" else 1 << 20))
"""


def test_a_bomb_takes_no_memory() -> None:
    done = subprocess.run([sys.executable, "-c", BOUNDED], cwd=ROOT, capture_output=True, text=True, check=True)
    bomb, page, grown = done.stdout.splitlines()
    assert "unpacks to more than" in bomb
    assert int(grown) < 250, page  # megabytes; the archive would unpack to 900


def test_the_same_nearly_the_same_and_a_copy_are_told_apart() -> None:
    words = [f"كلمة{n}" for n in range(60)]
    text = " ".join(words)
    others = [
        ("same", text.replace(" ", "\n") + "ـ"),
        ("excerpt", " ".join(words[:40] + ["غير"] * 9)),
        ("relay", " ".join([f"شيء{n}" for n in range(60)] + words[:14])),
        ("other", " ".join(reversed(words))),
    ]
    found = {twin.source: twin.kind for twin in twins(text, others)}
    assert found == {"same": "same", "excerpt": "nearly", "relay": "copy"}
