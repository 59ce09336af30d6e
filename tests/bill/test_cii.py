"""CII invoices, in the shapes that EN 16931, Factur-X and ZUGFeRD allow."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from renderer.bill import Document, parse_bill
from renderer.bill.model import Bill, BillKind, ChargeKind, Computed, PaymentMethod
from renderer.bill.values import Percent, Quantity
from renderer.errors import BillError
from tests.bill.cii_documents import allowance, cii, day, line, tag, zugferd_1

ROOT = "/rsm:CrossIndustryInvoice"
SETTLEMENT = f"{ROOT}/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement"
TOTALS = f"{SETTLEMENT}/ram:SpecifiedTradeSettlementHeaderMonetarySummation"
ZUGFERD_1_TOTALS = (
    "/rsm:CrossIndustryDocument/rsm:SpecifiedSupplyChainTradeTransaction"
    "/ram:ApplicableSupplyChainTradeSettlement/ram:SpecifiedTradeSettlementMonetarySummation"
)

IBAN, CUSTOMERS_IBAN = "DE89370400440532013000", "DE02120300000000202051"
Prove = Callable[[Bill, dict[str, bytes]], int]


def load(text: str) -> Bill:
    return parse_bill([Document("bill.xml", text.encode())])


def refusal(text: str) -> BillError:
    with pytest.raises(BillError) as caught:
        load(text)
    return caught.value


def told(bill: Bill) -> list[tuple[str, ChargeKind, str]]:
    return [(one.id, one.kind, str(one.net.amount)) for one in bill.lines if one.net]


def means(code: str, *inner: str) -> str:
    return tag("SpecifiedTradeSettlementPaymentMeans", tag("TypeCode", code), *inner)


def terms(*inner: str) -> str:
    return tag("SpecifiedTradePaymentTerms", *inner)


def tax(amount: str, base: str, rate: str) -> str:
    return tag(
        "ApplicableTradeTax",
        tag("CalculatedAmount", amount),
        tag("TypeCode", "VAT"),
        tag("BasisAmount", base),
        tag("CategoryCode", "S"),
        tag("RateApplicablePercent", rate),
    )


def full() -> str:
    """Write an invoice with something in every place that is read."""
    party = tag("SellerTradeParty", tag("ID", "S"), tag("Name", "Nordlys"))
    party += tag("BuyerTradeParty", tag("ID", "C-7"), tag("Name", "Emma Martin"))
    period = tag(
        "BillingSpecifiedPeriod", day("StartDateTime", "20261101"), day("EndDateTime", "20261130")
    )
    rate = tag("ApplicableTradeTax", tag("RateApplicablePercent", "25"))
    payee = tag("PayeePartyCreditorFinancialAccount", tag("IBANID", IBAN), tag("AccountName", "N"))
    branch = tag("PayeeSpecifiedCreditorFinancialInstitution", tag("BICID", "COBADEFF"))
    return cii(
        lines=line("42.00", more=rate + period) + line("3.00", number="2"),
        parties=party,
        settlement=tag("PaymentReference", "RF1")
        + means("58", payee, branch)
        + tax("10.00", "40.00", "25")
        + period
        + allowance("7.00")
        + allowance("2.00", charge="true")
        + terms(day("DueDateDateTime", "20261215"))
        + tag("InvoiceReferencedDocument", tag("IssuerAssignedID", "R-0")),
        totals=tag("LineTotalAmount", "45.00")
        + tag("ChargeTotalAmount", "2.00")
        + tag("AllowanceTotalAmount", "7.00")
        + tag("RoundingAmount", "0.01")
        + tag("TotalPrepaidAmount", "20.00"),
        due="30.01",
    )


@pytest.mark.parametrize("spelling", [str, zugferd_1])
def test_an_invoice_says_all_that_it_says(spelling: Callable[[str], str], prove: Prove) -> None:
    data = spelling(full()).encode()
    document = Document("bill.xml", data)
    bill = parse_bill([document])
    assert (bill.kind, bill.number, bill.currency) == (BillKind.INVOICE, "R-1", "EUR")
    totals = (bill.charges_net, bill.charges_tax, bill.charges_total, bill.paid, bill.rounding)
    assert [str(one.amount) for one in totals if one] == [
        "40.00",
        "10.00",
        "50.00",
        "20.00",
        "0.01",
    ]
    assert (str(bill.amount_due.amount), bill.breakdown) == ("30.01", None)
    assert (str(bill.issued), str(bill.due)) == ("2026-12-01", "2026-12-15")
    assert bill.period is not None
    assert (bill.period.days, bill.lines[0].period) == (30, bill.period)
    assert told(bill) == [
        ("1", ChargeKind.OTHER, "42.00"),
        ("2", ChargeKind.OTHER, "3.00"),
        ("allowance-1", ChargeKind.DISCOUNT, "-7.00"),
        ("charge-1", ChargeKind.OTHER, "2.00"),
    ]
    first = bill.lines[0]
    assert (first.name, first.product, first.tax_rate) == ("Tarif", "P-1", Percent(Decimal(25)))
    assert first.quantity == Quantity(Decimal("2.50"), "GB")
    assert (bill.taxes[0].rate, bill.taxes[0].category) == (Percent(Decimal(25)), "S")
    assert (bill.seller, bill.customer.name, bill.customer.account) == (
        "Nordlys",
        "Emma Martin",
        "C-7",
    )
    payment = bill.payment
    assert (payment.method, payment.iban, payment.bic) == (PaymentMethod.TRANSFER, IBAN, "COBADEFF")
    assert (payment.reference, payment.payee) == ("RF1", "N")
    assert bill.preceding == ("R-0",)
    assert prove(bill, {document.sha256: data}) > 30


def test_pointers_are_xpaths_with_the_usual_prefixes() -> None:
    bill = load(full().replace("ram:", "x:").replace("xmlns:ram", "xmlns:x"))
    assert bill.sources["amount_due"].pointer == f"{TOTALS}/ram:DuePayableAmount"
    assert bill.sources["lines.1.name"].pointer == (
        f"{ROOT}/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem[2]"
        "/ram:SpecifiedTradeProduct/ram:Name"
    )
    in_old_names = load(zugferd_1(full()))
    assert in_old_names.sources["amount_due"].pointer == f"{ZUGFERD_1_TOTALS}/ram:DuePayableAmount"


@pytest.mark.parametrize("code", ["381", "261", "396"])
def test_a_credit_note_is_negative(code: str) -> None:
    bill = load(cii(code=code))
    assert (bill.kind, bill.amount_due.amount) == (BillKind.CREDIT_NOTE, -50)
    assert (bill.lines[0].net.amount, bill.breakdown) == (-40, None)
    assert isinstance(bill.sources["amount_due"], Computed)


@pytest.mark.parametrize("code", ["380", "384", "389"])
def test_a_negative_invoice_is_no_credit_note(code: str) -> None:
    bill = load(cii(code=code, lines=line("-40"), net="-40", tax="-10", gross="-50", due="-50"))
    assert (bill.kind, bill.amount_due.amount, bill.breakdown) == (BillKind.INVOICE, -50, None)


def test_taxes_by_rate_make_a_tax_total_that_is_not_stated(prove: Prove) -> None:
    text = cii(tax=None, settlement=tax("4.00", "16.00", "25") + tax("6.00", "24.00", "25"))
    bill = load(text)
    assert bill.sources["charges_tax"] == Computed("sum", ("taxes.0.amount", "taxes.1.amount"))
    assert prove(bill, {bill.documents[0]: text.encode()}) > 10


def test_without_any_tax_the_total_less_the_net_is_the_tax(prove: Prove) -> None:
    text = cii(tax=None)
    bill = load(text)
    assert str(bill.charges_tax.amount) == "10.00"
    assert bill.sources["charges_tax"] == Computed("difference", ("charges_total", "charges_net"))
    assert prove(bill, {bill.documents[0]: text.encode()}) > 5


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_tax_totals_the_one_in_the_invoices_currency_counts(order: int) -> None:
    every = [tag("TaxTotalAmount", "10.00", currencyID="EUR")]
    every.append(tag("TaxTotalAmount", "104.20", currencyID="SEK"))
    assert load(cii(tax=None, totals="".join(every[::order]))).charges_tax.amount == 10


@pytest.mark.parametrize("places", [{"tax": None, "net": None}, {"tax": "0", "net": "50"}])
def test_a_minimum_profile_has_no_lines_and_nothing_to_break_down(places: dict[str, Any]) -> None:
    bill = load(cii(lines="", **places))
    assert (bill.lines, bill.breakdown, bill.charges_total.amount) == ((), None, 50)


def test_without_lines_allowances_alone_are_no_breakdown() -> None:
    text = cii(
        lines="",
        settlement=allowance("5.00"),
        totals=tag("LineTotalAmount", "45.00") + tag("AllowanceTotalAmount", "5.00"),
    )
    bill = load(text)
    assert (bill.lines, bill.breakdown, bill.charges_net.amount) == ((), None, 40)


def test_what_is_due_is_computed_where_it_is_not_stated(prove: Prove) -> None:
    totals = tag("RoundingAmount", "0.01") + tag("TotalPrepaidAmount", "20.00")
    for places, due in (({}, "50.00"), ({"totals": totals}, "30.01")):
        text = cii(due=None, **places)
        bill = load(text)
        assert str(bill.amount_due.amount) == due
        assert prove(bill, {bill.documents[0]: text.encode()}) > 5


@pytest.mark.parametrize("reason", ["GROUP", "INFORMATION"])
def test_headings_and_subtotals_of_the_extended_profile_are_no_charges(reason: str) -> None:
    status = tag("LineStatusReasonCode", reason)
    detail = tag("ParentLineID", "1") + tag("LineStatusReasonCode", "DETAIL")
    bill = load(cii(lines=line("40.00", document=status) + line("40.00", document=detail)))
    assert (len(bill.lines), bill.breakdown) == (1, None)


def test_a_line_of_text_is_no_charge() -> None:
    note = tag("IncludedNote", tag("Content", "Since 1906."))
    bill = load(cii(lines=line("", number="0", document=note) + line("40.00")))
    assert [one.id for one in bill.lines] == ["1"]


def test_logistics_services_are_charges() -> None:
    service = tag(
        "SpecifiedLogisticsServiceCharge",
        tag("Description", "Freight"),
        tag("AppliedAmount", "5.00"),
        tag("AppliedTradeTax", tag("RateApplicablePercent", "25")),
    )
    bill = load(
        cii(
            lines=line("35.00"),
            settlement=service,
            totals=tag("LineTotalAmount", "35.00") + tag("ChargeTotalAmount", "5.00"),
        )
    )
    assert told(bill)[-1] == ("charge-1", ChargeKind.OTHER, "5.00")
    assert (bill.lines[-1].name, bill.breakdown) == ("Freight", None)


def test_allowances_of_a_line_and_of_its_price_are_inside_its_net() -> None:
    inside = allowance("3.00") + allowance("1.00", charge="true")
    bill = load(cii(lines=line("40.00", more=inside)))
    assert (told(bill), bill.breakdown) == ([("1", ChargeKind.OTHER, "40.00")], None)


def test_a_sum_of_lines_that_is_stated_wrong_is_named() -> None:
    bill = load(cii(totals=tag("LineTotalAmount", "41.00")))
    assert bill.breakdown is not None
    assert bill.breakdown.sum == "lines"
    assert bill.breakdown.pointers[0].endswith(f"#{TOTALS}/ram:LineTotalAmount")


@pytest.mark.parametrize(
    ("places", "code", "where"),
    [
        ({"gross": "50.01"}, "total-does-not-add-up", f"{TOTALS}/ram:GrandTotalAmount"),
        ({"due": "49.99"}, "due-does-not-add-up", f"{TOTALS}/ram:DuePayableAmount"),
        ({"gross": None, "net": None}, "total-missing", SETTLEMENT),
        ({"gross": "NaN"}, "number-not-readable", f"{TOTALS}/ram:GrandTotalAmount"),
        ({"due": "1e400"}, "number-not-readable", f"{TOTALS}/ram:DuePayableAmount"),
        ({"currency": "XXX"}, "currency-unknown", f"{SETTLEMENT}/ram:InvoiceCurrencyCode"),
        ({"currency": ""}, "currency-missing", SETTLEMENT),
        (
            {"totals": tag("TotalPrepaidAmount", "1.00", currencyID="USD")},
            "currencies-mixed",
            f"{TOTALS}/ram:TotalPrepaidAmount/@currencyID",
        ),
        ({"gross": "50.001", "net": "40.001"}, "amount-too-fine", f"{TOTALS}/ram:GrandTotalAmount"),
    ],
)
def test_what_is_wrong_is_refused_at_its_place(
    places: dict[str, Any], code: str, where: str
) -> None:
    error = refusal(cii(**places))
    assert (error.code, error.where) == (code, f"bill.xml#{where}")


def test_an_amount_may_say_the_currency_where_the_invoice_does_not() -> None:
    text = cii(currency="").replace(
        "<ram:GrandTotalAmount", '<ram:GrandTotalAmount currencyID="SEK"'
    )
    bill = load(text.replace(' currencyID="EUR"', ""))
    assert bill.currency == "SEK"
    assert bill.sources["currency"].pointer == f"{TOTALS}/ram:GrandTotalAmount/@currencyID"


@pytest.mark.parametrize("code", ["49", "59"])
def test_a_direct_debit_names_its_mandate_and_the_customers_account(code: str) -> None:
    payer = tag("PayerPartyDebtorFinancialAccount", tag("IBANID", CUSTOMERS_IBAN))
    text = cii(settlement=means(code, payer) + terms(tag("DirectDebitMandateID", "M-1")))
    payment = load(text).payment
    assert payment.method is PaymentMethod.DIRECT_DEBIT
    assert (payment.mandate, payment.iban) == ("M-1", CUSTOMERS_IBAN)


def test_of_several_payment_means_the_first_of_a_known_code_counts() -> None:
    card = tag("ApplicableTradeSettlementFinancialCard", tag("ID", "1234"))
    assert (
        load(cii(settlement=means("97") + means("48", card))).payment.method is PaymentMethod.CARD
    )


def test_a_number_that_is_no_iban_is_not_taken() -> None:
    account = tag("PayeePartyCreditorFinancialAccount", tag("ProprietaryID", "12345"))
    assert load(cii(settlement=means("30", account))).payment.iban is None


DISCOUNT = tag("ApplicableTradePaymentDiscountTerms", tag("CalculationPercent", "2"))


@pytest.mark.parametrize(
    ("settlement", "due"),
    [
        (terms(day("DueDateDateTime", "20261215")) * 2, "2026-12-15"),
        (
            terms(day("DueDateDateTime", "20261205"), DISCOUNT)
            + terms(day("DueDateDateTime", "20261231")),
            "2026-12-31",
        ),
        (terms(day("DueDateDateTime", "20261205"), DISCOUNT), "2026-12-05"),
        (
            terms(day("DueDateDateTime", "20261215")) + terms(day("DueDateDateTime", "20270115")),
            "None",
        ),
        (terms(tag("Description", "At once")), "None"),
    ],
)
def test_due_dates_that_differ_are_for_parts_or_prices(settlement: str, due: str) -> None:
    assert str(load(cii(settlement=settlement)).due) == due


@pytest.mark.parametrize(
    ("date", "form", "due"),
    [
        ("20261215", "102", "2026-12-15"),
        ("202612151200", "203", "2026-12-15"),
        ("2026-12-15", "102", "2026-12-15"),
        (" 20261215\n", "102", "2026-12-15"),
        ("202612", "610", "None"),
        ("", "102", "None"),
    ],
)
def test_a_day_is_written_in_several_ways(date: str, form: str, due: str) -> None:
    assert str(load(cii(settlement=terms(day("DueDateDateTime", date, form)))).due) == due


def test_a_day_that_is_none_is_refused() -> None:
    error = refusal(cii(settlement=terms(day("DueDateDateTime", "20260230"))))
    assert error.code == "date-not-valid"
    assert error.where is not None
    assert error.where.endswith("/ram:DueDateDateTime/udt:DateTimeString")


def test_a_line_without_a_name_is_named_by_its_note() -> None:
    note = tag("IncludedNote", tag("Content", "Basic fee"))
    bill = load(cii(lines=line("40.00", name="", document=note)))
    assert (bill.lines[0].name, bill.breakdown) == ("Basic fee", None)


def test_lines_of_one_id_get_ids_of_their_own() -> None:
    every = "".join(line("10.00", number=number) for number in ("1", "1", "1#2", "1"))
    bill = load(cii(lines=every))
    assert len({one.id for one in bill.lines}) == 4
    assert bill.breakdown is None


def test_other_documents_of_the_family_are_named() -> None:
    order = "urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"
    error = refusal(f'<a:SCRDMCCBDACIOMessageStructure xmlns:a="{order}"/>')
    assert (error.code, error.where) == ("not-a-bill", "bill.xml")


def test_an_invoice_without_its_settlement_has_no_total() -> None:
    error = refusal(cii().replace("HeaderTradeSettlement>", "HeaderTradeOther>"))
    assert (error.code, error.where) == ("total-missing", f"bill.xml#{ROOT}")


CHANGED = [
    "",
    "NaN",
    "-1",
    "1e400",
    "9" * 15,
    "20269999",
    "x" * 1200,
    "1,5",
    "USD",
    "381",
    "\u202e",
]


@settings(max_examples=80)
@given(st.lists(st.tuples(st.integers(0, 200), st.sampled_from([None, *CHANGED])), max_size=4))
def test_a_changed_invoice_ends_in_a_bill_or_a_bill_error(
    changes: list[tuple[int, str | None]],
) -> None:
    root = etree.fromstring(full().encode())
    for at, text in changes:
        every = list(root.iter())[1:]
        one = every[at % len(every)]
        if text is None:
            one.getparent().remove(one)
        else:
            one.text = text
    with contextlib.suppress(BillError):
        assert load(etree.tostring(root, encoding="unicode")).documents
