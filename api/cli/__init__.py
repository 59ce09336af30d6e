"""The command line: `billreel`. Exit 0 done, 2 wrong input, 1 our fault."""

from __future__ import annotations

import gc
import os


def main() -> None:
    """Run the program.

    A command is short: collecting garbage while modules load and idle BLAS threads cost more than
    they bring (measured: a fifth of the time of `billreel still`).
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    gc.disable()
    from api.cli import app

    gc.freeze()
    gc.enable()
    app.main()


__all__ = ["main"]
