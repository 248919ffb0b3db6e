"""The front lines of a day in one sentence: how long, how sure, and what moved since the day before."""

from geo.control import Days
from geo.fronts import changes, fronts
from ui.load import Archive
from ui.summary import DAYS
from ui.words import Words


def fronts_said(data: Archive, known: Days, day: str, w: Words) -> str:
    """Lengths in kilometres, measured on the map's own polygons."""
    found = fronts(data.city, known.states[day])
    length = sum(line.length_m for line in found)
    uncertain = sum(line.length_m for line in found if line.standing == "uncertain")
    said = w._(
        "Front lines: {length} km, {uncertain} km of it uncertain.",
        length=w.number(length / 1000, 1),
        uncertain=w.number(uncertain / 1000, 1),
    )
    at = DAYS.index(day)
    if at:
        moved = changes(data.city, known.states[DAYS[at - 1]], known.states[day])
        new, gone = (sum(each) for each in zip(*((m.new_m, m.gone_m) for m in moved), strict=True)) if moved else (0, 0)
        if new or gone:
            said += " " + w._(
                "Since the day before: {new} km new, {gone} km gone.",
                new=w.number(new / 1000, 1),
                gone=w.number(gone / 1000, 1),
            )
    return said
