"""How mapping.yaml says where a field's value stands: one class a kind of value.

A field is a column's name, or `{column: NAME, …}` with what its kind allows beside it, or
`{constant: VALUE}`.
"""

from __future__ import annotations

from typing import Annotated, Any, Generic, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
    field_validator,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from renderer.bill.model import BillKind, ChargeKind, PaymentMethod, Reason
from renderer.bill.table_notation import is_pattern

Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Word = Annotated[str, StringConstraints(min_length=1, max_length=160)]
Token = TypeVar("Token", bound=str)
Usage = Literal["data", "voice", "messages", "other"]
YesNo = Literal["true", "false"]
Side = Literal["charge", "credit"]


class Strict(BaseModel):
    """Unknown keys are errors, and errors repeat no input."""

    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


class Cell(Strict):
    """Where a value stands: a column of the row, or the same for every row."""

    column: Name | None = None
    constant: Word | None = None

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.column is None) == (self.constant is None):
            raise ValueError("give either column or constant")
        return self

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Allow the short form, a column's name, in the published schema too."""
        schema = handler.resolve_ref_schema(handler(core))
        short = {"type": "string", "minLength": 1, "description": "The column's name."}
        return {"anyOf": [short, schema]}


class TextCell(Cell):
    """Text, as it stands or by a list of what the table's codes mean."""

    values: dict[str, Word] = {}
    other: Word | None = None


class OneOf(Cell, Generic[Token]):
    """One of a few words of ours. Without `values` the table has to say these words."""

    constant: Token | None = None
    values: dict[str, Token] = {}
    other: Token | None = None

    def knows(self, word: str) -> bool:
        """Tell whether this is one of our words."""
        return word in self.words()

    @classmethod
    def words(cls) -> frozenset[str]:
        """Return our words."""
        kind = cls.__pydantic_generic_metadata__["args"][0]
        return frozenset(str(one) for one in (getattr(kind, "__args__", None) or kind))


class DayCell(Cell):
    """A day: year-month-day, or by a `format` such as DD.MM.YYYY."""

    format: Annotated[str, StringConstraints(max_length=20)] | None = None

    @field_validator("format")
    @classmethod
    def _known(cls, value: str | None) -> str | None:
        if value is not None and not is_pattern(value):
            raise ValueError("write a format with YYYY, MM and DD, DD.MM.YYYY for example")
        return value


class AmountCell(Cell):
    """Money in the bill's currency; `unit` goes before the mapping's `amounts`."""

    unit: Literal["major", "minor"] | None = None
    negate: bool = False


class RateCell(Cell):
    """A tax rate: 20 or 0.2 for 20 %."""

    unit: Literal["percent", "fraction"] = "percent"


class UnitCell(TextCell):
    """The unit beside a quantity."""


def _constant(value: Any) -> Any:
    return {"constant": value} if isinstance(value, str) else value


class QuantityCell(Cell):
    """How much of something, in a unit; `as` tells data in GB and seconds in minutes.

    Args:
        unit: a unit's name, or where a column says it.
        thousand: how many MB this system counts to a GB.
    """

    unit: Annotated[UnitCell, BeforeValidator(_constant)]
    told_as: Annotated[Literal["GB", "min"] | None, Field(alias="as")] = None
    thousand: Literal["1000", "1024"] = "1000"


def as_column(value: Any) -> Any:
    """Take a lone text for a column's name."""
    return {"column": value} if isinstance(value, str) else value


_Short = BeforeValidator(as_column)
Text = Annotated[TextCell, _Short] | None
Day = Annotated[DayCell, _Short] | None
Amount = Annotated[AmountCell, _Short] | None
Rate = Annotated[RateCell, _Short] | None
HowMuch = Annotated[QuantityCell, _Short] | None
Flag = Annotated[OneOf[YesNo], _Short]
Kind = Annotated[OneOf[ChargeKind], _Short] | None
Why = Annotated[OneOf[Reason], _Short] | None
Method = Annotated[OneOf[PaymentMethod], _Short] | None
Form = Annotated[OneOf[BillKind], _Short] | None
Used = Annotated[OneOf[Usage], _Short]
Sign = Annotated[OneOf[Side], _Short] | None
