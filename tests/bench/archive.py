"""An archive of made-up news in Arabic, the same on every machine: for speed, not for meaning.

Words are built from roots and patterns with clitics, so that millions of words hold tens of thousands of different
ones, as real archives do, and no cache of words flatters anyone. One sentence in ten names a place of Aleppo with a
verb of the battle; others tell of fighting elsewhere, of trade, weather, sport.
"""

import random
from collections.abc import Iterable, Iterator


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split())


# Three consonants each; patterns put vowels and affixes about them.
ROOTS = _listed(
    """
    كتب درس حكم نظم عمل فتح خرج دخل رفع نقل حمل جمع طلب شرح صنع زرع بحث كشف نشر عرض حفظ ربط قطع وصل نزل
    سمع نظر علم فهم شكر  صدر ورد وضع وقف بدأ سأل قرأ برز ظهر غلب كسب خسر دفع رسم سجل شهد صرح طرح عقد غلق
    فصل قبل كبر لعب مزج نجح هدم وعد يسر ثبت جذب  حذر خفض دعم ذكر رجع زود سبق شغل صعد ضبط طور ظلم عزل غرس
    فحص قسم كلف لحق منح نفذ هدف وثق بلغ تبع ثمن جدد حصد خطط دبر رصد زحف
    """
)
PATTERNS = _listed(
    """
    {0}{1}{2} ي{0}{1}{2} ت{0}{1}{2} {0}ا{1}{2} م{0}{1}و{2} ا{0}ت{1}ا{2} ت{0}{1}ي{2} است{0}{1}ا{2}
    م{0}ا{1}{2}ة ان{0}{1}ا{2} {0}{1}ي{2} {0}وا{1}{2} م{0}{1}{2}ون ت{0}ا{1}{2} ي{0}{1}{2}ون {0}{1}ا{2}ات
    أ{0}{1}ا{2} ا{0}ت{1}{2}ت
    """
)
BEFORE = ("", "", "", "", "و", "ال", "ال", "ال", "بال", "وال", "لل", "ف", "ل", "ك")
AFTER = ("", "", "", "", "", "", "ه", "ها", "هم", "نا", "ين")
SMALL = _listed(
    """
    في من إلى على عن مع بعد قبل خلال حول بين منذ حتى عند لدى ضمن نحو دون غير كل بعض هذا هذه ذلك تلك الذي
    التي الذين ما لا  لم لن قد كان كانت يكون أن إن لأن كما لكن أو ثم أيضاً فقط هناك حيث بينما عندما
    """
)
NUMBERS = ("12", "2015", "45%", "3.5", "١٧", "1.200", "خمسة", "عشرين", "مئات")
SPEAKERS = (
    "متحدث باسم الوزارة",
    "مصدر مطلع",
    "وكالة رويترز",
    "رئيس الاتحاد",
    "مدير الشركة",
    "شهود عيان",
    "خبراء",
    "المرصد",
)
VERBS = ("قال", "أعلن", "أكد", "أضاف", "أوضح", "ذكر", "أفاد", "نفى", "توقع")
ELSEWHERE = (
    "الموصل",
    "الرقة",
    "درعا",
    "حماة",
    "دير الزور",
    "صنعاء",
    "تعز",
    "سرت",
    "بنغازي",
    "الفلوجة",
    "تدمر",
    "إدلب",
    "الحسكة",
)
FIGHTING = ("سيطر الجيش على", "تواصلت الاشتباكات في", "قصفت طائرات", "انسحب مسلحون من", "دخلت القوات إلى", "حاصرت قوات")
ALEPPO = (
    "سيطرت القوات الحكومية على حي {0} شرقي حلب",
    "تدور معارك عنيفة في حيي {0} و{1}",
    "قال المرصد إن الجيش دخل أحياء {0} و{1} و{2}",
    "نفت الفصائل انسحابها من {0}",
    "استعاد مقاتلو المعارضة أجزاء من حي {0} أمس",
    "قصف الطيران أحياء {0} و{1} في حلب",
    "لم يتسن تأكيد السيطرة على {0}",
    "في حال السيطرة على {0} يصبح حي {1} محاصراً",
)
DATES = ("أمس", "اليوم", "الاثنين", "مساء الثلاثاء", "في 5 كانون الأول", "الأسبوع الماضي", "صباحاً", "")


def article(rng: random.Random, names: tuple[str, ...], sentences: int = 14) -> str:
    """One article of about 4 kB; with names of Aleppo's places, one sentence in ten holds some."""
    lines = [" ".join(_words(rng, 7))]
    paragraph: list[str] = []
    for _ in range(sentences):
        paragraph.append(_aleppo(rng, names) if names and rng.random() < 0.1 else _sentence(rng))
        if rng.random() < 0.3:
            lines.append(". ".join(paragraph) + ".")
            paragraph = []
    return "\n".join([*lines, ". ".join(paragraph) + "."])


def archive(megabytes: float, names: Iterable[str] = (), seed: int = 1) -> list[str]:
    """Articles of together at least so many megabytes in UTF-8."""
    rng, known = random.Random(seed), tuple(names)
    articles, size = [], 0
    while size < megabytes * 1e6:
        articles.append(article(rng, known))
        size += len(articles[-1].encode())
    return articles


def vocabulary() -> Iterator[str]:
    """Every word without clitics that an archive may hold apart from Aleppo's places."""
    for root in ROOTS:
        for pattern in PATTERNS:
            yield pattern.format(*root)


def _words(rng: random.Random, count: int) -> list[str]:
    return [_word(rng) for _ in range(count)]


def _word(rng: random.Random) -> str:
    if rng.random() < 0.35:
        return _seldom(rng, SMALL)
    return rng.choice(BEFORE) + _seldom(rng, PATTERNS).format(*_seldom(rng, ROOTS)) + rng.choice(AFTER)


def _seldom(rng: random.Random, words: tuple[str, ...]) -> str:
    """One of the words, the earlier ones far more often than the later, as in any language."""
    return words[int(len(words) * rng.random() ** 2)]


def _sentence(rng: random.Random) -> str:
    words = _words(rng, rng.randint(12, 34))
    kind = rng.random()
    if kind < 0.25:
        words[:0] = [rng.choice(VERBS), rng.choice(SPEAKERS), "إن"]
    elif kind < 0.35:
        words[:0] = [rng.choice(FIGHTING), rng.choice(ELSEWHERE), rng.choice(DATES)]
    elif kind < 0.5:
        words.insert(len(words) // 2, rng.choice(NUMBERS))
    if kind > 0.6:
        words[len(words) // 2] += "،"
    return " ".join(filter(None, words))


def _aleppo(rng: random.Random, names: tuple[str, ...]) -> str:
    told = rng.choice(ALEPPO).format(*rng.sample(names, 3))
    return " ".join(filter(None, [told, rng.choice(DATES), *_words(rng, rng.randint(4, 14))]))
