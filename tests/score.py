#!/usr/bin/env python3
"""Score extracted claims against a gold standard.

usage: score.py GOLD.jsonl CLAIMS.jsonl [--texts DIR] [--also ID ...] [--show N]

Both files hold one JSON object a line with the fields of a claim (geo/claim.py). Only articles that the gold
file names are scored; name articles that must yield nothing with --also. Levels, each as precision, recall and F1 over
*sets* (a claim that an article repeats counts once):

  place   (article, place)                               is the place found at all?
  core    + event, actor, stance, realis                 is the reading right?
  full    + side of the claimant, and the date fits      who says so, and when?
  share   (article, actor, figures in the value)         "two thirds", "35 neighbourhoods"
  area    core, for areas (sectors, the Old City, the whole east)

A found date fits if it overlaps the gold date and is at most two days longer. --texts checks that every quote stands at
its offsets in DIR/<article>.txt. Bad input: one line that names file and line, exit status 2.
"""

import argparse
import collections
import datetime
import json
import pathlib
import re
import sys
from typing import Any, NamedTuple

Row = dict[str, Any]
Key = tuple[Any, ...]

CORE = ("event", "actor", "stance", "realis")
NEEDED = ("article", "level", "place", "side", "date", *CORE)
PAD = {4: ("-01-01", "-12-31"), 7: ("-01", "-28"), 10: ("", "")}


class Score(NamedTuple):
    precision: float
    recall: float
    f1: float


class BadInputError(Exception):
    pass


def read(path: pathlib.Path) -> list[Row]:
    rows = []
    for n, line in enumerate(path.read_text("utf-8-sig").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            missing = [k for k in NEEDED if k not in row]
        except ValueError as error:
            raise BadInputError(f"{path}:{n}: not JSON: {error}") from None
        if missing:
            raise BadInputError(f"{path}:{n}: no {', '.join(missing)}")
        rows.append(row)
    return rows


def prf(gold: set[Key], found: set[Key]) -> Score:
    hit = len(gold & found)
    p = hit / len(found) if found else float(not gold)
    r = hit / len(gold) if gold else float(not found)
    return Score(p, r, 2 * p * r / (p + r) if p + r else 0.0)


def span(date: str | None) -> tuple[datetime.date, datetime.date] | None:
    """First and last day of an ISO date, partial date or interval; None for no date."""
    if not date:
        return None
    first, _, last = date.partition("/")
    last = last or first
    try:
        return (
            datetime.date.fromisoformat(first + PAD[len(first)][0]),
            datetime.date.fromisoformat(last + PAD[len(last)][1]),
        )
    except (KeyError, ValueError):
        return None


def fits(found: str | None, gold: str | None) -> bool:
    f, g = span(found), span(gold)
    if f is None or g is None:
        return f == g
    return f[0] <= g[1] and g[0] <= f[1] and (f[1] - f[0]) - (g[1] - g[0]) <= datetime.timedelta(days=2)


def core(claim: Row) -> Key:
    return (claim["article"], claim["place"], *(claim[k] for k in CORE))


def full(gold: list[Row], found: list[Row]) -> tuple[set[Key], set[Key]]:
    """Key sets in which a found claim carries the gold dates that it fits."""
    dates = collections.defaultdict(set)
    for g in gold:
        dates[(*core(g), g["side"])].add(g["date"])
    wanted = {(*k, d) for k, ds in dates.items() for d in ds}
    given: set[Key] = set()
    for f in found:
        k = (*core(f), f["side"])
        given |= {(*k, d) for d in dates.get(k, ()) if fits(f["date"], d)} or {(*k, f["date"])}
    return wanted, given


def figures(claim: Row) -> Key:
    return (claim["article"], claim["actor"], tuple(re.findall(r"\d+(?:[./]\d+)?", str(claim.get("value") or ""))))


def at(rows: list[Row], level: str) -> list[Row]:
    return [r for r in rows if r["level"] == level and r["event"] != "share"]


def shares(rows: list[Row]) -> set[Key]:
    return {figures(r) for r in rows if r["event"] == "share"}


def score(gold: list[Row], found: list[Row], also: tuple[str, ...] = ()) -> dict[str, Score]:
    """Every level's score; claims of articles that the gold does not name are left out."""
    articles = {g["article"] for g in gold} | set(also)
    found = [f for f in found if f["article"] in articles]
    places, given = at(gold, "place"), at(found, "place")
    return {
        "place": prf({(g["article"], g["place"]) for g in places}, {(f["article"], f["place"]) for f in given}),
        "core": prf({core(g) for g in places}, {core(f) for f in given}),
        "full": prf(*full(places, given)),
        "share": prf(shares(gold), shares(found)),
        "area": prf({core(g) for g in at(gold, "area")}, {core(f) for f in at(found, "area")}),
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold", type=pathlib.Path)
    ap.add_argument("claims", type=pathlib.Path)
    ap.add_argument("--texts", type=pathlib.Path, help="folder of the texts, to check quotes")
    ap.add_argument("--also", action="append", default=[], help="an article that must yield no claim")
    ap.add_argument("--show", type=int, default=0, help="print up to N missed and N false core claims")
    a = ap.parse_args()
    try:
        gold, found = read(a.gold), read(a.claims)
    except BadInputError as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    articles = {g["article"] for g in gold} | set(a.also)
    other = {f["article"] for f in found} - articles
    for level, (p, r, f1) in score(gold, found, tuple(a.also)).items():
        print(f"{level:6} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}")
    if other:
        print(f"not scored, no gold: {', '.join(sorted(other))}")
    found = [f for f in found if f["article"] in articles]
    if a.texts:
        wrong = 0
        for f in found:
            text = (a.texts / (f["article"] + ".txt")).read_text("utf8")
            wrong += not f.get("quote") or text[f["start"] : f["end"]] != f["quote"]
        print(f"quotes not at their offsets: {wrong} of {len(found)}")
    if a.show:
        wanted, given = {core(g) for g in at(gold, "place")}, {core(f) for f in at(found, "place")}
        for title, rows in (("missed", sorted(wanted - given)), ("false", sorted(given - wanted))):
            print(f"{title}: {len(rows)}", *rows[: a.show], sep="\n  ")


if __name__ == "__main__":
    main()
