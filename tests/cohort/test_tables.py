"""The cohort's tables say the same as its documents."""

from __future__ import annotations

from dataclasses import fields

from api.cohort.cohort import Order, write_cohort
from renderer.bill import load_bill, open_table

OWN = {"id", "documents", "sources", "parts", "preferences", "breakdown", "customer"}
"""What depends on the document that a bill is read from, or is not in the tables."""


def test_a_bill_of_the_tables_is_the_bill_of_the_documents(tmp_path):
    done = []
    summary = write_cohort(Order(12, 4, 3), tmp_path, lambda: done.append(1))
    assert (len(done), summary.customers) == (12, 12)
    seen = 0
    for bill in open_table(tmp_path / "tables/mapping.yaml").bills():
        number, month = bill.number.removeprefix("NL-").split("-", 1)
        earlier = tmp_path / number / f"previous/{month}.json"
        document = load_bill(earlier if earlier.exists() else tmp_path / number / "bill.json")
        for field in fields(bill):
            if field.name not in OWN:
                assert getattr(bill, field.name) == getattr(document, field.name), field.name
        assert bill.customer.account == document.customer.account
        assert bill.customer.name == document.customer.name
        seen += 1
    assert seen == summary.bills
