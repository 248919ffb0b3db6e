"""What the claims of one day do to one place (sentences 8 to 16 of the rule)."""

from geo.effect import Effect
from geo.parameters import SAME_TIME_DAYS
from geo.run import Run
from geo.voice import LEAVING, is_independent

ByActor = dict[str, list[Effect]]
DIVIDED, UNKNOWN = "divided", "unknown"
NOBODY = ("", UNKNOWN)


def settle(effects: list[Effect]) -> list[Effect]:
    """The claims of one day that remain after sentences 13 and 14.

    13: within one report and claimant a whole claim beats another actor's part. 14: `controls` over several days
    yields, on its last day, to a change that contradicts it.
    """
    if len(effects) < 2:
        return effects
    whole = {(e.article, e.claimant, e.actor) for e in effects if e.role == "whole"}
    kept = [
        e
        for e in effects
        if e.role != "part" or not any((e.article, e.claimant) == w[:2] and e.actor != w[2] for w in whole)
    ]
    takers = {e.actor for e in kept if e.event == "captured"}
    leavers = {e.actor for e in kept if e.event in LEAVING}
    return [
        e for e in kept if e.event != "controls" or e.first == e.day or not (takers - {e.actor} or e.actor in leavers)
    ]


def by_actor(effects: list[Effect], role: str) -> ByActor:
    """Effects of one role by actor."""
    found: ByActor = {}
    for effect in effects:
        if effect.role == role:
            found.setdefault(effect.actor, []).append(effect)
    return found


def independent_for(holder: str, effects: list[Effect]) -> bool:
    """Whether any voice of these is not the holder's own."""
    return any(is_independent(voice.side, holder) for effect in effects for voice in effect.voices)


def named_day(run: Run, day: int, effects: list[Effect]) -> Run:
    """The run after the claims of this day that name the place or a quarter of it."""
    whole, part, left = (by_actor(effects, role) for role in ("whole", "part", "left"))
    if whole:
        run = _whole(run, day, whole, part, left)
    if part:
        run = _parts(run, day, whole, part, left)
    if not whole and left:
        run = leave(run, day, left)
    return run


def _whole(run: Run, day: int, whole: ByActor, part: ByActor, left: ByActor) -> Run:
    """Sentence 15, with 9: that another holds no more supports whoever is named."""
    support = {x: whole[x] + [e for y in left if y != x for e in left[y]] for x in whole}
    strong = [x for x in whole if independent_for(x, support[x])]
    if len(whole) == 1:
        (holder,) = whole
        return _one_holder(run, day, holder, support[holder], part.get(holder, []), left.get(holder, []))
    if len(strong) == 1:
        winner = strong[0]
        run = hold(run, day, winner, support[winner])
    elif run.holder in whole:
        run.add(support[run.holder], day)
    elif not (run.holder == DIVIDED and set(whole) <= set(run.parties)):
        run = divide(run, day, tuple(sorted(whole)), [e for x in sorted(whole) for e in whole[x]], 15)
    for rival in whole:
        if rival != run.holder:
            for effect in whole[rival]:
                run.object(effect, day, 15)
    return run


def _one_holder(run: Run, day: int, holder: str, support: list[Effect], parts: list[Effect], left: list[Effect]) -> Run:
    """One holder is named: he holds, unless only he says so and others say part (11) or that he left (9)."""
    alone = not independent_for(holder, support)
    if alone and holder in _parties(run) and any(_believable(e) for e in left):
        # The rule is silent where a side says it still holds and somebody without an interest says that it left: as
        # in 15 the one with independent support stands, disputed.
        run = leave(run, day, {holder: left})
        for effect in support:
            run.object(effect, day, 15)
        return run
    if alone and run.holder not in (holder, *NOBODY) and independent_for(holder, parts):
        return divide(run, day, (*_parties(run), holder), parts + support, 11)
    run = hold(run, day, holder, support)
    for effect in left:
        run.object(effect, day, 15)
    return run


def _believable(effect: Effect) -> bool:
    """Whether a voice that gains nothing by it says that somebody left: his own, a monitor's or the press's."""
    return any(v.side in (effect.actor, "monitor", "press") for v in effect.voices)


def hold(run: Run, day: int, holder: str, support: list[Effect], reason: int = 15) -> Run:
    """The same run with more support (16), or a new one."""
    if run.holder != holder:
        run = Run(holder, (), day, reason, run)
    run.add(support, day)
    if run.part_only:  # now that he is said to hold all, only such claims count
        run.part_only = False
        run.independent = any(run.says_so_independently(e) for e in run.support)
    return run


def divide(run: Run, day: int, parties: tuple[str, ...], support: list[Effect], reason: int) -> Run:
    """A run in which each of the parties holds part."""
    parties = tuple(sorted(set(parties)))
    if run.holder != DIVIDED or run.parties != parties:
        run = Run(DIVIDED, parties, day, reason, run)
    run.add(support, day)
    return run


def _parties(run: Run) -> tuple[str, ...]:
    return run.parties if run.holder == DIVIDED else (run.holder,)


def _parts(run: Run, day: int, whole: ByActor, part: ByActor, left: ByActor) -> Run:
    """Sentences 10 and 11."""
    joining: list[str] = []
    for actor, effects in sorted(part.items()):
        if actor in left:
            continue  # it came and went
        if run.holder == actor:
            earlier = run.before[1] or (run.before[0],)
            if (
                _recent(run, day)
                and not run.independent
                and not run.part_only
                and run.before[0] not in NOBODY
                and independent_for(actor, effects)
            ):
                support = run.support + effects
                return divide(run, day, (*earlier, actor), support, 11)
            continue
        if run.holder == DIVIDED and actor in run.parties:
            run.add(effects, day)
        elif run.holder not in NOBODY and _recent(run, day) and run.independent and not independent_for(actor, effects):
            for effect in effects:
                run.object(effect, day, 10)
        else:
            joining.append(actor)
    if not joining:
        return run
    support = [e for actor in joining for e in part[actor]]
    staying = () if run.holder in NOBODY else _parties(run)
    if len(joining) == 1 and not set(staying) - set(left):
        # Nobody else is known to be there: the party reported in a part of it is who holds it; that the others left
        # this day, here or in the area, supports him (9). A claim of this day that one of them holds all objects (15).
        gone = [e for actor in staying or run.left_by for e in left.get(actor, [])]
        if run.holder == UNKNOWN and run.since == day:
            gone += run.support
        run = Run(joining[0], (), day, 10, run)
        run.part_only = True
        run.add(support + gone, day)
        for actor in whole:
            for effect in whole[actor] if actor != run.holder else []:
                run.object(effect, day, 15)
        return run
    carried = [] if run.holder in NOBODY else list(run.support)
    run = divide(run, day, (*staying, *joining), support, 10)
    run.support = carried + run.support
    return run


def _recent(run: Run, day: int) -> bool:
    return run.changed and run.since is not None and day - run.since <= SAME_TIME_DAYS


def _yield_to(run: Run, day: int, rivals: list[Effect], left: list[Effect]) -> Run:
    """Sentence 21: of two who both said that they hold a place one left; that settles it for the other."""
    heir = Run(rivals[0].actor, (), day, 21, run)
    heir.add(rivals + left, day)
    for effect in run.support:
        if any(effect.day == rival.day for rival in rivals):
            heir.object(effect, day, 15)
    for objection in heir.objections:
        objection.ended = day
    return heir


def leave(run: Run, day: int, left: ByActor, reason: int = 9) -> Run:
    """Sentence 9: "X holds no more" alone leaves the place to the other party, or unknown; else it does nothing."""
    effects = [e for actor in sorted(left) for e in left[actor]]
    if run.holder in left:
        rivals = [o.effect for o in run.objections if o.stands(day) and o.sentence == 15 and o.effect.role == "whole"]
        if len({e.actor for e in rivals} - {run.holder}) == 1:
            return _yield_to(run, day, [e for e in rivals if e.actor != run.holder], left[run.holder])
        gone = Run(UNKNOWN, (), day, reason, run)
        gone.left_by = (run.holder,)
        gone.add(left[run.holder], day)
        return gone
    if run.holder == DIVIDED and set(run.parties) & set(left):
        remaining = tuple(p for p in run.parties if p not in left)
        support = [e for e in effects if e.actor in run.parties]
        if len(remaining) > 1:
            return divide(run, day, remaining, run.support + support, reason)
        if len(remaining) == 1:
            heir = Run(remaining[0], (), day, reason, run)
            # That he held a part does not confirm that he holds all.
            heir.add([e for e in run.support if e.actor == remaining[0] and e.role == "part"] + support, day)
            return heir
        gone = Run(UNKNOWN, (), day, reason, run)
        gone.left_by = run.parties
        gone.add(support, day)
        return gone
    for effect in effects:
        run.concede(effect, day)
    return run
