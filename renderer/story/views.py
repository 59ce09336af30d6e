"""The bill itself and whom it addresses, as templates see them."""

from __future__ import annotations

from renderer.bill.model import Bill
from renderer.errors import StoryError
from renderer.story.evidence import Evidence
from renderer.story.model import BillView, CustomerView, Step
from renderer.story.months import month_of


def view_bill(now: Evidence) -> BillView:
    """Take what a bill says of itself; what it does not say is `None`."""
    due = now.figure("amount_due")
    method = now.bill.payment.method
    return BillView(
        kind=now.bill.kind.value,
        state=_state(now.bill),
        amount_due=due,
        amount_due_abs=now.book.derive("bill.amount_due_abs", "absolute", [due]),
        charges_total=now.figure("charges_total"),
        number=now.figure_if_any("number"),
        issued=now.figure_if_any("issued"),
        due=now.figure_if_any("due"),
        period=now.figure_if_any("period"),
        month=month_of(now),
        charges_net=now.figure_if_any("charges_net"),
        charges_tax=now.figure_if_any("charges_tax"),
        method=None if method is None else method.value,
        iban=now.figure_if_any("payment.iban"),
        payee=now.figure_if_any("payment.payee"),
        reference=now.figure_if_any("payment.reference"),
    )


def _state(bill: Bill) -> str:
    if not bill.amount_due.amount:
        return "nothing_due"
    return "credit" if bill.amount_due.amount < 0 else "due"


def view_customer(now: Evidence) -> CustomerView:
    """Take whom a bill addresses; the phone number is shown masked only."""
    name = now.figure_if_any("customer.name")
    line = now.figure_if_any("customer.subscription")
    return CustomerView(
        name=name,
        greeting_name=now.figure_if_any("customer.given_name") or name,
        line=line and now.book.derive("customer.line", "mask", [line]),
        account=now.figure_if_any("customer.account"),
        since=now.figure_if_any("customer.since"),
        note=now.figure_if_any("preferences.note"),
    )


def view_steps(now: Evidence) -> tuple[Step, ...]:
    """Tell the steps from the period's charges to what is due; a step of nothing is none.

    Raises:
        StoryError: `due-not-reached` when they do not lead there.
    """
    steps: list[Step] = []
    reached = now.bill.charges_total.amount
    for kind, operation in (("carried_over", "same"), ("paid", "negate"), ("rounding", "same")):
        figure = now.figure_if_any(kind)
        if figure is None or not figure:
            continue
        signed = now.book.derive(f"steps.{kind}.signed", operation, [figure])
        amount = now.book.derive(f"steps.{kind}.amount", "absolute", [signed])
        steps.append(Step(kind, signed, amount))
        reached += signed.number
    if reached != now.bill.amount_due.amount:
        raise StoryError(
            "due-not-reached",
            "Charges, balance, payments and rounding do not lead to the amount due.",
            now.bill.documents[0] if now.bill.documents else None,
            ours=True,
        )
    return tuple(steps)
