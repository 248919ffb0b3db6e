"""What is wrong: an English sentence that keeps what was found in it, so that a page can say it in its own words."""


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
