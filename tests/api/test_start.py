"""What a command loads before it does anything: it is most of what a short one costs."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.api.conftest import ROOT

PROGRAM = """
import atexit, json, sys
atexit.register(lambda: json.dump(sorted(sys.modules), sys.stderr))
from api.cli import main
main()
"""


def loaded(*arguments: str) -> set[str]:
    """Run a command as a program of its own; return the modules it ended with."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return set(json.loads(done.stderr))


def test_a_still_loads_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    found = loaded("still", "telco", "total", "-o", str(tmp_path / "one.png"))
    assert "renderer.frames.painter" in found
    others = ("PIL", "av", "facturx", "fontTools", "gtts", "pyarrow", "pypdf", "requests", "rich")
    assert found.isdisjoint(others)
    assert not any(name.startswith("renderer.script.checking") for name in found)


def test_help_on_a_still_loads_no_stage() -> None:
    found = {name for name in loaded("still", "--help") if name.startswith("renderer.")}
    assert found <= {"renderer.assets", "renderer.errors"}
