"""Script + Narration -> `Plan`: layout, keyframes and hotspots in absolute places and frames."""

from renderer.plan.canonical import display_json, from_json, to_json
from renderer.plan.display import display
from renderer.plan.held import distinct_frames
from renderer.plan.lay import lay
from renderer.plan.model import FPS, DisplayList, Plan, PlanScene
from renderer.plan.problems import problems

__all__ = [
    "FPS",
    "DisplayList",
    "Plan",
    "PlanScene",
    "display",
    "display_json",
    "distinct_frames",
    "from_json",
    "lay",
    "problems",
    "to_json",
]
