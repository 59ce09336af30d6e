"""Template pack + story + language -> `Script`: scenes chosen, words filled, lines to speak.

What checks packs is loaded when it is first asked for: a film does not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from renderer.script.binding import bind
from renderer.script.model import Script
from renderer.script.pack import Pack, load_pack
from renderer.script.problem import Problem, problem_of

if TYPE_CHECKING:
    from renderer.script.checking import check_pack
    from renderer.script.checking.samples import load_sample

_CHECKING = {
    "check_pack": "renderer.script.checking",
    "load_sample": "renderer.script.checking.samples",
}


def __getattr__(name: str) -> object:
    if name not in _CHECKING:
        raise AttributeError(f"module 'renderer.script' has no attribute {name!r}")
    return getattr(import_module(_CHECKING[name]), name)


__all__ = [
    "Pack",
    "Problem",
    "Script",
    "bind",
    "check_pack",
    "load_pack",
    "load_sample",
    "problem_of",
]
