"""A music file -> the bed it is, decoded and measured once."""

from __future__ import annotations

import struct
from collections import OrderedDict
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from renderer.errors import SegmentError
from renderer.segments.loudness import HOP, loudness_of, weigh_hops
from renderer.segments.made_by import sounded_by
from renderer.segments.sound_music import read_music
from renderer.store import Shelf

_HEAD = struct.Struct("<2d")
"""Loudness and weight."""
_REMEMBERED = 2


@dataclass(frozen=True, slots=True, eq=False)
class Bed:
    """A loop of music.

    Args:
        samples: float32 mono at 48 kHz, read-only.
        loudness: LUFS; None if silent.
        weight: its K-weighted energy over its energy.
    """

    samples: NDArray[np.float32]
    loudness: float | None
    weight: float = 1.0


_beds: OrderedDict[str, Bed] = OrderedDict()
"""Those that this process read last, by the sha256 of their file."""


def read_bed(path: Path, shelf: Shelf | None = None) -> Bed:
    """Read a music file, or what was made of the same file before.

    Raises:
        SegmentError: `music-unreadable`.
    """
    digest = music_hash(path)
    bed = _beds.get(digest) or _kept(path, digest, shelf)
    bed.samples.flags.writeable = False
    _beds[digest] = bed
    _beds.move_to_end(digest)
    if len(_beds) > _REMEMBERED:
        _beds.popitem(last=False)
    return bed


def music_hash(path: Path) -> str:
    """Return the sha256 of a music file.

    Raises:
        SegmentError: `music-unreadable`.
    """
    try:
        status = path.stat()
        return _hash(path, status.st_size, status.st_mtime_ns)
    except OSError as error:
        raise SegmentError(
            "music-unreadable", "the music bed is not a file that can be read", where=path.name
        ) from error


@lru_cache(maxsize=8)
def _hash(path: Path, _size: int, _changed_ns: int) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _kept(path: Path, digest: str, shelf: Shelf | None) -> Bed:
    if shelf is None:
        return _decoded(path)
    key = shelf.key("bed", [sounded_by(), digest])
    bed = shelf.find(key, _read)
    if bed is None:
        bed = _decoded(path)
        if bed.loudness is not None:
            samples = bed.samples.astype("<f4", copy=False).tobytes()
            shelf.put(key, _HEAD.pack(bed.loudness, bed.weight) + samples)
    return bed


def _decoded(path: Path) -> Bed:
    samples = read_music(path)
    hops = weigh_hops(samples)
    whole = samples[: len(hops) * HOP]
    energy = float(np.vdot(whole, whole))
    return Bed(samples, loudness_of(hops), float(hops.sum()) / energy if energy else 1.0)


def _read(body: bytes) -> Bed:
    if len(body) < _HEAD.size or (len(body) - _HEAD.size) % 4:
        raise ValueError("a bed of another form")
    samples = np.frombuffer(body, "<f4", offset=_HEAD.size).astype(np.float32)
    return Bed(samples, *_HEAD.unpack_from(body))
