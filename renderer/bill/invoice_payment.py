"""How an invoice is to be paid: its payment means become one."""

from __future__ import annotations

from collections.abc import Sequence

from renderer.bill.documents import Raw
from renderer.bill.iban import is_iban
from renderer.bill.invoice_terms import MeansTerms
from renderer.bill.ledger import Ledger, source
from renderer.bill.model import Payment, PaymentMethod

_METHODS = {
    **dict.fromkeys(("30", "42", "58"), PaymentMethod.TRANSFER),
    **dict.fromkeys(("49", "59"), PaymentMethod.DIRECT_DEBIT),
    **dict.fromkeys(("48", "54", "55"), PaymentMethod.CARD),
}
"""Payment means codes of UNTDID 4461; others say nothing that a film could tell."""


def read_payment(every: Sequence[MeansTerms], ledger: Ledger) -> Payment:
    """Read the payment means: the first of a known code, else the first.

    The account is the seller's for a transfer, and the customer's own for a direct debit. A
    number that is not an IBAN, or whose check digits are wrong, is not taken.
    """
    known = [one for one in every if _code(one) in _METHODS]
    means = next(iter(known or every), None)
    if means is None:
        return Payment()
    method = _METHODS.get(_code(means))
    if method is not None and means.code is not None:
        ledger.sources["payment.method"] = source(means.code)
    is_debit = method is PaymentMethod.DIRECT_DEBIT
    number = means.payer_account if is_debit else means.payee_account
    return Payment(
        method=method,
        iban=ledger.text("payment.iban", number) if _is_iban(number) else None,
        bic=ledger.text("payment.bic", means.payer_bic if is_debit else means.payee_bic),
        payee=ledger.text("payment.payee", means.payee),
        reference=ledger.text("payment.reference", means.reference),
        mandate=ledger.text("payment.mandate", means.mandate),
    )


def _is_iban(number: Raw | None) -> bool:
    return number is not None and is_iban(number.text)


def _code(means: MeansTerms) -> str:
    return means.code.text.strip() if means.code else ""
