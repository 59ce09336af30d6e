"""The types of properties: a literal, a template for one, or one of these for each shape.

A property is annotated `Prop(number(0, 1))`. Validation checks literals only; `read` turns a
literal, or a template's value, into what binding uses, by the same rule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from renderer.script.place import did_you_mean

SHAPES = ("wide", "tall")


def is_template(value: object) -> bool:
    """Tell whether a leaf holds Jinja2."""
    return isinstance(value, str) and ("{{" in value or "{%" in value or "{#" in value)


@dataclass(frozen=True, slots=True)
class ByShape:
    """A property that differs by shape."""

    values: Mapping[str, object]


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """How a property's literal is read.

    Args:
        read: returns the checked literal, or raises `PydanticCustomError`.
        schema: its JSON Schema.
        role: what a text names: "message", "color", "paint", "style", "shadow", "radius",
            "space", "icon", "picture", "artwork", "moment" or "ground"; "" for what it says.
    """

    read: Callable[[Any], Any]
    schema: Mapping[str, object]
    role: str = ""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        one = {"anyOf": [dict(self.schema), {"type": "string", "pattern": r"\{\{"}]}
        shapes = {
            "type": "object",
            "properties": dict.fromkeys(SHAPES, one),
            "required": list(SHAPES),
            "additionalProperties": False,
        }
        return cast(JsonSchemaValue, {"anyOf": [*one["anyOf"], shapes]})

    def validate(self, value: object) -> object:
        """Check a property as the pack writes it; templates pass unread."""
        if isinstance(value, dict) and value and set(value) <= set(SHAPES):
            if set(value) != set(SHAPES):
                raise PydanticCustomError(
                    "shape", "both shapes are needed: (wide: …, tall: …)", {"remedy": ""}
                )
            return ByShape({name: self._one(value[name]) for name in SHAPES})
        return self._one(value)

    def _one(self, value: object) -> object:
        return value if is_template(value) else self.read(value)


def _wrong(message: str, remedy: str = "") -> PydanticCustomError:
    return PydanticCustomError("value", "{message}", {"message": message, "remedy": remedy})


def number(low: float | None = None, high: float | None = None) -> Kind:
    """Return the kind of a number within bounds; templates may give integers or decimals."""

    def read(value: object) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
            raise _wrong("a number is expected here")
        if (low is not None and value < low) or (high is not None and value > high):
            bounds = f"{'' if low is None else low} to {'' if high is None else high}".strip()
            raise _wrong(f"this number is out of bounds ({bounds})")
        return float(value)

    limits = {"minimum": low, "maximum": high}
    return Kind(read, {"type": "number", **{k: v for k, v in limits.items() if v is not None}})


def integer(low: int, high: int) -> Kind:
    """Return the kind of a whole number within bounds."""

    def read(value: object) -> int:
        if isinstance(value, bool) or not isinstance(value, int):
            raise _wrong("a whole number is expected here")
        if not low <= value <= high:
            raise _wrong(f"this number is out of bounds ({low} to {high})")
        return value

    return Kind(read, {"type": "integer", "minimum": low, "maximum": high})


def choice(*names: str) -> Kind:
    """Return the kind of one of some words."""

    def read(value: object) -> str:
        if not isinstance(value, str) or value not in names:
            shown = value if isinstance(value, str) else type(value).__name__
            raise _wrong(f"'{shown}' is not one of the words here", did_you_mean(shown, names))
        return value

    return Kind(read, {"enum": list(names)})


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _wrong("text is expected here", "Put it in quotes.")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise _wrong("true or false is expected here")
    return value


def _length(value: object) -> object:
    if isinstance(value, str):
        if value.endswith("%"):
            try:
                float(value[:-1])
            except ValueError:
                raise _wrong("this is not a length", 'Write px, "50%", auto or a token.') from None
        return value
    return number(-10_000, 10_000).read(value)


def _radius(value: object) -> object:
    return value if isinstance(value, str) else number(0, 10_000).read(value)


def _size(value: object) -> object:
    return value if isinstance(value, str) else number(1, 2_000).read(value)


def _pair(value: object) -> tuple[float, float]:
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise _wrong("two numbers are expected here", "For example [0.5, 0.5].")
    return (number().read(value[0]), number().read(value[1]))


def _any(value: object) -> object:
    return value


def _tracks(value: object) -> list[object]:
    if not isinstance(value, list) or not 0 < len(value) <= 24:
        raise _wrong("a list of up to 24 tracks is expected here", 'For example [200, "1fr"].')
    return [_track(item) for item in value]


def _track(value: object) -> object:
    if is_template(value):
        return value
    if isinstance(value, str) and value.endswith("fr"):
        try:
            return f"{float(value[:-2])}fr"
        except ValueError:
            raise _wrong("this is not a track", 'Write px, "1fr", "50%" or auto.') from None
    return _length(value)


def _place(value: object) -> object:
    """Read where a child stands in a grid: 2, "span 2", "1 / 3" or "1 / span 2"."""
    if isinstance(value, int) and not isinstance(value, bool) and value != 0:
        return value
    parts = [part.strip() for part in value.split("/")] if isinstance(value, str) else []
    plain = [part.removeprefix("span ").strip().lstrip("-") for part in parts]
    if not 0 < len(parts) <= 2 or not all(part.isdigit() and len(part) < 4 for part in plain):
        raise _wrong("this is no place in a grid", 'Write 2, "span 2", "1 / 3" or "1 / span 2".')
    return value


_STRING: dict[str, object] = {"type": "string"}
_EITHER: dict[str, object] = {"type": ["number", "string"]}
TEXT = Kind(_text, _STRING)
FLAG = Kind(_flag, {"type": "boolean"})
LENGTH = Kind(_length, _EITHER, "space")
RADIUS = Kind(_radius, _EITHER, "radius")
SIZE = Kind(_size, _EITHER, "style")
MESSAGE = Kind(_text, _STRING, "message")
COLOR = Kind(_text, _STRING, "color")
PAINT = Kind(_text, _STRING, "paint")
STYLE = Kind(_text, _STRING, "style")
SHADOW = Kind(_text, _STRING, "shadow")
ICON = Kind(_text, _STRING, "icon")
PICTURE = Kind(_text, _STRING, "picture")
ARTWORK = Kind(_text, _STRING, "artwork")
MOMENT = Kind(_text, _STRING, "moment")
GROUND = Kind(_text, _STRING, "ground")
PAIR = Kind(_pair, {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2})
TRACK = Kind(_track, _EITHER, "space")
TRACKS = Kind(_tracks, {"type": "array", "items": _EITHER}, "space")
PLACE = Kind(_place, _EITHER)
ANY = Kind(_any, {})
NUMBER = number()
POSITIVE = number(0)

Text = Annotated[Any, TEXT]
MessageId = Annotated[Any, MESSAGE]
ColorName = Annotated[Any, COLOR]
PaintName = Annotated[Any, PAINT]
StyleName = Annotated[Any, STYLE]
MomentName = Annotated[Any, MOMENT]
Flag = Annotated[Any, FLAG]
LengthProp = Annotated[Any, LENGTH]
RadiusProp = Annotated[Any, RADIUS]
Pair = Annotated[Any, PAIR]
Data = Annotated[Any, ANY]
Positive = Annotated[Any, POSITIVE]
Number = Annotated[Any, NUMBER]
