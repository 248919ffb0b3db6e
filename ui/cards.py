"""The card of one independent statement: who says it, the Arabic words marked, its gloss, who relays it.

A card does not depend on the day: a browser that has it gets its name only (ui/evidence.py).
"""

from collections.abc import Sequence

from geo.claim import Claim
from geo.voice import HOLDING, LEAVING, side_of
from seeds.source import Source
from ui.escape import for_html
from ui.gloss import gloss, point
from ui.links import link, onward, outside
from ui.load import Archive
from ui.marks import marked
from ui.names import OWN_WORDS, claimant_name, place_called, publisher_name, spoken_name
from ui.reading import beginning, spans
from ui.terms import N_, SIDES
from ui.words import Words, words

LONGEST = 420  # code points of a quotation; a longer one is cut around its middle words
TAGS = {
    "own": N_("own side"),
    "interest": N_("against interest"),
    "monitor": N_("monitor"),
    "press": N_("press"),
}


def voice_tag(claim: Claim) -> str:
    """Which kind of voice this is for what it says: own side, against interest, monitor, press, or a side's name."""
    side = side_of(claim)
    if side in ("monitor", "press"):
        return side
    gains = claim.actor == side
    if claim.event in LEAVING:
        gains = not gains
    if claim.event in HOLDING | LEAVING:
        if claim.stance == "asserts":
            return "own" if gains else "interest"
        if claim.stance == "denies":
            return "interest" if gains else side  # not the holder whom it denies, so not "own"
    return side


def tag(claim: Claim, w: Words) -> str:
    """The tag as HTML; only `against interest` is tinted, and says what it means."""
    kind = voice_tag(claim)
    if kind == "interest":
        means = w._("It speaks against the interest of its own side, so it weighs as independent.")
        return f'<span class="tag ai" title="{for_html(means)}">{w._(TAGS[kind])}</span>'
    name = w._(TAGS[kind]) if kind in TAGS else w._(SIDES[kind])
    return f'<span class="tag">{for_html(name)}</span>'


def card(claims: Sequence[Claim], data: Archive, w: Words) -> str:
    """The first claim of one statement in full, the reports that repeat it folded below."""
    claim = claims[0]
    source = data.sources[claim.article]
    who = for_html(claimant_name(claim, source.record, data.speakers, w))
    return (
        f'<article class="card"><div class="r1"><b><bdi dir="{w.direction}">{who}</bdi></b> {tag(claim, w)}'
        f'<span class="dt">{dated(claim.date, w)}</span></div>'
        f"{quotation(claim, source, data, w)}{glosses(claim, source, data, w)}"
        f'<div class="r3"><span>{relayed(claims, data, w)}</span>{in_text(claim, w)}</div>'
        f"{others(claims[1:], data, w)}</article>"
    )


def short_card(claims: Sequence[Claim], data: Archive, w: Words) -> str:
    """A statement as one sentence with its day and the way to its words."""
    claim = claims[0]
    record = data.sources[claim.article].record
    name = place_called(claim.place, data.city.places, w, claim.place_text)
    sentence = gloss(claim, name, spoken_name(claim, record, data.speakers, w), w)
    return (
        f'<article class="card"><p class="gl">{for_html(sentence)}</p><div class="r3">'
        f"<span>{relayed(claims, data, w)}</span>{in_text(claim, w)}</div></article>"
    )


def dated(date: str | None, w: Words) -> str:
    """A claim's date as short as it can be said, with the precision its source gave."""
    if not date:
        return w._("undated")
    ends = [w.day(end, "short") if len(end) == 10 else point(end, w) for end in date.split("/")]
    return " – ".join(dict.fromkeys(ends))


def quotation(claim: Claim, source: Source, data: Archive, w: Words) -> str:
    """The exact words, right to left, led by who says them, with place, speaker and deciding words marked."""
    end = min(claim.end, claim.start + LONGEST)
    cut = "…" if end < claim.end else ""
    marks = spans(data, source, claim)
    before = marked(source.text, beginning(data, source, claim), claim.start, marks)
    said = marked(source.text, claim.start, end, marks)
    led = f'<span class="led">{before}</span>' if before else ""
    return f'<blockquote class="q" {script_of(source)}>{led}<q>{said}</q>{cut}</blockquote>'


def script_of(source: Source) -> str:
    """Language and direction of a text, as attributes."""
    language = source.record.language
    return f'lang="{for_html(language)}" dir="{"rtl" if language == "ar" else "ltr"}"'


def glosses(claim: Claim, source: Source, data: Archive, w: Words) -> str:
    """The claim in one sentence, in the page's language and then in the other."""
    said = []
    for lang in (w.lang, "en" if w.lang == "ar" else "ar"):
        other = words(lang)
        name = place_called(claim.place, data.city.places, other, claim.place_text)
        who = spoken_name(claim, source.record, data.speakers, other)
        sentence = for_html(gloss(claim, name, who, other))
        kind = "gl" if lang == w.lang else "gl other"
        said.append(f'<p class="{kind}" lang="{lang}" dir="{other.direction}">{sentence}</p>')
    return "".join(said)


def relayed(claims: Sequence[Claim], data: Archive, w: Words) -> str:
    """Through whom the words come, in which kind of text, and how many reports carry the one statement."""
    claim = claims[0]
    source = data.sources[claim.article]
    record = source.record
    name = publisher_name(record, w)
    publisher = outside(record.url, name) if record.url else for_html(name)
    day = w.day(record.published, "short")
    own = claim.claimant == OWN_WORDS
    via = w._("{publisher}, {day}") if own else w._("via {publisher}, {day}")
    said = via.format(publisher=f"<bdi>{publisher}</bdi>", day=day)
    said += w._("; ") + (w._("our digest of it") if source.kind == "digest" else w._("the report’s own words"))
    reports = len({c.article for c in claims})
    if reports > 1:
        said += w._(" · ") + w.ngettext("1 origin, {count} report", "1 origin, {count} reports", reports)
    return said


def in_text(claim: Claim, w: Words) -> str:
    """The link to the words in their text: the second click."""
    return link(w._("In the text"), onward("sources", "claim", source=claim.article, claim=claim.id))


def others(claims: Sequence[Claim], data: Archive, w: Words) -> str:
    """Further reports of the same statement, one line each, folded away."""
    if not claims:
        return ""
    lines = []
    for claim in claims:
        record = data.sources[claim.article].record
        name = f"<bdi>{for_html(publisher_name(record, w))}</bdi>"
        lines.append(f"<li>{name}, {w.day(record.published, 'short')} {in_text(claim, w)}</li>")
    more = w.ngettext("and {count} more report", "and {count} more reports", len(claims))
    return f"<details><summary>{more}</summary><ul>{''.join(lines)}</ul></details>"
