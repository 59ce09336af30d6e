"""`Lookout`: gathers a pack's problems, each once, and knows what its names may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from renderer.errors import RenderError
from renderer.script.brand import Brand
from renderer.script.pack import Pack
from renderer.script.place import Place, did_you_mean
from renderer.script.problem import Problem, problem_of, sentence
from renderer.script.words import Translator


@dataclass
class Lookout:
    """What a check has found and used so far.

    Args:
        used: message ids that something names.
        meant: messages that a template may name, by the type of its value.
        keys: keys of the current scene's lines -> message ids they may be; a trailing "[" marks a
            repeated line.
    """

    pack: Pack
    brands: tuple[Brand, ...]
    translators: tuple[Translator, ...]
    problems: dict[Problem, None] = field(default_factory=dict)
    meant: Mapping[type, frozenset[str]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    keys: dict[str, frozenset[str]] = field(default_factory=dict)

    def tell(self, code: str, message: str, place: Place, remedy: str = "") -> None:
        """Record a problem."""
        found = Problem(code, sentence(message), place.file, place.line, place.column, remedy)
        self.problems.setdefault(found)

    def caught(self, failure: RenderError, file: str = "") -> None:
        """Record an error as a problem."""
        self.problems.setdefault(problem_of(failure, file))

    def messages(self) -> set[str]:
        """Return every message id of every language."""
        return {name for one in self.translators for name, _ in one.messages()}

    def missing(self, name: str, place: Place) -> bool:
        """Record a message that some languages lack; tell whether all of them do."""
        lacking = [one.language for one in self.translators if not one.has(name)]
        if lacking and len(lacking) == len(self.translators):
            hint = did_you_mean(name, self.messages())
            self.tell("message-missing", f"there is no message '{name}'", place, hint)
        return len(lacking) == len(self.translators)

    def needs(self, name: str) -> Iterable[str]:
        """Return the variables that a message asks for in any language."""
        return {
            variable
            for one in self.translators
            if one.has(name)
            for variable in one.variables_of(name)
        }
