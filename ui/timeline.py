"""Moving through the days: the slider, the bars of claims above it, diamonds of change, and the steps beside it."""

import time

import streamlit as st

from ui.address import current, go
from ui.clock import known_by
from ui.load import Archive
from ui.summary import DAYS, Summary, next_change, summary
from ui.switches import switches
from ui.view import View
from ui.words import Words

PLAY_SECONDS = 0.7  # a day, while playing
TICKS = (0, 7, 14, 21, 28, len(DAYS) - 1)  # labelled days of the axis


def order(w: Words) -> list[str]:
    """The days from left to right: time runs right to left in Arabic."""
    return list(reversed(DAYS)) if w.direction == "rtl" else list(DAYS)


def timeline(data: Archive, view: View, w: Words) -> None:
    """Steps, bars, slider and axis of the map page."""
    summed = summary(data, view)
    steps(summed, data, view, w)
    with st.container(key="timeline", gap=None):
        st.html(chosen(summed, view.day, w))
        st.html(bars(summed, w))
        st.session_state["day"] = view.day
        st.select_slider(
            w._("Day"),
            order(w),
            key="day",
            format_func=lambda day: w.day(day, "short"),
            on_change=lambda: go(day=st.session_state["day"]),
            label_visibility="collapsed",
        )
        st.html(axis(summed, w))


def steps(summed: Summary, data: Archive, view: View, w: Words) -> None:
    """Previous and next change as the primary moves, single days and play beside them."""
    before, after = next_change(summed, view.day, -1), next_change(summed, view.day, 1)
    at = DAYS.index(view.day)
    back, on = ("chevron_right", "chevron_left") if w.direction == "rtl" else ("chevron_left", "chevron_right")
    first, last = ("last_page", "first_page") if w.direction == "rtl" else ("first_page", "last_page")
    with st.container(horizontal=True, key="steps", gap="small", vertical_alignment="center"):
        st.button(
            w._("Previous change"),
            key="step-previous-change",
            icon=f":material/{first}:",
            on_click=step,
            args=(before,),
            disabled=before == view.day,
        )
        st.button(
            w._("Previous day"),
            key="step-previous-day",
            icon=f":material/{back}:",
            on_click=step,
            args=(DAYS[max(at - 1, 0)],),
            disabled=at == 0,
        )
        st.html(f'<p class="today" aria-live="polite">{w.day(view.day, "short")}</p>', width="content")
        st.button(
            w._("Next day"),
            key="step-next-day",
            icon=f":material/{on}:",
            icon_position="right",
            on_click=step,
            args=(DAYS[min(at + 1, len(DAYS) - 1)],),
            disabled=at == len(DAYS) - 1,
        )
        st.button(
            w._("Next change"),
            key="step-next-change",
            icon=f":material/{last}:",
            icon_position="right",
            on_click=step,
            args=(after,),
            disabled=after == view.day,
        )
        playing = st.session_state.get("playing", False)
        st.button(
            w._("Stop") if playing else w._("Play"),
            key="step-play",
            icon=":material/pause:" if playing else ":material/play_arrow:",
            on_click=play,
            args=(not playing,),
        )
        switches(data, view, w)
        known_by(data, view, w)


def step(day: str) -> None:
    """Go to a day, and stop playing."""
    st.session_state["playing"] = False
    go(day=day)


def play(on: bool) -> None:
    """Start or stop playing; at the last day it starts from the first."""
    st.session_state["playing"] = on
    st.session_state["played"] = time.monotonic()
    if on and current().day == DAYS[-1]:
        go(day=DAYS[0])


@st.fragment(run_every=PLAY_SECONDS)
def ticker() -> None:
    """While playing: one day further every 0.7 seconds, until the last."""
    if not st.session_state.get("playing") or time.monotonic() - st.session_state["played"] < PLAY_SECONDS / 2:
        return
    st.session_state["played"] = time.monotonic()
    at = DAYS.index(current().day)
    if at == len(DAYS) - 1:
        st.session_state["playing"] = False
    else:
        go(day=DAYS[at + 1])
    st.rerun()


def chosen(summed: Summary, day: str, w: Words) -> str:
    """What of the bars and the axis belongs to the day: its own bar with its number, its label, and where it stands."""
    here = len(summed.about[day])
    number = f"<b>{w.number(here)}</b>" if here else ""
    return (
        f"<style>:root{{--now:{place(DAYS.index(day))}}}</style>"
        f'<div class="chosen" aria-hidden="true"><i style="--h:{here / _highest(summed):.2f}">{number}</i>'
        f"<span>{w.day(day, 'short')}</span></div>"
    )


def bars(summed: Summary, w: Words) -> str:
    """A bar of claims for each day, read aloud as one sentence. The same on every day, so it is sent once."""
    highest = _highest(summed)
    drawn = "".join(
        f'<i style="--h:{len(claims) / highest:.2f}"></i>' if claims else "<i></i>" for claims in summed.about.values()
    )
    most = max(summed.about, key=lambda name: len(summed.about[name]))
    said = w._(
        "Claims about each day, most about {most} ({number}).",
        most=w.day(most, "day"),
        number=w.number(len(summed.about[most])),
    )
    return f'<div class="bars" role="img" aria-label="{said}">{drawn}</div>'


def axis(summed: Summary, w: Words) -> str:
    """Diamonds on the days of change, then the labels. The same on every day."""
    diamonds = "".join(
        f'<i style="--x:{place(DAYS.index(name))}"></i>' for name, polygons in summed.changed.items() if polygons
    )
    labels = "".join(f'<span style="--x:{place(at)}">{w.day(DAYS[at], "short")}</span>' for at in TICKS)
    note = w._("Bars: claims about each day. Diamonds: days on which neighbourhoods change hands.")
    return (
        f'<div class="diamonds" aria-hidden="true"><b></b>{diamonds}</div>'
        f'<div class="axis" aria-hidden="true">{labels}</div><p class="fine">{note}</p>'
    )


def _highest(summed: Summary) -> int:
    return max(max(map(len, summed.about.values())), 1)


def place(at: int) -> str:
    """Where a day stands along the track, from its start."""
    return f"{at / (len(DAYS) - 1):.4f}"
