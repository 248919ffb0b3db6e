"""A toy city of unit squares, and claims about it in one line each.

    +---+---+---+---+---+
    | w | a | b | c | s |     w is held by the government, s by the SDF, a b c by the opposition; each side is 1 km.
    +---+---+---+---+---+

`quarter` and `gate` (a landmark) lie in a; `pair` is made of a and b. The north sector is a and b, the Old City is c,
eastern Aleppo is a b c, the whole city all five.
"""

import hashlib
from typing import Any

from geo.city import Baseline, City
from geo.claim import Claim, claim_id
from geo.places import Place

POLYGONS = ("a", "b", "c", "s", "w")
AREAS = {
    "north-sector": frozenset("ab"),
    "old-city": frozenset("c"),
    "east-aleppo": frozenset("abc"),
    "aleppo-city": frozenset("abcsw"),
}
HOLDERS = {"a": "opposition", "b": "opposition", "c": "opposition", "s": "sdf", "w": "government"}


def place(
    name: str, relation: Any = "drawn", polygons: tuple[str, ...] | None = None, kind: Any = "neighbourhood"
) -> Place:
    if polygons is None:
        polygons = (name,)
    return Place(name, name.upper(), name, kind, None, None, "toy", "high", relation, polygons, "")


def baseline(polygon: str, holder: str, parties: tuple[str, ...] = (), hindsight: bool = False) -> Baseline:
    return Baseline(polygon, holder, parties, "high", "toy", hindsight)


def city(**held: str) -> City:
    """The toy city; `a="divided"` or `b=""` (nothing known) change who held a square on 15 November."""
    places = [place(p) for p in POLYGONS]
    places += [place("quarter", "within", ("a",), "quarter"), place("gate", "within", ("a",), "landmark")]
    places += [place("pair", "made-of", ("a", "b"), "area"), place("far", "outside", ())]
    rows = {}
    for polygon, holder in {**HOLDERS, **held}.items():
        if holder:
            parties = ("government", "opposition") if holder == "divided" else ()
            rows[polygon] = baseline(polygon, holder, parties)
    return City(
        places={p.id: p for p in places},
        polygons=POLYGONS,
        areas=AREAS,
        baseline=rows,
        square_metres=dict.fromkeys(POLYGONS, 1e6),
        borders={("a", "w"): 1000.0, ("a", "b"): 1000.0, ("b", "c"): 1000.0, ("c", "s"): 1000.0},
    )


def say(
    place: str,
    event: str,
    actor: str,
    side: str,
    date: str | None,
    *,
    claimant: str | None = None,
    article: str | None = None,
    published: str | None = "",
    extent: str = "unspecified",
    stance: str = "asserts",
    realis: str = "actual",
    leaning: str = "none",
    value: str | None = None,
    of: str | None = None,
    origin: str = "",
) -> Claim:
    """A claim. Published on its last day unless told; each claimant has a report of his own unless told."""
    claimant = claimant or ("article" if side == "press" else f"{side}-speaker")
    if published == "":
        published = (date or "2016-12-01").split("/")[-1]
    article = article or f"{published}-{claimant}-{hashlib.sha256(f'{place}{event}{actor}'.encode()).hexdigest()[:4]}"
    return Claim(
        id=claim_id(article, place, event, actor, claimant, stance, realis, date, extent == "partial", value),
        article=article,
        level="area" if place in AREAS else "place",
        place=place,
        place_text=place,
        event=event,
        actor=actor,
        extent=extent,
        claimant=claimant,
        claimant_name=claimant,
        side=side,
        stance=stance,
        realis=realis,
        date=date,
        value=value,
        of=of,
        quote="x",
        start=0,
        end=1,
        published=published,
        leaning=leaning,
        origin=origin,
    )
