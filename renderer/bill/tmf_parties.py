"""Who a TMF678 bill is for, who sends it, and how it is paid."""

from __future__ import annotations

from collections.abc import Sequence

from renderer.bill.charge_kind import plain
from renderer.bill.documents import Raw
from renderer.bill.iban import is_iban
from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import Ledger, source
from renderer.bill.model import Customer, Line, Payment, PaymentMethod
from renderer.bill.preferences import PreferencesIn
from renderer.bill.reading import read_text
from renderer.bill.tmf677 import lines_of_service

_CUSTOMER = frozenset({"customer", "payer", "billreceiver", "billto", "buyer", "accountholder"})
_SELLER = frozenset({"seller", "provider", "serviceprovider", "biller", "issuer", "operator"})
_METHODS = {
    **dict.fromkeys(
        ("directdebit", "bankaccountdebit", "sepadirectdebit"), PaymentMethod.DIRECT_DEBIT
    ),
    **dict.fromkeys(
        ("transfer", "banktransfer", "bankaccounttransfer", "credittransfer"),
        PaymentMethod.TRANSFER,
    ),
    **dict.fromkeys(
        ("card", "bankcard", "creditcard", "debitcard", "tokenizedcard"), PaymentMethod.CARD
    ),
}
"""Payment method types of TMF670, and plain names of them."""


def read_customer(
    bill: JsonNode,
    reports: Sequence[JsonNode],
    lines: Sequence[Line],
    told: PreferencesIn,
    ledger: Ledger,
) -> Customer:
    """Read the customer; the phone number only where all of the bill is about one."""
    account = bill.get("billingAccount")
    return Customer(
        name=ledger.text("customer.name", _party(bill, _CUSTOMER)),
        given_name=told.given_name,
        account=ledger.text("customer.account", account.scalar("id")) if account else None,
        subscription=_subscription(reports, lines, ledger),
        since=told.customer_since,
    )


def read_seller(bill: JsonNode, ledger: Ledger) -> str | None:
    """Read who sends the bill."""
    return ledger.text("seller", _party(bill, _SELLER))


def read_payment(bill: JsonNode, ledger: Ledger) -> Payment:
    """Read how the bill is to be paid, from a payment method by reference or by value.

    By value means the attributes that TMF670 gives a bank account (`accountNumber`, `BIC`,
    `owner`), and ours: `mandate` and `reference`. A number that is not an IBAN is not taken.
    """
    method = bill.get("paymentMethod")
    if method is None:
        return Payment()
    kind = None
    for name in ("@referredType", "@type", "name"):
        kind = _METHODS.get(plain(method.says(name)))
        said = method.scalar(name)
        if kind is not None and said is not None:
            ledger.sources["payment.method"] = source(said)
            break
    number = method.scalar("iban", "accountNumber")
    return Payment(
        method=kind,
        iban=ledger.text("payment.iban", number) if number and is_iban(number.text) else None,
        bic=ledger.text("payment.bic", method.scalar("BIC", "bic")),
        payee=ledger.text("payment.payee", method.scalar("owner")),
        reference=ledger.text("payment.reference", method.scalar("reference")),
        mandate=ledger.text("payment.mandate", method.scalar("mandate")),
    )


def _party(bill: JsonNode, roles: frozenset[str]) -> Raw | None:
    """Find the name of the party in a role: on the party itself (v5), or beside the role (v4)."""
    for related in bill.each("relatedParty"):
        if plain(related.says("role")) in roles:
            party = related.get("partyOrPartyRole", "party") or related
            name = party.scalar("name")
            if name is not None:
                return name
    return None


def _subscription(reports: Sequence[JsonNode], lines: Sequence[Line], ledger: Ledger) -> str | None:
    numbers = lines_of_service(reports)
    said = {text for one in numbers if (text := read_text(one.raw()))}
    billed = {line.subscription for line in lines if line.subscription}
    if len(said | billed) != 1:
        return None
    if numbers:
        return ledger.text("customer.subscription", numbers[0].raw())
    at = next(at for at, line in enumerate(lines) if line.subscription)
    ledger.sources["customer.subscription"] = ledger.sources[f"lines.{at}.subscription"]
    return lines[at].subscription
