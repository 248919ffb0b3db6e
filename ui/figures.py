"""The map against the sources' own totals: each figure beside the map's, with what it is of, and a verdict in words."""

import streamlit as st

from geo.control import Days
from geo.figures import Check, Measure, check
from geo.shares import share
from ui.escape import for_html
from ui.gloss import OF, figure
from ui.links import href, link
from ui.load import Archive, days
from ui.names import claimant_name, place_name
from ui.summary import DAYS
from ui.terms import FORCES, N_
from ui.view import View
from ui.words import Words

VERDICTS = {
    "agrees": N_("agrees with the map"),
    "agrees-only-by-count": N_("agrees by the number of places, not by area"),
    "agrees-of-another-whole": N_("agrees only if it is meant of the whole city"),
    "cannot-agree": N_("cannot agree with the map"),
    "cannot-be-checked": N_("cannot be checked"),
}


def checks(data: Archive, view: View) -> list[Check]:
    """The figures of a view beside the map, worked out once for each version and set of switches."""
    return _checks(data.version, view.known, view.policy, view.without, _days=days(data, view))


@st.cache_resource(max_entries=24, show_spinner=False)
def _checks(version: str, known: str, policy: str, without: tuple[str, ...], *, _days: Days) -> list[Check]:
    return check(_days)


def figures(data: Archive, view: View, w: Words) -> str:
    """The table of all figures; the same on every day, so that a step does not send it again."""
    rows = checks(data, view)
    name = w._("The sources’ figures")
    if not rows:
        return f"<p>{w._('No source in play gives a figure.')}</p>"
    return (
        f'<div class="wide tall" tabindex="0" role="region" aria-label="{name}">'
        f"{_table(rows, data, days(data, view), view, w)}</div>"
    )


def share_today(data: Archive, view: View, w: Words) -> str:
    """The heading of the section with the map's own share of the day."""
    known = days(data, view)
    return (
        f'<section class="sec"><h2>{w._("The map against the sources’ own totals")}</h2>'
        f"<p>{own_share(data, known, view, w)}</p></section>"
    )


def own_share(data: Archive, known: Days, view: View, w: Words) -> str:
    """The map's own figure with its denominators in the sentence."""
    held = share(data.city, known.states[view.day], "government", "east-aleppo")
    return w._(
        "On {day} the map shows the government in {area} of the area and {count} of {total} neighbourhoods of east"
        " Aleppo ({share}). Low end: confirmed only. High end: with claimed, disputed and divided.",
        day=w.day(view.day, "day"),
        area=between(*held.by_area, w),
        count=w.number(held.count_lower)
        if held.count_lower == held.count_upper
        else w._("{low} to {high}", low=w.number(held.count_lower), high=w.number(held.count_upper)),
        total=w.number(held.polygons),
        share=between(*held.by_count, w),
    )


def between(low: float, high: float, w: Words) -> str:
    """A range of shares, or one share where both ends round to the same."""
    if w.percent(low) == w.percent(high):
        return w.percent(low)
    return w._("{low} to {high}", low=w.percent(low), high=w.percent(high))


def _table(rows: list[Check], data: Archive, known: Days, view: View, w: Words) -> str:
    body = "".join(_row(row, data, known, view, w) for row in rows)
    heads = (w._("Who"), w._("Figure, of what"), w._("The map"), w._("Verdict"))
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(row: Check, data: Archive, known: Days, view: View, w: Words) -> str:
    claim = known.claims[row.claim]
    who = for_html(claimant_name(claim, data.sources[claim.article].record, data.speakers, w))
    of = whole(claim.of, data, w)
    value = claim.value or ""
    if row.quantity and row.quantity.new and ";" not in value and not value.endswith("(new)"):
        value += " (new)"
    said = w._("{actor}: {figure} of {whole}", actor=w._(FORCES[claim.actor]), figure=figure(value, w), whole=of)
    words = link(
        w._("words"),
        href(
            view,
            "sources",
            "claim",
            day=row.day if row.day in DAYS else DAYS[0],
            place="",
            source=claim.article,
            claim=claim.id,
        ),
    )
    verdict = for_html(w._(VERDICTS[row.verdict]))
    if row.contradicts:
        verdict += (
            f'<br><span class="mut">{w._("contradicts what the same speaker is quoted as saying elsewhere")}</span>'
        )
    day = w.day(row.day, "short") if row.day else w._("undated")
    return (
        f'<tr><td><b><bdi dir="{w.direction}">{who}</bdi></b><br><span class="mut">{day}</span></td>'
        f"<td>{for_html(said)} {words}</td><td>{_measured(row, w)}</td><td>{verdict}</td></tr>"
    )


def whole(of: str | None, data: Archive, w: Words) -> str:
    """What a figure is of: a whole of ours, a place by its name, or none that is stated."""
    if of in data.city.places and of not in OF:
        return place_name(data.city.places[of], w)
    return w._(OF.get(of or "", OF["unstated"]))


def _measured(row: Check, w: Words) -> str:
    for measure in row.measures:
        if measure.of == "east-aleppo" and row.quantity:
            return _in_unit(measure, row.quantity.kind, w)
    return "–"


def _in_unit(measure: Measure, kind: str, w: Words) -> str:
    bounds = measure.by_area or measure.by_count
    if bounds is None:
        return "–"
    if kind == "part":
        return between(*bounds, w)
    low, high = (w.number(each, 1 if kind == "km2" else 0) for each in bounds)
    return low if low == high else w._("{low} to {high}", low=low, high=high)
