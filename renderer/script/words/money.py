"""Money, as people write it and as they say it."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import get_currency_name, get_currency_precision, get_currency_symbol

from renderer.bill.values import Money
from renderer.script.wording import NumberPattern
from renderer.script.words.form import Form
from renderer.script.words.numerals import (
    BIDI_MARKS,
    pattern,
    plain,
    rounded,
    signed,
    spoken_sign,
    write,
)
from renderer.script.words.tongue import Speaker


def money_pattern(
    speaker: Speaker, money: Money, sign: str = "auto", round_to: str = "no"
) -> NumberPattern:
    """Return how an amount of this size and currency is written.

    Source: CLDR's standard currency pattern and ISO 4217 decimals, except where the language's
    table says how people write it.
    """
    prefix, suffix = _affixes(speaker, money.currency)
    unsigned = pattern(speaker, prefix, suffix, _fraction(speaker, money, round_to))
    return signed(speaker, unsigned, money.amount, sign)


def money_form(
    speaker: Speaker,
    money: Money,
    sign: str = "auto",
    round_to: str = "no",
    case: str = "nominative",
) -> Form:
    """Write and say an amount. Minor units that are zero are not said."""
    number = money_pattern(speaker, money, sign, round_to)
    amount = rounded(money.amount, number.fraction)
    said = _said(speaker, amount.copy_abs(), money.currency, case)
    return Form(write(number, amount), spoken_sign(speaker, amount, sign, said))


def _fraction(speaker: Speaker, money: Money, round_to: str) -> int:
    if round_to == "yes":
        return 0
    decimals = get_currency_precision(money.currency)
    whole = rounded(money.amount, decimals)
    if money.currency in speaker.tongue.whole and whole == whole.to_integral():
        return 0
    return decimals


def _affixes(speaker: Speaker, currency: str) -> tuple[str, str]:
    if currency in speaker.tongue.affixes:
        return speaker.tongue.affixes[currency]
    symbol = str(get_currency_symbol(currency, speaker.locale)).translate(BIDI_MARKS)
    cldr = speaker.locale.currency_formats["standard"]
    prefix = str(cldr.prefix[0]).translate(BIDI_MARKS).replace("¤", symbol)
    suffix = str(cldr.suffix[0]).translate(BIDI_MARKS).replace("¤", symbol)
    if prefix[-1:].isalpha():
        prefix += "\u00a0"
    if suffix[:1].isalpha():
        suffix = "\u00a0" + suffix
    return prefix, suffix


def _said(speaker: Speaker, amount: Decimal, currency: str, case: str) -> str:
    forms = speaker.tongue.currencies.get(currency)
    if forms is None:
        decimals = get_currency_precision(currency)
        name = get_currency_name(currency, speaker.countable(amount), speaker.locale).translate(
            BIDI_MARKS
        )
        return speaker.phrase({"other": f"{{}} {name}"}, amount, plain(speaker, amount, decimals))
    whole = Decimal(int(amount))
    minor = (amount - whole).scaleb(get_currency_precision(currency)).to_integral()
    major_words = speaker.phrase(forms[0], whole, plain(speaker, whole, 0), case)
    if not minor:
        return major_words
    minor_words = speaker.phrase(forms[1], minor, plain(speaker, minor, 0), case)
    if not whole:
        return minor_words
    return speaker.tongue.amount.format(major=major_words, minor=minor_words)
