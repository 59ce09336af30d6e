"""Writes the sample customers as a billing system would export them: rows, in several formats."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

SAMPLES = Path(__file__).parents[2] / "scenes/telco/samples"

MAPPING = """\
schema: 1
tables:
  bills: {file: bills.FORM, key: BILL}
  lines: {file: lines.FORM, key: BILL}
  usage: {file: usage.FORM, key: BILL}
  weeks: {file: weeks.FORM, key: BILL}
  taxes: {file: taxes.FORM, key: BILL}
bill:
  table: bills
  fields:
    number: BILL
    currency: CURRENCY
    issued: ISSUED
    due: DUE
    period: {start: FROM, end: TO}
    seller: {constant: nordlys}
    charges_total: TOTAL
    charges_net: NET
    carried_over: BALANCE
    paid: PAID
    amount_due: TO_PAY
    customer: {name: NAME, given_name: GIVEN, account: ACCOUNT, subscription: MSISDN, since: SINCE}
    payment: {method: METHOD, iban: IBAN, bic: BIC, payee: PAYEE, reference: REF, mandate: MANDATE}
    preferences: {language: LANGUAGE, channel: CHANNEL, address: ADDRESS, note: NOTE}
    consents:
      - purpose: bill-video
        given: {column: VIDEO, values: {Y: true, N: false}}
        recorded: VIDEO_DAY
        source: {constant: customer portal}
lines:
  table: lines
  fields:
    id: LINE
    name: TEXT
    kind:
      column: TYPE
      values:
        recurringCharge: recurring
        oneTimeCharge: one_time
        usageCharge: usage
        rebate: discount
        usage: usage
        roaming: roaming
        device: device
        content: content
        credit: credit
        productAlteration: credit
    net: NET
    tax: TAX
    gross: GROSS
    tax_rate: {column: RATE, unit: @UNIT@}
    period: {start: FROM, end: TO}
    product: PRODUCT
    subscription: MSISDN
    quantity: {column: QUANTITY, unit: {column: QUANTITY_UNIT}}
    usage: USAGE
    country: COUNTRY
    reason: REASON
    price: PRICE
usage:
  table: usage
  fields:
    id: BUCKET
    kind: {column: KIND, values: {data: data, voice: voice, sms: messages}, other: other}
    name: NAME
    used: {column: USED, unit: {column: USED_UNIT}}
    left: {column: LEFT, unit: {column: USED_UNIT}}
    unlimited: {column: UNLIMITED, values: {U: true, L: false}}
    period: {start: FROM, end: TO}
    subscription: MSISDN
usage_periods:
  table: weeks
  fields:
    id: BUCKET
    used: {column: USED, unit: {column: USED_UNIT}}
    period: {start: FROM, end: TO}
taxes:
  table: taxes
  fields: {amount: TAX, rate: {column: RATE, unit: @UNIT@}, category: CATEGORY}
"""
"""For the tables of `tables_of`. FORM is the files' format, @UNIT@ that of tax rates."""

Record = dict[str, Any]


def bundles(language: str) -> Iterator[Record]:
    """Read a sample customer's bills as JSON, earliest first, numbers as text."""
    folder = SAMPLES / language
    for path in (*sorted((folder / "previous").glob("*.json")), folder / "bill.json"):
        yield json.loads(path.read_text(encoding="utf-8"), parse_float=str, parse_int=str)


def tables_of(bundle: Record) -> dict[str, list[Record]]:
    """Take one bill apart into rows of tables, every cell text or None."""
    bill = bundle["customerBill"]
    key = bill["id"]
    rates = bundle["appliedCustomerBillingRate"]
    head = {"BILL": key, **_head(bill), **_told(bundle.get("preferences", {}))}
    numbers = {_characteristic(rate, "msisdn") for rate in rates}
    head["MSISDN"] = numbers.pop() if len(numbers) == 1 else None
    return {
        "bills": [head],
        "lines": [{"BILL": key, **_line(rate)} for rate in rates],
        "usage": [
            {"BILL": key, **_bucket(bucket), "MSISDN": report["logicalResource"][0]["value"]}
            for report in bundle.get("usageConsumptionReport", ())
            for bucket in report["bucket"]
        ],
        "weeks": [
            {"BILL": key, "BUCKET": bucket["id"], **_use(counter)}
            for report in bundle.get("usageConsumptionReport", ())
            for bucket in report["bucket"]
            for counter in bucket["bucketCounter"][1:]
            if counter["counterType"] == "used"
        ],
        "taxes": [
            {
                "BILL": key,
                "TAX": item["taxAmount"]["value"],
                "RATE": item["taxRate"],
                "CATEGORY": item["taxCategory"],
            }
            for item in bill["taxItem"]
        ],
    }


def _head(bill: Record) -> Record:
    parties = {one["role"]: one.get("partyOrPartyRole", one) for one in bill["relatedParty"]}
    method = bill.get("paymentMethod", {})
    balance = bill.get("financialAccount", {}).get("accountBalance", [{}])[0]
    methods = {
        "BankAccountTransfer": "transfer",
        "BankAccountDebit": "direct_debit",
        "DirectDebit": "direct_debit",
    }
    paid = bill.get("appliedPayment", [{}])[0].get("appliedAmount")
    return {
        "CURRENCY": bill["taxIncludedAmount"]["unit"],
        "ISSUED": bill["billDate"],
        "DUE": bill["paymentDueDate"],
        "FROM": bill["billingPeriod"]["startDateTime"],
        "TO": bill["billingPeriod"]["endDateTime"],
        "NAME": parties["customer"]["name"],
        "ACCOUNT": bill["billingAccount"]["id"],
        "METHOD": methods.get(method.get("@referredType")),
        "IBAN": method.get("accountNumber"),
        "BIC": method.get("BIC"),
        "PAYEE": method.get("owner"),
        "REF": method.get("reference"),
        "MANDATE": method.get("mandate"),
        "TOTAL": bill["taxIncludedAmount"]["value"],
        "NET": bill["taxExcludedAmount"]["value"],
        "TO_PAY": bill["amountDue"]["value"],
        "BALANCE": balance.get("amount", {}).get("value"),
        "PAID": paid["value"] if paid else None,
    }


def _told(preferences: Record) -> Record:
    consents = preferences.get("consents", [{}])
    return {
        "GIVEN": preferences.get("givenName"),
        "SINCE": preferences.get("customerSince"),
        "LANGUAGE": preferences.get("language"),
        "CHANNEL": preferences.get("channel"),
        "ADDRESS": preferences.get("address"),
        "NOTE": preferences.get("note"),
        "VIDEO": "Y" if consents[0].get("given") else None,
        "VIDEO_DAY": consents[0].get("recorded"),
    }


def _characteristic(rate: Record, name: str) -> Any:
    found = (one["value"] for one in rate["characteristic"] if one["name"] == name)
    return next(found, None)


def _line(rate: Record) -> Record:
    taxes = rate.get("appliedTax", [{}])
    gross = rate.get("taxIncludedAmount")
    return {
        "LINE": rate["id"],
        "TEXT": rate["name"],
        "TYPE": _characteristic(rate, "chargeKind")
        or rate.get("type")
        or rate["appliedBillingRateType"],
        "NET": rate["taxExcludedAmount"]["value"],
        "TAX": taxes[0]["taxAmount"]["value"] if gross else None,
        "GROSS": gross["value"] if gross else None,
        "RATE": taxes[0].get("taxRate"),
        "FROM": rate["periodCoverage"]["startDateTime"],
        "TO": rate["periodCoverage"]["endDateTime"],
        "PRODUCT": rate["product"]["id"],
        "MSISDN": _characteristic(rate, "msisdn"),
        "QUANTITY": (_characteristic(rate, "quantity") or {}).get("amount"),
        "QUANTITY_UNIT": (_characteristic(rate, "quantity") or {}).get("units"),
        "USAGE": _characteristic(rate, "usageType"),
        "COUNTRY": _characteristic(rate, "country"),
        "REASON": _characteristic(rate, "reason"),
        "PRICE": (_characteristic(rate, "periodPrice") or {}).get("value"),
    }


def _bucket(bucket: Record) -> Record:
    counters = bucket["bucketCounter"]
    whole = counters[0]
    beyond = [one for one in counters if one["counterType"] == "outOfBucket"]
    used = Decimal(whole["value"]["amount"])
    used += sum((Decimal(one["value"]["amount"]) for one in beyond), Decimal(0))
    left = bucket.get("remainingValue", {}).get("amount")
    if beyond and left is not None:  # what went beyond is not included
        left = str(Decimal(left) - sum(Decimal(one["value"]["amount"]) for one in beyond))
    return {
        "BUCKET": bucket["id"],
        "KIND": bucket["usageType"],
        "NAME": bucket["name"],
        **_use(whole),
        "USED": str(used),
        "LEFT": left,
        "UNLIMITED": "L" if left is not None else "U",
    }


def _use(counter: Record) -> Record:
    return {
        "USED": counter["value"]["amount"],
        "USED_UNIT": counter["value"]["units"],
        "FROM": counter["consumptionPeriod"]["startDateTime"],
        "TO": counter["consumptionPeriod"]["endDateTime"],
    }


def write_csv(path: Path, rows: Sequence[Record], delimiter: str = ",") -> Path:
    """Write rows as CSV, nulls as nothing."""
    import csv

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_jsonl(path: Path, rows: Sequence[Record]) -> Path:
    """Write rows as JSON Lines."""
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")
    return path


def write_parquet(path: Path, rows: Sequence[Record], group: int = 7, **types: Any) -> Path:
    """Write rows as Parquet; columns are text but those given a type."""
    columns = {
        name: pa.array([row[name] for row in rows], types.get(name, pa.string()))
        for name in rows[0]
    }
    pq.write_table(pa.table(columns), path, row_group_size=group)
    return path


WRITERS = {"csv": write_csv, "jsonl": write_jsonl, "parquet": write_parquet}


def write_export(folder: Path, languages: Sequence[str], form: str, unit: str = "percent") -> Path:
    """Write the bills of some sample customers in one format, and return the mapping's path."""
    every: dict[str, list[Record]] = {}
    taken = sorted(
        (tables_of(bundle) for language in languages for bundle in bundles(language)),
        key=lambda tables: tables["bills"][0]["BILL"],
    )
    for tables in taken:
        for name, rows in tables.items():
            every.setdefault(name, []).extend(rows)
    for name, rows in every.items():
        WRITERS[form](folder / f"{name}.{form}", rows)
    mapping = folder / "mapping.yaml"
    mapping.write_text(MAPPING.replace("FORM", form).replace("@UNIT@", unit), encoding="utf-8")
    return mapping
