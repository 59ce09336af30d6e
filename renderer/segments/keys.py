"""The keys of a film's segments, and which nodes keep one from being another customer's too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from renderer.plan.model import Plan
from renderer.segments.film import SegmentTask, segment_tasks
from renderer.segments.made_by import drawn_by
from renderer.segments.settings import Settings
from renderer.segments.subplan import SubPlans
from renderer.store import Keyring

KIND = "segment"


def segment_keys(
    plan: Plan, height: int, keyring: Keyring, settings: Settings | None = None
) -> tuple[str, ...]:
    """Return the key of each segment of a film, in the film's order.

    Equal keys mean equal bytes: the same pictures, drawn and encoded by the same programs with the
    same settings. Where in a film, and in whose, plays no part.
    """
    plans = SubPlans(plan, height)
    return tuple(
        task_key(plans, task, keyring, settings or Settings()) for task in segment_tasks(plan)
    )


def task_key(plans: SubPlans, task: SegmentTask, keyring: Keyring, settings: Settings) -> str:
    """Return the key of one segment."""
    content = {
        "by": drawn_by(),
        "settings": asdict(settings),
        "shows": plans.of(task.range, task.frames),
    }
    return keyring.key(KIND, content)


def personal_nodes(films: Iterable[Plan]) -> Mapping[str, Mapping[str, int]]:
    """Tell by scene which nodes differ between films, and in how many ways each is drawn.

    Scenes are compared segment by segment with those of the same name in the other films; a node
    that is drawn in one way only wherever it is drawn is shared, and not listed. "(length)" stands
    for a segment's own length and drawn frames, which narration decides, "(ground)" for the rest.
    """
    ways: dict[str, dict[str, dict[int, set[str]]]] = {}
    for plan in films:
        plans = SubPlans(plan, plan.height)
        places: dict[str, int] = {}
        for task in segment_tasks(plan):
            scene = task.range.scene
            place = places[scene] = places.get(scene, -1) + 1
            whole = plans.of(task.range, task.frames)
            parts: dict[str, Any] = {
                "(length)": [whole["frames"], whole["drawn"]],
                "(ground)": [whole["ground"], whole.get("over"), whole.get("mix")],
            }
            parts |= {one.id: one.form for one in plans.shown(task.range, task.frames)}
            for name, form in parts.items():
                seen = ways.setdefault(scene, {}).setdefault(name, {}).setdefault(place, set())
                seen.add(json.dumps(form, sort_keys=True))
    return {
        scene: {name: count for name, places in nodes.items() if (count := _most(places)) > 1}
        for scene, nodes in ways.items()
    }


def _most(places: Mapping[int, set[str]]) -> int:
    return max(len(forms) for forms in places.values())
