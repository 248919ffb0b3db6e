"""A place that is, or has become, in somebody's hands: what the phrase claims."""

from extract.beside import left_actor
from extract.cessation import no_longer
from extract.claiming import claim
from extract.context import Context, Object
from extract.listing import list_after
from extract.objects import find_object
from extract.remains import all_but
from extract.scan import Lex
from extract.scope import scope_of
from extract.stance import Scope
from extract.whatheld import says_but, what_is_held


def held(c: Context, at: int, holder: str, hi: int = 0, fire: bool = False) -> None:
    """Add what a phrase of holding claims of the place it describes."""
    lexes = c.lexes
    hi = hi or at + 1
    if any(c.sentence.words[y.i].startswith("انفس") for y in lexes[max(0, at - 2) : at]):
        return
    change = _copula(lexes, at, "change")
    lies = lexes[at].entry.text.startswith("تحت")  # "X lies under the control of"
    change = change and not (lies and any(y.entry.text in _LIES for y in lexes[max(0, at - 6) : at]))
    o = what_is_held(c, at, hi)
    excepted = any(y.kind == "notonly" for y in lexes[hi : hi + 3])
    listed = list_after(c, hi, 3) if not fire and not excepted else None
    if (
        listed is None
        and not excepted
        and hi < len(lexes)
        and lexes[hi].kind == ","
        and any(c.sentence.words[y.i].lstrip("و") in ("كلها", "جميعها") for y in lexes[max(0, at - 2) : at])
    ):
        listed = find_object(c, hi, ("-",), limit=1)
    if listed and (o is None or all(m.level == "area" for m in o.members)):
        claim(c, at, listed, "captured" if change else "controls", holder, scope_of(c.sentence, at, hi), ["T:is-held"])
    if o is None or _was_theirs(lexes, o, at):
        return
    if fire:
        holder = (
            next((y.id for y in lexes[at + 1 : at + 4] if y.kind == "actor"), "") or left_actor(c, at) or c.talk.actor
        )
        claim(c, at, o, "controls", holder, Scope(realis="attempted", rules=["O:fire-control"]), [])
        return
    scope = scope_of(c.sentence, at, hi)
    only = any(says_but(lexes, at, n) for n in range(hi, min(hi + 5, len(lexes))))
    if only:
        scope = all_but(c, at)
    event = "captured" if change and not only else "controls"
    if no_longer(c.sentence, at) and not only:
        event = "lost"
    claim(c, at, o, event, holder, scope, ["T:became" if change else "T:is-held"], lo=o.lo)


def _was_theirs(lexes: list[Lex], o: Object, at: int) -> bool:
    """ "Of the districts that were in the hands of X": whose they were, is said in passing."""
    area = o.how == "relative" and all(m.level == "area" for m in o.members)
    return area and any(y.kind == "keep" and y.entry.text.startswith("كان") for y in lexes[o.lo : at])


_BROUGHT_BACK = ("اعاد", "يعيد", "تعيد")
_LIES = ("يقع", "تقع")


def _copula(lexes: list[Lex], at: int, kind: str) -> bool:
    """A verb of becoming that governs the phrase: before it in its clause, or right after the holder."""
    for n in range(at - 1, max(-1, at - 12), -1):
        y = lexes[n]
        if y.kind == kind or (kind == "change" and n >= at - 5 and y.id == "dakhala" and not y.entry.suffix):
            return not any(z.kind in (",", "actor") for z in lexes[n:at]) or y.kind == kind
        if y.kind == "keep" and kind == "change":
            return False
        if kind == "change" and y.kind == "aux" and y.entry.text.startswith(_BROUGHT_BACK):  # "brought X back under"
            return True
        if y.kind in ("break", "rel", "verb", "said", "that", "noun"):
            return False
    return False
