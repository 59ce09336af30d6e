"""A program that loads bills, a process for each, and says what each cost.

Reads paths from its arguments; writes one line of JSON for each:
`[path, code or "", seconds, MB]`. MB is the peak of the process and of those it started.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

from renderer.bill import load_bill, pdf_invoice
from renderer.errors import BillError


def measure(path: str) -> tuple[str, str, float, int]:
    """Load one bill in this process."""
    start = time.perf_counter()
    try:
        load_bill(Path(path))
        code = ""
    except BillError as error:
        code = error.code
    except BaseException as error:
        code = f"!{type(error).__name__}"
    took = time.perf_counter() - start
    pdf_invoice._reader().close()
    used = [resource.getrusage(who).ru_maxrss for who in (0, resource.RUSAGE_CHILDREN)]
    return path, code, took, sum(used) // 1024


def main() -> None:
    """Measure every path in a child."""
    for path in sys.argv[1:]:
        pid = os.fork()
        if pid == 0:
            sys.stdout.write(json.dumps(measure(path)) + "\n")
            sys.stdout.flush()
            os._exit(0)
        os.waitpid(pid, 0)


if __name__ == "__main__":
    main()
