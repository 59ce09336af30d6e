"""The pack's sample bills load, reconcile, and tell the stories they are there for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from renderer.bill import load_bill
from renderer.bill.model import ChargeKind, PaymentMethod
from renderer.bill.paths import value_at
from renderer.bill.values import Money, Quantity
from tests.bill import sample_bills

SAMPLES = Path(__file__).parents[2] / "scenes/telco/samples"
EVERY = sorted(SAMPLES.rglob("*.json"))
FOLDERS = sorted(path.name for path in SAMPLES.iterdir())


def _id(path: Path) -> str:
    return str(path.relative_to(SAMPLES))


@pytest.mark.parametrize("path", EVERY, ids=_id)
def test_every_source_of_a_sample_resolves_to_its_raw_text_and_value(path, prove):
    bill = load_bill(path)
    assert prove(bill, {bill.documents[0]: path.read_bytes()}) > 30


@pytest.mark.parametrize("path", EVERY, ids=_id)
def test_every_amount_quantity_and_date_of_a_sample_has_a_source(path):
    bill = load_bill(path)
    for name in ("charges_total", "amount_due", "charges_net", "charges_tax", "due", "issued",
                 "period", "number", "customer.name", "seller"):  # fmt: skip
        assert name in bill.sources
    for at, line in enumerate(bill.lines):
        for name in ("name", "net", "tax", "gross", "period", "product", "tax_rate"):
            assert (getattr(line, name) is None) == (f"lines.{at}.{name}" not in bill.sources)
    for at, allowance in enumerate(bill.usage):
        assert f"usage.{at}.used" in bill.sources
        assert (allowance.included is None) == (f"usage.{at}.included" not in bill.sources)


def test_the_files_are_what_the_demo_customers_say():
    written = {SAMPLES / path: text for path, text in sample_bills.files()}
    assert sorted(written) == EVERY
    for path, text in written.items():
        assert path.read_text(encoding="utf-8") == text, path


@pytest.mark.parametrize(
    ("folder", "currency", "charges", "due", "before"),
    [
        ("en", "GBP", "87.42", "87.42", "75.02"),
        ("fr", "EUR", "87.42", "87.42", "61.68"),
        ("de", "EUR", "87.42", "87.42", "75.02"),
        ("id", "IDR", "189500", "196500", "182000"),
        ("ar", "AED", "321.50", "321.50", "317.25"),
        ("ko", "KRW", "76890", "76890", "63690"),
    ],
)
def test_each_language_has_its_bill_and_six_earlier_ones(folder, currency, charges, due, before):
    bill = load_bill(SAMPLES / folder / "bill.json")
    assert bill.charges_total == Money(Decimal(charges), currency)
    assert bill.amount_due == Money(Decimal(due), currency)
    assert bill.breakdown is None
    assert bill.preferences.language is not None
    assert bill.preferences.language.startswith(folder)
    earlier = [load_bill(path) for path in sorted((SAMPLES / folder / "previous").iterdir())]
    assert len(earlier) == 6
    assert all(one.breakdown is None for one in earlier)
    assert {one.customer.account for one in earlier} == {bill.customer.account}
    assert earlier[-1].charges_total.amount == Decimal(before)


def test_the_german_customer_pays_by_direct_debit_under_a_mandate():
    payment = load_bill(SAMPLES / "de/bill.json").payment
    assert payment.method is PaymentMethod.DIRECT_DEBIT
    assert payment.mandate is not None
    assert payment.iban is not None


def test_the_arabic_customer_used_more_than_the_plan_includes():
    data = load_bill(SAMPLES / "ar/bill.json").usage[0]
    assert (data.used, data.included) == (
        Quantity(Decimal("27.3"), "GB"),
        Quantity(Decimal(25), "GB"),
    )
    assert sum(used.amount for _, used in data.periods) == data.used.amount


def test_the_korean_customer_has_content_and_a_device_and_net_lines():
    bill = load_bill(SAMPLES / "ko/bill.json")
    assert {ChargeKind.CONTENT, ChargeKind.DEVICE} <= {line.kind for line in bill.lines}
    assert all(line.gross is None for line in bill.lines)
    assert value_at(bill, "charges_tax.amount") == 6990


def test_the_indonesian_customer_carries_a_balance_over_and_has_paid_most_of_it():
    bill = load_bill(SAMPLES / "id/bill.json")
    assert (bill.carried_over, bill.paid) == (
        Money(Decimal(182000), "IDR"),
        Money(Decimal(175000), "IDR"),
    )


def test_the_french_customer_gets_a_note_of_at_most_160_characters():
    bill = load_bill(SAMPLES / "fr/bill.json")
    assert bill.preferences.note is not None
    assert len(bill.preferences.note) <= 160
    assert bill.customer.since is not None
    assert bill.customer.since.year == 2019


def test_four_weeks_make_what_was_used_in_the_month():
    data = load_bill(SAMPLES / "en/bill.json").usage[0]
    assert [used.amount for _, used in data.periods] == [
        Decimal(one) for one in ("3.9", "5.2", "4.8", "4.5")
    ]
    assert (data.used.amount, data.period and data.period.days) == (Decimal("18.4"), 30)


def test_variants_are_a_broken_breakdown_a_first_bill_and_a_credit():
    short, first, credit = (
        load_bill(SAMPLES / folder / "bill.json")
        for folder in ("en-short", "en-first", "en-credit")
    )
    assert short.breakdown is not None
    assert short.breakdown.sum == "lines"
    assert not (SAMPLES / "en-first/previous").exists()
    assert first.breakdown is None
    assert credit.amount_due.amount < 0


def test_a_first_bill_holds_a_part_of_a_month_a_whole_one_and_an_activation():
    lines = load_bill(SAMPLES / "en-first/bill.json").lines
    assert [line.period and line.period.days for line in lines] == [19, 31, 1, 19]
    assert lines[0].price == lines[1].gross == Money(Decimal("45.00"), "GBP")


def test_the_good_customer_pays_the_same_as_before():
    folder = SAMPLES / "en-good"
    bills = [load_bill(path) for path in (folder / "bill.json", folder / "previous/2026-10.json")]
    assert [line.gross for line in bills[0].lines] == [line.gross for line in bills[1].lines]


def test_there_is_a_folder_for_each_language_and_variant():
    variants = ["en-credit", "en-first", "en-good", "en-short"]
    assert set(FOLDERS) == {"ar", "de", "en", "fr", "id", "ko", *variants}
