"""The functions a message may call, by the names of `docs/templates.md`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from renderer.errors import ScriptError
from renderer.script.words.countries import COUNTRY_FORMS, country_form
from renderer.script.words.dates import date_form, period_form
from renderer.script.words.form import Form
from renderer.script.words.formats import FORMATS, default_format, form_of
from renderer.script.words.free_text import text_form
from renderer.script.words.marks import mark
from renderer.script.words.measure import count_form, percent_form, quantity_form
from renderer.script.words.money import money_form
from renderer.script.words.sound import PARTICLES, elide, josa
from renderer.script.words.variables import Absent, Variable

_CASES = ("nominative", "accusative", "dative", "genitive")


@dataclass(frozen=True)
class Function:
    """What a function takes, so that a check can say what is wrong before any bill is there.

    Args:
        call: what Fluent calls.
        takes: its positional arguments: "variable" or "text".
        options: named arguments and the values they know; None is any text.
        shows: whether it writes a figure, or a named span, into the message.
    """

    call: Callable[..., str]
    takes: tuple[str, ...]
    options: Mapping[str, tuple[str, ...] | None]
    shows: bool = True


def _value(variable: Variable, format_name: str) -> object:
    """Return a variable's value, checked to be of the format's kind."""
    if isinstance(variable, Absent) or variable.figure is None:
        variable.format(None)
        raise AssertionError
    value = variable.figure.value
    if not isinstance(value, FORMATS[format_name].kind) or isinstance(value, bool):
        kind = type(value).__name__.lower()
        raise ScriptError(
            "wrong-format",
            f"the variable ${variable.name} is a {kind}, which is not written as {format_name}.",
            remedy=f"Write it as {default_format(value)}.",
        )
    return value


def _shows(
    format_name: str, form: Callable[..., Form], rename: Mapping[str, str] | None = None
) -> Callable[..., str]:
    """Make a Fluent function of a form; `rename` maps its options to the form's arguments."""
    names = rename or {}

    def call(variable: Variable, **options: str) -> str:
        value = _value(variable, format_name)
        arguments = {names.get(name, name): str(option) for name, option in options.items()}
        return variable.place(form(variable.rendering.who, value, **arguments))

    return call


def _particle(pair: str, variable: Variable, **options: str) -> str:
    return josa(str(pair), _form(variable, options).spoken)


def _elision(pair: str, variable: Variable, **options: str) -> str:
    return elide(str(pair), _form(variable, {"format": "month"} | options).seen)


def _form(variable: Variable, options: Mapping[str, str]) -> Form:
    """Return the form that stands (or will stand) beside a particle."""
    if variable.name in variable.rendering.last:
        return variable.rendering.last[variable.name]
    if variable.figure is None:
        variable.format(None)
        raise AssertionError
    value = variable.figure.value
    wanted = options.get("format", "")
    names = (str(wanted), f"date-{wanted}")
    chosen = [name for name in names if name in FORMATS and isinstance(value, FORMATS[name].kind)]
    return form_of(value, chosen[0] if chosen else default_format(value), variable.rendering.who)


def _span(text: str, id: str = "") -> str:  # noqa: A002  (the name authors write)
    if not id:
        raise ScriptError("span-without-id", "a SPAN has no id.", remedy='Write id: "name".')
    return mark(str(id), None, str(text))


DATE_FORMATS = ("long", "short", "full", "month", "month-short", "month-year", "day", "weekday")

FUNCTIONS: Mapping[str, Function] = {
    "MONEY": Function(
        _shows("money", money_form, {"round": "round_to"}),
        ("variable",),
        {"sign": ("auto", "always", "never"), "round": ("yes", "no"), "case": _CASES},
    ),
    "DATE": Function(
        _shows("date-long", date_form, {"format": "style"}),
        ("variable",),
        {"format": DATE_FORMATS, "case": _CASES},
    ),
    "PERIOD": Function(
        _shows("period", period_form, {"format": "style"}),
        ("variable",),
        {"format": ("long", "short"), "case": _CASES},
    ),
    "QUANTITY": Function(
        _shows("quantity", quantity_form),
        ("variable",),
        {"case": _CASES, "unit": ("yes", "no")},
    ),
    "PERCENT": Function(_shows("percent", percent_form), ("variable",), {}),
    "COUNT": Function(_shows("count", count_form), ("variable",), {"counter": ("plain", "native")}),
    "COUNTRY": Function(_shows("country", country_form), ("variable",), {"form": COUNTRY_FORMS}),
    "TEXT": Function(_shows("text", text_form), ("variable",), {}),
    "JOSA": Function(
        _particle, ("text", "variable"), {"format": (*DATE_FORMATS, *FORMATS)}, shows=False
    ),
    "ELIDE": Function(_elision, ("text", "variable"), {"format": DATE_FORMATS}, shows=False),
    "SPAN": Function(_span, ("text",), {"id": None}),
}

__all__ = ["FUNCTIONS", "PARTICLES", "Function"]
