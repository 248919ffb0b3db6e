"""The register: who publishes and who speaks, whose side that is and why we say so; and the places nobody names."""

from collections import Counter

from geo.control import Days
from ui.escape import for_html
from ui.links import href, link
from ui.load import Archive, publisher_id
from ui.names import OWN_WORDS, both_names, in_language, speaker_name
from ui.noted import noted
from ui.summary import takes_effect
from ui.terms import LEANINGS, SIDES
from ui.view import View
from ui.words import Words


def publishers(data: Archive, w: Words) -> str:
    """Every publisher with its leaning and the basis for it."""
    rows = {}
    for source in data.sources.values():
        record = source.record
        name = for_html(in_language(publisher_id(source), w))
        rows[publisher_id(source), record.leaning] = (
            f"<tr><td><b><bdi>{name}</bdi></b></td><td>{w._(LEANINGS[record.leaning])}"
            f'<br><span class="mut">{noted(record.leaning_basis, w)}</span></td></tr>'
        )
    return _table(
        w._("Publishers and their leaning"),
        (w._("Publisher"), w._("Leaning and its basis")),
        [rows[k] for k in sorted(rows)],
    )


def speakers(data: Archive, w: Words) -> str:
    """Everybody to whom a claim is given, with the side and the basis for it, most claims first."""
    counted = Counter((claim.claimant, claim.side) for claim in data.claims if claim.claimant != OWN_WORDS)
    rows = []
    for (claimant, side), count in counted.most_common():
        written = next(claim.claimant_name for claim in data.claims if claim.claimant == claimant)
        name = speaker_name(claimant, written, data.speakers, w)
        named = data.speakers.get(claimant)
        basis = noted(named.basis, w) if named else w._("so called by the report, without a name")
        rows.append(
            f"<tr><td><b><bdi>{for_html(name)}</bdi></b></td><td>{w._(SIDES[side])}"
            f'<br><span class="mut">{basis}</span></td>'
            f'<td class="num">{w.number(count)}</td></tr>'
        )
    return _table(
        w._("Speakers and whose voice they are"), (w._("Speaker"), w._("Side and its basis"), w._("Claims")), rows
    )


def silence(data: Archive, known: Days, view: View, w: Words) -> str:
    """The places of the map that no claim in play names up to the day."""
    quiet = silent(data, known, view.day)
    names = "".join(
        f"<li>{link(both_names(data.city.places[p], w), href(view, '', place=p, source='', claim=''))}</li>"
        for p in quiet
    )
    said = w.ngettext(
        "{count} of the {total} polygons of the map is named by no source in play up to {day}.",
        "{count} of the {total} polygons of the map are named by no source in play up to {day}.",
        len(quiet),
        total=w.number(len(data.city.polygons)),
        day=w.day(view.day),
    )
    return f'<h2 id="silence">{w._("Where nobody speaks")}</h2><p>{said}</p><ul class="names">{names}</ul>'


def silent(data: Archive, known: Days, day: str) -> list[str]:
    """Polygons that no claim in play reaches by name up to a day."""
    named = {
        polygon
        for claim in known.claims.values()
        if claim.level == "place" and takes_effect(claim) <= day
        for polygon in known.evidence.reach.get(claim.id, ())
    }
    return [polygon for polygon in data.city.polygons if polygon not in named]


def _table(name: str, columns: tuple[str, ...], rows: list[str]) -> str:
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    return f"<h2>{name}</h2><table><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
