"""The customer's preferences: our own JSON object, beside the bill or inside its bundle."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
    ValidationError,
)

from renderer.bill.json_node import JsonNode
from renderer.bill.ledger import source
from renderer.bill.model import Computed, Consent, Preferences, Source
from renderer.bill.pointer import escape
from renderer.bill.reading import date_of, text_of
from renderer.bill.strict_json import Json, JsonNumber
from renderer.errors import BillError


def _day(value: object) -> date:
    day = date_of(value) if isinstance(value, str) else None
    if day is None:
        raise ValueError("write a day as year-month-day")
    return day


def _no_surrogates(value: str) -> str:
    if any(0xD800 <= ord(mark) <= 0xDFFF for mark in value):
        raise ValueError("half a character")
    return text_of(value)


Day = Annotated[date, BeforeValidator(_day)]
Name = Annotated[
    str, AfterValidator(_no_surrogates), StringConstraints(min_length=1, max_length=80)
]
Note = Annotated[
    str, AfterValidator(_no_surrogates), StringConstraints(min_length=1, max_length=160)
]
Token = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]{0,39}$")]
Sources = dict[str, Source | Computed]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class ConsentIn(_Strict):
    """One recorded consent as it comes in."""

    purpose: Token
    given: StrictBool
    recorded: Day
    source: Name


class PreferencesIn(_Strict):
    """Preferences as they come in.

    `givenName` and `customerSince` are what the operator's CRM knows and a bill does not say.
    """

    language: Annotated[
        str | None, StringConstraints(pattern=r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$")
    ] = None
    channel: Literal["email", "sms", "app", "portal", "paper"] | None = None
    pace: Annotated[float, Field(ge=0.8, le=1.2, strict=True)] | None = None
    music: StrictBool | None = None
    captions: StrictBool | None = None
    address: Token | None = None
    note: Note | None = None
    disputing: StrictBool | None = None
    consents: Annotated[list[ConsentIn], Field(max_length=50)] = []
    given_name: Annotated[Name | None, Field(alias="givenName")] = None
    customer_since: Annotated[Day | None, Field(alias="customerSince")] = None


PREFERENCES = frozenset(field.alias or name for name, field in PreferencesIn.model_fields.items())
"""Members of a preferences object, by which one is known among other documents."""


def read_preferences(node: JsonNode | None) -> tuple[PreferencesIn, Preferences, Sources]:
    """Read a preferences object; absent, all is unset.

    Raises:
        BillError: `preferences-not-valid`, at the member that is wrong.
    """
    if node is None:
        return PreferencesIn(), Preferences(), {}
    try:
        told = PreferencesIn.model_validate(_plain(node.value))
    except ValidationError as error:
        raise _not_valid(node, error) from None
    sources: Sources = {}
    names = ("language", "channel", "pace", "music", "captions", "address", "note", "disputing")
    for name in names:
        _note(node, name, f"preferences.{name}", sources)
    _note(node, "givenName", "customer.given_name", sources)
    _note(node, "customerSince", "customer.since", sources)
    for at, consent in enumerate(node.each("consents")):
        for name in ConsentIn.model_fields:
            _note(consent, name, f"preferences.consents.{at}.{name}", sources)
    preferences = Preferences(
        language=told.language,
        channel=told.channel,
        pace=told.pace,
        music=told.music,
        captions=told.captions,
        address=told.address,
        note=told.note,
        disputing=told.disputing,
        consents=tuple(Consent(**one.model_dump()) for one in told.consents),
    )
    return told, preferences, sources


def _note(node: JsonNode, name: str, path: str, sources: Sources) -> None:
    raw = node.scalar(name)
    if raw is not None:
        sources[path] = source(raw)


def _plain(value: Json) -> object:
    match value:
        case JsonNumber(text=text):
            return float(text)
        case dict():
            return {key: _plain(one) for key, one in value.items()}
        case list():
            return [_plain(one) for one in value]
        case _:
            return value


def _not_valid(node: JsonNode, error: ValidationError) -> BillError:
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    steps = "".join(f"/{escape(str(step)[:40])}" for step in first["loc"])
    unknown = first["type"] == "extra_forbidden"
    known = ", ".join(sorted(PREFERENCES))
    return BillError(
        "preferences-not-valid",
        "There is no such preference." if unknown else f"{first['msg']}.",
        f"{node.where}{steps}",
        f"Known are {known}."
        if unknown
        else "Its bounds stand in docs/errors/preferences-not-valid.md.",
    )
