"""What x264's quantisers cost and give, on a sample's film (run it by hand, as it takes minutes).

    python -m tests.bench.encoder_settings [LANGUAGE]

Every segment is encoded with each pair of quantisers in turn and decoded again. A picture rests if
it is shown for some frames, else it moves; quality is PSNR of luma, in dB, against what was drawn.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext

from renderer.segments.film import segment_tasks
from renderer.segments.pixels import PictureConverter, Planes, planes_of
from renderer.segments.settings import RESTS, TICKS_A_FRAME, Settings
from renderer.segments.video import Segment, encode_segment
from tests.film.films import Films
from tests.segments.annex_b import byte_stream, parameter_stream

PAIRS = ((21, 21), (18, 18), (18, 26), (18, 28), (18, 30), (20, 28), (22, 30))
"""Of pictures that rest, and of those that move."""


@dataclass
class Tried:
    """What one pair came to."""

    cpu_s: float = 0.0
    bytes: int = 0
    moving: list[float] = field(default_factory=list)
    resting: list[float] = field(default_factory=list)

    def add(self, segment: Segment, pictures: list[Planes]) -> None:
        """Decode a segment and compare it with its pictures."""
        self.bytes += segment.size
        for packet, shown, drawn in zip(segment.packets, decoded(segment), pictures, strict=True):
            error = np.square(shown.astype(np.int32) - drawn[0]).mean()
            rests = packet.duration >= RESTS * TICKS_A_FRAME
            decibels = 10 * np.log10(255**2 / max(error, 1e-3))
            (self.resting if rests else self.moving).append(float(decibels))

    def row(self) -> str:
        """Write one row of the table."""
        cells = [f"{self.cpu_s:.2f}", f"{self.bytes / 1000:,.0f}"]
        cells += [
            f"{np.mean(kind):.1f} / {np.percentile(kind, 5):.1f} / {min(kind):.1f}"
            for kind in (self.moving, self.resting)
        ]
        return " | ".join(cells)


def decoded(segment: Segment) -> list[np.ndarray]:
    """Return the luma of a segment's pictures, as a decoder shows it."""
    context = VideoCodecContext.create("h264", "r")
    context.thread_count = 1
    head = parameter_stream(segment.extradata)
    packets = [av.Packet(byte_stream(one.data)) for one in segment.packets]
    packets[0] = av.Packet(head + bytes(packets[0]))
    pictures = [one for packet in (*packets, None) for one in context.decode(packet)]
    return [planes_of(one)[0] for one in pictures]


def main(language: str) -> None:
    """Try every pair on every segment, in turn, and print a table."""
    made = Films().draft(language, language)
    painter, converter = made.painter(), PictureConverter()
    tried = {pair: Tried() for pair in PAIRS}
    for task in segment_tasks(made.plan):
        pictures = [planes_of(converter.convert(painter.repaint(n))) for n in task.frames]
        frames = [n - task.range.start for n in task.frames]
        for (rests, moves), found in tried.items():
            settings = Settings(qp=rests, moving_qp=moves)
            begun = time.process_time()
            segment = encode_segment(frames, pictures, task.range.frames, settings)
            found.cpu_s += time.process_time() - begun
            found.add(segment, pictures)
    rows = ["rests, moves | CPU s | kB | moving: mean / 5 % / least | resting: mean / 5 % / least"]
    rows += [f"{rests}, {moves} | {found.row()}" for (rests, moves), found in tried.items()]
    sys.stdout.write("\n".join(rows) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:2] or ["en"])
