"""What readers are told of decisions: the public record says what became of each, and tells nothing that waited."""

import msgspec
import pytest

import extract
from geo.city import load_city
from seeds.decision import (
    AMENDABLE,
    AddSource,
    AmendClaim,
    Approve,
    Decision,
    JudgeClaim,
    SwitchSource,
    Undo,
    What,
    fold,
    reading_hash,
)
from ui.decided import Found, decide
from ui.fate import fates, gone_claims
from ui.field_words import CLAIM_FIELDS, VALUES, amended_words
from ui.load import Archive
from ui.page_corrections import public, table
from ui.page_source import head, record
from ui.view import Choices, View
from ui.words import words

RECORD = {
    "id": "new", "publisher": "Wire", "agency": None, "leaning": "none", "leaning_basis": "b", "url": None,
    "title": "Report", "published": "2016-12-06", "published_basis": "b", "language": "ar", "original_language": "ar",
    "text_kind": "original",
}  # fmt: skip
ADD = AddSource(RECORD, "سيطرت قوات النظام على حي الشعار.")


def row(number: int, target: str, what: What, reason: str = "why", who: str = "ed", waits: bool = False) -> Decision:
    return Decision(
        id=number, time=f"2026-11-{number + 10}T10:00:00", who=who, target=target, what=what, reason=reason,
        request=str(number), waits=waits,
    )  # fmt: skip


def archive(rows: list[Decision]) -> Archive:
    found = Found(load_city(), {}, (), extract.speakers())
    made = decide(found, fold(rows))
    return Archive(
        version="v", city=made.city, sources=made.sources, claims=made.claims, speakers=made.speakers, problems=(),
        choices=Choices(*[frozenset()] * 6, "2016-12-06"), edits=made.edits, found=found,
        all_sources=made.all_sources, read=made.read,
    )  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_who_takes_back_says_why_and_readers_read_it(lang: str) -> None:
    rows = [row(1, "new", ADD, "sent to us"), row(2, "new", Undo(1), "a <b>hoax</b>")]
    said = table(rows, archive(rows), words(lang))
    assert "sent to us" in said
    assert "a &lt;b&gt;hoax&lt;/b&gt;" in said
    assert words(lang).day("2026-11-12") in said


def test_what_was_decided_about_an_article_goes_with_it() -> None:
    rows = [row(1, "new", ADD)]
    (claim,) = archive(rows).read
    rows += [row(2, claim.id, JudgeClaim("accepted", reading_hash(claim))), row(3, "new", SwitchSource(True))]
    assert fates(rows, fold(rows), gone_claims(rows, fold(rows))) == {}
    rows.append(row(4, "new", Undo(1)))
    became = fates(rows, fold(rows), gone_claims(rows, fold(rows)))
    assert {number: fate.kind for number, fate in became.items()} == {1: "undone", 2: "gone", 3: "gone"}
    said = table(rows, archive(rows), words("en"))
    assert "no longer made" not in said
    assert said.count("<s>") == 3


def test_of_two_decisions_about_one_thing_the_earlier_is_marked_as_replaced() -> None:
    rows = [row(1, "new", ADD)]
    (claim,) = archive(rows).read
    reading = reading_hash(claim)
    rows += [
        row(2, claim.id, AmendClaim({"actor": "sdf"}, reading)),
        row(3, claim.id, AmendClaim({"actor": "is"}, reading)),
        row(4, claim.id, JudgeClaim("rejected", reading)),
        row(5, claim.id, JudgeClaim("accepted", reading), waits=True),
    ]
    became = fates(rows, fold(rows), {})
    assert {number: (fate.kind, fate.by.id) for number, fate in became.items()} == {
        2: ("replaced", 3), 3: ("replaced", 4),
    }  # fmt: skip
    rows.append(row(6, claim.id, Undo(4)))
    became = fates(rows, fold(rows), {})
    assert {number: fate.kind for number, fate in became.items()} == {2: "replaced", 4: "undone"}


def test_what_waited_and_was_never_approved_is_not_told_to_readers() -> None:
    rows = [row(1, "new", ADD, "private", waits=True)]
    assert public(rows) == []
    rows.append(row(2, "new", Undo(1), who="second"))
    assert public(rows) == []
    rows = [rows[0], row(2, "new", Approve(1), who="second"), row(3, "new", Undo(1))]
    assert [shown.id for shown in public(rows)] == [1]


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Who did or holds it: government forces, Date: none and Name of the speaker: none"),
        ("ar", "الفاعل أو المسيطر: القوات الحكومية والتاريخ: لا شيء واسم المتكلم: لا شيء"),
    ],
)
def test_amended_fields_and_values_are_said_in_words(lang: str, said: str) -> None:
    fields = {"date": None, "actor": "government", "claimant_name": ""}
    assert amended_words(fields, None, archive([]), words(lang)) == said


def test_every_field_that_may_be_amended_and_every_value_has_words() -> None:
    assert set(CLAIM_FIELDS) == AMENDABLE
    choices = {"level", "event", "actor", "extent", "side", "stance", "realis"}
    assert choices < set(VALUES)
    (claim,) = archive([row(1, "new", ADD)]).read
    for field in choices:
        for value in VALUES[field]:
            msgspec.convert(msgspec.to_builtins(claim) | {field: value}, type(claim))


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_of_a_report_kept_as_a_link_nothing_is_told_that_is_not_there(lang: str) -> None:
    data = archive([row(1, "new", AddSource(RECORD | {"url": "https://example.org/a"}, None))])
    w, source = words(lang), data.sources["new"]
    said = head(source, [], View(source="new"), w) + record(source, w)
    assert w._("Only the link to this report is kept here, not its text; nothing is read from it.") in said
    assert "https://example.org/a" in said
    for wrong in ("This is the report’s own text.", "original"):
        assert w._(wrong) not in said
    assert w._("{kind}, {length} characters", kind=w._("original"), length=w.number(0)) not in said
