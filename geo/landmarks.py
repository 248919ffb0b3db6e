"""Landmarks that are a point on the map: a bridge, a hospital, a hill, inside the polygon of a neighbourhood (23)."""

from geo.city import City
from geo.places import Place


def is_point(place: Place) -> bool:
    """Whether a place is drawn as a point; a landmark with a polygon of its own is coloured like any polygon."""
    return place.kind == "landmark" and place.relation == "within"


def landmarks(city: City) -> tuple[str, ...]:
    """The landmarks that are points, in the gazetteer's order."""
    return tuple(name for name, place in city.places.items() if is_point(place))


def within(city: City, polygon: str) -> tuple[str, ...]:
    """The landmarks that lie in a polygon."""
    return tuple(name for name in landmarks(city) if polygon in city.places[name].polygons)
