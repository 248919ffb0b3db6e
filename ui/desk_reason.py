"""The reason for a decision: kept for the session until it is recorded, whatever is opened between."""

import streamlit as st

from ui.words import Words

KEPT = "desk-reasons"


def reason_box(key: str, w: Words, height: int = 100) -> str:
    """The box with what was typed for this before; the words without the space around them."""
    st.session_state.setdefault(key, st.session_state.get(KEPT, {}).get(key, ""))
    typed = st.text_area(
        w._("Reason (required, kept in the record)"), key=key, max_chars=2000, height=height,
        on_change=_keep, args=(key,),
    )  # fmt: skip
    return (typed or "").strip()


def forget_reason(key: str) -> None:
    """It is recorded: the box is empty next time."""
    st.session_state.pop(key, None)
    st.session_state.get(KEPT, {}).pop(key, None)


def _keep(key: str) -> None:
    st.session_state.setdefault(KEPT, {})[key] = st.session_state[key]
