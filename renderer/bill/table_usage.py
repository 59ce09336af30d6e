"""Allowances from rows: what was used of each, and what is included or left."""

from __future__ import annotations

from collections.abc import Mapping as Named
from collections.abc import Sequence

from renderer.bill.ledger import Ledger
from renderer.bill.line_ids import unique
from renderer.bill.model import Allowance, Computed
from renderer.bill.table_mapping import Mapping
from renderer.bill.table_rows import Row
from renderer.bill.table_values import RowReader
from renderer.bill.values import Period, Quantity
from renderer.errors import BillError


def read_usage(
    mapping: Mapping, rows: Named[str, Sequence[Row]], ledger: Ledger
) -> tuple[Allowance, ...]:
    """Read the allowances; a row that does not say what was used is left out.

    Raises:
        BillError: `usage-units-differ`, and what reading values raises.
    """
    allowances: list[Allowance] = []
    taken: dict[str, int] = {}
    parts = _parts(mapping, rows.get("usage_periods", ()), ledger)
    for row in rows.get("usage", ()):
        reader = RowReader(mapping, "usage", row, ledger)
        path = f"usage.{len(allowances)}"
        used = reader.quantity(f"{path}.used", "used")
        if used is None:
            continue
        said = reader.text(f"{path}.id", "id")
        id_ = unique(said or path, taken)
        if said is not None and id_ != said:
            del ledger.sources[f"{path}.id"]
        unlimited = reader.token(f"{path}.unlimited", "unlimited") == "true"
        included = None if unlimited else _included(reader, path, used)
        allowances.append(
            Allowance(
                id=id_,
                kind=reader.token(f"{path}.kind", "kind") or "other",
                name=reader.text(f"{path}.name", "name"),
                used=used,
                included=included,
                unlimited=unlimited,
                period=reader.period(f"{path}.period", "period"),
                periods=_periods(path, parts.get(id_, ()), used),
                subscription=reader.text(f"{path}.subscription", "subscription"),
            )
        )
    return tuple(allowances)


def _parts(
    mapping: Mapping, rows: Sequence[Row], ledger: Ledger
) -> Named[str, Sequence[RowReader]]:
    """Sort the rows about parts of a period by their allowance."""
    parts: dict[str, list[RowReader]] = {}
    for row in rows:
        reader = RowReader(mapping, "usage_periods", row, ledger)
        said = reader.word("id")
        if said is not None:
            parts.setdefault(said.text.strip(), []).append(reader)
    return parts


def _periods(
    path: str, readers: Sequence[RowReader], whole: Quantity
) -> tuple[tuple[Period, Quantity], ...]:
    found: list[tuple[Period, Quantity]] = []
    for reader in readers:
        at = f"{path}.periods.{len(found)}"
        period, used = reader.period(f"{at}.0", "period"), reader.quantity(f"{at}.1", "used")
        if period is None or used is None:
            continue
        _same_unit(reader, whole, used, "used")
        found.append((period, used))
    return tuple(found)


def _included(reader: RowReader, path: str, used: Quantity) -> Quantity | None:
    """Read what is included, or make it of what was used and what is left."""
    ledger = reader.ledger
    included = reader.quantity(f"{path}.included", "included")
    if included is None:
        left = reader.quantity(f"{path}.included", "left")
        if left is None:
            return None
        _same_unit(reader, used, left, "left")
        part = reader.keep(left, ledger.sources.pop(f"{path}.included"))
        ledger.sources[f"{path}.included"] = Computed("sum", (f"{path}.used", part))
        return Quantity(used.amount + left.amount, used.unit)
    _same_unit(reader, used, included, "included")
    return included


def _same_unit(reader: RowReader, used: Quantity, other: Quantity, name: str) -> None:
    if used.unit != other.unit:
        raw = reader.raw(name)
        raise BillError(
            "usage-units-differ",
            "What was used and what is included are in different units.",
            raw.where if raw else reader.row.where(),
            "Map both to one unit, with `as: GB` for example.",
        )
