"""Numbers as a counter writes them while it counts."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from renderer.script.model import NumberPattern


def to_minor(pattern: NumberPattern, value: Decimal) -> int:
    """Return a value in the pattern's smallest step, rounded half away from zero."""
    return int(value.scaleb(pattern.fraction).to_integral_value(ROUND_HALF_UP))


def write_digits(pattern: NumberPattern, minor: int) -> str:
    """Write the digits of a magnitude: grouped by three, with the pattern's decimals."""
    digits = str(abs(minor)).rjust(pattern.fraction + 1, "0")
    whole = digits[: len(digits) - pattern.fraction]
    head = len(whole) % 3
    groups = ([whole[:head]] if head else []) + [
        whole[at : at + 3] for at in range(head, len(whole), 3)
    ]
    written = pattern.group.join(groups)
    if pattern.fraction:
        written += pattern.decimal + digits[-pattern.fraction :]
    return written


def write_number(pattern: NumberPattern, minor: int) -> str:
    """Write a number of `minor` smallest steps: prefix, digits, suffix.

    A minus sign stands before everything, as U+2212, when the number is below zero.
    """
    sign = "\N{MINUS SIGN}" if minor < 0 else ""
    return f"{sign}{pattern.prefix}{write_digits(pattern, minor)}{pattern.suffix}"
