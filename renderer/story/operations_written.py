"""Operations that read what tables write in their own notation (`renderer.bill.table_notation`).

A bill from a table keeps such a cell as text, and the mapping's word for how to read it as text
too: both are operands, so that the value can be computed again.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from renderer.bill.currency import minor_unit
from renderer.bill.table_notation import as_gigabytes, as_minutes, day_written, number_written
from renderer.bill.units import unit_of
from renderer.bill.values import Money, Percent, Quantity, Value
from renderer.errors import StoryError

T = TypeVar("T")


def read_day(values: Sequence[Value]) -> Value:
    """Read a day from its text, by its format."""
    text, pattern = _texts(values, 2, 2)
    return _found(day_written(text, pattern))


def read_amount(values: Sequence[Value]) -> Value:
    """Read an amount from its text, by its decimal mark, in a currency."""
    text, mark, currency = _texts(values, 3, 3)
    return Money(_number(text, mark), currency)


def read_quantity(values: Sequence[Value]) -> Value:
    """Read a quantity from its text, by its decimal mark, in a unit if one is said."""
    text, mark, *unit = _texts(values, 2, 3)
    return Quantity(_number(text, mark), unit_of(unit[0]) if unit else "unit")


def read_percent(values: Sequence[Value]) -> Value:
    """Read a per cent from its text, by its decimal mark; "fraction" says that 0,2 is 20 %."""
    text, mark, *unit = _texts(values, 2, 3)
    return Percent(_number(text, mark) * (100 if unit == ["fraction"] else 1))


def from_minor(values: Sequence[Value]) -> Value:
    """Take a number of minor units (cents) for money of a currency."""
    if len(values) != 2 or not isinstance(values[0], Quantity):
        raise _misused()
    (currency,) = _texts(values[1:], 1, 1)
    return Money(values[0].amount * minor_unit(currency), currency)


def in_gigabytes(values: Sequence[Value]) -> Value:
    """Tell data in GB, to a millionth, half up; a text "1024" says that a GB has 1024 MB."""
    if not values or not isinstance(values[0], Quantity):
        raise _misused()
    thousand = _texts(values[1:], 0, 1)
    return _found(as_gigabytes(values[0], int(thousand[0]) if thousand else 1000))


def in_minutes(values: Sequence[Value]) -> Value:
    """Tell time in minutes, to a hundredth, half up."""
    if len(values) != 1 or not isinstance(values[0], Quantity):
        raise _misused()
    return _found(as_minutes(values[0]))


def _texts(values: Sequence[Value], least: int, most: int) -> list[str]:
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) != len(values) or not least <= len(texts) <= most:
        raise _misused()
    return texts


def _number(text: str, mark: str) -> Decimal:
    if mark not in (".", ","):
        raise _misused()
    return _found(number_written(text, mark))


def _found(value: T | None) -> T:
    if value is None:
        raise _misused()
    return value


def _misused() -> StoryError:
    return StoryError(
        "fact-misused",
        "A fact cannot be computed: the operands are not what this operation reads.",
        ours=True,
    )
