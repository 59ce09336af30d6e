"""Allowances that were exceeded, and what this bill charges for that."""

from __future__ import annotations

from renderer.bill.model import ChargeKind
from renderer.story.causes.use import allowance_over
from renderer.story.matching import Charge
from renderer.story.model import Overage
from renderer.story.proofs import name_of
from renderer.story.reckoned import Reckoned


def tell_overage(of: Reckoned) -> tuple[Overage, ...]:
    """Tell every charge for use beyond an allowance whose evidence is complete, heaviest first."""
    found: list[Overage] = []
    for charge in of.charges(ChargeKind.USAGE):
        allowance = allowance_over(charge, of.bills.now.bill.usage)
        if allowance is not None and charge.amount > 0:
            found.append(_view(of, f"overage.{len(found)}", charge, allowance))
    return tuple(found)


def _view(of: Reckoned, name: str, charge: Charge, allowance: int) -> Overage:
    now = of.proofs.now
    used, included = (now.figure(f"usage.{allowance}.{side}") for side in ("used", "included"))
    return Overage(
        usage=now.bill.usage[allowance].kind,
        used=used,
        included=included,
        over=of.book.derive(f"{name}.over", "difference", [used, included]),
        amount=of.sum(f"{name}.amount", of.amounts(charge.rows)),
        label=name_of(now, charge.rows[0]),
        line=of.masked_line(f"{name}.line", charge.rows[0]),
    )
