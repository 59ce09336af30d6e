"""Writes a cohort as a billing system exports it: Parquet tables, and what their columns mean.

Bills stand in the order of their keys, so that readers need no more memory than one bill does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyarrow as pa
from pyarrow import parquet

Json = dict[str, Any]

ROWS = 20_000
"""Rows that are kept before they are written, as one row group."""

MAPPING = """\
schema: 1
tables:
  bills: {file: bills.parquet, key: BILL}
  lines: {file: lines.parquet, key: BILL}
  usage: {file: usage.parquet, key: BILL}
  taxes: {file: taxes.parquet, key: BILL}
bill:
  table: bills
  fields:
    number: BILL
    currency: CURRENCY
    issued: ISSUED
    due: DUE
    period: {start: FIRST_DAY, end: LAST_DAY}
    seller: SELLER
    charges_net: NET
    charges_total: TOTAL
    carried_over: BALANCE
    paid: PAID
    amount_due: AMOUNT_DUE
    customer: {name: CUSTOMER, given_name: GIVEN_NAME, account: ACCOUNT, since: SINCE}
    payment:
      {method: METHOD, iban: IBAN, bic: BIC, payee: PAYEE, reference: REFERENCE, mandate: MANDATE}
    preferences: {language: LANGUAGE, channel: CHANNEL}
lines:
  table: lines
  fields:
    id: LINE
    name: NAME
    kind: KIND
    net: NET
    tax: TAX
    gross: GROSS
    tax_rate: RATE
    period: {start: FIRST_DAY, end: LAST_DAY}
    quantity: {column: QUANTITY, unit: {column: UNIT}}
    product: PRODUCT
    subscription: MSISDN
    usage: USAGE
    country: COUNTRY
    reason: REASON
    price: PERIOD_PRICE
usage:
  table: usage
  fields:
    id: BUCKET
    kind: KIND
    name: NAME
    used: {column: USED, unit: {column: UNIT}}
    included: {column: INCLUDED, unit: {column: UNIT}}
    unlimited: UNLIMITED
    period: {start: FIRST_DAY, end: LAST_DAY}
    subscription: MSISDN
taxes:
  table: taxes
  fields: {amount: AMOUNT, rate: RATE, category: CATEGORY}
"""

_MONEY = pa.decimal128(18, 2)
_COLUMNS: dict[str, dict[str, pa.DataType]] = {
    "bills": {
        **dict.fromkeys(("BILL", "ACCOUNT", "CUSTOMER", "GIVEN_NAME", "CURRENCY"), pa.string()),
        **dict.fromkeys(("ISSUED", "DUE", "FIRST_DAY", "LAST_DAY", "SINCE"), pa.date32()),
        **dict.fromkeys(("NET", "TOTAL", "BALANCE", "PAID", "AMOUNT_DUE"), _MONEY),
        **dict.fromkeys(("SELLER", "METHOD", "IBAN", "BIC", "PAYEE", "REFERENCE"), pa.string()),
        **dict.fromkeys(("MANDATE", "LANGUAGE", "CHANNEL"), pa.string()),
    },
    "lines": {
        **dict.fromkeys(("BILL", "LINE", "NAME", "KIND"), pa.string()),
        **dict.fromkeys(("NET", "TAX", "GROSS", "PERIOD_PRICE"), _MONEY),
        "RATE": pa.decimal128(6, 3),
        **dict.fromkeys(("FIRST_DAY", "LAST_DAY"), pa.date32()),
        "QUANTITY": pa.decimal128(18, 3),
        **dict.fromkeys(("UNIT", "PRODUCT", "MSISDN", "USAGE"), pa.string()),
        **dict.fromkeys(("COUNTRY", "REASON"), pa.string()),
    },
    "usage": {
        **dict.fromkeys(("BILL", "BUCKET", "KIND", "NAME", "UNIT", "MSISDN"), pa.string()),
        **dict.fromkeys(("USED", "INCLUDED"), pa.decimal128(18, 3)),
        "UNLIMITED": pa.bool_(),
        **dict.fromkeys(("FIRST_DAY", "LAST_DAY"), pa.date32()),
    },
    "taxes": {
        **dict.fromkeys(("BILL", "CATEGORY"), pa.string()),
        "AMOUNT": _MONEY,
        "RATE": pa.decimal128(6, 3),
    },
}
_KINDS = {
    "recurringCharge": "recurring",
    "usageCharge": "usage",
    "oneTimeCharge": "one_time",
    "rebate": "discount",
    "appliedBillingCredit": "credit",
    "appliedPenaltyCharge": "penalty",
}
_USES = {"sms": "messages"}


class Tables:
    """Writes bundles as rows, some thousand at a time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._rows: dict[str, list[Json]] = {name: [] for name in _COLUMNS}
        self._writers: dict[str, parquet.ParquetWriter] = {}
        self._open = ExitStack()

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
        for name, columns in _COLUMNS.items():
            writer = parquet.ParquetWriter(self.folder / f"{name}.parquet", pa.schema(columns))
            self._writers[name] = self._open.enter_context(writer)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if error is None:
            for name in _COLUMNS:
                self._write(name)
        self._open.close()

    def add(self, bundle: Json, person: Json) -> None:
        """Add one bill; `person` is what the operator knows of the customer."""
        for name, rows in (
            ("bills", [_bill(bundle, person)]),
            ("lines", list(_lines(bundle))),
            ("usage", list(_usage(bundle))),
            ("taxes", list(_taxes(bundle))),
        ):
            self._rows[name] += rows
            if len(self._rows[name]) >= ROWS:
                self._write(name)

    def _write(self, name: str) -> None:
        schema = pa.schema(_COLUMNS[name])
        self._writers[name].write_table(pa.Table.from_pylist(self._rows[name], schema))
        self._rows[name] = []


def _bill(bundle: Json, person: Json) -> Json:
    bill = bundle["customerBill"]
    method = bill["paymentMethod"]
    customer = bill["relatedParty"][0]
    balances = bill.get("financialAccount", {}).get("accountBalance", [])
    paid = [one["appliedAmount"]["value"] for one in bill.get("appliedPayment", [])]
    first, last = _span(bill["billingPeriod"])
    return {
        "BILL": bill["id"],
        "ACCOUNT": bill["billingAccount"]["id"],
        "CUSTOMER": customer.get("partyOrPartyRole", customer)["name"],
        "GIVEN_NAME": person["givenName"],
        "CURRENCY": bill["taxIncludedAmount"]["unit"],
        "ISSUED": _day(bill["billDate"]),
        "DUE": _day(bill["paymentDueDate"]),
        "FIRST_DAY": first,
        "LAST_DAY": last,
        "SINCE": _day(person["customerSince"]),
        "NET": bill["taxExcludedAmount"]["value"],
        "TOTAL": bill["taxIncludedAmount"]["value"],
        "BALANCE": balances[0]["amount"]["value"] if balances else None,
        "PAID": sum(paid, Decimal(0)) if paid else None,
        "AMOUNT_DUE": bill["amountDue"]["value"],
        "SELLER": "nordlys",
        "METHOD": "direct_debit" if "mandate" in method else "transfer",
        "IBAN": method.get("accountNumber"),
        "BIC": method.get("BIC"),
        "PAYEE": method.get("owner"),
        "REFERENCE": method.get("reference"),
        "MANDATE": method.get("mandate"),
        "LANGUAGE": person["language"],
        "CHANNEL": person["channel"],
    }


def _lines(bundle: Json) -> Iterator[Json]:
    for rate in bundle["appliedCustomerBillingRate"]:
        said = {one["name"]: one["value"] for one in rate.get("characteristic", [])}
        kind = rate["appliedBillingRateType" if "appliedBillingRateType" in rate else "type"]
        (tax,) = rate.get("appliedTax", [{}])
        quantity = said.get("quantity", {})
        covers = rate.get("periodCoverage")
        first, last = _span(covers) if covers else (None, None)
        yield {
            "BILL": rate["bill"]["id"],
            "LINE": rate.get("id"),
            "NAME": rate["name"],
            "KIND": said.get("chargeKind", _KINDS[kind]),
            "NET": rate["taxExcludedAmount"]["value"],
            "TAX": tax.get("taxAmount", {}).get("value"),
            "GROSS": rate.get("taxIncludedAmount", {}).get("value"),
            "PERIOD_PRICE": said.get("periodPrice", {}).get("value"),
            "RATE": _percent(bundle, tax.get("taxRate")),
            "FIRST_DAY": first,
            "LAST_DAY": last,
            "QUANTITY": quantity.get("amount"),
            "UNIT": quantity.get("units"),
            "PRODUCT": rate.get("product", {}).get("id"),
            "MSISDN": said.get("msisdn"),
            "USAGE": said.get("usageType"),
            "COUNTRY": said.get("country"),
            "REASON": said.get("reason"),
        }


def _usage(bundle: Json) -> Iterator[Json]:
    for report in bundle["usageConsumptionReport"]:
        for bucket in report["bucket"]:
            counters = bucket["bucketCounter"]
            values = {one["counterType"]: one["value"]["amount"] for one in counters}
            left = bucket.get("remainingValue")
            first, last = _span(counters[0]["consumptionPeriod"])
            yield {
                "BILL": bundle["customerBill"]["id"],
                "BUCKET": bucket["id"],
                "KIND": _USES.get(bucket["usageType"], bucket["usageType"]),
                "NAME": bucket["name"],
                "UNIT": counters[0]["value"]["units"],
                "MSISDN": report["logicalResource"][0]["value"],
                "USED": sum(values.values(), Decimal(0)),
                "INCLUDED": values["used"] + left["amount"] if left else None,
                "UNLIMITED": left is None,
                "FIRST_DAY": first,
                "LAST_DAY": last,
            }


def _taxes(bundle: Json) -> Iterator[Json]:
    for tax in bundle["customerBill"]["taxItem"]:
        yield {
            "BILL": bundle["customerBill"]["id"],
            "CATEGORY": tax["taxCategory"],
            "AMOUNT": tax["taxAmount"]["value"],
            "RATE": _percent(bundle, tax["taxRate"]),
        }


def _percent(bundle: Json, rate: Decimal | None) -> Decimal | None:
    """Return a rate in per cent: bills with the names of v4 write fractions."""
    party = bundle["customerBill"]["relatedParty"][0]
    return rate * 100 if rate is not None and "partyOrPartyRole" not in party else rate


def _day(text: str) -> date:
    return date.fromisoformat(text[:10])


def _span(covers: Json) -> tuple[date, date]:
    return _day(covers["startDateTime"]), _day(covers["endDateTime"])
