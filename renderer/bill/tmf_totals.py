"""The totals of a TMF678 CustomerBill: charges, taxes, balance, payments, and what is due.

`taxIncludedAmount` is the gross of this period's charges; without it, net and tax items make it.

What is due is `amountDue`, and has to be charges + carried over - paid. Some billing systems leave
payments out of `amountDue` and state what is left as `remainingAmount`: then that is due, once
both are shown to agree. A bill whose `remainingAmount` is less than its `amountDue`, without
saying which payments, has been paid the difference. A bill that states neither leaves it to be
computed.

Carried over is the account's balance (`financialAccount.accountBalance[]`, which v5 no longer
describes but may carry): an opening balance always, a receivable balance only where `amountDue`
needs it to add up, because the account's receivables may hold this bill already. Paid are
`appliedPayment[]`.
"""

from __future__ import annotations

from collections.abc import Sequence

from renderer.bill.charge_kind import plain
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger
from renderer.bill.model import TaxItem
from renderer.bill.reconcile import Check
from renderer.bill.tmf_money import amount_of, read_rate
from renderer.bill.totals import TOTALS, Totals, computed_due
from renderer.bill.values import Money
from renderer.errors import BillError

_OPENING = frozenset({"carriedover", "openingbalance", "opening", "previousbalance"})
_RECEIVABLE = frozenset({"receivable", "receivablebalance"})


def read_totals(bill: JsonNode, ledger: Ledger) -> Totals:
    """Read the totals.

    Raises:
        BillError: `total-missing`, `currencies-mixed`, and what reading amounts raises.
    """
    net_raw = amount_of(bill, "taxExcludedAmount", ledger)
    net = None if net_raw is None else ledger.money("charges_net", net_raw)
    taxes = _taxes(bill, ledger, net)
    tax = _tax_total(taxes, ledger)
    gross_raw = amount_of(bill, "taxIncludedAmount", ledger)
    stated = None if gross_raw is None else ledger.payable("charges_total", gross_raw)
    net, tax, gross = ledger.completed(TOTALS, net, tax, stated)
    if gross is None:
        raise total_missing(bill)
    paid = _paid(bill, ledger)
    carried = _carried_over(bill, ledger, gross, paid)
    due, paid, checks = _due(bill, ledger, gross, carried, paid)
    return Totals(
        charges_total=gross,
        amount_due=due,
        charges_net=net,
        charges_tax=tax,
        taxes=taxes,
        carried_over=carried,
        paid=paid,
        checks=checks,
    )


def _taxes(bill: JsonNode, ledger: Ledger, net: Money | None) -> tuple[TaxItem, ...]:
    taxes: list[TaxItem] = []
    items = bill.each("taxItem")
    for item in items:
        path = f"taxes.{len(taxes)}"
        raw = amount_of(item, "taxAmount", ledger)
        if raw is None:
            raise item.wrong("a tax item with its amount")
        amount = ledger.money(f"{path}.amount", raw)
        base = net if len(items) == 1 else None
        rate = read_rate(f"{path}.rate", item.scalar("taxRate"), ledger, base, amount)
        category = ledger.text(f"{path}.category", item.scalar("taxCategory"))
        taxes.append(TaxItem(amount, rate, category))
    return tuple(taxes)


def _tax_total(taxes: Sequence[TaxItem], ledger: Ledger) -> Money | None:
    if not taxes:
        return None
    every = {f"taxes.{at}.amount": one.amount for at, one in enumerate(taxes)}
    return ledger.total("charges_tax", every)


def _carried_over(bill: JsonNode, ledger: Ledger, gross: Money, paid: Money | None) -> Money | None:
    """Read the balance from before this bill; a credit note does not turn its sign."""
    account = bill.get("financialAccount")
    balances = [] if account is None else account.each("accountBalance")
    carried = [one for one in balances if plain(one.says("balanceType")) in _OPENING]
    if not carried and not _is_due_without_balance(bill, ledger, gross, paid):
        carried = [one for one in balances if plain(one.says("balanceType")) in _RECEIVABLE]
    if not carried:
        return None
    if len(carried) > 1:
        raise BillError(
            "several-balances",
            "Several balances say what is carried over.",
            carried[1].where,
            "Give the balance as it was before this bill, once.",
        )
    raw = amount_of(carried[0], "amount", ledger)
    return None if raw is None else ledger.money("carried_over", raw, flip=ledger.negative)


def _is_due_without_balance(
    bill: JsonNode, ledger: Ledger, gross: Money, paid: Money | None
) -> bool:
    """Tell whether what is stated as due adds up without a balance from before, or asks for none.

    `amountDue` may leave payments out: then `remainingAmount`, if it is there, says what is left.
    """
    due = amount_of(bill, "amountDue", ledger)
    left = amount_of(bill, "remainingAmount", ledger)
    less = gross.amount - (paid.amount if paid else 0)
    if due is None or left is None:
        stated = due or left
        return stated is None or ledger.signed(stated) == less
    return ledger.signed(due) == less or (
        ledger.signed(due) == gross.amount and ledger.signed(left) == less
    )


def _paid(bill: JsonNode, ledger: Ledger) -> Money | None:
    payments = bill.each("appliedPayment")
    raws = [raw for one in payments if (raw := amount_of(one, "appliedAmount", ledger))]
    if len(raws) < len(payments):
        raise payments[0].wrong("payments with their appliedAmount")
    if len(raws) <= 1:
        return ledger.money("paid", raws[0]) if raws else None
    return ledger.total("paid", dict(ledger.money_part(raw) for raw in raws))


def _due(
    bill: JsonNode, ledger: Ledger, gross: Money, carried: Money | None, paid: Money | None
) -> tuple[Money, Money | None, tuple[Check, ...]]:
    due_raw = amount_of(bill, "amountDue", ledger)
    left_raw = amount_of(bill, "remainingAmount", ledger)
    billed = gross.amount + (carried.amount if carried else 0)
    expected = billed - (paid.amount if paid else 0)
    if due_raw is None and left_raw is None:
        return computed_due(ledger, gross, paid, carried), paid, ()
    if due_raw is None or left_raw is None:
        only = due_raw or left_raw
        return ledger.payable("amount_due", only), paid, ()  # type: ignore[arg-type]
    due, left = ledger.signed(due_raw), ledger.signed(left_raw)
    if due == expected and (paid or due == left):
        path, _ = ledger.money_part(left_raw)
        check = Check("prepaid", path, ("amount_due",))
        return ledger.payable("amount_due", due_raw), paid, (check,)
    if due != billed:
        return ledger.payable("amount_due", due_raw), paid, ()
    path, before = ledger.money_part(due_raw)
    remaining = ledger.payable("amount_due", left_raw)
    if paid is None:
        paid = ledger.rest("paid", (path, before), ("amount_due", remaining))
    return remaining, paid, (Check("prepaid", path, ("amount_due", "paid")),)


def total_missing(bill: JsonNode) -> BillError:
    """Make the error for a bill without its total."""
    return BillError(
        "total-missing",
        "The bill does not say its total (taxIncludedAmount).",
        bill.where,
        "Give the whole CustomerBill, not a reference to it or a list entry.",
    )
