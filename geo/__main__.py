"""python -m geo: who held what on a day, or the fronts, as GeoJSON."""

import argparse
import datetime
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import msgspec
import shapely

from geo.city import BASELINE_DAY, City, load_city
from geo.claim import SIDES, Claim, read_claims
from geo.control import Days, control
from geo.fronts import Edge, changes, fronts
from geo.places import DataError
from geo.policy import POLICIES, expand
from geo.polygons import edges, read_polygons
from seeds.source import read_sources

CLAIMS = Path(__file__).parent.parent / "seeds" / "claims.jsonl"

HELP = """\
Computes from claims who held each neighbourhood of Aleppo on a day of the battle, and writes a GeoJSON
FeatureCollection of all polygons. Each carries its holder, how well supported that is, since when, the sentence of
docs/method.md that decided, the ids of the claims for, against and merely shown, and what would change it.
"""
EXAMPLES = """\
examples:
  python -m geo --day 2016-12-06                                as all sources now say
  python -m geo --day 2016-12-06 --known 2016-12-06             as had been reported by that day
  python -m geo --day 2016-12-06 --without claimant:sohr --without 002_620c49f9f88cd48c
  python -m geo --day 2016-12-06 --fronts                       the lines between the holders
  python -m extract -o mine.jsonl && python -m geo --day 2016-12-06 --claims mine.jsonl

exit status: 0, or 2 if anything was wrong; what could be used is written all the same.
"""


class _Taught(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{message}; python -m geo --help explains\n")


def parser() -> argparse.ArgumentParser:
    """The command line, with a help that teaches."""
    made = _Taught(
        prog="python -m geo",
        description=HELP,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("--day", type=_day, required=True, metavar="DATE", help=f"from {BASELINE_DAY} on")
    made.add_argument("--known", type=_day, metavar="DATE", help="only what had been published by this day")
    made.add_argument(
        "--without",
        action="append",
        default=[],
        metavar="WHAT",
        help="leave out a source id, claimant:ID, side:NAME or publisher:NAME; may be given often",
    )
    made.add_argument("--policy", choices=POLICIES, default="all", help="whose claims are heard (default: all)")
    made.add_argument("--claims", type=Path, metavar="FILE", default=CLAIMS, help="instead of seeds/claims.jsonl")
    made.add_argument("--fronts", action="store_true", help="the fronts instead of the polygons")
    return made


def _day(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"found {text!r}, expected a day like 2016-12-06") from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the features of a day to standard output and what is wrong to standard error; the exit status."""
    asked = parser().parse_args(arguments)
    try:
        city = load_city()
        claims, problems = _claims(asked.claims, city)
        off = _without(asked.without, claims)
        if asked.day < BASELINE_DAY.isoformat():
            raise ValueError(f"found the day {asked.day}, expected one from {BASELINE_DAY} on, where the map begins")
    except DataError as error:
        print(error, file=sys.stderr)
        return 2
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    day = datetime.date.fromisoformat(asked.day)
    found = control(
        city,
        claims,
        known=asked.known,
        policy=asked.policy,
        without=off,
        first=max(BASELINE_DAY, day - datetime.timedelta(1)),
        last=max(day, BASELINE_DAY),
    )
    features = front_features(found, asked.day) if asked.fronts else polygon_features(found, asked.day)
    lines = ",\n".join(json.dumps(f, ensure_ascii=False, separators=(",", ":")) for f in features)
    print(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}')
    print(*problems, sep="\n", end="\n" * bool(problems), file=sys.stderr)
    return 2 if problems else 0


def _claims(path: Path, city: City) -> tuple[list[Claim], list[str]]:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ValueError(f"{path}: cannot be read: {error.strerror}") from error
    claims, problems = read_claims(data, path.name)
    strange = sorted({c.place for c in claims if c.place not in city.places and c.place not in city.areas})
    return claims, problems + [f"{path.name}: found the place {p}, expected one of geo/places.csv" for p in strange]


def _without(asked: list[str], claims: list[Claim]) -> frozenset[str]:
    """What is switched off; ValueError names the first thing that is nothing."""
    sources, _ = read_sources()
    off = expand(asked, {i: s.record.publisher for i, s in sources.items()})
    known = {
        "": sources.keys() | {c.article for c in claims},
        "claimant": {c.claimant for c in claims},
        "side": set(SIDES),
    }
    for what in sorted(off):
        kind, _, name = what.rpartition(":")
        if name not in known.get(kind, ()):
            raise ValueError(
                f"found {what!r} to leave out, expected a source id, claimant:ID, side:NAME or publisher:NAME"
            )
    return off


def polygon_features(found: Days, day: str) -> list[dict[str, Any]]:
    """One feature a polygon, with everything that its state carries."""
    made = []
    for name, shape in read_polygons().items():
        state = msgspec.structs.replace(found.states[day][name], flips=found.flips(day, name))
        place = found.city.places[name]
        carried = msgspec.to_builtins(state)
        del carried["place"]
        properties = {"id": name, "name_en": place.name_en, "name_ar": place.name_ar, **carried}
        made.append({"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(shape)})
    return made


def front_features(found: Days, day: str) -> list[dict[str, Any]]:
    """One feature for each pair of holders and certainty, with its length and how much of it is new that day."""
    lines = edge_lines()
    before = found.states[found.days[0]]
    new: dict[Edge, bool] = {e: True for change in changes(found.city, before, found.states[day]) for e in change.new}
    made = []
    for front in fronts(found.city, found.states[day]):
        shape = shapely.line_merge(shapely.union_all([lines[e] for e in front.edges]))
        properties = {
            "holders": front.holders,
            "standing": front.standing,
            "length_m": front.length_m,
            "new_m": round(sum(found.city.borders[e] for e in front.edges if e in new), 1),
            "edges": front.edges,
        }
        made.append({"type": "Feature", "properties": properties, "geometry": shapely.geometry.mapping(shape)})
    return made


def edge_lines() -> dict[Edge, shapely.MultiLineString]:
    """The line that each two neighbours share, WGS 84 degrees."""
    shared: dict[Edge, list[tuple[tuple[float, float], tuple[float, float]]]] = {}
    for ends, sides in edges(read_polygons()).items():
        if len(sides) == 2:
            one, two = sorted(sides)
            shared.setdefault((one, two), []).append(ends)
    return {edge: shapely.MultiLineString(pieces) for edge, pieces in shared.items()}


if __name__ == "__main__":
    sys.exit(main())
