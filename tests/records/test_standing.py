"""What a bill is to its customer follows from its records and the day."""

from __future__ import annotations

from datetime import date

import pytest

from api.records import PAYABLE, Bill, Settlement, Standing, standing

DUE = date(2026, 12, 15)


@pytest.mark.parametrize(
    ("open_minor", "settlement", "replaced", "today", "expected"),
    [
        (8742, Settlement.OPEN, None, date(2026, 12, 15), Standing.DUE),
        (8742, Settlement.OPEN, None, date(2026, 12, 16), Standing.OVERDUE),
        (0, Settlement.OPEN, None, date(2026, 12, 16), Standing.NOTHING_DUE),
        (-100, Settlement.OPEN, None, date(2026, 12, 1), Standing.NOTHING_DUE),
        (8742, Settlement.RECEIVED, None, date(2026, 12, 16), Standing.RECEIVED),
        (0, Settlement.PAID, None, date(2026, 12, 16), Standing.PAID),
        (8742, Settlement.DIRECT_DEBIT, None, date(2026, 12, 16), Standing.DIRECT_DEBIT),
        (8742, Settlement.CREDITED, None, date(2026, 12, 16), Standing.CREDITED),
        (8742, Settlement.PAID, "bil_x", date(2026, 12, 16), Standing.REPLACED),
    ],
)
def test_a_bill_stands_as_its_records_say(open_minor, settlement, replaced, today, expected):
    bill = Bill(open_minor=open_minor, settlement=settlement, replaced_by=replaced)
    assert standing(bill, DUE, today) is expected


def test_a_bill_without_a_due_day_is_never_overdue():
    bill = Bill(open_minor=1, settlement=Settlement.OPEN, replaced_by=None)
    assert standing(bill, None, date(2030, 1, 1)) is Standing.DUE


def test_only_what_is_owed_can_be_paid():
    assert set(Standing) - PAYABLE == {
        Standing.NOTHING_DUE,
        Standing.RECEIVED,
        Standing.PAID,
        Standing.DIRECT_DEBIT,
        Standing.CREDITED,
        Standing.REPLACED,
    }
