"""The formats of `docs/templates.md`: a figure by a format's name, and a counter's pattern."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from types import UnionType

from renderer.bill.values import Money, Percent, Period, Quantity, Value
from renderer.errors import ScriptError
from renderer.script.place import did_you_mean
from renderer.script.wording import NumberPattern, Span, Words
from renderer.script.words.countries import country_form
from renderer.script.words.dates import date_form, period_form
from renderer.script.words.direction import holds_rtl
from renderer.script.words.form import Form
from renderer.script.words.free_text import text_form
from renderer.script.words.measure import (
    count_form,
    count_pattern,
    percent_form,
    percent_pattern,
    quantity_form,
    quantity_pattern,
)
from renderer.script.words.money import money_form, money_pattern
from renderer.script.words.numerals import LTR_ISOLATE, POP_ISOLATE
from renderer.script.words.tongue import Speaker, speaker
from renderer.story.facts import Figure


@dataclass(frozen=True, slots=True)
class Format:
    """How values of one kind become words; `pattern` is None for what cannot count."""

    kind: type | UnionType
    form: Callable[..., Form]
    pattern: Callable[..., NumberPattern] | None = None
    options: tuple[tuple[str, str], ...] = ()


def _money(*options: tuple[str, str]) -> Format:
    return Format(Money, money_form, money_pattern, options)


def _date(style: str) -> Format:
    return Format(date, date_form, None, (("style", style),))


FORMATS: dict[str, Format] = {
    "money": _money(),
    "money-signed": _money(("sign", "always")),
    "money-round": _money(("round_to", "yes")),
    "quantity": Format(Quantity, quantity_form, quantity_pattern),
    "percent": Format(Percent, percent_form, percent_pattern),
    "count": Format(int, count_form, count_pattern),
    "date-long": _date("long"),
    "date-short": _date("short"),
    "date-full": _date("full"),
    "month": _date("month"),
    "month-short": _date("month-short"),
    "month-year": _date("month-year"),
    "day": _date("day"),
    "weekday": _date("weekday"),
    "period": Format(Period, period_form, None, (("style", "long"),)),
    "period-short": Format(Period, period_form, None, (("style", "short"),)),
    "country": Format(str, country_form),
    "text": Format(str, text_form),
}


def default_format(value: Value) -> str:
    """Return the format a value takes when none is named."""
    match value:
        case Money():
            return "money"
        case Quantity():
            return "quantity"
        case Percent():
            return "percent"
        case Period():
            return "period"
        case date():
            return "date-long"
        case str():
            return "text"
        case _:
            return "count"


def form_of(value: Value, format_name: str, who: Speaker) -> Form:
    """Return a value in both modes.

    Raises:
        ScriptError: "unknown-format", or "wrong-format" where the value is of another kind.
    """
    chosen = _chosen(value, format_name)
    return chosen.form(who, value, **dict(chosen.options))


def format_value(figure: Figure, format_name: str, language: str, locale: str) -> Words:
    """Word a figure that stands alone. Its one span is named "value".

    In a right-to-left language, what holds no right-to-left letter ("27.3 GB", a masked number)
    stands in an isolate, or its parts would change places.

    Raises:
        ScriptError: as `form_of`, or "language-unknown".
    """
    who = speaker(language, locale)
    form = form_of(figure.value, format_name, who)
    alone = who.rtl and not holds_rtl(form.seen)
    seen = f"{LTR_ISOLATE}{form.seen}{POP_ISOLATE}" if alone else form.seen
    start = len(LTR_ISOLATE) if alone else 0
    span = Span(start, start + len(form.seen), 0, len(form.spoken), "value", figure.fact)
    return Words(format_name, seen, form.spoken, (span,))


def number_pattern(value: Value, format_name: str, language: str, locale: str) -> NumberPattern:
    """Return how a counter writes numbers on its way to `value`.

    The prefix holds the sign of `value`; digits are of the magnitude. At `value` itself the
    pattern writes exactly what `format_value` does.

    Raises:
        ScriptError: as `form_of`, or "wrong-format" for what does not count (dates, text).
    """
    chosen = _chosen(value, format_name)
    if chosen.pattern is None:
        raise ScriptError(
            "wrong-format",
            f"a counter cannot count in the format {format_name!r}.",
            remedy="Use money, money-signed, money-round, quantity, percent or count.",
        )
    who = speaker(language, locale)
    number = chosen.pattern(who, value, **dict(chosen.options))
    if not who.rtl or holds_rtl(number.prefix + number.suffix):
        return number
    prefix, suffix = LTR_ISOLATE + number.prefix, number.suffix + POP_ISOLATE
    return replace(number, prefix=prefix, suffix=suffix)


def _chosen(value: Value, format_name: str) -> Format:
    chosen = FORMATS.get(format_name)
    if chosen is None:
        raise ScriptError(
            "unknown-format",
            f"there is no format {format_name!r}.",
            remedy=did_you_mean(format_name, FORMATS),
        )
    if not isinstance(value, chosen.kind) or isinstance(value, bool):
        raise ScriptError(
            "wrong-format",
            f"the format {format_name!r} does not take a {type(value).__name__.lower()}.",
            remedy=f"A {type(value).__name__.lower()} takes {default_format(value)!r}.",
        )
    return chosen
