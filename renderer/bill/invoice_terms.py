"""What an invoice by EN 16931 states, term by term, before any of it is read.

UBL and UN/CEFACT CII are two syntaxes of one model: `ubl*.py` and `cii*.py` find its terms in a
document, `invoice*.py` read them as a bill. "BT" and "BG" are the terms and groups of the norm.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from renderer.bill.documents import Document, Raw

CREDIT_CODES = frozenset(
    ("81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "532")
)
"""Credit notes among the document type codes of UNTDID 1001."""


class LineKind(StrEnum):
    """What makes a line of the bill: an invoice line, or an allowance or charge on all of it."""

    LINE = "line"
    ALLOWANCE = "allowance"
    CHARGE = "charge"


@dataclass(frozen=True, slots=True)
class LineTerms:
    """An invoice line (BG-25), or an allowance (BG-20) or charge (BG-21) on the whole invoice.

    Args:
        net: as stated: an allowance is positive.
        unit: code of UN/ECE Recommendation 20.
        names: places of its name, the best first.
    """

    kind: LineKind
    net: Raw | None
    names: tuple[Raw | None, ...] = ()
    id: Raw | None = None
    rate: Raw | None = None
    start: Raw | None = None
    end: Raw | None = None
    quantity: Raw | None = None
    unit: str | None = None
    product: Raw | None = None
    description: Raw | None = None


@dataclass(frozen=True, slots=True)
class TaxTerms:
    """The tax of one category and rate (BG-23)."""

    amount: Raw
    base: Raw | None = None
    rate: Raw | None = None
    category: Raw | None = None


@dataclass(frozen=True, slots=True)
class TotalTerms:
    """The totals (BG-22).

    Args:
        where: the place that should hold them, for people.
        names: what the document calls the total and what is due, for errors.
        tax: the tax total in the document's currency, in as many parts as it is stated.
        sums: totals of all lines, allowances and charges (BT-106, BT-107, BT-108), as stated.
        due_is_optional: without it, what is due is computed.
    """

    where: str
    names: tuple[str, str]
    gross: Raw | None
    due: Raw | None
    net: Raw | None = None
    tax: tuple[Raw, ...] = ()
    prepaid: Raw | None = None
    rounding: Raw | None = None
    sums: Mapping[LineKind, Raw | None] = field(default_factory=dict)
    due_is_optional: bool = False


@dataclass(frozen=True, slots=True)
class MeansTerms:
    """One way to pay (BG-16 to BG-19).

    Args:
        code: payment means of UNTDID 4461.
        payee_account, payer_account: account numbers of the seller and of the customer.
    """

    code: Raw | None
    payee_account: Raw | None = None
    payee_bic: Raw | None = None
    payer_account: Raw | None = None
    payer_bic: Raw | None = None
    payee: Raw | None = None
    reference: Raw | None = None
    mandate: Raw | None = None


@dataclass(frozen=True, slots=True)
class InvoiceTerms:
    """A whole invoice or credit note.

    Args:
        credit: amounts are stated as credits.
        preceding: numbers of the invoices before it (BT-25).
    """

    document: Document
    currency: Raw
    credit: bool
    totals: TotalTerms
    lines: Sequence[LineTerms]
    taxes: Sequence[TaxTerms]
    means: Sequence[MeansTerms]
    preceding: Sequence[Raw]
    number: Raw | None = None
    issued: Raw | None = None
    due: Raw | None = None
    start: Raw | None = None
    end: Raw | None = None
    seller: Raw | None = None
    customer: Raw | None = None
    given_name: Raw | None = None
    account: Raw | None = None
