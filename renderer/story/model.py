"""`Story`: what is on this bill, as plain data for templates. No language, no pixels.

Everything a template may say is a `Figure` (a value that knows its fact) or a plain token
("higher", "data"). Absent things are `None` or empty, so that scenes can ask `when`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from renderer.bill.model import Preferences
from renderer.story.facts import Fact, Figure


class Form(StrEnum):
    """Which film the bill allows: the full one, or total, due date and where the bill is."""

    FULL = "full"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class BillView:
    """`bill` in a template.

    Args:
        kind: "invoice" or "credit_note".
        state: "due", "nothing_due" or "credit" (the customer is owed money).
        month: first day of the month the bill is for (the month of most of its days), or None.
        method: "transfer", "direct_debit", "card" or None.
        amount_due_abs: magnitude of `amount_due`, for "12,40 € to your credit".
    """

    kind: str
    state: str
    amount_due: Figure
    amount_due_abs: Figure
    charges_total: Figure
    number: Figure | None = None
    issued: Figure | None = None
    due: Figure | None = None
    period: Figure | None = None
    month: Figure | None = None
    charges_net: Figure | None = None
    charges_tax: Figure | None = None
    method: str | None = None
    iban: Figure | None = None
    payee: Figure | None = None
    reference: Figure | None = None


@dataclass(frozen=True, slots=True)
class CustomerView:
    """`customer` in a template. `line` is masked: only its first two and last two digits show."""

    name: Figure | None = None
    greeting_name: Figure | None = None
    line: Figure | None = None
    account: Figure | None = None
    since: Figure | None = None
    note: Figure | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """`difference`: this bill's charges against the last one's.

    Args:
        direction: "higher", "lower" or "same".
        amount: magnitude; signed: with its sign; previous: the last bill's charges_total.
        previous_month: as `BillView.month`, of the last bill.
        count: how many things changed, those joined under "other" counted one by one.
    """

    direction: str
    amount: Figure
    signed: Figure
    current: Figure
    previous: Figure
    previous_month: Figure | None
    current_month: Figure | None
    count: Figure | None = None


class Cause(StrEnum):
    """Why charges changed; docs/changes.md says on which evidence each is named."""

    PLAN_CHANGED = "plan_changed"
    PRODUCT_ADDED = "product_added"
    PRODUCT_REMOVED = "product_removed"
    PRICE_CHANGED = "price_changed"
    PROMOTION_STARTED = "promotion_started"
    PROMOTION_ENDED = "promotion_ended"
    PROMOTION_SHRANK = "promotion_shrank"
    PROMOTION_GREW = "promotion_grew"
    PRORATION = "proration"
    OVERAGE = "overage"
    USAGE = "usage"
    ROAMING = "roaming"
    ONE_TIME = "one_time"
    REFUND = "refund"
    CREDIT = "credit"
    LATE_FEE = "late_fee"
    TAX_RATE = "tax_rate"
    PERIOD_LENGTH = "period_length"
    ROUNDING = "rounding"


@dataclass(frozen=True, slots=True)
class Part:
    """One line behind a change or a month's plan: what it charges for which days.

    Args:
        signed: the line's amount, with its sign, as the bill has it.
        price: what a whole period costs, if known.
        days, of_days: days covered, and days of the whole period around them.
        whole: covers a whole period.
    """

    label: Figure | None
    signed: Figure
    period: Figure | None = None
    days: Figure | None = None
    of_days: Figure | None = None
    price: Figure | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One step between the last bill's total and this one's, or all smaller ones joined.

    Args:
        kind: what the bills show: "added", "removed", "more", "less", or "other" for the joined
            rest.
        charge: the `ChargeKind` of the lines; "tax" for tax and rounding; "other" for the rest.
        label: the charge's name (the new plan's for a plan change); None for tax and the rest.
        signed: its part of the difference, gross; amount: its magnitude.
        before, after: running totals on either side of this step (for a waterfall).
        lines: how many changes it joins, 1 but for the joined rest.
        cause: why, a value of `Cause`; None where the evidence is not complete.
        net, tax: parts of `signed`, where both bills tell them.
        was: the charge's name on the last bill, where another (the old plan's).
        day: the day it began (promotion_started, product_added, plan_changed), or the last day it
            covered (promotion_ended, product_removed), where the bills say it.
        days, of_days: days of a whole period that the part covers, for what began, ended or was
            charged in part; `part_on`: "now", "last" or "", the bill that has the part.
        price, price_before: what a whole period costs now and cost before, where known.
        rate, rate_before: rates of tax, for tax_rate.
        used, used_before: quantities charged, for usage.
        over: what was used beyond the allowance; usage: "data", "voice", "messages", "other".
        countries: country codes, for roaming where all lines say theirs; by amount.
        line: the phone number, masked, where the account has several.
    """

    kind: str
    charge: str
    label: Figure | None
    signed: Figure
    amount: Figure
    before: Figure
    after: Figure
    lines: Figure
    cause: str | None = None
    net: Figure | None = None
    tax: Figure | None = None
    was: Figure | None = None
    day: Figure | None = None
    days: Figure | None = None
    of_days: Figure | None = None
    part_on: str = ""
    price: Figure | None = None
    price_before: Figure | None = None
    rate: Figure | None = None
    rate_before: Figure | None = None
    used: Figure | None = None
    used_before: Figure | None = None
    over: Figure | None = None
    usage: str | None = None
    countries: tuple[Figure, ...] = ()
    line: Figure | None = None


@dataclass(frozen=True, slots=True)
class DayCell:
    """One day of `proration`'s month.

    Args:
        day: the date.
        part: which of the parts charges it, from 0; None for a day that none does.
        column: place in its week, 0 to 6, from Monday.
    """

    day: Figure
    part: int | None
    column: int


@dataclass(frozen=True, slots=True)
class Proration:
    """`proration`: a period that was charged in parts, day by day, each day at most once.

    Told where this bill shows a part of at least one product whose parts are exact and, after
    credits for unused days, count no day twice. At most two parts.

    Args:
        kind: "plan_changed", "started", "ended" or "part".
        day: the day of the change, the first or the last day.
        period: the whole period of the cells, at most 31 days.
        parts: what each product charges for its days: signed amounts, credits taken off.
        total: what the parts come to together.
    """

    kind: str
    day: Figure
    period: Figure
    parts: tuple[Part, ...]
    cells: tuple[DayCell, ...]
    total: Figure


@dataclass(frozen=True, slots=True)
class RoamingRow:
    """Use in one country: what it cost, how much it was; `country` None where not said."""

    country: Figure | None
    amount: Figure
    lines: Figure
    used: Figure | None = None


@dataclass(frozen=True, slots=True)
class Roaming:
    """`roaming`: what use abroad cost on this bill, by country, heaviest first, at most four.

    Args:
        total: sum of all roaming lines.
        previous: the same on the last bill, where there was any.
        countries: how many countries there are in all (rows may join the last ones: country None).
    """

    total: Figure
    rows: tuple[RoamingRow, ...]
    countries: Figure | None = None
    previous: Figure | None = None


@dataclass(frozen=True, slots=True)
class Overage:
    """`overage`: an allowance that was exceeded and what this bill charges for it.

    Only where the evidence of cause `overage` is complete for this bill. Heaviest first.
    """

    usage: str
    used: Figure
    included: Figure
    over: Figure
    amount: Figure
    label: Figure | None = None
    line: Figure | None = None


@dataclass(frozen=True, slots=True)
class FirstBill:
    """`first`: a first bill, and what makes it another amount than a whole month.

    Told without earlier bills, and only where the bill itself shows that service began: the
    customer's first day, or a part of a period that starts inside it or right before what is
    charged in advance.

    Args:
        day: the day service began.
        part: charges for the days until the first whole period: amount and days; None if none.
        advance: charges of whole periods that begin after `part` (or the whole period itself).
        one_time: what is charged once.
        other: everything else (use, devices ...), taxes of a net bill among it; None if nothing.
        regular: what whole periods cost, discounts taken off: what a next bill charges without use.
        higher: this bill's total is more than `regular`.
    """

    day: Figure
    regular: Figure
    higher: bool
    part: Part | None = None
    advance: Part | None = None
    one_time: Figure | None = None
    one_time_label: Figure | None = None
    other: Figure | None = None


@dataclass(frozen=True, slots=True)
class ChargeGroup:
    """Charges of one kind ("recurring" … or "tax"; "other" may join small kinds).

    On a bill whose lines have no kind, `kind` is "line" and `label` names it.

    Args:
        share: whole per cent of the total, so that all of a ring make 100; None without a ring.
        label: the line's own name where the group is one line, or lines of one name.
    """

    kind: str
    amount: Figure
    share: Figure | None
    lines: Figure
    label: Figure | None = None


@dataclass(frozen=True, slots=True)
class Charges:
    """`charges`: what the total is made of, heaviest first, then others and tax; they sum to it.

    Args:
        ring: true when no group is negative, so that shares of a ring are honest.
        rest: sum of all groups but the first; rest_count: how many they are; None with one group.
    """

    groups: tuple[ChargeGroup, ...]
    total: Figure
    ring: bool
    rest: Figure | None = None
    rest_count: Figure | None = None


@dataclass(frozen=True, slots=True)
class UsageSlice:
    """Use in a part of the period; `peak` marks the part with the most."""

    period: Figure
    used: Figure
    peak: bool = False


@dataclass(frozen=True, slots=True)
class UsageView:
    """One entry of `usage`, those with something to warn of first.

    Args:
        state: "within", "near" (90 % and more), "over", "unlimited", or "unknown" where the
            allowance is not said.
        remaining: what is left, unless `over`, what was used beyond the allowance, is set.
        share: whole per cent of the allowance; 100 only for exactly all of it.
        slices: use by part of the period, where the parts add up to `used`.
    """

    kind: str
    state: str
    name: Figure | None
    used: Figure
    included: Figure | None
    remaining: Figure | None
    over: Figure | None
    share: Figure | None
    slices: tuple[UsageSlice, ...] = ()


@dataclass(frozen=True, slots=True)
class HistoryBar:
    """One bar of `history`: a bill's month and charges, oldest first, this bill last."""

    month: Figure
    total: Figure
    current: bool


@dataclass(frozen=True, slots=True)
class History:
    """`history`: up to six earlier bills and this one, and their honest axis from zero."""

    bars: tuple[HistoryBar, ...]
    highest: Figure
    average: Figure
    count: Figure


@dataclass(frozen=True, slots=True)
class Step:
    """One step from charges to what is due: "carried_over", "paid" or "rounding"."""

    kind: str
    signed: Figure
    amount: Figure


@dataclass(frozen=True, slots=True)
class Saving:
    """What an offer would have saved this customer on the last bills; always more than nothing.

    Args:
        offer: its id.
        price: of a month; included: how much a month includes, where it is limited.
        spent: what the charges that it replaces came to, with tax, on all of `bills` last bills.
        cost: what it would have cost in that time; amount: `spent - cost`.
        seller: who sends the bill, where it says so.
    """

    offer: str
    price: Figure
    amount: Figure
    spent: Figure
    cost: Figure
    bills: Figure
    included: Figure | None = None
    seller: Figure | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An earlier bill that was given but has no place in this story.

    Args:
        given: its place among the earlier bills given, from 0.
        reason: "another-currency", "not-earlier", "undated", "credit-note" or "too-many".
    """

    given: int
    reason: str


@dataclass(frozen=True)
class Story:
    """What a film may tell of one bill.

    Args:
        form: full film, or the short one (`problem` then names the sum that failed).
        facts: every fact by id; a figure outside them cannot be shown.
        documents: sha256 of every input document that facts come from, this bill's first.
        left_out: earlier bills that were given but not told of, and why.
        unexplained: what of the difference no line accounts for, signed; None where nothing is.
        obstacle: why nothing is compared: "currency" where the last bill has another one; "".
        all_good: the same charges as last time, and not one of them changed.
        savings: what each of the policy's offers would have saved, where it certainly would.
        withheld: why this customer is made no offer (`renderer.story.permission`); "".
    """

    bill_id: str
    form: Form
    bill: BillView
    customer: CustomerView
    facts: Mapping[str, Fact]
    problem: str | None = None
    difference: Difference | None = None
    changes: tuple[ChangeView, ...] = ()
    charges: Charges | None = None
    usage: tuple[UsageView, ...] = ()
    history: History | None = None
    steps: tuple[Step, ...] = ()
    preferences: Preferences = field(default_factory=Preferences)
    documents: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unexplained: Figure | None = None
    obstacle: str = ""
    all_good: bool = False
    proration: Proration | None = None
    roaming: Roaming | None = None
    overage: tuple[Overage, ...] = ()
    first: FirstBill | None = None
    savings: tuple[Saving, ...] = ()
    withheld: str = ""
