"""Memory that the process keeps without needing it, given back to the system.

Arrays of a film's pictures and sound come and go between small things that stay. What lies free
between those, the C library keeps for later, and a worker of many films would hold half as much
again as it ever used.
"""

from __future__ import annotations

import ctypes
import os
import sys
from functools import lru_cache
from pathlib import Path

MUCH = 216 << 20
"""Bytes from which on it is worth the milliseconds that it takes."""
_SIZES = Path("/proc/self/statm")


def give_back(much: int = MUCH) -> None:
    """Give free memory back if the process holds more than `much` bytes; on Linux with glibc."""
    trim = _trim()
    if trim is not None and _held() > much:
        trim(0)


def _held() -> int:
    """Return the bytes of the process that are in memory."""
    return int(_SIZES.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@lru_cache(maxsize=1)
def _trim() -> ctypes._NamedFuncPointer | None:
    """Return glibc's `malloc_trim`. Source: malloc_trim(3)."""
    if not sys.platform.startswith("linux"):
        return None
    found: ctypes._NamedFuncPointer | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return found
