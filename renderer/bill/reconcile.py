"""Reconciles a bill's sums, once and to the minor unit.

Total, prepaid and due have to hold, or the bill is refused. Lines and taxes may fail: then
`Bill.breakdown` says so, and later stages tell the short film.

Sums are exact. Only a tax rate, which issuers round in their own ways, is held against its amount
with a tolerance: one unit of rounding for a line, and half of one more for each line of a bill.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from renderer.bill.currency import rounding_unit
from renderer.bill.model import Bill, Mismatch
from renderer.bill.paths import places, value_at
from renderer.bill.values import Money, Percent
from renderer.errors import BillError

_SHOWN_PARTS = 12
_FATAL = {
    "total": ("total-does-not-add-up", "Net and tax do not add up to the total."),
    "prepaid": ("prepaid-does-not-add-up", "What is paid and what remains do not add up."),
    "due": (
        "due-does-not-add-up",
        "Charges, balance, payments and rounding do not add up to the amount due.",
    ),
}


@dataclass(frozen=True, slots=True)
class Check:
    """One sum that has to hold: the parts, less those in `minus`, make the whole.

    Args:
        sum: "lines", "tax", "total", "prepaid" or "due".
        whole, plus, minus: paths into the bill; an absent part counts as nothing.
    """

    sum: str
    whole: str
    plus: Sequence[str]
    minus: Sequence[str] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the paths of the sum and of its parts."""
        return (self.whole, *self.plus, *self.minus)

    def holds(self, bill: Bill) -> bool:
        """Tell whether the sum holds exactly."""
        made = sum((_amount(bill, path) for path in self.plus), Decimal(0))
        made -= sum((_amount(bill, path) for path in self.minus), Decimal(0))
        return made == _amount(bill, self.whole)


def reconcile(bill: Bill, checks: Iterable[Check], names: Mapping[str, str]) -> Bill:
    """Check every sum of a bill, and note the first of its breakdown that fails.

    `checks` are sums that the document's format states beyond those every bill has, `names` what
    errors call each document, by its sha256.

    Raises:
        BillError: `total-does-not-add-up`, `prepaid-does-not-add-up`, `due-does-not-add-up`.
    """
    every = [*checks, *_totals(bill)]
    for check in every:
        if check.sum in _FATAL and not check.holds(bill):
            raise _refusal(bill, check, names)
    failed = next(_breakdown(bill, [one for one in every if one.sum not in _FATAL]), None)
    if failed is None:
        return bill
    name, paths = failed
    return replace(bill, breakdown=Mismatch(name, tuple(_pointers(bill, paths))))


def _totals(bill: Bill) -> Iterator[Check]:
    if bill.charges_net is not None:
        yield Check("total", "charges_total", ("charges_net", "charges_tax"))
    yield Check("due", "amount_due", ("charges_total", "carried_over", "rounding"), ("paid",))
    if bill.taxes and bill.charges_tax is not None:
        yield Check("tax", "charges_tax", [f"taxes.{i}.amount" for i in range(len(bill.taxes))])


def _breakdown(bill: Bill, checks: Iterable[Check]) -> Iterator[tuple[str, Sequence[str]]]:
    for check in checks:
        if not check.holds(bill):
            yield check.sum, check.paths
    for index, line in enumerate(bill.lines):
        at = f"lines.{index}"
        if line.net is not None and line.tax is not None and line.gross is not None:
            check = Check("lines", f"{at}.gross", (f"{at}.net", f"{at}.tax"))
            if not check.holds(bill):
                yield "lines", check.paths
    yield from _lines(bill)
    yield from _rates(bill)


def _lines(bill: Bill) -> Iterator[tuple[str, Sequence[str]]]:
    """Hold the lines against the total: gross lines directly, net lines through the tax."""
    if not bill.lines:
        return
    every = range(len(bill.lines))
    sums: list[Check] = []
    if all(line.gross is not None for line in bill.lines):
        sums.append(Check("lines", "charges_total", [f"lines.{i}.gross" for i in every]))
    if bill.charges_net is not None and all(line.net is not None for line in bill.lines):
        sums.append(Check("lines", "charges_net", [f"lines.{i}.net" for i in every]))
    if not any(one.holds(bill) for one in sums):
        fallback = Check("lines", "charges_total", [f"lines.{i}.name" for i in every])
        yield "lines", (sums[0] if sums else fallback).paths


def _rates(bill: Bill) -> Iterator[tuple[str, Sequence[str]]]:
    unit = rounding_unit(bill.currency)
    for index, line in enumerate(bill.lines):
        if not rate_fits(line.tax_rate, line.net, line.tax, unit):
            yield "tax", [f"lines.{index}.{name}" for name in ("tax", "net", "tax_rate")]
    for index, tax in enumerate(bill.taxes):
        base = tax.base or (bill.charges_net if len(bill.taxes) == 1 else None)
        if not rate_fits(tax.rate, base, tax.amount, unit * (1 + Decimal(len(bill.lines)) / 2)):
            names = [f"taxes.{index}.{name}" for name in ("amount", "base", "rate")]
            yield "tax", [*names, "charges_net"]


def rate_fits(
    rate: Percent | None, base: Money | None, tax: Money | None, tolerance: Decimal
) -> bool:
    """Tell whether a tax is its rate of its base; where one is not known, nothing is wrong."""
    if rate is None or base is None or tax is None:
        return True
    return abs(base.amount * rate.amount / 100 - tax.amount) < tolerance


def _amount(bill: Bill, path: str) -> Decimal:
    value = value_at(bill, path)
    return value.amount if isinstance(value, Money) else Decimal(0)


def _refusal(bill: Bill, check: Check, names: Mapping[str, str]) -> BillError:
    code, message = _FATAL[check.sum]
    found = _pointers(bill, check.paths, names)
    whole, parts = (found[0], found[1:]) if found else (None, [])
    shown = ", ".join(parts[:_SHOWN_PARTS])
    more = f" and {len(parts) - _SHOWN_PARTS} more" if len(parts) > _SHOWN_PARTS else ""
    return BillError(
        code,
        message + (f" Its parts stand at {shown}{more}." if shown else ""),
        whole,
        "Correct the bill where it is made; a bill whose totals disagree is not told.",
    )


def _pointers(
    bill: Bill, paths: Iterable[str], names: Mapping[str, str] | None = None
) -> list[str]:
    found: dict[str, None] = {}
    for path in paths:
        for place in places(bill, path):
            document = names.get(place.document, place.document) if names else place.document
            found[f"{document}#{place.pointer}"] = None
    return list(found)
