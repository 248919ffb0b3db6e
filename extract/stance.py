"""How a deed is put: asserted, denied or not confirmed; done, tried, meant or possible."""

import msgspec

MAYBE = {"قد", "وقد", "فقد"}  # before a present: it may be


class Scope(msgspec.Struct):
    """How a deed is put: who speaks asserts, denies or cannot confirm it; it happened, was tried, meant or possible."""

    stance: str = "asserts"
    realis: str = "actual"
    rules: list[str] = msgspec.field(default_factory=list)
    first: int = -1  # the outermost lexeme that decided, -1 for none
    foiled: int = -1  # the lexeme that says the deed was beaten off
    full: bool = False
    whether: bool = False  # asked, not said
    drop: bool = False  # nothing is claimed: a negated condition, a question


def set_realis(s: Scope, realis: str, rule: str) -> None:
    """The operator nearest the verb decides, but a condition further out makes all of it conditional."""
    if s.realis == "actual" or (rule.startswith("condition") and s.realis == "intended"):
        s.realis = realis
        s.rules.append(f"O:{rule}")
