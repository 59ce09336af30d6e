"""The other tools: where their programs are, and which of them can run here."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

PEERS = {
    "moviepy_flat": "moviepy_flat.py",
    "moviepy_layered": "moviepy_layered.py",
    "ffmpeg": "ffmpeg_graph.py",
}
"""Script by peer, in `tests/bench/peers`."""
TITLES = {
    "moviepy_flat": "MoviePy, flat",
    "moviepy_layered": "MoviePy, layered",
    "ffmpeg": "FFmpeg, graph",
}
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf")
OWN_PYTHON = "out/bench/peers/bin/python"
"""Where `make bench` puts MoviePy: it holds Pillow below 12, so it gets an environment."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A tool that can run here."""

    name: str
    command: tuple[str, ...]

    def film(self, work: Path, customer: int, out: Path) -> list[str]:
        """Return the command that makes a customer's film."""
        return [*self.command, str(work), str(customer), str(out)]


def find_peers(
    root: Path, wanted: Iterable[str], python: Path | None
) -> tuple[list[Peer], dict[str, str]]:
    """Return the peers that can run, and why the others cannot."""
    able: list[Peer] = []
    unable: dict[str, str] = {}
    moviepy = _python_with_moviepy(root, python)
    for name in wanted:
        script = str(root / "tests/bench/peers" / PEERS[name])
        if not DEJAVU.is_file():
            unable[name] = "the fonts DejaVu (fonts-dejavu-core) are not installed"
        elif name == "ffmpeg" and shutil.which("ffmpeg"):
            able.append(Peer(name, (sys.executable, script)))
        elif moviepy is None:
            unable[name] = "MoviePy is not installed"
        else:
            able.append(Peer(name, (moviepy, script)))
    return able, unable


def _python_with_moviepy(root: Path, python: Path | None) -> str | None:
    if python is not None:
        return str(python)
    own = root / OWN_PYTHON
    if own.is_file():
        return str(own)
    return sys.executable if find_spec("moviepy") else None
