"""What a Fluent file holds, read from its syntax tree: messages, their variables and spans."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from fluent.syntax import FluentParser, ast

from renderer.script.place import Place
from renderer.script.words.functions import FUNCTIONS


@dataclass(frozen=True)
class Use:
    """A variable or named span in a message, and where."""

    name: str
    place: Place


@dataclass(frozen=True)
class Entry:
    """One message or term of a file.

    Args:
        id: with a leading "-" for a term.
        variables: every variable, in order of first use, those of referred messages included.
        spans: names that show up as spans in the seen text: variables shown, and SPAN ids.
        spoken_spans: the same of `.spoken`, None without that attribute.
        optional: variables that may be absent: it has a variant [none] for them.
        refers: ids of messages and terms it refers to.
    """

    id: str
    place: Place
    node: ast.Message | ast.Term
    variables: tuple[Use, ...]
    spans: frozenset[str]
    spoken_spans: frozenset[str] | None
    optional: frozenset[str]
    refers: frozenset[str]


@dataclass(frozen=True)
class Source:
    """A parsed file: entries by id (the first of each), and what could not be read.

    Args:
        repeated: later entries whose id was taken.
        junk: (place, what the parser says).
    """

    file: str
    entries: Mapping[str, Entry]
    repeated: tuple[Entry, ...]
    junk: tuple[tuple[Place, str], ...]
    lines: tuple[int, ...] = field(repr=False)
    resource: ast.Resource = field(repr=False)

    def place_of(self, node: ast.SyntaxNode, plus: int = 0) -> Place:
        """Return where a node begins, or `plus` code points after that."""
        return self.place((node.span.start if node.span else 0) + plus)

    def place(self, offset: int) -> Place:
        """Return where an offset of the text stands."""
        line = bisect_right(self.lines, offset)
        return Place(self.file, line, offset - self.lines[line - 1] + 1)


def parse(text: str, file: str) -> Source:
    """Parse a Fluent file. Nothing is raised: what cannot be read is kept as junk."""
    text = text.replace("\r\n", "\n")
    resource = FluentParser(with_spans=True).parse(text)
    lines = (0, *(at + 1 for at, char in enumerate(text) if char == "\n"))
    empty = Source(file, {}, (), (), lines, resource)
    raw: dict[str, Entry] = {}
    repeated: list[Entry] = []
    junk: list[tuple[Place, str]] = []
    for item in resource.body:
        if isinstance(item, ast.Junk):
            said = item.annotations[0] if item.annotations else None
            place = empty.place_of(said or item)
            junk.append((place, (said and said.message) or "not Fluent syntax"))
        elif isinstance(item, ast.Message | ast.Term):
            entry = _entry(item, empty)
            if entry.id in raw:
                repeated.append(entry)
            else:
                raw[entry.id] = entry
    entries = {name: _complete(entry, raw) for name, entry in raw.items()}
    return Source(file, entries, tuple(repeated), tuple(junk), lines, resource)


def walk(node: ast.BaseNode) -> Iterator[ast.BaseNode]:
    """Yield a node and all below it, in the order they are written."""
    yield node
    for name, value in vars(node).items():
        if name == "span":
            continue
        for child in value if isinstance(value, list) else (value,):
            if isinstance(child, ast.BaseNode):
                yield from walk(child)


def reference(node: ast.MessageReference | ast.TermReference) -> str:
    """Return the id a reference names, attribute included."""
    name = f"-{node.id.name}" if isinstance(node, ast.TermReference) else node.id.name
    return f"{name}.{node.attribute.name}" if node.attribute else name


def _entry(item: ast.Message | ast.Term, source: Source) -> Entry:
    variables: dict[str, Use] = {}
    refers: set[str] = set()
    for node in walk(item):
        if isinstance(node, ast.VariableReference):
            use = Use(node.id.name, source.place_of(node))
            variables.setdefault(use.name, use)
        elif isinstance(node, ast.MessageReference | ast.TermReference):
            refers.add(reference(node))
    spoken = [attribute for attribute in item.attributes if attribute.id.name == "spoken"]
    is_term = isinstance(item, ast.Term)
    return Entry(
        f"-{item.id.name}" if is_term else item.id.name,
        source.place_of(item),
        item,
        () if is_term else tuple(variables.values()),
        _spans(item.value) if item.value else frozenset(),
        _spans(spoken[0].value) if spoken else None,
        frozenset(name for node in walk(item) for name in _optional(node)),
        frozenset(refers),
    )


def _optional(node: ast.BaseNode) -> tuple[str, ...]:
    """Return the variable that a select expression has a [none] variant for."""
    if not isinstance(node, ast.SelectExpression):
        return ()
    if not isinstance(node.selector, ast.VariableReference):
        return ()
    keys = [one.key.name for one in node.variants if isinstance(one.key, ast.Identifier)]
    return (node.selector.id.name,) if "none" in keys else ()


def _spans(pattern: ast.Pattern) -> frozenset[str]:
    names: set[str] = set()
    for node in walk(pattern):
        if isinstance(node, ast.Placeable) and isinstance(node.expression, ast.VariableReference):
            names.add(node.expression.id.name)
        if not isinstance(node, ast.FunctionReference):
            continue
        known = FUNCTIONS.get(node.id.name)
        if known is None or not known.shows:
            continue
        names |= {
            a.id.name for a in node.arguments.positional if isinstance(a, ast.VariableReference)
        }
        names |= {
            a.value.parse()["value"]
            for a in node.arguments.named
            if a.name.name == "id" and isinstance(a.value, ast.StringLiteral)
        }
    return frozenset(names)


def _complete(entry: Entry, raw: Mapping[str, Entry]) -> Entry:
    """Add the variables and spans of every message it refers to, however far."""
    seen = {entry.id}
    waiting = sorted(entry.refers)
    variables = {use.name: use for use in entry.variables}
    spans, optional = set(entry.spans), set(entry.optional)
    spoken = entry.spoken_spans
    while waiting:
        name = waiting.pop().partition(".")[0]
        other = raw.get(name)
        if other is None or name in seen:
            continue
        seen.add(name)
        waiting.extend(sorted(other.refers))
        for use in other.variables:
            variables.setdefault(use.name, use)
        spans |= other.spans
        spoken = None if spoken is None else spoken | other.spans
        optional |= other.optional
    return replace(
        entry,
        variables=tuple(variables.values()),
        spans=frozenset(spans),
        spoken_spans=spoken,
        optional=frozenset(optional),
    )
