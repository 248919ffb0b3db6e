"""The claims about a place, grouped by what they do for its state: for, against, unable to confirm, shown only."""

from collections.abc import Collection, Sequence

from geo.control import Days, State
from ui.balance import statements, unconfirming
from ui.cards import card, short_card
from ui.escape import for_html
from ui.load import Archive
from ui.objections import against
from ui.start import start
from ui.summary import takes_effect
from ui.terms import FORCES
from ui.view import View
from ui.words import Words

OPEN = 5  # cards of a group that stand open; the others are one sentence each
MANY = 40  # cards of a group at most: further ones are on the sources' own pages


def groups(state: State, data: Archive, known: Days, view: View, w: Words) -> list[str]:
    """All groups that have a card, then the starting position as the evidence it is: each heading and card apart."""
    unable = unconfirming(known, state)
    rest = [each for each in state.shown if each not in unable]
    now = [each for each in rest if takes_effect(known.claims[each]) <= view.day]
    later = [each for each in rest if each not in now]
    holds = w._("{forces} hold it", forces=w._(FORCES[state.holder])) if state.holder in FORCES else ""
    if state.holder == "unknown":
        holds = w._("its holder lost or left it")
    other = against(state, known)
    parts: tuple[tuple[str, str, Collection[str]], ...] = (
        (w._("For"), holds, state.claims),
        (w._("Against"), w._("deny it or say otherwise"), other.standing),
        (w._("Against, settled"), w._("objections that no longer stand"), other.settled),
        (w._("Fighting inside"), w._("reported within it, for neither side"), other.fighting),
        (w._("Entering"), w._("forces said to have entered it, without saying who holds it"), other.entering),
        (w._("Cannot confirm"), w._("neither for nor against"), unable),
        (w._("Shown, not counted"), w._("fighting, shelling, plans, figures, older words"), now),
        (w._("Said of later days"), w._("not yet in effect on this day"), later),
    )
    found = [piece for part in parts for piece in group(*part, state, data, known, w)]
    return [*found, *start(state, data, w)]


def group(name: str, what: str, ids: Collection[str], state: State, data: Archive, known: Days, w: Words) -> list[str]:
    """One group with a rule under its heading; an empty group is not shown."""
    if not ids:
        return []
    said = [
        [known.claims[each] for each in _newest_first(origin.claims, known)]
        for origin in statements(known, ids, state.holder)[:MANY]
    ]
    return [
        f'<h3 class="grp">{for_html(name)} <span>{for_html(what)}</span></h3>',
        *(card(claims, data, w) for claims in said[:OPEN]),
        *_folded([short_card(claims, data, w) for claims in said[OPEN:]], w),
    ]


def _newest_first(ids: Sequence[str], known: Days) -> list[str]:
    return sorted(ids, key=lambda each: (takes_effect(known.claims[each]), each), reverse=True)


def _folded(cards: Sequence[str], w: Words) -> list[str]:
    if not cards:
        return []
    more = w.ngettext("{count} more statement", "{count} more statements", len(cards))
    return [f"<details><summary>{more}</summary>{''.join(cards)}</details>"]
