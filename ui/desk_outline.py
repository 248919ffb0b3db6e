"""A boundary as it is and as it would be, drawn over each other: what is accepted has been seen."""

import base64
from collections.abc import Mapping

import shapely

from ui.escape import for_html
from ui.words import Words

MARGIN = 0.06  # of the drawing's longer side


def outlines(before: Mapping[str, shapely.Polygon], after: Mapping[str, shapely.Polygon], w: Words) -> str:
    """The polygons that change, in metres, as a picture: dashed as they are, in full as they would be."""
    said = for_html(w._("The outline: dashed as it is now, in full as it would be."))
    encoded = base64.b64encode(drawing(before, after).encode()).decode()
    style = "display:block;width:100%;height:320px"
    return (
        f'<figure style="margin:0"><img src="data:image/svg+xml;base64,{encoded}" alt="{said}" style="{style}">'
        f'<figcaption class="fine">{said}</figcaption></figure>'
    )


def drawing(before: Mapping[str, shapely.Polygon], after: Mapping[str, shapely.Polygon]) -> str:
    """The picture itself; its colours stand out from a light page and from a dark one."""
    west, south, east, north = shapely.total_bounds([*before.values(), *after.values()])
    edge = MARGIN * max(east - west, north - south)
    box = f"{west - edge:.1f} {-north - edge:.1f} {east - west + 2 * edge:.1f} {north - south + 2 * edge:.1f}"
    now = "".join(_path(shape, 'stroke="#888888" stroke-width="2" stroke-dasharray="6 4"') for shape in before.values())
    then = "".join(_path(shape, 'stroke="#2f7fd6" stroke-width="2.5"') for shape in after.values())
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{then}{now}</svg>'


def _path(shape: shapely.Polygon, look: str) -> str:
    points = " L".join(f"{x:.1f} {-y:.1f}" for x, y in shape.exterior.coords)
    return f'<path d="M{points}Z" fill="none" vector-effect="non-scaling-stroke" {look}/>'
