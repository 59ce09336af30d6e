"""Writes a bill as TM Forum resources: a CustomerBill, its rates, and its account's usage."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import Any

from api.cohort.account import Account, Billed
from api.cohort.events import Ledger, Meter
from api.cohort.preferences import preferences
from api.cohort.rating import Rated

Json = dict[str, Any]
SELLER = "nordlys"

_NUMBER = re.compile(r'"@(-?[\d.]+)@"')
_TYPES = {
    "recurring": "recurringCharge",
    "content": "recurringCharge",
    "device": "recurringCharge",
    "usage": "usageCharge",
    "roaming": "usageCharge",
    "one_time": "oneTimeCharge",
    "discount": "rebate",
    "credit": "appliedBillingCredit",
    "penalty": "appliedPenaltyCharge",
}
_FINER = frozenset({"content", "device", "roaming"})
"""Kinds for which the standard has no type of its own."""


def text(bundle: Json) -> str:
    """Write a bundle as JSON; amounts keep their digits."""
    written = json.dumps(bundle, ensure_ascii=False, indent=1, default=lambda one: f"@{one}@")
    return _NUMBER.sub(r"\1", written) + "\n"


def bundle(account: Account, at: int) -> Json:
    """Write one bill of an account; its amounts are `Decimal`.

    The last one has the customer's preferences beside it.
    """
    writer = _Writer(account.ledger, account.bills[at])
    written = writer.bundle(last=at == len(account.bills) - 1)
    if at == len(account.bills) - 1:
        written["preferences"] = preferences(account)
    return written


def bill_id(ledger: Ledger, bill: int) -> str:
    """Name a bill; keys of an account's bills, and of all accounts, sort as they were made."""
    return f"NL-{ledger.number}-{ledger.cycles[bill].month}"


class _Writer:
    """Writes one bill."""

    def __init__(self, ledger: Ledger, billed: Billed) -> None:
        self.ledger, self.billed = ledger, billed
        self.market, self.old = ledger.market, ledger.traits.old
        self.cycle = ledger.cycles[billed.rated.bill]
        self.id = bill_id(ledger, billed.rated.bill)

    def bundle(self, *, last: bool) -> Json:
        lines = self.billed.rated.lines
        return {
            "customerBill": self._bill(last=last),
            "appliedCustomerBillingRate": [self._rate(at, line) for at, line in enumerate(lines)],
            "usageConsumptionReport": list(self._reports()),
        }

    def _money(self, amount: Decimal) -> Json:
        return {"unit": self.market.currency, "value": amount.quantize(self.market.unit)}

    def _moment(self, day: date, time: str) -> str:
        return f"{day}T{time}{self.market.utc}"

    def _span(self, first: date, last: date) -> Json:
        return {
            "startDateTime": self._moment(first, "00:00:00"),
            "endDateTime": self._moment(last, "23:59:59"),
        }

    def _percent(self, rate: Decimal) -> Decimal:
        """Write a tax rate: v4 systems tend to write fractions."""
        return rate / 100 if self.old else rate

    def _bill(self, *, last: bool) -> Json:
        billed, number = self.billed, self.ledger.number
        rated, cycle = billed.rated, self.cycle
        written: Json = {
            "@type": "CustomerBill",
            "id": self.id,
            "billNo": self.id,
            "billDate": self._moment(cycle.issued, "08:00:00"),
            "billingPeriod": self._span(cycle.start, cycle.end),
            "paymentDueDate": self._moment(cycle.due, "23:59:59"),
            "category": "normal",
            "runType": "onCycle",
            "state": "sent" if last else "settled",
            "billingAccount": {"id": f"A-{number}", "@referredType": "BillingAccount"},
            "relatedParty": [
                self._party("customer", f"C-{number}", self.ledger.person.name),
                self._party("seller", SELLER, SELLER),
            ],
            "paymentMethod": self._payment(),
            "taxExcludedAmount": self._money(rated.total - rated.tax),
            "taxItem": [
                {
                    "taxCategory": self.market.tax.name,
                    "taxRate": self._percent(rate),
                    "taxAmount": self._money(tax),
                }
                for rate, tax in self._taxes()
            ],
            "taxIncludedAmount": self._money(rated.total),
            "amountDue": self._money(billed.due),
        }
        balance = billed.balance
        if balance.open or (balance.carried_over and self.ledger.traits.shows_payments):
            written["financialAccount"] = {
                "id": f"FA-{number}",
                "accountBalance": [
                    {
                        "balanceType": "opening balance",
                        "amount": self._money(balance.carried_over),
                    }
                ],
            }
            if balance.payments:
                written["appliedPayment"] = [
                    {
                        "appliedAmount": self._money(amount),
                        "payment": {"id": f"PAY-{self.id}-{at + 1}"},
                    }
                    for at, amount in enumerate(balance.payments)
                ]
        return written

    def _taxes(self) -> list[tuple[Decimal, Decimal]]:
        """Sum the tax by rate; the highest rate has what rounding left."""
        rated = self.billed.rated
        by_rate: dict[Decimal, Decimal] = {}
        for line in rated.lines:
            by_rate[line.rate] = by_rate.get(line.rate, Decimal(0)) + line.amounts.tax
        highest = max(by_rate, default=self.ledger.rate(rated.bill))
        rest = rated.tax - sum(by_rate.values(), Decimal(0))
        by_rate[highest] = by_rate.get(highest, Decimal(0)) + rest
        return sorted(by_rate.items(), reverse=True)

    def _party(self, role: str, key: str, name: str) -> Json:
        party = {"id": key, "name": name}
        return {"role": role, **party} if self.old else {"role": role, "partyOrPartyRole": party}

    def _payment(self) -> Json:
        debit, number = self.ledger.traits.debit, self.ledger.number
        said = self.market.pay["debit" if debit else "transfer"]
        written: Json = {
            "id": f"PM-{number}",
            "@referredType": "DirectDebit" if debit else "BankAccountTransfer",
            "name": said["name"],
        }
        if "iban" in said:
            written |= {"accountNumberType": "IBAN", "accountNumber": said["iban"]}
        if "bic" in said:
            written["BIC"] = said["bic"]
        more = {"mandate": f"NL-M-{number}"} if debit else {"owner": SELLER, "reference": self.id}
        return written | more

    def _rate(self, at: int, line: Rated) -> Json:
        written: Json = {
            "@type": "AppliedCustomerBillingRate",
            "id": f"{self.id}-{at + 1}",
            "name": line.name,
            "type" if self.old else "appliedBillingRateType": _TYPES[line.kind],
            "isBilled": True,
            "bill": {"id": self.id, "@referredType": "CustomerBill"},
            "product": {"id": line.product, "name": line.name},
        }
        if line.period is not None:
            written["periodCoverage"] = self._span(*line.period)
        written["taxExcludedAmount"] = self._money(line.amounts.net)
        if self.ledger.traits.rates:
            tax: Json = {
                "taxCategory": self.market.tax.name,
                "taxRate": self._percent(line.rate),
            }
            if not self.ledger.traits.net:
                tax["taxAmount"] = self._money(line.amounts.tax)
                written["taxIncludedAmount"] = self._money(line.amounts.gross)
            written["appliedTax"] = [tax]
        told = [
            {"name": name, "valueType": "object" if isinstance(value, dict) else "string",
             "value": value}
            for name, value in self._characteristics(line)
        ]  # fmt: skip
        if told:
            written["characteristic"] = told
        return written

    def _characteristics(self, line: Rated) -> list[tuple[str, object]]:
        found: list[tuple[str, object]] = []
        if line.subscription is not None:
            found.append(("msisdn", line.subscription))
        if line.kind in _FINER:
            found.append(("chargeKind", line.kind))
        for name, said in (
            ("usageType", line.usage), ("country", line.country), ("reason", line.reason),
        ):  # fmt: skip
            if said is not None:
                found.append((name, said))
        if line.price is not None:
            found.append(("periodPrice", self._money(line.price)))
        if line.quantity is not None:
            amount, unit = line.quantity
            found.append(("quantity", {"amount": amount, "units": unit}))
        return found

    def _reports(self) -> list[Json]:
        bill = self.billed.rated.bill
        return [
            {
                "@type": "UsageConsumptionReport",
                "id": f"U-{self.id}-{at + 1}",
                "logicalResource": [{"@referredType": "MSISDN", "value": number}],
                "bucket": [self._bucket(meter, at + 1) for meter in meters],
            }
            for at, number in enumerate(self.ledger.subscriptions)
            if (meters := self.ledger.meters.get((bill, number)))
        ]

    def _bucket(self, meter: Meter, place: int) -> Json:
        span = self._span(self.cycle.start, self.cycle.end)

        def counter(kind: str, amount: Decimal) -> Json:
            return {
                "counterType": kind,
                "level": "global",
                "value": {"amount": amount, "units": meter.unit},
                "consumptionPeriod": span,
            }

        within = meter.used if meter.included is None else min(meter.used, meter.included)
        counters = [counter("used", within)]
        if meter.used > within:
            counters.append(counter("outOfBucket", meter.used - within))
        kind = "sms" if meter.kind == "messages" else meter.kind
        written: Json = {
            "@type": "Bucket",
            "id": f"B-{place}-{kind}",
            "name": self.market.words[meter.kind],
            "usageType": kind,
            "isShared": False,
            "bucketCounter": counters,
        }
        if meter.included is None:
            return written | {"remainingValueName": "Unlimited"}
        left = {"amount": meter.included - within, "units": meter.unit}
        return written | {"remainingValue": left}
