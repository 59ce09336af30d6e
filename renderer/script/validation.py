"""pydantic's errors -> problems with file, line, column and the nearest known name."""

from __future__ import annotations

import re
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from renderer.script.problem import Problem, sentence
from renderer.script.tree import Document, plain

Model = TypeVar("Model", bound=BaseModel)

_OURS = {"alt-missing", "hotspot-label"}


def validate(model: type[Model], document: Document) -> Model | list[Problem]:
    """Return a document as a model, or everything that is wrong with it."""
    try:
        return model.model_validate(plain(document.root))
    except ValidationError as failure:
        details = failure.errors(include_url=False)
        meant = {_meant(detail) for detail in details}
        problems = dict.fromkeys(
            _problem(detail, document)
            for detail in details
            if detail["type"] != "missing" or detail["loc"] not in meant
        )
        return sorted(problems, key=lambda problem: (problem.line, problem.column))


def _meant(detail: ErrorDetails) -> tuple[int | str, ...] | None:
    """Return the place of the key that a mistaken one was probably meant to be."""
    found = re.match(r"Did you mean '(.+)'\?", str(detail.get("ctx", {}).get("remedy", "")))
    return (*detail["loc"][:-1], found[1]) if found else None


def _problem(detail: ErrorDetails, document: Document) -> Problem:
    kind: str = detail["type"]
    path = detail["loc"]
    remedy = str(detail.get("ctx", {}).get("remedy", ""))
    message = str(detail["msg"])
    code = kind if kind in _OURS else "script-value"
    if kind == "unknown_key":
        code = "script-key"
    elif kind == "missing":
        code, message = "script-key", f"'{path[-1]}' is missing here"
        path = path[:-1]
    elif kind == "value_error":
        message = message.removeprefix("Value error, ")
    elif kind == "string_pattern_mismatch":
        remedy = "Names are lower case, with hyphens; variables with underscores."
    place = document.place(path, key=kind == "unknown_key")
    return Problem(code, sentence(message), place.file, place.line, place.column, remedy)
