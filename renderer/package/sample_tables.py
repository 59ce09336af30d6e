"""Tracks' samples -> their data in turns, and the tables by which a player finds each in a file.

Source: ISO/IEC 14496-12, 8.6.1 (stts), 8.6.2 (stss), 8.7.3 (stsz), 8.7.4 (stsc), 8.7.5 (stco).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from renderer.segments import full_box


@dataclass(frozen=True, slots=True)
class Samples:
    """The samples of one track, in order.

    Args:
        durations: of each, in the track's ticks.
        chunks: their bytes, grouped as they stand together in the file.
        keys: numbers, from 0, of those that depend on no other; None for all.
    """

    durations: Sequence[int]
    chunks: Sequence[Sequence[bytes]]
    keys: Sequence[int] | None = None


def places(tracks: Sequence[Samples], first: int) -> list[list[int]]:
    """Return where each track's chunks stand in a file when tracks of as many chunks take turns,
    from byte `first` of it on.
    """
    found: list[list[int]] = [[] for _ in tracks]
    for turn in zip(*(track.chunks for track in tracks), strict=True):
        for place, chunk in zip(found, turn, strict=True):
            place.append(first)
            first += sum(map(len, chunk))
    return found


def in_turns(tracks: Sequence[Samples]) -> bytes:
    """Return all data of tracks that take turns."""
    turns = zip(*(track.chunks for track in tracks), strict=True)
    return b"".join(chain.from_iterable(chunk for turn in turns for chunk in turn))


def sample_tables(samples: Samples, places: Sequence[int]) -> bytes:
    """Return what follows `stsd` in a track's `stbl`; `places`: of its chunks in the file."""
    lasts = [(len(list(same)), duration) for duration, same in groupby(samples.durations)]
    filled = [
        (len(chunk), place) for chunk, place in zip(samples.chunks, places, strict=True) if chunk
    ]
    counts = [count for count, _ in filled]
    changes = [
        (index + 1, count, 1)
        for index, count in enumerate(counts)
        if index == 0 or count != counts[index - 1]
    ]
    sizes = [len(one) for one in chain.from_iterable(samples.chunks)]
    keys = [] if samples.keys is None else [_table("stss", [(key + 1,) for key in samples.keys])]
    return b"".join(
        (
            _table("stts", lasts),
            *keys,
            _table("stsc", changes),
            full_box("stsz", 0, 0, struct.pack(f">II{len(sizes)}I", 0, len(sizes), *sizes)),
            _table("stco", [(place,) for _, place in filled]),
        )
    )


def _table(kind: str, rows: Sequence[tuple[int, ...]]) -> bytes:
    numbers = [*chain.from_iterable(rows)]
    return full_box(kind, 0, 0, struct.pack(f">I{len(numbers)}I", len(rows), *numbers))
