"""The key above the map, and the definitions one click away."""

import streamlit as st

from ui.escape import for_html
from ui.map_states import Look
from ui.swatch import classes
from ui.terms import DEFINITIONS, HOLDERS, N_, letter
from ui.words import Words

# Each standing: a name for it, and how it looks; the pale colour of a starting position is shown of both sides.
EXAMPLES: tuple[tuple[str, *tuple[Look, ...]], ...] = (
    (N_("claimed"), Look("government", "claimed")),
    (N_("disputed"), Look("government", "disputed", rival="opposition")),
    (N_("fighting, entry"), Look("opposition", "contested")),
    (N_("divided"), Look("divided", "divided", ("government", "opposition"))),
    (N_("no report"), Look("government", "baseline"), Look("opposition", "baseline")),
)


def key(holders: set[str], w: Words, *, outlined: str = "") -> None:
    """Swatches with their words: holders that are on the map, standings, the front; then `Definitions`."""
    actors = [actor for actor in ("government", "opposition", "sdf", "is") if actor in holders or actor != "is"]
    parts = [
        f'<span class="g"><i class="sw h-{actor} s-confirmed" aria-hidden="true">{letter(actor, w)}</i>'
        f"{w._(HOLDERS[actor])}</span>"
        for actor in actors
    ]
    parts.append('<span class="bar"></span>')
    for name, *looks in EXAMPLES:
        seen = "".join(f'<i class="sw {classes(look)}" aria-hidden="true"></i>' for look in looks)
        parts.append(f'<span class="g"><span class="two">{seen}</span>{w._(name)}</span>')
    parts.append(
        f'<span class="g"><i class="line" aria-hidden="true"></i>{w._("front")}</span>'
        f'<span class="g"><i class="line dashed" aria-hidden="true"></i>{w._("uncertain")}</span>'
    )
    if outlined:
        parts.append(f'<span class="g"><i class="ring" aria-hidden="true"></i>{for_html(outlined)}</span>')
    with st.container(horizontal=True, key="key", vertical_alignment="center"):
        st.html('<div class="key">' + "".join(parts) + "</div>")
        popover = st.popover(w._("Definitions"), type="tertiary", key="definitions", on_change="rerun")
        if popover.open:
            popover.html(
                '<div class="defs">' + "".join(f"<p>{for_html(w._(t))}</p>" for t in DEFINITIONS.values()) + "</div>"
            )
