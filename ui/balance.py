"""How the voices stand on one state: for, against, unable to confirm, each as a dot that says whose it is."""

from collections.abc import Collection, Sequence

from geo.control import Days, State
from geo.voice import Origin, origins
from ui.objections import against
from ui.terms import HOLDERS
from ui.words import Words

MANY = 4  # dots in a row; of more, one dot of each kind stands with its number


def statements(known: Days, ids: Collection[str], holder: str) -> list[Origin]:
    """Claims as independent statements, the ones independent of the holder first."""
    return origins([known.claims[each] for each in ids], known.voices, holder)


def unconfirming(known: Days, state: State) -> tuple[str, ...]:
    """Claims of those who say that they cannot confirm."""
    return tuple(each for each in state.shown if known.claims[each].stance == "unconfirmed")


def balance(state: State, known: Days, w: Words) -> str:
    """The row under the reason; nothing where nobody speaks."""
    other = against(state, known)
    differ = w._("denied it or differed, settled") if other.settled else w._("deny it or differ")
    holds = w._("say {holder}", holder=w._(HOLDERS[state.holder]))
    if state.holder == "unknown":
        holds = w._("say its holder left")
    sides = [
        (holds, statements(known, state.claims, state.holder)),
        (differ, statements(known, other.standing or other.settled, state.holder)),
        (w._("cannot confirm"), statements(known, unconfirming(known, state), state.holder)),
    ]
    if other.fighting:
        sides.append((w._("report fighting inside"), statements(known, other.fighting, state.holder)))
    if other.entering:
        sides.append((w._("report forces entering"), statements(known, other.entering, state.holder)))
    if not any(found for _, found in sides):
        return ""
    cells = "".join(f'<div><div class="t">{name}</div>{_dots(found, w)}</div>' for name, found in sides)
    return (
        f'<div class="bal">{cells}</div><p class="fine"><i class="dot f"></i> {w._("not the holder’s side")}'
        f' <i class="dot"></i> {w._("the holder’s own side")}</p>'
    )


def _dots(found: Sequence[Origin], w: Words) -> str:
    if not found:
        return f'<div class="n none">{w._("no one")}</div>'
    filled = sum(origin.independent for origin in found)
    kinds = [(kind, count) for kind, count in (("dot f", filled), ("dot", len(found) - filled)) if count]
    if len(found) <= MANY:
        dots = "".join(f'<i class="{kind}"></i>' * count for kind, count in kinds)
        return f'<div class="n">{dots} {w.number(len(found))}</div>'
    counted = "".join(f'<span><i class="{kind}"></i> {w.number(count)}</span>' for kind, count in kinds)
    return f'<div class="n">{counted}</div>'
