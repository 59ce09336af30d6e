"""Messages and figures -> words, with the proof that every digit in them is a fact's."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from renderer.errors import ScriptError
from renderer.script.binding.at import At
from renderer.script.counted import Counted
from renderer.script.limits import weigh
from renderer.script.problem import error
from renderer.script.vocabulary.said import MessageProps, SaidProps
from renderer.script.wording import Words
from renderer.story.facts import Figure


class _Variables(Mapping[str, object]):
    """A message's variables, evaluated when it asks for them: `with`, then the names in view."""

    def __init__(self, at: At, given: Mapping[str, object]) -> None:
        self.at, self.given = at, given
        self.failure: ScriptError | None = None

    def __getitem__(self, name: str) -> object:
        try:
            if name in self.given:
                value = self.at.down("with", name).value(self.given[name])
            else:
                value = self.at.scope.get(name)
        except ScriptError as failure:
            self.failure = failure
            raise
        return counted(self.at, value) if isinstance(value, Counted) else value

    def __iter__(self) -> Iterator[str]:
        yield from self.given

    def __len__(self) -> int:
        return len(self.given)


def counted(at: At, value: Counted) -> Figure:
    """Return a count as a figure, its fact derived from what was counted."""
    name = sha256("\n".join(value.operands).encode()).hexdigest()[:12]
    fact = f"count.{name}"
    known = at.film.facts.facts.get(fact)
    if known:
        return Figure(fact, known.value)
    operands = [Figure(operand, at.film.facts.facts[operand].value) for operand in value.operands]
    return at.film.facts.derive(fact, "count", operands)


def say(at: At, message: object, given: Mapping[str, object]) -> Words:
    """Return a message's words; its variables come from `given`, then from the names in view.

    Raises:
        ScriptError: with the message's place in its `.ftl` file where that is known, else here.
    """
    name = at.down("message").value(message)
    if not isinstance(name, str) or not name:
        raise at.down("message").wrong("script-value", "a message id is expected here")
    variables = _Variables(at, given)
    try:
        words = at.film.translator.say(name, variables)
    except ScriptError as cause:
        if variables.failure:
            raise variables.failure from cause
        if cause.code == "message-missing":
            here = at.down("message").place
            raise error(cause.code, cause.message, here, cause.remedy or "") from cause
        raise
    return proven(at, words)


def said(at: At, props: SaidProps) -> Words | None:
    """Return the words of a message or of a figure in a format; None where the figure is absent."""
    if props.message is not None:
        return say(at, props.message, props.with_)
    figure = figure_of(at.down("value"), at.read(props, "value"))
    return None if figure is None else formatted(at, figure, at.read(props, "format"))


def formatted(at: At, figure: Figure, pattern: str) -> Words:
    """Return a figure in a format."""
    try:
        words = at.film.translator.value(figure, pattern)
    except ScriptError as cause:
        if cause.where:
            raise
        place = at.down("format").place
        raise error(cause.code, cause.message, place, cause.remedy or "") from cause
    return proven(at, words)


def figure_of(at: At, value: object) -> Figure | None:
    """Return a value that has to be a figure of the story.

    Raises:
        ScriptError: `figure-without-fact` for a bare number or text.
    """
    if isinstance(value, Counted):
        return counted(at, value)
    if value is None or isinstance(value, Figure):
        return value
    raise at.wrong(
        "figure-without-fact",
        "this shows a value that is no figure of the story",
        "Give a figure of the view: `docs/templates.md` names them.",
    )


def needed(at: At, value: object) -> Figure:
    """Return a figure that has to be there."""
    figure = figure_of(at, value)
    if figure is None:
        raise at.wrong(
            "script-undefined",
            "this figure is not on the bill",
            "Show the node `when` it is there.",
        )
    return figure


def proven(at: At, words: Words) -> Words:
    """Return words whose every fact is known and whose every digit belongs to one.

    Raises:
        ScriptError: `figure-without-fact`.
    """
    at.film.budget.spend("text", weigh(words.seen) + weigh(words.spoken), at.place)
    facts = at.film.facts.facts
    covered: set[int] = set()
    for span in words.spans:
        if span.fact is not None:
            if span.fact not in facts:
                raise at.wrong(
                    "figure-without-fact", "this shows a figure the story has no fact of"
                )
            covered.update(range(span.start, span.end))
    if any(char.isdecimal() and index not in covered for index, char in enumerate(words.seen)):
        raise at.wrong(
            "figure-without-fact",
            f"'{words.message}' shows a digit that belongs to no fact",
            "Show it through MONEY, QUANTITY, DATE, COUNT … of a figure.",
        )
    return words


def message(at: At, props: MessageProps | None) -> Words | None:
    """Return a message's words; None for none, or for an empty id."""
    if props is None or props.message == "":
        return None
    return say(at, props.message, props.with_)
