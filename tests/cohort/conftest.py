"""A cohort that several tests look at."""

from __future__ import annotations

import pytest

from api.cohort import Account, accounts


@pytest.fixture(scope="session")
def cohort() -> list[Account]:
    """Forty accounts with up to seven bills each."""
    return list(accounts(11, 40, 7))
