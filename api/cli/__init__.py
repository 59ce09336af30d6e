"""The command line: `billreel`. Exit 0 done, 2 wrong input, 1 our fault."""

from __future__ import annotations

import os


def main() -> None:
    """Run the program.

    What each of these saves is told in `docs/decisions/007-a-still-in-time.md`.
    """
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Else pydantic searches all that is installed for plugins, and Babel every time zone for ours.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    os.environ.setdefault("TZ", "UTC")
    from api.cli.app import main as run

    run()


__all__ = ["main"]
