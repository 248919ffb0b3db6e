"""Phrases of holding, each given to its reader: "under the control of", "stronghold of", "out of the control of"."""

from extract.claiming import claim
from extract.context import Context, Object
from extract.emptied import emptied
from extract.enclosed import enclosed
from extract.escaped import out_of_hands
from extract.hands import in_whose_hands
from extract.held import held
from extract.lasting import stands_fast
from extract.laststand import which_is_last
from extract.listing import list_after
from extract.presence import presence
from extract.remains import confined, nothing_but
from extract.scope import scope_of
from extract.standing import inside, near, stays


def read_state(c: Context, at: int) -> None:
    """Add what a phrase of holding claims."""
    if at in c.used:
        return
    x = c.lexes[at]
    if x.kind == "notonly":
        nothing_but(c, at)
    elif x.kind == "loc":
        near(c, at)
    elif x.kind == "said":
        _enumerates(c, at)
    elif x.kind == "out":
        out_of_hands(c, at)
    elif x.kind == "keep":
        stays(c, at)
    elif x.kind == "enclosed":
        enclosed(c, at)
    elif x.kind == "change":
        inside(c, at)
    elif x.kind == "emptied":
        emptied(c, at)
    elif x.kind == "presence":
        presence(c, at)
    elif x.id == "confined":
        confined(c, at)
    elif x.id == "fire":
        held(c, at, "", fire=True)
    elif x.id == "defies":
        stands_fast(c, at)
    elif x.id == "stronghold":
        _stronghold(c, at)
    else:
        holder, hi = in_whose_hands(c, at)
        if holder:
            held(c, at, holder, hi=hi)


def _enumerates(c: Context, at: int) -> None:
    """ "He listed among them A, B and C": what was said of the unnamed districts holds of these."""
    lexes = c.lexes
    if lexes[at].id not in ("addada", "dhakara") or c.talk.last is None:
        return
    if not any(y.kind == "listhead" for y in lexes[at + 1 : at + 5]):
        return
    o = list_after(c, at + 1, 5)
    if o:
        event, actor = c.talk.last
        claim(c, at, o, event, actor, scope_of(c.sentence, at, o.hi), ["T:enumerates"])


def _stronghold(c: Context, at: int) -> None:
    lexes = c.lexes
    actor = next((n for n in range(at + 1, min(at + 4, len(lexes))) if lexes[n].kind == "actor"), -1)
    if actor < 0 or any(y.kind == "former" for y in lexes[actor : actor + 3]):
        return
    for n in range(at - 1, max(-1, at - 9), -1):
        y = lexes[n]
        if y.kind == "group" and not y.locator:
            members = [m for m in c.accepted(y) if m.level == "place"]
            taken = {f.place for f in c.found if f.event == "captured"}
            if members and members[-1].place not in taken:  # "took A, the last stronghold of": no longer
                o = Object(members, n, actor + 1, "stronghold")
                claim(c, at, o, "controls", lexes[actor].id, scope_of(c.sentence, at, actor), [])
            return
        if y.kind in ("verb", "break", "said"):
            break
    which_is_last(c, at, lexes[actor].id)
