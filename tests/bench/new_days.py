"""Bytes of a step to a day that a reader has not seen: a walk over all days with one place chosen."""

import statistics
from collections.abc import Sequence

from playwright.sync_api import Browser

from tests.bench.wire import relay, visit

REST = 1000  # milliseconds until all of a step has come


def new_days(browser: Browser, server: str, dates: Sequence[str], place: str) -> tuple[str, str]:
    """Median and largest of the steps from the first day to the last: as messages carry them, and on the wire."""
    carried, sent = [], []
    with relay(server) as passing:
        page, wire = visit(browser, f"{passing.address}/?day={dates[0]}&lang=en&place={place}")
        page.wait_for_timeout(2 * REST)
        page.locator("input[type=range]").first.focus()
        for day in dates[1:]:
            wire.clear()
            before = passing.count
            page.keyboard.press("ArrowRight")
            page.wait_for_url(f"**day={day}**")
            page.wait_for_timeout(REST)
            carried.append(wire.messages + sum(wire.files.values()))
            sent.append(passing.count - before)
        page.context.close()
    return _said(carried), _said(sent)


def _said(sizes: Sequence[int]) -> str:
    return f"{statistics.median(sizes) / 1000:.1f} kB (largest {max(sizes) / 1000:.1f})"
