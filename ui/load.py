"""What the page is drawn from, read once for each version of the data and shared by all readers, who only read it."""

import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

import msgspec
import shapely
import streamlit as st

import extract
from extract.reading import Speaker
from geo.city import BASELINE_DAY, City, load_city
from geo.claim import Claim, read_claims
from geo.control import Days, control
from geo.places import DataError
from geo.policy import expand
from seeds.backup import to_lines
from seeds.current import StoreError, current
from seeds.decision import Edits, fold
from seeds.problem import Problem
from seeds.source import Source, read_sources
from ui.decided import Found, decide
from ui.view import Choices, View

ROOT = Path(__file__).parent.parent
# Everything the map depends on: a change of any of these files is a new version of the data.
PARTS = (
    "geo/*.csv", "geo/*.geojson", "geo/*.py", "extract/*.py", "extract/lexicons/*",
    "seeds/claims.jsonl", "seeds/digests/*", "seeds/originals/*.txt",
)  # fmt: skip


class Archive(msgspec.Struct, frozen=True):
    """All that is known, ready for the page. `problems` are sources that could not be read; the others stand."""

    version: str  # twelve digits of the hash of all data, rules and decisions: names this state of the map for ever
    city: City
    sources: dict[str, Source]
    claims: tuple[Claim, ...]
    speakers: dict[str, Speaker]
    problems: tuple[str, ...]
    choices: Choices
    edits: Edits = Edits()  # what editors decided, already in everything above
    found: Found | None = None  # the same before any decision
    all_sources: Mapping[str, Source] = {}  # also those that editors switched off
    read: tuple[Claim, ...] = ()  # all claims as read, before anything was switched off, rejected or amended
    polygons: Mapping[str, shapely.Polygon] | None = None  # where editors moved boundaries


Stamp = tuple[tuple[str, int, int], ...]
DECISIONS = (
    "decisions"  # the entry of a stamp that no file is: the newest decision seen, and whether there may be later
)


def stamp() -> Stamp:
    """Which files there are, how long and how old, and the newest decision: different after any change."""
    here = tuple(sorted(_files()))
    try:
        store = current()
        if store is None:
            return here
        edits, news = store.look()
        return (*here, (DECISIONS, edits.last, int(not news)))
    except StoreError as error:
        raise DataError([error.args[0]]) from error


def _files() -> Iterator[tuple[str, int, int]]:
    """Name, bytes and time of change of every file of PARTS: as plain strings, because this is asked at every run."""
    for part in PARTS:
        folder, _, pattern = part.rpartition("/")
        try:
            entries = os.scandir(ROOT / folder)
        except FileNotFoundError:  # an archive may have no originals
            continue
        with entries:
            for entry in entries:
                if fnmatch(entry.name, pattern):
                    seen = entry.stat()
                    yield f"{folder}/{entry.name}", seen.st_size, seen.st_mtime_ns


def archive(now: Stamp) -> Archive:
    """The archive as the files and decisions of a stamp make it. DataError with every problem that leaves no map."""
    return _kept(hashlib.sha256(repr(now).encode()).hexdigest(), _now=now)


@st.cache_resource(max_entries=2, show_spinner=False)
def _kept(key: str, *, _now: Stamp) -> Archive:
    now = _now
    files = tuple(entry for entry in now if entry[0] != DECISIONS)
    version, found, problems = _found(files)
    last, late = next(((number, late) for name, number, late in now if name == DECISIONS), (0, 0))
    if late:
        said = Problem("the store of decisions does not answer: the map is as of decision {number}", number=last)
        problems = (*problems, said)
    store = current() if last else None
    if store is None:
        return _archive(version, found, Edits(), problems)
    rows = [row for row in store.rows() if row.id <= last]
    return _archive(hashlib.sha256(version.encode() + to_lines(rows)).hexdigest(), found, fold(rows), problems)


def _archive(version: str, found: Found, edits: Edits, problems: Sequence[str]) -> Archive:
    seen = decide(found, edits)
    return Archive(
        version=version[:12],
        city=seen.city,
        sources=seen.sources,
        claims=seen.claims,
        speakers=seen.speakers,
        problems=(*problems, *seen.problems),
        choices=_choices(seen.city, seen.sources, list(seen.claims)),
        edits=seen.edits,
        found=found,
        read=seen.read,
        all_sources=seen.all_sources,
        polygons=seen.polygons,
    )


@st.cache_resource(max_entries=1, show_spinner=False)
def _found(files: Stamp) -> tuple[str, Found, tuple[str, ...]]:
    """What the files hold, its hash, and what could not be read."""
    city = load_city()
    sources, problems = read_sources()
    path = ROOT / "seeds" / "claims.jsonl"
    claims, wrong = read_claims(path.read_bytes(), "seeds/claims.jsonl")
    if wrong:
        raise DataError(wrong)
    claims = _with_originals(claims, sources)
    whole = hashlib.sha256()
    for name, _, _ in files:
        whole.update(name.encode() + b"\0" + (ROOT / name).read_bytes())
    return whole.hexdigest(), Found(city, sources, tuple(claims), extract.speakers()), tuple(problems)


def _with_originals(claims: list[Claim], sources: dict[str, Source]) -> list[Claim]:
    """Claims of the texts at hand: where an original lies, it is read in place of its digest."""
    here = [claim for claim in claims if claim.article in sources and sources[claim.article].kind == "digest"]
    for source in sources.values():
        if source.kind == "original":
            here += extract.read(source.text, source.record).claims
    return sorted(here, key=lambda claim: (claim.article, claim.start, claim.id))


def _choices(city: City, sources: dict[str, Source], claims: list[Claim]) -> Choices:
    return Choices(
        places=frozenset(city.places),
        sources=frozenset(sources),
        claimants=frozenset(claim.claimant for claim in claims),
        publishers=frozenset(publisher_id(source) for source in sources.values()),
        sides=frozenset(claim.side for claim in claims),
        claims=frozenset(claim.id for claim in claims),
        last_known=max((source.record.published for source in sources.values()), default=BASELINE_DAY.isoformat()),
    )


def publisher_id(source: Source) -> str:
    """The name a publisher is switched by: its own, else the agency's it relays, else the source's id."""
    return source.record.publisher or source.record.agency or source.record.id


def days(data: Archive, view: View) -> Days:
    """The states of all days under a view's known-by day, policy and switched-off sources."""
    return _days(data.version, view.known, view.policy, view.without, _data=data)


@st.cache_resource(max_entries=24, show_spinner=False)
def _days(version: str, known: str, policy: str, without: tuple[str, ...], *, _data: Archive) -> Days:
    if (policy, without) == ("all", ()):
        return control(_data.city, _data.claims, known=known or None)
    publishers = {name: publisher_id(source) for name, source in _data.sources.items()}
    whole = _days(version, known, "all", (), _data=_data)
    return whole.again(policy=policy, without=expand(without, publishers))
