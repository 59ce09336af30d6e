"""Plan and DisplayList as canonical JSON (RFC 8785), and back. Integers only."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import rfc8785

from renderer.errors import PlanError
from renderer.plan.model import (
    SCHEMA,
    ArcShape,
    CounterShape,
    DisplayList,
    EllipseShape,
    ImageShape,
    PathShape,
    Plan,
    RectShape,
    SvgShape,
    TextShape,
)

Anything = Any
"""A dataclass, what it holds, or plain JSON: told apart as it is read."""

SHAPES: Mapping[str, type] = {
    "rect": RectShape,
    "ellipse": EllipseShape,
    "arc": ArcShape,
    "path": PathShape,
    "text": TextShape,
    "counter": CounterShape,
    "image": ImageShape,
    "svg": SvgShape,
}
_NAMES = {kind: name for name, kind in SHAPES.items()}


def to_json(plan: Plan) -> bytes:
    """Write a plan as canonical JSON, UTF-8."""
    return rfc8785.dumps(plain(plan))


def display_json(shown: DisplayList) -> bytes:
    """Write a display list as canonical JSON, UTF-8."""
    return rfc8785.dumps(plain(shown))


def from_json(data: bytes) -> Plan:
    """Read what `to_json` wrote. Raises `PlanError` on anything else."""
    try:
        plain = json.loads(data)
        if not isinstance(plain, dict) or plain.get("schema", SCHEMA) != SCHEMA:
            raise ValueError("another schema")
        plan = _reader(Plan)(plain)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise PlanError(
            "plan-unreadable",
            "this is not a plan that this version wrote",
            remedy="Lay the film again.",
        ) from error
    if not isinstance(plan, Plan):
        raise TypeError("a plan reads as a Plan")
    return plan


def plain(value: Anything) -> Anything:
    """Return a part of a plan as plain JSON: its fields by name, without those at their default."""
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    out: dict[str, Any] = {}
    name = _NAMES.get(type(value))
    if name is not None:
        out["shape"] = name
    for field, default in _fields(type(value)):
        item = getattr(value, field)
        if item != default:
            out[field] = plain(item)
    if isinstance(value, Plan):
        out["schema"] = value.schema
    return out


_NOTHING = object()
_FIELDS: dict[type, tuple[tuple[str, Any], ...]] = {}


def _fields(kind: type) -> tuple[tuple[str, Any], ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = tuple((field.name, _default(field)) for field in dataclasses.fields(kind))
    return _FIELDS[kind]


def _default(field: dataclasses.Field[Any]) -> Anything:
    if field.default is not dataclasses.MISSING:
        return field.default
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return _NOTHING


Reader = Callable[[Any], Any]
_READERS: dict[Any, Reader] = {}


def _reader(kind: Anything) -> Reader:
    try:
        return _READERS[kind]
    except KeyError:
        pass
    # A type that holds itself (a node's children) finds this entry while it is being made.
    _READERS[kind] = lambda value: _READERS[kind](value)
    _READERS[kind] = _make_reader(kind)
    return _READERS[kind]


def _make_reader(kind: Anything) -> Reader:
    origin: Anything = get_origin(kind)
    args = get_args(kind)
    if origin in (Union, UnionType):
        return _union(args)
    if origin is tuple:
        return _tuple(args)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        item = _reader(args[1])
        return lambda value: {str(key): item(part) for key, part in value.items()}
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    return _scalar(kind)


def _scalar(kind: type) -> Reader:
    def read(value: Anything) -> Anything:
        if type(value) is not kind:
            raise TypeError(f"not {kind.__name__}")
        return value

    return read


def _tuple(args: tuple[Any, ...]) -> Reader:
    if len(args) == 2 and args[1] is Ellipsis:
        item = _reader(args[0])
        return lambda value: tuple(item(part) for part in value)
    parts = [_reader(arg) for arg in args]
    return lambda value: tuple(part(item) for part, item in zip(parts, value, strict=True))


def _union(args: tuple[Any, ...]) -> Reader:
    rest = tuple(arg for arg in args if arg is not NoneType)
    shapes = {_NAMES[arg]: _reader(arg) for arg in rest if arg in _NAMES}
    if shapes:
        return lambda value: None if value is None else shapes[value["shape"]](value)
    if len(rest) == 1:
        inner = _reader(rest[0])
        return lambda value: None if value is None else inner(value)

    def read(value: Anything) -> Anything:
        if type(value) not in rest:
            raise TypeError("of no type that may stand here")
        return value

    return read


def _dataclass(kind: Anything) -> Reader:
    hints = get_type_hints(kind)
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}

    def read(value: Anything) -> Anything:
        given = {
            name: item for name, item in value.items() if name != "shape" or "shape" in readers
        }
        return kind(**{name: readers[name](item) for name, item in given.items()})

    return read
