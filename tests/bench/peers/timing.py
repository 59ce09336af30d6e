"""What all ports share: the palette, easing, and the program's three arguments."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

INK, MUTED, BRAND, VIOLET, GREEN = "#0F172A", "#64748B", "#2563EB", "#7C3AED", "#22C55E"
PAGE, PALE, TRACK, RULE, WHITE = "#F8FAFC", "#93C5FD", "#E2E8F0", "#CBD5E1", "#FFFFFF"
SLICES = (BRAND, VIOLET, GREEN)
FACES = Path("/usr/share/fonts/truetype/dejavu")
WIDTH, HEIGHT, FPS = 1280, 720, 30
SCENES, LASTS, FADE, LENGTH = 5, 6.0, 0.5, 30.0
PRESET, CRF, BIT_RATE = "veryfast", "23", "128k"


def face(*, bold: bool = False) -> str:
    """Return the file of a cut of DejaVu Sans."""
    return str(FACES / f"DejaVuSans{'-Bold' if bold else ''}.ttf")


def rgb(color: str) -> tuple[int, int, int]:
    """Return a colour's components."""
    red, green, blue = bytes.fromhex(color[1:])
    return red, green, blue


def share(t: float, start: float, end: float) -> float:
    """Return how much of a stretch of time is over, 0..1."""
    return min(max((t - start) / (end - start), 0.0), 1.0)


def ease_out(p: float) -> float:
    """Ease 0..1, fast first."""
    return 1 - (1 - p) ** 3


def ease_in_out(p: float) -> float:
    """Ease 0..1, fast in the middle."""
    return 4 * p**3 if p < 0.5 else 1 - (2 - 2 * p) ** 3 / 2


def growth(t: float, bar: int) -> float:
    """Return how high a bar of the history stands, 0..1."""
    return ease_out(share(t, 0.4 + 0.15 * bar, 1.4 + 0.15 * bar))


@dataclass(frozen=True)
class Job:
    """One film to make: for whom, of what, where to."""

    customer: dict[str, Any]
    logo: str
    music: str
    out: str


def job() -> Job:
    """Read the arguments: the workload's folder, a customer's number, the file to write."""
    folder, number, out = sys.argv[1:4]
    work = Path(folder)
    return Job(
        json.loads((work / f"customers/{number}.json").read_text()),
        str(work / "pack/art/logo.png"),
        str(work / "pack/sound/music.wav"),
        out,
    )
