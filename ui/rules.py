"""The 24 sentences of the rule of control, each in a reader's words; docs/method.md has the full text."""

from ui.terms import N_

RULES = {
    1: N_(
        "Only statements that something happened count for who holds a place: taken, held, lost, left."
        " Attacks, shelling, figures, plans and possibilities are shown and never change a colour,"
        " and a voice that cannot confirm counts neither for nor against."
    ),
    2: N_("A statement takes effect on the last day of its date, never later than its publication."),
    3: N_("What happened before 15 November is background: shown, never counted."),
    4: N_("A statement is known from the day its source was published."),
    5: N_("A statement has the voice of whoever says it; a report’s own words have the leaning of its publisher."),
    6: N_("A voice confirms only if it is not the holder’s own: a monitor, the press, or the side that lost."),
    7: N_("One speaker is one voice, however many outlets relay it."),
    8: N_("“Took” and “holds” speak of the whole place unless the source says a part."),
    9: N_("“Lost” and “left” take a place from a holder and give it to nobody by themselves."),
    10: N_("A part held by another divides the place, except where only his own side says so against a fresh change."),
    11: N_("If only its own side says it holds all, and an independent voice says a part, the place is divided."),
    12: N_("Days are worked through in order; within a day the order of reports never matters."),
    13: N_("Within one report and speaker, the whole beats the part of the same day."),
    14: N_("A statement that somebody held a place over several days yields to a change on the last of them."),
    15: N_(
        "If the statements of a day name one holder, he holds. If they name two, the one with independent"
        " support holds, disputed; without such a difference the holder before stays, disputed."
    ),
    16: N_("A repeated statement adds support and refreshes the age; the beginning stays where it was."),
    17: N_("Only whole statements about bounded areas spread to the places in them."),
    18: N_("A statement about an area gives way to one that names the place, and never takes from a third party."),
    19: N_(
        "A later report that the same side took the place by name shows that the area statement did not hold there."
    ),
    20: N_(
        "A denial by another side’s voice, or a rival’s claim within two days, makes it disputed;"
        " reports of fighting inside or of entering, up to three days old, make it contested;"
        " an independent voice confirms; the holder’s own side only claims."
    ),
    21: N_("A dispute ends when a later voice not the holder’s own says it again, or after seven days of silence."),
    22: N_("Denying a rival’s claim never changes or disputes the denier’s own holding."),
    23: N_("Statements about a landmark are listed with its neighbourhood and never colour it."),
    24: N_("Figures never colour the map, nothing known stays blank, and every state shows how old its evidence is."),
}
