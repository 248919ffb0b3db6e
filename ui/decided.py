"""What readers see once editors' decisions are applied to what the files hold. No decision changes a file."""

import functools
from collections.abc import Iterable, Mapping, Sequence

import msgspec
import shapely

import extract
from extract.extra import Extra, ExtraSpeaker, ExtraSpelling, also, extra
from extract.lexicon import with_spellings
from extract.origin import mark_origins
from extract.reading import Reading, Speaker
from geo.city import City
from geo.claim import Claim
from geo.polygons import borders, read_polygons, to_metres
from seeds.decision import (
    AddSource,
    AddSpeaker,
    AddSpelling,
    DateSource,
    Decision,
    Edits,
    MoveBoundary,
    MovePoint,
    apply_edits,
    pending,
)
from seeds.problem import Problem, misfit
from seeds.source import Record, Source


class Found(msgspec.Struct, frozen=True):
    """What the files hold, before any decision."""

    city: City
    sources: Mapping[str, Source]
    claims: tuple[Claim, ...]  # of these sources, as the reader made them
    speakers: Mapping[str, Speaker]


class Decided(msgspec.Struct, frozen=True):
    """The same after decisions. `read` are all claims as read, also those of sources switched off and rejected ones."""

    city: City
    sources: dict[str, Source]
    claims: tuple[Claim, ...]
    speakers: dict[str, Speaker]
    read: tuple[Claim, ...]
    all_sources: dict[str, Source]
    edits: Edits  # those that could be applied
    polygons: dict[str, shapely.Polygon] | None = None  # where boundaries moved
    problems: tuple[str, ...] = ()


def decide(found: Found, edits: Edits) -> Decided:
    """Apply decisions: articles and words added, dates corrected and read again, readings judged, boundaries moved."""
    added = extra_of(edits)
    sources, again, problems = _sources(found.sources, edits)
    entered = {name: row for name, row in edits.added.items() if name in sources and name not in found.sources}
    edits = msgspec.structs.replace(edits, added=entered)
    if added:
        again = set(sources)
    texts = _texts(found.claims, sources, again, added)
    read = tuple(mark_origins(texts)) if again else found.claims
    shown = [
        (record, text, [claim for claim in claims if not pending(claim, edits)])
        for record, text, claims in texts
        if record.id not in edits.off
    ]
    hidden = edits.off or edits.added
    seen = mark_origins(shown) if hidden else read  # what is not shown is nobody's origin
    city, polygons, wrong = _moved(found.city, edits.boundaries)
    return Decided(
        city=_with_points(_spelled(city, added), edits),
        sources={name: source for name, source in sources.items() if name not in edits.off},
        claims=tuple(apply_edits(seen, edits)),
        speakers={**found.speakers, **{one.speaker.id: one.speaker for one in added.speakers}},
        read=read,
        all_sources=sources,
        edits=edits,
        polygons=polygons,
        problems=(*problems, *wrong),
    )


def extra_of(edits: Edits) -> Extra:
    """The spellings and speakers that decisions added."""
    return extra(
        (
            ExtraSpelling(d.target, d.what.text, d.what.language, d.what.needs)
            for d in edits.spellings
            if isinstance(d.what, AddSpelling)
        ),
        (
            ExtraSpeaker(d.what.text, _speaker(d.target, d.what))
            for d in edits.speakers
            if isinstance(d.what, AddSpeaker)
        ),
    )


def read_text(text: str, record: Record, added: Extra) -> Reading:
    """A reading with what editors added; made once for each text, record and list of additions."""
    return _reading(msgspec.json.encode(record), text, added)


@functools.lru_cache(maxsize=256)
def _reading(record: bytes, text: str, added: Extra) -> Reading:
    with also(added):
        return extract.read(text, msgspec.json.decode(record, type=Record))


def _speaker(name: str, what: AddSpeaker) -> Speaker:
    return msgspec.convert(
        {"id": name, "name_en": what.name, "name_ar": what.text, "side": what.side, "basis": what.basis}, Speaker
    )


def _sources(shipped: Mapping[str, Source], edits: Edits) -> tuple[dict[str, Source], set[str], list[str]]:
    """All sources with their dates, and the ids of those that must be read again or for the first time."""
    sources, again = dict(shipped), set()
    problems: list[str] = []
    for name, decision in edits.added.items():
        if not isinstance(decision.what, AddSource):
            continue
        if name in shipped:
            problems.append(
                Problem("{file}: found an added article of the id of a shipped source, expected another id", file=name)
            )
            continue
        try:
            record = msgspec.convert(decision.what.record, Record)
        except msgspec.ValidationError as error:
            problems.append(Problem("{file}: {problem}", file=name, problem=misfit(error)))
            continue
        sources[name] = Source(record, decision.what.text or "", record.text_kind)
        again.add(name)
    for name, decision in edits.dates.items():
        if name in sources and isinstance(decision.what, DateSource):
            dated = msgspec.structs.replace(
                sources[name].record, published=decision.what.published, published_basis=decision.what.basis
            )
            sources[name] = msgspec.structs.replace(sources[name], record=dated)
            again.add(name)
    return dict(sorted(sources.items())), again, problems


def _texts(
    claims: tuple[Claim, ...], sources: Mapping[str, Source], again: set[str], added: Extra
) -> list[tuple[Record, str, Sequence[Claim]]]:
    """Every source with what was read from it, those of `again` anew."""
    kept: dict[str, list[Claim]] = {name: [] for name in sources}
    for claim in claims:
        kept.setdefault(claim.article, []).append(claim)
    return [
        (s.record, s.text, read_text(s.text, s.record, added).claims if name in again else kept[name])
        for name, s in sources.items()
    ]


def _spelled(city: City, added: Extra) -> City:
    """The city with the added spellings, so that search knows them too."""
    places = with_spellings(city.places, added)
    return msgspec.structs.replace(city, places=places) if added.spellings else city


def _with_points(city: City, edits: Edits) -> City:
    """The city with landmarks where editors put them."""
    moved = {
        name: msgspec.structs.replace(place, lat=d.what.lat, lon=d.what.lon, point_basis=d.what.basis)
        for name, d in edits.points.items()
        if isinstance(d.what, MovePoint) and (place := city.places.get(name))
    }
    return msgspec.structs.replace(city, places={**city.places, **moved}) if moved else city


def _moved(city: City, boundaries: Iterable[Decision]) -> tuple[City, dict[str, shapely.Polygon] | None, list[str]]:
    """The city with moved boundaries; one that no longer fits the others is left out and named."""
    moved = [(d.id, d.what.coordinates) for d in boundaries if isinstance(d.what, MoveBoundary)]
    if not moved:
        return city, None, []
    polygons = read_polygons()
    problems: list[str] = []
    for number, rings in moved:
        tried = {**polygons, **{name: shapely.Polygon(ring[0], ring[1:]) for name, ring in rings.items()}}
        if tried.keys() != polygons.keys() or not _tiles(tried):
            problems.append(
                Problem("decision {number}: the boundary no longer fits its neighbours; it is not drawn", number=number)
            )
        else:
            polygons = tried
    metres = to_metres(polygons)
    areas = {name: float(shape.area) for name, shape in metres.items()}
    return msgspec.structs.replace(city, square_metres=areas, borders=borders(metres)), polygons, problems


def _tiles(polygons: Mapping[str, shapely.Polygon]) -> bool:
    """Whether polygons lie edge to edge and leave no hole; what else makes a good partition was checked before."""
    shapes = list(to_metres(polygons).values())
    if not all(shape.is_valid for shape in shapes) or not shapely.coverage_is_valid(shapes, gap_width=1.0):
        return False
    whole = shapely.union_all(shapes)
    return isinstance(whole, shapely.Polygon) and not whole.interiors
