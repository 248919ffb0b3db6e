"""What stands on every page: brand, menu tools, style, and at the foot the version, the note on content, the links."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from ui.address import current, go, write
from ui.cite import cite
from ui.escape import for_html
from ui.header import misread, noted
from ui.links import link, onward
from ui.load import ROOT, Archive, archive, stamp
from ui.search import search
from ui.switches import state_of
from ui.view import View
from ui.words import Words, words

HERE = Path(__file__).parent


def style(w: Words) -> None:
    """The style sheet, the theme's side of the colour pairs, the brand, and the direction of the page."""
    dark = st.context.theme.type == "dark"
    st.html(HERE / "style.css")
    brand = w._("East Aleppo, day by day")
    rules = f':root{{color-scheme:{"dark" if dark else "light"};--brand:"{brand}"}}'
    if w.direction == "rtl":  # the parts, not the whole: the folded menu of a phone must stay out of sight
        rules += ":is(.stMain,.stAppHeader,.stSidebarContent,.stPopoverBody,[data-testid=stPopoverBody]){direction:rtl}"
        # The knob of a switch moves to the right whatever the direction: drawn so, then mirrored.
        rules += "label:has([role=switch])>div:not([data-testid]){direction:ltr;transform:scaleX(-1)}"
        rules += "[data-testid=stPopoverButton]>div{margin-inline:0 -5px!important}.stCode{direction:ltr}"
    st.html(f"<style>{rules}</style>")
    script = (HERE / "page.js").read_text("utf-8")
    skip = for_html(w._("Skip to main content"))
    st.html(f'<script data-lang="{w.lang}" data-skip="{skip}">{script}</script>', unsafe_allow_javascript=True)


@contextmanager
def framed() -> Iterator[tuple[Archive, View, Words]]:
    """What stands around a page other than the map: the address and the tools above, the foot below."""
    st.session_state.pop("whole", None)
    data = archive(stamp())
    view = current()
    write()
    w = words(view.lang)
    tools(data, view, w)
    if lines := misread(st.session_state.get("notices", []), w):
        noted(lines)
    yield data, view, w
    foot(data, view, w)


def whole() -> None:
    """First in a fragment: where more than the fragment has changed, such as the menu's language, all is drawn anew."""
    if st.session_state.pop("whole", False):
        st.rerun()


def document(name: str, title: str) -> None:
    """One of the project's own documents in full, folded; nothing where the installation has none."""
    path = ROOT / "docs" / name
    if path.is_file():
        with st.expander(title):
            st.markdown(path.read_text("utf-8"))


@st.fragment
def tools_apart() -> None:
    """The tools in a fragment of their own: a step of the day leaves them alone, and they read the view when used."""
    whole()
    view = current()
    tools(archive(stamp()), view, words(view.lang))


def tools(data: Archive, view: View, w: Words) -> None:
    """Search, language and citation, beside the menu."""
    with st.container(horizontal=True, key="tools", vertical_alignment="center", gap="small"):
        with st.container(key="search-box", gap=None):
            search(data.version, data.city.places, w)
        other = "en" if w.lang == "ar" else "ar"
        st.button(
            "English" if other == "en" else "العربية", key="language", type="tertiary", on_click=_speak, args=(other,)
        )
        popover = st.popover(w._("Cite this view"), key="cite", on_change="rerun")
        if popover.open:
            with popover:
                cite(data, view)


def _speak(lang: str) -> None:
    go(lang=lang)
    st.session_state["whole"] = True  # the menu speaks too: the whole page is drawn anew


def sources_known(data: Archive, view: View, w: Words) -> str:
    """What is switched on and what was known, as HTML: at the foot, and at the head of a printed sheet."""
    known = w._("Known by: {day}.", day=w.day(view.known or data.choices.last_known))
    return f"{for_html(state_of(view, data, w))}. {known}"


def foot(data: Archive, view: View, w: Words) -> None:
    """The foot of every page."""
    links = w._(" · ").join(
        (
            link(w._("This map as a table"), onward("data", "table")),
            link(w._("How this map can be wrong"), onward("wrong")),
        )
    )
    note = w._(
        "Sources describe war and death. Names are theirs, words theirs or our digest’s; this page adds no judgement."
    )
    st.html(
        f'<footer class="foot"><p>{sources_known(data, view, w)} {w._("Times are days, not hours.")} {links}</p>'
        f"<p>{note}</p><p>{w._('Data version {version}', version=data.version)}{w._(' · ')}"
        f"{w._('For study and reporting on the past; not for navigation or safety.')}</p>"
        f'<p class="printed" dir="ltr"></p></footer>'
    )
