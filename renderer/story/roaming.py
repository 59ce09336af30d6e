"""What use abroad cost on this bill, country by country."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from renderer.bill.model import ChargeKind
from renderer.story.explanation import On
from renderer.story.facts import Figure
from renderer.story.model import Roaming, RoamingRow
from renderer.story.reckoned import Reckoned

MOST = 4
"""Rows, those that join the last countries among them."""


def tell_roaming(of: Reckoned) -> Roaming | None:
    """Tell roaming by country, heaviest first; `None` without roaming."""
    lines = of.bills.now.bill.lines
    by_country: dict[str | None, list[int]] = defaultdict(list)
    for row, line in enumerate(lines):
        if line.kind is ChargeKind.ROAMING:
            by_country[line.country].append(row)
    if not by_country:
        return None
    parts = of.bills.now.parts

    def weight(code: str | None) -> tuple[bool, Decimal, str]:
        return (
            code is None,
            -abs(sum((parts[row] for row in by_country[code]), Decimal(0))),
            code or "",
        )

    order = sorted(by_country, key=weight)
    kept = order if len(order) <= MOST else order[: MOST - 1]
    groups = [(code, by_country[code]) for code in kept]
    if rest := [row for code in order[len(kept) :] for row in by_country[code]]:
        groups.append((None, rest))
    rows = tuple(
        _row(of, f"roaming.{at}", code, members) for at, (code, members) in enumerate(groups)
    )
    said = [
        of.proofs.now.figure(f"lines.{by_country[code][0]}.country")
        for code in order
        if code is not None
    ]
    whole = None not in by_country
    return Roaming(
        total=of.sum("roaming.total", [row.amount for row in rows]),
        rows=rows,
        countries=of.book.derive("roaming.countries", "count", said) if whole else None,
        previous=_previous(of),
    )


def _row(of: Reckoned, name: str, code: str | None, rows: list[int]) -> RoamingRow:
    figures = of.amounts(rows)
    return RoamingRow(
        country=None if code is None else of.proofs.now.figure(f"lines.{rows[0]}.country"),
        amount=of.sum(f"{name}.amount", figures),
        lines=of.book.derive(f"{name}.lines", "count", figures),
        used=_used(of, f"{name}.used", rows),
    )


def _used(of: Reckoned, name: str, rows: list[int]) -> Figure | None:
    lines = [of.bills.now.bill.lines[row] for row in rows]
    units = {line.quantity.unit if line.quantity else None for line in lines}
    if len(units) != 1 or None in units:
        return None
    return of.sum(name, [of.proofs.now.figure(f"lines.{row}.quantity") for row in rows])


def _previous(of: Reckoned) -> Figure | None:
    if not of.beside:
        return None
    lines = of.bills.last.bill.lines
    rows = [row for row, line in enumerate(lines) if line.kind is ChargeKind.ROAMING]
    return of.sum("roaming.previous", of.amounts(rows, On.LAST)) if rows else None
