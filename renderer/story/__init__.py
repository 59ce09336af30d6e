"""`Bill` -> `Story`: what is on this bill and what changed, every figure with its proof."""

from renderer.story.explain import explain
from renderer.story.explanation import Change, Explanation
from renderer.story.facts import Fact, Figure, recompute
from renderer.story.model import Cause, Form, Story
from renderer.story.operations import OPERATIONS
from renderer.story.policy import Policy
from renderer.story.tell import tell

__all__ = [
    "OPERATIONS",
    "Cause",
    "Change",
    "Explanation",
    "Fact",
    "Figure",
    "Form",
    "Policy",
    "Story",
    "explain",
    "recompute",
    "tell",
]
