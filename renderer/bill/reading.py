"""Reads raw text as values, one rule a kind of value, and checks that a value is what was written.

What these rules cannot express is not read but computed, and `Bill.sources` says how.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from renderer.bill.documents import Raw
from renderer.bill.values import Money, Percent, Quantity, Value
from renderer.errors import BillError

LONGEST_TEXT = 1000
"""Characters of one name or description."""

_NUMBER = re.compile(r"[+-]?\d{1,30}(?:\.\d{0,20})?(?:[eE][+-]?\d{1,3})?", re.ASCII)
_PLAIN = re.compile(r"-?\d{1,14}(?:\.\d{1,8})?", re.ASCII)
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:$|[Tt ][\d:.]{5,18}|[Zz+-])", re.ASCII)
_BASIC_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$", re.ASCII)
"""ISO 8601 without hyphens, as formats 102, 203 and 204 of UNTDID 2379 write it."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_WHOLE_DIGITS = 14
_DECIMALS = 8
_TIDY = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " "),
    **dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")),
}
"""Control characters (category Cc) to a space; bidi controls and the byte order mark to nothing."""


def number_of(text: str) -> Decimal | None:
    """Read a plain decimal number below 10^14 with at most 8 decimals; `None` for anything else.

    Within these bounds sums of any bill are exact in `Decimal`'s default precision.
    """
    text = text.strip()
    if _PLAIN.fullmatch(text):
        return Decimal(text)
    if not _NUMBER.fullmatch(text):
        return None
    number = Decimal(text)
    exponent = number.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -_DECIMALS or number.adjusted() > _WHOLE_DIGITS:
        return None
    return number


def read_number(raw: Raw) -> Decimal:
    """Read a number.

    Raises:
        BillError: `number-not-readable`.
    """
    number = number_of(raw.text)
    if number is None:
        raise BillError(
            "number-not-readable",
            "Expected a plain decimal number here.",
            raw.where,
            "Write digits with a point, without grouping, and at most eight decimals.",
        )
    return number


def rate_of(text: str) -> Decimal | None:
    """Read a rate: 20 and 0.2 are both 20 %, as TM Forum's own examples write both."""
    number = number_of(text)
    if number is None:
        return None
    return number * 100 if abs(number) <= 1 else number


def read_date(raw: Raw) -> date:
    """Read the calendar day of an ISO 8601 date or date-time, as its writer's clock shows it.

    With hyphens or without.

    Raises:
        BillError: `date-not-valid`.
    """
    day = date_of(raw.text)
    if day is None:
        raise BillError(
            "date-not-valid",
            "This is not a day of the calendar.",
            raw.where,
            "Write it as year-month-day, 2026-11-30 for example.",
        )
    return day


def date_of(text: str) -> date | None:
    """Read a calendar day, or `None`."""
    match = _DATE.match(text.strip()) or _BASIC_DATE.match(text.strip())
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        return None


def text_of(text: str) -> str:
    """Tidy text for showing: white space and control characters to one space, no bidi controls."""
    return " ".join(text.translate(_TIDY).split())


def read_text(raw: Raw) -> str | None:
    """Read text, or `None` for blank text.

    Raises:
        BillError: `text-too-long`, `text-not-unicode`.
    """
    if len(raw.text) > LONGEST_TEXT:
        raise BillError(
            "text-too-long",
            f"This text is longer than {LONGEST_TEXT} characters.",
            raw.where,
            "Shorten it.",
        )
    if not raw.text.isascii() and _SURROGATE.search(raw.text):
        raise BillError(
            "text-not-unicode",
            "This text holds half a character.",
            raw.where,
            "Write characters outside the basic plane whole, or as both surrogates.",
        )
    return text_of(raw.text) or None


def agrees(raw: str, value: Value) -> bool:
    """Tell whether a value is what a document writes as `raw`.

    The unit of a quantity and the currency of money stand beside the amount, not in `raw`.
    """
    match value:
        case Money(amount=amount) | Quantity(amount=amount):
            return number_of(raw) == amount
        case Percent(amount=amount):
            return amount in (number_of(raw), rate_of(raw))
        case date():
            return date_of(raw) == value
        case bool():
            return raw == ("true" if value else "false")
        case int():
            return number_of(raw) == value
        case str():
            return text_of(raw) == value
        case _:
            return False
