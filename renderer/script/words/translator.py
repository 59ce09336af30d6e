"""`Translator`: the messages of one language, said in both modes."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from typing import Any

from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, Pattern, ResolverEnvironment
from fluent.syntax import ast

from renderer.errors import ScriptError
from renderer.script.place import Place, did_you_mean
from renderer.script.problem import Problem
from renderer.script.wording import NumberPattern, Words
from renderer.script.words import formats
from renderer.script.words.functions import FUNCTIONS
from renderer.script.words.marks import words
from renderer.script.words.syntax import Entry, Source
from renderer.script.words.tongue import speaker
from renderer.script.words.variables import Arguments, Pass
from renderer.story.facts import Figure


class Translator:
    """The words of one language of a pack.

    Mistakes in the file are not raised here but listed by `problems`; a message that is broken
    raises when it is said.

    Args:
        language: BCP 47 ("fr").
        locale: CLDR ("fr_FR").
        source: the Fluent file's text.
        file: its path relative to the pack, for places.

    Raises:
        ScriptError: "language-unknown".
    """

    def __init__(self, language: str, locale: str, source: str, file: str) -> None:
        self.language = language
        self.locale = locale
        self._who = speaker(language, locale)
        self._source = Source(source, file)
        calls: dict[str, Any] = {name: function.call for name, function in FUNCTIONS.items()}
        self._bundle = FluentBundle([locale], functions=calls, use_isolating=False)
        self._learnt: set[str] = set()
        self._constant: dict[str, Words] = {}
        """What messages without variables say."""
        self._lock = threading.RLock()

    @property
    def source(self) -> Source:
        """Return the parsed file."""
        return self._source

    def messages(self) -> tuple[tuple[str, Place], ...]:
        """List message ids and where each stands, in the file's order."""
        entries = self._source.entries.values()
        return tuple((entry.id, entry.place) for entry in entries if not entry.id.startswith("-"))

    def has(self, message: str) -> bool:
        """Tell whether there is such a message."""
        return not message.startswith("-") and self._source.find(message) is not None

    def variables_of(self, message: str) -> frozenset[str]:
        """Return the names of all variables that a message may ask for.

        Raises:
            ScriptError: "message-missing".
        """
        return frozenset(use.name for use in self._entry(message).variables)

    def spans_of(self, message: str) -> frozenset[str]:
        """Return the names of the spans that a message may have: what an `at` can name.

        Raises:
            ScriptError: "message-missing".
        """
        return self._entry(message).spans

    def problems(self) -> list[Problem]:
        """List what is wrong in this file, by place."""
        from renderer.script.words.check import problems_of  # here: no film asks

        return problems_of(self._source)

    def say(self, message: str, variables: Mapping[str, object]) -> Words:
        """Fill a message in both modes.

        Args:
            message: its id.
            variables: figures of the story, and tokens (words, whole numbers) to select by. Only
                what the message asks for is looked up, when it does.

        Raises:
            ScriptError: "message-missing", "variable-missing", "figure-without-fact",
                "wrong-format", "message-broken".
        """
        with self._lock:  # messages are parsed, and the bundle told of them, as they are asked for
            entry = self._entry(message)
            self._learn(message)
            compiled = self._bundle.get_message(message)
        if not entry.variables and message in self._constant:
            return self._constant[message]
        if compiled.value is None:
            raise ScriptError(
                "message-broken", f"the message {message!r} has no text.", str(entry.place)
            )
        seen = self._render(entry, compiled.value, Pass(self._who, "seen"), variables)
        spoken = self._render(
            entry,
            compiled.attributes.get("spoken", compiled.value),
            Pass(self._who, "spoken"),
            variables,
        )
        said = words(message, seen, spoken)
        if not entry.variables:
            self._constant[message] = said
        return said

    def value(self, figure: Figure, format_name: str) -> Words:
        """Word a figure that stands alone; see `formats.format_value`."""
        return formats.format_value(figure, format_name, self.language, self.locale)

    def pattern(self, figure: Figure, format_name: str) -> NumberPattern:
        """Return how a counter counts to a figure; see `formats.number_pattern`."""
        return formats.number_pattern(figure.value, format_name, self.language, self.locale)

    def _entry(self, message: str) -> Entry:
        entry = None if message.startswith("-") else self._source.find(message)
        if entry is None:
            raise ScriptError(
                "message-missing",
                f"there is no message {message!r} in {self.language}.",
                self._source.file,
                did_you_mean(message, (name for name, _ in self.messages())) or None,
            )
        return entry

    def _learn(self, message: str) -> None:
        """Give the bundle a message and everything it refers to."""
        waiting = [message]
        while waiting:
            name = waiting.pop()
            if name in self._learnt:
                continue
            self._learnt.add(name)
            if entry := self._source.find(name):
                self._bundle.add_resource(ast.Resource([entry.node]))
                waiting.extend(one.partition(".")[0] for one in sorted(entry.refers))

    def _render(
        self, entry: Entry, pattern: Pattern, rendering: Pass, variables: Mapping[str, object]
    ) -> str:
        arguments = Arguments(variables, entry.optional, rendering)
        environment = ResolverEnvironment(
            context=self._bundle, errors=[], current=CurrentEnvironment(args=arguments)
        )
        try:
            text = pattern(environment)
            if environment.errors:
                raise environment.errors[0]
        except ScriptError as error:
            raise ScriptError(
                error.code,
                f"in the message {entry.id!r}, {error.message}",
                str(_place(entry, error.message)),
                error.remedy,
            ) from error
        except Exception as error:
            # Fluent's own errors: a cycle, a reference to nothing, a wrong argument.
            raise ScriptError(
                "message-broken",
                f"the message {entry.id!r} cannot be filled ({type(error).__name__}).",
                str(entry.place),
                "`billreel check` says what is wrong in it.",
            ) from error
        return str(text)


def _place(entry: Entry, message: str) -> Place:
    """Return where the variable that an error names is used first, else the message's place."""
    found = [use.place for use in entry.variables if f"${use.name} " in message]
    return found[0] if found else entry.place
