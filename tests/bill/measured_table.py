"""A program that reads bill "1" of tables, a process for each, and says what each cost.

Reads mappings' paths from its arguments; writes one line of JSON for each:
`[path, code or "", place, seconds, MB]`.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

from renderer.bill import open_table
from renderer.errors import BillError


def measure(path: str) -> tuple[str, str, str, float, int]:
    """Read one bill in this process."""
    start = time.perf_counter()
    code = place = ""
    try:
        open_table(Path(path)).bill("1")
    except BillError as error:
        code, place = error.code, (error.where or "").partition("#")[2]
    except BaseException as error:
        code = f"!{type(error).__name__}"
    took = time.perf_counter() - start
    return path, code, place, took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def main() -> None:
    """Measure every mapping in a child."""
    for path in sys.argv[1:]:
        pid = os.fork()
        if pid == 0:
            sys.stdout.write(json.dumps(measure(path)) + "\n")
            sys.stdout.flush()
            os._exit(0)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
