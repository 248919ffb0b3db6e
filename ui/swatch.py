"""How a state looks outside the map: the same colours, patterns and letters, as classes of the style sheet."""

from geo.control import Days, State
from ui.map_states import Look, look
from ui.terms import letter, state_words
from ui.words import Words


def classes(seen: Look) -> str:
    """The classes of a look: h- for the holder, s- for the standing, d- for the second stripe."""
    first, second = (*seen.parties, "", "")[:2] if seen.holder == "divided" else (seen.holder, seen.rival)
    return f"h-{first or 'none'} s-{seen.standing} d-{second or 'none'}"


def swatch(state: State, known: Days, w: Words, *, lettered: bool = False) -> str:
    """A small square, round for a landmark, that looks like the state on the map; words always stand beside it."""
    text = letter(state.holder, w) if lettered else ""
    shape = "sw spot" if state.place in known.evidence.landmarks else "sw"
    return f'<i class="{shape} {classes(look(state, known.claims))}" aria-hidden="true">{text}</i>'


def labelled(state: State, known: Days, w: Words) -> str:
    """A swatch with its words."""
    words = state_words(state.holder, state.standing, state.parties, w)
    return f'<span class="lab">{swatch(state, known, w)} {words}</span>'
