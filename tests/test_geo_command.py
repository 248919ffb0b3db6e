"""python -m geo as design fixes it: GeoJSON on standard output, one clear sentence and status 2 for bad input."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from geo.__main__ import main
from geo.city import load_city
from geo.claim import to_line
from tests.toy import say

ROOT = Path(__file__).parent.parent
TAKEN = say("shaar", "captured", "government", "monitor", "2016-12-04", article="r", claimant="sohr")


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    path.write_bytes(to_line(TAKEN))
    return path


def features(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict]:
    assert main(arguments) == 0
    return json.loads(capsys.readouterr().out)["features"]


def test_all_polygons_with_what_each_state_carries(capsys: pytest.CaptureFixture[str], claims: Path) -> None:
    found = {f["properties"]["id"]: f for f in features(capsys, "--day", "2016-12-06", "--claims", str(claims))}
    assert tuple(sorted(found)) == load_city().polygons
    shaar = found["shaar"]
    assert shaar["geometry"]["type"] == "Polygon"
    assert shaar["properties"] == {
        "id": "shaar", "name_en": "al-Sha'ar", "name_ar": "الشعار", "day": "2016-12-06", "holder": "government",
        "parties": [], "standing": "confirmed", "since": "2016-12-04", "age_days": 2, "basis": "place", "reason": 6,
        "claims": [TAKEN.id], "against": [], "shown": [], "notes": [],
        "flips": [
            {"without": without, "holder": "opposition", "standing": "baseline", "notes": ["hindsight"]}
            for without in ("claimant:sohr", "r", "side:monitor")
        ],
    }  # fmt: skip


@pytest.mark.parametrize(
    "option",
    [["--without", "claimant:sohr"], ["--without", "r"], ["--known", "2016-12-03"], ["--policy", "opposition"]],
)
def test_options(capsys: pytest.CaptureFixture[str], claims: Path, option: list[str]) -> None:
    found = features(capsys, "--day", "2016-12-06", "--claims", str(claims), *option)
    assert {f["properties"]["holder"] for f in found if f["properties"]["id"] == "shaar"} == {"opposition"}


def test_a_day_after_the_last_is_told_too(capsys: pytest.CaptureFixture[str], claims: Path) -> None:
    found = features(capsys, "--day", "2017-01-04", "--claims", str(claims))
    assert {f["properties"]["age_days"] for f in found if f["properties"]["id"] == "shaar"} == {31}


def test_fronts(capsys: pytest.CaptureFixture[str], claims: Path) -> None:
    found = features(capsys, "--day", "2016-12-04", "--claims", str(claims), "--fronts")
    assert {f["geometry"]["type"] for f in found} <= {"LineString", "MultiLineString"}
    between = [f["properties"] for f in found if f["properties"]["holders"] == ["government", "opposition"]]
    assert all(p["length_m"] > 0 for p in between)
    new = sum(p["new_m"] for p in between)
    assert new > 1000  # around al-Sha'ar, which changed hands on this day
    later = features(capsys, "--day", "2016-12-05", "--claims", str(claims), "--fronts")
    assert {f["properties"]["new_m"] for f in later} == {0}


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--day", "2016-12-32"], "argument --day: found '2016-12-32', expected a day like 2016-12-06"),
        (["--day", "2016-11-14"], "found the day 2016-11-14, expected one from 2016-11-15 on"),
        (["--day", "2016-12-06", "--known", "soon"], "argument --known: found 'soon'"),
        (["--day", "2016-12-06", "--without", "nobody"], "found 'nobody' to leave out, expected a source id"),
        (["--day", "2016-12-06", "--without", "side:left"], "found 'side:left' to leave out"),
        (["--day", "2016-12-06", "--without", "publisher:X"], "no source has the publisher 'X'"),
        (["--day", "2016-12-06", "--claims", "none.jsonl"], "none.jsonl: cannot be read: No such file or directory"),
        ([], "the following arguments are required: --day"),
    ],
)
def test_bad_input_is_one_sentence_and_status_2(arguments: list[str], sentence: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "geo", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout) == (2, "")
    assert run.stderr.startswith(sentence)
    assert run.stderr.count("\n") == 1


def test_bad_claims_are_named_and_the_rest_is_used(capsys: pytest.CaptureFixture[str], claims: Path) -> None:
    strange = to_line(say("atlantis", "captured", "government", "monitor", "2016-12-04"))
    claims.write_bytes(b"{}\n" + strange + to_line(TAKEN))
    assert main(["--day", "2016-12-06", "--claims", str(claims)]) == 2
    out, err = capsys.readouterr()
    holders = {f["properties"]["id"]: f["properties"]["holder"] for f in json.loads(out)["features"]}
    assert holders["shaar"] == "government"
    assert [line.split(": ", 1)[0] for line in err.splitlines()] == ["claims.jsonl:1", "claims.jsonl"]
    assert "found the place atlantis" in err
