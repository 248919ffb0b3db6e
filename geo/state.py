"""What the rule says of one place on one day, and why."""

import msgspec


class Flip(msgspec.Struct, frozen=True, gc=False):
    """What would change a state: without this source, claimant or side it would be so."""

    without: str
    holder: str
    standing: str
    notes: tuple[str, ...] = ()


class State(msgspec.Struct, frozen=True, gc=False):
    """Who holds a place on a day, how well supported, and every claim that has to do with it.

    `holder` is an actor, `divided`, `unknown` (left, and nobody named) or empty where nothing is known. `parties` are
    those who hold a part of a divided place, or those who left one whose holder is unknown. `reason` is the number of
    the sentence that decided; `basis` what the holding rests on: `place` claims, an `area` claim, the `baseline` of 15
    November 2016. `notes`: `from-area`, `hindsight` (a starting position that rests on what happened later),
    `perhaps-already` (a change of the following days may have happened), `once-disputed`, `part-only` (only a part is
    reported, and nobody else is known to be there), `entered-only` (contested since forces are said to have entered,
    and by no report of fighting inside).
    """

    place: str
    day: str
    holder: str
    parties: tuple[str, ...] = ()
    standing: str = "blank"
    since: str | None = None
    age_days: int | None = None
    basis: str = ""
    reason: int = 24
    claims: tuple[str, ...] = ()  # for
    against: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()  # listed, not counted
    flips: tuple[Flip, ...] = ()
    notes: tuple[str, ...] = ()


STANDINGS = ("disputed", "contested", "divided", "confirmed", "claimed", "baseline", "unknown", "blank")
