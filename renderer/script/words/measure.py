"""Quantities, shares and counts, seen and spoken."""

from __future__ import annotations

from decimal import Decimal

from renderer.bill.values import Percent, Quantity
from renderer.script.wording import NumberPattern
from renderer.script.words.form import Form
from renderer.script.words.free_text import speakable
from renderer.script.words.numerals import (
    BIDI_MARKS,
    fraction_of,
    pattern,
    plain,
    rounded,
    signed,
    spoken_sign,
    write,
)
from renderer.script.words.tongue import Speaker

DECIMALS = 2
"""Most decimals a quantity or share is shown with; trailing zeros are left out."""


def quantity_pattern(
    speaker: Speaker, quantity: Quantity, case: str = "nominative"
) -> NumberPattern:
    """Return how this quantity is written: its unit's words fit its amount."""
    fraction = fraction_of(quantity.amount, DECIMALS)
    forms = speaker.tongue.units.get(quantity.unit)
    if forms is None:
        prefix, suffix = "", f"\u00a0{quantity.unit}".translate(BIDI_MARKS)
    else:
        amount = rounded(quantity.amount, fraction)
        phrase = speaker.phrase(forms[0], amount, "{}", case)
        prefix, _, suffix = (phrase if "{}" in phrase else forms[0]["other"]).partition("{}")
    return signed(speaker, pattern(speaker, prefix, suffix, fraction), quantity.amount)


def quantity_form(
    speaker: Speaker, quantity: Quantity, case: str = "nominative", unit: str = "yes"
) -> Form:
    """Write and say a quantity; a unit we do not know is said as the bill words it.

    With `unit` "no" its number stands alone, where the unit follows another ("10 of 30 days").
    """
    if unit == "no":
        bare = pattern(speaker, "", "", fraction_of(quantity.amount, DECIMALS))
        alone = rounded(quantity.amount, bare.fraction)
        return Form(write(bare, alone), plain(speaker, alone, bare.fraction))
    number = quantity_pattern(speaker, quantity, case)
    amount = rounded(quantity.amount, number.fraction)
    digits = plain(speaker, amount, number.fraction)
    forms = speaker.tongue.units.get(quantity.unit)
    if forms is None:
        said = f"{digits} {speakable(quantity.unit, speaker)}".rstrip()
    else:
        said = speaker.phrase(forms[1], amount, digits, case)
        words = speaker.phrase(forms[0], amount, "{}", case)
        if "{}" not in words:  # Arabic writes one and two days without a number
            return Form(words, said)
    return Form(write(number, amount), spoken_sign(speaker, amount, "auto", said))


def percent_pattern(speaker: Speaker, share: Percent) -> NumberPattern:
    """Return how a share is written. Source: CLDR's percent pattern."""
    cldr = speaker.locale.percent_formats[None]
    unsigned = pattern(
        speaker,
        str(cldr.prefix[0]).translate(BIDI_MARKS),
        str(cldr.suffix[0]).translate(BIDI_MARKS),
        fraction_of(share.amount, DECIMALS),
    )
    return signed(speaker, unsigned, share.amount)


def percent_form(speaker: Speaker, share: Percent) -> Form:
    """Write and say a share."""
    number = percent_pattern(speaker, share)
    amount = rounded(share.amount, number.fraction)
    digits = plain(speaker, amount, number.fraction)
    said = speaker.phrase(speaker.tongue.percent, amount, digits)
    return Form(write(number, amount), spoken_sign(speaker, amount, "auto", said))


def count_pattern(speaker: Speaker, count: int) -> NumberPattern:
    """Return how a bare whole number is written."""
    return signed(speaker, pattern(speaker), Decimal(count))


def count_form(speaker: Speaker, count: int, counter: str = "plain") -> Form:
    """Write and say a whole number; `counter` "native" takes native words where there are any."""
    amount = Decimal(count)
    native = speaker.tongue.count if counter == "native" else None
    said = native(abs(count)) if native else plain(speaker, amount, 0)
    seen = write(count_pattern(speaker, count), amount)
    return Form(seen, spoken_sign(speaker, amount, "auto", said))
