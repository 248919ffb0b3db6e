"""What a claim does for the map, in a word: it counts, counts against, tells of fighting, or is shown only."""

from geo.control import Days
from geo.effect import Effect
from ui.terms import N_
from ui.words import Words

ROLES = {
    "whole": N_("counts"),
    "part": N_("counts, for a part"),
    "left": N_("counts, as left"),
    "fight": N_("counts as fighting or entering"),
    "denial": N_("counts against"),
}


def use(effect: Effect | None, w: Words) -> str:
    """The use of one claim; for one that is only shown, the number of the sentence that says so."""
    if effect is None:
        return w._("not read for the map")
    if effect.event == "share":
        return w._("figures check only")
    if effect.role == "shown":
        return w._("shown only (rule {number})", number=w.number(effect.sentence))
    return w._(ROLES[effect.role])


def effects(known: Days) -> dict[str, Effect]:
    """The effects of all claims known, by claim id."""
    return {effect.claim: effect for effect in known.evidence.effects}
