"""The reason of a state in sentences: who says so, who does not, which rule decides, and what would change it."""

from geo.control import Days, State
from geo.places import Place
from ui.escape import for_html
from ui.links import link, onward
from ui.load import Archive
from ui.map_states import standing
from ui.names import place_name
from ui.objections import objected, speakers
from ui.rules import RULES
from ui.switches import entry_name
from ui.terms import FORCES, N_, state_words
from ui.view import View
from ui.words import Words

BECAUSE = {
    "confirmed": N_("A voice that is not the holder’s own says so, which makes it confirmed"),
    "claimed": N_("Nobody but the holder’s own side says so, which makes it claimed"),
    "disputed": N_("A denial or a rival’s claim makes it disputed"),
    "contested": N_("Reports of fighting inside make it contested"),
    "entered": N_("Forces said to have entered, not older than three days, make it contested"),
    "divided": N_("Each side is said to hold a part"),
    "unknown": N_("The holder is said to have left and nobody is named in his place"),
    "baseline": N_("Nobody has reported who holds it since the starting position"),
    "blank": N_("Nothing is known"),
}
NOTES = {
    "perhaps-already": N_("A report may mean that it had changed already some days before."),
    "once-disputed": N_("It was disputed once; the objection has since fallen silent."),
    "from-area": N_("This follows from a statement about a whole area, not from one that names the place."),
    "hindsight": N_("The starting position here rests on later reports or on its neighbours."),
    "part-only": N_("Only a part is reported held, and nobody else is known to be there."),
}


def reason(state: State, place: Place, data: Archive, known: Days, view: View, w: Words) -> str:
    """Two or three sentences as HTML, with a link to the rule that decides."""
    said = []
    forces = w._(FORCES[state.holder]) if state.holder in FORCES else ""
    if standing(state) == "baseline":
        said.append(
            w._(
                "No source in play says who held {place} between 15 November and this day."
                " The pale colour is the starting position.",
                place=place_name(place, w),
            )
        )
    elif state.claims and state.holder == "unknown":
        said.append(
            w._("According to {speakers}, its holder lost or left it.", speakers=speakers(state.claims, data, known, w))
        )
    elif state.claims and forces:
        said.append(
            w._(
                "According to {speakers}, {forces} hold it.",
                speakers=speakers(state.claims, data, known, w),
                forces=forces,
            )
        )
    elif state.claims:
        said.append(w._("The state rests on {speakers}.", speakers=speakers(state.claims, data, known, w)))
    said += objected(state, data, known, w)
    decided = for_html(w._(BECAUSE[standing(state)]))
    number = w._("rule {number}", number=w.number(state.reason))
    rule = for_html(w._(RULES[state.reason])) if state.reason in RULES else ""
    to = link(f'<span title="{rule}">{number}</span>', onward("method", f"rule-{state.reason}"))
    return " ".join([*map(for_html, said), f"{decided} ({to})."])


def age(state: State, w: Words) -> str:
    """How old the newest evidence is on the day shown; the starting position is nobody's word."""
    if state.age_days is None:
        return w._("no evidence")
    if standing(state) == "baseline":
        return w._("no word of who holds it")
    if state.age_days == 0:
        return w._("newest word: same day")
    return w.ngettext("newest word: {count} day before", "newest word: {count} days before", state.age_days)


def notes(state: State, w: Words) -> str:
    """What else a state says of itself, as small sentences."""
    return "".join(f'<p class="mut">{for_html(w._(NOTES[note]))}</p>' for note in state.notes if note in NOTES)


def would_change(state: State, data: Archive, known: Days, view: View, w: Words) -> str:
    """Which single switch changes this state, each as a link that turns it."""
    if not state.claims:
        return ""
    rows = ""
    for flip in known.flips(view.day, state.place):
        without = for_html(w._("Without {entry}", entry=entry_name(flip.without, data, w)))
        then = for_html(state_words(flip.holder, "entered" if "entered-only" in flip.notes else flip.standing, (), w))
        rows += f"<li>{link(without, _off(view, flip.without))}{w._(':')} {then}</li>"
    if not rows:
        rows = f"<li>{w._('No single source, voice or side: others say the same.')}</li>"
    return f'<div class="flipbox"><h3>{w._("What would change this colour")}</h3><ul>{rows}</ul></div>'


def _off(view: View, entry: str) -> str:
    return onward(without=sorted({*view.without, entry}))
