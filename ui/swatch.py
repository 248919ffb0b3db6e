"""How a state looks outside the map: the same colours, patterns and letters, as classes of the style sheet."""

from geo.control import Days, State
from ui.map_states import Look, look
from ui.map_states import standing as shown
from ui.terms import letter, state_words
from ui.words import Words


def classes(seen: Look) -> str:
    """The classes of a look: h- holder, s- standing, d- second colour, o- what lies over a divided place's squares.

    Squares of the starting position, `o-baseline`, are pale.
    """
    first, second = (*seen.parties, "", "")[:2] if seen.holder == "divided" else (seen.holder, seen.rival)
    standing = f"divided o-{seen.standing}" if seen.holder == "divided" else seen.standing
    return f"h-{first or 'none'} s-{standing} d-{second or 'none'}"


def swatch(state: State, known: Days, w: Words, *, lettered: bool = False) -> str:
    """A small square, round for a landmark, that looks like the state on the map; words always stand beside it."""
    text = letter(state.holder, w) if lettered else ""
    shape = "sw spot" if state.place in known.evidence.landmarks else "sw"
    return f'<i class="{shape} {classes(look(state, known.claims))}" aria-hidden="true">{text}</i>'


def said(state: State, w: Words) -> str:
    """A state in a few words."""
    return state_words(state.holder, shown(state), state.parties, w)


def labelled(state: State, known: Days, w: Words) -> str:
    """A swatch with its words."""
    return f'<span class="lab">{swatch(state, known, w)} {said(state, w)}</span>'
