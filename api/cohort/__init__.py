"""Cohorts of made-up accounts, for tests, demos and benchmarks: bills, and what is true of them.

A small rating engine run from a ledger of events. It knows nothing of how Billreel explains bills.
"""

from api.cohort.account import Account, Billed, accounts
from api.cohort.catalogue import LOCALES

__all__ = ["LOCALES", "Account", "Billed", "accounts"]
