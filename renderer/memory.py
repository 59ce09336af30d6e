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
"""Bytes from which on it is worth the 10 to 20 ms that it takes."""
_PAGE = os.sysconf("SC_PAGE_SIZE")


def give_back(much: int = MUCH) -> None:
    """Give free memory back if the process holds more than `much` bytes; on Linux with glibc."""
    trim = _trim()
    if trim is not None and resident() > much:
        trim(0)


def resident(process: int | str = "self") -> int:
    """Return a process's resident memory in bytes; 0 where the system does not tell.

    Source: proc(5), /proc/pid/statm.
    """
    try:
        return int(Path(f"/proc/{process}/statm").read_bytes().split()[1]) * _PAGE
    except (OSError, IndexError, ValueError):
        return 0


@lru_cache(maxsize=1)
def _trim() -> ctypes._NamedFuncPointer | None:
    """Return glibc's `malloc_trim`. Source: malloc_trim(3)."""
    if not sys.platform.startswith("linux"):
        return None
    found: ctypes._NamedFuncPointer | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return found
