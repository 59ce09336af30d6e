"""TMF678 bills in the spellings and the states that systems write them in."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from renderer.bill import Document, parse_bill
from renderer.bill.model import BillKind, ChargeKind, Computed, PaymentMethod
from renderer.bill.values import Money, Percent
from renderer.errors import BillError


def eur(value: float | str) -> dict[str, Any]:
    return {"unit": "EUR", "value": value}


def balance(kind: str, value: float) -> dict[str, Any]:
    return {"accountBalance": [{"balanceType": kind, "amount": eur(value)}]}


def paid(*values: float) -> list[dict[str, Any]]:
    return [{"appliedAmount": eur(value)} for value in values]


def rate(**members: Any) -> dict[str, Any]:
    return {"id": "R", "name": "Plan", "isBilled": True, "taxIncludedAmount": eur(50)} | members


def amount(money: Money | None) -> str | None:
    return None if money is None else str(money.amount)


def test_a_bill_that_says_only_its_total_is_due_in_full(tmf):
    bill = tmf()
    assert bill.amount_due == bill.charges_total == Money(Decimal(50), "EUR")
    assert bill.sources["amount_due"] == Computed("sum", ("charges_total",))
    assert (bill.lines, bill.taxes, bill.period, bill.due, bill.usage) == ((), (), None, None, ())


@pytest.mark.parametrize(
    ("members", "due", "was_paid"),
    [
        ({"amountDue": eur(50)}, "50", None),
        ({"remainingAmount": eur(50)}, "50", None),
        ({"amountDue": eur(0), "appliedPayment": paid(50), "remainingAmount": eur(0)}, "0", "50"),
        ({"amountDue": eur(20), "appliedPayment": paid(10, 20)}, "20", "30"),
        (
            {"amountDue": eur(50), "appliedPayment": paid(30), "remainingAmount": eur(20)},
            "20",
            "30",
        ),
        ({"amountDue": eur(50), "remainingAmount": eur(20)}, "20", "30"),
        ({"amountDue": eur(50), "remainingAmount": eur(50)}, "50", None),
        ({"appliedPayment": paid(30)}, "20", "30"),
        ({"appliedPayment": paid(60)}, "-10", "60"),
        ({"financialAccount": balance("receivable balance", 7), "amountDue": eur(57)}, "57", None),
        ({"financialAccount": balance("Receivable", 7)}, "50", None),
        ({"financialAccount": balance("receivable balance", 50), "amountDue": eur(50)}, "50", None),
        (
            {
                "financialAccount": balance("receivable balance", 8),
                "appliedPayment": paid(8),
                "amountDue": eur(50),
            },
            "50",
            "8",
        ),
        ({"financialAccount": balance("Opening balance", -7)}, "43", None),
        ({"financialAccount": balance("carriedOver", 7), "appliedPayment": paid(5, 2)}, "50", "7"),
        ({"financialAccount": balance("loyalty balance", 7), "amountDue": eur(50)}, "50", None),
    ],
)  # fmt: skip
def test_what_is_due_is_charges_and_balance_less_payments(members, due, was_paid, tmf, prove):
    bill = tmf(**members)
    assert (amount(bill.amount_due), amount(bill.paid)) == (due, was_paid)
    data = json.dumps(
        {
            "customerBill": {"@type": "CustomerBill", "id": "B1", "taxIncludedAmount": eur(50)}
            | members
        }
    ).encode()
    assert prove(bill, {bill.documents[0]: data}) > 2


@pytest.mark.parametrize(
    ("members", "code", "where"),
    [
        ({"amountDue": eur(0), "remainingAmount": eur(50)}, "due-does-not-add-up", "amountDue"),
        ({"amountDue": eur(57)}, "due-does-not-add-up", "amountDue"),
        ({"amountDue": eur(50), "appliedPayment": paid(30)}, "due-does-not-add-up", "amountDue"),
        ({"remainingAmount": eur(20)}, "due-does-not-add-up", "remainingAmount"),
        (
            {"amountDue": eur(50), "appliedPayment": paid(30), "remainingAmount": eur(10)},
            "prepaid-does-not-add-up",
            "amountDue",
        ),
        (
            {"amountDue": eur(20), "appliedPayment": paid(30), "remainingAmount": eur(10)},
            "prepaid-does-not-add-up",
            "remainingAmount",
        ),
        (
            {"taxExcludedAmount": eur(40), "taxItem": [{"taxAmount": eur("10.01")}]},
            "total-does-not-add-up",
            "taxIncludedAmount",
        ),
    ],
)
def test_totals_that_disagree_are_refused_at_the_sum(members, code, where, tmf):
    with pytest.raises(BillError) as caught:
        tmf(**members)
    assert caught.value.code == code
    assert caught.value.where == f"bill.json#/customerBill/{where}/value"


def test_net_and_tax_items_make_the_total_that_is_not_said(tmf):
    bill = tmf(
        taxIncludedAmount=None,
        taxExcludedAmount=eur(40),
        taxItem=[{"taxAmount": eur(8)}, {"taxAmount": eur(2)}],
    )
    assert (amount(bill.charges_total), amount(bill.charges_tax)) == ("50", "10")


@pytest.mark.parametrize("written", [0.25, 25])
def test_a_tax_rate_is_a_fraction_or_per_cent(written, tmf):
    bill = tmf(taxExcludedAmount=eur(40), taxItem=[{"taxAmount": eur(10), "taxRate": written}])
    assert bill.taxes[0].rate == Percent(Decimal(25))
    assert bill.breakdown is None


def test_a_tax_rate_below_one_per_cent_is_told_from_a_fraction_by_the_amounts(tmf):
    bill = tmf(taxExcludedAmount=eur("49.75"), taxItem=[{"taxAmount": eur("0.25"), "taxRate": 0.5}])
    assert (bill.taxes[0].rate, bill.breakdown) == (Percent(Decimal("0.5")), None)


def test_a_tax_rate_that_is_not_its_amounts_breaks_the_breakdown(tmf):
    bill = tmf(taxExcludedAmount=eur(40), taxItem=[{"taxAmount": eur(10), "taxRate": 0.2}])
    assert bill.breakdown is not None
    assert bill.breakdown.sum == "tax"
    assert bill.breakdown.pointers[0].endswith("#/customerBill/taxItem/0/taxAmount/value")


@pytest.mark.parametrize(
    ("members", "kind"),
    [
        ({"appliedBillingRateType": "recurringCharge"}, ChargeKind.RECURRING),
        ({"type": "usageCharge"}, ChargeKind.USAGE),
        ({"type": "oneTimeCharge"}, ChargeKind.ONE_TIME),
        ({"type": "appliedPenaltyCharge"}, ChargeKind.PENALTY),
        ({"type": "rebate"}, ChargeKind.DISCOUNT),
        ({"type": "productAlteration"}, ChargeKind.CREDIT),
        ({"type": "appliedCustomerBillingRate"}, ChargeKind.OTHER),
        ({"name": "Roaming in Turkey"}, ChargeKind.OTHER),
        (
            {
                "type": "usageCharge",
                "characteristic": [{"name": "chargeKind", "value": "roaming"}],
            },
            ChargeKind.ROAMING,
        ),
        (
            {"type": "usageCharge", "characteristic": [{"name": "chargeKind", "value": "magic"}]},
            ChargeKind.USAGE,
        ),
    ],
)
def test_a_charges_kind_is_what_is_said_and_never_read_from_its_name(members, kind, tmf):
    assert tmf([rate(**members)]).lines[0].kind is kind


@pytest.mark.parametrize("spelling", ["bill", "customerBill"])
def test_only_rates_of_this_bill_that_are_billed_are_its_lines(spelling, tmf):
    bill = tmf(
        [
            rate(**{spelling: {"id": "B1"}}),
            rate(**{spelling: {"id": "B0"}}),
            rate(isBilled=False),
        ]
    )
    assert [line.id for line in bill.lines] == ["R"]
    assert bill.breakdown is None


def test_rates_without_ids_and_with_the_same_id_are_told_apart(tmf):
    rates = [rate(taxIncludedAmount=eur(20)), rate(taxIncludedAmount=eur(20))]
    rates.append(rate(taxIncludedAmount=eur(10), id=None))
    bill = tmf(rates)
    assert len({line.id for line in bill.lines}) == 3
    assert "lines.1.id" not in bill.sources


@pytest.mark.parametrize("value", [10, -10])
def test_a_rebate_stated_as_positive_is_turned_where_the_lines_then_add_up(value, tmf):
    rates = [
        rate(taxIncludedAmount=eur(60)),
        rate(id="D", type="rebate", taxIncludedAmount=eur(value)),
    ]
    bill = tmf(rates)
    assert bill.breakdown is None
    assert amount(bill.lines[1].gross) == "-10"
    assert isinstance(bill.sources["lines.1.gross"], Computed) is (value > 0)


def test_a_rebate_is_left_as_stated_where_turning_it_does_not_help(tmf):
    rates = [rate(taxIncludedAmount=eur(60)), rate(id="D", type="rebate", taxIncludedAmount=eur(7))]
    bill = tmf(rates)
    assert amount(bill.lines[1].gross) == "7"
    assert bill.breakdown is not None


def test_two_amounts_of_a_line_make_the_third(tmf):
    bill = tmf(
        [
            rate(taxExcludedAmount=eur(20), taxIncludedAmount=eur(24)),
            rate(
                id="S",
                taxIncludedAmount=None,
                taxExcludedAmount=eur(20),
                appliedTax=[{"taxAmount": eur(4)}, {"taxAmount": eur(2)}],
            ),
        ]
    )
    assert [amount(line.tax) for line in bill.lines] == ["4", "6"]
    assert (amount(bill.lines[1].gross), bill.breakdown) == ("26", None)


def test_a_credit_note_has_negative_amounts_however_they_are_stated(tmf):
    for value in (50, -50):
        bill = tmf([rate(taxIncludedAmount=eur(value))], category="credit note",
                   taxIncludedAmount=eur(value))  # fmt: skip
        assert bill.kind is BillKind.CREDIT_NOTE
        assert (amount(bill.amount_due), amount(bill.lines[0].gross)) == ("-50", "-50")
        assert bill.breakdown is None


def test_v4_and_v5_name_the_customer_in_their_own_ways(tmf):
    v4 = tmf(relatedParty=[{"role": "customer", "name": "Ana"}])
    v5 = tmf(relatedParty={"role": "Customer", "partyOrPartyRole": {"name": "Ana"}})
    assert v4.customer.name == v5.customer.name == "Ana"


@pytest.mark.parametrize(
    ("method", "kind"),
    [
        ({"@referredType": "DirectDebit"}, PaymentMethod.DIRECT_DEBIT),
        ({"@type": "PaymentMethodRef", "name": "direct debit"}, PaymentMethod.DIRECT_DEBIT),
        ({"@referredType": "BankAccountTransfer"}, PaymentMethod.TRANSFER),
        ({"@referredType": "tokenizedCard"}, PaymentMethod.CARD),
        ({"name": "carrier pigeon"}, None),
    ],
)
def test_a_payment_method_is_what_its_type_or_plain_name_says(method, kind, tmf):
    assert tmf(paymentMethod=method).payment.method is kind


def test_an_account_number_that_is_no_iban_is_not_taken(tmf):
    right, wrong = (
        tmf(paymentMethod={"name": "transfer", "accountNumber": number}).payment.iban
        for number in ("DE89 3704 0044 0532 0130 00", "DE88 3704 0044 0532 0130 00")
    )
    assert (right, wrong) == ("DE89 3704 0044 0532 0130 00", None)


@pytest.mark.parametrize(
    ("members", "code", "where"),
    [
        ({"taxIncludedAmount": {"value": 50}}, "currency-missing", "/taxIncludedAmount"),
        (
            {"taxIncludedAmount": {"unit": "eur", "value": 50}},
            "currency-unknown",
            "/taxIncludedAmount/unit",
        ),
        ({"taxIncludedAmount": 50}, "value-not-readable", "/taxIncludedAmount"),
        ({"taxIncludedAmount": {"unit": "EUR"}}, "value-not-readable", "/taxIncludedAmount"),
        ({"taxIncludedAmount": eur("1,5")}, "number-not-readable", "/taxIncludedAmount/value"),
        ({"taxIncludedAmount": eur("50.005")}, "amount-too-fine", "/taxIncludedAmount/value"),
        ({"amountDue": {"unit": "USD", "value": 50}}, "currencies-mixed", "/amountDue/unit"),
        ({"taxIncludedAmount": None}, "total-missing", ""),
        ({"paymentDueDate": "2020-01-00T00:00:00Z"}, "date-not-valid", "/paymentDueDate"),
        ({"billNo": "x" * 1001}, "text-too-long", "/billNo"),
        ({"billNo": "\ud83d"}, "text-not-unicode", "/billNo"),
        ({"billNo": {"a": 1}}, "value-not-readable", "/billNo"),
        ({"relatedParty": "me"}, "value-not-readable", "/relatedParty"),
        ({"appliedPayment": [{}]}, "value-not-readable", "/appliedPayment/0"),
        (
            {"billingPeriod": {"startDateTime": "2026-11-30", "endDateTime": "2026-11-01"}},
            "period-reversed",
            "/billingPeriod/endDateTime",
        ),
        (
            {"financialAccount": {"accountBalance": [
                {"balanceType": "previous balance", "amount": eur(1)},
                {"balanceType": "opening balance", "amount": eur(1)},
            ]}},
            "several-balances",
            "/financialAccount/accountBalance/1",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_at_its_place(members, code, where, tmf):
    with pytest.raises(BillError) as caught:
        tmf(**members)
    assert (caught.value.code, caught.value.where) == (code, f"bill.json#/customerBill{where}")


def test_won_has_no_decimals_and_dinar_has_three(tmf):
    def total(unit: str, value: str) -> dict[str, Any]:
        return {"taxIncludedAmount": {"unit": unit, "value": value}}

    assert amount(tmf(**total("TND", "5.125")).charges_total) == "5.125"
    assert amount(tmf(**total("KRW", "76890.00")).charges_total) == "76890.00"
    with pytest.raises(BillError):
        tmf(**total("KRW", "76890.5"))


def test_resources_come_in_one_document_or_in_several():
    bill = {"@type": "CustomerBill", "id": "B1", "taxIncludedAmount": eur(50)}
    report = {"@type": "UsageConsumptionReport", "bucket": []}
    one = parse_bill(
        [
            Document(
                "a",
                json.dumps({"customerBill": [bill], "appliedCustomerBillingRate": rate()}).encode(),
            )
        ]
    )
    documents = [
        Document(str(at), json.dumps(each).encode())
        for at, each in enumerate(([bill], [rate()], report))
    ]
    several = parse_bill(documents)
    assert [line.name for line in one.lines] == [line.name for line in several.lines] == ["Plan"]
    assert several.documents == tuple(one.sha256 for one in documents)


def test_two_bills_in_two_documents_are_too_many():
    bill = json.dumps({"id": "B1", "taxIncludedAmount": eur(50)}).encode()
    with pytest.raises(BillError) as caught:
        parse_bill([Document("a", bill), Document("b", bill + b" ")])
    assert (caught.value.code, caught.value.where) == ("several-bills", "b#")


def test_no_documents_are_no_bill():
    with pytest.raises(BillError) as caught:
        parse_bill([])
    assert caught.value.code == "bill-missing"
