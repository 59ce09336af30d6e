"""Walks every property of a scene, with the types of the names in view at each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic.fields import FieldInfo

from renderer.errors import ScriptError
from renderer.script.binding.loop import Loop
from renderer.script.checking.lookout import Lookout
from renderer.script.checking.names import CHECKS
from renderer.script.checking.texts import ANY, matching, possible
from renderer.script.checking.types import Names, infer, item_of
from renderer.script.place import Place
from renderer.script.template import outputs, template
from renderer.script.tree import Document
from renderer.script.vocabulary.charts import ChartProps, TableProps
from renderer.script.vocabulary.dynamic import ByShape, Kind, is_template
from renderer.script.vocabulary.node import NodeProps
from renderer.script.vocabulary.scene import SpokenProps
from renderer.script.vocabulary.strict import Strict


@dataclass(frozen=True)
class Walk:
    """One place of a document and the names in view there."""

    lookout: Lookout
    document: Document
    names: Names
    path: tuple[str | int, ...] = ()

    @property
    def place(self) -> Place:
        """Return the line and column."""
        return self.document.place(self.path)

    def down(self, *steps: str | int) -> Walk:
        """Return the place some steps further down."""
        return replace(self, path=(*self.path, *steps))

    def within(self, names: Mapping[str, Any]) -> Walk:
        """Return the same place with more names."""
        return replace(self, names={**self.names, **names})

    def looped(self, each: object, name: str, *steps: str | int) -> Walk:
        """Return the same place with `loop` and an item's name."""
        return self.within({name: item_of(self.down(*steps).type_of(each)), "loop": Loop})

    def type_of(self, value: object) -> Any:
        """Check a value's templates and return its type."""
        kinds = [self._leaf(leaf) for leaf in leaves(value)]
        return kinds[0] if len(kinds) == 1 else Any

    def _leaf(self, value: object) -> Any:
        if not isinstance(value, str) or not is_template(value):
            return type(value)
        try:
            found = template(value, self.place)
        except ScriptError as failure:
            self.lookout.caught(failure)
            return Any

        def report(message: str, remedy: str) -> None:
            self.lookout.tell("script-undefined", message, self.place, remedy)

        kinds = [infer(node, self.names, report) for node in outputs(found.tree)]
        return kinds[0] if found.typed and len(kinds) == 1 else str

    def model(self, props: Strict) -> None:
        """Check every property of a mapping, and what lies in it."""
        match props:
            case NodeProps():
                self.node(props)
            case ChartProps(each=each, as_=name) | TableProps(each=each, as_=name):
                self.looped(each, name, "each").fields(props)
            case SpokenProps(each=each, as_=name) if each is not None:
                self.looped(each, name, "each").fields(props)
            case _:
                self.fields(props)

    def node(self, props: NodeProps) -> None:
        """Check a node; its `repeat` gives names to everything else in it."""
        here = self
        if props.repeat:
            here = self.looped(props.repeat.each, props.repeat.as_, "repeat", "each")
        here.fields(props, leave="repeat")

    def fields(self, props: Strict, leave: str = "") -> None:
        """Check a mapping's properties one by one."""
        given = getattr(props, "with_", None)
        for name, info in type(props).model_fields.items():
            value = getattr(props, name)
            if name != leave and value is not None:
                self.down(info.alias or name).value(value, info, given)

    def value(self, value: object, info: FieldInfo | None, given: Any) -> None:
        """Check one property: its templates, and what its text names."""
        match value:
            case Strict():
                self.model(value)
            case list() if any(isinstance(item, Strict) for item in value):
                for index, item in enumerate(value):
                    self.down(index).value(item, None, None)
            case _:
                self.type_of(value)
                for kind in info.metadata if info else ():
                    if isinstance(kind, Kind) and kind.role:
                        self.named(kind.role, value, given)

    def named(self, role: str, value: object, given: Any) -> None:
        """Check what a text names, whatever it may be."""
        for leaf in leaves(value):
            for text in sorted(self.possible(leaf)):
                if role == "message":
                    self.message(text, given or {})
                elif role == "moment" or ANY not in text:
                    CHECKS[role](self.lookout, text, self.place)

    def possible(self, leaf: object) -> frozenset[str]:
        """Return the texts that a leaf may be: its own, or those of its type's messages."""
        texts = possible(leaf, self.place)
        return self.lookout.meant.get(self.type_of(leaf), texts) if ANY in texts else texts

    def message(self, text: str, given: Mapping[str, object]) -> None:
        """Check that a message is there and that its variables are."""
        found = matching(text, self.lookout.messages()) if ANY in text else {text}
        if not found or text == "":
            if text:
                self.lookout.tell("message-missing", "no message can be meant here", self.place)
            return
        self.lookout.used |= found
        for name in sorted(found):
            if self.lookout.missing(name, self.place):
                continue
            lacking = set(self.lookout.needs(name)) - set(given) - set(self.names)
            if lacking and ANY not in text:
                names = ", ".join(f"${one}" for one in sorted(lacking))
                self.lookout.tell(
                    "variable-missing",
                    f"the message '{name}' needs {names}",
                    self.place,
                    "Give it in `with`, or name it in `let`.",
                )


def leaves(value: object) -> Iterator[object]:
    """Yield the leaves of a property's value: one, one a shape, or all of a list or mapping."""
    match value:
        case ByShape(values=values):
            for one in values.values():
                yield from leaves(one)
        case list() | tuple():
            for one in value:
                yield from leaves(one)
        case dict():
            for one in value.values():
                yield from leaves(one)
        case _:
            yield value
