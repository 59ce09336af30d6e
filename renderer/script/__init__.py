"""Template pack + story + language -> `Script`: scenes chosen, words filled, lines to speak."""

from renderer.script.binding import bind
from renderer.script.checking import check_pack
from renderer.script.checking.samples import load_sample
from renderer.script.model import Script
from renderer.script.pack import Pack, load_pack
from renderer.script.problem import Problem, problem_of

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
