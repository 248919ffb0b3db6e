"""What an operator - a word of denial, inability, attempt, intent, condition - does to the deed in its scope."""

from extract.scan import Lex, Sentence
from extract.stance import Scope, set_realis

_CONFIRM = ("تاكيد", "تاكد", "تحقق", "تثبت", "توثيق", "يوكد", "توكد", "يتاكد")


def operate(sentence: Sentence, lexes: list[Lex], n: int, at: int, s: Scope) -> bool:
    """Apply an operator; whether it closes the scope."""
    x = lexes[n]
    if x.id == "deny":
        s.stance = "denies"
    elif x.id == "unable":
        words = sentence.words[x.i : lexes[at].i]
        confirm = any(w.removeprefix("ال").startswith(_CONFIRM) for w in words)
        able = any(w in x.entry.text for w in ("تمكن", "ستط", "عجز", "ستطيع"))
        s.stance = "denies" if able and not confirm else "unconfirmed"
    elif x.id == "attempt":
        set_realis(s, "attempted", f"attempt:{x.entry.text}")
        return False
    elif x.id == "refuse":
        s.stance = "denies"
        s.realis = "intended"
    elif x.id == "fell short":
        s.realis = "attempted"
    elif x.id == "fail":
        s.foiled = n
        s.realis = "attempted"
    elif x.id == "intend":
        if x.entry.text in ("اتفاق", "الاتفاق", "تفاهم") and lexes[at].entry.tense == "past":
            return False
        set_realis(s, "intended", f"intend:{x.entry.text}")
        return False
    elif x.id == "condition":
        if x.entry.text.startswith("اذا") and n and sentence.words[lexes[n - 1].i] == "ما":  # "whether"
            return False
        if x.entry.text == "ما ان" and lexes[at].entry.tense == "past":
            return True
        if x.entry.text in ("لو",) and any(y.kind in ("verb",) and y.entry.tense == "past" for y in lexes[n + 1 : at]):
            return True
        set_realis(s, "conditional", f"condition:{x.entry.text}")
        s.realis = "conditional"
        return True
    elif x.id == "expect":
        set_realis(s, "conditional" if lexes[at].entry.tense != "fut" else "intended", f"expect:{x.entry.text}")
        return False
    elif x.id == "future":
        set_realis(s, "intended", "future")
        return False
    s.rules.append(f"O:{x.id}:{x.entry.text}")
    return x.id != "fail"
