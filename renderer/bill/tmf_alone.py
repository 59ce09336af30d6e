"""What to say when rates, usage or preferences come without their bill.

They are checked all the same, so that an inconsistent one is told what is wrong with it first.
"""

from __future__ import annotations

from decimal import Decimal

from renderer.bill.currency import read_currency, rounding_unit
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger
from renderer.bill.reconcile import rate_fits
from renderer.bill.tmf677 import read_usage
from renderer.bill.tmf_lines import read_line
from renderer.bill.tmf_money import currency_of
from renderer.bill.tmf_resources import Resources
from renderer.errors import BillError


def refuse_without_bill(found: Resources) -> BillError:
    """Make the error for resources without a bill.

    Raises:
        BillError: for what is wrong with them themselves.
    """
    for rate in found.rates:
        _check_rate(rate)
    read_usage(found.reports, Ledger(""))
    for nodes, what in (
        (found.rates, "billing rates"),
        (found.reports, "usage"),
        (found.preferences, "preferences"),
    ):
        if nodes:
            return BillError(
                "bill-missing",
                f"There is {what} here, but no bill."
                if what == "usage"
                else f"There are {what} here, but no bill.",
                nodes[0].where,
                "Give the CustomerBill too.",
            )
    return BillError("bill-missing", "There is no bill here.", None, "Give the CustomerBill.")


def _check_rate(rate: JsonNode) -> None:
    money = rate.get("taxIncludedAmount", "taxExcludedAmount")
    if money is None:
        raise rate.wrong("a rate with taxExcludedAmount or taxIncludedAmount")
    ledger = Ledger(read_currency(currency_of(money)))
    line = read_line(rate, "lines.0", ledger, {}, flip=False)
    tax, net, gross = (one.amount if one else None for one in (line.tax, line.net, line.gross))
    if None not in (tax, net, gross) and (net or Decimal(0)) + (tax or Decimal(0)) != gross:
        raise _inconsistent(rate, "Net and tax of this rate do not add up to its gross.")
    if not rate_fits(line.tax_rate, line.net, line.tax, rounding_unit(ledger.currency)):
        raise _inconsistent(rate, "The tax of this rate is not its tax rate of its net amount.")


def _inconsistent(rate: JsonNode, message: str) -> BillError:
    parts = ", ".join(
        f"{rate.where}/{step}"
        for step in ("taxExcludedAmount/value", "appliedTax", "taxIncludedAmount/value")
    )
    return BillError(
        "line-does-not-add-up",
        f"{message} The parts stand at {parts}.",
        rate.where,
        "Correct the rate where it is made, and give the CustomerBill too.",
    )
