"""python -m extract: whose record counts, what is said of bad input, and that nothing else is lost by it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from extract import lexicon_hash, read
from extract.__main__ import main
from extract.reading import Reading
from geo.claim import Claim, read_claims
from seeds.source import Record
from tests.score import NEEDED

ROOT = Path(__file__).parent.parent
TEXT = "سيطر الجيش السوري أمس على حي الشعار. وقال المرصد السوري لحقوق الإنسان إن القوات دخلت حي المرجة."
OTHER = "انسحب مقاتلو المعارضة الاثنين من حي الصاخور في حلب."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(TEXT, "utf-8")
    (tmp_path / "one.json").write_text('{"published": "2016-12-07", "leaning": "opposition"}', "utf-8")
    (tmp_path / "two.txt").write_text(OTHER, "utf-8")
    return tmp_path


def run(capsysbinary: pytest.CaptureFixture[bytes], *arguments: object) -> tuple[int, list[Claim], list[str]]:
    """Exit status, claims on standard output, lines on standard error."""
    status = main([str(one) for one in arguments])
    out, err = capsysbinary.readouterr()
    claims, problems = read_claims(out, "stdout")
    assert not problems
    return status, claims, err.decode().splitlines()


def test_a_text_with_its_record(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, claims, said = run(capsysbinary, folder / "one.txt")
    assert status == 0
    assert [(c.place, c.event, c.claimant) for c in claims] == [
        ("shaar", "captured", "article"),
        ("marjeh", "entered", "sohr"),
    ]
    assert claims[0].date == "2016-12-06"
    for claim in claims:
        assert TEXT[claim.start : claim.end] == claim.quote
        assert (claim.article, claim.published, claim.leaning) == ("one", "2016-12-07", "opposition")
        assert claim.origin
    assert said == [f"1 text, 2 claims, 0 unknown words, 0 problems; lexicon {lexicon_hash()}"]


def test_every_line_has_every_field_in_order(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    main([str(folder / "one.txt")])
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert len(lines) == 2
    for line in lines:
        row = json.loads(line)
        assert list(row) == list(Claim.__struct_fields__)
        assert set(NEEDED) <= set(row)
        assert "شعار" in line or "مرجة" in line  # Arabic letters as they are


def test_the_day_of_publication_can_be_given(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, claims, _ = run(capsysbinary, folder / "two.txt", "--published", "2016-11-29")
    assert status == 0
    assert [(c.place, c.event, c.actor, c.date) for c in claims] == [
        ("sakhour", "withdrew", "opposition", "2016-11-28")
    ]
    status, claims, said = run(capsysbinary, folder / "one.txt", "--published", "2016-11-29")
    assert status == 0
    assert claims[0].date == "2016-12-06"
    assert said[0].endswith("published 2016-12-07 by its record, so --published 2016-11-29 is not used")


def test_bad_input_is_named_a_line_each_and_the_rest_comes_out(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    (folder / "three.txt").write_bytes(TEXT.encode())
    (folder / "three.json").write_text("{", "utf-8")
    (folder / "four.txt").write_bytes(b"\0\1\2" * 99)
    (folder / "four.json").write_text('{"published": "2016-12-07"}', "utf-8")
    (folder / "five.txt").write_bytes(OTHER.encode("cp1256"))
    (folder / "five.json").write_text('{"published": "2016-12-07"}', "utf-8")
    (folder / "again").mkdir()
    (folder / "again" / "one.txt").write_text(TEXT, "utf-8")
    (folder / "again" / "one.json").write_text('{"published": "2016-12-07"}', "utf-8")
    names = ("one", "two", "three", "four", "five", "six", "again/one")
    status, claims, said = run(capsysbinary, *(folder / f"{name}.txt" for name in names))
    assert status == 2
    assert {claim.article for claim in claims} == {"one", "five"}
    *lines, summary = said
    assert summary.startswith("2 texts, 3 claims, 0 unknown words, 5 problems")
    told = sorted(line.removeprefix(f"{folder}/").split(": ")[0] for line in lines)
    assert told == ["five.txt", "four.txt", "one.txt", "six.txt", "three.json", "two.txt"]
    assert sum("cp1256" in line for line in lines) == 1
    assert sum("expected one or --published DATE" in line for line in lines) == 1


@pytest.mark.parametrize(
    "arguments", [["--published", "6 Dec"], ["--explain", "--unknown"], ["--nonsense"], ["--published"]]
)
def test_a_wrong_option_is_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_help_teaches_and_version_names_the_lexicon(capsys: pytest.CaptureFixture[str]) -> None:
    for option in ("--help", "--version"):
        with pytest.raises(SystemExit) as stopped:
            main([option])
        assert stopped.value.code == 0
    out = capsys.readouterr().out
    for word in ("--published", "--originals", "--explain", "--unknown", "examples:", "exit status", "FILE.json"):
        assert word in out
    assert out.endswith(f"lexicon {lexicon_hash()}\n")


def test_a_fault_of_the_reader_is_said_and_loses_one_text(
    folder: Path, capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(text: str, record: Record, trace: bool = False) -> Reading:
        if record.id == "one":
            raise IndexError("list index out of range")
        return read(text, record, trace)

    monkeypatch.setattr("extract.__main__.read", faulty)
    status, claims, said = run(capsysbinary, folder / "one.txt", folder / "two.txt", "--published", "2016-12-07")
    assert status == 2
    assert {claim.article for claim in claims} == {"two"}
    assert any(line.startswith("one: not read, for a fault of the reader (IndexError") for line in said)


def test_the_order_of_files_does_not_matter(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    outs = []
    for names in (("one", "two"), ("two", "one"), ("two", "one", "two")):
        main([*(str(folder / f"{n}.txt") for n in names), "--published", "2016-12-06"])
        outs.append(capsysbinary.readouterr())
    assert outs[0].out
    assert outs[0] == outs[1] == outs[2]


def test_output_goes_whole_into_a_file_or_not_at_all(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    out = folder / "claims.jsonl"
    assert run(capsysbinary, folder / "one.txt", "-o", out)[:2] == (0, [])
    claims, _ = read_claims(out.read_bytes(), "out")
    assert len(claims) == 2
    status, _, said = run(capsysbinary, folder / "one.txt", "-o", folder / "none" / "claims.jsonl")
    assert status == 2
    assert said[0] == f"{folder / 'none' / 'claims.jsonl'}: cannot be written: No such file or directory"
    assert not list(folder.glob("*.part"))


def test_a_page_and_the_text_that_was_read_of_it(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (folder / "page.txt").write_text(f"<html><body><p>{TEXT}</p><p>&amp;</p></body></html>", "utf-8")
    options = ("--published", "2016-12-07", "--texts", folder / "texts")
    status, claims, said = run(capsysbinary, folder / "page.txt", *options)
    assert (status, len(claims)) == (0, 2)
    assert "read as an HTML page" in said[0]
    text = (folder / "texts" / "page.txt").read_bytes().decode()
    assert text == f"{TEXT}\n&"
    assert all(text[c.start : c.end] == c.quote for c in claims)


def test_all_sources_are_read_without_a_file(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    status, claims, said = run(capsysbinary, "--originals", tmp_path)
    assert status == 0
    assert len({c.article for c in claims}) > 25
    assert claims == sorted(claims, key=lambda c: (c.article, c.start, c.end, c.id))
    assert said[-1].startswith("35 texts, ")
    status, again, said = run(capsysbinary, "--originals", tmp_path / "none")
    assert status == 2
    assert "found no such folder" in said[0]
    assert again == claims


def test_originals_are_read_instead_of_digests(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    (tmp_path / "000_2572b2cef950dffc.txt").write_text(OTHER, "utf-8")
    _, claims, _ = run(capsysbinary, "--originals", tmp_path)
    mine = [c for c in claims if c.article == "000_2572b2cef950dffc"]
    assert [(c.place, c.event) for c in mine] == [("sakhour", "withdrew")]


def test_an_option_that_has_no_use_is_said(folder: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, claims, said = run(capsysbinary, folder / "one.txt", "--originals", folder)
    assert (status, len(claims)) == (0, 2)
    assert said[0] == f"--originals {folder} is not used, since files are given"


def test_explain_shows_how_a_text_was_read(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(folder / "one.txt"), "--explain"]) == 0
    shown = capsys.readouterr().out
    for part in ("one  published 2016-12-07", f"lexicon {lexicon_hash()}", "[body ", "said by  sohr", "words ",
                 "CLAIM    captured shaar government asserts actual", "entered marjeh", "«", "by "):  # fmt: skip
        assert part in shown, part


def test_unknown_words_are_listed_with_their_sentences(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "one.txt").write_text(f"{TEXT} وسيطر الجيش السوري على حي الزعترية في حلب.", "utf-8")
    assert main([str(folder / "one.txt"), "--unknown"]) == 0
    out, err = capsys.readouterr()
    assert "1 x الزعترية" in out
    assert "one:" in out
    assert "حي الزعترية في حلب" in out
    assert "1 unknown word, 0 problems (list them with --unknown)" in err


def test_as_a_program_it_minds_neither_the_locale_nor_a_reader_that_leaves(folder: Path) -> None:
    environment = {**os.environ, "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    command = [sys.executable, "-m", "extract", folder / "one.txt"]
    plain = subprocess.run(command, cwd=ROOT, capture_output=True, env=environment, check=True)
    other = subprocess.run(
        command, cwd=ROOT, capture_output=True, env={**environment, "PYTHONHASHSEED": "2"}, check=True
    )
    assert plain.stdout == other.stdout
    assert len(msgspec.json.decode(plain.stdout.splitlines()[0])) == len(Claim.__struct_fields__)
    process = subprocess.Popen(
        [sys.executable, "-m", "extract"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    said = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait() == 0
    assert "Traceback" not in said
