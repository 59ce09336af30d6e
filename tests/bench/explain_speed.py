"""How long one explanation takes, 20 lines against 20 (run it by hand: `python -m ...`).

    python -m tests.bench.explain_speed [COUNT]

Half of what changed is charged for a part of the period, half is another product; every fifth pair
has a moved rate of tax. CPU time of one core.
"""

from __future__ import annotations

import sys
import time
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from renderer.bill.model import Bill, BillKind, ChargeKind, Line
from renderer.bill.values import Money, Percent, Period
from renderer.story import explain

LINES = 20
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
KINDS = tuple(kind for kind in ChargeKind if kind is not ChargeKind.OTHER)


def _line(at: int, product: int, period: Period, cents: int, rate: int) -> Line:
    kind = KINDS[product % len(KINDS)]
    gives = kind in (ChargeKind.DISCOUNT, ChargeKind.CREDIT)
    net = Decimal(-cents if gives else cents).scaleb(-2)
    tax = (net * rate / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return Line(
        id=str(at),
        name=f"Product {product}",
        kind=kind,
        net=Money(net, "EUR"),
        tax=Money(tax, "EUR"),
        gross=Money(net + tax, "EUR"),
        tax_rate=Percent(Decimal(rate)),
        period=period,
        product=f"P-{product}",
        subscription=str(product % 2),
    )


def _bill(name: str, period: Period, lines: list[Line]) -> Bill:
    total = sum((line.gross.amount for line in lines if line.gross), Decimal(0))
    money = Money(total, "EUR")
    return Bill(name, BillKind.INVOICE, "EUR", money, money, period=period, lines=tuple(lines))


def pair(seed: int, changed: int) -> tuple[Bill, Bill]:
    """Make two bills of 20 lines, of which so many changed: cost another sum, or are others."""
    random = Random(seed)  # noqa: S311 -- no secret
    rate = 20 if seed % 5 else 21
    last, now = [], []
    for at in range(LINES):
        cents = random.randrange(100, 9000)
        last.append(_line(at, at, OCTOBER, cents, 20))
        if at < changed / 2:
            period = Period(date(2026, 11, random.randrange(2, 28)), NOVEMBER.end)
            share = cents * period.days // 30
            now.append(_line(at, at, period, share, rate))
        elif at < changed:
            now.append(_line(at, at + 100, NOVEMBER, cents + 50, rate))
        else:
            now.append(_line(at, at, NOVEMBER, cents, rate))
    return _bill("last", OCTOBER, last), _bill("now", NOVEMBER, now)


def measure(count: int, changed: int) -> None:
    """Time explanations of `count` pairs, made beforehand in batches."""
    spent = worst = 0.0
    changes = 0
    for start in range(0, count, 500):
        pairs = [pair(seed, changed) for seed in range(start, min(start + 500, count))]
        for last, now in pairs:
            began = time.process_time()
            explained = explain(now, last)
            took = time.process_time() - began
            spent, worst = spent + took, max(worst, took)
            changes += len(explained.changes)
    print(  # noqa: T201 -- a script
        f"{LINES} lines against {LINES}, {changes / count:.1f} changes: "
        f"{spent / count * 1000:.3f} ms each, {worst * 1000:.1f} ms at most, of {count}"
    )


def main(count: int = 10_000) -> None:
    """Measure an ordinary pair, and one of which nothing is as it was."""
    for changed in (6, LINES):
        measure(count, changed)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:2]))
