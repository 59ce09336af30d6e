"""Jinja2's immutable sandbox, with operators that cannot blow up and a few plain filters."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from renderer.script.counted import length
from renderer.script.limits import MAX_RESULT
from renderer.story.facts import Figure

FILTERS = frozenset(
    [
        "abs",
        "count",
        "d",
        "default",
        "first",
        "int",
        "last",
        "length",
        "list",
        "lower",
        "map",
        "max",
        "min",
        "rejectattr",
        "round",
        "selectattr",
        "upper",
    ]
)
TESTS = frozenset(
    [
        "boolean",
        "defined",
        "divisibleby",
        "eq",
        "equalto",
        "even",
        "false",
        "ge",
        "gt",
        "in",
        "le",
        "lt",
        "mapping",
        "ne",
        "none",
        "number",
        "odd",
        "sameas",
        "sequence",
        "string",
        "true",
        "undefined",
    ]
)

FIGURE = ("fact", "number", "unit")
"""What a template may ask a figure."""
PLAIN = "plain text"
"""The filter put around whatever `~` joins; no template can write its name."""


class Environment(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox, with operators that cannot blow up."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def call_binop(self, context: object, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002
        """Compute an operator on plain numbers, or join two texts or lists, within bounds."""
        if isinstance(left, Undefined) or isinstance(right, Undefined):
            return self.binop_table[operator](left, right)
        if operator == "+" and type(left) is type(right) and isinstance(left, str | list | tuple):
            if len(left) + len(right) > MAX_RESULT:
                raise SecurityError("a text or list grows too long")
            return left + right
        if operator == "%" and isinstance(left, str):
            return _filled(left, right)
        if not (_plain_number(left) and _plain_number(right)) or operator == "**":
            raise SecurityError(f"'{operator}' works on plain numbers only")
        return _bounded(self.binop_table[operator](left, right))

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Allow data, never methods or private names."""
        if isinstance(obj, Figure):  # its value would lose its fact, and reach error messages
            return attr in FIGURE
        return not attr.startswith("_") and not callable(value)


def _filled(text: str, values: Any) -> str:
    """Fill `%s` with plain text and whole numbers, and nothing else: a width could be a bomb."""
    given = values if isinstance(values, tuple) else (values,)
    if re.search(r"%(?![s%])", text) or not all(isinstance(v, str | int) for v in given):
        raise SecurityError("'%' fills %s with text or whole numbers only")
    if len(text) + sum(len(str(value)) for value in given) > MAX_RESULT:
        raise SecurityError("a text grows too long")
    return text % given


def _rounded(value: Any, precision: int = 0) -> Any:
    """Round half to even; Jinja2's own filter computes 10**precision."""
    if not _plain_number(value) or not isinstance(precision, int) or not 0 <= precision <= 12:
        raise SecurityError("'round' takes a plain number, and up to 12 places")
    return round(value, precision) if precision else round(value)


def _plain_number(value: object) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _bounded(value: Any) -> Any:
    if abs(value) > 10**18:
        raise SecurityError("a number grows too large")
    return value


def _finalize(value: object) -> object:
    """Let only plain text and numbers into a text: a figure in it would lose its fact."""
    if isinstance(value, Undefined | str | int):
        return value
    raise SecurityError("only plain text stands inside a text; show a figure through a message")


def environment() -> Environment:
    """Return a sandbox without globals."""
    env = Environment(
        undefined=StrictUndefined, autoescape=False, optimized=False, finalize=_finalize,
        keep_trailing_newline=True, cache_size=0,
    )  # fmt: skip
    env.globals.clear()
    env.filters = {name: env.filters[name] for name in FILTERS}
    env.filters[PLAIN] = _finalize
    env.filters["round"] = _rounded
    env.filters["length"] = env.filters["count"] = length
    env.tests = {name: check for name, check in env.tests.items() if name in TESTS}
    return env
