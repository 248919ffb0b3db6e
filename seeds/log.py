"""The log: one JSON object a line on standard error, for whoever runs the program; nothing in it is about a person."""

import datetime
import sys

import msgspec

# All that a line may hold beside its time and event: numbers and words of our own, nothing of a person's.
FACTS = frozenset({"count", "decision", "engine", "kind", "milliseconds", "outcome"})


def log(event: str, **facts: str | int | float | None) -> None:
    """Write one line. TypeError for a fact that is not listed: what is not named cannot leak."""
    unlisted = sorted(set(facts) - FACTS)
    if unlisted:
        raise TypeError(f"the log does not take {', '.join(unlisted)}")
    time = datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")
    line = msgspec.json.encode({"time": time, "event": event, **facts}).decode()
    print(line, file=sys.stderr, flush=True)
