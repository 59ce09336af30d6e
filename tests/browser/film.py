"""A small real film whose picture is known: a box that moves for a second, then rests.

The file is variable frame rate, as packages are: the rest is one frame that lasts two seconds.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np

FPS = 30
MOVING = 30
HELD = 60
AFTER = 30
FRAMES = MOVING + HELD + AFTER
BOX = (200, 60)
"""Width and height of the box, px of the frame."""
BLUE, PAPER = (67, 56, 240), (245, 246, 252)


def corner(frame: int, width: int, height: int) -> tuple[int, int]:
    """Return the top left of the box at a frame: it moves, rests, and moves on."""
    travel = min(frame, MOVING) + max(0, frame - MOVING - HELD)
    return width // 10 + travel * 6, height // 4 + travel * 2


def picture(frame: int, width: int, height: int) -> av.VideoFrame:
    pixels = np.empty((height, width, 3), np.uint8)
    pixels[:] = PAPER
    x, y = corner(frame, width, height)
    pixels[y : y + BOX[1], x : x + BOX[0]] = BLUE
    return av.VideoFrame.from_ndarray(pixels, format="rgb24")


def write_film(path: Path, width: int, height: int) -> None:
    """Write H.264 and AAC of four seconds; frames 30 to 89 are one long frame."""
    shown = [*range(MOVING + 1), *range(MOVING + HELD, FRAMES)]
    with av.open(str(path), "w", options={"movflags": "+faststart"}) as out:
        video = out.add_stream("libx264", rate=FPS, options={"bf": "0", "crf": "16", "g": "15"})
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        video.codec_context.time_base = Fraction(1, FPS)
        sound = out.add_stream("aac", rate=48_000, layout="mono")
        for number in shown:
            frame = picture(number, width, height)
            frame.pts, frame.time_base = number, Fraction(1, FPS)
            out.mux(video.encode(frame))
        out.mux(video.encode(None))
        tone = np.sin(np.arange(48_000 * FRAMES // FPS) * 2 * np.pi * 220 / 48_000) * 0.05
        samples = av.AudioFrame.from_ndarray(
            tone.astype(np.float32)[None, :], format="fltp", layout="mono"
        )
        samples.sample_rate, samples.pts = 48_000, 0
        out.mux(sound.encode(samples))
        out.mux(sound.encode(None))


def box_keys(width: int, height: int, frames: list[int]) -> list[dict[str, float]]:
    """Return hotspot keys that follow the box at these frames."""
    keys = []
    for frame in frames:
        x, y = corner(frame, width, height)
        keys.append(
            {
                "t": frame / FPS,
                "x": x / width,
                "y": y / height,
                "w": BOX[0] / width,
                "h": BOX[1] / height,
            }
        )
    return keys
