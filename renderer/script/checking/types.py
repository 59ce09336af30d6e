"""The type of an expression, so that a name or attribute that is nowhere is found without a bill.

Types are those of `renderer.story.model`; whatever cannot be told is `Any` and never complained of.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import lru_cache
from types import GenericAlias, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import nodes

from renderer.script.binding.film import VIEW
from renderer.script.place import did_you_mean
from renderer.script.sandbox import FIGURE
from renderer.story.facts import Figure
from renderer.story.model import Story

Type = Any
Names = Mapping[str, Type]
Report = Callable[[str, str], None]
"""Called with what is wrong and the remedy."""

_SAME = frozenset({"list", "selectattr", "rejectattr"})


@lru_cache(maxsize=1)
def view_types() -> Names:
    """Return the types of the names that every template sees."""
    hints = get_type_hints(Story)
    told = {name: bare(hints[name]) for name in VIEW if name in hints}
    plain = {"form": str, "language": str, "shape": str, "ground": str, "week_start": int}
    return {**told, **plain, "loop": None}


def bare(hint: Type) -> Type:
    """Return a type without its None."""
    origin: Any = get_origin(hint)
    if origin is Union or origin is UnionType:
        rest = [one for one in get_args(hint) if one is not NoneType]
        return rest[0] if len(rest) == 1 else Any
    return hint


def item_of(kind: Type) -> Type:
    """Return the type of a list's items."""
    arguments = get_args(kind)
    origin: Any = get_origin(kind)
    return bare(arguments[0]) if origin in {tuple, list} and arguments else Any


def attributes(kind: Type) -> Mapping[str, Type] | None:
    """Return a type's attributes, None where they are not known."""
    if kind is Figure:
        return dict.fromkeys(FIGURE, Any)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return {field.name: bare(hints[field.name]) for field in fields(kind)}
    return None


def infer(node: nodes.Node, names: Names, report: Report) -> Type:
    """Return an expression's type; report every name and attribute that is not there."""
    match node:
        case nodes.Name(name=name):
            if name not in names or (name == "loop" and names[name] is None):
                report(f"'{name}' is not a name here", did_you_mean(name, names))
                return Any
            return names[name]
        case nodes.Getattr(node=inner, attr=name):
            return _attribute(infer(inner, names, report), name, report)
        case nodes.Getitem(node=inner, arg=nodes.Const(value=str(name))):
            return _attribute(infer(inner, names, report), name, report)
        case nodes.Getitem(node=inner, arg=arg):
            kind = infer(inner, names, report)
            if isinstance(arg, nodes.Slice):
                return kind
            infer(arg, names, report)
            return item_of(kind)
        case nodes.CondExpr(test=test, expr1=first, expr2=second):
            infer(test, names, report)
            return _either([infer(one, names, report) for one in (first, second) if one])
        case nodes.And(left=left, right=right) | nodes.Or(left=left, right=right):
            return _either([infer(left, names, report), infer(right, names, report)])
        case nodes.List(items=items) | nodes.Tuple(items=items):
            kinds = [infer(item, names, report) for item in items]
            return GenericAlias(tuple, (_either(kinds), ...))
        case nodes.Filter(node=nodes.Node() as inner, name=name):
            return _filtered(node, name, infer(inner, names, report), names, report)
        case nodes.Add(left=left, right=right):
            kinds = [infer(left, names, report), infer(right, names, report)]
            return _either(kinds) if all(get_origin(kind) is tuple for kind in kinds) else Any
        case nodes.Const(value=value):
            return type(value) if value is not None else Any
        case nodes.Compare() | nodes.Not() | nodes.Test():
            _children(node, names, report)
            return bool
    _children(node, names, report)
    return Any


def _children(node: nodes.Node, names: Names, report: Report) -> None:
    for child in node.iter_child_nodes():
        infer(child, names, report)


def _either(kinds: list[Type]) -> Type:
    known = [kind for kind in kinds if kind is not Any]
    return known[0] if known and len(known) == len(kinds) and len(set(known)) == 1 else Any


def _attribute(kind: Type, name: str, report: Report) -> Type:
    known = attributes(kind)
    if known is None:
        return Any
    if name not in known:
        what = getattr(kind, "__name__", "value").removesuffix("View").lower()
        report(f"a {what} has no '{name}'", did_you_mean(name, known))
        return Any
    return known[name]


def _filtered(node: nodes.Filter, name: str, kind: Type, names: Names, report: Report) -> Type:
    for argument in node.args:
        infer(argument, names, report)
    match name:
        case "first" | "last":
            return item_of(kind)
        case "length" | "count":
            return int
        case _ if name in _SAME:
            first = node.args[0] if node.args else None
            if name != "list" and isinstance(first, nodes.Const):
                _attribute(item_of(kind), str(first.value).split(".")[0], report)
            return kind
        case "map":
            return Any
    return Any
