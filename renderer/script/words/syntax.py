"""What a Fluent file holds, read from its syntax tree: messages, their variables and spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, pairwise

from fluent.syntax import FluentParser, ast

from renderer.script.place import Place
from renderer.script.words.functions import FUNCTIONS

_START = re.compile(r"^(?:#[^\n]*\n)*(-?[A-Za-z][A-Za-z0-9_-]*) *=", re.MULTILINE)
"""Where an entry begins, comments of its own included; nothing inside one may look like this.

Source: Project Fluent, Syntax 1.0: text after the first line is indented, arguments use a colon.
"""


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


class Source:
    """A Fluent file, each entry parsed when it is first asked for: a scene needs few of them.

    Nothing is raised: what cannot be read is kept as junk.

    Args:
        text: what the file says.
        file: its path relative to the pack, for places.
    """

    def __init__(self, text: str, file: str) -> None:
        text = text.replace("\r\n", "\n")
        self.file = file
        self._lines = (0, *(found.end() for found in re.finditer("\n", text)))
        found = list(_START.finditer(text))
        cuts = (0, *(one.start() for one in found), len(text))
        self._blocks = tuple((at, text[at:end]) for at, end in pairwise(cuts))
        self._read: dict[int, _Block] = {}
        self._known: dict[str, Entry | None] = {}
        self._named: dict[str, list[int]] = {}
        for number, one in enumerate(found, start=1):
            self._named.setdefault(one[1], []).append(number)

    def find(self, name: str) -> Entry | None:
        """Return the first entry of an id, a term's with its "-"; None if there is none."""
        if name not in self._known:
            raw = self._raw(name)
            self._known[name] = raw and _complete(raw, self._raw)
        return self._known[name]

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every entry by id, the first of each."""
        found = ((name, self.find(name)) for name in self._named)
        return {name: entry for name, entry in found if entry}

    @cached_property
    def repeated(self) -> tuple[Entry, ...]:
        """Later entries whose id was taken."""
        every = [self._block(number).entry for number in range(len(self._blocks))]
        return tuple(one for one in every if one and one is not self._raw(one.id))

    @cached_property
    def junk(self) -> tuple[tuple[Place, str], ...]:
        """What is no entry, as (place, what the parser says)."""
        every = (self._block(number).junk for number in range(len(self._blocks)))
        return tuple(chain.from_iterable(every))

    def place_of(self, node: ast.SyntaxNode, plus: int = 0) -> Place:
        """Return where a node begins, or `plus` code points after that."""
        return self.place((node.span.start if node.span else 0) + plus)

    def place(self, offset: int) -> Place:
        """Return where an offset of the text stands."""
        line = bisect_right(self._lines, offset)
        return Place(self.file, line, offset - self._lines[line - 1] + 1)

    def _raw(self, name: str) -> Entry | None:
        """Return the first entry of an id as it stands, without what it refers to."""
        blocks = (self._block(number) for number in self._named.get(name, ()))
        return next((block.entry for block in blocks if block.entry), None)

    def _block(self, number: int) -> _Block:
        if number not in self._read:
            self._read[number] = self._parse(*self._blocks[number])
        return self._read[number]

    def _parse(self, start: int, text: str) -> _Block:
        entry: Entry | None = None
        junk: list[tuple[Place, str]] = []
        for item in FluentParser(with_spans=True).parse(text).body:
            _move(item, start)
            if isinstance(item, ast.Junk):
                said = item.annotations[0] if item.annotations else None
                place = self.place_of(said or item)
                junk.append((place, (said and said.message) or "not Fluent syntax"))
            elif isinstance(item, ast.Message | ast.Term):
                entry = _entry(item, self)
        return _Block(entry, tuple(junk))


@dataclass(frozen=True, slots=True)
class _Block:
    """What stands from one entry's start to the next one's."""

    entry: Entry | None
    junk: tuple[tuple[Place, str], ...]


def _move(item: ast.BaseNode, by: int) -> None:
    """Make the offsets of an entry those of the whole file."""
    for node in walk(item):
        if isinstance(node, ast.SyntaxNode) and node.span:
            node.span.start += by
            node.span.end += by


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


def _complete(entry: Entry, raw: Callable[[str], Entry | None]) -> Entry:
    """Add the variables and spans of every message it refers to, however far."""
    seen = {entry.id}
    waiting = sorted(entry.refers)
    variables = {use.name: use for use in entry.variables}
    spans, optional = set(entry.spans), set(entry.optional)
    spoken = entry.spoken_spans
    while waiting:
        name = waiting.pop().partition(".")[0]
        other = raw(name)
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
