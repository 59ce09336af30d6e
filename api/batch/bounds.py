"""What a worker is bound by from inside: the driver's life, CPU time, memory, no dumps."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import signal
import sys
import time
from pathlib import Path

_PAGE = os.sysconf("SC_PAGE_SIZE")
_PR_SET_PDEATHSIG = 1
_SLACK = 256_000_000
"""Bytes of address space beside what is resident: stacks of threads, heaps that were trimmed."""


def die_with(parent: int) -> None:
    """Let this process be killed when its parent ends, however that happens (Linux).

    Source: prctl(2). The signal comes when the thread ends that started us: the driver has one.
    """
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)  # it ended before we asked


def leave_no_dump() -> None:
    """Write no core dump, which would hold a customer's bill.

    Source: core(5) and the kernel's `do_coredump`: a limit of 1 stops pipes to a handler too.
    """
    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    most = 1 if hard == resource.RLIM_INFINITY or hard >= 1 else 0
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def bind_memory(megabytes: int) -> None:
    """Refuse memory far beyond the limit at once; the driver looks after the rest (Linux).

    Source: setrlimit(2), RLIMIT_DATA: private writable memory, since Linux 4.7 mapped memory too.
    """
    if sys.platform == "linux":
        most = megabytes * 1_000_000 + _SLACK
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def give_back(megabytes: int) -> None:
    """Give memory that is free back to the system when more than half of the limit is resident.

    A film frees most of what it took, and the allocator keeps it, in pieces: giving back takes 10
    to 20 ms, and being ended and started anew a second.

    Source: malloc_trim(3), of the GNU C library only.
    """
    if sys.platform == "linux" and 2 * resident_mb("self") > megabytes:
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)


def resident_mb(process: int | str) -> float:
    """Return a process's resident memory, MB of 1e6 bytes; 0 where the system does not tell.

    Source: proc(5), /proc/pid/statm.
    """
    try:
        told = Path(f"/proc/{process}/statm").read_bytes().split()
        return int(told[1]) * _PAGE / 1e6
    except (OSError, IndexError, ValueError):
        return 0.0


def bind_cpu(seconds: int) -> None:
    """Let this process be ended when it has used so much more CPU time than until now."""
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = math.ceil(time.process_time()) + seconds
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
