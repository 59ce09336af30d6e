"""Bills to start from, as small as they can be, and the proof that a bill's sources hold."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import Enum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from renderer.bill import Document, parse_bill
from renderer.bill.model import Bill, Computed, Source
from renderer.bill.paths import value_at
from renderer.bill.pointer import resolve
from renderer.bill.reading import agrees
from renderer.story.operations import compute

settings.register_profile("bill", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("bill")

INPUTS = Path(__file__).parents[3] / "shared/inputs"


@pytest.fixture
def inputs() -> Path:
    """Return the folder of third-party bills, or skip where it is absent."""
    if not INPUTS.is_dir():
        pytest.skip("the third-party bills of ../shared/inputs are not here")
    return INPUTS


def eur(value: float | str) -> dict[str, Any]:
    return {"unit": "EUR", "value": value}


@pytest.fixture
def tmf() -> Callable[..., Bill]:
    """Load a TM Forum bill of 50.00 EUR, with members replaced, added, or dropped by None."""

    def load(
        rates: list[Any] | None = None, reports: list[Any] | None = None, **members: Any
    ) -> Bill:
        bill = {"@type": "CustomerBill", "id": "B1", "taxIncludedAmount": eur(50)} | members
        bundle: dict[str, Any] = {"customerBill": {k: v for k, v in bill.items() if v is not None}}
        if rates is not None:
            bundle["appliedCustomerBillingRate"] = rates
        if reports is not None:
            bundle["usageConsumptionReport"] = reports
        return parse_bill([Document("bill.json", json.dumps(bundle).encode())])

    return load


UBL = """<?xml version="1.0" encoding="UTF-8"?>
<{root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
<cbc:ID>R-1</cbc:ID><cbc:IssueDate>2026-12-01</cbc:IssueDate>
<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
{more}
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">{tax}</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal>
<cbc:LineExtensionAmount currencyID="EUR">{net}</cbc:LineExtensionAmount>
<cbc:TaxExclusiveAmount currencyID="EUR">{net}</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="EUR">{gross}</cbc:TaxInclusiveAmount>
{totals}
<cbc:PayableAmount currencyID="EUR">{due}</cbc:PayableAmount>
</cac:LegalMonetaryTotal>
<cac:{root}Line><cbc:ID>1</cbc:ID>
<cbc:LineExtensionAmount currencyID="EUR">{line}</cbc:LineExtensionAmount>
<cac:Item><cbc:Name>Tarif</cbc:Name></cac:Item></cac:{root}Line>
</{root}>"""


@pytest.fixture
def ubl() -> Callable[..., Bill]:
    """Load a UBL document of 40 net and 50 gross with one line, with places filled differently."""

    def load(root: str = "Invoice", encoding: str = "utf-8", **places: str) -> Bill:
        filled = {
            "more": "", "totals": "", "net": "40.00", "tax": "10.00", "gross": "50.00",
            "due": "50.00", "line": "40.00",
        } | places  # fmt: skip
        text = UBL.format(root=root, **filled).replace("UTF-8", encoding)
        return parse_bill([Document("bill.xml", text.encode(encoding))])

    return load


@pytest.fixture
def prove() -> Callable[[Bill, Mapping[str, bytes]], int]:
    """Check every source of a bill against its documents' bytes; return how many there are."""

    def check(bill: Bill, documents: Mapping[str, bytes]) -> int:
        for path, proof in bill.sources.items():
            value = value_at(bill, path)
            assert value is not None, path
            if isinstance(proof, Source):
                assert resolve(documents[proof.document], proof.pointer) == proof.raw, path
                is_token = isinstance(value, Enum)
                assert is_token or isinstance(value, float) or agrees(proof.raw, value), path
            else:
                assert isinstance(proof, Computed)
                operands = [value_at(bill, one) for one in proof.operands]
                assert all(one in bill.sources for one in proof.operands), path
                assert compute(proof.operation, operands) == value, path
        return len(bill.sources)

    return check
