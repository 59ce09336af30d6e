"""`Bill` -> `Story`: what is on this bill and what changed, every figure with its proof."""

from renderer.story.facts import Fact, Figure, recompute
from renderer.story.model import Form, Story
from renderer.story.operations import OPERATIONS
from renderer.story.policy import Policy
from renderer.story.tell import tell

__all__ = ["OPERATIONS", "Fact", "Figure", "Form", "Policy", "Story", "recompute", "tell"]
