"""Where the benchmark's own files are: only a checkout has them."""

from __future__ import annotations

from pathlib import Path

from renderer.assets import data_root
from renderer.errors import RenderError


def checkout() -> Path:
    """Return the checkout's folder.

    Raises:
        RenderError: `bench-needs-checkout` in an installed wheel.
    """
    root = data_root()
    if not (root / "tests/bench/workload.py").is_file():
        raise RenderError(
            "bench-needs-checkout",
            "What is measured is not part of an installed package",
            remedy="Run it in a checkout: make bench.",
        )
    return root
