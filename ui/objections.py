"""What stands against a state, by what it is: a denial, a rival's claim, a report of fighting, a settled objection."""

from collections.abc import Collection

import msgspec

from geo.control import Days, State
from geo.voice import HOLDING, LEAVING, origins
from ui.load import Archive
from ui.names import spoken_name
from ui.terms import FORCES
from ui.words import Words

NAMED = 3  # speakers named in a sentence before "and others"


class Against(msgspec.Struct, frozen=True):
    """Claim ids of one state. Objections that no longer stand (sentence 21) are apart.

    Fighting, and forces said to have entered, object to nothing.
    """

    standing: tuple[str, ...]
    settled: tuple[str, ...]
    fighting: tuple[str, ...]
    entering: tuple[str, ...]


def against(state: State, known: Days) -> Against:
    """The claims that a state lists against itself. Objections stand exactly where they make it disputed (20)."""
    objections = tuple(each for each in state.against if known.claims[each].event in HOLDING | LEAVING)
    inside = [each for each in state.against if each not in objections]
    entering = tuple(each for each in inside if known.claims[each].event == "entered")
    fighting = tuple(each for each in inside if each not in entering)
    stand = state.standing == "disputed"
    return Against(objections if stand else (), () if stand else objections, fighting, entering)


def objected(state: State, data: Archive, known: Days, w: Words) -> list[str]:
    """One sentence for each kind of what stands against a state."""
    parts = against(state, known)
    said = _objections(parts.standing or parts.settled, data, known, w)
    if parts.settled:
        said.append(
            w.ngettext(
                "That objection no longer stands.", "Those objections no longer stand.", len(parts.settled)
            )
        )  # fmt: skip
    if parts.fighting:
        said.append(
            w._("Fighting inside is reported by {speakers}.", speakers=speakers(parts.fighting, data, known, w))
        )
    for actor in sorted({known.claims[each].actor for each in parts.entering}):
        mine = [each for each in parts.entering if known.claims[each].actor == actor]
        who = speakers(mine, data, known, w)
        said.append(w._("That {forces} entered it is said by {speakers}.", forces=w._(FORCES[actor]), speakers=who))
    return said


def _objections(ids: Collection[str], data: Archive, known: Days, w: Words) -> list[str]:
    kinds: dict[tuple[str, str, str], list[str]] = {}
    for each in ids:
        claim = known.claims[each]
        event = "left" if claim.event in LEAVING else "part" if claim.extent == "partial" else "held"
        kinds.setdefault((claim.stance, event, "" if claim.stance == "denies" else claim.actor), []).append(each)
    said = []
    for (stance, event, actor), found in sorted(kinds.items()):
        who = speakers(found, data, known, w)
        forces = w._(FORCES[actor or known.claims[found[0]].actor])
        if stance == "denies" and event != "left":
            said.append(w._("It is denied by {speakers}.", speakers=who))
        elif stance == "denies":
            said.append(w._("That {forces} lost or left it is denied by {speakers}.", speakers=who, forces=forces))
        elif event == "held":
            said.append(w._("But according to {speakers}, {forces} hold it.", speakers=who, forces=forces))
        elif event == "part":
            said.append(w._("According to {speakers}, {forces} hold a part of it.", speakers=who, forces=forces))
        else:
            said.append(w._("According to {speakers}, {forces} lost or left it.", speakers=who, forces=forces))
    return said


def speakers(ids: Collection[str], data: Archive, known: Days, w: Words) -> str:
    """Who stands behind claims, each named once, the most frequent first, at most three by name.

    Where they are more or fewer than the statements that the dots count, that number stands beside them.
    """
    often: dict[str, int] = {}
    for each in ids:
        claim = known.claims[each]
        source = data.sources.get(claim.article)
        name = spoken_name(claim, source.record if source else None, data.speakers, w)
        often[name] = often.get(name, 0) + 1
    names = sorted(often, key=lambda name: (-often[name], name))
    said = names[:NAMED]
    if rest := len(names) - len(said):
        said.append(w.ngettext("{count} other", "{count} others", rest))
    count = len(origins([known.claims[each] for each in ids], known.voices, ""))
    if count == len(names):
        return w.list(said)
    return w.ngettext(
        "{speakers} ({count} separate statement)",
        "{speakers} ({count} separate statements)",
        count,
        speakers=w.list(said),
    )
