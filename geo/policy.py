"""Which claims are heard: a reader's choice of voices, and what he switches off."""

from collections.abc import Callable, Iterable, Mapping

from geo.effect import Effect
from geo.voice import HOLDING, LEAVING

POLICIES = ("all", "independent", "government", "opposition")
PARTIES = frozenset({"government", "opposition", "sdf", "is"})


def check_policy(policy: str) -> None:
    """Raise ValueError with one sentence for a policy that is none."""
    if policy not in POLICIES:
        raise ValueError(f"policy {policy!r} is none of {', '.join(POLICIES)}")


def expand(without: Iterable[str], publishers: Mapping[str, str | None]) -> frozenset[str]:
    """What is switched off, with `publisher:NAME` replaced by that publisher's source ids.

    `publishers` names the publisher of each source. Raises ValueError for a publisher who has none.
    """
    found: set[str] = set()
    for what in without:
        kind, _, name = what.partition(":")
        if kind != "publisher":
            found.add(what)
            continue
        sources = {source for source, publisher in publishers.items() if publisher == name}
        if not sources:
            raise ValueError(f"no source has the publisher {name!r}")
        found |= sources
    return frozenset(found)


def hearing(policy: str, without: frozenset[str]) -> Callable[[Effect], bool]:
    """Whether an effect is heard under a policy with some sources, claimants or sides switched off.

    An echo (a report's own words that repeat somebody) goes with those it repeats.
    """
    check_policy(policy)
    articles = {w for w in without if ":" not in w}
    off = {kind: {w.partition(":")[2] for w in without if w.startswith(kind + ":")} for kind in ("claimant", "side")}
    strange = [w for w in without if ":" in w and w.partition(":")[0] not in off]
    if strange:
        raise ValueError(f"cannot switch off {sorted(strange)[0]!r}: not a source id, claimant:ID or side:NAME")
    claimants, sides = off["claimant"], off["side"]

    def heard(effect: Effect) -> bool:
        if effect.article in articles or effect.claimant in claimants:
            return False
        if (claimants or sides) and all(v.side in sides or v.speaker in claimants for v in effect.voices):
            return False
        if policy == "all":
            return True
        if policy == "independent":
            return any(v.side not in beneficiaries(effect) for v in effect.voices)
        return any(v.side == policy for v in effect.voices)

    return heard


def beneficiaries(effect: Effect) -> frozenset[str]:
    """Whose cause a claim serves: the holder's; of a loss or a denial every other party's; of fighting nobody's."""
    gains = effect.event in HOLDING or effect.event == "entered"
    if not gains and effect.event not in LEAVING:
        return frozenset()
    if effect.role == "denial":
        gains = not gains
    # Who is left where somebody lost depends on the place: no party's word for another's loss is independent.
    return frozenset({effect.actor}) if gains else PARTIES - {effect.actor}
