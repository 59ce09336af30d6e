"""Hostile documents end in a clear error, soon and in little memory; large bills are read so.

The aim is 2 s and 300 MB for each. Time is not asserted closely: a busy machine would fail it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bill.hostile_documents import HOSTILE, LARGE

ROOT = Path(__file__).parents[2]
MOST_S, MOST_MB = 20.0, 300
Measured = dict[str, tuple[str, float, int]]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    """Load every document in a process of its own, and say its code, seconds and MB."""
    folder = tmp_path_factory.mktemp("hostile")
    made = {name: make for name, (_, make) in HOSTILE.items()} | LARGE
    names = {}
    for at, (name, make) in enumerate(made.items()):
        path = folder / f"{at}.bill"
        path.write_bytes(make())
        names[str(path)] = name
    done = subprocess.run(
        [sys.executable, "-m", "tests.bill.measured_load", *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=True,
    )
    assert done.stderr == ""
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return {names[path]: (code, took, used) for path, code, took, used in said}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_is_refused_soon_and_in_little_memory(
    name: str, measured: Measured
) -> None:
    code, took, used = measured[name]
    assert code == HOSTILE[name][0]
    assert took < MOST_S
    assert used < MOST_MB


@pytest.mark.parametrize("name", LARGE)
def test_a_bill_at_the_bound_is_read(name: str, measured: Measured) -> None:
    code, took, used = measured[name]
    assert (code, took < MOST_S, used < MOST_MB) == ("", True, True)
