"""What languages of a pack lack beside each other. The first one given is the reference."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from renderer.script.problem import Problem
from renderer.script.words.check import problem
from renderer.script.words.translator import Translator


def compare(
    translators: Sequence[Translator], used: Collection[str] | None = None
) -> list[Problem]:
    """List messages that are missing, unused, or that show or ask for other things.

    Args:
        translators: one a language.
        used: ids that the pack's scenes name; None leaves out what is unused.
    """
    if not translators:
        return []
    reference, *others = translators
    found = [] if used is None else _unused(reference, used)
    for other in others:
        found.extend(_beside(reference, other))
    return found


def _unused(reference: Translator, used: Collection[str]) -> list[Problem]:
    entries = reference.source.entries
    referred = {name.partition(".")[0] for entry in entries.values() for name in entry.refers}
    known = set(used) | referred
    return [
        problem(
            "message-unused",
            f"no scene uses {entry.id!r}.",
            entry.place,
            "Remove it in every language.",
        )
        for entry in entries.values()
        if entry.id not in known
    ]


def _beside(reference: Translator, other: Translator) -> list[Problem]:
    found = []
    ours, theirs = dict(reference.messages()), dict(other.messages())
    for name, place in ours.items():
        if name not in theirs:
            found.append(
                problem(
                    "message-missing",
                    f"the message {name!r} is missing in {other.language}.",
                    place,
                    f"Write it in {other.source.file}.",
                )
            )
    for name, place in theirs.items():
        if name not in ours:
            message = f"the message {name!r} is not in {reference.language}."
            hint = f"Write it in {reference.source.file}, or remove it here."
            found.append(problem("message-missing", message, place, hint))
            continue
        extra = other.variables_of(name) - reference.variables_of(name)
        if extra:
            names = ", ".join(f"${one}" for one in sorted(extra))
            message = f"{name!r} asks for {names}, which it does not in {reference.language}."
            hint = "Use the same variables in every language."
            found.append(problem("variables-differ", message, place, hint))
        if other.spans_of(name) != reference.spans_of(name):
            differ = other.spans_of(name) ^ reference.spans_of(name)
            names = ", ".join(sorted(differ))
            message = f"{name!r} shows other things than in {reference.language}: {names}."
            hint = "A figure or span must be there in every language."
            found.append(problem("spans-differ", message, place, hint))
    return found
