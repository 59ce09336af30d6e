"""Bills of a telecom, month by month, in few words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from renderer.bill.model import Allowance, Bill, ChargeKind, Line
from renderer.bill.values import Money, Percent, Period, Quantity
from renderer.story import Change, Explanation, explain
from tests.story.conftest import make_bill, make_line

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
DECEMBER = Period(date(2026, 12, 1), date(2026, 12, 31))
JANUARY = Period(date(2027, 1, 1), date(2027, 1, 31))


def november(first: int, last: int) -> Period:
    return Period(date(2026, 11, first), date(2026, 11, last))


def october(first: int, last: int) -> Period:
    return Period(date(2026, 10, first), date(2026, 10, last))


def line(
    name: str,
    gross: str,
    kind: ChargeKind = ChargeKind.RECURRING,
    period: Period | None = None,
    **more: object,
) -> Line:
    """Make a line whose product id follows from its name, unless told otherwise."""
    more.setdefault("product", f"P-{name}")
    if isinstance(price := more.get("price"), str):
        more["price"] = Money(Decimal(price), "EUR")
    more.setdefault("id", f"{name}/{gross}/{period.start if period else ''}")
    return make_line(name, gross, kind, period=period, **more)


def plan(name: str, gross: str, period: Period | None = None, **more: object) -> Line:
    return line(name, gross, ChargeKind.RECURRING, period, **more)


def discount(name: str, gross: str, period: Period | None = None, **more: object) -> Line:
    return line(name, gross, ChargeKind.DISCOUNT, period, **more)


def taxed(
    name: str, net: str, rate: str, kind: ChargeKind = ChargeKind.RECURRING, **more: object
) -> Line:
    """Make a line with its net, its rate, and the tax and gross that follow from them."""
    amount = Decimal(net)
    tax = (amount * Decimal(rate) / 100).quantize(Decimal("0.01"))
    return line(
        name,
        str(amount + tax),
        kind,
        net=net,
        tax=Money(tax, "EUR"),
        tax_rate=Percent(Decimal(rate)),
        **more,
    )


def data(used: str, included: str, **more: object) -> Allowance:
    return Allowance(
        id="data",
        kind="data",
        name="Data",
        used=Quantity(Decimal(used), "GB"),
        included=Quantity(Decimal(included), "GB"),
        **more,
    )


def gigabytes(amount: str) -> Quantity:
    return Quantity(Decimal(amount), "GB")


def bill(period: Period | None, *lines: Line, **more: object) -> Bill:
    more.setdefault("id", f"B-{period.start if period else 'x'}-{period.end if period else ''}")
    return make_bill(tuple(lines), period=period, **more)


def explained(last: Bill, now: Bill) -> list[tuple[str | None, str]]:
    """Explain one bill by another: cause and amount of each change."""
    return [(c.cause and c.cause.value, str(c.gross.amount)) for c in whole(explain(now, last))]


def whole(explanation: Explanation) -> tuple[Change, ...]:
    """Return the changes, once it is sure that they are all of the difference."""
    assert explanation.unexplained
    assert explanation.unexplained.amount == 0
    assert explanation.difference
    told = sum((change.gross.amount for change in explanation.changes), Decimal(0))
    assert told == explanation.difference.amount
    return explanation.changes


def only(last: Bill, now: Bill) -> Change:
    """Explain one bill by another in one change."""
    (change,) = whole(explain(now, last))
    return change
