"""Trigger templates: what each verb or noun of war claims about the places it takes, by its event."""

from extract.context import Context
from extract.fighting import attack, clashes
from extract.fire import destroyed, shelled, struck
from extract.holding import captured
from extract.losing import fell, handed, lost
from extract.moving import entered, withdrew
from extract.possessing import controls
from extract.sieges import besieged


def read_trigger(c: Context, at: int) -> None:
    """Add what the lexeme `at` claims."""
    x = c.lexes[at]
    handler = _HANDLERS.get(x.entry.event)
    if handler and not (at and c.lexes[at - 1].kind in ("out",)):
        handler(c, at)


_HANDLERS = {
    "captured": captured, "fell": fell, "lost": lost, "withdrew": withdrew, "handed": handed, "entered": entered,
    "attack": attack, "clashes": clashes, "besieged": besieged, "shelled": shelled, "struck": struck,
    "controls": controls, "destroyed": destroyed,
}  # fmt: skip
