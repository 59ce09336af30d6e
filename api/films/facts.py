"""An uploaded document -> what the server needs to know of the bill in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from babel.numbers import get_currency_precision

from renderer.bill import Document, parse_bill
from renderer.bill.preferences import PREFERENCES
from renderer.bill.values import Money
from renderer.errors import BillError

DOCUMENT = "document"
"""What errors call an upload: its own name may say whose it is."""
_NAMES = PREFERENCES | {"preferences", "purpose", "given", "recorded", "source"}
_MOST_MINOR = 10**18
"""Beyond any bill, within 64 bits."""


@dataclass(frozen=True, slots=True)
class BillFacts:
    """What is kept in columns; all else stays in the document.

    Args:
        account: what the bill calls the customer's account, if it says.
        charges_minor, due_minor: in minor units of `currency`, any sign.
        whole: whether the breakdown adds up.
    """

    kind: str
    currency: str
    charges_minor: int
    due_minor: int
    account: str | None
    issued: date | None
    period: tuple[date, date] | None
    due: date | None
    whole: bool
    language: str | None


def read_facts(data: bytes) -> BillFacts:
    """Read a bill, in any format the renderer knows.

    Raises:
        BillError: as `renderer.bill.load_bill`, and `amount-too-large`.
    """
    try:
        bill = parse_bill([Document(DOCUMENT, data)])
    except BillError as error:
        error.where = _known_place(error)
        raise
    return BillFacts(
        kind=bill.kind.value,
        currency=bill.currency,
        charges_minor=minor(bill.charges_total),
        due_minor=minor(bill.amount_due),
        account=bill.customer.account,
        issued=bill.issued,
        period=(bill.period.start, bill.period.end) if bill.period else None,
        due=bill.due,
        whole=bill.breakdown is None,
        language=bill.preferences.language,
    )


def _known_place(error: BillError) -> str | None:
    """Return where an error is, up to a name that the sender made up.

    Members that nobody knows are passed over everywhere but in preferences, where they are errors
    and would be named.
    """
    if error.where is None or error.code != "preferences-not-valid":
        return error.where
    document, _, pointer = error.where.partition("#")
    known = takewhile(lambda step: step.isdecimal() or step in _NAMES, pointer.split("/")[1:])
    return "/".join((f"{document}#", *known))


def minor(money: Money) -> int:
    """Return an amount in minor units of its currency (cents; won are their own).

    Raises:
        BillError: `amount-too-large`.
    """
    scaled = money.amount.scaleb(get_currency_precision(money.currency))
    if scaled != scaled.to_integral_value() or abs(scaled) >= _MOST_MINOR:
        raise BillError(
            "amount-too-large",
            "An amount has more digits than an account can hold.",
            DOCUMENT,
            "Give amounts below 10^15, in whole minor units of the currency.",
        )
    return int(scaled)
