"""MP3 data that was cut short is recognised."""

from __future__ import annotations

import io

import av
import numpy as np
import pytest

from renderer.speech.mp3 import is_whole_mp3


def _mp3(rate: int, layout: str = "mono", bit_rate: int = 64_000) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format="mp3", options={"write_xing": "0", "id3v2_version": "0"}) as out:
        stream = out.add_stream("libmp3lame", rate=rate, layout=layout)
        stream.codec_context.bit_rate = bit_rate
        channels = 1 if layout == "mono" else 2
        tone = (np.sin(np.arange(rate) * 0.05) * 9000).astype(np.int16)
        frame = av.AudioFrame.from_ndarray(
            np.stack([tone] * channels), format="s16p", layout=layout
        )
        frame.sample_rate = rate
        out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return file.getvalue()


@pytest.mark.parametrize(
    ("rate", "layout"),
    [(44_100, "stereo"), (48_000, "mono"), (24_000, "mono"), (22_050, "stereo"), (8000, "mono")],
)
def test_whole_files_of_every_version_pass_and_cut_ones_do_not(rate, layout):
    """Whole files of every version pass and cut ones do not."""
    data = _mp3(rate, layout)
    assert is_whole_mp3(data)
    assert is_whole_mp3(data + data)
    assert is_whole_mp3(b"ID3\x03\x00\x00\x00\x00\x01\x00" + b"\x00" * 128 + data)
    assert is_whole_mp3(data + b"TAG" + b" " * 125)
    for cut in (1, 3, 17, 100):
        assert not is_whole_mp3(data[:-cut])


@pytest.mark.parametrize("data", [b"", b"ID3", b"<html>", b"\xff\xfb", b"\xff\xff\xff\xff" * 9])
def test_what_is_no_mp3_does_not_pass(data):
    """What is no MP3 does not pass."""
    assert not is_whole_mp3(data)
