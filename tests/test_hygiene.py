"""The lexicons hold together: no two rows for one form, no guess, no row unused; and the check itself finds faults."""

import shutil
from pathlib import Path

import pytest

import extract.hygiene
import extract.lexicon
import extract.tables
from extract import read
from extract.hygiene import forms, problems, unread, unused
from extract.reading import Lexeme, Trace
from extract.tables import read_rows
from seeds.source import read_sources
from tests.accuracy import GOLD
from tests.test_extract_reading import HERE as READING
from tests.test_extract_reading import rows as reading_rows
from tests.test_extract_sentences import FOLDER, RECORD, rows


def test_the_lexicons_are_clean() -> None:
    found = problems()
    assert not found, "\n".join(found)


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the data that may be spoilt."""
    shutil.copytree(extract.tables.HERE, tmp_path / "lexicons")
    shutil.copy(extract.hygiene.GEO / "spellings.csv", tmp_path)
    for module in (extract.tables, extract.lexicon, extract.hygiene):
        monkeypatch.setattr(module, "HERE", tmp_path / "lexicons")
    monkeypatch.setattr(extract.hygiene, "GEO", tmp_path)
    return tmp_path


def add(path: Path, line: str) -> int:
    """Append a line; its number."""
    text = path.read_text("utf-8")
    path.write_text(text + line + "\n", "utf-8")
    return text.count("\n") + 1


def test_all_faults_are_named_at_once_with_file_and_line(copy: Path) -> None:
    before = problems()
    speakers, verbs = copy / "lexicons" / "speakers.tsv", copy / "lexicons" / "verbs.tsv"
    twice = add(speakers, "somebody\tSomebody\tأحدهم\tpress\tأحدهم/إحدهم\tnone")
    taken = add(speakers, "other\tOther\tآخر\tpress\tالمَرصد السورى\tnone")
    takes = add(speakers, "third\tThird\tثالث\tpress\tلجنة كرم\tnone")
    short = add(verbs, "x\tcaptured")
    spaces = add(verbs, "y\tcaptured\tكذا \t\t\t\t\t")
    again = add(copy / "spellings.csv", "shaar,الشعّار,ar,head,x")
    guess = add(copy / "spellings.csv", "marjeh,كرم الميسر,ar,,")
    add(copy / "lexicons" / "ambiguous.tsv", "كلمة عادية\tcommon words")
    needs = add(copy / "spellings.csv", "shaar,كلمة عادية,ar,,")
    found = [one for one in problems() if one not in before]
    assert len(found) == 8, "\n".join(found)
    for start, said in (
        (f"speakers.tsv:{twice}: ", "found إحدهم twice"),
        (f"speakers.tsv:{taken}: ", "which line 3 (sohr) also stands for"),
        (f"speakers.tsv:{takes}: ", "found لجنه كرم, which takes the first word of كرم"),
        (f"verbs.tsv:{short}: ", "found 2 cells, expected"),
        (f"verbs.tsv:{spaces}: ", "expected single spaces"),
        (f"spellings.csv:{again}: ", "also is after folding"),
        (f"spellings.csv:{guess}: ", "expected both to say what they need"),
        (f"spellings.csv:{needs}: ", "without needs"),
    ):
        assert [one for one in found if one.startswith(start) and said in one], (start, said, found)


def test_a_homograph_stands_with_its_reason(copy: Path) -> None:
    (copy / "lexicons" / "homographs.tsv").write_text("kind\tids\treason\n", "utf-8")
    assert [one for one in problems() if "homographs.tsv" in one]


def test_a_row_counts_as_used_by_any_of_its_forms() -> None:
    rows = read_rows("verbs")
    assert len(unused([], ["verbs"])) == len(rows)
    form = next(form for form in forms(rows[0]) if form != rows[0].columns["past"])
    left = unused([("", Trace(lexemes=(Lexeme("verb", "x", form, 0, 1),)))], ["verbs"])
    assert not [one for one in left if one.startswith(f"verbs.tsv:{rows[0].line}:")]


def test_no_row_stands_that_no_text_uses() -> None:
    texts = [source.text for source in read_sources(originals=GOLD)[0].values()]
    texts += [text for path in sorted(READING.glob("*.tsv")) for text, _ in reading_rows(path.name)]
    texts += [row["text"] for path in sorted(FOLDER.glob("*.tsv")) for row in rows(path.stem)]
    found = unused((text, read(text, RECORD, trace=True).trace) for text in texts) + unread(texts)
    assert not found, "\n".join(found)


def test_a_set_without_a_word_in_any_text_is_told(copy: Path) -> None:
    line = add(copy / "lexicons" / "sets.tsv", "spare\tقرطاسية/محبرة\tnone")
    assert [one for one in unread([""]) if one.startswith(f"sets.tsv:{line}: found no text that uses spare")]
    assert not [one for one in unread(["اشترى محبرة."]) if one.startswith(f"sets.tsv:{line}:")]
