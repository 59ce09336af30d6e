"""What is wrong in one Fluent file, said before any bill is there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from fluent.syntax import ast

from renderer.script.place import Place, did_you_mean
from renderer.script.problem import Problem
from renderer.script.words.functions import FUNCTIONS, Function
from renderer.script.words.marks import CLOSE, FIELD, ISOLATES, OPEN
from renderer.script.words.sound import PARTICLES
from renderer.script.words.syntax import Entry, Source, reference, walk


def problem(code: str, message: str, place: Place, remedy: str = "") -> Problem:
    """Return a problem at a place."""
    return Problem(code, message, place.file, place.line, place.column, remedy)


def problems_of(source: Source) -> list[Problem]:
    """List the problems of a file, by place."""
    found = [
        problem("message-syntax", f"this is not Fluent: {said}", place)
        for place, said in source.junk
    ]
    for again in source.repeated:
        first = source.entries[again.id].place
        message = f"the message {again.id!r} stands in line {first.line} already."
        found.append(problem("message-twice", message, again.place, "Remove one of the two."))
    for entry in (*source.entries.values(), *source.repeated):
        found.extend(_entry(entry, source))
    return sorted(found, key=lambda one: (one.line, one.column, one.code))


def _entry(entry: Entry, source: Source) -> Iterator[Problem]:
    if isinstance(entry.node, ast.Message) and entry.node.value is None:
        yield problem("message-broken", f"the message {entry.id!r} has no text.", entry.place)
    for attribute in entry.node.attributes:
        if attribute.id.name != "spoken" and isinstance(entry.node, ast.Message):
            yield problem(
                "message-attribute",
                f"a message has no attribute .{attribute.id.name}.",
                source.place_of(attribute),
                "Only .spoken is known.",
            )
    if entry.spoken_spans is not None and entry.spoken_spans != entry.spans:
        names = ", ".join(sorted(entry.spoken_spans ^ entry.spans))
        yield problem(
            "spans-differ",
            f"seen and .spoken of {entry.id!r} do not show the same: {names}.",
            entry.place,
            "What is said must be seen, and the other way round.",
        )
    for node in walk(entry.node):
        if isinstance(node, ast.TextElement):
            yield from _literal(node.value, node, source)
        elif isinstance(node, ast.Placeable):
            yield from _placeable(node, source)
        elif isinstance(node, ast.FunctionReference):
            yield from _call(node, source)
        elif isinstance(node, ast.SelectExpression):
            yield from _selector(node, source)
        elif isinstance(node, ast.MessageReference | ast.TermReference):
            yield from _reference(node, source)


def _literal(text: str, node: ast.SyntaxNode, source: Source) -> Iterator[Problem]:
    for at, char in enumerate(text):
        category = unicodedata.category(char)
        if category in ("Nd", "Nl", "No"):
            yield problem(
                "digit-in-message",
                "a digit stands in the text.",
                source.place_of(node, at),
                "A figure comes from a fact: use MONEY, COUNT, DATE and the like.",
            )
            return
        if char in (OPEN, FIELD, CLOSE) or char in ISOLATES or char in "\u200e\u200f\u061c":
            yield problem(
                "mark-in-message",
                f"the invisible character U+{ord(char):04X} stands in the text.",
                source.place_of(node, at),
                "Values are isolated by themselves; leave it out.",
            )
            return


def _placeable(node: ast.Placeable, source: Source) -> Iterator[Problem]:
    inner = node.expression
    if isinstance(inner, ast.NumberLiteral):
        yield from _literal(inner.value, inner, source)
    elif isinstance(inner, ast.StringLiteral):
        yield from _string(inner, source)


def _string(node: ast.StringLiteral, source: Source) -> Iterator[Problem]:
    yield from _literal(node.parse()["value"], node, source)


def _selector(node: ast.SelectExpression, source: Source) -> Iterator[Problem]:
    if isinstance(node.selector, ast.FunctionReference):
        yield problem(
            "select-variable",
            "a function's text selects nothing.",
            source.place_of(node.selector),
            "Select by the variable itself: { $count -> … }.",
        )


def _call(node: ast.FunctionReference, source: Source) -> Iterator[Problem]:
    name, place = node.id.name, source.place_of(node)
    function = FUNCTIONS.get(name)
    if function is None:
        hint = did_you_mean(name, FUNCTIONS)
        yield problem("unknown-function", f"there is no function {name}.", place, hint)
        return
    yield from _positional(node, function, source)
    for option in node.arguments.named:
        yield from _option(name, option, function, source)
    if name == "SPAN" and not node.arguments.named:
        yield problem("span-without-id", "a SPAN has no id.", place, 'Write id: "name".')


def _positional(
    node: ast.FunctionReference, function: Function, source: Source
) -> Iterator[Problem]:
    name, given = node.id.name, node.arguments.positional
    kinds = {"variable": ast.VariableReference, "text": ast.StringLiteral}
    fits = len(given) == len(function.takes) and all(
        isinstance(one, kinds[kind]) for one, kind in zip(given, function.takes, strict=True)
    )
    if not fits:
        wanted = ", ".join({"variable": "$name", "text": '"text"'}[one] for one in function.takes)
        yield problem(
            "function-argument",
            f"{name} has other arguments than it takes.",
            source.place_of(node),
            f"Write {name}({wanted}).",
        )
        return
    for one in given:
        if not isinstance(one, ast.StringLiteral):
            continue
        yield from _string(one, source)
        text = one.parse()["value"]
        if name == "JOSA" and text not in PARTICLES:
            hint = did_you_mean(text, PARTICLES)
            place = source.place_of(one)
            yield problem("function-argument", f"JOSA knows no particle {text!r}.", place, hint)
        if name == "ELIDE" and text.count("/") != 1:
            place = source.place_of(one)
            hint = 'Write the full and the elided word: "de/d’".'
            yield problem("function-argument", "ELIDE takes two words.", place, hint)


def _option(
    name: str, option: ast.NamedArgument, function: Function, source: Source
) -> Iterator[Problem]:
    place = source.place_of(option)
    key = option.name.name
    if key not in function.options:
        hint = did_you_mean(key, function.options) or "It takes no options."
        yield problem("function-option", f"{name} has no option {key}.", place, hint)
        return
    known = function.options[key]
    value = option.value
    text = value.parse()["value"] if isinstance(value, ast.StringLiteral) else value.value
    if known is not None and text not in known:
        hint = did_you_mean(text, known)
        yield problem("function-option", f"{name} knows no {key} {text!r}.", place, hint)


def _reference(node: ast.MessageReference | ast.TermReference, source: Source) -> Iterator[Problem]:
    wanted = reference(node)
    name, _, attribute = wanted.partition(".")
    entry = source.entries.get(name)
    attributes = {one.id.name for one in entry.node.attributes} if entry else set()
    if entry is None or (attribute and attribute not in attributes):
        kind = "term" if name.startswith("-") else "message"
        same = [known for known in source.entries if known.startswith("-") == (kind == "term")]
        yield problem(
            "message-missing",
            f"there is no {kind} {wanted!r} in this language.",
            source.place_of(node),
            did_you_mean(name, same),
        )
