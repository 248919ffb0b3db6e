"""What holders, standings, voices and events are called on the screen: neutral words, one for each thing."""

from ui.words import Words


def N_(text: str) -> str:  # noqa: N802  # the name by which catalogues are gathered
    """Mark a text for the catalogue without translating it yet."""
    return text


HOLDERS = {
    "government": N_("Government"),
    "opposition": N_("Opposition"),
    "sdf": N_("SDF"),
    "is": N_("Islamic State"),
    "divided": N_("Divided"),
    "unknown": N_("Holder unknown"),
    "": N_("Nothing known"),
}
LETTERS = {
    "government": N_("letter for government|G"),
    "opposition": N_("letter for opposition|O"),
    "sdf": N_("letter for SDF|S"),
    "is": N_("letter for Islamic State|I"),
}
STANDINGS = {
    "confirmed": N_("confirmed"),
    "claimed": N_("claimed"),
    "disputed": N_("disputed"),
    "contested": N_("fighting inside"),
    "entered": N_("forces said to have entered"),
    "divided": N_("each holds a part"),
    "baseline": N_("no report since 15 November"),
    "unknown": N_("left, nobody named"),
    "blank": N_("nothing known"),
}
DEFINITIONS = {
    "confirmed": N_(
        "Confirmed: a voice that is not the holder’s own says so: a monitor, the press, or the side that lost it."
    ),
    "claimed": N_("Claimed: only the holder’s own side says so."),
    "disputed": N_("Disputed: a voice of another side denies it, or a rival says within two days that he holds it."),
    "contested": N_(
        "Fighting inside, or forces said to have entered: reports not older than three days tell of one or the other."
        " Both are hatched alike, and neither says who holds it."
    ),
    "divided": N_("Divided: each of two sides holds a part. The squares are equal and stand for no denial."),
    "baseline": N_("No report since 15 November: the pale colour is the starting position, growing older."),
    "unknown": N_("Left, nobody named: the holder is said to be gone and no source says who came."),
    "blank": N_("Nothing known: left without a colour rather than filled by a guess."),
    "front": N_(
        "Front line: where neighbourhoods of different holders touch; dashed where either side is uncertain."
        " It is computed, never drawn by hand."
    ),
    "landmark": N_(
        "Landmark: a bridge, a hospital, a hill, drawn as a round point that is coloured by what is said of it alone,"
        " and never colours its neighbourhood. A pale point: no claim says who holds it. A dashed rim: its place is an"
        " estimate."
    ),
}
SIDES = {
    "government": N_("government side"),
    "opposition": N_("opposition side"),
    "sdf": N_("SDF side"),
    "monitor": N_("monitor"),
    "press": N_("press"),
}
LEANINGS = {
    "government": N_("leans to the government"),
    "opposition": N_("leans to the opposition"),
    "none": N_("no leaning found"),
}
FORCES = {
    "government": N_("government forces"),
    "opposition": N_("opposition forces"),
    "sdf": N_("SDF forces"),
    "is": N_("forces of the Islamic State"),
    "unknown": N_("an unnamed party"),
}
EVENTS = {
    "captured": N_("captured"),
    "lost": N_("lost"),
    "controls": N_("controls"),
    "withdrew": N_("withdrew"),
    "entered": N_("entered"),
    "attack": N_("attack"),
    "clashes": N_("clashes"),
    "besieged": N_("besieged"),
    "shelled": N_("shelled"),
    "share": N_("figure"),
}
STANCES = {"asserts": N_("says"), "denies": N_("denies"), "unconfirmed": N_("cannot confirm")}
REALIS = {
    "actual": N_("as a fact"),
    "attempted": N_("as an attempt"),
    "intended": N_("as an intention"),
    "conditional": N_("as a possibility"),
}
POLICIES = {
    "all": N_("All voices"),
    "independent": N_("Independent voices only"),
    "government": N_("As government-side sources say"),
    "opposition": N_("As opposition-side sources say"),
}
KINDS = {
    "neighbourhood": N_("neighbourhood"),
    "quarter": N_("quarter"),
    "landmark": N_("landmark"),
    "area": N_("area"),
    "outskirt": N_("outskirt"),
}


def letter(actor: str, w: Words) -> str:
    """The letter that stands for a holder, so that colour is never alone; empty where there is none."""
    return w._(LETTERS[actor]).rpartition("|")[2] if actor in LETTERS else ""


def state_words(holder: str, standing: str, parties: tuple[str, ...], w: Words) -> str:
    """A state in a few words: `Government, disputed`; `Divided between SDF and Opposition`."""
    if holder == "divided":
        named = w.list([w._(HOLDERS[party]) for party in parties])
        divided = w._("Divided: {parties}", parties=named)
        if standing != "baseline":
            return divided
        return w._("{holder}, {standing}", holder=divided, standing=w._(STANDINGS[standing]))
    if standing in ("unknown", "blank") or not holder:
        return w._(HOLDERS[holder])
    return w._("{holder}, {standing}", holder=w._(HOLDERS[holder]), standing=w._(STANDINGS[standing]))
