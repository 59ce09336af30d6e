"""What a language brings to figures: CLDR's data, and our own tables beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module

from babel import Locale, UnknownLocaleError

from renderer.errors import ScriptError

LANGUAGES = ("en", "fr", "de", "id", "ar", "ko")
"""Languages that figures can be seen and spoken in."""

_MILLION = 1_000_000

Forms = Mapping[str, str]
"""A noun after a number: plural category ("one", "other"), "=1" for exactly 1, each optionally
"/case" -> the words. "{}" stands for the number; without it the words replace it."""


@dataclass(frozen=True)
class Tongue:
    """One language's own tables. Spoken forms hold plain digits: voices read those well.

    Args:
        minus, plus: signs as they are said.
        amount: how major and minor units join ("{major} and {minor}").
        decimal: what the voice expects between whole and decimals, as a character.
        percent: forms after a share.
        units: unit -> (seen, spoken) forms.
        currencies: ISO code -> spoken (major, minor) forms; others take CLDR's name.
        affixes: ISO code -> (prefix, suffix) where people write otherwise than CLDR says.
        whole: currencies that are written without minor units where these are zero.
        symbols: signs in names from the bill -> words.
        cases: grammatical cases that MONEY and DATE know.
        day: a date's day and month, said; arguments: date, name of the month, case.
        period: first day, last day, name of the first's month and of the last's, case.
        year: a year, said. year_after: where it stands beside a month.
        number: a number with decimals, said, where plain digits are misread.
        month: a month's name where the voice would misread CLDR's.
        day_one: what the first of a month is written as, if not "1".
        countries: ISO code -> name, where people use another than CLDR's.
        abroad: "in" a country; arguments: its ISO code, its name.
    """

    minus: str
    plus: str
    amount: str
    decimal: str
    percent: Forms
    units: Mapping[str, tuple[Forms, Forms]]
    currencies: Mapping[str, tuple[Forms, Forms]]
    symbols: Mapping[str, str]
    day: Callable[[date, str, str], str]
    period: Callable[[date, date, str, str, str], str]
    affixes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    whole: frozenset[str] = frozenset({"IDR"})
    cases: tuple[str, ...] = ("nominative",)
    year: Callable[[int], str] = str
    year_after: bool = True
    number: Callable[[Decimal], str] | None = None
    count: Callable[[int], str] | None = None
    months: Mapping[int, str] = field(default_factory=dict)
    day_one: str | None = None
    countries: Mapping[str, str] = field(default_factory=dict)
    abroad: Callable[[str, str], str] = lambda _code, name: name


@dataclass(frozen=True)
class Speaker:
    """A tongue in one locale: everything that writing and saying a value needs."""

    language: str
    locale: Locale
    tongue: Tongue

    @property
    def rtl(self) -> bool:
        """Tell whether the language is written from right to left."""
        return str(self.locale.character_order) == "right-to-left"

    def symbol(self, name: str) -> str:
        """Return CLDR's "decimal" or "group" character for Western digits."""
        return str(self.locale.number_symbols["latn"][name])

    @staticmethod
    def countable(amount: Decimal) -> int | Decimal:
        """Return a number below two million with the same plural category in every language.

        Source: CLDR's plural rules look at a whole number's last six digits and its decimals.
        """
        size = amount.copy_abs()
        whole = int(size)
        decimals = Decimal(f"0.{f'{size:f}'.partition('.')[2] or 0}").normalize()
        small = whole if whole < _MILLION else _MILLION + whole % _MILLION
        return small + decimals if decimals else small

    def phrase(self, forms: Forms, amount: Decimal, number: str, case: str = "nominative") -> str:
        """Put the words of `forms` that fit `amount` around its written `number`."""
        size = amount.copy_abs()
        category = str(self.locale.plural_form(self.countable(size)))
        wanted = (f"={size:f}", category, "other")
        key = next(key for name in wanted for key in (f"{name}/{case}", name) if key in forms)
        return forms[key].replace("{}", number).replace("  ", " ")

    def month(self, day: date) -> str:
        """Return a month's name as it is said."""
        return self.tongue.months.get(day.month) or str(
            self.locale.months["format"]["wide"][day.month]
        )


@cache
def speaker(language: str, locale: str) -> Speaker:
    """Return the tables of a language.

    Raises:
        ScriptError: "language-unknown" where Billreel does not speak it or CLDR has no such locale.
    """
    base = language.replace("_", "-").split("-")[0].lower()
    if base not in LANGUAGES:
        raise ScriptError(
            "language-unknown",
            f"figures cannot be worded in the language {language!r}.",
            remedy=f"Languages are {', '.join(LANGUAGES)}.",
        )
    try:
        parsed = Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError) as error:
        raise ScriptError(
            "language-unknown", f"CLDR has no locale {locale!r}.", remedy="Write it as en_GB."
        ) from error
    tongue: Tongue = import_module(f"renderer.script.words.tongues.{base}").TONGUE
    return Speaker(base, parsed, tongue)
