"""How a pack names words: a message with its variables, or a figure with its format."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from renderer.script.vocabulary.dynamic import Data, MessageId, choice
from renderer.script.vocabulary.strict import Strict

FORMATS = (
    "money", "money-signed", "money-round", "quantity", "percent", "count", "date-long",
    "date-short", "date-full", "month", "month-short", "month-year", "day", "weekday", "period",
    "period-short", "country", "text",
)  # fmt: skip
FORMAT = choice(*FORMATS)
With = dict[str, Data]


class MessageProps(Strict):
    """A message and what fills it; a bare message id means one without variables of its own."""

    message: MessageId
    with_: With = Field(default_factory=dict, alias="with")


class SaidProps(Strict):
    """A message, or a figure of the story in a format."""

    message: MessageId = None
    with_: With = Field(default_factory=dict, alias="with")
    value: Data = None
    format: Annotated[Any, FORMAT] = None

    @model_validator(mode="after")
    def _one_of_two(self) -> SaidProps:
        one_of_two(self.message, self.value, self.format)
        return self


def one_of_two(message: object, value: object, pattern: object) -> None:
    """Check that words come from a message or from a value with a format, not both."""
    if (message is None) == (value is None):
        raise ValueError("either `message`, or `value` with `format`, is needed")
    if (value is None) != (pattern is None):
        raise ValueError("`value` and `format` go together")


def spelled_out(value: object) -> object:
    """Return a bare message id as a mapping."""
    return {"message": value} if isinstance(value, str) else value


Message = Annotated[MessageProps, BeforeValidator(spelled_out)]
