"""UBL invoices and credit notes, in the shapes that EN 16931 allows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renderer.bill.model import BillKind, ChargeKind, Computed, PaymentMethod
from renderer.bill.values import Percent
from renderer.errors import BillError

ROOT = "bill.xml#/ubl:Invoice"


def means(code: str, inner: str = "") -> str:
    return (
        f"<cac:PaymentMeans><cbc:PaymentMeansCode>{code}</cbc:PaymentMeansCode>"
        f"<cbc:PaymentID>RF1</cbc:PaymentID>{inner}</cac:PaymentMeans>"
    )


PAYEE = (
    "<cac:PayeeFinancialAccount><cbc:ID>DE89 3704 0044 0532 0130 00</cbc:ID>"
    "<cbc:Name>Nordlys</cbc:Name><cac:FinancialInstitutionBranch><cbc:ID>COBADEFF</cbc:ID>"
    "</cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount>"
)
MANDATE = (
    "<cac:PaymentMandate><cbc:ID>M-1</cbc:ID><cac:PayerFinancialAccount>"
    "<cbc:ID>DE02120300000000202051</cbc:ID></cac:PayerFinancialAccount></cac:PaymentMandate>"
)


def money(name: str, value: str, currency: str = "EUR") -> str:
    return f'<cbc:{name} currencyID="{currency}">{value}</cbc:{name}>'


def allowance(value: str, *, charge: str) -> str:
    return (
        f"<cac:AllowanceCharge><cbc:ChargeIndicator>{charge}</cbc:ChargeIndicator>"
        f"<cbc:AllowanceChargeReason>Because</cbc:AllowanceChargeReason>{money('Amount', value)}"
        "</cac:AllowanceCharge>"
    )


def test_an_invoice_says_its_totals_and_its_line(ubl):
    bill = ubl()
    assert (bill.kind, bill.number, bill.currency) == (BillKind.INVOICE, "R-1", "EUR")
    totals = (bill.charges_total, bill.charges_net, bill.charges_tax)
    assert [str(one.amount) for one in totals] == ["50.00", "40.00", "10.00"]
    assert [(line.name, line.kind) for line in bill.lines] == [("Tarif", ChargeKind.OTHER)]
    assert bill.sources["lines.0.name"].pointer == "/ubl:Invoice/cac:InvoiceLine/cac:Item/cbc:Name"


def test_a_credit_note_is_negative_and_says_that_its_signs_were_turned(ubl, prove):
    bill = ubl("CreditNote")
    assert bill.kind is BillKind.CREDIT_NOTE
    assert (bill.amount_due.amount, bill.lines[0].net.amount) == (-50, -40)
    assert isinstance(bill.sources["amount_due"], Computed)
    assert bill.breakdown is None


def test_an_invoice_of_a_credit_notes_type_code_is_a_credit_note(ubl):
    bill = ubl(more="<cbc:InvoiceTypeCode>381</cbc:InvoiceTypeCode>")
    assert (bill.kind, bill.amount_due.amount) == (BillKind.CREDIT_NOTE, -50)


def test_an_invoice_may_be_negative_without_being_a_credit_note(ubl):
    bill = ubl(net="-40", tax="-10", gross="-50", due="-50", line="-40")
    assert (bill.kind, bill.amount_due.amount) == (BillKind.INVOICE, -50)


def test_prepaid_and_rounding_lead_from_the_total_to_what_is_due(ubl):
    totals = money("PrepaidAmount", "20.00") + money("PayableRoundingAmount", "0.01")
    bill = ubl(totals=totals, due="30.01")
    assert (bill.paid.amount, bill.rounding.amount) == (20, Decimal("0.01"))


@pytest.mark.parametrize(
    ("places", "code", "name"),
    [
        ({"gross": "50.01", "due": "50.01"}, "total-does-not-add-up", "TaxInclusiveAmount"),
        ({"due": "49.99"}, "due-does-not-add-up", "PayableAmount"),
    ],
)
def test_totals_that_disagree_are_refused_at_the_sum(places, code, name, ubl):
    with pytest.raises(BillError) as caught:
        ubl(**places)
    assert (caught.value.code, caught.value.where) == (
        code,
        f"{ROOT}/cac:LegalMonetaryTotal/cbc:{name}",
    )
    assert f"{ROOT}/" in caught.value.message


def test_a_line_that_is_off_breaks_the_breakdown_only(ubl):
    bill = ubl(line="39.99")
    assert bill.breakdown is not None
    assert bill.breakdown.sum == "lines"
    assert bill.breakdown.pointers[0].endswith("/cbc:LineExtensionAmount")


def test_allowances_and_charges_are_lines(ubl):
    more = allowance("5.00", charge="false") + allowance("2.00", charge="true")
    totals = money("AllowanceTotalAmount", "5.00") + money("ChargeTotalAmount", "2.00")
    bill = ubl(more=more, totals=totals, line="43.00")
    assert bill.breakdown is not None
    assert bill.breakdown.sum == "lines"
    told = [(line.id, line.kind, str(line.net.amount)) for line in bill.lines[1:]]
    assert told == [
        ("allowance-1", ChargeKind.DISCOUNT, "-5.00"),
        ("charge-1", ChargeKind.OTHER, "2.00"),
    ]


def test_a_tax_total_in_the_tax_currency_is_for_the_tax_office(ubl):
    more = f"<cac:TaxTotal>{money('TaxAmount', '104.20', 'DKK')}</cac:TaxTotal>"
    assert ubl(more=more).charges_tax.amount == 10


def test_an_amount_in_another_currency_is_refused(ubl):
    with pytest.raises(BillError) as caught:
        ubl(totals=money("PrepaidAmount", "1.00", "USD"))
    assert (caught.value.code, caught.value.where) == (
        "currencies-mixed",
        f"{ROOT}/cac:LegalMonetaryTotal/cbc:PrepaidAmount/@currencyID",
    )


@pytest.mark.parametrize(
    ("code", "method"),
    [
        ("30", PaymentMethod.TRANSFER),
        ("58", PaymentMethod.TRANSFER),
        ("48", PaymentMethod.CARD),
        ("54", PaymentMethod.CARD),
        ("55", PaymentMethod.CARD),
        ("1", None),
    ],
)
def test_a_payment_means_code_says_how_to_pay(code, method, ubl):
    payment = ubl(more=means(code, PAYEE)).payment
    assert (payment.method, payment.iban) == (method, "DE89 3704 0044 0532 0130 00")
    assert (payment.payee, payment.bic, payment.reference) == ("Nordlys", "COBADEFF", "RF1")


@pytest.mark.parametrize("code", ["49", "59"])
def test_a_direct_debit_names_its_mandate_and_the_customers_account(code, ubl):
    payment = ubl(more=means(code, PAYEE + MANDATE)).payment
    assert payment.method is PaymentMethod.DIRECT_DEBIT
    assert (payment.mandate, payment.iban) == ("M-1", "DE02120300000000202051")


def test_of_several_payment_means_the_first_of_a_known_code_counts(ubl):
    assert ubl(more=means("97") + means("58", PAYEE)).payment.method is PaymentMethod.TRANSFER


@pytest.mark.parametrize(
    "more",
    [
        "<cbc:DueDate>2026-12-15</cbc:DueDate>",
        means("30", "<cbc:PaymentDueDate>2026-12-15</cbc:PaymentDueDate>"),
        "<cac:PaymentTerms><cbc:PaymentDueDate>2026-12-15</cbc:PaymentDueDate></cac:PaymentTerms>",
    ],
)
def test_a_due_date_stands_in_one_of_three_places(more, ubl):
    assert ubl(more=more).due.isoformat() == "2026-12-15"


def test_what_is_absent_is_absent(ubl):
    bill = ubl()
    assert (bill.due, bill.period, bill.seller, bill.customer.name) == (None, None, None, None)
    assert (bill.payment.iban, bill.paid, bill.usage, bill.preceding) == (None, None, (), ())


def test_taxes_by_rate_are_held_against_the_tax_total(ubl):
    subtotal = (
        "<cac:TaxTotal>" + money("TaxAmount", "{}") + "<cac:TaxSubtotal>"
        + money("TaxableAmount", "40.00") + money("TaxAmount", "10.00")
        + "<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent></cac:TaxCategory>"
        "</cac:TaxSubtotal></cac:TaxTotal>"
    )  # fmt: skip
    bill = ubl(more=subtotal.format("4.00"), tax="6.00")
    assert bill.taxes[0].rate == Percent(Decimal(25))
    assert (bill.charges_tax.amount, bill.breakdown) == (10, None)


def test_the_invoices_before_it_are_named(ubl):
    more = (
        "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>R-0</cbc:ID>"
        "</cac:InvoiceDocumentReference></cac:BillingReference>"
    )
    assert ubl(more=more).preceding == ("R-0",)


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_xml_is_read_in_the_encoding_it_declares(encoding, ubl):
    more = (
        "<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>Nordlicht Köln</cbc:Name>"
        "</cac:PartyName></cac:Party></cac:AccountingSupplierParty>"
    )
    assert ubl(encoding=encoding, more=more).seller == "Nordlicht Köln"


def test_a_ubl_document_stands_alone(tmp_path, ubl):
    from renderer.bill import Document, parse_bill

    invoice = (
        b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>',
        b'{"id": "B1", "taxIncludedAmount": {"unit": "EUR", "value": 50}}',
    )
    with pytest.raises(BillError) as caught:
        parse_bill([Document(str(at), data) for at, data in enumerate(invoice)])
    assert caught.value.code == "several-bills"
    with pytest.raises(BillError) as caught:
        parse_bill([Document("0", invoice[0])])
    assert caught.value.code == "currency-missing"
