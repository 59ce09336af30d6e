"""`At`: a place in a pack while it is bound, with the names and the film it is bound in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from renderer.errors import ScriptError
from renderer.script.brand import Brand
from renderer.script.files import Asset, Files
from renderer.script.limits import Budget
from renderer.script.place import Place
from renderer.script.problem import error
from renderer.script.scope import Scope
from renderer.script.tree import Document
from renderer.script.vocabulary.dynamic import ByShape, Kind, is_template
from renderer.script.vocabulary.strict import Strict
from renderer.script.wording import Words
from renderer.script.words import Translator
from renderer.story.facts import FactBook


@dataclass
class Film:
    """What a whole binding shares.

    Args:
        spoken: words of the current scene's lines by key; skipped: for the keys of lines that
            this film leaves out, the spoken line before them, if any.
    """

    brand: Brand
    translator: Translator
    files: Files
    language: str
    shape: str
    budget: Budget
    facts: FactBook
    assets: dict[str, Asset] = field(default_factory=dict)
    spoken: dict[str, Words] = field(default_factory=dict)
    skipped: dict[str, str | None] = field(default_factory=dict)


class At(NamedTuple):
    """A value's place: the film, the names in view, and the path in its document."""

    film: Film
    scope: Scope
    document: Document
    path: tuple[str | int, ...] = ()

    def down(self, *steps: str | int) -> At:
        """Return the place some steps further down."""
        return At(self.film, self.scope, self.document, (*self.path, *steps))

    def within(self, values: Mapping[str, object]) -> At:
        """Return the same place with more names."""
        return At(self.film, self.scope.inner(values), self.document, self.path)

    @property
    def place(self) -> Place:
        """Return the line and column."""
        return self.document.place(self.path)

    def wrong(self, code: str, message: str, remedy: str = "") -> ScriptError:
        """Return the error that says what is wrong here; raise it."""
        return error(code, message, self.place, remedy)

    def value(self, raw: object) -> Any:
        """Return a property for this shape, its templates filled."""
        if isinstance(raw, ByShape):
            return self.down(self.film.shape).value(raw.values[self.film.shape])
        if is_settled(raw):
            return raw
        return self.scope.evaluate(raw, self.place)

    def read(self, props: Strict, name: str) -> Any:
        """Return a property of a mapping, read by its own kind; None where it is left out.

        Raises:
            ScriptError: `script-value` when a template gave something else.
        """
        raw = getattr(props, name)
        if raw is None:
            return None
        alias, kind = _field(type(props), name)
        if is_settled(raw):
            value = raw
        else:
            value = self.down(alias).value(raw)
            if value is None:
                return None
        if kind is None:
            return value
        try:
            return kind.read(value)
        except PydanticCustomError:
            return self.down(alias).check(kind, value)

    def check(self, kind: Kind, value: object) -> Any:
        """Return a template's value as a property of this kind."""
        try:
            return kind.read(value)
        except PydanticCustomError as cause:
            context = cause.context or {}
            raise self.wrong(
                "script-value", cause.message(), str(context.get("remedy", ""))
            ) from cause

    def flag(self, raw: object) -> bool:
        """Return whether a `when` holds."""
        return bool(self.value(raw))


def is_settled(raw: object) -> bool:
    """Tell whether a property is what it says: a number, a flag, a text without a template."""
    return isinstance(raw, int | float) or (isinstance(raw, str) and not is_template(raw))


@cache
def _field(props: type[Strict], name: str) -> tuple[str, Kind | None]:
    """Return a property's name in a pack, and how it is read."""
    info = props.model_fields[name]
    kinds = (one for one in info.metadata if isinstance(one, Kind))
    return info.alias or name, next(kinds, None)
