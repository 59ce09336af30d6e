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
        count: how many lines changed, those joined under "other" counted one by one.
    """

    direction: str
    amount: Figure
    signed: Figure
    current: Figure
    previous: Figure
    previous_month: Figure | None
    current_month: Figure | None
    count: Figure | None = None


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One step between the last bill's total and this one's: a line, or all smaller ones joined.

    Args:
        kind: "added", "removed", "more", "less", or "other" for the joined rest.
        charge: the `ChargeKind` of the line; "tax" for the tax of lines told net; "other" for the
            joined rest.
        label: the line's name; None for the joined rest (the pack words it).
        signed: its part of the difference; amount: its magnitude.
        before, after: running totals on either side of this step (for a waterfall).
        lines: how many changes it joins, 1 but for the joined rest.
        cause: place for a proven cause of change; None until causes are told.
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
