"""Which amounts of a bill's lines tell its total: gross ones, or net ones and the tax."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from renderer.bill.model import Bill

Basis = Literal["gross", "net"]


def common_basis(bills: Sequence[Bill]) -> Basis | None:
    """Choose the basis on which every bill's lines, and tax if net, make its total exactly."""
    if all(_holds(bill, "gross") for bill in bills):
        return "gross"
    if all(_holds(bill, "net") for bill in bills):
        return "net"
    return None


def line_amounts(bill: Bill, basis: Basis) -> list[Decimal]:
    """List the amounts that lines have on a basis, in the bill's order."""
    amounts = [line.gross if basis == "gross" else line.net for line in bill.lines]
    return [amount.amount for amount in amounts if amount is not None]


def _holds(bill: Bill, basis: Basis) -> bool:
    amounts = line_amounts(bill, basis)
    if not amounts or len(amounts) < len(bill.lines):
        return False
    tax = bill.charges_tax.amount if basis == "net" and bill.charges_tax else Decimal(0)
    return sum(amounts, tax) == bill.charges_total.amount
