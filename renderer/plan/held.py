"""Which frames of a film differ from the one before, exactly, from the tracks alone."""

from __future__ import annotations

import numpy as np

from renderer.plan.model import DisplayList, Plan
from renderer.plan.reel import SceneReel


def distinct_frames(plan: Plan) -> tuple[int, ...]:
    """List the film frames whose display list differs from the frame before, frame 0 first.

    Tracks decide wherever the same nodes draw in both frames. Where one comes or goes, unlike
    tracks may still draw alike, so there (and at a scene's first frame) the lists are compared.
    """
    out: list[int] = []
    before: DisplayList | None = None
    for scene in plan.scenes:
        reel = SceneReel(scene, plan)
        changes, edges = reel.changes()
        changes[0] = before is None or reel.display(0) != before
        for frame in np.flatnonzero(edges[1:]) + 1:
            changes[frame] = reel.display(int(frame)) != reel.display(int(frame) - 1)
        out.extend((scene.start + np.flatnonzero(changes)).tolist())
        before = reel.display(scene.frames - 1)
    return tuple(out)
