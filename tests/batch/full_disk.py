"""A cycle on a disk that is full, then read-only, then large enough: a program for `unshare -rm`.

    python -m tests.batch.full_disk CYCLE.yaml

Mounts a small file system as the cycle's output, in a namespace of its own, and prints what each
run came to as a JSON object a line.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from api.batch.cycle import open_cycle
from renderer.errors import RenderError
from tests.batch.chaos import is_whole
from tests.batch.cycles import films, run, staged

SIZE = "2m"


def mount(folder: Path, *options: str) -> None:
    """Mount or remount the output."""
    subprocess.run(["mount", "-t", "tmpfs", *options, "none", str(folder)], check=True)


def told(path: Path) -> dict[str, Any]:
    """Run the cycle once, and tell what there is then."""
    code = stopped = None
    try:
        stopped = run(path).stopped
    except RenderError as error:
        code = error.code
    found = films(path)
    return {
        "error": code,
        "stopped": stopped,
        "films": len(found),
        "whole": sum(map(is_whole, found.values())),
        "staged": len(staged(path)),
        "edition": (open_cycle(path).folder / "latest/cycle.json").exists(),
    }


def main(path: Path) -> None:
    """Fill the disk, make it read-only, make it larger."""
    output = open_cycle(path).folder.parent
    output.mkdir()
    mount(output, "-o", f"size={SIZE}")
    say(told(path))
    say(told(path))
    mount(output, "-o", f"remount,ro,size={SIZE}")
    say(told(path))
    mount(output, "-o", "remount,rw,size=64m")
    say(told(path))


def say(content: dict[str, Any]) -> None:
    """Print a line."""
    sys.stdout.write(json.dumps(content) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
