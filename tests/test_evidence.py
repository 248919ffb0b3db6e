"""The panel of evidence: whole for every place and day in both languages, and true to what control says."""

import csv
import io
import json
import re
from types import SimpleNamespace

import pytest

from geo.claim import Claim, read_claims
from geo.fronts import pockets, rim
from geo.polygons import read_polygons
from geo.reliance import each_source
from ui.balance import MANY, balance, statements
from ui.cards import LONGEST, card, dated, voice_tag
from ui.cite import texts
from ui.evidence import evidence
from ui.export import annotations, cell, claims_csv, claims_jsonl, geojson
from ui.lines import fronts_said
from ui.load import Archive, days
from ui.marks import DECIDES, DENIES, PLACE, Span, marked
from ui.names import spoken_name
from ui.objections import against, speakers
from ui.page_data import table as map_table
from ui.page_sources import table
from ui.reading import spans
from ui.reason import reason
from ui.register import silence, silent
from ui.rests import rests
from ui.source_text import whole_text
from ui.strip import here, strip, ticks, told
from ui.summary import DAYS, takes_effect
from ui.swatch import said
from ui.terms import FORCES, state_words
from ui.view import View, change
from ui.words import words

pytestmark = pytest.mark.filterwarnings("ignore:No runtime found")


def claim(**fields: object) -> Claim:
    base: dict[str, object] = {
        "id": "0" * 12, "article": "a", "level": "place", "place": "shaar", "place_text": "الشعار", "event": "captured",
        "actor": "government", "extent": "unspecified", "claimant": "c", "claimant_name": "C", "side": "monitor",
        "quote": "q", "start": 0, "end": 1,
    }  # fmt: skip
    return Claim(**{**base, **fields})


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("day", ["2016-11-15", "2016-12-06", "2016-12-22"])
def test_every_place_has_a_whole_panel(data: Archive, lang: str, day: str) -> None:
    w = words(lang)
    for place in data.city.places:
        text = "".join(evidence(data, View(day=day, place=place, lang=lang), w))
        assert text.count("<section") == text.count("</section") == 1, place
        assert "{" not in re.sub(r"<[^>]*>", "", text), place


def test_every_claim_has_a_card_with_its_exact_words(data: Archive) -> None:
    w = words("en")
    for one in data.claims:
        text = card([one], data, w)
        quoted = re.search(r'<blockquote class="q"[^>]*>.*?<q>(.*?)</q>', text, re.DOTALL)
        assert quoted, one.id
        bare = re.sub(r"<[^>]*>", "", quoted[1])
        source = data.sources[one.article].text[one.start : one.end]
        assert bare == source[:LONGEST], one.id


def test_few_voices_are_dots_and_many_are_a_dot_of_each_kind_with_its_number(data: Archive) -> None:
    w, known = words("en"), days(data, View())
    told = [balance(state, known, w) for states in known.states.values() for state in states.values()]
    rows = [row for text in told for row in re.findall(r'<div class="n">(.*?)</div>', text)]
    for row in rows:
        filled, rings = row.count('class="dot f"'), row.count('class="dot"')
        numbers = [int(number) for number in re.findall(r"</i> (\d+)", row)]
        assert filled + rings == sum(numbers) <= MANY or (len(numbers) == filled + rings <= 2 and sum(numbers) > MANY)
    assert any("</span>" in row for row in rows)


def test_the_strip_of_a_place_is_the_same_on_every_day_but_for_the_label(data: Archive) -> None:
    w, known = words("en"), days(data, View())
    drawn = strip(known, "shaar", w)
    for day in ("2016-11-15", "2016-12-06", "2016-12-22"):
        pieces = evidence(data, View(day=day, place="shaar"), w)
        assert pieces[1] == drawn
        assert here(day, w) in pieces[0]
    # All days are covered, every claim about the place stands in a tick, and each run is told with its day as a link.
    assert sum(map(int, re.findall(r"--run:(\d+)", drawn))) == len(DAYS)
    about = [c for c in known.claims.values() if "shaar" in known.evidence.reach[c.id]]
    assert sum(ticks(known, "shaar")) == len([c for c in about if takes_effect(c) in DAYS])
    changes = [link for link in re.findall(r"\?day=([\d-]+)", drawn) if link != DAYS[0]]
    assert "2016-12-06" in changes
    assert all(w.day(day, "day") in told(known, "shaar", w) for day in changes)
    assert "from 6 December: Government, disputed" in drawn


def test_a_landmark_has_its_own_state_and_its_neighbourhood_names_it(data: Archive) -> None:
    w, known = words("en"), days(data, View())
    hospital = known.points["2016-12-06"]["eye-hospital"]
    panel = evidence(data, View(place="eye-hospital"), w)
    assert state_words(hospital.holder, hospital.standing, hospital.parties, w) in panel[0]
    assert "It lies in" in panel[0]
    assert 'place=qadi-askar"' in panel[0]
    (listed,) = (piece for piece in evidence(data, View(place="qadi-askar"), w) if "Landmarks in it" in piece)
    assert 'place=eye-hospital"' in listed
    assert 'class="sw spot h-government' in listed
    # In the table it stands after the neighbourhoods, with the same words; one that no claim names is neutral.
    rows = map_table(data, known, View(), w).partition("Landmarks, by their own claims")[2].split("<tr>")
    assert [row.count("sw spot h-government") for row in rows if "eye-hospital" in row] == [1]
    assert [row.count("Nothing known") for row in rows if "kindi-hospital" in row] == [1]


def test_the_cards_of_a_state_are_those_control_counts(data: Archive) -> None:
    view = View(day="2016-12-06", place="shaar")
    state = days(data, view).states[view.day]["shaar"]
    assert state.claims
    text = "".join(evidence(data, view, words("en")))
    for counted in (*state.claims, *state.against):
        assert f"claim={counted}" in text


def test_a_switched_off_voice_is_not_quoted(data: Archive) -> None:
    view = View(day="2016-12-06", place="shaar")
    assert "Syrian Observatory" in "".join(evidence(data, view, words("en")))
    off = change(view, without=("claimant:sohr",))
    shown = re.sub(r'<div class="flipbox">.*?</div>', "", "".join(evidence(data, off, words("en"))), flags=re.DOTALL)
    assert "Syrian Observatory for Human Rights</bdi>" not in shown


def mirror(text: str) -> str:
    """The same words with the two sides exchanged."""
    swap = {
        "government": "opposition",
        "opposition": "government",
        "Government": "Opposition",
        "Opposition": "Government",
    }
    return re.sub("[Gg]overnment|[Oo]pposition", lambda found: swap[found.group()], text)


# What is said and by whom -> which kind of voice that is. The other side's row is its mirror image.
VOICES = [
    ({"event": "captured", "actor": "government", "side": "government"}, "own"),
    ({"event": "captured", "actor": "government", "side": "opposition"}, "interest"),
    ({"event": "lost", "actor": "government", "side": "government"}, "interest"),
    ({"event": "withdrew", "actor": "government", "side": "opposition"}, "own"),
    ({"event": "captured", "actor": "government", "side": "opposition", "stance": "denies"}, "opposition"),
    ({"event": "captured", "actor": "government", "side": "government", "stance": "denies"}, "interest"),
    ({"event": "clashes", "actor": "government", "side": "government"}, "government"),
    ({"event": "captured", "actor": "government", "side": "monitor"}, "monitor"),
    ({"event": "captured", "actor": "government", "side": "press"}, "press"),
    ({"event": "captured", "actor": "government", "side": "press", "leaning": "government"}, "own"),
]


@pytest.mark.parametrize(("fields", "kind"), VOICES)
def test_the_kind_of_voice_and_its_mirror(fields: dict[str, str], kind: str) -> None:
    assert voice_tag(claim(**fields)) == kind
    mirrored = {name: mirror(value) for name, value in fields.items()}
    assert voice_tag(claim(**mirrored)) == mirror(kind)


@pytest.mark.parametrize(
    ("date", "said"),
    [(None, "undated"), ("2016-12-06", "6 Dec"), ("2016-12-05/2016-12-06", "5 Dec – 6 Dec"), ("2012", "2012"),
     ("2016-11", "November 2016"), ("2012/2016-11-24", "2012 – 24 Nov")],
)  # fmt: skip
def test_dates_on_cards(date: str | None, said: str) -> None:
    assert dated(date, words("en")) == said


@pytest.mark.parametrize(
    ("date", "said"),
    [(None, "بلا تاريخ"), ("2016-12-06", "٦ كانون الأول"), ("2012", "٢٠١٢"), ("2016-11", "تشرين الثاني ٢٠١٦"),
     ("2012/2016-11-24", "٢٠١٢ – ٢٤ تشرين الثاني")],
)  # fmt: skip
def test_dates_on_cards_in_arabic(date: str | None, said: str) -> None:
    assert dated(date, words("ar")) == said


def why(data: Archive, place: str, day: str) -> str:
    view = View(day=day, place=place)
    known = days(data, view)
    text = reason(known.states[day][place], data.city.places[place], data, known, view, words("en"))
    return re.sub("<[^>]*>", "", text)


def test_each_objection_is_worded_as_what_it_is(data: Archive) -> None:
    assert "It is denied by an unnamed official of the opposition side. A denial" in why(data, "shaar", "2016-12-06")
    assert "That objection no longer stands." in why(data, "shaar", "2016-12-07")
    assert "But according to Jaysh Halab, opposition forces hold it." in why(data, "karm-al-myassar", "2016-12-05")


def test_where_the_holder_left_nobody_is_said_to_hold_it(data: Archive) -> None:
    known = days(data, View())
    day, place = next(
        (day, place) for day, states in known.states.items() for place, s in states.items() if s.holder == "unknown"
    )
    assert "its holder lost or left it." in why(data, place, day)
    text = "".join(evidence(data, View(day=day, place=place), words("en")))
    assert "say its holder left" in text
    assert "an unnamed party hold it" not in text


def test_fighting_and_settled_objections_are_no_voices_against(data: Archive) -> None:
    known = days(data, View())
    kinds = set()
    for day, states in known.states.items():
        for place, state in states.items():
            parts = against(state, known)
            assert {*parts.standing, *parts.settled, *parts.fighting, *parts.entering} == set(state.against), (
                day,
                place,
            )
            assert not (state.standing == "contested" and parts.standing), (day, place)
            kinds |= {name for name in ("standing", "settled", "fighting", "entering") if getattr(parts, name)}
            if state.standing == "contested":
                text = "".join(evidence(data, View(day=day, place=place), words("en")))
                assert ("Fighting inside is reported by" in text) == bool(parts.fighting), (day, place)
                assert ("entered it is said by" in text) == bool(parts.entering), (day, place)
                assert ">Against <" not in text, (day, place)
                # Only where somebody tells of fighting does the headline: entering alone is called that.
                if state.holder in FORCES:
                    assert ("forces said to have entered" in said(state, words("en"))) == (not parts.fighting)
    assert kinds == {"standing", "settled", "fighting", "entering"}


def test_what_rests_on_a_source_alone_is_listed(data: Archive) -> None:
    heaviest = each_source(days(data, View()))[0]
    text = rests(heaviest.without, data, View(), words("en"))
    for place, dates in heaviest.holders.items():
        assert f"place={place}" in text
        assert words("en").day(dates[0], "short") in text
    light = next(one.without for one in each_source(days(data, View())) if not one.holders)
    assert "Nothing: without this source" in rests(light, data, View(), words("en"))


def test_enclosed_ground_is_said_only_where_a_claim_names_a_place_in_it(data: Archive) -> None:
    known = days(data, View())
    edge = rim(data.polygons or read_polygons())
    spoken = 0
    for day, states in known.states.items():
        text = fronts_said(data, known, day, words("en"))
        found = pockets(data.city, states, known.claims.values(), edge)
        assert ("Enclosed by others: " in text) == any(pocket.named for pocket in found), day
        spoken += "Enclosed by others: " in text
    assert 0 < spoken < len(known.states)


def test_sentences_begin_with_a_capital_and_are_closed(data: Archive) -> None:
    known = days(data, View())
    for place, state in known.states["2016-12-07"].items():
        if state.standing == "blank":
            continue
        text = why(data, place, "2016-12-07")
        assert text[0].isupper(), (place, text)
        assert text.endswith(")."), (place, text)


def test_marks_escape_and_keep_every_letter() -> None:
    text = "a <b> & c"
    spans = [Span(2, 5, DECIDES), Span(4, 9, PLACE)]
    html = marked(text, 0, len(text), spans)
    assert html == 'a <mark>&lt;b&gt;</mark><span class="p"> &amp; c</span>'
    assert marked(text, 2, 5, spans) == "<mark>&lt;b&gt;</mark>"


def test_a_whole_text_keeps_every_letter_and_numbers_every_claim(data: Archive) -> None:
    for name, source in data.sources.items():
        claims = [one for one in data.claims if one.article == name]
        html = whole_text(source, claims, (), claims[0].id if claims else "", words("en"))
        bare = re.sub(r"<sup>.*?</sup>|<[^>]*>", "", html.replace("</p><p>", "\n"))
        shown = bare.replace("&quot;", '"').replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">")
        assert shown.replace("&amp;", "&") == source.text, name
        assert html.count(" id=claim") == bool(claims), name


def test_every_source_stands_in_the_table(data: Archive) -> None:
    text = table(data, View(), words("en"))
    assert all(f"source={name}" in text for name in data.sources)


def test_silence_is_the_rest_of_the_map(data: Archive) -> None:
    view = View(day="2016-12-22")
    quiet = silent(data, days(data, view), view.day)
    named = {one.place for one in data.claims if one.level == "place"}
    assert quiet
    assert not set(quiet) & named
    assert len(silent(data, days(data, view), "2016-11-15")) >= len(quiet)
    assert str(len(quiet)) in silence(data, days(data, view), view, words("en"))


def test_selectors_find_exactly_the_words(data: Archive) -> None:
    for item in json.loads(annotations(data.claims, data.sources))["items"]:
        quote, position = item["target"]["selector"]
        text = data.sources[item["body"]["value"]["article"]].text
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_the_map_leaves_with_states_and_shapes(data: Archive) -> None:
    whole = json.loads(geojson(data, days(data, View()), "2016-12-06", read_polygons()))
    assert len([f for f in whole["features"] if f["geometry"]["type"] == "Polygon"]) == len(data.city.polygons)
    hospital = next(f for f in whole["features"] if f["properties"]["id"] == "eye-hospital")
    assert (hospital["geometry"]["type"], hospital["properties"]["holder"]) == ("Point", "government")
    assert whole["data_version"] == data.version
    shaar = next(f["properties"] for f in whole["features"] if f["properties"]["id"] == "shaar")
    assert shaar["holder"] == days(data, View()).states["2016-12-06"]["shaar"].holder


def test_claims_leave_as_lines_and_as_a_table(data: Archive) -> None:
    assert claims_jsonl(data.claims, data.sources).count(b"\n") == len(data.claims)
    assert claims_csv(data.claims, data.sources).startswith("id,article,level,place,")


@pytest.mark.parametrize("risky", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_spreadsheet_runs_nothing(risky: str) -> None:
    assert cell(risky) == f"'{risky}"
    assert cell("safe") == "safe"


def test_marks_are_words_of_the_claim(data: Archive) -> None:
    """The place as written is underlined, a denial is marked as one, and most claims have single deciding words."""
    single = 0
    for one in data.claims:
        source = data.sources[one.article]
        found = spans(data, source, one)
        assert all(0 <= span.start < span.end <= len(source.text) for span in found), one.id
        kinds = {span.mark for span in found}
        assert kinds & {DECIDES, DENIES}, one.id
        if one.place_text and one.place_text in source.text[one.start : one.end]:
            assert PLACE in kinds, one.id
        single += Span(one.start, one.end, DECIDES) not in found
    assert single > 0.8 * len(data.claims)


def test_a_denial_is_marked_as_one(data: Archive) -> None:
    denial = next(c for c in data.claims if c.place == "shaar" and c.stance == "denies")
    source = data.sources[denial.article]
    marks = [source.text[s.start : s.end] for s in spans(data, source, denial) if s.mark == DENIES]
    assert marks


def test_exports_say_whose_words_a_quote_is(data: Archive) -> None:
    some = data.claims[:5]
    lines = [json.loads(line) for line in claims_jsonl(some, data.sources).splitlines()]
    assert [line["text_kind"] for line in lines] == [data.sources[claim.article].kind for claim in some]
    rows = list(csv.DictReader(io.StringIO(claims_csv(some, data.sources))))
    assert [row["text_kind"] for row in rows] == [line["text_kind"] for line in lines]
    assert read_claims(claims_jsonl(some, data.sources), "x") == (list(some), [])


def test_the_citation_says_that_words_are_digests(data: Archive) -> None:
    assert "the project’s digests" in texts(data, words("en"))
    originals = {name: SimpleNamespace(kind="original") for name in data.sources}
    assert texts(SimpleNamespace(sources=originals), words("en")) == "Words shown are the reports’ own."  # type: ignore[arg-type]  # only the kinds


def test_named_speakers_and_counted_statements_agree_or_the_number_stands_there(data: Archive) -> None:
    known, w = days(data, View()), words("en")
    seen = set()
    for place, state in known.states["2016-12-06"].items():
        if state.claims:
            said = speakers(state.claims, data, known, w)
            counted = len(statements(known, state.claims, state.holder))
            named = {spoken(known.claims[each], data) for each in state.claims}
            assert (f"({counted} separate statement" in said) == (counted != len(named)), place
            seen.add(counted != len(named))
    assert seen == {True, False}


def spoken(claim: Claim, data: Archive) -> str:
    return spoken_name(claim, data.sources[claim.article].record, data.speakers, words("en"))
