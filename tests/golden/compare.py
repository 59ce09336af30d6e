"""Compares a painted picture, or a display list, with its reference.

A picture's reference is one PNG below `tests/golden/images/<architecture>/`. No pixel may differ by
more than 1/255 in any channel, a missing reference fails, and a failure writes expected, actual and
their difference side by side into `out/golden/`. After looking at the pictures there,

    python -m tests.golden.compare NAME ...

takes what was painted as the new reference, and `make golden` (BILLREEL_GOLDEN=write) takes all.

A display list's reference is JSON below `tests/golden/lists/`, the same on every machine.
"""

from __future__ import annotations

import difflib
import json
import os
import platform
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

MOST_OFF = 1
_ARCHITECTURE = {"AMD64": "x86_64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
_ROOT = Path(__file__).resolve().parents[2]
LISTS = _ROOT / "tests" / "golden" / "lists"
REFERENCES = _ROOT / "tests" / "golden" / "images" / _ARCHITECTURE
FAILURES = _ROOT / "out" / "golden"


def compare(name: str, frame: np.ndarray) -> None:
    """Fail unless a BGRA frame equals the reference `name` ("primitives/arc-cap")."""
    if _writes():
        _write(REFERENCES / f"{name}.png", np.ascontiguousarray(frame[..., 2::-1]))
        return
    if not REFERENCES.is_dir():
        pytest.skip(f"there are no golden images for {_ARCHITECTURE}")
    actual = np.ascontiguousarray(frame[..., 2::-1])
    reference = REFERENCES / f"{name}.png"
    painted = FAILURES / f"{name}.actual.png"
    if not reference.is_file():
        _write(painted, actual)
        pytest.fail(f"no reference {name}: look at {_shown(painted)}")
    with Image.open(reference) as picture:
        expected = np.asarray(picture.convert("RGB"))
    if expected.shape != actual.shape:
        _write(painted, actual)
        pytest.fail(f"{name} is {actual.shape[1::-1]}, its reference {expected.shape[1::-1]}")
    off = np.abs(expected.astype(int) - actual.astype(int)).max(axis=2)
    if off.max() > MOST_OFF:
        _write(painted, actual)
        _write(FAILURES / f"{name}.png", side_by_side(expected, actual))
        count = int((off > MOST_OFF).sum())
        pytest.fail(f"{name}: {count} pixels are off, by up to {off.max()}: {_shown(painted)}")


def compare_list(name: str, shown: bytes) -> None:
    """Fail unless a display list, as canonical JSON, equals the reference `name`."""
    actual = json.dumps(json.loads(shown), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    reference = LISTS / f"{name}.json"
    if _writes():
        _write_text(reference, actual)
        return
    listed = FAILURES / f"{name}.actual.json"
    if not reference.is_file():
        _write_text(listed, actual)
        pytest.fail(f"no reference {name}: look at {_shown(listed)}")
    expected = reference.read_text(encoding="utf-8")
    if actual != expected:
        _write_text(listed, actual)
        lines = list(
            difflib.unified_diff(
                expected.splitlines(), actual.splitlines(), "expected", "actual", n=2, lineterm=""
            )
        )
        _write_text(FAILURES / f"{name}.diff", "\n".join(lines) + "\n")
        start = "\n".join(lines[:12])
        pytest.fail(f"{name} is laid otherwise: {_shown(FAILURES / name)}.diff\n{start}")


def _writes() -> bool:
    return os.environ.get("BILLREEL_GOLDEN") == "write"


def _write_text(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def side_by_side(expected: np.ndarray, actual: np.ndarray) -> np.ndarray:
    """Return expected, actual and their difference (eight times as strong) in one picture."""
    difference = np.abs(expected.astype(int) - actual.astype(int))
    strong = np.minimum(difference * 8, 255).astype(np.uint8)
    return np.concatenate([expected, actual, strong], axis=1)


def accept(names: list[str]) -> int:
    """Take what was painted for `names` as their references; return how many."""
    for name in names:
        reference = REFERENCES / f"{name}.png"
        reference.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(FAILURES / f"{name}.actual.png", reference)
    return len(names)


def _write(path: Path, picture: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture).save(path, optimize=True)


def _shown(path: Path) -> str:
    return path.relative_to(_ROOT).as_posix()


if __name__ == "__main__":
    sys.stdout.write(f"{accept(sys.argv[1:])} accepted\n")
