"""Whatever step of publishing or the ledger fails, or is the last: a cycle comes out the same."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.batch.cycles import ROOT


@pytest.mark.parametrize("how", ["fails", "dies"])
def test_every_step_may_go_wrong(how: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.batch.faults", how],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
    )
    found = json.loads(done.stdout)
    assert found["wrong"] == []
    assert found["steps"] > 100
    assert done.returncode == 0
    if how == "dies":
        assert found["endings"] == {"77": found["steps"]}
    else:
        assert sum(found["endings"].get(kind, 0) for kind in ("2", "3")) > 100
