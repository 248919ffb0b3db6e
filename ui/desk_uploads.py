"""Which sessions may send files: an editor's, for as long as the desk is open in it and an hour after."""

import threading
import time

from streamlit.runtime.scriptrunner import get_script_run_ctx

LASTS = 3600.0  # seconds after the desk was last drawn
_until: dict[str, float] = {}
_lock = threading.Lock()


def open_uploads() -> None:
    """Let this session send files. Called where an editor is shown a field for them, and nowhere else."""
    context = get_script_run_ctx()
    if context is None:
        return
    now = time.monotonic()
    with _lock:
        for session in [name for name, until in _until.items() if until < now]:
            del _until[session]
        _until[context.session_id] = now + LASTS


def may_upload(session: str) -> bool:
    """Whether a session was let."""
    with _lock:
        return _until.get(session, 0.0) >= time.monotonic()
