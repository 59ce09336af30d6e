"""Currencies: which there are, and how many decimals one can pay."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from babel.core import get_global
from babel.numbers import get_currency_precision, list_currencies

from renderer.bill.documents import Raw
from renderer.errors import BillError

_NOT_MONEY = frozenset({"XXX", "XTS"})


def read_currency(raw: Raw) -> str:
    """Read an ISO 4217 code.

    Raises:
        BillError: `currency-unknown`.
    """
    code = raw.text.strip()
    if code not in _currencies():
        raise BillError(
            "currency-unknown",
            "This is not a currency of ISO 4217.",
            raw.where,
            "Write its three capital letters, EUR for example.",
        )
    return code


@cache
def _currencies() -> frozenset[str]:
    return frozenset(list_currencies()) - _NOT_MONEY


@cache
def minor_unit(currency: str) -> Decimal:
    """Return the smallest amount that can be paid: 0.01 for EUR, 1 for KRW, 0.001 for TND.

    Source: Unicode CLDR, supplemental currency data (`digits`), which is not the cash rounding.
    """
    return Decimal(1).scaleb(-get_currency_precision(currency))


@cache
def rounding_unit(currency: str) -> Decimal:
    """Return what issuers may round taxes to: 0.01 for EUR, but 1 for IDR and HUF.

    Source: Unicode CLDR, supplemental currency data (`cashDigits`).
    """
    fractions = get_global("currency_fractions")
    _, _, cash_digits, _ = fractions.get(currency, fractions["DEFAULT"])
    return max(Decimal(1).scaleb(-int(cash_digits)), minor_unit(currency))
