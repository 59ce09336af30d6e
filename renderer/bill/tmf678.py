"""TMF678 CustomerBill (v5 and v4), with its rates and its account's usage, becomes a bill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from renderer.bill.charge_kind import plain
from renderer.bill.currency import read_currency
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger, source
from renderer.bill.model import Bill, BillKind
from renderer.bill.preferences import read_preferences
from renderer.bill.reading import read_number
from renderer.bill.reconcile import reconcile
from renderer.bill.tmf677 import read_usage
from renderer.bill.tmf_alone import refuse_without_bill
from renderer.bill.tmf_lines import read_lines
from renderer.bill.tmf_money import currency_of
from renderer.bill.tmf_parties import read_customer, read_payment, read_seller
from renderer.bill.tmf_resources import Resources
from renderer.bill.tmf_totals import read_totals, total_missing
from renderer.bill.values import Period
from renderer.errors import BillError

_CREDIT = frozenset({"creditnote", "credit"})


def read_tmf(found: Resources, names: Mapping[str, str]) -> Bill:
    """Read the one bill among some TM Forum resources and reconcile it.

    A bill of the category "credit note" states what it credits as positive amounts, unless its
    total is negative already.

    `names` is what errors call each document, by its sha256.

    Raises:
        BillError: for anything that is wrong with it.
    """
    bill = _the_bill(found)
    total = bill.get("taxIncludedAmount", "taxExcludedAmount")
    if total is None:
        raise total_missing(bill)
    currency = currency_of(total)
    is_credit = plain(bill.says("category")) in _CREDIT
    ledger = Ledger(read_currency(currency), is_credit and _is_positive(total))
    ledger.sources["currency"] = source(currency)
    told, preferences, ours = read_preferences(_at_most_one(found.preferences))
    ledger.sources |= ours
    totals = read_totals(bill, ledger)
    lines = read_lines(bill, found.rates, ledger, totals.charges_total, totals.charges_net)
    usage = read_usage(found.reports, ledger)
    read = Bill(
        id=ledger.text("id", bill.scalar("id", "billNo")) or bill.document.sha256[:16],
        kind=BillKind.CREDIT_NOTE if is_credit else BillKind.INVOICE,
        currency=ledger.currency,
        charges_total=totals.charges_total,
        amount_due=totals.amount_due,
        number=ledger.text("number", bill.scalar("billNo")),
        issued=ledger.day("issued", bill.scalar("billDate")),
        period=_period(bill, ledger),
        due=ledger.day("due", bill.scalar("paymentDueDate")),
        customer=read_customer(bill, found.reports, lines, told, ledger),
        seller=read_seller(bill, ledger),
        lines=lines,
        taxes=totals.taxes,
        charges_net=totals.charges_net,
        charges_tax=totals.charges_tax,
        carried_over=totals.carried_over,
        paid=totals.paid,
        payment=read_payment(bill, ledger),
        usage=usage,
        preferences=preferences,
        documents=tuple(names),
        parts=tuple(ledger.parts),
        sources=ledger.sources,
    )
    return reconcile(read, totals.checks, names)


def _the_bill(found: Resources) -> JsonNode:
    if not found.bills:
        raise refuse_without_bill(found)
    if len(found.bills) > 1:
        raise BillError(
            "several-bills",
            f"There are {len(found.bills)} bills here.",
            found.bills[1].where,
            "Give one of them as the bill, and earlier ones as previous bills.",
        )
    return found.bills[0]


def _at_most_one(preferences: Sequence[JsonNode]) -> JsonNode | None:
    if len(preferences) > 1:
        raise BillError(
            "preferences-not-valid",
            "Preferences are given more than once.",
            preferences[1].where,
            "Give them in the bill's document or in one of their own.",
        )
    return preferences[0] if preferences else None


def _is_positive(total: JsonNode) -> bool:
    raw = total.scalar("value")
    return raw is not None and read_number(raw) > 0


def _period(bill: JsonNode, ledger: Ledger) -> Period | None:
    covers = bill.get("billingPeriod")
    if covers is None:
        return None
    return ledger.period("period", covers.scalar("startDateTime"), covers.scalar("endDateTime"))
