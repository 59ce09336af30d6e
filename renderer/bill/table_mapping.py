"""mapping.yaml -> `Mapping`: checked against itself, every mistake with its line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from collections.abc import Mapping as Named
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from renderer.bill.documents import Document, open_document
from renderer.bill.pointer import escape
from renderer.bill.table_fields import Cell, QuantityCell
from renderer.bill.table_sections import MappingIn, Section, TableIn
from renderer.bill.table_yaml import YamlTree, not_valid, parse_yaml
from renderer.errors import BillError

SECTIONS = ("bill", "lines", "usage", "usage_periods", "payments", "taxes")
"""Parts of a bill that a mapping may place in tables."""


@dataclass(frozen=True)
class Mapping:
    """Which file and column holds what.

    Args:
        document: the file itself: constants and codes have their sources in it.
        folder: where the tables' files are looked for.
        columns: of each table, those that are read.
    """

    document: Document
    folder: Path
    tree: YamlTree
    told: MappingIn
    columns: Named[str, tuple[str, ...]] = field(default_factory=dict)
    _found: dict[tuple[str, tuple[str, ...]], Cell | None] = field(default_factory=dict)

    def section(self, name: str) -> Section | None:
        """Return the section of a name, if the mapping has it."""
        found: Section | None = getattr(self.told, name)
        return found

    def table_of(self, section: str) -> str | None:
        """Return the name of the table that a section stands in."""
        found = self.section(section)
        if found is None:
            return None
        return found.table or next(iter(self.told.tables))

    def table(self, name: str) -> TableIn:
        """Return a table's description."""
        return self.told.tables[name]

    def cell(self, section: str, names: tuple[str, ...]) -> Cell | None:
        """Find where a field of a section stands ("period", "start"); `None` where it is not."""
        if (section, names) not in self._found:
            at: Any = getattr(self.told, section)
            for name in ("fields", *names):
                at = at[int(name)] if isinstance(at, list) else getattr(at, name, None)
            self._found[section, names] = at if isinstance(at, Cell) else None
        return self._found[section, names]

    def where(self, pointer: str) -> str:
        """Name a place in the file."""
        return self.tree.where(pointer)


def load_mapping(path: Path) -> Mapping:
    """Read a mapping file.

    Raises:
        BillError: `mapping-not-valid`, with line, column and the nearest name we know.
    """
    return read_mapping(open_document(path), path.parent)


def read_mapping(document: Document, folder: Path) -> Mapping:
    """Read a mapping from a document; otherwise as `load_mapping`."""
    tree = parse_yaml(document)
    try:
        told = MappingIn.model_validate(tree.root)
    except ValidationError as error:
        raise _mistake(tree, error) from None
    _check_tables(tree, told)
    columns = {name: tuple(_columns(told, name)) for name in told.tables}
    return Mapping(document, folder, tree, told, columns)


def mapping_schema() -> dict[str, Any]:
    """Return the JSON Schema of mapping.yaml, for editors, to which 1 and true are no text."""
    schema: dict[str, Any] = _for_editors(MappingIn.model_json_schema())
    return schema


def _for_editors(node: Any) -> Any:
    if isinstance(node, list):
        return [_for_editors(one) for one in node]
    if not isinstance(node, dict):
        return node
    found = {name: _for_editors(one) for name, one in node.items()}
    words = found.pop("enum", [found.pop("const")] if "const" in found else None)
    if words is not None:
        found["enum"] = [*words, *(json.loads(one) for one in words if _PLAIN.fullmatch(one))]
        found.pop("type", None)
    return found


_PLAIN = re.compile(r"\d+|true|false")


def cells(fields: object, pointer: str) -> Iterator[tuple[str, Cell]]:
    """Walk the cells of a section's fields, each with its pointer into the mapping."""
    if isinstance(fields, list):
        for at, one in enumerate(fields):
            yield from cells(one, f"{pointer}/{at}")
    elif isinstance(fields, BaseModel):
        if isinstance(fields, Cell):
            yield pointer, fields
        if not isinstance(fields, Cell) or isinstance(fields, QuantityCell):
            for name in type(fields).model_fields:
                yield from cells(getattr(fields, name), f"{pointer}/{name}")


def _columns(told: MappingIn, table: str) -> Iterator[str]:
    found = {told.tables[table].key: None}
    for name in SECTIONS:
        section = getattr(told, name)
        if section is None or (section.table or next(iter(told.tables))) != table:
            continue
        found |= dict.fromkeys(section.only)
        for _, cell in cells(section.fields, ""):
            if cell.column is not None:
                found[cell.column] = None
    yield from found


def _check_tables(tree: YamlTree, told: MappingIn) -> None:
    for name in SECTIONS:
        section = getattr(told, name)
        if section is None:
            continue
        if section.table is None and len(told.tables) > 1:
            where = tree.where(f"/{name}", key=True)
            raise not_valid("This part does not say which table it stands in.", where)
        if section.table is not None and section.table not in told.tables:
            raise not_valid(
                "There is no table of this name.",
                tree.where(f"/{name}/table"),
                nearest(section.table, told.tables),
            )
    if told.payments is not None and told.bill.fields.paid is not None:
        where = tree.where("/payments", key=True)
        raise not_valid("What is paid stands in the bill's fields too.", where, "Map one of them.")


def nearest(name: str, known: Any) -> str:
    """Make a remedy that names what was probably meant."""
    names = sorted(str(one) for one in known)
    near = get_close_matches(name, names, n=1, cutoff=0.6)
    if near:
        return f"Did you mean {near[0][:80]!r}?"
    shown = ", ".join(one[:40] for one in names[:24]) + (", …" if len(names) > 24 else "")
    return f"Known: {shown}."


def _mistake(tree: YamlTree, error: ValidationError) -> BillError:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    first = next((one for one in found if one["type"] == "extra_forbidden"), found[0])
    steps = [str(step) for step in first["loc"]]
    kind = first["type"]
    if steps and steps[-1] == "[key]":
        steps = steps[:-1]
    pointer = "".join(f"/{escape(step)}" for step in steps)
    if kind == "extra_forbidden":
        known = _known(steps[:-1])
        return not_valid(
            "There is no such key here.", tree.where(pointer, key=True), nearest(steps[-1], known)
        )
    message = first["msg"].removeprefix("Value error, ")
    if kind == "missing":
        message = f"The key '{steps[-1]}' is missing"
    return not_valid(f"{message[:1].upper()}{message[1:]}.", tree.where(pointer))


def _known(steps: list[str]) -> list[str]:
    """List the keys that are known at a place, by walking the model along it."""
    model: Any = MappingIn
    for step in steps:
        model = _inner(model, step)
        if model is None:
            return []
    return [one.alias or name for name, one in model.model_fields.items()]


def _inner(model: type[BaseModel], step: str) -> type[BaseModel] | None:
    if step.isdecimal() and step not in model.model_fields:
        return model
    for name, info in model.model_fields.items():
        if step in (name, info.alias):
            return _model_in(info.annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inside = (_model_in(one) for one in getattr(annotation, "__args__", ()))
    return next((one for one in inside if one is not None), None)
