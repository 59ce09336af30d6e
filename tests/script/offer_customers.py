"""A customer who could be made an offer: three monthly bills, written as TMF678 documents."""

from __future__ import annotations

import json
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from renderer.bill import Document, parse_bill
from renderer.bill.model import Bill

MONTHS = ("2026-11", "2026-10", "2026-09", "2026-08")
"""The present bill's month first; each bill is issued on the first day after it."""
ISSUED = "2026-12-01"
BOTH = (("marketing", True, "2026-03-01"), ("usage_data", True, "2026-03-01"))
NAMES = {
    "en": ("Grace", "Aurora plan", "Roaming in Turkey"),
    "fr": ("Zoé", "Forfait Aurore", "Itinérance en Turquie"),
    "de": ("Jonas", "Tarif Aurora", "Roaming in der Türkei"),
    "id": ("Sari", "Paket Aurora", "Roaming di Turki"),
    "ar": ("ليلى", "باقة أورورا", "التجوال في تركيا"),
    "ko": ("서연", "오로라 요금제", "터키 로밍"),
}
CURRENCY = {"en": "GBP", "fr": "EUR", "de": "EUR", "id": "IDR", "ar": "AED", "ko": "KRW"}
ROAMED = {
    "GBP": ("14.40", "0.00", "9.85"),
    "EUR": ("14.40", "0.00", "9.85"),
    "IDR": ("180000", "0", "95500"),
    "AED": ("62.50", "0.00", "58.75"),
    "KRW": ("14400", "0", "18800"),
}


@dataclass(frozen=True)
class Rate:
    """One charge of one bill; amounts are net where the customer's bills are."""

    name: str
    amount: str
    kind: str
    product: str
    told: dict[str, object] = field(default_factory=dict)


def use(kind: str, amount: str, name: str = "Use", **told: object) -> Rate:
    """Make a charge for use: its `chargeKind`, and what else the bill tells of it."""
    product = str(told.pop("product", f"P-{name}"))
    return Rate(name, amount, "usageCharge", product, {"chargeKind": kind, **told})


@dataclass(frozen=True)
class Customer:
    """What a test changes of a customer whom an offer is made to.

    Args:
        uses: charges of each bill beside the plan, the present bill's first.
        more: members of the present customerBill that replace its own.
    """

    language: str = "en"
    uses: tuple[tuple[Rate, ...], ...] = ()
    consents: tuple[tuple[str, bool, str], ...] = BOTH
    preferences: dict[str, object] = field(default_factory=dict)
    numbers: tuple[str, ...] = ("07700 900147",)
    net: bool = False
    paid: str | None = None
    carried: str | None = None
    more: dict[str, object] = field(default_factory=dict)
    allowance: tuple[str, str] | None = None

    @property
    def currency(self) -> str:
        return CURRENCY[self.language]


def traveller(language: str = "en", **changes: Any) -> Customer:
    """Return a customer who roamed twice on the last three bills."""
    name = NAMES[language][2]
    uses = tuple(
        (use("roaming", amount, name, product="P-ROAMING"),) if Decimal(amount) else ()
        for amount in ROAMED[CURRENCY[language]]
    )
    return replace(Customer(language, uses, net=language == "ko"), **changes)


def documents(customer: Customer) -> list[bytes]:
    """Write the customer's bills, the present one first."""
    return [_bytes(_bundle(customer, at)) for at in range(len(customer.uses))]


def bills(customer: Customer) -> tuple[Bill, list[Bill]]:
    """Read the customer's bills: the present one, and the earlier ones."""
    now, *earlier = (parse_bill([Document("bill", data)]) for data in documents(customer))
    return now, earlier


def write(customer: Customer, folder: Path) -> Path:
    """Write the customer as a folder that `--customer` takes."""
    now, *earlier = documents(customer)
    (folder / "previous").mkdir(parents=True, exist_ok=True)
    (folder / "bill.json").write_bytes(now)
    for at, data in enumerate(earlier):
        (folder / f"previous/{MONTHS[at + 1]}.json").write_bytes(data)
    return folder


def _bytes(bundle: object) -> bytes:
    return json.dumps(bundle, ensure_ascii=False, indent=1).encode()


def _bundle(customer: Customer, at: int) -> dict[str, object]:
    month, first = MONTHS[at], at == 0
    plan = "30000" if customer.currency in ("IDR", "KRW") else "30.00"
    rates = [
        Rate(NAMES[customer.language][1], plan, "recurringCharge", "P-PLAN"),
        *customer.uses[at],
    ]
    bundle: dict[str, object] = {
        "customerBill": _bill(customer, month, rates, at),
        "appliedCustomerBillingRate": [
            _rate(customer, month, one, f"{month}-{place}") for place, one in enumerate(rates)
        ],
    }
    if customer.allowance:
        bundle["usageConsumptionReport"] = [_report(customer, month)]
    if first:
        bundle["preferences"] = {
            "language": customer.language,
            "givenName": NAMES[customer.language][0],
            "consents": [
                {"purpose": purpose, "given": given, "recorded": day, "source": "portal"}
                for purpose, given, day in customer.consents
            ],
            **customer.preferences,
        }
    return bundle


def _money(customer: Customer, amount: Decimal | str) -> dict[str, object]:
    return {"unit": customer.currency, "value": str(amount)}


def _total(customer: Customer, rates: Sequence[Rate]) -> tuple[Decimal, Decimal]:
    summed = sum((Decimal(one.amount) for one in rates), Decimal(0))
    tax = summed / 10 if customer.net else Decimal(0)
    return summed, tax.quantize(Decimal(1)) if customer.net else tax


def _bill(customer: Customer, month: str, rates: Sequence[Rate], at: int) -> dict[str, object]:
    summed, tax = _total(customer, rates)
    issued = ISSUED if at == 0 else f"{MONTHS[at - 1]}-01"
    due = summed + tax
    bill: dict[str, object] = {
        "id": f"B-{month}",
        "billDate": issued,
        "billingPeriod": _days(month),
        "paymentDueDate": f"{issued[:8]}15",
        "billingAccount": {"id": "A-1"},
        "relatedParty": [
            {"role": "customer", "name": NAMES[customer.language][0]},
            {"role": "seller", "name": "nordlys"},
        ],
        "taxIncludedAmount": _money(customer, summed + tax),
    }
    if customer.net:
        bill["taxExcludedAmount"] = _money(customer, summed)
        item = {"taxCategory": "VAT", "taxRate": 10, "taxAmount": _money(customer, tax)}
        bill["taxItem"] = [item]
    if at == 0 and customer.carried:
        balance = {
            "balanceType": "opening balance",
            "amount": _money(customer, customer.carried),
        }
        bill["financialAccount"] = {"id": "F", "accountBalance": [balance]}
        due += Decimal(customer.carried)
    if at == 0 and customer.paid:
        applied = {"appliedAmount": _money(customer, customer.paid), "payment": {"id": "P"}}
        bill["appliedPayment"] = [applied]
        due -= Decimal(customer.paid)
    bill["amountDue"] = _money(customer, due)
    return {**bill, **(customer.more if at == 0 else {})}


def _days(month: str) -> dict[str, str]:
    year, number = (int(part) for part in month.split("-"))
    last = monthrange(year, number)[1]
    return {"startDateTime": f"{month}-01", "endDateTime": f"{month}-{last}"}


def _rate(customer: Customer, month: str, rate: Rate, name: str) -> dict[str, object]:
    number = rate.told.get("msisdn", customer.numbers[0])
    told = {**({"msisdn": number} if number else {}), **rate.told}
    amount = "taxExcludedAmount" if customer.net else "taxIncludedAmount"
    return {
        "id": name,
        "name": rate.name,
        "appliedBillingRateType": rate.kind,
        "product": {"id": rate.product, "name": rate.name},
        "periodCoverage": _days(month),
        amount: _money(customer, rate.amount),
        "characteristic": [
            {"name": key, "value": value} for key, value in told.items() if value is not None
        ],
    }


def _report(customer: Customer, month: str) -> dict[str, object]:
    used, left = customer.allowance or ("", "")
    counter = {
        "counterType": "used",
        "value": {"amount": used, "units": "GB"},
        "consumptionPeriod": _days(month),
    }
    bucket = {
        "id": "B-data",
        "usageType": "data",
        "bucketCounter": [counter],
        "remainingValue": {"amount": left, "units": "GB"},
    }
    return {"id": f"U-{month}", "bucket": [bucket]}
