"""How fast control is: all days and places at 1,000, 10,000 and 100,000 claims, and one source switched off.

usage: python -m tests.bench.bench_control [--rounds 5] [--claims FILE]

The claims are made by varying the shipped ones: each copy moves to another place of the same kind, another day and
another source, so that no place gets them all. What is timed is the whole way from claims to the states of every
place on every day ("all days"), the same with the claims prepared ("days"), and one source switched off ("one off",
the mean over sources). Beside them stands the naive way to switch a source off: to begin again without it. Sizes take
turns within a round; time is that of the thread. Read the ratios: a size beside the one ten times smaller (linear is
10), and `one off` beside the naive way.
"""

import argparse
import gc
import random
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from geo.__main__ import CLAIMS
from geo.city import BASELINE_DAY, LAST_DAY, City, load_city
from geo.claim import Claim, claim_id, day_span, read_claims
from geo.control import Days, Evidence, control

SIZES = (1_000, 10_000, 100_000)
SWITCHED = 5  # sources switched off in a round
TARGETS = {"all days, 10,000 claims": 500, "one source off, 10,000 claims": 50}  # milliseconds


def varied(claims: Sequence[Claim], city: City, size: int, seed: int = 1) -> list[Claim]:
    """This many claims like the given ones, about other places and days, of ever more sources."""
    chance = random.Random(seed)
    drawn = [p.id for p in city.places.values() if p.relation == "drawn"]
    made = []
    for number in range(size):
        claim = claims[number % len(claims)]
        copy = number // len(claims)
        place, moved = claim.place, claim.date
        if copy and claim.level == "place":
            place = chance.choice(drawn)
        span = day_span(claim.date)
        if copy and span and BASELINE_DAY < span[1] <= LAST_DAY:
            moved = date(chance.randrange((LAST_DAY - BASELINE_DAY).days + 1))
        published = claim.published if moved == claim.date else moved
        article = f"{claim.article}-{copy}"
        made.append(
            msgspec.structs.replace(
                claim,
                id=claim_id(
                    article,
                    place,
                    claim.event,
                    claim.actor,
                    claim.claimant,
                    claim.stance,
                    claim.realis,
                    moved,
                    value=str(number),
                ),
                article=article,
                place=place,
                date=moved,
                published=published,
                origin=f"{claim.origin}-{copy}",
            )
        )
    return made


def date(days: int) -> str:
    """The day so many days after 15 November 2016."""
    return BASELINE_DAY.fromordinal(BASELINE_DAY.toordinal() + days).isoformat()


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of the thread."""
    gc.collect()
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000


def measure(city: City, claims: list[Claim]) -> dict[str, float]:
    """One round at one size."""
    evidence = Evidence(city, claims, None)
    days = Days(evidence, "all", frozenset(), BASELINE_DAY, LAST_DAY)
    articles = sorted({c.article for c in claims})
    chosen = random.Random(len(claims)).sample(articles, min(SWITCHED, len(articles)))

    def switched() -> None:
        for article in chosen:
            days.again(without=frozenset({article}))

    return {
        "all days": timed(lambda: control(city, claims)),
        "days": timed(lambda: Days(evidence, "all", frozenset(), BASELINE_DAY, LAST_DAY)),
        "one off": timed(switched) / len(chosen),
        "one off, naive": timed(lambda: control(city, [c for c in claims if c.article != chosen[0]])),
    }


def main() -> None:
    """Print the medians of all rounds and their ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--claims", type=Path, default=CLAIMS)
    asked = parser.parse_args()
    city = load_city()
    shipped, problems = read_claims(asked.claims.read_bytes(), asked.claims.name)
    if problems:
        parser.error("\n".join(problems))
    lots = {size: varied(shipped, city, size) for size in SIZES}
    rounds = [{size: measure(city, lot) for size, lot in lots.items()} for _ in range(asked.rounds)]
    median = {size: {way: statistics.median(r[size][way] for r in rounds) for way in rounds[0][size]} for size in SIZES}
    print(f"{len(shipped)} shipped claims, {len(city.polygons)} polygons, {(LAST_DAY - BASELINE_DAY).days + 1} days")
    print("milliseconds, median of", asked.rounds, "rounds; in brackets: times the size ten times smaller")
    for way in median[SIZES[0]]:
        cells = []
        for smaller, size in zip((None, *SIZES), SIZES, strict=False):
            ratio = f" ({median[size][way] / median[smaller][way]:.1f} x)" if smaller else ""
            cells.append(f"{size:>8,}: {median[size][way]:9.1f}{ratio:9}")
        print(f"{way:15}", *cells)
    at = median[10_000]
    for name, found, target in zip(TARGETS, (at["all days"], at["one off"]), TARGETS.values(), strict=True):
        print(f"{name}: {found:.0f} ms, {found / target:.2f} of the target of {target} ms")
    print(f"one source off is {at['one off, naive'] / at['one off']:.0f} times faster than beginning again without it")


if __name__ == "__main__":
    main()
