"""`billreel explain`: why a bill is another amount than the last one, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Annotated, Any

import typer

from api.cli.explain_table import tables
from api.cli.options import (
    AsJson,
    BillsOrNone,
    FromTable,
    Key,
    Previous,
    TableFiles,
    read_bill,
    read_previous,
)
from api.cli.output import Output
from renderer.bill.model import Bill
from renderer.bill.paths import places
from renderer.bill.plain import value_json
from renderer.bill.values import Money, Percent, Quantity
from renderer.errors import RenderError
from renderer.story import Change, Explanation, explain
from renderer.story.earlier import earlier_bills
from renderer.story.explanation import Day, Detail, On, PartOf, Price, Rates, Used

Verbose = Annotated[
    bool, typer.Option("-v", "--verbose", help="Name the lines behind each change.")
]


def explain_bill(
    bill: BillsOrNone = None,
    table: FromTable = None,
    key: Key = None,
    file: TableFiles = None,
    previous: Previous = None,
    verbose: Verbose = False,
    as_json: AsJson = False,
) -> None:
    """Explain a bill: every step from the last bill's charges to this one's, and what is due."""
    output = Output(as_json)
    now = read_bill(bill, None, table, key, file)
    last = last_bill(now, read_previous(previous, now))
    explained = explain(now, last)
    output.result(content(explained, now, last))
    for shown in tables(explained, now, last, verbose=verbose):
        output.say(shown)


def last_bill(bill: Bill, previous: Sequence[Bill]) -> Bill:
    """Choose the bill to compare with: the only one given, or the latest of several.

    Raises:
        RenderError: `no-earlier-bill`.
        StoryError: `another-account`, `bill-twice`.
    """
    told, _ = earlier_bills(bill, previous)
    if len(previous) == 1:
        return previous[0]
    if not told:
        raise RenderError(
            "no-earlier-bill",
            "None of the bills given is earlier than this one."
            if previous
            else "There is no earlier bill to compare with.",
            remedy="Name one with --previous, or a folder of them.",
        )
    return told[0]


def content(explained: Explanation, now: Bill, last: Bill) -> dict[str, Any]:
    """Return an explanation as JSON-able data; lines by their places in the documents."""
    sums = [change.gross.amount for change in explained.changes]
    left = explained.unexplained.amount if explained.unexplained else Decimal(0)
    steps = list(steps_to_due(now))
    reached = now.charges_total.amount + sum(amount.amount for _, amount in steps)
    return {
        "bill": now.id,
        "previous": last.id,
        "currency": now.currency,
        "obstacle": explained.obstacle or None,
        "basis": explained.basis,
        "previous_total": _value(last.charges_total),
        "total": _value(now.charges_total),
        "difference": _value(explained.difference),
        "changes": [_change(change, now, last) for change in explained.changes],
        "unexplained": _value(explained.unexplained),
        "steps": [{"kind": kind, "amount": _value(amount)} for kind, amount in steps],
        "amount_due": _value(now.amount_due),
        "identities": {
            "changes": None
            if explained.difference is None
            else sum(sums, left) == explained.difference.amount,
            "due": reached == now.amount_due.amount,
        },
    }


def steps_to_due(bill: Bill) -> Iterator[tuple[str, Money]]:
    """List what leads from the charges to the amount due."""
    for kind, amount, sign in (
        ("carried_over", bill.carried_over, 1),
        ("paid", bill.paid, -1),
        ("rounding", bill.rounding, 1),
    ):
        if amount is not None and amount.amount:
            yield kind, Money(sign * amount.amount, amount.currency)


def _change(change: Change, now: Bill, last: Bill) -> dict[str, Any]:
    on = {On.NOW: now, On.LAST: last}
    label = on[change.label[0]].lines[change.label[1]].name if change.label else None
    return {
        "cause": change.cause.value if change.cause else None,
        "kind": change.kind,
        "charge": change.charge,
        "label": label,
        "was": None if change.was is None else last.lines[change.was].name,
        "net": _value(change.net),
        "tax": _value(change.tax),
        "gross": _value(change.gross),
        **_detail(change, on),
        "lines": [_line(now, row) for row in change.now],
        "previous_lines": [_line(last, row) for row in change.last],
    }


def _detail(change: Change, on: dict[On, Bill]) -> dict[str, Any]:
    told = {field.name: getattr(change.detail, field.name) for field in fields(Detail)}
    rows = told.pop("rows_by_country")
    found = {name: _told(value, on) for name, value in told.items() if value is not None}
    if rows:
        bill = on[On.NOW if change.now else On.LAST]
        found["countries"] = [bill.lines[row].country for row in rows]
    return found


def _told(value: object, on: dict[On, Bill]) -> Any:
    match value:
        case Day():
            return value.value.isoformat()
        case PartOf():
            return {"on": value.on.value, "days": value.days, "of_days": value.whole.days}
        case Price():
            line = on[value.on].lines[value.row]
            return _value(line.price if value.stated else line.gross or line.net)
        case Rates():
            return {"before": _value(value.before), "after": _value(value.after)}
        case Used():
            return {
                "usage": value.usage,
                "now": _value(value.now),
                "last": _value(value.last),
                "over_allowance": value.allowance is not None,
            }
    return None


def _line(bill: Bill, row: int) -> dict[str, Any]:
    line = bill.lines[row]
    path = f"lines.{row}.gross" if line.gross else f"lines.{row}.net"
    return {
        "name": line.name,
        "amount": _value(line.gross or line.net),
        "pointers": [f"{place.document}#{place.pointer}" for place in places(bill, path)],
    }


def _value(value: Money | Quantity | Percent | None) -> dict[str, Any] | None:
    return None if value is None else value_json(value)
