"""Poster and teaser through a store: a teaser is the same for all customers of a language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from renderer.package.stills import Pixels
from renderer.plan import Plan
from renderer.segments.made_by import drawn_by
from renderer.segments.ranges import SegmentRange
from renderer.segments.subplan import SubPlans
from renderer.store import Shelf, source_of

Paint = Callable[[int], Pixels]
"""Draws one frame of a film."""


@dataclass(frozen=True)
class Frames:
    """Frames of one scene, to make one picture of.

    Args:
        plan: of the film.
        frames: of the film, in one scene, ascending.
        height: of the pictures in px.
        painter: opens what draws them.
    """

    plan: Plan
    frames: Sequence[int]
    height: int
    painter: Callable[[], Paint]

    def draw(self) -> list[Pixels]:
        """Draw them all."""
        paint = self.painter()
        return [paint(frame) for frame in self.frames]


@dataclass(frozen=True)
class KeptPicture:
    """A picture that is made of frames, once for all films that show them.

    Args:
        kind: of the picture, which goes into its key.
        shown: the frames.
        make: makes it of them.
    """

    kind: str
    shown: Frames
    make: Callable[[list[Pixels]], bytes]

    def key(self, shelf: Shelf) -> str:
        """Return its key in a store."""
        frames = tuple(self.shown.frames)
        place = SegmentRange("", frames[0], frames[-1] + 1 - frames[0])
        sub_plan = SubPlans(self.shown.plan, self.shown.height).of(place, frames)
        return shelf.key(self.kind, [drawn_by(), source_of("package/stills.py"), sub_plan])

    def through(self, shelf: Shelf, key: str) -> bytes:
        """Return it as it is kept under its key, else make and keep it."""
        picture = shelf.store.get(key)
        if picture is None:
            picture = self.made()
            shelf.put(key, picture)
        return picture

    def made(self) -> bytes:
        """Make it."""
        return self.make(self.shown.draw())
