"""What a view amounts to: claims of each day, days on which neighbourhoods change hands, the one sentence above."""

import datetime
from itertools import pairwise

import msgspec
import streamlit as st

from geo.city import BASELINE_DAY, LAST_DAY
from geo.claim import Claim, day_span
from geo.control import Days
from geo.shares import possibly
from ui.load import Archive, days
from ui.view import View
from ui.words import Words

DAYS = tuple((BASELINE_DAY + datetime.timedelta(days=n)).isoformat() for n in range((LAST_DAY - BASELINE_DAY).days + 1))


class Summary(msgspec.Struct, frozen=True):
    """Counts and changes of all days of one view."""

    about: dict[str, tuple[Claim, ...]]  # day -> claims about it, in play
    reported: dict[str, int]  # day -> claims published on it
    changed: dict[str, tuple[str, ...]]  # day -> polygons whose holder differs from the day before


def summary(data: Archive, view: View) -> Summary:
    """The summary of a view, made once for each version of the data and set of switches."""
    return _summary(data.version, view.known, view.policy, view.without, _days=days(data, view))


@st.cache_resource(max_entries=24, show_spinner=False)
def _summary(version: str, known: str, policy: str, without: tuple[str, ...], *, _days: Days) -> Summary:
    about: dict[str, list[Claim]] = {day: [] for day in DAYS}
    reported = dict.fromkeys(DAYS, 0)
    for claim in _days.claims.values():
        if (day := takes_effect(claim)) in about:
            about[day].append(claim)
        if claim.published in reported:
            reported[claim.published] += 1
    changed = {DAYS[0]: ()} | {day: changes(_days, before, day) for before, day in pairwise(DAYS)}
    return Summary({day: tuple(claims) for day, claims in about.items()}, reported, changed)


def takes_effect(claim: Claim) -> str:
    """The day a claim is about: the last of its date, never later than its publication; empty without a date."""
    span = day_span(claim.date)
    if span is None:
        return ""
    last = span[1].isoformat()
    return min(last, claim.published) if claim.published else last


def changes(known: Days, before: str, day: str) -> tuple[str, ...]:
    """Polygons that another holds on a day than on an earlier one."""
    now, then = known.states[day], known.states[before]
    return tuple(p for p in now if (now[p].holder, now[p].parties) != (then[p].holder, then[p].parties))


def next_change(summed: Summary, day: str, step: int) -> str:
    """The next (1) or previous (-1) day on which the map changes hands, or the day itself if there is none."""
    found = [d for d, polygons in summed.changed.items() if polygons and ((d > day) if step > 0 else (d < day))]
    return (found[0] if step > 0 else found[-1]) if found else day


def counts(summed: Summary, day: str) -> tuple[int, int, int]:
    """How many claims, sources and places stand behind what is said about a day."""
    claims = summed.about[day]
    return len(claims), len({claim.article for claim in claims}), len({claim.place for claim in claims})


def sentence(data: Archive, known: Days, day: str, w: Words) -> str:
    """The day in one computed sentence, of the neighbourhoods of the east; the figures check has the same whole.

    A place that rests on the starting position alone is counted apart: nobody reported it.
    """
    east = data.city.areas["east-aleppo"]
    held = [state for p in east if possibly(state := known.states[day][p], "government")]
    reported = [state for state in held if state.basis != "baseline"]
    mine = [state for state in reported if state.holder == "government"]
    said = w._(
        "Government forces are reported in {count} of the {total} neighbourhoods of east Aleppo",
        count=w.number(len(reported)),
        total=w.number(len(east)),
    )
    more = []
    if parts := len(reported) - len(mine):
        more.append(w.ngettext("{count} of them in a part only", "{count} of them in a part only", parts))
    if disputed := sum(state.standing == "disputed" for state in mine):
        more.append(w.ngettext("{count} disputed", "{count} disputed", disputed))
    if claimed := sum(state.standing == "claimed" for state in mine):
        more.append(
            w.ngettext("{count} on their own side’s word alone", "{count} on their own side’s word alone", claimed)
        )
    said += (w._(", ") + w.list(more) if more else "") + w._(".")
    if started := len(held) - len(reported):
        said += " " + w.ngettext(
            "In {count} more, all or a part is theirs by the starting position alone.",
            "In {count} more, all or a part is theirs by the starting position alone.",
            started,
        )
    return said
