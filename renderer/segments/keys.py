"""The keys of a film's segments."""

from __future__ import annotations

from dataclasses import asdict

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
