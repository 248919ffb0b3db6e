"""How fast reading is beside the bare Aho-Corasick scan and spaCy's tokenizer, on the same texts in one run.

usage: python -m tests.bench.bench_extract [--megabytes 20] [--rounds 5] [--originals DIR]

Three lots: an archive in which one sentence in ten names a place of Aleppo, the same without any place, and the
shipped digests, which are all claims (with --originals, the founding articles too). In each round every way reads
one slice after the other, in turn, so that whatever else the machine does falls on all alike; and every way is
made anew, so that nobody knows the texts from the round before - except "spaCy again", which has met every word
already. Time is that of the thread. Compare ratios, not megabytes: each line prints the median over rounds and the
quartiles.
"""

import argparse
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import ahocorasick_rs

from extract import read
from extract.fold import fold
from extract.lexicon import lexicon
from seeds.source import Record, read_sources
from tests.bench.archive import archive

MISSING = "spaCy is not installed, so its column is missing: pip install spacy (the extra `bench` of pyproject.toml)"
SLICES = 20
# Names for the archive: of many letters and words, so that no single one is favoured.
NAMES = (
    "الشعار", "كرم الميسر", "الصاخور", "مساكن هنانو", "قاضي عسكر", "جبل بدرو", "الشيخ لطفي", "باب النيرب",
    "كرم الطحان", "الهلك", "بستان الباشا", "طريق الباب", "كرم القاطرجي", "الشيخ سعيد", "العرقوب", "بستان القصر",
    "الكلاسة", "الفردوس", "المعادي", "ضهرة عواد", "كرم الجبل", "عين التل", "الحيدرية", "جب القبة",
    "باب الحديد", "المرجة", "السكري", "الصالحين",
)  # fmt: skip
RECORD = Record(
    id="bench", publisher=None, agency=None, leaning="none", leaning_basis="none", url=None, title="bench",
    published="2016-12-06", published_basis="none", language="ar", original_language="ar", text_kind="original",
)  # fmt: skip

Way = Callable[[str], object]


def scan() -> Callable[[str], list[tuple[int, int, int]]]:
    """The bare scan for the names of all places, in the fastest form that the library has."""
    return ahocorasick_rs.AhoCorasick(
        list(lexicon().names),
        matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST,
        implementation=ahocorasick_rs.Implementation.DFA,
    ).find_matches_as_indexes


def without_names(megabytes: float) -> list[str]:
    """An archive in which not even a part of a word spells a place."""
    look = scan()
    texts = [text for text in archive(megabytes * 2, seed=2) if not look(fold(text).text)]
    size = 0
    for count, text in enumerate(texts, 1):
        size += len(text.encode())
        if size >= megabytes * 1e6:
            return texts[:count]
    raise ValueError(f"only {size} bytes of the archive are without names: make it longer")


def ways() -> dict[str, Callable[[], Way]]:
    """How to make each way through a text: the floor, the reader, and, where it is installed, spaCy's tokenizer."""
    found: dict[str, Callable[[], Way]] = {"bare scan": scan, "read": lambda: lambda text: read(text, RECORD)}
    try:
        import spacy
    except ImportError:
        print(MISSING)
    else:
        known = spacy.blank("ar").make_doc
        found["spaCy"] = lambda: spacy.blank("ar").make_doc
        found["spaCy again"] = lambda: known  # it keeps every word it has met
    return found


def race(texts: Sequence[str], named: dict[str, Callable[[], Way]], rounds: int) -> dict[str, list[float]]:
    """Seconds of each way for all texts, one figure a round; ways take turns slice by slice."""
    seconds: dict[str, list[float]] = {name: [] for name in named}
    slices = [texts[n::SLICES] for n in range(SLICES)]
    for number in range(rounds + 1):
        order = [(name, make()) for name, make in named.items()]
        order = order[number % len(order) :] + order[: number % len(order)]
        total = dict.fromkeys(named, 0.0)
        for some in slices:
            for name, way in order:
                begun = time.thread_time()
                for text in some:
                    way(text)
                total[name] += time.thread_time() - begun
        if number:  # the first round only warms up
            for name, spent in total.items():
                seconds[name].append(spent)
    return seconds


def ratio(seconds: dict[str, list[float]], name: str, against: str) -> str:
    """How many times the time of another way, round by round: the median and the quartiles."""
    each = [a / b for a, b in zip(seconds[name], seconds[against], strict=True)]
    low, middle, high = statistics.quantiles(each, n=4) if len(each) > 1 else each * 3
    return f"{middle:.2f} x ({low:.2f}-{high:.2f})"


def report(
    title: str, texts: Sequence[str], named: dict[str, Callable[[], Way]], rounds: int
) -> dict[str, list[float]]:
    """Run one lot and print it."""
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    seconds = race(texts, named, rounds)
    print(f"\n{title}: {len(texts)} texts, {megabytes:.1f} MB")
    for name, each in seconds.items():
        print(f"  {name:11} {megabytes / statistics.median(each):8.1f} MB/s")
    for against in named:
        if against != "read":
            print(f"  read takes {ratio(seconds, 'read', against)} the time of {against}")
    return seconds


def main(arguments: Sequence[str] | None = None) -> None:
    """Run all three lots."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=float, default=20, help="size of each made archive")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--originals", type=Path, metavar="DIR", help="folder of the founding articles")
    chosen = options.parse_args(arguments)
    named = ways()
    mix = archive(chosen.megabytes, NAMES)
    report("archive mix (target: at most 1 x spaCy)", mix, named, chosen.rounds)
    empty = without_names(chosen.megabytes)
    report("no place named (target: at most 3 x the bare scan)", empty, named, chosen.rounds)
    lots = [("shipped digests", Path(__file__).parent)]  # a folder without originals
    if chosen.originals:
        lots.append(("founding articles (target: at most 2 x spaCy)", chosen.originals))
    for title, folder in lots:
        sources, problems = read_sources(originals=folder)
        if problems:
            raise SystemExit("\n".join(problems))
        some = [source for source in sources.values() if (source.kind == "original") == (folder is chosen.originals)]
        claims = sum(len(read(source.text, source.record).claims) for source in some)
        seconds = report(title, [source.text for source in some], named, max(chosen.rounds, 9))
        spent = statistics.median(seconds["read"])
        print(f"  {claims} claims, {spent / max(claims, 1) * 1e6:.0f} microseconds a claim")


if __name__ == "__main__":
    main()
