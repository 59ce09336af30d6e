"""`hotspots.json`: where the player puts its links, from the very Plan that draws the pixels.

Coordinates are shares of the video frame, physical (never mirrored by a page), and times are
seconds. It holds action types, never URLs: the page or the server decides where "pay" leads.
The schema is `player/hotspots.schema.json`.
"""

from __future__ import annotations

from typing import Any

from renderer.plan.model import FPS, UNIT, Plan, PlanHotspot


def _seconds(frame: int) -> float:
    return round(frame / FPS, 6)


def _hotspot(spot: PlanHotspot, width: int, height: int) -> dict[str, Any]:
    def share(value: int, whole: int) -> float:
        return round(value / (whole * UNIT), 6)

    action: dict[str, str] = {"type": spot.action}
    if spot.fact:
        action["fact"] = spot.fact
    return {
        "id": spot.id,
        "scene": spot.scene,
        "action": action,
        "label": spot.label,
        "start": _seconds(spot.start),
        "end": _seconds(spot.end),
        "pause": spot.pause,
        "priority": spot.priority,
        "keys": [
            {
                "t": _seconds(frame),
                "x": share(x, width),
                "y": share(y, height),
                "w": share(w, width),
                "h": share(h, height),
            }
            for frame, x, y, w, h in spot.keys
        ],
    }


def hotspots(plan: Plan, height: int) -> dict[str, Any]:
    """Return the content of `hotspots.json` for a film shown `height` px high."""
    return {
        "version": 1,
        "video": {
            "width": plan.width * height // plan.height,
            "height": height,
            "fps": FPS,
            "frames": plan.frames,
            "duration": _seconds(plan.frames),
        },
        "language": plan.language,
        "direction": plan.direction,
        "hotspots": [_hotspot(spot, plan.width, plan.height) for spot in plan.hotspots],
    }
