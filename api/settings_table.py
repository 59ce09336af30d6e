"""The settings as a table, made from the model: `docs/operations.md` holds it."""

from __future__ import annotations

import json
from typing import Any

from pydantic.fields import FieldInfo

from api.settings import PREFIX, Settings

_ELSEWHERE = {"workers": "one a processor"}
"""Defaults that differ from machine to machine, in words."""


def rows() -> list[dict[str, str]]:
    """Return each setting's variable, default and meaning."""
    return [
        {
            "variable": f"{PREFIX}{name.upper()}",
            "default": _ELSEWHERE.get(name) or _default(field),
            "meaning": str(field.description),
        }
        for name, field in Settings.model_fields.items()
    ]


def table() -> str:
    """Return the settings as a table in Markdown."""
    lines = ["| variable | default | meaning |", "|---|---|---|"]
    lines += [f"| `{row['variable']}` | {row['default']} | {row['meaning']} |" for row in rows()]
    return "\n".join(lines)


def _default(field: FieldInfo) -> str:
    value: Any = field.default
    if value is None or value in ((), {}):
        return ""
    return f"`{json.dumps(value) if isinstance(value, bool) else value}`"
