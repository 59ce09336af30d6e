"""`video.mp4`: ready segments and one ready audio track joined by stream copy, index first."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import av

from renderer.errors import PackageError
from renderer.package.languages import three_letters
from renderer.segments import (
    AudioTrack,
    Segment,
    add_audio_stream,
    add_video_stream,
    packets_for,
    video_packets,
)


def mp4(segments: Sequence[Segment], track: AudioTrack, language: str) -> bytes:
    """Join a film's segments and sound as a faststart MP4, without encoding anything again.

    Raises:
        PackageError: `mux-failed`.
    """
    try:
        with TemporaryDirectory(prefix="billreel-") as folder:
            path = Path(folder) / "video.mp4"
            _write(path, segments, track, language)
            return path.read_bytes()
    except av.FFmpegError as cause:
        raise PackageError(
            "mux-failed", "the video file could not be put together", ours=True
        ) from cause


def _write(path: Path, segments: Sequence[Segment], track: AudioTrack, language: str) -> None:
    # Index first means a second pass over the file, which FFmpeg opens by its name.
    options = {
        "movflags": "+faststart",
        "fflags": "+bitexact",
        "movie_timescale": "90000",
        "video_track_timescale": "90000",
    }
    with av.open(str(path), "w", format="mp4", options=options) as container:
        video = add_video_stream(container, segments)
        audio = add_audio_stream(container, track)
        for stream in (video, audio):
            stream.metadata["language"] = three_letters(language)
        packets: list[av.Packet[Any]] = [
            *video_packets(segments, video),
            *packets_for(track, audio),
        ]
        for packet in sorted(packets, key=_moment):
            container.mux_one(packet)


def _moment(packet: av.Packet[Any]) -> Fraction:
    return Fraction(packet.pts or 0) * (packet.time_base or 0)
