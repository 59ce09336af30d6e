"""The model every mapping of a pack is read by: unknown keys come with the nearest known one."""

from __future__ import annotations

from typing import Any, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    ModelWrapValidatorHandler,
    ValidationError,
    model_validator,
)
from pydantic_core import InitErrorDetails, PydanticCustomError

from renderer.script.place import did_you_mean


class Strict(BaseModel):
    """A mapping with known keys only."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)

    @classmethod
    def known(cls) -> tuple[str, ...]:
        """Return the keys as a pack writes them."""
        return tuple(field.alias or name for name, field in cls.model_fields.items())

    @model_validator(mode="wrap")
    @classmethod
    def _only_known_keys(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if not isinstance(data, dict):
            raise PydanticCustomError("shape", "a mapping is expected here")
        known = cls.known()
        wrong = [
            InitErrorDetails(
                type=PydanticCustomError(
                    "unknown_key",
                    "there is no key '{key}' here",
                    {"key": str(key), "remedy": did_you_mean(str(key), known)},
                ),
                loc=(key,),
                input=None,
            )
            for key in data
            if key not in known
        ]
        try:
            made = handler({key: value for key, value in data.items() if key in known})
        except ValidationError as inner:
            wrong += [_again(detail) for detail in inner.errors(include_url=False)]
        if wrong:
            raise ValidationError.from_exception_data(cls.__name__, wrong)
        return made


def _again(detail: Any) -> InitErrorDetails:
    """Return an inner error's details so that they can be raised again from here."""
    context = dict(detail.get("ctx", {}))
    context.pop("error", None)
    return InitErrorDetails(
        type=PydanticCustomError(detail["type"], _escaped(detail["msg"]), context or None),
        loc=detail["loc"],
        input=None,
    )


def _escaped(message: str) -> str:
    return message.replace("{", "(").replace("}", ")")
