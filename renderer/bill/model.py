"""`Bill`: one frozen model, whatever document it came from.

What the document does not say is `None` or empty here; nothing is guessed. Sums have been
reconciled to the minor unit by the loader, or `Bill.breakdown` says which one failed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from renderer.bill.values import Money, Percent, Period, Quantity


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value stands in an input document.

    Args:
        document: sha256 (hex) of the document's bytes.
        pointer: JSON pointer (RFC 6901) or XPath of the raw value.
        raw: the value as the document writes it.
    """

    document: str
    pointer: str
    raw: str


@dataclass(frozen=True, slots=True)
class Computed:
    """How the loader computed a value that the document implies but does not write.

    Args:
        operation: a name of `renderer.story.facts.OPERATIONS`, for example "sum" or "difference".
        operands: paths into the same `Bill.sources`, in the operation's order.
    """

    operation: str
    operands: tuple[str, ...]


class BillKind(StrEnum):
    """Whether the document asks for money or gives it back."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"


class ChargeKind(StrEnum):
    """What a line charges for, as far as the document tells."""

    RECURRING = "recurring"
    USAGE = "usage"
    ROAMING = "roaming"
    ONE_TIME = "one_time"
    DEVICE = "device"
    CONTENT = "content"
    DISCOUNT = "discount"
    CREDIT = "credit"
    PENALTY = "penalty"
    OTHER = "other"


class Reason(StrEnum):
    """Why a credit or a penalty was given, where the bill says so."""

    LATE_FEE = "late_fee"
    REFUND = "refund"
    DISPUTE = "dispute"
    GOODWILL = "goodwill"


class PaymentMethod(StrEnum):
    """How money moves."""

    TRANSFER = "transfer"
    DIRECT_DEBIT = "direct_debit"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Line:
    """One charge or credit of this bill.

    Args:
        id: unique in the bill; the document's own id where it has one.
        name: as the bill words it.
        kind: what it charges for.
        net, tax, gross: `gross = net + tax` where all three are known; at least net or gross is.
        tax_rate: per cent (20 for 20 %), checked against the amounts where both are there.
        period: the days of service it covers.
        quantity: how much was charged for, if said.
        product: the product's id, stable from bill to bill, if said.
        subscription: the phone number or line it belongs to, unmasked, if said.
        usage: what was used: "data", "voice", "messages" or "other", if said.
        country: ISO 3166-1 alpha-2 code of where it was used, if said.
        reason: why a credit or a penalty was given, if said.
        price: what a whole period costs, gross where the line has a gross, else net, if said.
    """

    id: str
    name: str
    kind: ChargeKind
    net: Money | None = None
    tax: Money | None = None
    gross: Money | None = None
    tax_rate: Percent | None = None
    period: Period | None = None
    quantity: Quantity | None = None
    product: str | None = None
    subscription: str | None = None
    description: str | None = None
    usage: str | None = None
    country: str | None = None
    reason: Reason | None = None
    price: Money | None = None


@dataclass(frozen=True, slots=True)
class TaxItem:
    """One tax of the whole bill, by rate."""

    amount: Money
    rate: Percent | None = None
    category: str | None = None
    base: Money | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """What was used of one thing, and how much of it the plan includes.

    Args:
        kind: "data", "voice", "messages" or "other".
        used: this period's use, in the unit of `included`.
        included: the allowance; `None` with `unlimited` false means that it is not known.
        periods: use by part of the period (weeks, say), in order, if the report has it.
        subscription: the phone number it belongs to, unmasked, if said.
    """

    id: str
    kind: str
    name: str | None
    used: Quantity
    included: Quantity | None = None
    unlimited: bool = False
    period: Period | None = None
    periods: tuple[tuple[Period, Quantity], ...] = ()
    subscription: str | None = None


@dataclass(frozen=True, slots=True)
class Payment:
    """How this bill is to be paid, as far as the document says."""

    method: PaymentMethod | None = None
    iban: str | None = None
    bic: str | None = None
    payee: str | None = None
    reference: str | None = None
    mandate: str | None = None


@dataclass(frozen=True, slots=True)
class Customer:
    """Whom the bill addresses. `given_name` is what a greeting says, if known."""

    name: str | None = None
    given_name: str | None = None
    account: str | None = None
    subscription: str | None = None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Consent:
    """One recorded consent: what for, whether given, when and through what."""

    purpose: str
    given: bool
    recorded: date
    source: str


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the customer chose, or what the operator's CRM knows. All optional.

    Args:
        language: BCP 47 tag, for example "fr" or "ar-AE".
        channel: "email", "sms", "app", "portal" or "paper".
        pace: speed of speech, 0.8 to 1.2; 1 is the pack's own.
        music, captions: switched on or off by the customer.
        address: form of address, for example "formal".
        note: a personal line from the operator, at most 160 characters, in `language`.
        disputing: the customer disputes a bill; never made an offer meanwhile.
    """

    language: str | None = None
    channel: str | None = None
    pace: float | None = None
    music: bool | None = None
    captions: bool | None = None
    address: str | None = None
    note: str | None = None
    consents: tuple[Consent, ...] = ()
    disputing: bool | None = None


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A sum that does not hold.

    Args:
        sum: "lines", "tax", "total", "prepaid" or "due".
        pointers: `document#pointer` of the sum and of its parts.
    """

    sum: str
    pointers: tuple[str, ...]


@dataclass(frozen=True)
class Bill:
    """A bill as later stages know it.

    `charges_total` is the gross of this period's charges. `amount_due` is
    `charges_total + carried_over - paid + rounding`. The two are never mixed.

    Args:
        sources: for each value, keyed by its path in this model ("amount_due", "lines.3.gross",
            "usage.0.used", "customer.name"), where it stands or how it was computed.
        breakdown: `None` when lines and taxes add up to the total; else what failed. Total and
            due always hold: a bill for which they do not is refused by the loader.
        documents: sha256 of every input document, in the order given; that of a PDF is followed
            by that of the invoice inside it.
        parts: stated amounts that have no field of their own and that others are computed from
            (each of several payments, a credit before its sign is turned, what is left of an
            allowance, a table's number in its own notation); paths "parts.0" and so on.

    A credit note says what the customer is credited as positive amounts. Here they are negative,
    so that `amount_due` below zero always means that the customer is owed money.
    """

    id: str
    kind: BillKind
    currency: str
    charges_total: Money
    amount_due: Money
    number: str | None = None
    issued: date | None = None
    period: Period | None = None
    due: date | None = None
    customer: Customer = Customer()
    seller: str | None = None
    lines: tuple[Line, ...] = ()
    taxes: tuple[TaxItem, ...] = ()
    charges_net: Money | None = None
    charges_tax: Money | None = None
    carried_over: Money | None = None
    paid: Money | None = None
    rounding: Money | None = None
    payment: Payment = Payment()
    usage: tuple[Allowance, ...] = ()
    preferences: Preferences = Preferences()
    preceding: tuple[str, ...] = ()
    breakdown: Mismatch | None = None
    documents: tuple[str, ...] = ()
    parts: tuple[Money | Quantity | str, ...] = ()
    sources: Mapping[str, Source | Computed] = field(default_factory=dict)
