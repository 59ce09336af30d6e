"""What decides a package besides bill, pack and choice: all of Billreel, and what it runs on."""

from __future__ import annotations

import platform
import sys
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import av

from renderer.assets import data_root
from renderer.store import source_of

_PROGRAMS = (
    *("babel", "espeakng-loader", "fluent.runtime", "gtts", "jinja2", "markupsafe", "numpy"),
    *("justmytype-intl-cjk", "justmytype-intl-rtl", "justmytype-western-core"),
    *("pillow", "skia-python", "stretchable"),
)
_PLAYER = ("*.js", "*.j2", "*.css", "strings/*.json")


@lru_cache(maxsize=1)
def packaged_by() -> dict[str, Any]:
    """Return the versions of all that turns bills into packages."""
    return {
        "python": list(sys.version_info[:3]),
        "programs": {name: version(name) for name in _PROGRAMS},
        "libraries": {name: list(number) for name, number in sorted(av.library_versions.items())},
        "machine": platform.machine(),
        "source": source_of(""),
        "data": _data(data_root()),
    }


def _data(root: Path) -> str:
    """Return the sha256 over the installation's assets and the player."""
    total = sha256()
    player = [file for pattern in _PLAYER for file in (root / "player").glob(pattern)]
    for file in sorted([*player, *(root / "assets").rglob("*")]):
        if file.is_file():
            total.update(f"{file.relative_to(root).as_posix()}\0".encode())
            total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()
