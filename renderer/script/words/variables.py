"""What a message's variables are to Fluent: figures that know their fact, and plain tokens."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from fluent.runtime.types import FluentType

from renderer.errors import ScriptError
from renderer.script.words.direction import holds_rtl, is_rtl
from renderer.script.words.form import Form
from renderer.script.words.formats import default_format, form_of
from renderer.script.words.marks import mark
from renderer.script.words.tongue import Speaker
from renderer.story.facts import Figure

ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
_RTL_BLOCKS = (range(0x0590, 0x0900), range(0xFB1D, 0xFE00), range(0xFE70, 0xFF00))


@dataclass
class Pass:
    """One rendering of one message in one mode ("seen" or "spoken").

    Args:
        last: what each variable was last said as, for particles that follow it.
    """

    who: Speaker
    mode: str
    last: dict[str, Form] = field(default_factory=dict)


class Variable(FluentType):
    """A variable of a message. Its `figure` is None for a token, which only selects."""

    name: str
    figure: Figure | None
    rendering: Pass

    def place(self, form: Form) -> str:
        """Write a form of this figure into the message, marked; isolated where order could break.

        Right-to-left languages isolate what holds digits, signs or left-to-right letters; others
        only what holds right-to-left letters.
        """
        if self.figure is None:
            raise _token_shown(self.name)
        self.rendering.last[self.name] = form
        if self.rendering.mode == "spoken":
            return mark(self.name, self.figure.fact, form.spoken)
        text = mark(self.name, self.figure.fact, form.seen)
        alone = _holds_other(form.seen) if self.rendering.who.rtl else holds_rtl(form.seen)
        return f"{ISOLATE}{text}{POP_ISOLATE}" if alone else text

    def format(self, locale: object) -> str:  # noqa: ARG002  (Fluent's signature)
        """Write the variable as a bare `{ $name }` does: by the kind of its value."""
        if self.figure is None:
            raise _token_shown(self.name)
        value = self.figure.value
        return self.place(form_of(value, default_format(value), self.rendering.who))


class Numeric(float, Variable):
    """A variable that selects by number and plural category."""


class Token(Variable):
    """A variable that selects by its text ("higher", "invoice")."""

    text: str

    def __eq__(self, other: object) -> bool:
        return self.text == other

    def __hash__(self) -> int:
        return hash(self.text)


class Absent(Variable):
    """A variable that is None or was not given: an error where it is needed, not before.

    A message that has a variant [none] for it may select by it.
    """

    selectable: bool = False

    def __eq__(self, other: object) -> bool:
        if not self.selectable:
            raise _absent(self.name)
        return other == "none"

    def __hash__(self) -> int:
        return hash(self.name)

    def place(self, form: Form) -> str:  # noqa: ARG002
        """Raise: there is nothing to write."""
        raise _absent(self.name)

    def format(self, locale: object) -> str:  # noqa: ARG002
        """Raise: there is nothing to write."""
        raise _absent(self.name)


class Arguments(dict[str, Variable]):
    """A message's variables, wrapped when they are first asked for; Fluent wants a dict."""

    def __init__(
        self, variables: Mapping[str, object], optional: frozenset[str], rendering: Pass
    ) -> None:
        super().__init__()
        self._optional = optional
        self._variables = variables
        self._rendering = rendering

    def __missing__(self, name: str) -> Variable:
        try:
            value = self._variables[name]
        except KeyError:
            value = None
        made = _wrapped(name, value, self._rendering)
        if isinstance(made, Absent):
            made.selectable = name in self._optional
        self[name] = made
        return made


def _wrapped(name: str, value: object, rendering: Pass) -> Variable:
    made: Variable
    figure = value if isinstance(value, Figure) else None
    plain = value if figure is None else figure.value
    if plain is None:
        made = Absent()
    elif isinstance(plain, bool):
        made = Token()
        made.text = str(plain).lower()
    elif figure is not None and not isinstance(plain, str) and _is_number(figure):
        made = Numeric(figure.number)
    elif isinstance(plain, int):
        made = Numeric(plain)
    elif isinstance(plain, str):
        made = Token()
        made.text = str(plain)
    elif figure is not None:
        made = Variable()
    else:
        raise ScriptError(
            "wrong-variable",
            f"the variable ${name} is neither a figure nor a token.",
            remedy="Give a figure of the story, a word or a whole number.",
        )
    made.name, made.figure, made.rendering = name, figure, rendering
    return made


def _is_number(figure: Figure) -> bool:
    try:
        figure.number  # noqa: B018
    except TypeError:
        return False
    return True


def _holds_other(text: str) -> bool:
    return not all(is_rtl(char) or char.isspace() for char in text)


def _token_shown(name: str) -> ScriptError:
    return ScriptError(
        "figure-without-fact",
        f"the variable ${name} has no fact, so it may select words but not be shown.",
        remedy="Pass a figure of the story.",
    )


def _absent(name: str) -> ScriptError:
    return ScriptError(
        "variable-missing",
        f"the variable ${name} has no value here.",
        remedy="Pass it, or ask for it in `when`.",
    )
