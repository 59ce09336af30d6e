"""Values as JSON-able data."""

from __future__ import annotations

from datetime import date
from typing import Any

from renderer.bill.values import Money, Percent, Period, Quantity, Value


def value_json(value: Value) -> dict[str, Any]:
    """Return a value with its kind; amounts as decimal strings, dates as ISO 8601."""
    match value:
        case Money():
            return {"kind": "money", "amount": str(value.amount), "currency": value.currency}
        case Quantity():
            return {"kind": "quantity", "amount": str(value.amount), "unit": value.unit}
        case Percent():
            return {"kind": "percent", "amount": str(value.amount)}
        case Period():
            start, end = value.start.isoformat(), value.end.isoformat()
            return {"kind": "period", "start": start, "end": end}
        case date():
            return {"kind": "date", "date": value.isoformat()}
        case int():
            return {"kind": "count", "count": value}
        case str():
            return {"kind": "text", "text": value}
