"""A plain colour for a state: what the naive map and the static page paint, without patterns, fronts or letters."""

from geo.state import State

COLOURS = {"government": "#D55E00", "opposition": "#009E73", "sdf": "#F0E442"}
PALE = {"government": "#F1CDB1", "opposition": "#B2DCCE", "sdf": "#F4ED97"}
UNSURE = {"claimed": "#C9A27E", "disputed": "#B07A55", "contested": "#8F8577"}


def colour(state: State) -> str:
    """The fill of a state."""
    if state.standing in UNSURE:
        return UNSURE[state.standing]
    return (PALE if state.standing == "baseline" else COLOURS).get(state.holder, "#888888")
