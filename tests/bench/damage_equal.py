"""Compare every frame of the samples' films, drawn where it differs, with the frame drawn whole.

Run by hand from the checkout, as it takes minutes; `tests/frames/test_standing.py` runs a part:

    python -m tests.bench.damage_equal                      # every language, both shapes
    python -m tests.bench.damage_equal --height 1080 en ko  # some, at another height
"""

from __future__ import annotations

import argparse
import sys

import numpy as np

from renderer.frames.pixels import as_bgra
from renderer.plan.held import distinct_frames
from renderer.segments.pixels import PictureConverter, planes_of
from tests.film.films import LANGUAGES, Films


def main() -> int:
    """Compare, print a line a film, and return how many differ."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("language", nargs="*", default=LANGUAGES)
    parser.add_argument("--height", type=int, help="of wide films, px; the plan's own if left out")
    asked = parser.parse_args()
    films, failed = Films(), 0
    for language in asked.language:
        for shape in ("wide", "tall"):
            drafted = films.draft(language, language, shape=shape)
            height = asked.height if shape == "wide" else None
            standing, painter = drafted.painter(height), drafted.painter(height)
            follows, whole = PictureConverter(), PictureConverter()
            frames = distinct_frames(drafted.plan)
            wrong = []
            for n in frames:
                repaint, picture = standing.repaint(n), painter.paint(n)
                planes = planes_of(follows.convert(repaint)), planes_of(whole.convert(picture))
                if not np.array_equal(as_bgra(repaint.pixels), picture) or not all(
                    np.array_equal(one, other) for one, other in zip(*planes, strict=True)
                ):
                    wrong.append(n)
            failed += bool(wrong)
            told = f"{len(frames)} distinct frames, {len(wrong)} differ {wrong[:5]}"
            sys.stdout.write(f"{language} {shape}: {told}\n")
    return failed


if __name__ == "__main__":
    sys.exit(main())
