"""The command line: `billreel`. Exit 0 done, 2 wrong input, 1 our fault."""

from api.cli.app import main

__all__ = ["main"]
