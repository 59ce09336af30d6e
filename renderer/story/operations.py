"""The closed table of operations that facts are computed by.

Every operation is a pure function of its operands' values, in order. Amounts of different
currencies or units never meet: that is an error, not a conversion. With `rounding` in the
derivation, a result is rounded once, half away from zero; without it, it has to be exact.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal, Inexact, localcontext
from types import MappingProxyType

from renderer.bill.values import Money, Percent, Period, Quantity, Value
from renderer.errors import StoryError
from renderer.story.coverage import moved
from renderer.story.mask import mask
from renderer.story.operations_written import (
    from_minor,
    in_gigabytes,
    in_minutes,
    read_amount,
    read_day,
    read_percent,
    read_quantity,
)

Operation = Callable[[Sequence[Value]], Value]
Amount = Money | Quantity | Percent | int

_DIGITS = 60
"""Working precision: sums of any sane bill are exact in it."""
_TICKS = 4
_WHOLE = frozenset({"ring_share", "whole_share", "in_gigabytes", "in_minutes"})
"""Operations that round by themselves, as they say."""
_NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


def compute(operation: str, values: Sequence[Value], rounding: str | None = None) -> Value:
    """Apply a named operation and round its result to the quantum `rounding`.

    Raises:
        StoryError: `fact-misused` for an unknown operation, operands it does not take, or a
            result that is not exact while no rounding is stated.
    """
    if operation not in OPERATIONS:
        raise _misused(f"there is no operation {operation!r}")
    with localcontext(Context(prec=_DIGITS)) as context:
        value = OPERATIONS[operation](values)
        if rounding is not None:
            return _round(value, Decimal(rounding))
        if context.flags[Inexact] and operation not in _WHOLE:
            raise _misused(f"{operation} needs a rounding here: its result is not exact")
    return value


def _round(value: Value, quantum: Decimal) -> Value:
    if isinstance(value, int):
        return value
    if not isinstance(value, Money | Quantity | Percent):
        raise _misused(f"a {type(value).__name__} is not rounded")
    steps = (value.amount / quantum).quantize(Decimal(1), ROUND_HALF_UP)
    return replace(value, amount=(steps * quantum).quantize(quantum))


def _misused(what: str) -> StoryError:
    return StoryError("fact-misused", f"A fact cannot be computed: {what}.", ours=True)


def _amounts(values: Sequence[Value], exactly: int | None = None) -> list[Amount]:
    """Check that all are amounts of one kind and unit."""
    if not values or (exactly is not None and len(values) != exactly):
        raise _misused(f"{len(values)} operands were given")
    amounts = [v for v in values if isinstance(v, Amount) and not isinstance(v, bool)]
    if len(amounts) != len(values):
        raise _misused("an operand is not an amount")
    if len({(type(amount), _unit(amount)) for amount in amounts}) > 1:
        raise _misused("the operands differ in kind, currency or unit")
    return amounts


def _unit(amount: Amount) -> str:
    match amount:
        case Money(currency=unit) | Quantity(unit=unit):
            return unit
        case _:
            return ""


def _number(amount: Amount) -> Decimal:
    return Decimal(amount) if isinstance(amount, int) else amount.amount


def _like(amount: Amount, number: Decimal) -> Value:
    if isinstance(amount, int):
        return int(number) if number == int(number) else Quantity(number, "")
    return replace(amount, amount=number)


def _period(values: Sequence[Value]) -> Period:
    if len(values) != 1 or not isinstance(values[0], Period):
        raise _misused("the operand is not one period")
    return values[0]


def same(values: Sequence[Value]) -> Value:
    """Take the one operand as it is; with a rounding, rounded."""
    if len(values) != 1:
        raise _misused(f"{len(values)} operands were given")
    return values[0]


def sum_of(values: Sequence[Value]) -> Value:
    """Add the operands up."""
    amounts = _amounts(values)
    return _like(amounts[0], sum((_number(amount) for amount in amounts), Decimal(0)))


def difference(values: Sequence[Value]) -> Value:
    """Take the second operand from the first."""
    first, second = _amounts(values, exactly=2)
    return _like(first, _number(first) - _number(second))


def negate(values: Sequence[Value]) -> Value:
    """Turn the sign of the operand; zero stays zero."""
    (amount,) = _amounts(values, exactly=1)
    return _like(amount, Decimal(0) - _number(amount))


def absolute(values: Sequence[Value]) -> Value:
    """Take the operand's magnitude."""
    (amount,) = _amounts(values, exactly=1)
    return _like(amount, abs(_number(amount)))


def count(values: Sequence[Value]) -> Value:
    """Count the operands."""
    return len(values)


def highest(values: Sequence[Value]) -> Value:
    """Take the greatest operand."""
    return max(_amounts(values), key=_number)


def lowest(values: Sequence[Value]) -> Value:
    """Take the smallest operand."""
    return min(_amounts(values), key=_number)


def mean(values: Sequence[Value]) -> Value:
    """Take the arithmetic mean of the operands."""
    amounts = _amounts(values)
    total = sum((_number(amount) for amount in amounts), Decimal(0))
    return _like(amounts[0], total / len(amounts))


def share(values: Sequence[Value]) -> Value:
    """Say how much the first operand is of the second, in per cent."""
    part, whole = _amounts(values, exactly=2)
    if not _number(whole):
        raise _misused("nothing is a share of zero")
    return Percent(100 * _number(part) / _number(whole))


def percent_of(values: Sequence[Value]) -> Value:
    """Take the second operand's per cent (a tax rate, say) of the first."""
    if len(values) != 2 or not isinstance(values[1], Percent):
        raise _misused("the operands are not an amount and a per cent")
    (amount,) = _amounts(values[:1])
    return _like(amount, _number(amount) * values[1].amount / 100)


def whole_share(values: Sequence[Value]) -> Value:
    """Say a share in whole per cent, and 100 % only for exactly the whole.

    Rounded half away from zero, but just under the whole is 99 % and just over it 101 %: "100 %
    used" beside "40 MB left" would be a contradiction on screen.
    """
    part, whole = _amounts(values, exactly=2)
    percent = _round(share(values), Decimal(1))
    if isinstance(percent, Percent) and percent.amount == 100 and _number(part) != _number(whole):
        return Percent(Decimal(99 if _number(part) < _number(whole) else 101))
    return percent


def ring_share(values: Sequence[Value]) -> Value:
    """Say the last operand's share in whole per cent so that all shares of a ring make 100.

    Operands: the whole, then the ring's parts up to the one in question. Its share is what the
    rounded running share grows by, so it is less than one per cent away from the exact one.
    """
    whole, *parts = _amounts(values)
    if not parts or not _number(whole):
        raise _misused("a ring needs a whole that is not zero, and a part")
    before = sum((_number(part) for part in parts[:-1]), Decimal(0))
    running = [100 * number / _number(whole) for number in (before, before + _number(parts[-1]))]
    low, high = (number.quantize(Decimal(1), ROUND_HALF_UP) for number in running)
    return Percent(high - low)


def nice_tick(values: Sequence[Value]) -> Value:
    """Choose an axis step: the least of which at most four reach the operand's magnitude.

    Steps are 1, 2, 2.5 or 5 times a power of ten.
    """
    (amount,) = _amounts(values, exactly=1)
    target = abs(_number(amount)) / _TICKS
    if not target:
        raise _misused("an axis of zero has no ticks")
    power = Decimal(1).scaleb(target.adjusted())
    step = next(power * nice for nice in _NICE if power * nice >= target)
    exact = step.normalize()
    return _like(amount, exact if exact.as_tuple().exponent < 0 else exact.quantize(Decimal(1)))  # type: ignore[operator]


def period(values: Sequence[Value]) -> Value:
    """Join a first and a last day to a period."""
    if len(values) != 2 or not all(isinstance(value, date) for value in values):
        raise _misused("the operands are not two days")
    first, last = values
    return Period(first, last)  # type: ignore[arg-type]


def start(values: Sequence[Value]) -> Value:
    """Take the first day of a period."""
    return _period(values).start


def end(values: Sequence[Value]) -> Value:
    """Take the last day of a period."""
    return _period(values).end


def days(values: Sequence[Value]) -> Value:
    """Count the days of a period."""
    return Quantity(Decimal(_period(values).days), "day")


def month(values: Sequence[Value]) -> Value:
    """Take the first day of the month that holds most days of a period; the earlier of equals."""
    whole = _period(values)
    best, held = whole.start.replace(day=1), 0
    first = best
    while first <= whole.end:
        following = (first + timedelta(days=31)).replace(day=1)
        last = following - timedelta(days=1)
        inside = (min(last, whole.end) - max(first, whole.start)).days + 1
        if inside > held:
            best, held = first, inside
        first = following
    return best


def day_before(values: Sequence[Value]) -> Value:
    """Take the day before a day."""
    if len(values) != 1 or not isinstance(values[0], date):
        raise _misused("the operand is not one day")
    return values[0] - timedelta(days=1)


def day_after(values: Sequence[Value]) -> Value:
    """Take the day after a day."""
    if len(values) != 1 or not isinstance(values[0], date):
        raise _misused("the operand is not one day")
    return values[0] + timedelta(days=1)


def month_later(values: Sequence[Value]) -> Value:
    """Move a period a month on: from its first day's date and up to its last day's a month later.

    What ended with a month ends with one; a shorter month holds a late day back.
    """
    return moved(_period(values), 1)


def month_earlier(values: Sequence[Value]) -> Value:
    """Move a period a month back, as `month_later` moves it on."""
    return moved(_period(values), -1)


def masked(values: Sequence[Value]) -> Value:
    """Hide an identifier but for its first two and last two digits."""
    if len(values) != 1 or not isinstance(values[0], str):
        raise _misused("the operand is not one text")
    return mask(values[0])


OPERATIONS: Mapping[str, Operation] = MappingProxyType(
    {
        "absolute": absolute,
        "amount_written": read_amount,
        "count": count,
        "day_written": read_day,
        "day_after": day_after,
        "day_before": day_before,
        "days": days,
        "difference": difference,
        "end": end,
        "from_minor": from_minor,
        "in_gigabytes": in_gigabytes,
        "in_minutes": in_minutes,
        "mask": masked,
        "max": highest,
        "mean": mean,
        "min": lowest,
        "month": month,
        "month_earlier": month_earlier,
        "month_later": month_later,
        "negate": negate,
        "nice_tick": nice_tick,
        "percent_of": percent_of,
        "percent_written": read_percent,
        "period": period,
        "quantity_written": read_quantity,
        "ring_share": ring_share,
        "same": same,
        "share": share,
        "start": start,
        "sum": sum_of,
        "whole_share": whole_share,
    }
)
"""Every operation by the name that a manifest gives it. Adding one is a change of that format."""
