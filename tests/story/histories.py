"""Strategies of bills: any lines at all, that add up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from renderer.bill.model import Allowance, Bill, ChargeKind, Line, Reason
from renderer.bill.values import Money, Percent, Period, Quantity
from tests.story.telecom import DECEMBER, NOVEMBER, OCTOBER, bill

_DAYS = st.integers(0, 91).map(lambda days: date(2026, 10, 1) + timedelta(days=days))
_PERIODS = st.one_of(
    st.none(),
    st.sampled_from([OCTOBER, NOVEMBER, DECEMBER]),
    st.tuples(_DAYS, st.integers(0, 40)).map(
        lambda said: Period(said[0], said[0] + timedelta(days=said[1]))
    ),
)
_CENTS = st.one_of(st.sampled_from([0, 500, 1000, -1000]), st.integers(-5_000, 20_000))


def _money(cents: int) -> Money:
    return Money(Decimal(cents).scaleb(-2), "EUR")


@st.composite
def lines(draw: st.DrawFn, at: int, *, net: bool) -> Line:
    """Draw one line, with its net, rate and gross, or its gross alone."""
    amount = _money(draw(_CENTS))
    rate = draw(st.sampled_from([Decimal(0), Decimal(19), Decimal(20)]))
    tax = Money((amount.amount * rate / 100).quantize(Decimal("0.01")), "EUR")
    rated = draw(st.booleans())
    one = Line(
        id=f"lines.{at}",
        name=draw(st.sampled_from("ABC")),
        kind=draw(st.sampled_from(ChargeKind)),
        product=draw(st.sampled_from([None, "p", "q"])),
        subscription=draw(st.sampled_from([None, "1", "2"])),
        period=draw(_PERIODS),
        usage=draw(st.sampled_from([None, "data"])),
        country=draw(st.sampled_from([None, "ES", "TR"])),
        reason=draw(st.sampled_from([None, *Reason])),
        quantity=draw(st.sampled_from([None, Quantity(Decimal(3), "GB")])),
        price=draw(st.sampled_from([None, _money(1000)])),
    )
    if net:
        return replace(one, net=amount, tax_rate=Percent(rate) if rated else None)
    if not rated:
        return replace(one, gross=amount)
    gross = Money(amount.amount + tax.amount, "EUR")
    return replace(one, net=amount, tax=tax, gross=gross, tax_rate=Percent(rate))


@st.composite
def bills(draw: st.DrawFn, *, net: bool | None = None, most: int = 7) -> Bill:
    """Draw a bill of any lines, that add up to its total on the gross or the net basis."""
    on_net = draw(st.booleans()) if net is None else net
    count = draw(st.integers(1, most))
    drawn = tuple(draw(lines(at, net=on_net)) for at in range(count))
    period = draw(
        st.sampled_from(
            [OCTOBER, NOVEMBER, DECEMBER, Period(date(2026, 11, 1), date(2026, 11, 15)), None]
        )
    )
    tax = None
    if on_net:
        exact = sum(
            (
                one.net.amount * one.tax_rate.amount / 100
                for one in drawn
                if one.net and one.tax_rate
            ),
            Decimal(0),
        )
        off = draw(st.sampled_from([0, 0, 1, 300]))
        tax = str(exact.quantize(Decimal("0.01")) + Decimal(off).scaleb(-2))
    usage = (Allowance("d", "data", None, Quantity(Decimal(8), "GB"), Quantity(Decimal(5), "GB")),)[
        : draw(st.integers(0, 1))
    ]
    return bill(period, *drawn, tax=tax, usage=usage, id=f"B-{draw(st.integers(0, 10**6))}")


@st.composite
def two_bills(draw: st.DrawFn) -> tuple[Bill, Bill]:
    """Draw two bills of one basis; the second may be the first with some of its lines changed."""
    net = draw(st.booleans())
    first = draw(bills(net=net))
    if draw(st.booleans()):
        return first, draw(bills(net=net))
    kept = [one for one in first.lines if draw(st.integers(0, 3))]
    more = [draw(lines(at + 50, net=net)) for at in range(draw(st.integers(0, 2)))]
    changed = tuple(kept + more) or first.lines
    tax = "3.21" if net else None
    return first, bill(draw(st.sampled_from([NOVEMBER, DECEMBER])), *changed, tax=tax, id="B-again")
