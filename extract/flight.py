"""Places that people flee to, come from or only go to: they locate, nothing is claimed of them."""

from extract.context import Context
from extract.scan import Lex

_TOWARDS = {"الى", "نحو", "صوب", "باتجاه"}
_DESTINATION = {"الى", "من", "نحو", "صوب", "باتجاه"}


def is_goal(lexes: list[Lex], n: int) -> bool:
    """ "Withdrew to Idlib": another city that people go to is not what a sentence is about."""
    return n > 0 and lexes[n - 1].kind == "prep" and lexes[n - 1].id in _TOWARDS


def read_flights(c: Context) -> None:
    """Places that people flee to, or that they come from, only locate."""
    for at, x in enumerate(c.lexes):
        if x.kind == "flight":
            for n in range(at + 1, min(at + 7, len(c.lexes))):
                y = c.lexes[n]
                if y.kind == "group" and (
                    y.prep == "ل" or (c.lexes[n - 1].kind == "prep" and c.lexes[n - 1].id in _DESTINATION)
                ):
                    y.locator = True
                if y.kind in ("verb", "break", ","):
                    break
