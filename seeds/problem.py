"""What is wrong: an English sentence that keeps what was found in it, so that a page can say it in its own words."""

import re


class Problem(str):
    """A sentence made of a template and of what was found. It is its English text wherever a text is wanted.

    Numbers stand in it with their thousands apart; a part may be a problem itself. The catalogue of the screen's
    words gathers the templates (`python -m ui.catalogue`), and `Words.problem` says them in the page's language.
    """

    __slots__ = ("found", "template")
    template: str
    found: dict[str, str | int]

    def __new__(cls, template: str, **found: str | int) -> "Problem":
        """The sentence of a template and of what was found."""
        parts = {name: f"{part:,}" if isinstance(part, int) else part for name, part in found.items()}
        made = super().__new__(cls, template.format(**parts) if parts else template)
        made.template, made.found = template, found
        return made


def listed(problems: list[str]) -> str:
    """Several problems as one."""
    whole = problems[0]
    for problem in problems[1:]:
        whole = Problem("{first}; {second}", first=whole, second=problem)
    return whole


def misfit(error: Exception) -> str:
    """What msgspec found wrong with a value, as a problem; what it says in yet other words stays as it says it."""
    said, _, where = str(error).partition(" - at `")
    names = re.findall(r"`(.*?)`", said)
    problem: Problem
    if said.startswith("Object missing required field"):
        problem = Problem("found no {field}, expected one", field=names[0])
    elif said.startswith("Object contains unknown field"):
        problem = Problem("found the field {field}, expected no such field", field=names[0])
    elif said.startswith("Expected") and len(names) == 2:
        problem = Problem("found {found}, expected {wanted}", found=names[1], wanted=names[0])
    elif said.startswith("Invalid enum value"):
        problem = Problem("found {found}, expected one of the list", found=said.removeprefix("Invalid enum value "))
    else:
        return str(error)
    where = where.strip("`").lstrip("$.")
    return Problem("{file}: {problem}", file=where, problem=problem) if where else problem
