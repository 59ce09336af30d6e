"""The command line: `billreel`. Exit 0 done, 2 wrong input, 1 our fault."""

from __future__ import annotations

import gc
import os


def main() -> None:
    """Run the program.

    What starting saves here is told in `docs/decisions/007-a-still-in-time.md`: rare collections,
    no idle BLAS threads, and no search through every installed package for pydantic's plugins.
    """
    gc.set_threshold(50_000)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from api.cli.app import main as run

    run()


__all__ = ["main"]
