"""Preferences and consents that stand in a table's columns."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from renderer.bill.model import Consent, Preferences
from renderer.bill.preferences import PreferencesIn
from renderer.bill.table_values import RowReader
from renderer.errors import BillError

_TEXTS = ("language", "channel", "address", "note")
_FLAGS = ("music", "captions", "disputing")


def read_preferences_cells(reader: RowReader) -> tuple[PreferencesIn, Preferences]:
    """Read the preferences that a bill's row holds; a consent without its day is none.

    Raises:
        BillError: `preferences-not-valid`, at the column that is wrong.
    """
    said: dict[str, Any] = {}
    for name in _TEXTS:
        said[name] = reader.text(f"preferences.{name}", "preferences", name)
    for name in _FLAGS:
        said[name] = _flag(reader.token(f"preferences.{name}", "preferences", name))
    said["pace"] = _pace(reader)
    said["givenName"] = reader.text("customer.given_name", "customer", "given_name")
    since = reader.day("customer.since", "customer", "since")
    said["customerSince"] = since.isoformat() if since else None
    said["consents"] = _consents(reader)
    try:
        told = PreferencesIn.model_validate({k: v for k, v in said.items() if v is not None})
    except ValidationError as error:
        raise _not_valid(reader, error) from None
    preferences = Preferences(
        **{name: getattr(told, name) for name in (*_TEXTS, *_FLAGS, "pace")},
        consents=tuple(Consent(**one.model_dump()) for one in told.consents),
    )
    return told, preferences


def _consents(reader: RowReader) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for at, one in enumerate(reader.mapping.told.bill.fields.consents):
        path, names = f"preferences.consents.{len(found)}", ("consents", str(at))
        given = _flag(reader.token(f"{path}.given", *names, "given"))
        recorded = reader.day(f"{path}.recorded", *names, "recorded")
        if given is None or recorded is None:
            for name in ("given", "recorded"):
                reader.ledger.sources.pop(f"{path}.{name}", None)
            continue
        reader.ledger.text(f"{path}.purpose", reader.told(*names, "purpose"))
        found.append(
            {
                "purpose": one.purpose,
                "given": given,
                "recorded": recorded.isoformat(),
                "source": reader.text(f"{path}.source", *names, "source") or "table",
            }
        )
    return found


def _flag(said: str | None) -> bool | None:
    return None if said is None else said == "true"


def _pace(reader: RowReader) -> float | str | None:
    text = reader.text("preferences.pace", "preferences", "pace")
    try:
        return None if text is None else float(text)
    except ValueError:
        return text


def _not_valid(reader: RowReader, error: ValidationError) -> BillError:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    name, *rest = (str(step) for step in first["loc"])
    places = {"givenName": ("customer", "given_name"), "customerSince": ("customer", "since")}
    steps = ("consents", *rest) if name == "consents" else ("preferences", name)
    raw = None if name == "consents" else reader.word(*places.get(name, steps))
    return BillError(
        "preferences-not-valid",
        f"{first['msg']}.",
        raw.where if raw else reader.row.where(),
        "Its bounds stand in docs/errors/preferences-not-valid.md.",
    )
