"""How tables write numbers and days that a bill's own notation does not cover.

Numbers with a decimal comma, grouping or the minus behind; days in another order than
year-month-day. Each function is pure, so that a proof can be computed again from the text.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext

from renderer.bill.currency import minor_unit
from renderer.bill.reading import number_of
from renderer.bill.values import Quantity

_GROUP = "[ '\u2019\u00a0\u202f%s]"
_PARTS = re.compile(r"YYYY|MM|DD")
_DIGITS = {"YYYY": r"(?P<YYYY>\d{4})", "MM": r"(?P<MM>\d{1,2})", "DD": r"(?P<DD>\d{1,2})"}
_TIME = r"(?:[ T][\d:. APMapm]*)?"


def _shape(mark: str) -> re.Pattern[str]:
    group = _GROUP % ("." if mark == "," else ",")
    whole = rf"\d{{1,3}}(?:{group}\d{{3}})+|\d{{1,30}}"
    return re.compile(
        rf"(?P<before>[+-]?)(?P<whole>{whole})(?:{re.escape(mark)}(?P<rest>\d{{0,20}}))?(?P<after>-?)",
        re.ASCII,
    )


_SHAPES = {mark: _shape(mark) for mark in (".", ",")}


def number_written(text: str, mark: str) -> Decimal | None:
    """Read a number by its decimal mark, "." or ","; whole thousands may be grouped.

    "1.234,56-" is -1234.56 with a decimal comma. `None` for anything else, and beyond the bounds
    of `renderer.bill.reading.number_of`.
    """
    match = _SHAPES[mark].fullmatch(text.strip())
    if match is None or (match["before"] and match["after"]):
        return None
    whole = "".join(one for one in match["whole"] if one.isdigit())
    sign = "-" if "-" in (match["before"], match["after"]) else ""
    rest = f".{match['rest']}" if match["rest"] else ""
    return number_of(f"{sign}{whole}{rest}")


def is_pattern(pattern: str) -> bool:
    """Tell whether a day's format names year, month and day once each, and nothing but marks."""
    parts = _PARTS.findall(pattern)
    rest = _PARTS.sub("", pattern)
    return sorted(parts) == ["DD", "MM", "YYYY"] and not re.search(r"[\w%]", rest)


def day_written(text: str, pattern: str) -> date | None:
    """Read a day by a format such as DD.MM.YYYY; a time of day behind it is left out."""
    shape, at = "", 0
    tight = re.fullmatch(r"[YMD]+", pattern) is not None
    for part in _PARTS.finditer(pattern):
        digits = _DIGITS[part.group()]
        shape += re.escape(pattern[at : part.start()])
        shape += digits.replace("{1,2}", "{2}") if tight else digits
        at = part.end()
    match = re.fullmatch(shape + re.escape(pattern[at:]) + _TIME, text.strip(), re.ASCII)
    if match is None:
        return None
    try:
        return date(int(match["YYYY"]), int(match["MM"]), int(match["DD"]))
    except ValueError:
        return None


_STEPS = {"byte": 3, "bytes": 3, "octet": 3, "octets": 3, "kB": 2, "MB": 1, "GB": 0, "TB": -1}
"""How many times a unit of data goes by the thousand into a GB."""
_MICRO = Decimal("0.000001")
_HUNDREDTH = Decimal("0.01")


def as_gigabytes(value: Quantity, thousand: int) -> Quantity | None:
    """Tell data in GB, to a millionth, half up; `None` for what is no data."""
    steps = _STEPS.get(value.unit, _STEPS.get(value.unit.lower()))
    if steps is None:
        return None
    with localcontext(Context(prec=60)):
        amount = value.amount / Decimal(thousand) ** steps
        return Quantity(_short(amount.quantize(_MICRO, ROUND_HALF_UP)), "GB")


def as_minutes(value: Quantity) -> Quantity | None:
    """Tell time in minutes, to a hundredth, half up; `None` for what is no time."""
    if value.unit not in ("s", "h"):
        return None
    amount = value.amount / 60 if value.unit == "s" else value.amount * 60
    return Quantity(_short(amount.quantize(_HUNDREDTH, ROUND_HALF_UP)), "min")


def in_minor(amount: Decimal, currency: str) -> Decimal:
    """Write an amount with the decimals of its currency, and with more only where it has them.

    The same amount is then the same however a file stores it: 50, 50.0 and 50.0000 are 50.00.
    """
    unit = minor_unit(currency)
    rounded = amount.quantize(unit)
    return rounded if rounded == amount else _short(amount)


def _short(amount: Decimal) -> Decimal:
    short = amount.normalize()
    exponent = short.as_tuple().exponent
    return short.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else short
