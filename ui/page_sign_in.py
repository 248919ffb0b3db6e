"""The page where editors sign in and out: by password, or through the provider that the installation names."""

import streamlit as st

from seeds.current import settings
from ui.desk_access import SESSION, editor, here, people
from ui.escape import for_html
from ui.frame import framed
from ui.words import Words


def page_sign_in() -> None:
    """A form for who is not signed in, a way out for who is."""
    with framed() as (_, _, w):
        _sign_in(w)


def page_no_desk() -> None:
    """The same at the desk's address, for who may not see the desk (any more): with the reason."""
    with framed() as (_, _, w):
        _sign_in(w, asked=True)


def _sign_in(w: Words, *, asked: bool = False) -> None:
    entry = editor()
    if entry:
        said = w._("Signed in as {name}.", name=entry.name)
        st.html(f"<h1>{w._('Editors')}</h1><p>{for_html(said)}</p>")
        with st.container(horizontal=True):
            if st.button(w._("To the desk"), key="to-desk", type="primary"):
                st.switch_page(st.session_state["pages"]["desk"])
            st.button(w._("Sign out"), key="sign-out", on_click=_out)
    else:
        st.html(f"<h1>{w._('Editors')}</h1><p class='sum'>{w._('Reading needs no account. Editors sign in here.')}</p>")
        why = refused(w, asked=asked)
        if why:
            st.html(f'<div class="notice" role="alert"><p>{for_html(why)}.</p></div>')
        if settings().provider:
            st.button(w._("Sign in with your organisation"), key="provider", on_click=st.login, type="primary")
        _password(w)


def refused(w: Words, *, asked: bool) -> str:
    """Why the desk is closed to this session; nothing for somebody who has neither signed in nor asked for it."""
    from seeds.people import NotAllowedError

    sign_in = here()
    if sign_in is None:
        if settings().provider and st.user.get("is_logged_in"):
            return w._(
                "Your organisation signed you in, but the address is not on the list of editors, or the sign-in is"
                " older than twelve hours"
            )
        closed = w._(
            "The desk is for editors, and you are not signed in here. A sign-in by password ends when the page is"
            " loaded anew; what you typed into an article is stored"
        )
        return closed if asked else ""
    try:
        people().check(sign_in)
    except (NotAllowedError, ValueError) as error:
        return w.problem(error.args[0])
    return ""


def _password(w: Words) -> None:
    with st.form("sign-in-form", clear_on_submit=True, border=False, width=360):
        name = st.text_input(w._("Name"), key="sign-in-name", max_chars=60, autocomplete="username")
        password = st.text_input(
            w._("Password"), key="sign-in-password", type="password", max_chars=1000, autocomplete="current-password"
        )
        pressed = st.form_submit_button(w._("Sign in"), type="primary")
    if not pressed:
        return
    from seeds.people import NotAllowedError

    try:
        st.session_state[SESSION] = people().sign_in_by_password(name.strip(), password)
    except (NotAllowedError, ValueError) as error:
        st.html(f'<div class="notice" role="alert"><p>{for_html(w.problem(error.args[0]))}.</p></div>')
        return
    st.rerun()


def _out() -> None:
    st.session_state.clear()
    if settings().provider and st.user.get("is_logged_in"):
        st.logout()
