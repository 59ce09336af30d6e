"""What text a template may give: every constant it may choose between, unknown parts as `ANY`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from jinja2 import nodes

from renderer.errors import ScriptError
from renderer.script.place import Place
from renderer.script.sandbox import PLAIN
from renderer.script.template import template
from renderer.script.vocabulary.dynamic import is_template

ANY = "\0"
"""Stands for any text."""
MAX_CHOICES = 200


def possible(value: object, place: Place) -> frozenset[str]:
    """Return the texts that a property's value may be; a broken template may be anything."""
    if not isinstance(value, str):
        return frozenset()
    if not is_template(value):
        return frozenset({value})
    try:
        tree = template(value, place).tree
    except ScriptError:
        return frozenset({ANY})
    parts = [item for out in tree.body if isinstance(out, nodes.Output) for item in out.nodes]
    return _joined(_of(part) for part in parts)


def _joined(parts: Iterable[frozenset[str]]) -> frozenset[str]:
    choices = [sorted(part) for part in parts]
    size = 1
    for choice in choices:
        size *= len(choice)
    if size > MAX_CHOICES:
        return frozenset({ANY})
    return frozenset("".join(one) for one in product(*choices))


def _of(node: nodes.Node) -> frozenset[str]:
    match node:
        case nodes.TemplateData(data=text):
            return frozenset({text})
        case nodes.Const(value=None):
            return frozenset()
        case nodes.Const(value=value):
            return frozenset({str(value)})
        case nodes.Filter(name=name, node=nodes.Node() as inner) if name == PLAIN:
            return _of(inner)
        case nodes.CondExpr(expr1=first, expr2=second):
            return _of(first) | (_of(second) if second else frozenset())
        case nodes.Or(left=left, right=right):
            return _of(left) | _of(right)
        case nodes.Concat(nodes=parts):
            return _joined(_of(part) for part in parts)
        case nodes.Getitem(node=nodes.List(items=items)):
            return frozenset().union(*(_of(item) for item in items))
        case nodes.Getitem(node=nodes.Dict(items=pairs)):
            return frozenset().union(*(_of(pair.value) for pair in pairs))
        case nodes.Mod(left=nodes.Const(value=str(text))):
            return frozenset({text.replace("%s", ANY)})
    return frozenset({ANY})


def matching(text: str, names: Iterable[str]) -> set[str]:
    """Return the names that a text with `ANY` in it may be."""
    pattern = re.compile(".*".join(re.escape(part) for part in text.split(ANY)) + r"\Z", re.DOTALL)
    return {name for name in names if pattern.match(name)}
