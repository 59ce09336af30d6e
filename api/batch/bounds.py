"""What a worker is bound by from inside: the driver's life, CPU time, memory, no dumps."""

from __future__ import annotations

import ctypes
import math
import os
import resource
import signal
import sys
import time

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


def bind_cpu(seconds: int) -> None:
    """Let this process be ended when it has used so much more CPU time than until now."""
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = math.ceil(time.process_time()) + seconds
    if hard != resource.RLIM_INFINITY:
        soft = min(soft, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))
