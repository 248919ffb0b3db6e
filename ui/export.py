"""What leaves the page as files: the map as GeoJSON, claims as CSV and JSON Lines, citations as Web Annotations."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import shapely

from geo.claim import Claim
from geo.control import Days
from seeds.source import Source
from ui.load import Archive

CONTEXT = 32  # code points before and after a quotation, as the Web Annotation model advises
TEXT_KIND = "text_kind"  # as in the records of sources
RISKY = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that begins so


def geojson(data: Archive, known: Days, day: str, shapes: Mapping[str, shapely.Polygon]) -> str:
    """All polygons with the state of a day, then the landmarks as points, as one FeatureCollection."""
    places = data.city.places
    points = {name: (places[name].lon, places[name].lat) for name in known.points[day]}
    drawn: dict[str, Any] = {name: shapely.geometry.mapping(shapes[name]) for name in data.city.polygons}
    drawn |= {name: {"type": "Point", "coordinates": at} for name, at in points.items() if None not in at}
    features = []
    for name, geometry in drawn.items():
        state: dict[str, Any] = msgspec.to_builtins(known.state(day, name))
        properties = {"id": name, "name_en": places[name].name_en, "name_ar": places[name].name_ar, **state}
        features.append({"type": "Feature", "properties": properties, "geometry": geometry})
    whole = {"type": "FeatureCollection", "day": day, "data_version": data.version, "features": features}
    return json.dumps(whole, ensure_ascii=False)


def claims_csv(claims: Iterable[Claim], sources: Mapping[str, Source]) -> str:
    """Claims as a table for spreadsheets; what a spreadsheet would run is kept from it by a leading apostrophe.

    The last column says whose words the quote is: the report's (original) or the project's (digest).
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow((*Claim.__struct_fields__, TEXT_KIND))
    for claim in claims:
        cells = [cell(getattr(claim, name)) for name in Claim.__struct_fields__]
        writer.writerow([*cells, kind_of_text(claim, sources)])
    return out.getvalue()


def cell(value: object) -> str:
    """One cell's text."""
    if isinstance(value, tuple):
        value = ";".join("-".join(map(str, part)) if isinstance(part, tuple) else str(part) for part in value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(RISKY) else text


def claims_jsonl(claims: Iterable[Claim], sources: Mapping[str, Source]) -> bytes:
    """Claims one a line, as the project keeps them, each with whose words its quote is."""
    lines = []
    for claim in claims:
        fields: dict[str, object] = msgspec.to_builtins(claim)
        lines.append(msgspec.json.encode({**fields, TEXT_KIND: kind_of_text(claim, sources)}) + b"\n")
    return b"".join(lines)


def kind_of_text(claim: Claim, sources: Mapping[str, Source]) -> str:
    """Whether a claim quotes the report itself (original) or the project's digest of it; empty if it is not at hand."""
    return sources[claim.article].kind if claim.article in sources else ""


def annotations(claims: Iterable[Claim], sources: Mapping[str, Source]) -> str:
    """Claims as W3C Web Annotations: each names its words by quotation and by position in the text shown."""
    items = [annotation(claim, sources[claim.article]) for claim in claims if claim.article in sources]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:east-aleppo:claims",
        "type": "AnnotationPage",
        "items": items,
    }
    return json.dumps(page, ensure_ascii=False, indent=1)


def annotation(claim: Claim, source: Source) -> dict[str, object]:
    """One claim; the text is the report's where the original is at hand, else the project's digest."""
    text = source.text
    target: dict[str, object] = {
        "source": source.record.url
        if source.kind == "original" and source.record.url
        else f"urn:east-aleppo:{source.kind}:{claim.article}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[claim.start : claim.end],
                "prefix": text[max(claim.start - CONTEXT, 0) : claim.start],
                "suffix": text[claim.end : claim.end + CONTEXT],
            },
            {"type": "TextPositionSelector", "start": claim.start, "end": claim.end},
        ],
    }
    said = {"type": "Dataset", "format": "application/json", "value": msgspec.to_builtins(claim)}
    return {
        "id": f"urn:east-aleppo:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": said,
        "target": target,
    }
