"""Garbage is not collected while modules load, nor for one picture: there is next to none."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Collect no garbage inside the block."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
