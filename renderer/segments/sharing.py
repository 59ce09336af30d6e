"""What films of a pack share: which segments are one customer's own, and what makes them so."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from renderer.plan.model import Plan
from renderer.segments.film import segment_tasks
from renderer.segments.subplan import SubPlans

LENGTH, GROUND = "(length)", "(ground)"
"""What may differ besides nodes: how long narration takes, and what a scene stands on."""


@dataclass(frozen=True, slots=True)
class OwnNode:
    """A node that is not drawn alike in all films.

    Args:
        id: of the node, or `LENGTH` or `GROUND`.
        ways: in how many ways it is drawn, in the segment where they are most.
        since: frame of the scene from which on it differs, at the earliest.
    """

    id: str
    ways: int
    since: int


@dataclass(frozen=True, slots=True)
class SceneSharing:
    """What a scene costs a number of films.

    Args:
        films: that show it.
        segments: of it in all of them; `distinct`: to draw, as equal ones are drawn once.
        pictures: in those segments; `distinct_pictures`: to draw.
        own: nodes that keep films from sharing, those that begin first and differ most first.
    """

    scene: str
    films: int
    segments: int
    distinct: int
    pictures: int
    distinct_pictures: int
    own: tuple[OwnNode, ...]


@dataclass
class _Ways:
    """The digests of a node's forms at one place, and when it came first."""

    forms: set[str] = field(default_factory=set)
    since: int = sys.maxsize

    def add(self, form: Any, since: int) -> None:
        self.forms.add(_digest(form))
        self.since = min(self.since, since)


@dataclass
class _Seen:
    """What was seen of one scene: ways by node and place, a language and the start of a segment."""

    films: int = 0
    pictures: int = 0
    keys: Counter[str] = field(default_factory=Counter)
    sizes: dict[str, int] = field(default_factory=dict)
    ways: dict[str, dict[tuple[str, int], _Ways]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(_Ways))
    )


class Census:
    """Counts what films share, one after another; no film is kept.

    Segments are compared with those at the same place of the same scene in the same language. A
    node that is drawn in one way only wherever it is drawn, or not at all, is shared.
    """

    def __init__(self) -> None:
        self._scenes: dict[str, _Seen] = {}

    def add(self, plan: Plan) -> None:
        """Count one more film."""
        plans = SubPlans(plan, plan.height)
        starts = {scene.id: scene.start for scene in plan.scenes}
        for name in starts:
            self._scenes.setdefault(name, _Seen()).films += 1
        for task in segment_tasks(plan):
            seen = self._scenes[task.range.scene]
            whole = plans.of(task.range, task.frames)
            key = _digest(whole)
            seen.keys[key] += 1
            seen.sizes[key] = len(task.frames)
            seen.pictures += len(task.frames)
            start = task.range.start - starts[task.range.scene]
            place = (plan.language, start)
            length = [whole["frames"], whole["drawn"]]
            seen.ways[LENGTH][place].add(length, start)
            ground = [whole["ground"], whole.get("over"), whole.get("mix")]
            seen.ways[GROUND][place].add(ground, start)
            for one in plans.shown(task.range, task.frames):
                seen.ways[one.id][place].add(one.form, one.since)

    def scenes(self) -> tuple[SceneSharing, ...]:
        """Return what was found, by scene in the order in which films came to show them."""
        return tuple(_told(name, seen) for name, seen in self._scenes.items())


def _told(name: str, seen: _Seen) -> SceneSharing:
    own = []
    for part, places in seen.ways.items():
        differing = [ways for ways in places.values() if len(ways.forms) > 1]
        if differing:
            most = max(len(ways.forms) for ways in differing)
            own.append(OwnNode(part, most, min(ways.since for ways in differing)))
    return SceneSharing(
        scene=name,
        films=seen.films,
        segments=seen.keys.total(),
        distinct=len(seen.keys),
        pictures=seen.pictures,
        distinct_pictures=sum(seen.sizes.values()),
        own=tuple(sorted(own, key=lambda one: (one.since, -one.ways, one.id))),
    )


def _digest(content: Any) -> str:
    return sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
