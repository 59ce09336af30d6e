"""`billreel inspect`: what a bill says, as Billreel understands it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from api.cli.options import (
    AsJson,
    BillsOrNone,
    FromTable,
    Key,
    Preferences,
    TableFiles,
    read_bill,
)
from api.cli.output import Output
from renderer.bill.model import Bill
from renderer.bill.plain import value_json
from renderer.bill.values import Money, Period, Quantity

if TYPE_CHECKING:
    from rich.table import Table


def _money(value: Money | None) -> str:
    return f"{value.amount:,} {value.currency}" if value else ""


def _period(value: Period | None) -> str:
    return f"{value.start} to {value.end}" if value else ""


def _quantity(value: Quantity | None) -> str:
    return f"{value.amount} {value.unit}" if value else ""


def _facts(bill: Bill) -> Iterator[tuple[str, str]]:
    yield "kind", bill.kind.value.replace("_", " ")
    yield "number", bill.number or ""
    yield "customer", bill.customer.name or ""
    yield "issued", str(bill.issued or "")
    yield "period", _period(bill.period)
    yield "due", str(bill.due or "")
    yield "net", _money(bill.charges_net)
    yield "tax", _money(bill.charges_tax)
    yield "charges", _money(bill.charges_total)
    yield "carried over", _money(bill.carried_over)
    yield "paid", _money(bill.paid)
    yield "rounding", _money(bill.rounding)
    yield "[bold]amount due[/]", f"[bold]{_money(bill.amount_due)}[/]"
    yield "paid by", bill.payment.method.value.replace("_", " ") if bill.payment.method else ""
    yield "IBAN", bill.payment.iban or ""
    for used in bill.usage:
        rest = "unlimited" if used.unlimited else _quantity(used.included)
        yield f"{used.kind} used", _quantity(used.used) + (f" of {rest}" if rest else "")
    if bill.breakdown:
        yield (
            "[red]does not add up[/]",
            f"{bill.breakdown.sum}: {', '.join(bill.breakdown.pointers)}",
        )


def tables(bill: Bill) -> list[Table]:
    """Lay a bill out as two tables: what it says as a whole, and its lines."""
    from rich.table import Table

    head = Table(title="Bill", show_header=False, title_justify="left")
    head.add_column(style="dim")
    head.add_column()
    for name, text in _facts(bill):
        if text:
            head.add_row(name, text)
    lines = Table(title="Lines", title_justify="left")
    for column in ("line", "kind", "period"):
        lines.add_column(column)
    for column in ("net", "tax", "gross"):
        lines.add_column(column, justify="right")
    for line in bill.lines:
        amounts = (_money(line.net), _money(line.tax), _money(line.gross))
        lines.add_row(line.name, line.kind.value, _period(line.period), *amounts)
    return [head, lines] if bill.lines else [head]


def content(bill: Bill) -> dict[str, Any]:
    """Return a bill as JSON-able data; every value with its kind."""
    return {key: _plain(value) for key, value in vars(bill).items()}


def _plain(value: Any) -> Any:
    match value:
        case Money() | Quantity() | Period():
            return value_json(value)
        case tuple() | list():
            return [_plain(item) for item in value]
        case None | bool() | int() | float():
            return value
        case str():
            return str(value)
    if hasattr(value, "items"):
        return {str(key): _plain(item) for key, item in value.items()}
    if slots := getattr(value, "__dataclass_fields__", None):
        return {name: _plain(getattr(value, name)) for name in slots}
    return str(value)


def inspect_bill(
    bill: BillsOrNone = None,
    table: FromTable = None,
    key: Key = None,
    file: TableFiles = None,
    preferences: Preferences = None,
    as_json: AsJson = False,
) -> None:
    """Show what a bill says, or which of its sums does not hold and where."""
    output = Output(as_json)
    loaded = read_bill(bill, preferences, table, key, file)
    output.result(content(loaded))
    for grid in tables(loaded):
        output.say(grid)
