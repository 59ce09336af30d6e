"""Writes the telco pack's samples from the demo customers (`python -m tests.bill.sample_bills`).

The files are the pack's data and are read as they are; a test holds them against what this writes.
"""

from __future__ import annotations

import json
import re
from calendar import monthrange
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

from tests.bill.sample_customers import CUSTOMERS, WEEKS, Bucket, Charge, Customer

SAMPLES = Path(__file__).parents[2] / "scenes/telco/samples"
_NUMBER = re.compile(r'"@(-?[\d.]+)@"')
_NAMES_V4 = {"appliedBillingRateType": "type"}


def files() -> Iterator[tuple[Path, str]]:
    """Yield each sample file's path below the samples folder, and its text."""
    for customer in CUSTOMERS:
        yield from customer_files(customer)


def customer_files(customer: Customer) -> Iterator[tuple[Path, str]]:
    """Yield one customer's files, as `files` does."""
    for month in customer.last_months:
        last = month == customer.last_months[-1]
        name = "bill.json" if last else f"previous/{month}.json"
        yield Path(customer.folder, name), _text(_bundle(customer, month, last=last))


def _text(bundle: dict[str, Any]) -> str:
    return _NUMBER.sub(r"\1", json.dumps(bundle, ensure_ascii=False, indent=2)) + "\n"


def _number(amount: Decimal) -> str:
    return f"@{amount}@"


def _bundle(customer: Customer, month: str, *, last: bool) -> dict[str, Any]:
    rates = list(_rates(customer, month))
    bundle: dict[str, Any] = {
        "customerBill": _bill(customer, month, rates, last=last),
        "appliedCustomerBillingRate": [
            rate for rate in rates if rate["product"]["id"] not in customer.left_out or not last
        ],
    }
    if last:
        bundle["usageConsumptionReport"] = [_report(customer, month)] if customer.buckets else []
        bundle["preferences"] = _preferences(customer)
    return bundle


def _id(customer: Customer, month: str) -> str:
    return f"NL-{month}-{customer.number}"


def _money(customer: Customer, amount: Decimal) -> dict[str, str]:
    unit = Decimal(1).scaleb(-customer.decimals)
    return {"unit": customer.currency, "value": _number(amount.quantize(unit, ROUND_HALF_UP))}


def _value(money: dict[str, str]) -> Decimal:
    return Decimal(money["value"].strip("@"))


def _span(customer: Customer, month: str, days: tuple[int, int]) -> dict[str, str]:
    return {
        "startDateTime": f"{month}-{days[0]:02}T00:00:00{customer.utc}",
        "endDateTime": f"{month}-{days[1]:02}T23:59:59{customer.utc}",
    }


def _whole(month: str) -> tuple[int, int]:
    return 1, _days(month)


def _days(month: str) -> int:
    year, number = (int(part) for part in month.split("-"))
    return monthrange(year, number)[1]


def _after(month: str) -> str:
    year, number = (int(part) for part in month.split("-"))
    return f"{year + number // 12}-{number % 12 + 1:02}"


def _rates(customer: Customer, month: str) -> Iterator[dict[str, Any]]:
    place = 0
    for charge in customer.charges:
        amount = charge.in_month(month)
        if amount is None:
            continue
        place += 1
        last = month == customer.last_months[-1]
        days = charge.days if charge.days and last else _whole(month)
        span = _span(customer, month, days)
        if charge.ahead and last:
            span = _span(customer, _after(month), (1, _days(_after(month))))
        written = {
            "@type": "AppliedCustomerBillingRate",
            "id": f"{_id(customer, month)}-{place}",
            "name": charge.name,
            "appliedBillingRateType": charge.kind,
            "isBilled": True,
            "bill": {"id": _id(customer, month), "@referredType": "CustomerBill"},
            "product": {"id": charge.product, "name": charge.name},
            "periodCoverage": span,
            **_amounts(customer, amount),
            "characteristic": list(_characteristics(customer, charge, last=last)),
        }
        yield {
            (_NAMES_V4.get(name, name) if customer.v4 else name): value
            for name, value in written.items()
        }


def _characteristics(customer: Customer, charge: Charge, *, last: bool) -> Iterator[dict[str, Any]]:
    """Write what the standard has no members for, as docs/changes.md names it."""
    told = {
        "msisdn": customer.msisdn,
        "chargeKind": charge.finer,
        "usageType": charge.uses,
        "country": charge.country,
    }
    for name, value in told.items():
        if value:
            yield {"name": name, "valueType": "string", "value": value}
    if charge.price and last:
        price = _money(customer, Decimal(charge.price))
        yield {"name": "periodPrice", "valueType": "object", "value": price}
    if charge.quantity and last:
        amount, units = charge.quantity
        quantity = {"amount": _number(Decimal(amount)), "units": units}
        yield {"name": "quantity", "valueType": "object", "value": quantity}


def _amounts(customer: Customer, amount: Decimal) -> dict[str, Any]:
    """Write a charge as its country prints it: net alone, or net, tax and gross."""
    category, rate = customer.tax
    if customer.net:
        return {"taxExcludedAmount": _money(customer, amount)}
    net = _money(customer, amount * 100 / (100 + rate))
    gross = _money(customer, amount)
    tax = _money(customer, _value(gross) - _value(net))
    return {
        "taxExcludedAmount": net,
        "appliedTax": [{"taxCategory": category, "taxRate": _rate(customer), "taxAmount": tax}],
        "taxIncludedAmount": gross,
    }


def _rate(customer: Customer) -> str:
    """Write the tax rate: v4 systems tend to write fractions."""
    rate = Decimal(customer.tax[1])
    return _number(rate / 100 if customer.v4 else rate)


def _bill(
    customer: Customer, month: str, rates: list[dict[str, Any]], *, last: bool
) -> dict[str, Any]:
    category, rate = customer.tax
    net = sum((_value(one["taxExcludedAmount"]) for one in rates), Decimal(0))
    gross = (
        _value(_money(customer, net * (100 + rate) / 100))
        if customer.net
        else sum((_value(one["taxIncludedAmount"]) for one in rates), Decimal(0))
    )
    following = _after(month)
    balance = Decimal(customer.balance) if customer.balance and last else None
    paid = Decimal(customer.paid) if customer.paid and last else None
    due = gross + (balance or 0) - (paid or 0)
    role: dict[str, Any] = {"id": f"C-{customer.number}", "name": customer.name}
    seller: dict[str, Any] = {"id": "nordlys", "name": "nordlys"}
    bill: dict[str, Any] = {
        "@type": "CustomerBill",
        "id": _id(customer, month),
        "billNo": _id(customer, month),
        "billDate": f"{following}-01T08:00:00{customer.utc}",
        "billingPeriod": _span(customer, month, _whole(month)),
        "paymentDueDate": f"{following}-15T23:59:59{customer.utc}",
        "category": "normal",
        "runType": "onCycle",
        "state": "sent" if last else "settled",
        "billingAccount": {"id": f"A-{customer.number}", "@referredType": "BillingAccount"},
        "relatedParty": [
            {"role": "customer", **role}
            if customer.v4
            else {"role": "customer", "partyOrPartyRole": role},
            {"role": "seller", **seller}
            if customer.v4
            else {"role": "seller", "partyOrPartyRole": seller},
        ],
        "paymentMethod": {"id": f"PM-{customer.number}", **customer.payment},
        "taxExcludedAmount": _money(customer, net),
        "taxItem": [
            {
                "taxCategory": category,
                "taxRate": _rate(customer),
                "taxAmount": _money(customer, gross - net),
            }
        ],
        "taxIncludedAmount": _money(customer, gross),
        "amountDue": _money(customer, due),
    }
    if balance is not None:
        bill["financialAccount"] = {
            "id": f"FA-{customer.number}",
            "accountBalance": [
                {"balanceType": "receivable balance", "amount": _money(customer, balance)}
            ],
        }
    if paid is not None:
        bill["appliedPayment"] = [
            {"appliedAmount": _money(customer, paid), "payment": {"id": f"PAY-{customer.number}"}}
        ]
    return bill


def _report(customer: Customer, month: str) -> dict[str, Any]:
    return {
        "@type": "UsageConsumptionReport",
        "id": f"U-{_id(customer, month)}",
        "logicalResource": [{"@referredType": "MSISDN", "value": customer.msisdn}],
        "bucket": [_bucket(customer, month, bucket) for bucket in customer.buckets],
    }


def _bucket(customer: Customer, month: str, bucket: Bucket) -> dict[str, Any]:
    def counter(kind: str, amount: str, days: tuple[int, int]) -> dict[str, Any]:
        return {
            "counterType": kind,
            "level": "global",
            "value": {"amount": _number(Decimal(amount)), "units": bucket.units},
            "consumptionPeriod": _span(customer, month, days),
        }

    whole = _whole(month)
    counters = [counter("used", bucket.used, whole)]
    if bucket.beyond:
        counters.append(counter("outOfBucket", bucket.beyond, whole))
    counters += [
        counter("used", used, week) for used, week in zip(bucket.weeks, WEEKS, strict=False)
    ]
    written: dict[str, Any] = {
        "@type": "Bucket",
        "id": f"B-{bucket.kind}",
        "name": bucket.name,
        "usageType": bucket.kind,
        "isShared": False,
        "bucketCounter": counters,
    }
    if bucket.left is None:
        written["remainingValueName"] = "Unlimited"
    else:
        written["remainingValue"] = {
            "amount": _number(Decimal(bucket.left)),
            "units": bucket.units,
        }
    return written


def _preferences(customer: Customer) -> dict[str, Any]:
    told: dict[str, Any] = {
        "language": customer.language,
        "channel": customer.channel,
        "address": "formal" if customer.language != "en-GB" else None,
        "note": customer.note,
        "givenName": customer.given,
        "customerSince": customer.since,
        "consents": [
            {
                "purpose": "bill-video",
                "given": True,
                "recorded": max("2026-04-20", customer.since or ""),
                "source": "customer portal",
            }
        ],
    }
    return {name: value for name, value in told.items() if value is not None}


def main() -> None:
    """Write every sample file."""
    for path, text in files():
        target = SAMPLES / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
