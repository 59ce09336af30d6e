"""Whether segments join to one stream of video as they are."""

from __future__ import annotations

from collections.abc import Sequence

from renderer.errors import SegmentError
from renderer.segments.video import Segment


def check_joins(segments: Sequence[Segment]) -> None:
    """Check that segments are of one size and set-up, so that they join as they are.

    Raises:
        SegmentError: `segments-differ`.
    """
    if len({(one.extradata, one.width, one.height) for one in segments}) != 1:
        raise SegmentError(
            "segments-differ", "Segments of one film do not join: their set-up differs.", ours=True
        )
