"""Where a solved layout put each node: rectangles in logical px, mirrored once."""

from __future__ import annotations

from dataclasses import dataclass

from renderer.plan.model import UNIT, Rect
from renderer.script.model import Node


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle in logical px from the frame's top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return its lower edge."""
        return self.y + self.height

    def mirrored(self, frame_width: float) -> Area:
        """Return the same rectangle in a frame flipped left to right."""
        return Area(frame_width - self.right, self.y, self.width, self.height)

    def moved(self, x: float, y: float) -> Area:
        """Return the rectangle moved by (x, y)."""
        return Area(self.x + x, self.y + y, self.width, self.height)

    def inside(self, other: Area, slack: float) -> bool:
        """Tell whether it stands in `other`, grown by `slack` px."""
        return (
            self.x >= other.x - slack
            and self.y >= other.y - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )

    def overlap(self, other: Area) -> float:
        """Return how far two rectangles overlap: the lesser of the two extents, 0 if apart."""
        across = min(self.right, other.right) - max(self.x, other.x)
        down = min(self.bottom, other.bottom) - max(self.y, other.y)
        return max(0.0, min(across, down))

    def rect(self) -> Rect:
        """Return it in plan units, each edge rounded by itself."""
        left, top = units(self.x), units(self.y)
        return (left, top, units(self.right) - left, units(self.bottom) - top)


@dataclass(frozen=True, slots=True)
class Placed:
    """A node with its border box, its content box (inside the padding), and its parts."""

    node: Node
    area: Area
    content: Area
    parts: tuple[Placed, ...] = ()

    def mirrored(self, frame_width: float) -> Placed:
        """Return the tree flipped left to right in a frame of that width."""
        return Placed(
            self.node,
            self.area.mirrored(frame_width),
            self.content.mirrored(frame_width),
            tuple(part.mirrored(frame_width) for part in self.parts),
        )

    def moved(self, x: float, y: float) -> Placed:
        """Return the tree moved by (x, y)."""
        return Placed(
            self.node,
            self.area.moved(x, y),
            self.content.moved(x, y),
            tuple(part.moved(x, y) for part in self.parts),
        )


def units(px: float) -> int:
    """Return logical px in plan units, rounded half up."""
    return int((px * UNIT + 0.5) // 1)
