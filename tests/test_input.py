"""Files as they come: encodings, marks, pages, damage. Never an exception, always exact offsets, always said."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.input import clean, from_bytes, from_file
from extract.page import DEPTH, is_page, page_text

SAYING = "قال المرصد إن القوات سيطرت على حي الميسر، ثم انسحبت منه ليلاً.\r\nوهذا سطر آخر."
ARABIC = st.text(st.sampled_from("ابتجحدرسشصعفقكلمنهويىةأإؤئ ،.\nc1٢%«»"), min_size=1)


def only(notes: tuple[str, ...]) -> str:
    assert len(notes) == 1, notes
    return notes[0]


def test_utf8_is_the_text_itself_and_needs_no_word() -> None:
    read = from_bytes(SAYING.encode(), "a.txt")
    assert (read.text, read.notes, read.problem) == (SAYING, (), None)


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert from_bytes(b"\xef\xbb\xbf" + SAYING.encode(), "a.txt") == from_bytes(SAYING.encode(), "a.txt")


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("cp1256", "cp1256"),
        ("iso8859-6", "iso8859_6"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("utf-16-le", "utf_16_le"),
        ("utf-16-be", "utf_16_be"),
    ],
)
def test_another_encoding_is_found_and_said_in_one_sentence(encoding: str, said: str) -> None:
    read = from_bytes(SAYING.encode(encoding), "a.txt")
    assert read.text == SAYING
    assert read.problem is None
    assert only(read.notes).startswith("a.txt: ")
    assert said in read.notes[0]


def test_text_encoded_twice_is_read_as_before() -> None:
    for wrong in ("latin-1", "cp1252"):
        twice = "قال إن الجيش دخل الحي أمس".encode().decode(wrong, "ignore").encode()
        read = from_bytes(twice, "a.txt")
        if wrong == "latin-1":  # loses nothing; Windows-1252 leaves five bytes undefined
            assert read.text == "قال إن الجيش دخل الحي أمس"
            assert "twice" in only(read.notes)


def test_european_letters_are_not_taken_for_text_encoded_twice() -> None:
    read = from_bytes("Ørsted Ù Ø ÙÙÙ naïve café".encode(), "a.txt")
    assert (read.text, read.notes) == ("Ørsted Ù Ø ÙÙÙ naïve café", ())


def test_damage_is_marked_where_it_is_and_the_rest_is_read() -> None:
    read = from_bytes(SAYING.encode() + b"\xff\xfe " + SAYING.encode(), "a.txt")
    assert read.text == SAYING + "\ufffd\ufffd " + SAYING
    assert only(read.notes) == f"a.txt: damaged utf-8: 2 signs could not be read, the first at character {len(SAYING)}"
    half = from_bytes(SAYING.encode()[:-2], "a.txt")  # a download cut in the middle of a letter
    assert half.text == SAYING[:-2] + "\ufffd"


def test_a_text_with_nul_bytes_keeps_every_offset() -> None:
    read = from_bytes((SAYING + "\0" + SAYING).encode(), "a.txt")
    assert read.text == SAYING + "\0" + SAYING


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00" * 100, b"\x7fELF\x02\x01\x01" + b"\x00" * 200])
def test_what_is_no_text_is_refused_in_one_sentence(data: bytes) -> None:
    read = from_bytes(data, "a.bin")
    assert read.text == ""
    assert read.problem == "a.bin: not text in any known encoding; not read"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff".encode(), b"<html><body> </body></html>"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    read = from_bytes(data, "a.txt")
    assert read.problem is None
    assert read.notes[-1] == "a.txt: holds no words, so no claim"


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    missing = from_file(tmp_path / "none.txt").problem
    assert missing == f"{tmp_path / 'none.txt'}: cannot be read: No such file or directory"
    assert "cannot be read" in (from_file(tmp_path).problem or "")
    assert "cannot be read" in (from_file(Path("a\0b")).problem or "")
    big = tmp_path / "big.txt"
    big.write_bytes(b"a" * 11)
    assert from_file(big, limit=10).problem == f"{big}: larger than 1e-05 MB, which no report is; not read"
    assert from_file(big, limit=11).text == "a" * 11


def test_lone_halves_of_pairs_are_replaced_one_for_one() -> None:
    assert clean("a\ud800b\udfffc") == "a\ufffdb\ufffdc"
    assert clean("\ud83d\ude00") == "😀"  # halves that belong together are the sign they were meant to be


PAGE = """<!DOCTYPE html><html dir=rtl><head><meta charset="utf-8"><title>موقع</title>
<style>p { color: red }</style><script>document.write("سيطر الجيش على حي الشعار")</script></head>
<body><header>عاجل</header><nav><a href="/">الرئيسية</a></nav>
<h1>عنوان   الخبر</h1><p>دخلت قوات إلى <b>حي</b>
<a href="#">الصاخور</a> &amp; <i>جب</i>القبة&nbsp;أمس<br>ولم تخرج.</p>
<div hidden>مخفي</div><div style="display: none">مخفي</div><p aria-hidden="true">مخفي</p>
<ul><li>أول<li>ثان</ul><form><button>أرسل</button></form><footer>حقوق</footer></body></html>"""


def test_a_page_gives_its_words_one_block_a_line() -> None:
    read = from_bytes(PAGE.encode(), "a.html")
    assert read.text.split("\n") == [
        "عنوان الخبر",
        "دخلت قوات إلى حي الصاخور & جبالقبة\u00a0أمس",
        "ولم تخرج.",
        "أول",
        "ثان",
    ]
    assert only(read.notes) == "a.html: read as an HTML page; offsets count in its text without the markup"


def test_a_page_with_one_article_gives_the_article_with_its_headline() -> None:
    page = "<html><body><header>ه</header><p>قبل</p><article><header><h1>ع</h1></header><p>نص</p></article></body>"
    assert page_text(page) == "ع\nنص"


def test_the_encoding_that_a_page_declares_is_used() -> None:
    page = PAGE.replace("utf-8", "windows-1256")
    read = from_bytes(page.encode("cp1256"), "a.html")
    assert "حي الصاخور" in read.text
    assert read.notes[0] == "a.html: read as cp1256, which the page declares"
    lying = from_bytes(page.encode(), "a.html")  # cp1256 explains any bytes, but these are sound UTF-8
    assert "حي الصاخور" in lying.text
    unknown = from_bytes(PAGE.replace("utf-8", "rot13").encode(), "a.html")
    assert "حي الصاخور" in unknown.text


@pytest.mark.parametrize("text", ["ب < ج <p> د", "a <b> c", "1 <2> 3", "<div", "<br>"])
def test_a_text_with_a_less_than_sign_is_no_page(text: str) -> None:
    assert not is_page(text)
    assert from_bytes(text.encode(), "a.txt").text == text


def test_a_page_nested_beyond_reason_is_refused_and_not_parsed() -> None:
    assert from_bytes(b"<div>" * (DEPTH + 1) + b"</div>", "a.html").problem
    assert from_bytes(b"<div>a</div>" * (DEPTH + 1), "a.html").text.startswith("a\na\n")
    assert from_bytes(b"<p><b>" * 5000 + b"a</b>", "a.html").text == "a"


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_one_sentence(data: bytes) -> None:
    read = from_bytes(data, "a.txt")
    assert read.problem is None or not read.text
    read.text.encode()  # can be stored
    for said in (*read.notes, *filter(None, [read.problem])):
        assert said.startswith("a.txt: ")
        assert "\n" not in said


@given(ARABIC)
def test_any_arabic_in_utf8_is_itself(text: str) -> None:
    assert from_bytes(text.encode(), "a.txt").text == text


@given(st.text())
def test_cleaning_keeps_every_offset_and_is_idempotent(text: str) -> None:
    assert clean(text) == text  # hypothesis makes no lone halves here
    halves = "".join(letter + "\ud812" for letter in text)
    cleaned = clean(halves)
    assert cleaned == "".join(letter + "\ufffd" for letter in text)
    assert clean(cleaned) == cleaned


MARKUP = ["<p>", "</p>", "<div>", "</div>", "<script>", "</script>", "<!--", "-->", "<li", ">", "&lt;", "&#0;"]
MARKUP += ["&#xD800;", "\0", "حي", " ", "\n", "<article>", "<br/>", "<svg>", "<td hidden>", "<b class=a style>"]


@given(st.lists(st.sampled_from(MARKUP)))
def test_any_page_gives_lines_without_tags_of_ours(pieces: list[str]) -> None:
    text = page_text("<html><body>" + "".join(pieces))
    assert text is not None
    text.encode()
    assert all(line.strip(" ") for line in text.split("\n") if text)
