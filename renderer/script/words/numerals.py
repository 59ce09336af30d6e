"""Numbers: the pattern a counter counts by, and the digits in it, seen and spoken."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Context, Decimal

from renderer.script.wording import NumberPattern
from renderer.script.words.tongue import Speaker

MINUS = "\u2212"
LTR_ISOLATE, POP_ISOLATE = "\u2066", "\u2069"
_EXACT = Context(prec=200)
BIDI_MARKS = dict.fromkeys((0x200E, 0x200F, 0x061C))
"""Marks that CLDR puts into patterns; we isolate instead."""


def rounded(amount: Decimal, fraction: int) -> Decimal:
    """Round half away from zero to `fraction` decimals; exact up to 200 digits."""
    return amount.quantize(Decimal(1).scaleb(-fraction), ROUND_HALF_UP, _EXACT)


def fraction_of(amount: Decimal, most: int) -> int:
    """Count the decimals that `amount` needs, at most `most`."""
    exponent = rounded(amount, most).normalize(_EXACT).as_tuple().exponent
    return max(0, -int(exponent))


def plain(speaker: Speaker, amount: Decimal, fraction: int) -> str:
    """Write the magnitude as a voice reads it: no grouping, no sign, no trailing zeros."""
    value = rounded(amount, fraction).copy_abs()
    value = rounded(value, fraction_of(value, fraction))
    if speaker.tongue.number and value != value.to_integral():
        return speaker.tongue.number(value)
    return f"{value:f}".replace(".", speaker.tongue.decimal)


def pattern(
    speaker: Speaker, prefix: str = "", suffix: str = "", fraction: int = 0
) -> NumberPattern:
    """Make a pattern with the language's own separators."""
    decimal, group = speaker.symbol("decimal"), speaker.symbol("group")
    return NumberPattern(prefix, suffix, decimal, group, fraction)


def signed(
    speaker: Speaker, unsigned: NumberPattern, amount: Decimal, sign: str = "auto"
) -> NumberPattern:
    """Put a sign before a pattern.

    In a right-to-left language sign and digits stand in an isolate, so that the sign stays on the
    left of its digits.
    """
    value = rounded(amount, unsigned.fraction)
    mark = MINUS if value < 0 and sign != "never" else "+" if value > 0 and sign == "always" else ""
    if not mark:
        return unsigned
    if not speaker.rtl:
        return replace(unsigned, prefix=mark + unsigned.prefix)
    return replace(
        unsigned,
        prefix=f"{LTR_ISOLATE}{mark}{unsigned.prefix}",
        suffix=f"{POP_ISOLATE}{unsigned.suffix}",
    )


def spoken_sign(speaker: Speaker, amount: Decimal, sign: str, said: str) -> str:
    """Put the sign's word before a spoken amount, where the sign shows."""
    if amount < 0 and sign != "never":
        return f"{speaker.tongue.minus} {said}"
    return f"{speaker.tongue.plus} {said}" if amount > 0 and sign == "always" else said


def write(number: NumberPattern, amount: Decimal) -> str:
    """Write the magnitude of `amount` by a pattern, whose prefix holds the sign."""
    whole, _, decimals = f"{rounded(amount, number.fraction).copy_abs():f}".partition(".")
    groups = []
    while len(whole) > 3:
        whole, tail = whole[:-3], whole[-3:]
        groups.append(tail)
    grouped = number.group.join([whole, *reversed(groups)])
    digits = grouped + (number.decimal + decimals if decimals else "")
    return f"{number.prefix}{digits}{number.suffix}"
