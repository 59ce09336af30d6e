"""The names that templates and messages see, evaluated when first used, innermost first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jinja2 import StrictUndefined

from renderer.errors import ScriptError
from renderer.script.limits import Budget, weigh
from renderer.script.place import Place
from renderer.script.problem import error
from renderer.script.template import template
from renderer.script.vocabulary.dynamic import is_template


class _Failed(StrictUndefined):
    """A `let` that failed: harmless until an expression really uses it."""

    __slots__ = ()

    def __init__(self, failure: ScriptError) -> None:
        super().__init__(hint=failure.message)


class Scope:
    """One level of names over an outer one.

    Args:
        values: names that are ready.
        lets: names still to be evaluated: (YAML value, place).
    """

    def __init__(
        self,
        budget: Budget,
        values: Mapping[str, object],
        lets: Mapping[str, tuple[object, Place]] | None = None,
        outer: Scope | None = None,
    ) -> None:
        self._budget = budget
        self._values = dict(values)
        self._lets = dict(lets or {})
        self._outer = outer
        self._open: set[str] = set()
        self._failed: dict[str, ScriptError] = {}

    def inner(
        self,
        values: Mapping[str, object] | None = None,
        lets: Mapping[str, tuple[object, Place]] | None = None,
    ) -> Scope:
        """Return a scope inside this one."""
        return Scope(self._budget, values or {}, lets, self)

    def __contains__(self, name: object) -> bool:
        return (
            name in self._values
            or name in self._lets
            or (self._outer is not None and name in self._outer)
        )

    def names(self) -> Iterator[str]:
        """Yield every name in view."""
        yield from self._values
        yield from self._lets
        if self._outer:
            yield from self._outer.names()

    def get(self, name: str) -> object:
        """Return a name's value.

        Raises:
            ScriptError: a `let` of that name fails, or needs itself (`script-cycle`).
            KeyError: there is no such name.
        """
        if name in self._values:
            return self._values[name]
        if name in self._lets:
            return self._let(name)
        if self._outer is None:
            raise KeyError(name)
        return self._outer.get(name)

    def _let(self, name: str) -> object:
        if name in self._failed:
            raise self._failed[name]
        value, place = self._lets[name]
        if name in self._open:
            raise error(
                "script-cycle",
                f"the name '{name}' needs itself",
                place,
                "Break the circle of `let`.",
            )
        self._open.add(name)
        try:
            # A let may shadow an outer name and build on it: `let: {month: "{{ month }}"}` is a
            # cycle all the same, because that reads better than a rule about levels.
            result = self.evaluate(value, place)
        except ScriptError as failure:
            self._failed[name] = failure
            raise
        finally:
            self._open.discard(name)
        self._values[name] = result
        return result

    def evaluate(self, value: object, place: Place) -> object:
        """Return a YAML value with its templates filled; lists and mappings item by item.

        Raises:
            ScriptError: a template fails, or the film's budget is used up.
        """
        if isinstance(value, list):
            return [self.evaluate(item, place) for item in value]
        if isinstance(value, dict):
            return {name: self.evaluate(item, place) for name, item in value.items()}
        if not (isinstance(value, str) and is_template(value)):
            return value
        compiled = template(value, place)
        self._budget.spend("evaluations", 1, place)
        failures: list[ScriptError] = []
        names: dict[str, object] = {}
        for name in sorted(compiled.names):
            try:
                names[name] = self.get(name)
            except KeyError:
                continue
            except ScriptError as failure:
                if failure.code != "script-undefined":
                    raise
                failures.append(failure)
                names[name] = _Failed(failure)
        try:
            result = compiled.evaluate(names, place)
        except ScriptError as failure:
            if failure.code == "script-undefined" and failures:
                raise failures[0] from failure
            raise
        self._budget.spend("text", weigh(result), place)
        return result
