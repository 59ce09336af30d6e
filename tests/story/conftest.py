"""Bills made by hand, with a source for every value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import settings

from renderer.bill.model import Bill, BillKind, ChargeKind, Customer, Line, Source
from renderer.bill.values import Money, Percent, Period, Quantity

settings.register_profile("story", deadline=None, derandomize=True, database=None)
settings.load_profile("story")

ACCOUNT = Customer(account="A-1")
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))


def month_before(period: Period, months: int = 1) -> Period:
    for _ in range(months):
        last = period.start - timedelta(days=1)
        period = Period(last.replace(day=1), last)
    return period


def _sources(document: str, at: object, path: str, found: dict[str, Source]) -> None:
    if isinstance(at, Money | Quantity | Percent | Period | date | int | str):
        found[path] = Source(document, "/" + path.replace(".", "/"), str(at))
    elif isinstance(at, tuple):
        for index, one in enumerate(at):
            _sources(document, one, f"{path}.{index}", found)
    elif is_dataclass(at):
        for field in fields(at):
            if field.name not in ("sources", "documents"):
                _sources(
                    document, getattr(at, field.name), f"{path}.{field.name}".strip("."), found
                )


def make_bill(
    lines: tuple[Line, ...] = (),
    *,
    id: str = "B-11",  # noqa: A002 -- the field's own name
    currency: str = "EUR",
    total: str | None = None,
    tax: str | None = None,
    due: str | None = None,
    period: Period | None = NOVEMBER,
    customer: Customer = ACCOUNT,
    kind: BillKind = BillKind.INVOICE,
    **more: object,
) -> Bill:
    """Make a bill whose lines add up to its total, unless told otherwise."""

    def money(text: str | Decimal) -> Money:
        return Money(Decimal(text), currency)

    if total is None:
        sides = [line.gross if tax is None else line.net for line in lines]
        summed = sum((side.amount for side in sides if side), Decimal(tax or 0))
        total = str(summed)
    document = sha256(id.encode()).hexdigest()
    values: dict[str, object] = {
        "id": id,
        "kind": kind,
        "currency": currency,
        "charges_total": money(total),
        "amount_due": money(due if due is not None else total),
        "charges_tax": None if tax is None else money(tax),
        "period": period,
        "customer": customer,
        "lines": lines,
        "documents": (document,),
        **more,
    }
    found: dict[str, Source] = {}
    _sources(document, Bill(**values), "", found)
    return Bill(**values, sources=found)


def make_line(
    name: str,
    gross: str | None = None,
    kind: ChargeKind = ChargeKind.RECURRING,
    *,
    net: str | None = None,
    currency: str = "EUR",
    **more: object,
) -> Line:
    return Line(
        id=str(more.pop("id", name)),
        name=name,
        kind=kind,
        gross=None if gross is None else Money(Decimal(gross), currency),
        net=None if net is None else Money(Decimal(net), currency),
        **more,
    )


@pytest.fixture(scope="session")
def bill_of() -> Callable[..., Bill]:
    return make_bill


@pytest.fixture(scope="session")
def line_of() -> Callable[..., Line]:
    return make_line


@pytest.fixture(scope="session")
def before() -> Callable[..., Period]:
    """Step back whole months from a period."""
    return month_before
