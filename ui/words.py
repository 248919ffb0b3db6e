"""The words on the screen in the reader's language: translations, plural forms, numerals and dates."""

import datetime
import functools
import gettext
import io
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages import mofile, pofile
from babel.numbers import format_decimal

from seeds.problem import Problem

LOCALE = Path(__file__).parent / "locale"
# Syria's Arabic has the Levantine month names.
LOCALES = {"en": "en_GB", "ar": "ar_SY"}
ARABIC_NUMERALS = str.maketrans("0123456789.,%", "٠١٢٣٤٥٦٧٨٩٫٬٪")
FORMS = {
    "full": {"en": "EEEE d MMMM y", "ar": "EEEE d MMMM y"},
    "long": {"en": "d MMMM y", "ar": "d MMMM y"},
    "day": {"en": "d MMMM", "ar": "d MMMM"},
    "short": {"en": "d MMM", "ar": "d MMMM"},
}


class Words:
    """Everything that depends on the language: `_` and `ngettext` as in gettext, days and numbers, direction."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.locale = Locale.parse(LOCALES[lang])
        self.direction = "rtl" if lang == "ar" else "ltr"
        self._catalogue = catalogue(lang)

    def _(self, text: str, **parts: object) -> str:
        """The text in this language, with its named parts filled in."""
        said = self._catalogue.gettext(text)
        return said.format(**parts) if parts else said

    def ngettext(self, one: str, many: str, count: int, **parts: object) -> str:
        """The plural form for a count, which fills `{count}` in local numerals."""
        return self._catalogue.ngettext(one, many, count).format(count=self.number(count), **parts)

    def problem(self, said: str) -> str:
        """What is wrong, in this language, with what was found in it; other sentences as they are."""
        if not isinstance(said, Problem):
            return self._(said)
        parts = {
            name: self.number(part)
            if isinstance(part, int)
            else self.problem(part)
            if isinstance(part, Problem)
            else part
            for name, part in said.found.items()
        }
        return self._(said.template, **parts)

    def day(self, iso: str, form: str = "long") -> str:
        """An ISO day in words: full (with weekday), long, day (without year) or short."""
        return self.numerals(format_date(datetime.date.fromisoformat(iso), FORMS[form][self.lang], locale=self.locale))

    def moment(self, iso: str) -> str:
        """A moment of the record, UTC, to the minute."""
        return f"{self.day(iso[:10])} {self.numerals(iso[11:16])} UTC"

    def number(self, value: float, digits: int = 0) -> str:
        """A number with grouping, rounded to so many decimal digits, in local numerals."""
        places = "." + "0" * digits if digits else ""
        return self.numerals(format_decimal(value, f"#,##0{places}", locale="en"))

    def percent(self, share: float) -> str:
        """A share of one as whole per cent in local numerals."""
        return self.numerals(f"{round(share * 100)}%")

    def numerals(self, text: str) -> str:
        """Western digits as this language writes them; for figures of ours, never inside a quotation."""
        return text.translate(ARABIC_NUMERALS) if self.lang == "ar" else text

    def list(self, items: list[str]) -> str:
        """Several things in one sentence: `a, b and c`."""
        if len(items) < 2:
            return "".join(items)
        several = self.list(items[:-1]) if self.lang == "ar" else ", ".join(items[:-1])  # Arabic joins each with "and"
        return self._("{several} and {last}", several=several, last=items[-1])


@functools.cache
def words(lang: str) -> Words:
    """The words of one language."""
    return Words(lang)


@functools.cache
def catalogue(lang: str) -> gettext.NullTranslations:
    """The compiled catalogue of a language. English is the language of the source: it needs none."""
    path = LOCALE / lang / "LC_MESSAGES" / "messages.po"
    if lang == "en":
        return gettext.NullTranslations()
    with path.open("rb") as stream:
        messages = pofile.read_po(stream, locale=lang)
    compiled = io.BytesIO()
    mofile.write_mo(compiled, messages)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
