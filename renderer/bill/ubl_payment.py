"""How and when a UBL document is to be paid: PaymentMeans, mandate, account, due date."""

from __future__ import annotations

from renderer.bill.documents import Raw
from renderer.bill.iban import is_iban
from renderer.bill.ledger import Ledger, source
from renderer.bill.model import Payment, PaymentMethod
from renderer.bill.xml_node import XmlNode

_METHODS = {
    **dict.fromkeys(("30", "42", "58"), PaymentMethod.TRANSFER),
    **dict.fromkeys(("49", "59"), PaymentMethod.DIRECT_DEBIT),
    **dict.fromkeys(("48", "54", "55"), PaymentMethod.CARD),
}
"""Payment means codes of UNTDID 4461; others say nothing that a film could tell."""


def read_due_date(root: XmlNode) -> Raw | None:
    """Find the due date: an invoice's own, or a credit note's in its payment means."""
    dates = [
        root.scalar("cbc:DueDate"),
        *(means.scalar("cbc:PaymentDueDate") for means in root.each("cac:PaymentMeans")),
        *(terms.scalar("cbc:PaymentDueDate") for terms in root.each("cac:PaymentTerms")),
    ]
    return next((one for one in dates if one is not None), None)


def read_payment(root: XmlNode, ledger: Ledger) -> Payment:
    """Read the payment means: the first of a known code, else the first.

    The account is the seller's for a transfer, and the customer's own for a direct debit. A
    number that is not an IBAN, or whose check digits are wrong, is not taken.
    """
    every = list(root.each("cac:PaymentMeans"))
    known = [one for one in every if _code(one) in _METHODS]
    means = next(iter(known or every), None)
    if means is None:
        return Payment()
    method = _METHODS.get(_code(means))
    code = means.scalar("cbc:PaymentMeansCode")
    if method is not None and code is not None:
        ledger.sources["payment.method"] = source(code)
    is_debit = method is PaymentMethod.DIRECT_DEBIT
    account = "cac:PaymentMandate/cac:PayerFinancialAccount" if is_debit else _PAYEE_ACCOUNT
    number = means.scalar(f"{account}/cbc:ID")
    payee = means.scalar(f"{_PAYEE_ACCOUNT}/cbc:Name") or root.scalar(
        "cac:PayeeParty/cac:PartyName/cbc:Name"
    )
    return Payment(
        method=method,
        iban=ledger.text("payment.iban", number) if number and is_iban(number.text) else None,
        bic=ledger.text(
            "payment.bic", means.scalar(f"{account}/cac:FinancialInstitutionBranch/cbc:ID")
        ),
        payee=ledger.text("payment.payee", payee),
        reference=ledger.text("payment.reference", means.scalar("cbc:PaymentID")),
        mandate=ledger.text("payment.mandate", means.scalar("cac:PaymentMandate/cbc:ID")),
    )


_PAYEE_ACCOUNT = "cac:PayeeFinancialAccount"


def _code(means: XmlNode) -> str:
    raw = means.scalar("cbc:PaymentMeansCode")
    return raw.text.strip() if raw else ""
