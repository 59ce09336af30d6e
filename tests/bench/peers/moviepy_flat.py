"""bill-30 with MoviePy: one clip made by a frame function. The fastest idiomatic form."""

from __future__ import annotations

import numpy as np
from moviepy import AudioFileClip, VideoClip
from pictures import Bill
from timing import BIT_RATE, CRF, FPS, LENGTH, PRESET, job


def main() -> None:
    """Make one film."""
    wanted = job()
    bill = Bill(wanted.customer, wanted.logo)
    film = VideoClip(lambda t: np.asarray(bill.at(t)), duration=LENGTH)
    film.with_audio(AudioFileClip(wanted.music).subclipped(0, LENGTH)).write_videofile(
        wanted.out,
        fps=FPS,
        codec="libx264",
        preset=PRESET,
        audio_codec="aac",
        audio_bitrate=BIT_RATE,
        ffmpeg_params=["-crf", CRF],
        logger=None,
    )


if __name__ == "__main__":
    main()
