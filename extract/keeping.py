"""What a sentence leaves to the next ones: the places they may refer back to, and which city this was about."""

from extract.context import Context
from extract.dating import remember_map
from extract.outside import town_before


def keep(c: Context, city: bool) -> None:
    """What the next sentences may refer back to: the places named here, and which city this was about."""
    talk = c.talk
    remember_map(c)
    groups = [m for x in c.lexes if x.kind == "group" for m in c.accepted(x)]
    talk.elsewhere = city and not groups
    town = town_before(c.sentence, len(c.lexes)) if city or talk.outside else -1
    talk.outside = not groups and (town >= 0 or talk.outside)
    talk.outside_here = not groups and (town >= 0 or talk.outside_here)
    if not groups:
        return
    last = c.found[-1] if c.found else None
    alike = {f.place for f in c.found if last and (f.event, f.actor) == (last.event, last.actor)}
    those = [m for m in groups if m.place in alike]  # "these districts" are those of what was said last, if several
    groups_meant = those if len({m.place for m in those}) > 1 else groups
    talk.recent = [list({m.place: m for m in groups_meant}.values())]
    talk.named = groups
    talk.established |= {m.place for m in groups}
    places = [m for m in groups if m.level == "place"]
    if places and not any(f.level == "place" for f in c.found):  # named without a claim: what "there" means next
        talk.group = places if len(places) == 1 else talk.group or places
