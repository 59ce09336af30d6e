"""Print docs/licences.md: every package of the lock file with the licence it states."""

from __future__ import annotations

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

# Packages whose metadata states no licence, or a wrong one, with where theirs is stated.
STATED = {
    "espeakng-loader": "MIT; carries espeak-ng (GPL-3.0-or-later), run as a program of its own",
    "av": "BSD-3-Clause; its wheels carry FFmpeg and x264 (GPL builds)",
    "skia-python": "BSD-3-Clause",
    "justmytype-western-core": "MIT; fonts OFL-1.1",
    "justmytype-intl-rtl": "MIT; fonts OFL-1.1",
    "justmytype-intl-cjk": "MIT; fonts OFL-1.1",
}


def licence(name: str) -> str:
    """Return what the installed package says of its licence."""
    if name in STATED:
        return STATED[name]
    try:
        facts = metadata(name)
    except PackageNotFoundError:
        return "not installed on this platform"
    if expression := facts.get("License-Expression"):
        return expression
    classifiers = [
        c.rsplit(" :: ", 1)[-1]
        for c in facts.get_all("Classifier", [])
        if c.startswith("License :: ")
    ]
    text = (facts.get("License") or "").strip().split("\n")[0]
    return ", ".join(classifiers) or text[:60] or "see its files"


def main() -> None:
    """Write the table to standard output."""
    lock = Path(__file__).parents[1] / "requirements.lock"
    pins = re.findall(r"^([A-Za-z0-9._-]+)==([^\s\\;]+)", lock.read_text(), re.MULTILINE)
    out = sys.stdout.write
    out("# Licences of what Billreel installs\n\nMade by `make lock` from `requirements.lock`.\n\n")
    out("| package | version | licence |\n|---|---|---|\n")
    for name, version in pins:
        out(f"| {name} | {version} | {licence(name)} |\n")


if __name__ == "__main__":
    main()
