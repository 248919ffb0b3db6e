"""The page of the map: the day, the map, the way through the days, the evidence, shares and figures."""

from urllib.parse import urlencode

import streamlit as st

from geo.landmarks import is_point
from geo.places import DataError
from ui.address import current, go, write
from ui.banner import banner
from ui.chart import chart
from ui.clock import comparing
from ui.compare import compare
from ui.escape import for_html
from ui.evidence import panel
from ui.figures import checks, figures, share_today
from ui.frame import foot, sources_known, tools_apart
from ui.header import head, notices
from ui.legend import key
from ui.lines import fronts_said
from ui.load import Archive, archive, days, stamp
from ui.map import draw_map
from ui.names import place_name
from ui.outline import choose, label, outlined
from ui.summary import DAYS
from ui.swatch import said as state_said
from ui.timeline import ticker, timeline
from ui.view import View, change, to_query
from ui.whatif import whatif
from ui.words import Words, words


def page_map() -> None:
    """The tools, what was not understood, and the body that follows the day."""
    data = archive(stamp())
    tools_apart()
    notices(st.session_state.get("notices", []), data, words(current().lang))
    body()


@st.fragment
def body() -> None:
    """Everything that follows the day. A step runs only this."""
    data = archive(stamp())
    view = current()
    write()
    w = words(view.lang)
    if view.compare:
        comparing(view, w)
        compare(data, view, w)
    else:
        left, right = st.columns([2.1, 1], gap="large")
        with left:
            shown(data, view, w)
        with right, st.container(key="panel", gap=None):
            evidence(data, view, w)
        with left:  # after the words: they are what a reader waits for
            beneath(data, view, w)
        totals(data, view, w)
    foot(data, view, w)
    if st.session_state.get("playing"):
        ticker()


def shown(data: Archive, view: View, w: Words) -> None:
    """The main column."""
    banner(data, view, w)
    st.html(f'<p class="printed-known">{sources_known(data, view, w)}</p><p class="printed" dir="ltr"></p>')
    head(data, view, w)
    known = days(data, view)
    holders = {state.holder for state in known.states[view.day].values()}
    key(holders, w, outlined=label(view, w))
    dark = st.context.theme.type == "dark"
    try:
        draw_map(
            data.city,
            known,
            view,
            flips=outlined(data, view),
            dark=dark,
            backwards=w.direction == "rtl",
            polygons=data.polygons,
            on_click=lambda polygon: go(place=polygon),
        )
    except (DataError, OSError) as error:
        missing(error, w)


def evidence(data: Archive, view: View, w: Words) -> None:
    """The side column: the chosen place, and what the switches change."""
    changed = whatif(data, view, w)
    if changed and not view.place:
        st.html(changed)
    panel(data, view, w)
    if changed and view.place:
        st.html(changed)


def beneath(data: Archive, view: View, w: Words) -> None:
    """Under the map: the way through the days, what is compared and outlined, the fronts in words."""
    timeline(data, view, w)
    with st.container(horizontal=True, key="choices", vertical_alignment="center"):
        comparing(view, w)
        choose(view, w)
    st.html(f'<p class="fine">{fronts_said(data, days(data, view), view.day, w)}</p>')
    if view.place in data.city.places:
        st.html(jump(data, view, w))


def jump(data: Archive, view: View, w: Words) -> str:
    """On a narrow screen, where the evidence lies far below the map: the place that was touched, its state, the way."""
    place, known = data.city.places[view.place], days(data, view)
    said = ""
    if len(place.polygons) == 1:
        state = known.state(view.day, place.id if is_point(place) else place.polygons[0])
        said = f"{w._(':')} {state_said(state, w)}"
    name, down = for_html(place_name(place, w)), w._("To the evidence")
    return f'<p class="jump"><b>{name}</b>{said} <a href="#evidence">{down} ↓</a></p>'


def missing(error: Exception, w: Words) -> None:
    """The map's own layer cannot be drawn: said plainly, while words, days and evidence stand."""
    said = w._("The map itself is missing. Days, evidence and the table of the map stand.")
    st.html(
        f'<div class="notice" role="status"><p>{said}</p><p dir="ltr"><code>{for_html(str(error))}</code></p></div>'
    )


def totals(data: Archive, view: View, w: Words) -> None:
    """The share over time, and the sources' own totals beside it."""
    # Neither the chart nor the table depends on the day or the place: they are made, and sent, once.
    steady = change(view, day=DAYS[0], place="", mark="")
    address = urlencode(to_query(steady), doseq=True)
    st.html(share_today(data, view, w))
    st.html(_steady(data.version, address, st.context.theme.type == "dark", _data=data, _view=steady))


@st.cache_resource(max_entries=32, show_spinner=False)
def _steady(version: str, address: str, dark: bool, *, _data: Archive, _view: View) -> str:
    w = words(_view.lang)
    drawn = chart(_data, days(_data, _view), checks(_data, _view), _view, w, dark=dark)
    return f'<div class="totals"><div>{drawn}</div><div>{figures(_data, _view, w)}</div></div>'
