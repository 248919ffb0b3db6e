"""What rests on one voice alone: for each source, claimant or side, the places and days that differ without it."""

import msgspec

from geo.control import Days


class Reliance(msgspec.Struct, frozen=True):
    """What would differ without a voice: by place, the days on which the holder or just the support would differ."""

    without: str
    holders: dict[str, tuple[str, ...]]  # place -> days on which the holder rests on it alone
    standings: dict[str, tuple[str, ...]]  # place -> days on which only the standing does


def reliance(days: Days, without: str) -> Reliance:
    """What rests on one source id, `claimant:ID` or `side:NAME` alone, among the voices now heard."""
    other = days.again(without=days.without | {without})
    holders: dict[str, list[str]] = {}
    standings: dict[str, list[str]] = {}
    for day, states in days.states.items():
        for place, state in states.items():
            changed = other.states[day][place]
            if changed is state:
                continue
            if (changed.holder, changed.parties) != (state.holder, state.parties):
                holders.setdefault(place, []).append(day)
            elif changed.standing != state.standing:
                standings.setdefault(place, []).append(day)
    return Reliance(
        without,
        {place: tuple(found) for place, found in sorted(holders.items())},
        {place: tuple(found) for place, found in sorted(standings.items())},
    )


def each_source(days: Days) -> list[Reliance]:
    """For each source that is heard what rests on it alone, the weightiest first."""
    found = [reliance(days, article) for article in sorted({c.article for c in days.claims.values()})]
    return sorted(found, key=lambda r: (-sum(map(len, r.holders.values())), r.without))
