"""Addresses of views and pages, as links.

A link carries the whole view, so it can be opened anywhere; or it is `onward` from the view that the page shows and
names only what it changes. Then ui/page.js adds the rest before the link is used, and what does not depend on the day
is the same on every day and is sent once.
"""

from collections.abc import Sequence
from urllib.parse import urlencode

from ui.escape import for_html
from ui.view import View, change, to_query


def href(view: View, page: str = "", anchor: str = "", **fields: object) -> str:
    """The address of a changed view on a page (empty: the map), relative to any of our pages, safe in an attribute."""
    query = urlencode(to_query(change(view, **fields)), doseq=True)
    return for_html(f"./{page}?{query}{'#' + anchor if anchor else ''}")


def onward(page: str = "", anchor: str = "", **fields: str | Sequence[str]) -> str:
    """The address of the page's own view with these fields changed, safe in an attribute."""
    query = urlencode(fields, doseq=True)
    return for_html(f"./{page}{'?' + query if query else ''}{'#' + anchor if anchor else ''}")


def link(words: str, target: str, *, lang: str = "") -> str:
    """A link to one of our own addresses; `words` is HTML already."""
    said = f' lang="{lang}"' if lang else ""
    return f'<a href="{target}"{said}>{words}</a>'


def outside(url: str, words: str) -> str:
    """A link to a publisher's page, in a new tab, that tells it nothing of the reader."""
    return f'<a href="{for_html(url)}" target="_blank" rel="noopener noreferrer nofollow">{for_html(words)}</a>'
