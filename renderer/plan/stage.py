"""What everything that draws a scene's nodes needs to know, and the nodes it makes of shapes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from renderer.plan.clock import SceneClock
from renderer.plan.model import PlanKey, PlanNode, Rect, Seen, Shape
from renderer.plan.motion import Move, shown_in
from renderer.plan.places import Area
from renderer.plan.typeset import Typesetter, strip_marks
from renderer.script.model import Motion, Words


@dataclass(frozen=True)
class Stage:
    """One scene being laid: its frame, its clock, its type.

    Args:
        room: what is kept for nodes.
        travel: units that a rise or slide moves.
    """

    width: int
    height: int
    room: Area
    direction: str
    travel: int
    clock: SceneClock
    type: Typesetter

    @property
    def sideways(self) -> int:
        """Return 1 where start is left, -1 where it is right."""
        return 1 if self.direction == "ltr" else -1

    @property
    def start_edge(self) -> str:
        """Return the side a line of text begins at."""
        return "left" if self.direction == "ltr" else "right"

    def placed(self, area: Area, within: Area) -> Area:
        """Mirror an area inside another one where the language runs right to left."""
        if self.direction == "ltr":
            return area
        return Area(within.x + within.right - area.right, area.y, area.width, area.height)

    def move(
        self, motion: Motion, where: str, delay_s: float = 0.0, *, reveals: bool = False
    ) -> Move:
        """Give a motion its frames."""
        start, end = self.clock.motion(motion, where, delay_s)
        return Move(
            motion.effect, start, end, motion.easing, self.travel, self.sideways, reveals=reveals
        )

    def part(
        self,
        part_id: str,
        box: Rect,
        shape: Shape | None,
        tracks: Mapping[str, tuple[PlanKey, ...]] | None = None,
        *,
        children: Sequence[PlanNode] = (),
        seen: tuple[Seen, ...] = (),
        origin: tuple[int, int] | None = None,
        clip: tuple[Rect, int] | None = None,
    ) -> PlanNode | None:
        """Make a node, alive only while its tracks and contents show; None if that is never."""
        tracks = dict(tracks or {})
        first, last = shown_in(tracks, self.clock.frames)
        if shape is None:
            first = max(first, min((child.alive[0] for child in children), default=last))
            last = min(last, max((child.alive[1] for child in children), default=first))
        if first >= last:
            return None
        x, y, width, height = box
        return PlanNode(
            id=part_id,
            box=box,
            origin=origin or (x + width // 2, y + height // 2),
            alive=(first, last),
            shape=shape,
            children=tuple(children),
            tracks=tracks,
            clip=clip,
            seen=seen,
        )


def seen_facts(words: Words) -> tuple[Seen, ...]:
    """Return every fact that a message shows, with the text it shows it as."""
    return tuple(
        Seen(span.fact, strip_marks(words.seen[span.start : span.end]))
        for span in words.spans
        if span.fact is not None
    )


def kept(nodes: Sequence[PlanNode | None]) -> tuple[PlanNode, ...]:
    """Leave out the nodes that never show."""
    return tuple(node for node in nodes if node is not None)
