"""Keep the partition sound: `python -m geo.tiling check | repair | adopt FILE | draw OUT.svg [ID ...]`."""

import argparse
import sys
from pathlib import Path

from geo.city import load_city
from geo.ground import read_ground
from geo.places import HERE, DataError
from geo.polygons import FILE, feature_properties, parse_features, read_features, read_polygons, to_text
from geo.tiling_adopt import adopt
from geo.tiling_check import check
from geo.tiling_draw import draw


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 if all is well, 1 if something is wrong with the partition, 2 if a file cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m geo.tiling", description=__doc__)
    parser.add_argument("--folder", type=Path, default=HERE, help="folder of the data files (default: geo)")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="list everything that is wrong with the polygons and the files beside them")
    commands.add_parser("repair", help="write the file in its one form; never moves a vertex")
    adopted = commands.add_parser(
        "adopt", help="take over what a GeoJSON editor changed, for all polygons that share it"
    )
    adopted.add_argument("file", type=Path, help="the file that the editor saved")
    drawn = commands.add_parser("draw", help="draw a labelled picture (SVG, for a browser)")
    drawn.add_argument("out", type=Path)
    drawn.add_argument("ids", nargs="*", help="only these polygons, large, with their neighbours")
    given = parser.parse_args(arguments)
    try:
        match given.command:
            case "check":
                return _check(given.folder)
            case "repair":
                return _repair(given.folder)
            case "adopt":
                return _adopt(given.folder, given.file)
            case _:
                return _draw(given.folder, given.out, frozenset(given.ids))
    except DataError as error:
        return _say(error.problems, 2)
    except (OSError, UnicodeDecodeError) as error:
        return _say([str(error)], 2)


def _say(problems: list[str], status: int) -> int:
    for problem in problems:
        print(problem, file=sys.stderr)
    return status


def _check(folder: Path) -> int:
    problems = check((folder / FILE).read_text("utf-8"))
    try:
        load_city(folder)
        read_ground(folder)
    except DataError as error:
        problems += [problem for problem in error.problems if problem not in problems]
    if not problems:
        print(f"{len(read_features(folder))} polygons, nothing wrong")
    return _say(problems, bool(problems))


def _repair(folder: Path) -> int:
    path = folder / FILE
    text = path.read_text("utf-8")
    features, problems = parse_features(text)
    if problems:
        return _say([*problems, "nothing was written: repair puts form right, these are for a person to mend"], 2)
    if (repaired := to_text(features)) != text:
        path.write_text(repaired, "utf-8")
        print(f"{FILE}: written in its one form")
    return _say(left := check(repaired), bool(left))


def _adopt(folder: Path, file: Path) -> int:
    edited, problems = parse_features(file.read_text("utf-8"), file.name)
    if problems:
        return _say([*problems, "nothing was written"], 2)
    after, edits = adopt(read_features(folder), edited)
    text = to_text(after)
    if wrong := check(text):
        return _say(
            [*edits.refused, *wrong, "nothing was written: the edits taken together would break the partition"], 1
        )
    (folder / FILE).write_text(text, "utf-8")
    came = sum(map(len, edits.added.values()))
    print(f"{FILE}: {len(edits.moved)} vertices moved, {came} added, {len(edits.removed)} removed", end="")
    print(f"; {len(edits.renamed)} descriptions changed; {len(edits.refused)} edits not adopted")
    return _say([f"not adopted: {each}" for each in edits.refused], bool(edits.refused))


def _draw(folder: Path, out: Path, ids: frozenset[str]) -> int:
    city = load_city(folder)
    if unknown := ids - set(city.polygons):
        return _say([f"no polygon {name}" for name in sorted(unknown)], 2)
    ground = [(each.properties.kind, each.properties.name_en, each.shape()) for each in read_ground(folder)]
    out.write_text(draw(city, read_polygons(folder), feature_properties(folder), ground, ids), "utf-8")
    print(f"{out}: {len(ids) or len(city.polygons)} polygons")
    return 0


if __name__ == "__main__":
    sys.exit(main())
