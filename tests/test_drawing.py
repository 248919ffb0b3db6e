"""A boundary that changes is drawn as it is and as it would be."""

import shapely

from ui.desk_outline import drawing, outlines
from ui.words import words


def test_old_and_new_outline_are_drawn_over_each_other() -> None:
    was, then = shapely.box(0, 0, 100, 100), shapely.box(0, 0, 120, 100)
    drawn = drawing({"a": was}, {"a": then})
    assert drawn.count("<path") == 2
    assert "stroke-dasharray" in drawn
    assert "120.0 -100.0" in drawn
    assert "dashed as it is now" in outlines({"a": was}, {"a": then}, words("en"))
