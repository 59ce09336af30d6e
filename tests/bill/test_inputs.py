"""Third-party bills become bills, or are refused for a true reason at a place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from renderer.bill import Document, load_bill, parse_bill
from renderer.bill.pdf_invoice import open_pdf
from renderer.errors import BillError

pytestmark = pytest.mark.inputs

BILLS = {
    "CustomerBill_retrieve_example_response": ("50", "50"),
    "CustomerBillCreateEvent_request": ("50", "0"),
}
REFUSED = {
    "CustomerBillOnDemand_list_example_response": ("not-a-bill", "/0"),
    "CustomerBillOnDemand_retrieve_example_response": ("not-a-bill", ""),
    "CustomerBill_list_example_response": ("several-bills", "/1"),
    "AppliedCustomerBillingRate_list_example_response": ("line-does-not-add-up", "/1"),
    "AppliedCustomerBillingRate_retrieve_example_response": ("line-does-not-add-up", ""),
    "BillCycle_list_example_response": ("not-a-bill", "/0"),
    "BillCycle_retrieve_example_response": ("not-a-bill", ""),
    "CustomerBillOnDemand_create_example_request": ("not-a-bill", ""),
    "CustomerBillOnDemand_create_example_response": ("not-a-bill", ""),
    "Customer_Bill_Update_JSON_Patch_request": ("not-a-bill", "/0"),
    "Customer_Bill_Update_JSON_Patch_response": ("due-does-not-add-up", "/amountDue/value"),
    "Customer_Bill_Update_JSON_Patch_Query_request": ("not-a-bill", ""),
    "Customer_Bill_Update_JSON_Patch_Query_response": ("due-does-not-add-up", "/amountDue/value"),
    "Customer_Bill_Update_Patch_Merge_request": ("not-a-bill", ""),
    "Customer_Bill_Update_Patch_Merge_response": ("due-does-not-add-up", "/amountDue/value"),
    "Customer_Bill_Update_Implied_Merge_request": ("not-a-bill", ""),
    "Customer_Bill_Update_Implied_Merge_response": ("due-does-not-add-up", "/amountDue/value"),
    "CustomerBillOnDemandCreateEvent_request": ("not-a-bill", ""),
    "CustomerBillOnDemandStateChangeEvent_request": ("not-a-bill", ""),
    "CustomerBillStateChangeEvent_request": ("total-missing", "/event/customerBill"),
    "retrieve_QueryUsageConsumption_example_response": (
        "period-reversed",
        "/usageConsumption/0/bucket/0/bucketCounter/0/consumptionPeriod/endDateTime",
    ),
    "list_QueryUsageConsumption_example_response": ("not-a-bill", "/0"),
    "retrieve_UsageConsumptionReport_example_response": ("bill-missing", ""),
    "list_UsageConsumptionReport_example_response": ("bill-missing", "/0"),
    "create_QueryUsageConsumption_example_request": ("not-a-bill", ""),
    "create_QueryUsageConsumption_example_response": (
        "period-reversed",
        "/usageConsumption/0/bucket/0/bucketCounter/0/consumptionPeriod/endDateTime",
    ),
    "create_UsageConsumptionReport_example_request": ("bill-missing", ""),
    "create_UsageConsumptionReport_example_response": ("bill-missing", ""),
    "QueryUsageConsumptionCreateEvent_request": (
        "period-reversed",
        "/event/queryUsageConsumption/usageConsumption/0/bucket/0/bucketCounter/0"
        "/consumptionPeriod/endDateTime",
    ),
    "QueryUsageConsumptionStateChangeEvent_request": (
        "period-reversed",
        "/event/queryUsageConsumption/usageConsumption/0/bucket/0/bucketCounter/0"
        "/consumptionPeriod/endDateTime",
    ),
    "QueryUsageConsumptionDeleteEvent_request": ("not-a-bill", ""),
    "UsageConsumptionReportCreateEvent_request": (
        "period-reversed",
        "/event/usageConsumptionReport/bucket/0/bucketCounter/0/consumptionPeriod/endDateTime",
    ),
    "UsageConsumptionReportDeleteEvent_request": ("not-a-bill", ""),
}


@pytest.fixture(scope="module")
def examples() -> dict[str, Any]:
    folder = Path(__file__).parents[3] / "shared/inputs/tmforum"
    if not folder.is_dir():
        pytest.skip("the third-party bills of ../shared/inputs are not here")
    found: dict[str, Any] = {}
    for name in ("TMF678-CustomerBill-v5.0.0", "TMF677-Usage_Consumption-v5.1.0"):
        text = (folder / f"{name}.oas.yaml").read_text(encoding="utf-8")
        every = YAML(typ="safe").load(text)["components"]["examples"]
        found |= {key: one["value"] for key, one in every.items()}
    return found


def _document(examples: dict[str, Any], name: str) -> Document:
    return Document(name, json.dumps(examples[name], default=str).encode())


def test_all_22_and_13_official_examples_are_accounted_for(examples):
    assert set(examples) == set(BILLS) | set(REFUSED)
    assert len(examples) == 22 + 13


@pytest.mark.parametrize("name", sorted(BILLS))
def test_an_official_example_that_holds_is_a_bill(name, examples, prove):
    document = _document(examples, name)
    bill = parse_bill([document])
    assert (str(bill.charges_total.amount), str(bill.amount_due.amount)) == BILLS[name]
    assert bill.breakdown is None
    assert prove(bill, {document.sha256: document.data}) > 3


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_an_official_example_that_does_not_hold_is_refused_at_its_place(name, examples):
    code, pointer = REFUSED[name]
    with pytest.raises(BillError) as caught:
        parse_bill([_document(examples, name)])
    assert (caught.value.code, caught.value.where) == (code, f"{name}#{pointer}")


def test_an_official_usage_report_goes_with_an_official_bill(examples, prove):
    documents = [
        _document(examples, "CustomerBill_retrieve_example_response"),
        _document(examples, "retrieve_UsageConsumptionReport_example_response"),
    ]
    bill = parse_bill(documents)
    told = [(one.kind, str(one.used.amount), str(one.included.amount)) for one in bill.usage]
    assert told == [
        ("data", "1.2", "3.0"),
        ("voice", "40", "120"),
        ("messages", "25", "120"),
        ("voice", "20", "30"),
        ("messages", "10", "10"),
    ]
    assert bill.usage[0].used.unit == "GB"
    assert prove(bill, {one.sha256: one.data for one in documents}) > 20


@pytest.mark.parametrize(
    ("name", "charges", "due", "lines"),
    [
        ("BIS3_Invoice_negativ.XML", "-782179.43", "-782179.43", 1),
        ("guide-example1.xml", "250.33", "250.33", 20),
        ("ubl-tc434-creditnote1.xml", "-100.11", "-100.11", 1),
        ("ubl-tc434-example2.xml", "1801.78", "801.78", 7),
        ("ubl-tc434-example3.xml", "2005.00", "2005.00", 3),
        ("ubl-tc434-example8.xml", "1099.78", "1099.78", 10),
    ],
)
def test_a_third_party_ubl_document_is_a_bill(name, charges, due, lines, inputs, prove):
    path = inputs / "en16931-ubl" / name
    bill = load_bill(path)
    assert (str(bill.charges_total.amount), str(bill.amount_due.amount)) == (charges, due)
    assert (len(bill.lines), bill.breakdown) == (lines, None)
    assert prove(bill, {bill.documents[0]: path.read_bytes()}) > 10


@pytest.mark.parametrize(
    ("name", "charges", "due", "lines"),
    [
        ("en16931-cii/CII_business_example_01.xml", "1801.78", "801.78", 7),
        ("en16931-cii/CII_example1.xml", "250.33", "250.33", 20),
        ("en16931-cii/CII_example2.xml", "1801.78", "801.78", 7),
        ("en16931-cii/huf_example_cii.xml", "87859.00", "87859.00", 3),
        ("facturx/EN16931_Einfach_DueDate.pdf", "529.87", "529.87", 2),
        ("facturx/EN16931_OEPNV.pdf", "9.00", "9.00", 1),
    ],
)
def test_a_third_party_cii_document_is_a_bill(name, charges, due, lines, inputs, prove):
    path = inputs / name
    bill = load_bill(path)
    assert (str(bill.charges_total.amount), str(bill.amount_due.amount)) == (charges, due)
    assert (len(bill.lines), bill.breakdown) == (lines, None)
    inside = path.read_bytes()
    if path.suffix == ".pdf":
        inside = open_pdf(Document(str(path), inside)).data
    assert prove(bill, {bill.documents[-1]: inside}) > 10
