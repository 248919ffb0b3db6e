"""Boundaries: the file out, an edited file in, everything checked before it can be decided."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

import shapely
import streamlit as st

from geo.polygons import FILE, Feature, parse_features, read_features, to_metres, to_text
from geo.tiling_adopt import adopt
from geo.tiling_check import check
from seeds.decision import Decision, MoveBoundary
from seeds.problem import Problem
from ui.desk_effect import effect, trial
from ui.desk_outline import outlines
from ui.desk_point import landmark
from ui.desk_reason import forget_reason, reason_box
from ui.desk_write import attempt, seen
from ui.escape import for_html
from ui.load import Archive
from ui.names import place_called
from ui.words import Words

if TYPE_CHECKING:
    from seeds.desk import Desk
    from seeds.people import SignIn

LIMIT = 2  # megabytes of an edited file
WEST, SOUTH, EAST, NORTH = 36.5, 35.8, 37.8, 36.8  # degrees: well around the city


def bounds(data: Archive, w: Words) -> None:
    """Download, edit in any GeoJSON editor, upload, look, decide."""
    now = features_now(data)
    st.html(
        f"<p>{w._('Boundaries are edited outside: take the file, move vertices in a GeoJSON editor, bring it back.')} "
        f"{w._('What one polygon changes is done to every neighbour that shares it; all must still tile exactly.')}</p>"
    )
    last = max((decision.id for decision in data.edits.boundaries), default=0)
    st.download_button(
        w._("The boundaries as GeoJSON"), stamped(now, last), FILE, "application/geo+json", on_click="ignore"
    )
    landmark(data, w)
    turn = st.session_state.setdefault("bounds-turn", 0)
    file = st.file_uploader(
        w._("An edited file"), type=["geojson", "json"], key=f"bounds-file-{turn}", max_upload_size=LIMIT
    )
    if file is None:
        return
    rings, said, problems = propose(now, file.getvalue(), file.name, last)
    if problems:
        rows = "".join(f"<li><bdi>{for_html(w.problem(problem))}</bdi></li>" for problem in problems[:50])
        st.html(f'<div class="notice" role="alert"><p>{w._("It cannot be taken as it is:")}</p><ul>{rows}</ul></div>')
    if not rings or said is None:
        if not problems:
            st.html(f'<p role="status">{w._("Nothing differs from the boundaries as they are.")}</p>')
        return
    before = to_metres({f.properties.id: shapely.Polygon(f.ring) for f in now if f.properties.id in rings})
    after = to_metres({name: shapely.Polygon(ring[0]) for name, ring in rings.items()})
    st.html(outlines(before, after, w) + _table(before, after, data, w))
    target = sorted(rings)[0]
    effect(data, [trial(target, MoveBoundary(rings))], w, key="bounds")
    reason = reason_box("bounds-reason", w, 80)
    known = seen(target)
    if st.button(w._("Save decision"), key="save-bounds", type="primary", disabled=bool(problems) or not reason):

        def write(desk: "Desk", by: "SignIn | None", request: str) -> Decision:
            return desk.move_boundary(by, target, rings, reason, request, known)

        if attempt(f"bounds-{target}", data, w, write):
            st.session_state["bounds-turn"] = turn + 1  # the file says what was to change, and that is done
            forget_reason("bounds-reason")
        st.rerun()


def features_now(data: Archive) -> list[Feature]:
    """The features with every boundary that was moved."""
    features = read_features()
    if data.polygons is None:
        return features
    return [
        Feature(f.properties, tuple((float(x), float(y)) for x, y in data.polygons[f.properties.id].exterior.coords))
        for f in features
    ]


def stamped(now: list[Feature], last: int) -> str:
    """The file for an editor; it says after which decision it was taken, so that it can undo no later one unseen."""
    return to_text(now).replace('{"type":"FeatureCollection",', f'{{"type":"FeatureCollection","decision":{last},', 1)


def propose(
    now: list[Feature], uploaded: bytes, name: str, last: int = 0
) -> tuple[dict[str, list[list[list[float]]]], list[Feature] | None, list[str]]:
    """The rings that differ, by polygon, the whole partition after them, and everything that is wrong with it."""
    try:
        text = uploaded.decode("utf-8-sig")
        edited, problems = parse_features(text, name)
    except (UnicodeDecodeError, RecursionError):
        return (
            {},
            None,
            [Problem("{file}: found no GeoJSON in UTF-8, expected the file that was downloaded, edited", file=name)],
        )
    if not problems and json.loads(text).get("decision", last) != last:
        problems = [
            Problem(
                "{file}: found a file from before decision {number} moved a boundary, expected a newer: take it anew",
                file=name,
                number=last,
            )
        ]
    problems += [Problem("{file}: {problem}", file=name, problem=problem) for problem in _unlikely(now, edited)]
    if problems:
        return {}, None, problems
    try:
        after, edits = adopt(now, edited)
    except RecursionError:
        return (
            {},
            None,
            [Problem("{file}: found too many vertices changed at once, expected a few quarters at a time", file=name)],
        )
    whole = to_text([Feature(f.properties, a.ring) for f, a in zip(now, after, strict=True)])
    problems = [*edits.refused, *check(whole, name)]
    before = {f.properties.id: f.ring for f in parse_features(to_text(now))[0]}
    moved = parse_features(whole)[0]
    rings = {f.properties.id: [[[x, y] for x, y in f.ring]] for f in moved if f.ring != before.get(f.properties.id)}
    return rings, after, problems


def _unlikely(now: list[Feature], edited: list[Feature]) -> list[str]:
    """What no editing of this city can have made: vertices elsewhere, or far more of them."""
    problems: list[str] = [
        Problem(
            "{polygon}: found the vertex {point}, expected one near Aleppo", polygon=f.properties.id, point=f"{y}, {x}"
        )
        for f in edited
        for x, y in f.ring
        if not (WEST <= x <= EAST and SOUTH <= y <= NORTH)
    ]
    before, after = (sum(len(f.ring) for f in features) for features in (now, edited))
    if after > 2 * before:
        problems.append(
            Problem(
                "found {after} vertices, expected no more than twice the {before} there are", after=after, before=before
            )
        )
    return problems


def _table(before: Mapping[str, shapely.Polygon], after: Mapping[str, shapely.Polygon], data: Archive, w: Words) -> str:
    rows = []
    for name in sorted(after):
        was, now_is = before[name].area / 10_000, after[name].area / 10_000
        cells = "".join(f'<td class="num">{w.number(value, 1)}</td>' for value in (was, now_is, now_is - was))
        rows.append(f"<tr><td><bdi>{for_html(place_called(name, data.city.places, w))}</bdi></td>{cells}</tr>")
    heads = (w._("Place"), w._("hectares now"), w._("hectares after"), w._("difference"))
    head = "".join(f'<th scope="col">{title}</th>' for title in heads)
    return f'<table class="small"><thead><tr>{head}</tr></thead><tbody>{"".join(rows)}</tbody></table>'
