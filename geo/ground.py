"""The ground layer: river, roads, the citadel hill and the airfield as lines and outlines of our own drawing."""

import json
from pathlib import Path
from typing import Literal

import msgspec
import shapely

from geo.places import HERE, DataError

FILE = "ground.geojson"
# A feature is there only if the references place it within some 150 m; what they do not show is left out.
Kind = Literal["river", "road", "rail", "hill", "airfield"]


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a ground feature says of itself. A street that the references show without a name has none."""

    id: str
    kind: Kind
    name_en: str
    name_ar: str
    drawn_from: str
    drawn_by: str
    drawn_on: str
    sure: str
    note: str


class Line(msgspec.Struct, frozen=True, tag_field="type", tag="LineString"):
    """A line in WGS 84 degrees."""

    coordinates: list[tuple[float, float]]


class Outline(msgspec.Struct, frozen=True, tag_field="type", tag="Polygon"):
    """An outline of one ring in WGS 84 degrees."""

    coordinates: tuple[list[tuple[float, float]]]


class Ground(msgspec.Struct, frozen=True):
    """One feature of the ground layer."""

    type: Literal["Feature"]
    properties: Said
    geometry: Line | Outline

    def shape(self) -> shapely.LineString | shapely.Polygon:
        """The geometry, to draw or to measure."""
        if isinstance(self.geometry, Outline):
            return shapely.Polygon(self.geometry.coordinates[0])
        return shapely.LineString(self.geometry.coordinates)


class _Collection(msgspec.Struct, frozen=True):
    type: Literal["FeatureCollection"]
    features: list[Ground]


def read_ground(folder: Path = HERE) -> list[Ground]:
    """All features of ground.geojson, in file order; DataError if the file cannot be used."""
    try:
        return msgspec.json.decode((folder / FILE).read_bytes(), type=_Collection).features
    except (OSError, msgspec.MsgspecError) as error:
        raise DataError([f"{FILE}: {error}, expected lines and outlines that say what they were drawn from"]) from error


def to_text(features: list[Ground]) -> str:
    """The one form of the file: features by id, one a line, newline at the end."""
    ordered = sorted(features, key=lambda feature: feature.properties.id)
    lines = [json.dumps(msgspec.to_builtins(f), ensure_ascii=False, separators=(",", ":")) for f in ordered]
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"
