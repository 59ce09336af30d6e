"""An explanation as a table for people: a waterfall from the last total to what is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from renderer.bill.model import Bill
from renderer.bill.paths import places
from renderer.bill.values import Money
from renderer.story.explanation import Change, Explanation, On

if TYPE_CHECKING:
    from rich.table import Table

_BAR = 24
_UNNAMED = {
    "added": "new",
    "removed": "gone",
    "more": "more",
    "less": "less",
}
_STEPS = {
    "carried_over": "carried over",
    "paid": "paid",
    "rounding": "rounding",
}


@dataclass(frozen=True)
class _Scale:
    """Where amounts stand in a bar of `_BAR` cells, from the least to the greatest total."""

    low: Decimal
    high: Decimal

    def at(self, amount: Decimal) -> int:
        """Return a place in the bar."""
        span = self.high - self.low
        return 0 if not span else int((amount - self.low) / span * _BAR + Decimal("0.5"))

    def bar(self, before: Decimal, after: Decimal) -> str:
        """Draw the cells between two amounts; a change is at least one cell."""
        first, last = sorted((self.at(before), self.at(after)))
        first = min(first, _BAR - 1)
        return " " * first + "█" * max(last - first, 1)


def tables(explained: Explanation, now: Bill, last: Bill, *, verbose: bool) -> Iterator[Table]:
    """Lay an explanation out: the waterfall, and with `verbose` the lines of each change."""
    from rich.table import Table

    table = Table(title="Why the bill changed", title_justify="left")
    table.add_column("what")
    table.add_column("why")
    table.add_column("amount", justify="right")
    table.add_column("total", justify="right")
    table.add_column("", no_wrap=True, min_width=_BAR)
    scale = _scale(explained, now, last)
    running = last.charges_total.amount
    table.add_row(
        "[bold]last bill[/]", "", "", _money(last.charges_total), scale.bar(scale.low, running)
    )
    if explained.obstacle:
        table.add_row("[yellow]nothing is compared[/]", explained.obstacle, "", "", "")
    for change in explained.changes:
        after = running + change.gross.amount
        table.add_row(*_words(change, now, last), _signed(change.gross), f"{after:,}",
                      scale.bar(running, after))  # fmt: skip
        running = after
    if explained.unexplained and explained.unexplained.amount:
        after = running + explained.unexplained.amount
        table.add_row(
            "[red]not explained[/]", "the lines do not make the totals",
            _signed(explained.unexplained), f"{after:,}", scale.bar(running, after),
        )  # fmt: skip
    total = now.charges_total.amount
    table.add_row(
        "[bold]this bill[/]", "", "", _money(now.charges_total), scale.bar(scale.low, total)
    )
    _add_steps(table, now)
    yield table
    if verbose and explained.changes:
        yield _lines(explained, now, last)


def _add_steps(table: Table, bill: Bill) -> None:
    running = bill.charges_total.amount
    table.add_section()
    for kind, words in _STEPS.items():
        amount: Money | None = getattr(bill, kind)
        if amount is None or not amount.amount:
            continue
        signed = -amount.amount if kind == "paid" else amount.amount
        running += signed
        table.add_row(words, "", _signed(Money(signed, amount.currency)), f"{running:,}", "")
    table.add_row("[bold]amount due[/]", "", "", f"[bold]{_money(bill.amount_due)}[/]", "")


def _words(change: Change, now: Bill, last: Bill) -> tuple[str, str]:
    from rich.markup import escape

    why = change.cause.value.replace("_", " ") if change.cause else _UNNAMED[change.kind]
    detail = change.detail
    if detail.day:
        why += f", {detail.day.value}"
    if detail.part:
        why += f", {detail.part.days} of {detail.part.whole.days} days"
    if detail.rates:
        why += f", {detail.rates.before.amount} to {detail.rates.after.amount} %"
    if change.label is None:
        return change.charge, why
    on, row = change.label
    name = (now if on is On.NOW else last).lines[row].name
    was = "" if change.was is None else f"{last.lines[change.was].name} → "
    return escape(was + name), why


def _lines(explained: Explanation, now: Bill, last: Bill) -> Table:
    from rich.markup import escape
    from rich.table import Table

    table = Table(title="Lines behind each change", title_justify="left")
    for column in ("change", "bill", "line", "where"):
        table.add_column(column, overflow="fold")
    table.add_column("amount", justify="right")
    for change in explained.changes:
        what = _words(change, now, last)[0]
        for said, bill, rows in (("last", last, change.last), ("this", now, change.now)):
            for row in rows:
                line = bill.lines[row]
                path = f"lines.{row}.gross" if line.gross else f"lines.{row}.net"
                where = ", ".join(place.pointer for place in places(bill, path))
                amount = line.gross or line.net
                table.add_row(what, said, escape(line.name), escape(where),
                              _money(amount) if amount else "")  # fmt: skip
                what = ""
    return table


def _scale(explained: Explanation, now: Bill, last: Bill) -> _Scale:
    reached = [Decimal(0), last.charges_total.amount, now.charges_total.amount]
    if not explained.obstacle:
        running = last.charges_total.amount
        for change in explained.changes:
            running += change.gross.amount
            reached.append(running)
    return _Scale(min(reached), max(reached))


def _money(value: Money) -> str:
    return f"{value.amount:,} {value.currency}"


def _signed(value: Money) -> str:
    return f"{value.amount:+,}"
