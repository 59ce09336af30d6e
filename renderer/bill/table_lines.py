"""The lines of a bill from rows, in their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from renderer.bill.bounds import MOST_LINES, too_many_lines
from renderer.bill.charge_kind import CREDITS
from renderer.bill.ledger import Ledger
from renderer.bill.line_ids import read_line_id
from renderer.bill.model import ChargeKind, Line, Reason
from renderer.bill.table_mapping import Mapping
from renderer.bill.table_rows import Row
from renderer.bill.table_values import RowReader
from renderer.bill.values import Money
from renderer.errors import BillError

_COUNTRY = re.compile(r"[A-Z]{2}")


def read_lines(mapping: Mapping, rows: Sequence[Row], ledger: Ledger) -> tuple[Line, ...]:
    """Read the lines.

    Raises:
        BillError: `too-many-lines`, `table-amount-missing`, `currencies-mixed`, and what reading
            values raises.
    """
    if len(rows) > MOST_LINES:
        raise too_many_lines(rows[MOST_LINES].where())
    taken: dict[str, int] = {}
    return tuple(
        _read_line(RowReader(mapping, "lines", row, ledger), f"lines.{at}", taken)
        for at, row in enumerate(rows)
    )


def _read_line(reader: RowReader, path: str, taken: dict[str, int]) -> Line:
    ledger = reader.ledger
    reader.same_currency("currency")
    kind = ChargeKind(reader.token(f"{path}.kind", "kind") or "other")
    flip = _is_turned(reader, kind)
    net, tax, gross = _amounts(reader, path, flip=flip)
    reason = reader.token(f"{path}.reason", "reason")
    return Line(
        id=read_line_id(reader.word("id"), path, ledger, taken),
        name=reader.text(f"{path}.name", "name") or "",
        kind=kind,
        net=net,
        tax=tax,
        gross=gross,
        tax_rate=reader.rate(f"{path}.tax_rate", "tax_rate"),
        period=reader.period(f"{path}.period", "period"),
        quantity=reader.quantity(f"{path}.quantity", "quantity"),
        product=reader.text(f"{path}.product", "product"),
        subscription=reader.text(f"{path}.subscription", "subscription"),
        description=reader.text(f"{path}.description", "description"),
        usage=reader.token(f"{path}.usage", "usage"),
        country=_country(reader, path),
        reason=Reason(reason) if reason else None,
        price=reader.money(f"{path}.price", "price", flip=flip),
    )


def _is_turned(reader: RowReader, kind: ChargeKind) -> bool:
    """Tell whether a line is a credit that its row states as a positive amount."""
    side = reader.word("sign")
    if side is not None:
        return side.text.strip() == "credit"
    section = reader.mapping.told.lines
    return section is not None and section.credits == "positive" and kind in CREDITS


def _amounts(
    reader: RowReader, path: str, *, flip: bool
) -> tuple[Money | None, Money | None, Money | None]:
    """Read net, tax and gross; two of them make the third."""
    ledger = reader.ledger
    net, tax, gross = (
        reader.money(f"{path}.{name}", name, flip=flip) for name in ("net", "tax", "gross")
    )
    if net is None and gross is None:
        raise BillError(
            "table-amount-missing",
            "This row has neither its net nor its gross amount.",
            reader.row.where(),
            "Fill one of the columns, or leave rows that charge nothing out with `only`.",
        )
    paths = (f"{path}.net", f"{path}.tax", f"{path}.gross")
    return ledger.completed(paths, net, tax, gross)


def _country(reader: RowReader, path: str) -> str | None:
    raw = reader.word("country")
    if raw is None:
        return None
    if not _COUNTRY.fullmatch(raw.text.strip()):
        raise BillError(
            "table-value-unmapped",
            "This is not a country's code of two capital letters (ISO 3166-1).",
            raw.where,
            "Map the system's codes with `values`.",
        )
    return reader.ledger.text(f"{path}.country", raw)
