"""The city as one script for the browser: Leaflet, our drawing code, shapes and names, fetched once for each version.

The file's name is a hash of what it holds, so a browser keeps it until something in it changes, and the steps of the
day slider never carry geometry again.
"""

import hashlib
import math
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import shapely
import shapely.affinity

from geo.city import City
from geo.landmarks import landmarks
from geo.places import DataError
from ui.escape import for_script
from ui.map_arcs import tiling

STATIC = Path(__file__).parent.parent / "static"
PARTS = ("patterns", "arcs", "labels", "points", "follow", "pair", "map")
CODE = ("leaflet/leaflet.js", *(f"map/{part}.js" for part in PARTS))
STYLE = ("leaflet/leaflet.css", "map/map.css")
MADE = STATIC / "made"
KEPT = 8  # older scripts stay for readers whose page still names them
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
GROUND = ("river", "road", "rail", "street", "hill", "airfield")
METRES_PER_DEGREE = 111_320.0  # of latitude; label points and letter sizes need no projection finer than this
# How many names of each level of importance: they appear from far to near.
LEVELS = (3, 14, 48)


def city_data(city: City, polygons: Mapping[str, shapely.Polygon], ground: Sequence[Mapping[str, object]]) -> object:
    """What the browser draws the city from. `ground` comes from `read_ground`."""
    ids = list(city.polygons)
    problems = [
        f"polygon id {each!r}: expected lower-case letters, digits and hyphens"
        for each in ids
        if not ID.fullmatch(each)
    ]
    problems += [f"polygon {each}: found no shape, expected one" for each in ids if each not in polygons]
    if problems:
        raise DataError(problems)
    shapes = [polygons[each] for each in ids]
    cut = tiling(shapes)
    middles = [_middle(shape) for shape in shapes]
    east = city.areas.get("east-aleppo", frozenset(ids))
    # Names of the east matter most: there the readers look; then the larger the polygon, the more room for a name.
    order = sorted(range(len(ids)), key=lambda n: -middles[n][1] * (2 if ids[n] in east else 1))
    level = {n: sum(place >= bound for bound in LEVELS) for place, n in enumerate(order)}
    return {
        "ids": ids,
        "names": [_names(city, each) for each in ids],
        "arcs": [_packed(arc.points) for arc in cut.arcs],
        "sides": [[arc.left, arc.right] for arc in cut.arcs],
        "cut": cut.rings,
        "points": [point for point, _ in middles],
        "room": [round(room) for _, room in middles],
        "area": [round(city.square_metres.get(each) or _square_metres(polygons[each])) for each in ids],
        "order": order,
        "level": [level[n] for n in range(len(ids))],
        "oldCity": [ids.index(each) for each in sorted(city.areas.get("old-city", ())) if each in ids],
        "bounds": _bounds(shapes),
        "first": _first_view(city, ids, middles, east),
        "landmarks": _landmarks(city),
        "ground": ground,
    }


def read_ground(path: Path) -> list[dict[str, object]]:
    """River, roads and rail as lines to draw; none where the layer is missing, for the map stands without it."""
    if not path.exists():
        return []
    features = msgspec.json.decode(path.read_bytes())["features"]
    return [
        {"kind": feature["properties"]["kind"], "lines": _lines(feature["geometry"])}
        for feature in features
        if feature["properties"]["kind"] in GROUND
    ]


def _lines(geometry: dict[str, Any]) -> list[list[tuple[float, float]]]:
    lines = {"LineString": lambda c: [c], "MultiLineString": list, "Polygon": list}[geometry["type"]](
        geometry["coordinates"]
    )
    return [[(lat, lon) for lon, lat, *_ in line] for line in lines]


def script(data: object, root: Path = STATIC) -> bytes:
    """The whole script: code, styles and data. Data stands as text that JSON.parse reads, never as code."""
    style = "\n".join((root / name).read_text("utf-8") for name in STYLE)
    style = re.sub(r"url\(images/[^)]*\)", "none", style)  # icons that this map does not use
    code = [(root / name).read_text("utf-8").replace("//# sourceMappingURL=leaflet.js.map", "") for name in CODE]
    code.insert(1, _SET_UP.replace("STYLE", for_script(style)).replace("CITY", for_script(for_script(data))))
    return "\n".join(code).encode()


# Styles go into the page with the code: st_folium does not wait for style sheets before it draws.
_SET_UP = """(function () {
  const here = new URL("..", document.currentScript.src).href;
  const style = document.createElement("style");
  style.textContent = STYLE.replaceAll("STATIC/", here);
  document.head.appendChild(style);
  window.eastAleppo = { city: JSON.parse(CITY) };
})();"""


def publish(content: bytes, folder: Path = MADE) -> str:
    """Put a script where Streamlit serves it; its name there. DataError if the folder cannot be written."""
    name = f"map-{hashlib.sha256(content).hexdigest()[:16]}.js"
    path = folder / name
    try:
        if not path.exists():
            folder.mkdir(exist_ok=True)
            draft = folder / f".{name}.{os.getpid()}"
            draft.write_bytes(content)
            draft.replace(path)
            older = sorted(folder.glob("map-*.js"), key=lambda each: each.stat().st_mtime_ns, reverse=True)
            for each in older[KEPT:]:
                each.unlink(missing_ok=True)
    except OSError as error:
        raise DataError([f"{folder}: the map's script cannot be written there: {error.strerror}"]) from error
    return name


def _names(city: City, polygon: str) -> tuple[str, str]:
    place = city.places.get(polygon)
    return (place.name_en, place.name_ar) if place else (polygon, polygon)


def _packed(points: Sequence[tuple[int, int]]) -> list[int]:
    """Points as differences: most are two or three digits."""
    flat, (x, y) = [], (0, 0)
    for lon, lat in points:
        flat += [lon - x, lat - y]
        x, y = lon, lat
    return flat


def _middle(shape: shapely.Polygon) -> tuple[tuple[float, float], float]:
    """Latitude and longitude of the middle of a polygon's widest part, and how many metres are free around it."""
    squeeze = math.cos(math.radians(shape.centroid.y))
    flat = shapely.affinity.scale(shape, xfact=squeeze, yfact=1, origin=(0, 0))
    radius = shapely.maximum_inscribed_circle(flat, tolerance=1e-5)
    x, y = radius.coords[0]
    return (round(y, 5), round(x / squeeze, 5)), radius.length * METRES_PER_DEGREE


def _square_metres(shape: shapely.Polygon) -> float:
    return float(shape.area) * METRES_PER_DEGREE**2 * math.cos(math.radians(shape.centroid.y))


def _first_view(
    city: City, ids: Sequence[str], middles: Sequence[tuple[tuple[float, float], float]], east: frozenset[str]
) -> list[list[float]]:
    """Corners of what a reader sees first: the built-up east, with its outskirts left to panning."""
    built = [
        point
        for id_, (point, _) in zip(ids, middles, strict=True)
        if id_ in east and (id_ not in city.places or city.places[id_].kind in ("neighbourhood", "quarter"))
    ]
    lats, lons = zip(*(built or [point for point, _ in middles]), strict=True)
    return [[min(lats), min(lons)], [max(lats), max(lons)]]


def points(city: City) -> tuple[str, ...]:
    """The landmarks to draw as points: those of which somebody has said where they stand."""
    return tuple(name for name in landmarks(city) if city.places[name].lat is not None)


def _landmarks(city: City) -> list[tuple[str, float | None, float | None, str, str, bool]]:
    """These landmarks: where, their names, and whether the point is sure."""
    places = [city.places[name] for name in points(city)]
    return [(each.id, each.lat, each.lon, each.name_en, each.name_ar, each.confidence == "high") for each in places]


def _bounds(shapes: Sequence[shapely.Polygon]) -> list[list[float]]:
    west, south, east, north = shapely.total_bounds(shapes)
    return [[south, west], [north, east]]
