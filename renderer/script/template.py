"""Jinja2 in string leaves: expressions over plain data, with nothing in them that can run away.

Two walls stand one behind the other. A leaf's syntax tree may hold only the node types, filters
and tests listed here: no statements, no calls, no `**`, no name that starts with an underscore.
What passes runs in Jinja2's immutable sandbox, whose operators refuse to grow text or numbers
beyond bounds. So a leaf's work is bounded by its length and needs no timer, and binding may run
in a thread. A service that binds packs of strangers should still do so in a process with limits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import InvalidOperation
from functools import lru_cache, partial

from jinja2 import TemplateError, Undefined, nodes
from jinja2.environment import TemplateExpression
from jinja2.exceptions import SecurityError

from renderer.script.limits import MAX_DEPTH, MAX_LEAF, MAX_WEIGHT, weigh
from renderer.script.place import Place, did_you_mean
from renderer.script.problem import error
from renderer.script.sandbox import FILTERS, PLAIN, TESTS, environment

_NODES: tuple[type[nodes.Node], ...] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Getattr,
    nodes.Getitem, nodes.Slice, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.CondExpr, nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod,
    nodes.Neg, nodes.Pos, nodes.Concat, nodes.List, nodes.Tuple, nodes.Dict, nodes.Pair,
    nodes.Filter, nodes.Test, nodes.Keyword,
)  # fmt: skip
_RESERVED = frozenset({"self", "super", "caller", "varargs", "kwargs"})
"""Names that Jinja2 itself fills."""
_ENV = environment()


@dataclass(frozen=True, slots=True)
class Template:
    """One compiled leaf.

    Args:
        names: the variables it needs.
        tree: its syntax, for the static check.
        typed: true when it is one `{{ expression }}`, whose value keeps its type.
    """

    text: str
    names: frozenset[str]
    tree: nodes.Template
    typed: bool
    run: Callable[[Mapping[str, object]], object]

    def evaluate(self, names: Mapping[str, object], place: Place) -> object:
        """Return the leaf's value.

        Raises:
            ScriptError: `script-undefined` for a name or attribute that is not there,
                `script-template` for anything else that fails, `script-bomb` beyond the bounds.
        """
        try:
            value = self.run(names)
            if isinstance(value, Undefined):
                str(value)  # raises what is undefined
            weight = weigh(value)
        except SecurityError as cause:
            raise error(
                "script-template",
                f"this expression is refused: {cause.message}",
                place,
                "Packs compute little: let the story or the layout do it.",
            ) from cause
        except TemplateError as cause:
            raise error(
                "script-undefined",
                _undefined(cause),
                place,
                "Ask for it with `when` first, or correct the name.",
            ) from cause
        except (
            TypeError,
            ValueError,
            ArithmeticError,
            AttributeError,
            KeyError,
            IndexError,
            InvalidOperation,
            RecursionError,
        ) as cause:
            raise error(
                "script-template",
                "this expression fails on this story's values",
                place,
                f"Python calls it {type(cause).__name__}.",
            ) from cause
        if weight > MAX_WEIGHT:
            raise error("script-bomb", "an expression's value is too large", place)
        return value


def template(text: str, place: Place) -> Template:
    """Compile a leaf.

    Raises:
        ScriptError: `script-template` for a syntax error or anything outside the allowed syntax.
    """
    try:
        return _compile(text)
    except _Refused as cause:
        raise error("script-template", cause.message, place, cause.remedy) from cause


class _Refused(Exception):  # noqa: N818
    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.remedy = message, remedy


@lru_cache(maxsize=4096)
def _compile(text: str) -> Template:
    if len(text) > MAX_LEAF:
        raise _Refused(f"a template is longer than {MAX_LEAF} characters")
    try:
        tree = _ENV.parse(text)
        _allow(tree, 0)
        # Nothing in the allowed syntax gives a name a value, so every name is one it needs.
        names = frozenset(name.name for name in tree.find_all(nodes.Name))
        for joined in tree.find_all(nodes.Concat):
            joined.nodes = [nodes.Filter(one, PLAIN, [], [], None, None) for one in joined.nodes]
        if (only := _single(tree, text)) is not None:
            if (steps := _steps(only)) is not None:
                return Template(text, names, tree, True, partial(_follow, steps))
            body: list[nodes.Node] = [nodes.Assign(nodes.Name("result", "store"), only, lineno=1)]
            expression = TemplateExpression(
                _ENV.from_string(nodes.Template(body, lineno=1)), undefined_to_none=False
            )
            return Template(text, names, tree, True, lambda values: expression(**values))
        compiled = _ENV.from_string(tree)
        return Template(text, names, tree, False, lambda values: compiled.render(**values))
    except TemplateError as cause:
        raise _Refused(f"this is not a template: {cause.message}") from cause
    except (RecursionError, MemoryError, SyntaxError, ValueError, OverflowError) as cause:
        raise _Refused("this expression is too deep to read") from cause


def _steps(expression: nodes.Expr) -> tuple[str, ...] | None:
    """Return the names of an expression that is a name and attributes, else None."""
    steps: list[str] = []
    while isinstance(expression, nodes.Getattr):
        steps.append(expression.attr)
        expression = expression.node
    if not isinstance(expression, nodes.Name):
        return None
    return (expression.name, *reversed(steps))


def _follow(steps: tuple[str, ...], values: Mapping[str, object]) -> object:
    """Evaluate a name and its attributes as the compiled expression would; most leaves are one."""
    first, *attributes = steps
    value = values[first] if first in values else _ENV.undefined(name=first)
    for name in attributes:
        value = _ENV.getattr(value, name)
    return value


def _allow(node: nodes.Node, depth: int) -> None:
    """Refuse any syntax outside the list, so that what runs is bounded by its length."""
    if depth > MAX_DEPTH:
        raise _Refused("this expression is nested too deep")
    if not isinstance(node, _NODES):
        what = type(node).__name__.lower()
        raise _Refused(
            f"'{what}' does not belong in a pack's templates",
            "Use `when`, `repeat` and `let`; templates are expressions of data.",
        )
    match node:
        case nodes.Name(name=name) if name in _RESERVED:
            raise _Refused(f"'{name}' is not a name of data")
        case nodes.Getattr(attr=name) | nodes.Name(name=name) if name.startswith("_"):
            raise _Refused("a name starts with an underscore", "Such names are private.")
        case nodes.Getitem(arg=nodes.Const(value=str(name))) if name.startswith("_"):
            raise _Refused("a name starts with an underscore", "Such names are private.")
        case nodes.Filter(name=name) if name not in FILTERS:
            raise _Refused(f"there is no filter '{name}'", did_you_mean(name, FILTERS))
        case nodes.Filter(name="map"):
            _only_attribute(node)
        case nodes.Filter(name="selectattr" | "rejectattr", args=[_, nodes.Const(value=name), *_]):
            if name not in TESTS:
                raise _Refused(f"there is no test '{name}'", did_you_mean(str(name), TESTS))
        case nodes.Test(name=name) if name not in TESTS:
            raise _Refused(f"there is no test '{name}'", did_you_mean(name, TESTS))
    for child in node.iter_child_nodes():
        _allow(child, depth + 1)


def _only_attribute(node: nodes.Filter) -> None:
    if node.args or any(word.key not in ("attribute", "default") for word in node.kwargs):
        raise _Refused("'map' takes an attribute only", 'Write map(attribute="name").')


def _single(tree: nodes.Template, text: str) -> nodes.Expr | None:
    """Return the expression of a leaf that is exactly one `{{ expression }}`."""
    match tree.body:
        case [nodes.Output(nodes=[nodes.Expr() as only])]:
            whole = text.startswith("{{") and text.endswith("}}")
            return only if whole and not isinstance(only, nodes.TemplateData) else None
    return None


def _undefined(cause: TemplateError) -> str:
    """Say what is undefined without the values that Jinja2 would print."""
    text = cause.message or ""
    if text.endswith("is undefined") or "has no attribute" in text:
        quoted = text.split("'")
        name = quoted[-2] if len(quoted) > 2 else ""
        return f"'{name}' is not there" if name else "a name is not there"
    return "this expression fails"


def outputs(tree: nodes.Template) -> Iterator[nodes.Expr]:
    """Yield the expressions of a leaf."""
    for part in tree.body:
        if isinstance(part, nodes.Output):
            for item in part.nodes:
                if not isinstance(item, nodes.TemplateData):
                    yield item
