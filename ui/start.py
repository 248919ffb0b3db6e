"""The starting position of 15 November as evidence: who held a place, how sure that is, and what it rests on."""

import re

from geo.control import State
from ui.escape import for_html
from ui.links import outside
from ui.load import Archive
from ui.terms import FORCES, N_
from ui.words import Words

CONFIDENCE = {
    "high": N_("high"),
    "medium-high": N_("rather high"),
    "medium": N_("medium"),
    "low-medium": N_("rather low"),
    "low": N_("low"),
}
# What geo/baseline.csv says in note form, as a reader would say it.
THROUGHOUT = "government-held west / outskirts throughout the battle"
BASES = {
    "implied: taken from the opposition during the battle": N_(
        "Implied: reports tell that it was taken from the opposition during the battle."
    ),
    THROUGHOUT: N_("It belongs to the west or the outskirts, which the government held throughout the battle."),
    "inferred from neighbouring rows": N_("Inferred from the neighbourhoods around it."),
    "inferred from the reports of 7 and 9 December 2016 (Al Jazeera, Micro Syria): the government attacked it from the"
    " west, its defenders repelled attacks, and government guns shelled it with the opposition's neighbourhoods": N_(
        "Inferred from the reports of 7 and 9 December 2016 (Al Jazeera, Micro Syria): the government attacked it from"
        " the west, its defenders repelled attacks, and government guns shelled it with the opposition’s"
        " neighbourhoods."
    ),
    "(30 Sept 2016, article 186828)": N_("(30 September 2016, article 186828)"),
}
ADDRESS = re.compile(r"(https?://[^\s;]+)")
HOST = re.compile(r"https?://(?:www\.)?([^/:]+)")


def start(state: State, data: Archive, w: Words) -> list[str]:
    """The starting position with its basis, as evidence like other evidence."""
    row = data.city.baseline.get(state.place)
    if row is None:
        return []
    forces = [w._(FORCES[actor]) for actor in (row.parties or (row.holder,)) if actor in FORCES]
    held = w.list(forces) if forces else w._("nobody known")
    hindsight = w._("It rests on what was taken later, or on its neighbours.") if row.hindsight else ""
    if row.basis.startswith(THROUGHOUT):
        hindsight = w._("It rests on an account of the whole battle, written later.")
    return [
        f'<h3 class="grp">{w._("Starting position")} <span>{w._("15 November 2016")}</span></h3>'
        f'<article class="card"><div class="r1"><b>{held}</b> <span class="tag">'
        f"{w._('confidence: {level}', level=w._(CONFIDENCE.get(row.confidence, row.confidence)))}</span></div>"
        f'<p class="gl">{basis_said(row.basis, w)}</p><p class="mut">{hindsight}</p></article>'
    ]


def basis_said(basis: str, w: Words) -> str:
    """A basis in words, each of its addresses as a link that is called after its site."""
    said = []
    for part in ADDRESS.split(basis):
        text = part.strip(" ;")
        if host := HOST.match(text):
            said.append(f'<bdi dir="ltr">{outside(text, host[1])}</bdi>')
        elif text in BASES:
            said.append(for_html(w._(BASES[text])))
        elif text:
            said.append(f'<bdi lang="en" dir="ltr">{for_html(text)}</bdi>')
    return " ".join(said)
