"""IBAN: whether an account number is one. Source: ISO 13616-1, check digits of ISO 7064."""

from __future__ import annotations

import re

_SHAPE = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{10,30}", re.ASCII)


def is_iban(account: str) -> bool:
    """Tell whether an account number, with or without spaces, is an IBAN with right digits."""
    compact = "".join(account.split())
    if not _SHAPE.fullmatch(compact):
        return False
    turned = compact[4:] + compact[:4]
    return int("".join(str(int(mark, 36)) for mark in turned)) % 97 == 1
