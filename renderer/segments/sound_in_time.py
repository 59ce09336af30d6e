"""A film's sound made while it is watched: mixed whole, encoded once, played as it comes."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from renderer.errors import SegmentError
from renderer.plan.model import SAMPLES_A_FRAME, Plan
from renderer.segments.fragments import audio_fragment, audio_header, audio_spans
from renderer.segments.ranges import segment_ranges
from renderer.segments.sound_through import KeptTrack
from renderer.segments.sound_track import AudioPacket, AudioTrack, audio_packets, empty_track

_BATCH = 64
"""Packets between two words to who waits."""


class SoundInTime:
    """One film's sound, made on a thread of its own, for any number of askers on one event loop.

    Mixing has to come first, as one gain is right for the whole film; then sound is there many
    times faster than it is played.

    Args:
        plan: the film.
        mixed: mixes it.
        kept: where the track is kept, if anywhere.
    """

    def __init__(
        self, plan: Plan, mixed: Callable[[], NDArray[np.float32]], kept: KeptTrack | None = None
    ) -> None:
        self._spans = audio_spans(segment_ranges(plan))
        self._samples = plan.frames * SAMPLES_A_FRAME
        self._mixed, self._kept = mixed, kept
        self._track = replace(track_setup(), samples=self._samples)
        self._packets: list[AudioPacket] = []
        self._arrival: asyncio.Event = asyncio.Event()
        self._done: asyncio.Future[None] | None = None
        self._closed = threading.Event()

    def header(self, language: str) -> bytes:
        """Return the header of all of the sound; `language` in three letters."""
        return audio_header(self._track, language)

    def start(self) -> None:
        """Begin, unless it has begun."""
        if self._done is None:
            loop = asyncio.get_running_loop()
            self._done = loop.run_in_executor(None, self._make, loop)
            self._done.add_done_callback(lambda _: self._arrival.set())

    async def segment(self, index: int) -> bytes:
        """Return the sound beside a segment of video, as a fragment of MP4 at its place.

        Raises:
            SegmentError: `segment-unknown`, and what mixing raises.
        """
        if not 0 <= index < len(self._spans):
            raise SegmentError("segment-unknown", f"the film has no segment {index}")
        self.start()
        span = self._spans[index]
        while not self._holds(span[1]):
            if self._done is not None and self._done.done():
                self._done.result()
                raise SegmentError("segment-unknown", "the sound was given up", ours=True)
            self._arrival.clear()
            await self._arrival.wait()
        return audio_fragment(replace(self._track, packets=tuple(self._packets)), span)

    async def close(self) -> None:
        """Give up what is not made yet."""
        self._closed.set()
        if self._done is not None:
            await asyncio.gather(self._done, return_exceptions=True)

    def _holds(self, end: int) -> bool:
        last = self._packets[-1] if self._packets else None
        return last is not None and last.pts + last.duration >= end

    def _make(self, loop: asyncio.AbstractEventLoop) -> None:
        """Make it, on a thread."""
        known = self._kept.find() if self._kept else None
        if known is not None:
            loop.call_soon_threadsafe(self._arrived, known.packets)
            return
        made: list[AudioPacket] = []
        told = 0
        for packet in audio_packets(self._mixed()):
            made.append(packet)
            if len(made) - told >= _BATCH:
                loop.call_soon_threadsafe(self._arrived, made[told:])
                told = len(made)
            if self._closed.is_set():
                return
        loop.call_soon_threadsafe(self._arrived, made[told:])
        if self._kept:
            self._kept.keep(replace(self._track, packets=tuple(made)))

    def _arrived(self, packets: Sequence[AudioPacket]) -> None:
        self._packets += packets
        self._arrival.set()


@lru_cache(maxsize=1)
def track_setup() -> AudioTrack:
    """Return a track without sound, set up as all are."""
    return empty_track()
