"""Films of a few shapes, and decoding what was encoded."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from renderer.plan.model import ONE, Plan, PlanKey, PlanNode, PlanPaint, PlanScene, RectShape
from renderer.segments.video import Segment

WIDTH, HEIGHT = 320, 176
UNIT = 64


def paint(color: str) -> PlanPaint:
    return PlanPaint("solid", ((0, color),))


def scene(name: str, start: int, frames: int, moves: tuple[int, int], color: str) -> PlanScene:
    """Make a scene in which one square moves between two frames and rests otherwise."""
    track = (PlanKey(moves[0], -100 * UNIT), PlanKey(moves[1], 0, "ease-out"))
    square = PlanNode(
        id="square",
        box=(120 * UNIT, 40 * UNIT, 80 * UNIT, 80 * UNIT),
        origin=(160 * UNIT, 80 * UNIT),
        alive=(0, frames),
        shape=RectShape((120 * UNIT, 40 * UNIT, 80 * UNIT, 80 * UNIT), fill=paint(color)),
        tracks={"x": track, "scale": (PlanKey(0, ONE),)},
    )
    return PlanScene(name, name, start, frames, (paint("#f5f6fcff"),), (square,))


@pytest.fixture(scope="session")
def plan() -> Plan:
    """A film of three scenes, 64, 160 and 16 frames long."""
    scenes = (
        scene("one", 0, 64, (0, 12), "#4338f0ff"),
        scene("two", 64, 160, (30, 90), "#f2602bff"),
        scene("three", 224, 16, (0, 4), "#0e9f6eff"),
    )
    return Plan(
        language="en",
        direction="ltr",
        pack=("test", "1.0.0", "0" * 64),
        brand="plain",
        shape="wide",
        width=WIDTH,
        height=HEIGHT,
        frames=240,
        scenes=scenes,
        lines=(),
        captions=(),
        hotspots=(),
        appearances=(),
        faces={},
        assets={},
        title="Film",
        music=False,
    )


class Squares:
    """Draws a frame's number as a moving square, without a plan."""

    def paint(self, n: int, /) -> NDArray[np.uint8]:
        """Draw the square at `n` px."""
        picture = np.full((HEIGHT, WIDTH, 4), 255, np.uint8)
        picture[..., :3] = (0xFC, 0xF6, 0xF5)
        at = n % (WIDTH - 80)
        picture[40:120, at : at + 80, :3] = (0xF0, 0x38, 0x43)
        return picture


@pytest.fixture(scope="session")
def squares() -> Squares:
    return Squares()


@pytest.fixture(scope="session")
def decoded() -> Callable[[Sequence[Segment]], list[av.VideoFrame]]:
    """Decode segments, one after the other, with the set-up of the first."""

    def decode(segments: Sequence[Segment]) -> list[av.VideoFrame]:
        context = av.CodecContext.create("h264", "r")
        context.thread_count = 1
        context.extradata = segments[0].extradata
        frames: list[av.VideoFrame] = []
        start = 0
        for segment in segments:
            for packet in segment.packets:
                one = av.Packet(packet.data)
                one.pts = one.dts = start + packet.pts
                frames += context.decode(one)
            start += segment.duration
        return frames + context.decode(None)

    return decode
