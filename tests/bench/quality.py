"""How near films are to our uncompressed frames of bill-30: SSIM, picture by picture.

    python -m tests.bench.quality FOLDER FILM.mp4 [OTHER.mp4 ...]

The first film is ours: every distinct picture counts, as long as it is shown. Of the others, which
are drawn by other hands in another typeface, every tenth frame is compared: likeness, not quality.
FFmpeg's `ssim` filter compares 8-bit 4:2:0 at the film's own size; all planes count by their area.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import av.filter

from api.cli.options import read_previous
from renderer.bill import load_bill
from renderer.planning import Choice, Draft, draft
from renderer.segments.pixels import PictureConverter

FPS = 30
EVERY = 10


def plan(work: Path) -> Draft:
    """Plan the first customer's film."""
    bill = load_bill([work / "bills/1/bill.json"])
    earlier = read_previous([work / "bills/1/previous"], bill)
    return draft(bill, earlier, Choice(pack=work / "pack"))


def pictures(film: Path) -> Iterator[tuple[int, int, av.VideoFrame]]:
    """Yield each picture with the frame it is first shown in, and how many frames it is."""
    with av.open(str(film)) as container:
        stream = container.streams.video[0]
        frames = round(float(stream.duration * stream.time_base) * FPS)
        before: tuple[int, av.VideoFrame] | None = None
        for picture in container.decode(stream):
            at = round(picture.time * FPS)
            if before is not None:
                yield before[0], at - before[0], before[1]
            before = at, picture
        if before is not None:
            yield before[0], frames - before[0], before[1]


class Ssim:
    """FFmpeg's filter, fed with pairs of pictures of one size."""

    def __init__(self, width: int, height: int) -> None:
        self._graph = av.filter.Graph()
        shape = f"video_size={width}x{height}:pix_fmt=yuv420p:time_base=1/{FPS}"
        self._sources = [self._graph.add("buffer", shape) for _ in range(2)]
        compare = self._graph.add("ssim")
        self._sink = self._graph.add("buffersink")
        for place, source in enumerate(self._sources):
            source.link_to(compare, 0, place)
        compare.link_to(self._sink)
        self._graph.configure()
        self._count = 0

    def compare(self, one: av.VideoFrame, other: av.VideoFrame) -> float:
        """Return how alike two pictures are: 1 is equal."""
        for source, picture in zip(self._sources, (one, other), strict=True):
            plain = av.VideoFrame.from_ndarray(picture.to_ndarray(), format="yuv420p")
            plain.pts, plain.time_base = self._count, Fraction(1, FPS)
            source.push(plain)
        self._count += 1
        return float(self._sink.pull().metadata["lavfi.ssim.All"])


def measure(made: Draft, film: Path, *, ours: bool) -> dict[str, Any]:
    """Return a film's likeness to our frames, in all and by scene; of ours the least as well."""
    painter, convert = made.painter(), PictureConverter().convert
    ssim = Ssim(made.plan.width, made.plan.height)
    sums: dict[str, float] = defaultdict(float)
    counts: dict[str, int] = defaultdict(int)
    least = 1.0
    for frame, lasts, picture in pictures(film):
        if frame >= made.plan.frames or not (ours or frame % EVERY == 0):
            continue
        alike = ssim.compare(picture, convert(painter.paint(frame)))
        scene = next(
            one.id for one in made.plan.scenes if one.start <= frame < one.start + one.frames
        )
        sums[scene] += alike * lasts
        counts[scene] += lasts
        least = min(least, alike)
    return {
        "ssim": round(sum(sums.values()) / sum(counts.values()), 5),
        "least": round(least, 5),
        "scenes": {scene: round(sums[scene] / counts[scene], 5) for scene in sums},
    }


def main() -> None:
    """Compare films, and print what was found as JSON, in their order."""
    work, *films = map(Path, sys.argv[1:])
    made = plan(work)
    print(json.dumps([measure(made, film, ours=film == films[0]) for film in films]))  # noqa: T201 -- a program


if __name__ == "__main__":
    main()
