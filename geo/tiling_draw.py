"""A labelled picture of the partition, as SVG: any browser shows it, and it can be enlarged without end."""

import html
import math
from collections.abc import Mapping, Sequence

import shapely

from geo.city import City
from geo.polygons import Properties, to_metres

WIDTH = 2400  # pixels
# Who held it on 15 November 2016: the pale colours of the map; divided ground is striped.
FILL = {"government": "#F1CDB1", "opposition": "#B2DCCE", "sdf": "#F4ED97", "is": "#000000", "unknown": "#FAF8F4"}
LINE = {
    "river": ("#5B8DB8", 5),
    "road": ("#8B857A", 4),
    "rail": ("#57534B", 3),
    "hill": ("#8B857A", 2),
    "airfield": ("#8B857A", 2),
}


class _Sheet:
    """Where a point in metres lies on the picture."""

    def __init__(self, shapes: Sequence[shapely.Polygon]) -> None:
        west, south, east, north = shapely.total_bounds(shapes)
        margin = (east - west) * 0.01
        self.scale = WIDTH / (east - west + 2 * margin)
        self.west, self.north = west - margin, north + margin
        self.height = (north - south + 2 * margin) * self.scale

    def at(self, x: float, y: float) -> tuple[float, float]:
        return round((x - self.west) * self.scale, 1), round((self.north - y) * self.scale, 1)

    def path(self, points: Sequence[Sequence[float]]) -> str:
        return "M" + "L".join("{},{}".format(*self.at(*point[:2])) for point in points)


def draw(
    city: City,
    polygons: Mapping[str, shapely.Polygon],
    said: Mapping[str, Properties],
    ground: Sequence[tuple[str, str, shapely.Geometry]],
    wanted: frozenset[str] = frozenset(),
) -> str:
    """The picture of all polygons, or of those wanted and their neighbours. `ground`: kind, name, shape in degrees."""
    metres = to_metres(polygons)
    shown = {b for pair in city.borders for b in pair if wanted & set(pair)} | wanted or set(polygons)
    sheet = _Sheet([metres[name] for name in sorted(wanted or shown)])
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{sheet.height:.0f}" '
        'font-family="Source Sans 3, Noto Sans Arabic, sans-serif" text-anchor="middle">',
        '<rect width="100%" height="100%" fill="#EFECE6"/>',
        _stripes("divided", FILL["opposition"], FILL["government"]),
        _stripes("shared", FILL["sdf"], FILL["government"]),
    ]
    for name in sorted(shown):
        held = city.baseline[name]
        fill = FILL.get(held.holder) or ("url(#divided)" if "opposition" in held.parties else "url(#shared)")
        dash = ' stroke-dasharray="7 4"' if said[name].sure.startswith("low") else ""
        title = html.escape(f"{name}: {said[name].sure}; {said[name].drawn_from}; {said[name].note}")
        out.append(
            f'<path d="{sheet.path(metres[name].exterior.coords)}Z" fill="{fill}" stroke="#57534B"{dash}>'
            f"<title>{title}</title></path>"
        )
    shapes = to_metres({str(n): shape for n, (_, _, shape) in enumerate(ground)})
    for (kind, name, _), shape in zip(ground, shapes.values(), strict=True):
        colour, width = LINE[kind]
        points = shape.exterior.coords if shape.geom_type == "Polygon" else shape.coords
        out.append(
            f'<path d="{sheet.path(points)}" fill="none" stroke="{colour}" stroke-width="{width}" stroke-opacity=".55">'
            f"<title>{html.escape(name or kind)}</title></path>"
        )
    out += [_label(sheet, metres[name], said[name]) for name in sorted(shown)]
    for name, point in _landmarks(city, shown):
        x, y = sheet.at(*point)
        out.append(f'<circle cx="{x}" cy="{y}" r="4" fill="#0B4F8A"/>')
        out.append(f'<text x="{x}" y="{y - 6}" font-size="9" fill="#0B4F8A">{html.escape(name)}</text>')
    return "\n".join([*out, "</svg>", ""])


def _stripes(name: str, one: str, other: str) -> str:
    return (
        f'<pattern id="{name}" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="12" height="12" fill="{one}"/><rect width="6" height="12" fill="{other}"/></pattern>'
    )


def _label(sheet: _Sheet, polygon: shapely.Polygon, said: Properties) -> str:
    """Both names at the pole of inaccessibility, as large as the room there allows."""
    circle = shapely.maximum_inscribed_circle(polygon, tolerance=5)
    x, y = sheet.at(*circle.coords[0])
    room = 2 * circle.length * sheet.scale
    size = max(6.0, min(22.0, 2.1 * room / max(len(said.name_en), len(said.name_ar), 6)))
    return (
        f'<g paint-order="stroke" stroke="#FFFFFF" stroke-opacity=".8" stroke-width="{size / 5:.1f}" fill="#1C1B19">'
        f'<text x="{x}" y="{y - size * 0.1:.1f}" font-size="{size:.1f}">{html.escape(said.name_en)}</text>'
        f'<text x="{x}" y="{y + size * 1.05:.1f}" font-size="{size:.1f}">{html.escape(said.name_ar)}</text></g>'
    )


def _landmarks(city: City, shown: set[str]) -> list[tuple[str, tuple[float, float]]]:
    """Landmarks whose place is known to some 150 m, with their points in metres."""
    known = [
        place
        for place in city.places.values()
        if place.kind == "landmark"
        and place.relation == "within"  # one that is drawn has its label already
        and place.confidence in ("high", "medium")
        and set(place.polygons) & shown
        and place.lat is not None
        and place.lon is not None
    ]
    points = to_metres({p.id: shapely.Point(p.lon or math.nan, p.lat or math.nan) for p in known})
    return [(p.name_en, (points[p.id].x, points[p.id].y)) for p in known]
