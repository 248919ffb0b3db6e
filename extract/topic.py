"""A line of a page that opens with its place: "A and B: the army has come in", "- A: light clashes"."""

from extract.context import Context, Object


def topic(c: Context, at: int) -> Object | None:
    """The places before the colon that opens a line, for a deed behind it that names no place of its own."""
    lexes = c.lexes
    first = 1 if lexes and lexes[0].kind == "-" else 0
    if at < first + 2 or lexes[first].kind != "group" or lexes[first + 1].kind != ":":
        return None
    group = lexes[first]
    members = [m for m in c.accepted(group) if m.level == "place"]
    if group.prep or not members:
        return None
    return Object(members, first, at + 1, "topic-of-line", inside=False)
