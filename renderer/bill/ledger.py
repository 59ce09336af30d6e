"""Keeps, for every value of a bill that is being read, where it stands or how it was computed."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeVar

from renderer.bill.currency import minor_unit
from renderer.bill.documents import Raw
from renderer.bill.model import Computed, Source
from renderer.bill.reading import rate_of, read_date, read_number, read_text
from renderer.bill.values import Money, Percent, Period, Quantity
from renderer.errors import BillError

Part = Money | Quantity | str

T = TypeVar("T")
Triple = tuple[T, T, T]
"""Of net, tax and gross."""


def source(raw: Raw) -> Source:
    """Say where a raw value stands."""
    return Source(raw.document.sha256, raw.pointer, raw.text)


@dataclass
class Ledger:
    """Reads raw values and records their sources under the paths they get in the bill.

    Args:
        currency: of every amount of the bill.
        negative: amounts are stated as credits, so that the bill holds their negatives.
    """

    currency: str
    negative: bool = False
    sources: dict[str, Source | Computed] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def text(self, path: str, raw: Raw | None) -> str | None:
        """Read text; blank is absent."""
        value = None if raw is None else read_text(raw)
        if raw is not None and value is not None:
            self.sources[path] = source(raw)
        return value

    def day(self, path: str, raw: Raw | None) -> date | None:
        """Read a date."""
        if raw is None:
            return None
        value = read_date(raw)
        self.sources[path] = source(raw)
        return value

    def period(self, path: str, start: Raw | None, end: Raw | None) -> Period | None:
        """Read a period; with one end only it is absent.

        Raises:
            BillError: `period-reversed`.
        """
        if start is None or end is None:
            return None
        period = Period(read_date(start), read_date(end))
        if period.end < period.start:
            raise BillError(
                "period-reversed",
                "This period ends before it starts.",
                end.where,
                f"Its start stands at {start.pointer}.",
            )
        self.sources[f"{path}.start"] = source(start)
        self.sources[f"{path}.end"] = source(end)
        self.sources[path] = Computed("period", (f"{path}.start", f"{path}.end"))
        return period

    def rate(self, path: str, raw: Raw | None, *, fractions: bool = True) -> Percent | None:
        """Read a tax rate; with `fractions`, 0.2 is 20 %."""
        if raw is None:
            return None
        number = read_number(raw)
        self.sources[path] = source(raw)
        return Percent((rate_of(raw.text) or number) if fractions else number)

    def quantity(self, path: str, raw: Raw, unit: str) -> Quantity:
        """Read an amount of something that is not money."""
        value = Quantity(read_number(raw), unit)
        self.sources[path] = source(raw)
        return value

    def money(self, path: str, raw: Raw, *, flip: bool = False) -> Money:
        """Read an amount; a credit that is stated as positive becomes negative.

        Raises:
            BillError: `number-not-readable`.
        """
        stated = Money(read_number(raw), self.currency)
        if self.negative == flip or not stated.amount:
            self.sources[path] = source(raw)
            return stated
        self.sources[path] = Computed("negate", (self.part(stated, raw),))
        return Money(-stated.amount, self.currency)

    def signed(self, raw: Raw) -> Decimal:
        """Return a stated amount with the sign it has in the bill, recording nothing."""
        number = read_number(raw)
        return -number if self.negative and number else number

    def money_part(self, raw: Raw, *, flip: bool = False) -> tuple[str, Money]:
        """Keep a stated amount that has no field of its own; return its path and value."""
        stated = Money(read_number(raw), self.currency)
        path = self.part(stated, raw)
        if self.negative == flip or not stated.amount:
            return path, stated
        turned = Money(-stated.amount, self.currency)
        return self.made(turned, Computed("negate", (path,))), turned

    def payable(self, path: str, raw: Raw) -> Money:
        """Read an amount that can be paid: one without fractions of the minor unit.

        Raises:
            BillError: `amount-too-fine`.
        """
        value = self.money(path, raw)
        if value.amount % minor_unit(self.currency):
            raise BillError(
                "amount-too-fine",
                "This amount is finer than the smallest unit of its currency.",
                raw.where,
                "Totals have to be rounded to what can be paid.",
            )
        return value

    def made(self, value: Part, computed: Computed) -> str:
        """Keep an amount on the way to another, and return its path."""
        path = f"parts.{len(self.parts)}"
        self.parts.append(value)
        self.sources[path] = computed
        return path

    def part(self, value: Part, raw: Raw) -> str:
        """Keep a stated value that has no field of its own, and return its path."""
        path = f"parts.{len(self.parts)}"
        self.parts.append(value)
        self.sources[path] = source(raw)
        return path

    def total(self, path: str, operands: dict[str, Money]) -> Money:
        """Sum amounts, by their paths."""
        self.sources[path] = Computed("sum", tuple(operands))
        return Money(sum((one.amount for one in operands.values()), Decimal(0)), self.currency)

    def rest(self, path: str, whole: tuple[str, Money], less: tuple[str, Money]) -> Money:
        """Take one amount from another."""
        self.sources[path] = Computed("difference", (whole[0], less[0]))
        return Money(whole[1].amount - less[1].amount, self.currency)

    def completed(
        self, paths: Triple[str], net: Money | None, tax: Money | None, gross: Money | None
    ) -> Triple[Money | None]:
        """Make the missing one of net, tax and gross, at its path, where the two others are there.

        `paths` are those of net, tax and gross.
        """
        to_net, to_tax, to_gross = paths
        if gross is None and net is not None and tax is not None:
            gross = self.total(to_gross, {to_net: net, to_tax: tax})
        elif net is None and gross is not None and tax is not None:
            net = self.rest(to_net, (to_gross, gross), (to_tax, tax))
        elif tax is None and gross is not None and net is not None:
            tax = self.rest(to_tax, (to_gross, gross), (to_net, net))
        return net, tax, gross
