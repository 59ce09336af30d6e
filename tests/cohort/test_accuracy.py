"""Explanations held against the truth: `tests/bench/explain_accuracy.py` on a small cohort."""

from __future__ import annotations

from decimal import Decimal

import pytest

from api.cohort import accounts
from api.cohort.damage import DAMAGES
from tests.bench.explain_accuracy import measure, report


def test_bills_with_their_ids_are_explained_by_what_happened():
    found = measure(accounts(21, 60, 7))
    assert found.pairs > 300
    assert found.money > 0
    assert (found.unexplained, found.amounts_unequal) == (0, 0)
    assert found.share(found.right) >= 0.99
    assert found.share(found.wrong) <= 0.0001
    assert found.share(found.causeless) < 0.005


@pytest.mark.parametrize("kind", DAMAGES)
def test_damaged_bills_are_still_explained_to_the_cent(kind):
    found = measure(accounts(22, 60, 3), [kind])
    assert found.unexplained == 0
    told = report(found, 1)
    assert told["pairs"] == found.pairs
    assert found.right + found.unnamed > found.money / 2
    if kind in ("names-changed", "reordered"):
        assert found.share(found.right) >= 0.99
        assert found.wrong <= found.money / Decimal(10_000)
