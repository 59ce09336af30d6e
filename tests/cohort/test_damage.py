"""Damage spoils lines, never sums nor the truth."""

from __future__ import annotations

from itertools import pairwise

import pytest

from api.cohort.damage import DAMAGES
from api.cohort.documents import bill_files, truth_text
from renderer.bill import Document, parse_bill


def loaded(files):
    return [parse_bill([Document(one.path, one.text.encode())]) for one in files]


@pytest.mark.parametrize("kind", DAMAGES)
def test_damaged_bills_load_and_every_line_is_made_of_lines_that_were_there(kind, cohort):
    spoilt = 0
    for account in cohort[:20]:
        whole, files = bill_files(account), bill_files(account, [kind])
        for billed, bill, before, file in zip(
            account.bills, loaded(files), whole, files, strict=True
        ):
            assert bill.breakdown is None
            assert bill.charges_total.amount == billed.rated.total
            made = {at for origin in file.origins for at in origin}
            assert made == set(range(len(billed.rated.lines)))
            spoilt += file.text != before.text
    assert spoilt > 30


def test_the_truth_of_damaged_bills_is_the_same_truth(cohort):
    account = cohort[0]
    plain = truth_text(account, bill_files(account))
    assert truth_text(account, bill_files(account, ["names-changed"])) == plain
    assert '"origins"' in truth_text(account, bill_files(account, ["reordered"]))


def test_bills_without_ids_have_no_product_to_go_by(cohort):
    for bill in loaded(bill_files(cohort[0], ["ids-missing"])):
        assert {line.product for line in bill.lines} == {None}


def test_changed_names_differ_from_bill_to_bill_under_the_same_id(cohort):
    names = [
        {line.product: line.name for line in bill.lines}
        for account in cohort[:3]
        for bill in loaded(bill_files(account, ["names-changed"]))
    ]
    both = [(a[key], b[key]) for a, b in pairwise(names) for key in a.keys() & b.keys()]
    assert any(one != other for one, other in both)


def test_damages_come_one_after_the_other(cohort):
    bills = loaded(bill_files(cohort[1], ["ids-missing", "split", "merged", "reordered"]))
    assert all(bill.breakdown is None for bill in bills)
