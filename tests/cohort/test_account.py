"""What every account of a cohort holds to, and that a cohort is varied."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest

from api.cohort import LOCALES, accounts
from api.cohort.account import draw
from api.cohort.documents import bill_files, truth_text
from renderer.bill import Document, parse_bill
from renderer.story.model import Cause


def written(account):
    files = bill_files(account)
    return [file.text for file in files], truth_text(account, files)


def loaded(account):
    files = bill_files(account)
    return [parse_bill([Document(one.path, one.text.encode())]) for one in files]


def test_every_bill_loads_and_its_sums_hold(cohort):
    for account in cohort:
        for billed, bill in zip(account.bills, loaded(account), strict=True):
            assert bill.breakdown is None
            assert bill.charges_total.amount == billed.rated.total
            assert bill.amount_due.amount == billed.due
            assert len(bill.lines) == len(billed.rated.lines)
            carried, paid = (one.amount if one else 0 for one in (bill.carried_over, bill.paid))
            assert bill.amount_due.amount == bill.charges_total.amount + carried - paid


def test_a_balance_is_what_the_last_bill_left_open(cohort):
    for account in cohort:
        for last, billed in pairwise(account.bills):
            assert billed.balance.carried_over == last.due


def test_the_true_changes_sum_to_the_difference_of_the_totals(cohort):
    for account in cohort:
        for last, billed in pairwise(account.bills):
            made = sum((one.amounts.gross for one in billed.changes), Decimal(0))
            assert made == billed.difference == billed.rated.total - last.rated.total
            for one in billed.changes:
                assert one.amounts.net + one.amounts.tax == one.amounts.gross
                assert any((one.amounts.net, one.amounts.tax))


def test_each_line_stands_in_at_most_one_true_change_but_for_a_moved_tax_rate(cohort):
    for account in cohort:
        for billed in account.bills:
            told = [one for one in billed.changes if one.cause != "tax_rate"]
            for side in ("lines", "lines_before"):
                places = [at for one in told for at in getattr(one, side)]
                assert len(places) == len(set(places))


def test_the_same_seed_gives_the_same_bytes_whatever_the_size_of_the_cohort():
    few, many = list(accounts(5, 3, 4)), list(accounts(5, 6, 4))
    assert [written(one) for one in few] == [written(one) for one in many[:3]]
    assert written(draw(5, 2, 4)) == written(many[2])
    assert written(next(accounts(6, 1, 4))) != written(few[0])


def test_the_next_account_is_drawn_only_when_it_is_asked_for():
    endless = accounts(1, 10**9, 2)
    assert [next(endless).ledger.number for _ in range(3)] == ["000001", "000002", "000003"]


@pytest.mark.parametrize("language", LOCALES)
def test_a_cohort_of_one_country_speaks_its_language_and_pays_in_its_currency(language):
    for account in accounts(3, 6, 2, language):
        bill = loaded(account)[-1]
        assert bill.currency == account.ledger.market.currency
        assert bill.preferences.language is not None
        assert bill.preferences.language.startswith(language)
        assert bill.customer.name == account.ledger.person.name


def test_a_cohort_has_every_cause_and_months_in_which_nothing_happens():
    found: Counter[str | None] = Counter()
    quiet = 0
    for account in accounts(2, 500, 7):
        for billed in account.bills[1:]:
            found.update(one.cause for one in billed.changes)
            quiet += not billed.changes
    assert set(Cause) <= set(found)
    assert quiet > 20
    assert 0 < found[None] < 60


def test_a_month_is_enough():
    assert all(len(account.bills) == 1 for account in accounts(1, 20, 1))


def test_names_are_short_and_long(cohort):
    lengths = {len(account.ledger.person.name) for account in cohort}
    assert min(lengths) <= 6
    assert max(lengths) >= 20
