"""AAC-LC packets heard again by FFmpeg's decoder, mono at 48 kHz."""

from __future__ import annotations

from collections.abc import Iterable

import av
import av.error
import numpy as np

CONFIG = bytes.fromhex("1188")


class Decoder:
    """One decoder, fed packet by packet."""

    def __init__(self) -> None:
        self._context = av.CodecContext.create("aac", "r")
        self._context.extradata = CONFIG

    def hear(self, packet: bytes) -> np.ndarray | None:
        """Return what a packet gives, or None where the decoder refuses it."""
        try:
            frames = self._context.decode(av.Packet(packet))
        except av.error.FFmpegError:
            return None
        return np.concatenate([f.to_ndarray().reshape(-1) for f in frames] or [np.zeros(0)])


def heard(packets: Iterable[bytes], length: int) -> np.ndarray:
    """Return the sound of a track's packets, from its start, `length` samples of it."""
    decoder = Decoder()
    parts = [decoder.hear(packet) for packet in packets]
    assert all(part is not None for part in parts)
    return np.concatenate(parts)[1024 : 1024 + length]
