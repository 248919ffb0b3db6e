"""The page where editors sign in and out: by password, or through the provider that the installation names."""

import streamlit as st

from seeds.current import settings
from ui.desk_access import SESSION, editor, people
from ui.escape import for_html
from ui.frame import framed
from ui.words import Words


def page_sign_in() -> None:
    """A form for who is not signed in, a way out for who is."""
    with framed() as (_, _, w):
        _sign_in(w)


def _sign_in(w: Words) -> None:
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
        if settings().provider:
            st.button(w._("Sign in with your organisation"), key="provider", on_click=st.login, type="primary")
        _password(w)


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
