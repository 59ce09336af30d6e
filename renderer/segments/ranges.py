"""Where a film is cut into segments: at every scene, and at most every 64 frames of one."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.plan.model import Plan
from renderer.segments.settings import LONGEST


@dataclass(frozen=True, slots=True)
class SegmentRange:
    """A stretch of one scene.

    Args:
        scene: its id.
        start: film frame it starts at.
        frames: its length.
    """

    scene: str
    start: int
    frames: int

    @property
    def end(self) -> int:
        """Return the film frame after its last."""
        return self.start + self.frames


def segment_ranges(plan: Plan) -> tuple[SegmentRange, ...]:
    """Cut a film. Frames count from the scene's start, so a scene is cut alike in every film."""
    return tuple(
        SegmentRange(scene.id, scene.start + at, min(LONGEST, scene.frames - at))
        for scene in plan.scenes
        for at in range(0, scene.frames, LONGEST)
    )
