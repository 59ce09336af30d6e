"""Hostile tables end in a clear error at its place, soon and in little memory.

The aim is 2 s and 300 MB for each. Time is not asserted closely: a busy machine would fail it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bill.hostile_tables import HOSTILE, MAPPING

ROOT = Path(__file__).parents[2]
MOST_S, MOST_MB = 20.0, 300
Measured = dict[str, tuple[str, str, float, int]]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Read every table in a process of its own, and say its code, place, seconds and MB."""
    folder = tmp_path_factory.mktemp("hostile")
    names = {}
    for at, (name, (_, _, make)) in enumerate(HOSTILE.items()):
        (folder / f"{at}.table").write_bytes(make())
        path = folder / f"{at}.yaml"
        path.write_text(MAPPING.replace("FILE", f"{at}.table"), encoding="utf-8")
        names[str(path)] = name
    done = subprocess.run(
        [sys.executable, "-m", "tests.bill.measured_table", *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    assert done.stderr == ""
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return {names[path]: (code, place, took, used) for path, code, place, took, used in said}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_table_is_refused_at_its_place(name: str, measured: Measured) -> None:
    code, place, took, used = measured[name]
    assert (code, place) == HOSTILE[name][:2]
    assert took < MOST_S
    assert used < MOST_MB
