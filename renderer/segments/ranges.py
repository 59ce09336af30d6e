"""Where a film is cut into segments: at every scene, and every 64 frames of one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from renderer.plan.model import SLOT, Plan, PlanScene
from renderer.segments.settings import LONGEST

FIRST = SLOT
"""Frames of a film's first segment; as all lengths of scenes, a whole number of AAC frames."""


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
    """Cut a film. Frames count from the scene's start, so a scene is cut alike in every film.

    All but the first scene, whose first segment is short: a film that is drawn while it is watched
    starts after that one. The rest of it ends where it would have, so what follows is cut as ever.
    """
    return tuple(
        SegmentRange(scene.id, scene.start + at, end - at)
        for scene in plan.scenes
        for at, end in pairwise(_cuts(scene))
    )


def _cuts(scene: PlanScene) -> list[int]:
    short = [FIRST] if scene.start == 0 and scene.frames > FIRST else []
    return sorted({*range(0, scene.frames, LONGEST), *short, scene.frames})
