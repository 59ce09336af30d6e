"""What the words of a cause need, as figures of a `ChangeView`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from renderer.story.evidence import Evidence
from renderer.story.explanation import Change, Day, On, PartOf, Price
from renderer.story.facts import Figure
from renderer.story.proofs import Proofs


class Told(TypedDict, total=False):
    """The fields of a `ChangeView` that tell of its cause."""

    day: Figure
    days: Figure
    of_days: Figure
    part_on: str
    price: Figure
    price_before: Figure
    rate: Figure
    rate_before: Figure
    used: Figure
    used_before: Figure
    over: Figure
    usage: str | None
    countries: tuple[Figure, ...]
    line: Figure


def tell_detail(change: Change, name: str, proofs: Proofs) -> Told:
    """Tell what a change's cause needs beside its amount; `name` starts the ids of its facts."""
    return _Teller(change, name, proofs).told()


@dataclass(frozen=True)
class _Teller:
    change: Change
    name: str
    proofs: Proofs

    def told(self) -> Told:
        detail, told = self.change.detail, Told()
        if detail.day:
            told["day"] = self._day(detail.day)
        if detail.part:
            self._part(detail.part, told)
        if detail.price:
            told["price"] = self._price(detail.price, "price")
        if detail.price_before:
            told["price_before"] = self._price(detail.price_before, "price_before")
        if detail.rates:
            told["rate"] = self.proofs.now.figure(f"lines.{detail.rates.now}.tax_rate")
            told["rate_before"] = self.proofs.last.figure(f"lines.{detail.rates.last}.tax_rate")
        if detail.used:
            self._used(told)
        if detail.rows_by_country:
            on = On.NOW if self.change.now else On.LAST
            paths = (f"lines.{row}.country" for row in detail.rows_by_country)
            told["countries"] = tuple(self.proofs.of(on).figure(path) for path in paths)
        if self._several_lines() and (line := self._line()):
            told["line"] = line
        return told

    def _derive(self, what: str, operation: str, *operands: Figure) -> Figure:
        return self.proofs.book.derive(f"{self.name}.{what}", operation, operands)

    def _period(self, on: On, row: int) -> Figure:
        return self.proofs.of(on).figure(f"lines.{row}.period")

    def _day(self, day: Day) -> Figure:
        period = self._period(day.on, day.row)
        if day.edge == "last":
            return self._derive("day", "end", period)
        if day.edge == "first":
            return self._derive("day", "start", period)
        return self._derive("day", "day_before", self._derive("day.back", "start", period))

    def _part(self, part: PartOf, told: Told) -> None:
        told["days"] = self._derive("days", "days", self._period(part.on, part.row))
        whole = moved_period(self.proofs.of(part.on), part.months)
        told["of_days"] = self._derive("of_days", "days", whole)
        told["part_on"] = part.on.value

    def _price(self, price: Price, what: str) -> Figure:
        figure = (
            self.proofs.price(price.on, price.row)
            if price.stated
            else self.proofs.amount(price.on, price.row)
        )
        return self._derive(what, "absolute", figure)

    def _used(self, told: Told) -> None:
        used = self.change.detail.used
        if used is None:
            return
        told["usage"] = used.usage
        if used.now is not None:
            told["used"] = self._derive("used", "sum", *self._quantities(On.NOW))
        if used.last is not None:
            told["used_before"] = self._derive("used_before", "sum", *self._quantities(On.LAST))
        if used.allowance is not None:
            paths = [f"usage.{used.allowance}.{side}" for side in ("used", "included")]
            figures = [self.proofs.now.figure(path) for path in paths]
            told["over"] = self._derive("over", "difference", *figures)

    def _quantities(self, on: On) -> list[Figure]:
        rows = self.change.now if on is On.NOW else self.change.last
        return [self.proofs.of(on).figure(f"lines.{row}.quantity") for row in rows]

    def _line(self) -> Figure | None:
        if self.change.label is None:
            return None
        on, row = self.change.label
        number = self.proofs.of(on).figure_if_any(f"lines.{row}.subscription")
        return number and self._derive("line", "mask", number)

    def _several_lines(self) -> bool:
        bills = self.proofs.now.bill, self.proofs.last.bill
        numbers = {line.subscription for bill in bills for line in bill.lines} - {None}
        return len(numbers) > 1


def moved_period(evidence: Evidence, months: int) -> Figure:
    """Take a bill's period, moved by whole months, as a fact."""
    figure = evidence.figure("period")
    operation = "month_later" if months > 0 else "month_earlier"
    for at in range(1, abs(months) + 1):
        name = f"{evidence.name}.period.{operation}.{at}"
        facts = evidence.book.facts
        figure = (
            Figure(name, facts[name].value)
            if name in facts
            else evidence.book.derive(name, operation, [figure])
        )
    return figure


__all__ = ["Told", "moved_period", "tell_detail"]
